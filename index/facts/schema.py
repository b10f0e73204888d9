"""The documents of the facts index: one for each passage that holds names or quotations."""

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from whoosh import versionstring
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, KEYWORD, TEXT, Schema

from corpus.fact_rows import ArticleFacts
from corpus.passages import passages
from corpus.types import Label
from index import analysis

VERSION = 1
"""Raise it with every change of the fields or of what is put into them."""

FIELDS: dict[Label, str] = {"PER": "person", "LOC": "place", "ORG": "org", "MISC": "other"}
"""The field of an entity, by its label."""

BREAK = "\u00b6"
"""A term of `quote` between two quotations, so that no phrase runs from one into the other."""


def schema() -> Schema:
    """What is counted and searched of a passage's facts.

    `key` is the article's in the store, `start` the passage's first character: they join a
    document to that of the text index. `state` tells whether the article's facts have changed.
    The fields of names hold entity ids, each as often as it is named; `speaker` the id of who
    says a direct quotation that begins in the passage, once for each; `quote` the stems of what
    is quoted there.
    """
    return Schema(
        key=COLUMN(NumericColumn("I")),
        start=COLUMN(NumericColumn("I")),
        state=COLUMN(NumericColumn("I")),
        person=KEYWORD(),
        place=KEYWORD(),
        org=KEYWORD(),
        other=KEYWORD(),
        speaker=KEYWORD(),
        quote=TEXT(phrase=True),
    )


def stamp() -> str:
    """The versions that a facts index is made with; one made with others is made anew."""
    return (
        f"facts {VERSION}, analysis {analysis.VERSION}, whoosh {versionstring()}, "
        f"unicode {unicodedata.unidata_version}"
    )


def digest(state: str) -> int:
    """The state of an article's facts as 32 bits."""
    made_of = state.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(made_of, digest_size=4).digest(), "big")


def documents(facts: ArticleFacts, state: int) -> Iterator[dict[str, object]]:
    """The documents of one article, in the order of its passages."""
    starts = [passage.span.start for passage in passages(facts.article)]
    fields: list[dict[str, list[str]]] = [{} for _ in starts]
    # Where a passage ends and the next begins: as many as lie before is a passage's number.
    bounds = starts[1:]
    for offset, entity, label in facts.names:
        its = fields[bisect_right(bounds, offset)]
        its.setdefault(FIELDS[label], []).append(entity)
    for quote in facts.quotes:
        if quote.speaker is not None:
            its = fields[bisect_right(bounds, quote.span.start)]
            its.setdefault("speaker", []).append(quote.speaker)
    for place, stems in _quoted(facts, bounds):
        fields[place]["quote"] = stems
    for start, its in zip(starts, fields, strict=True):
        if its:
            yield {"key": facts.key, "start": start, "state": state, **its}


def _quoted(facts: ArticleFacts, bounds: Sequence[int]) -> Iterable[tuple[int, list[str]]]:
    """The stems of what is quoted in each passage; of a quotation inside another, none twice."""
    text, language = facts.article.text, facts.article.language
    found: dict[int, list[str]] = {}
    done = 0
    for quote in facts.quotes:
        start, end = max(quote.span.start, done), quote.span.end
        done = max(done, end)
        while start < end:
            place = bisect_right(bounds, start)
            stop = min([end, *bounds[place : place + 1]])
            stems = found.setdefault(place, [])
            if stems and not quote.continues:
                stems.append(BREAK)
            stems += analysis.terms(text[start:stop], language).stems
            start = stop
    return found.items()
