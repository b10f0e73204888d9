"""The part of the store that knows which articles print the same text, by the articles' keys."""

from collections.abc import Iterable, Sequence
from typing import Any

from corpus.database import Database

CHUNK = 500
"""Keys in one question, of which SQLite takes a limited number."""


class CopyStore:
    """Reached as `Store.copies`; writes belong inside the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # What is asked

    def groups(self, keys: Iterable[int] | None = None) -> dict[int, int]:
        """The group of each article that has copies; others are left out.

        Of all articles, or of those of `keys`. A group is named by the lowest key in it.
        """
        sql = "SELECT article, grp FROM copy_groups"
        return dict(self._of_keys(sql, "article", keys))

    def members(self, group: int) -> list[int]:
        """The articles of a group, the lowest key first."""
        sql = "SELECT article FROM copy_groups WHERE grp = ? ORDER BY 1"
        return [row[0] for row in self._db.rows(sql, group)]

    # What is known of each article

    def changed(self) -> list[tuple[int, str]]:
        """Key and digest of the articles in the index that are new or changed."""
        return self._db.rows(
            "SELECT a.key, a.digest FROM articles a LEFT JOIN signatures s ON s.article = a.key"
            " WHERE a.indexed = 1 AND s.digest IS NOT a.digest ORDER BY 1"
        )

    def gone(self) -> list[int]:
        """The articles that are no longer there."""
        sql = "SELECT article FROM signatures WHERE article NOT IN (SELECT key FROM articles)"
        return [row[0] for row in self._db.rows(sql)]

    def signatures(self) -> list[tuple[int, bytes]]:
        """All articles that are long enough to have one, the lowest key first."""
        return self._db.rows(
            "SELECT article, signature FROM signatures WHERE signature IS NOT NULL ORDER BY 1"
        )

    def put_signatures(self, rows: Iterable[tuple[int, str, bytes | None]]) -> None:
        """Keep the signatures of articles: key, digest, and None where the text is too short."""
        self._db.write_all("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", rows)

    # Who is alike

    def pairs(self, keys: Iterable[int]) -> dict[tuple[int, int], float]:
        """The articles that are alike, and how much, of which one is among `keys`."""
        listed = list(keys)
        sql = "SELECT low, high, alike FROM copy_pairs"
        rows = [*self._of_keys(sql, "low", listed), *self._of_keys(sql, "high", listed)]
        return {(low, high): alike for low, high, alike in rows}

    def put_pairs(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        """Keep articles that are alike: the lower key, the higher one, how much (1: the same)."""
        self._db.write_all("INSERT OR REPLACE INTO copy_pairs VALUES (?, ?, ?)", pairs)

    def set_groups(self, keys: Iterable[int], groups: Iterable[tuple[int, int]]) -> None:
        """Replace what groups the articles of `keys` are in: article, group."""
        self._db.write_all("DELETE FROM copy_groups WHERE article = ?", ((key,) for key in keys))
        self._db.write_all("INSERT INTO copy_groups VALUES (?, ?)", groups)

    def drop(self, keys: Sequence[int]) -> None:
        """Forget all that is known of some articles."""
        rows = [(key,) for key in keys]
        self._db.write_all("DELETE FROM signatures WHERE article = ?", rows)
        self._db.write_all("DELETE FROM copy_pairs WHERE low = ?", rows)
        self._db.write_all("DELETE FROM copy_pairs WHERE high = ?", rows)
        self._db.write_all("DELETE FROM copy_groups WHERE article = ?", rows)

    def clear(self) -> None:
        """Forget everything."""
        for table in ("signatures", "copy_pairs", "copy_groups"):
            self._db.write(f"DELETE FROM {table}")

    def _of_keys(self, sql: str, column: str, keys: Iterable[int] | None) -> list[Any]:
        if keys is None:
            return self._db.rows(sql)
        listed = list(keys)
        found: list[Any] = []
        for begin in range(0, len(listed), CHUNK):
            some = listed[begin : begin + CHUNK]
            marks = ",".join("?" * len(some))
            found += self._db.rows(f"{sql} WHERE {column} IN ({marks})", *some)
        return found
