"""The part of the store that knows which articles print the same text, by the articles' keys."""

from collections.abc import Iterable
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
        return dict(
            self._db.rows(sql) if keys is None else self._among(f"{sql} WHERE article", keys)
        )

    def members(self, group: int) -> list[int]:
        """The articles of a group, the lowest key first."""
        sql = "SELECT article FROM copy_groups WHERE grp = ? ORDER BY 1"
        return [row[0] for row in self._db.rows(sql, group)]

    # What is known of each article

    def changed(self) -> list[int]:
        """The articles in the index that are new or were changed, the lowest key first."""
        # From an index of SQLite's own: the rows of articles are long.
        sql = "SELECT key FROM articles WHERE key NOT IN (SELECT article FROM signatures)"
        unknown = [row[0] for row in self._db.rows(sql)]
        sql = "SELECT key FROM articles WHERE indexed = 1 AND key"
        return sorted(row[0] for row in self._among(sql, unknown))

    def gone(self) -> set[int]:
        """The articles that have changed or are no longer there, of those that had copies."""
        known = "NOT IN (SELECT article FROM signatures)"
        sql = f"SELECT {{0}} FROM copy_pairs WHERE {{0}} {known}"
        return {row[0] for column in ("low", "high") for row in self._db.rows(sql.format(column))}

    def forget(self, key: int) -> None:
        """Have an article looked at anew; its copies stay its copies until then."""
        self._db.write("DELETE FROM signatures WHERE article = ?", key)

    def signatures(self) -> list[tuple[int, bytes]]:
        """All articles that are long enough to have one, the lowest key first."""
        return self._db.rows(
            "SELECT article, signature FROM signatures WHERE signature IS NOT NULL ORDER BY 1"
        )

    def put_signatures(self, rows: Iterable[tuple[int, bytes | None]]) -> None:
        """Keep the signatures of articles; None where the text is too short to have one."""
        self._db.write_all("INSERT OR REPLACE INTO signatures VALUES (?, ?)", rows)

    # Who is alike

    def pairs(self, keys: Iterable[int]) -> dict[tuple[int, int], float]:
        """The articles that are alike, and how much, of which one is among `keys`."""
        listed = list(keys)
        sql = "SELECT low, high, alike FROM copy_pairs WHERE"
        rows = [*self._among(f"{sql} low", listed), *self._among(f"{sql} high", listed)]
        return {(low, high): alike for low, high, alike in rows}

    def put_pairs(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        """Keep articles that are alike: the lower key, the higher one, how much (1: the same)."""
        self._db.write_all("INSERT OR REPLACE INTO copy_pairs VALUES (?, ?, ?)", pairs)

    def set_groups(self, keys: Iterable[int], groups: Iterable[tuple[int, int]]) -> None:
        """Replace what groups the articles of `keys` are in: article, group."""
        self._db.write_all("DELETE FROM copy_groups WHERE article = ?", ((key,) for key in keys))
        self._db.write_all("INSERT INTO copy_groups VALUES (?, ?)", groups)

    def drop(self, keys: Iterable[int]) -> None:
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

    def _among(self, sql: str, keys: Iterable[int]) -> list[Any]:
        """The rows of a question that ends with a column, where that is one of `keys`."""
        listed = list(keys)
        found: list[Any] = []
        for begin in range(0, len(listed), CHUNK):
            some = listed[begin : begin + CHUNK]
            found += self._db.rows(f"{sql} IN ({','.join('?' * len(some))})", *some)
        return found
