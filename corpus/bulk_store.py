"""The part of the store that reads quotations and dates in bulk, for those who hold them in arrays.

Some hundred articles are read at a time, so that other questions have their turn in between.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from corpus.database import Database
from corpus.types import ArticleId, EntityId, Span

CHUNK = 1000
"""Articles whose rows are read at once: some 10 ms."""

_ORDER = ("published IS NULL", "coalesce(published, '')", "path", "position")
"""The order in which articles are read one after the other."""

_QUOTES = (
    # Columns as JSON: a row for each quotation costs three times as much to hand over.
    "SELECT json_group_array(q.article << 32 | q.start),"
    " json_group_array(q.end << 1 | q.continues), json_group_array(m.entity),"
    " json_group_array(iif(m.entity IS NULL, q.speaker, NULL)) FROM quotes q"
    " LEFT JOIN mentions m ON m.article = q.article AND m.start = q.speaker_start"
    " AND +m.entity > '' WHERE q.article BETWEEN ? AND ? AND q.kind = 'direct'"
)
_DATES = (
    "SELECT json_group_array(article << 32 | start), json_group_array(end),"
    " json_group_array(earliest), json_group_array(latest) FROM dates WHERE article BETWEEN ? AND ?"
)
_DAYS = (
    # The day that `date.toordinal` numbers 1 is the Julian day 1,721,425.5 at its beginning.
    "SELECT value, cast(julianday(value) - 1721424.5 AS INTEGER) FROM json_each(?)"
)


class QuoteColumns(NamedTuple):
    """Direct quotations: of each its article's key (from bit 32 on) and its start, its end (from
    bit 1 on) and whether it is a further part of the one before it (bit 0), who says it where that
    is a linked name, else who says it as written, None where that is not said."""

    places: list[int]
    ends: list[int]
    entities: list[EntityId | None]
    speakers: list[str | None]


class DateColumns(NamedTuple):
    """Dates as written: of each its article's key (from bit 32 on) and its start, its end, its
    first and last day in ISO 8601, None where the text does not say enough."""

    places: list[int]
    ends: list[int]
    earliest: list[str | None]
    latest: list[str | None]


class Body(NamedTuple):
    """An article's text, and its paragraphs: first characters, ends, numbers."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: tuple[int, ...]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph of a character."""
        return self.numbers[self._at(offset)]

    def around(self, offset: int) -> Span:
        """The paragraph of a character."""
        at = self._at(offset)
        return Span(self.starts[at], self.ends[at])

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)


class BulkStore:
    """Reached as `Store.bulk`. Reads only."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def quotes(self) -> Iterator[QuoteColumns]:
        """All direct quotations, some articles at a time, each part in any order."""
        return (QuoteColumns(*part) for part in self._parts(_QUOTES))

    def quotes_of(self, key: int) -> QuoteColumns:
        """The direct quotations of the article of a key."""
        return QuoteColumns(*self._part(_QUOTES, key, key))

    def dates(self) -> Iterator[DateColumns]:
        """All dates, some articles at a time, each part in any order."""
        return (DateColumns(*part) for part in self._parts(_DATES))

    def days(self, dates: Iterable[str]) -> dict[str, int]:
        """Dates in ISO 8601 as `date.toordinal` counts days."""
        return dict(self._db.rows(_DAYS, json.dumps(list(dates))))

    def _parts(self, sql: str) -> Iterator[list[Any]]:
        end = self._db.rows("SELECT coalesce(max(key), -1) FROM articles")[0][0]
        for first in range(0, end + 1, CHUNK):
            yield self._part(sql, first, first + CHUNK - 1)

    def _part(self, sql: str, first: int, last: int) -> list[Any]:
        """The columns of the articles from one key to another."""
        return [json.loads(column) for column in self._db.rows(sql, first, last)[0]]

    def reading_order(self) -> list[int]:
        """The keys of all articles, the oldest first; undated ones last, in the folder's order.

        A date known to the month or the year stands before the days in it.
        """
        sql = f"SELECT key FROM articles ORDER BY {', '.join(_ORDER)}"
        return [key for (key,) in self._db.rows(sql)]

    def naming_beside(self, entity: EntityId, article: ArticleId, step: int) -> ArticleId | None:
        """The next article in reading order that names an entity, or (`step` -1) the one before;
        None where there is none."""
        order = ", ".join(_ORDER)
        way, turn = (">", "ASC") if step > 0 else ("<", "DESC")
        rows = self._db.rows(
            "SELECT id FROM articles WHERE key IN (SELECT article FROM mentions WHERE entity = ?)"
            f" AND ({order}) {way} (SELECT {order} FROM articles WHERE id = ?)"
            f" ORDER BY {', '.join(f'{column} {turn}' for column in _ORDER)} LIMIT 1",
            *(entity, article),
        )
        return rows[0][0] if rows else None

    def naming_rank(self, entity: EntityId, article: ArticleId) -> tuple[int, int]:
        """How many articles name an entity, up to and with one in reading order, and in all."""
        order = ", ".join(_ORDER)
        rows = self._db.rows(
            f"SELECT coalesce(sum(({order}) <= (SELECT {order} FROM articles WHERE id = ?)), 0),"
            " count(*) FROM articles"
            " WHERE key IN (SELECT article FROM mentions WHERE entity = ?)",
            *(article, entity),
        )
        found: tuple[int, int] = rows[0]
        return found

    def called(self, ids: Sequence[EntityId]) -> dict[EntityId, str]:
        """The names of some entities, those that are still there."""
        sql = "SELECT id, name FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._db.rows(sql, json.dumps(ids)))

    def bodies(self, keys: Sequence[int]) -> dict[int, Body]:
        """Text and paragraphs of the articles of some keys; those that are gone are left out."""
        sql = (
            "SELECT key, text, json_extract(detail, '$.paragraphs') FROM articles"
            " WHERE key IN (SELECT value FROM json_each(?))"
        )
        found = {}
        for key, text, written in self._db.rows(sql, json.dumps(keys)):
            numbers, _, starts, ends = zip(*json.loads(written), strict=True)
            found[key] = Body(text, starts, ends, numbers)
        return found
