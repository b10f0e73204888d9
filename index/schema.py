"""The index's documents, one for each passage, and the versions they are made with."""

import unicodedata

from whoosh import versionstring
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, ID, KEYWORD, NUMERIC, TEXT, Schema

from index import analysis
from index.arrays.words import WordsColumn

SCHEMA_VERSION = 2
"""Raise it with every change of the fields below."""


def schema() -> Schema:
    """What is searched and what is counted of a passage.

    `text` and `title` are stems with positions, `exact` words with their accents; all come
    analysed, as lists of terms: Whoosh's own analysers are never used. `title` is only in an
    article's first passage, so that a word of the title is one hit and not one a passage.
    `key` is the article's in the store, `number` its first paragraph's, `start` and `end` its
    characters. `day` and `day_end` are the first and last day that the article's date can mean
    (`datetime.date.toordinal`), absent where it has none. `words` are all words in a row, stop
    words too: a concordance sorts by them.
    """
    return Schema(
        article=ID(),
        key=COLUMN(NumericColumn("I")),
        number=COLUMN(NumericColumn("I")),
        start=COLUMN(NumericColumn("I")),
        end=COLUMN(NumericColumn("I")),
        text=TEXT(phrase=True),
        exact=TEXT(phrase=False),
        title=TEXT(phrase=True),
        source=ID(sortable=True),
        language=ID(sortable=True),
        author=KEYWORD(),
        tag=KEYWORD(),
        day=NUMERIC(int, shift_step=0, sortable=True),
        day_end=NUMERIC(int, shift_step=0, sortable=True),
        words=COLUMN(WordsColumn()),
    )


def stamp() -> str:
    """The versions that an index is made with; one made with others is made anew."""
    return (
        f"schema {SCHEMA_VERSION}, analysis {analysis.VERSION}, whoosh {versionstring()}, "
        f"unicode {unicodedata.unidata_version}"
    )
