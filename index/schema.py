"""The index's documents, one for each passage, and the versions they are made with."""

import unicodedata

from whoosh import versionstring
from whoosh.fields import ID, STORED, TEXT, Schema

from index import analysis

SCHEMA_VERSION = 1
"""Raise it with every change of the fields below."""


def schema() -> Schema:
    """The fields: stems with positions, words with their accents, the title, and the place.

    Text comes analysed, as lists of terms; Whoosh's own analysers are never used.
    """
    return Schema(
        article=ID(stored=True),
        number=STORED,
        start=STORED,
        end=STORED,
        text=TEXT(phrase=True),
        exact=TEXT(phrase=False),
        title=TEXT(phrase=True),
    )


def stamp() -> str:
    """The versions that an index is made with; one made with others is made anew."""
    return (
        f"schema {SCHEMA_VERSION}, analysis {analysis.VERSION}, whoosh {versionstring()}, "
        f"unicode {unicodedata.unidata_version}"
    )
