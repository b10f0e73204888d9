"""Pieces of many articles at once, with what was read in them: one query a kind for all of them.

Whoever compares a passage with some dozens of others cannot wait for a query for each.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus import rows
from corpus.database import Database
from corpus.types import Annotated, ArticleId, ArticleInfo, Passage, Span

Kind = Literal["mentions", "quotes", "dates", "figures"]

_INFO = "a.id, a.title, a.source, a.published, a.language, a.paragraphs"

FACT_COLUMNS = {
    "quotes": "start, end, kind, speaker, speaker_start, speaker_end, cue_start, cue_end,"
    " continues",
    "dates": "start, end, earliest, latest, relative_to",
    "figures": "start, end, low, high, unit, hedge",
}
"""For each table the fields of a row as `corpus.rows` orders them."""

_COLUMNS = {"mentions": "start, end, label, entity", **FACT_COLUMNS}

_LINKED = {"mentions": " AND m.entity > ''"}
"""What is asked of a row besides its place: a name that is linked, and not rejected."""


class Place(NamedTuple):
    """Characters `start` to `end` of the article of a key; `number` is their first paragraph's."""

    key: int
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage with its characters and what begins in it; all spans are the article's.

    `key` is the article's in the store. The mentions are linked ones, with the label that their
    own sentence gave them.
    """

    key: int
    info: ArticleInfo
    passage: Passage
    text: str
    read: Annotated


def pieces(
    database: Database, places: Sequence[Place], kinds: Collection[Kind]
) -> dict[int, Piece]:
    """The pieces at `places`, by their number in that sequence; of articles gone there are none.

    Only those `kinds` of what was read are looked up.
    """
    if not places:
        return {}
    values = ",".join(f"({at},{p.key:d},{p.start:d},{p.end:d})" for at, p in enumerate(places))
    asked = f"WITH p (at, key, start, end) AS (VALUES {values}) SELECT p.at"
    texts = database.rows(
        f"{asked}, substr(a.text, p.start + 1, p.end - p.start), {_INFO}"
        " FROM p CROSS JOIN articles a ON a.key = p.key"
    )
    read: list[rows.Rows] = [{table: [] for table in _COLUMNS} for _ in places]
    for table in kinds:
        columns = _COLUMNS[table]
        named = ", ".join(f"m.{column.strip()}" for column in columns.split(","))
        found = database.rows(
            f"{asked}, {named} FROM p CROSS JOIN {table} m ON m.article = p.key"
            f" AND m.start >= p.start AND m.start < p.end{_LINKED.get(table, '')}"
            " ORDER BY p.at, m.start, m.end DESC"
        )
        for at, *row in found:
            read[at][table].append(tuple(row))
    return {at: _piece(places[at], text, ArticleInfo(*info), read[at]) for at, text, *info in texts}


def _piece(place: Place, text: str, info: ArticleInfo, read: rows.Rows) -> Piece:
    article: ArticleId = info.id
    passage = Passage(article, place.number, Span(place.start, place.end))
    return Piece(place.key, info, passage, text, rows.annotated(article, read))
