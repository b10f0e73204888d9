"""The part of the store that holds quotes, dates and figures."""

from collections.abc import Collection, Sequence

from corpus import rows
from corpus.database import Database
from corpus.pieces import FACT_COLUMNS, Kind, Piece, Place, pieces
from corpus.types import Annotated, ArticleId


class FactStore:
    """Reached as `Store.facts`; writes belong inside the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, key: int, annotated: Annotated) -> None:
        """Store what was read in the article of a key, in place of what was."""
        self.drop(key)
        found = rows.rows(annotated)
        for table, columns in FACT_COLUMNS.items():
            marks = ", ".join("?" * (columns.count(",") + 2))
            self._db.write_all(
                f"INSERT OR IGNORE INTO {table} (article, {columns}) VALUES ({marks})",
                ((key, *row) for row in found[table]),
            )

    def drop(self, key: int) -> None:
        """Forget what was read in the article of a key."""
        for table in FACT_COLUMNS:
            self._db.write(f"DELETE FROM {table} WHERE article = ?", key)

    def of_article(self, article_id: ArticleId) -> Annotated:
        """The quotes, dates and figures of an article in reading order; no mentions."""
        found: rows.Rows = {"mentions": []}
        for table, columns in FACT_COLUMNS.items():
            found[table] = self._db.rows(
                f"SELECT {columns} FROM {table} WHERE article ="
                " (SELECT key FROM articles WHERE id = ?) ORDER BY start, end DESC",
                article_id,
            )
        return rows.annotated(article_id, found)

    def pieces(self, places: Sequence[Place], kinds: Collection[Kind] = ()) -> dict[int, Piece]:
        """The passages at `places` with some `kinds` of what was read, by their number there."""
        return pieces(self._db, places, kinds)
