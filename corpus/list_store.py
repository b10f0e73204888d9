"""The part of the store that says what there is: counts, and the newest articles."""

from corpus.database import Database
from corpus.types import ArticleInfo, Summary

INFO = "id, title, source, published, language, paragraphs"
"""The columns of an `ArticleInfo`, in its order."""


class ListStore:
    """Reads only. Reached as `Store.lists`."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def latest(self, limit: int) -> list[ArticleInfo]:
        """The newest articles, at most `limit`, those without a date last.

        Of the same date in the folder's order. Read from an index, whatever the library's size.
        """
        sql = f"SELECT {INFO} FROM articles ORDER BY published DESC, path, position LIMIT ?"
        return [ArticleInfo(*row) for row in self._db.rows(sql, limit)]

    def counts(self) -> Summary:
        """How much there is of everything, counted in indexes: the rows of articles are long."""
        by_language = self._db.rows(
            "SELECT language, count(*), sum(passages) FROM articles GROUP BY language"
        )
        waiting = self._db.rows("SELECT count(*) FROM articles WHERE annotated = 0")[0][0]
        entities = self._db.rows("SELECT count(*) FROM entities")[0][0]
        problems = self._db.rows("SELECT count(*) FROM problems")[0][0]
        articles, passages = (sum(row[at] for row in by_language) for at in (1, 2))
        languages = sorted(
            ((language or "?", count) for language, count, _ in by_language),
            key=lambda one: (-one[1], one[0]),
        )
        return Summary(articles, passages, entities, articles - waiting, problems, tuple(languages))
