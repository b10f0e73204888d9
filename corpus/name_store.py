"""The part of the store that holds names: mentions, entities, other spellings."""

import json
from collections.abc import Iterable, Iterator, Sequence

from corpus.database import Database
from corpus.types import Article, ArticleId, Entity, EntityId, Label, Mention, Span


class NameStore:
    """Reached as `Store.names`; writes belong inside the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def linked(self) -> bool:
        """Whether every mention has been given its entity since names last changed."""
        return not self._db.rows("SELECT 1 FROM meta WHERE key = 'linked' AND value = 'no'")

    def set_linked(self, value: bool) -> None:
        """Record whether entities are up to date with the mentions."""
        word = "yes" if value else "no"
        self._db.write("INSERT OR REPLACE INTO meta VALUES ('linked', ?)", word)

    def put(self, article: Article, mentions: Iterable[Mention]) -> None:
        """Store the names of an article, which then counts as annotated."""
        key = self._db.rows("SELECT key FROM articles WHERE id = ?", article.id)[0][0]
        self._db.write("DELETE FROM mentions WHERE article = ?", key)
        self._db.write_all(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, NULL)",
            ((key, m.span.start, m.span.end, m.label, article.slice(m.span)) for m in mentions),
        )
        self._db.write("UPDATE articles SET annotated = 1 WHERE key = ?", key)
        self.set_linked(False)

    def of_article(self, article_id: ArticleId) -> list[Mention]:
        """The names of an article in reading order."""
        rows = self._db.rows(
            "SELECT start, end, label, entity FROM mentions"
            " WHERE article = (SELECT key FROM articles WHERE id = ?) ORDER BY start",
            article_id,
        )
        return [Mention(article_id, Span(start, end), label, e) for start, end, label, e in rows]

    def forms(self) -> Iterator[tuple[ArticleId, list[tuple[str, Label]]]]:
        """Each annotated article's names as written, in the folder's order."""
        order = "SELECT key, id FROM articles WHERE annotated = 1 ORDER BY path, position"
        for key, article_id in self._db.rows(order):
            sql = "SELECT text, label FROM mentions WHERE article = ? ORDER BY start"
            yield article_id, self._db.rows(sql, key)

    def set_of_article(self, article_id: ArticleId, entities: Sequence[EntityId | None]) -> None:
        """Give each name of an article its entity, in reading order; writes only what differs."""
        rows = self._db.rows(
            "SELECT article, start, entity FROM mentions WHERE article ="
            " (SELECT key FROM articles WHERE id = ?) ORDER BY start",
            article_id,
        )
        self._db.write_all(
            "UPDATE mentions SET entity = ? WHERE article = ? AND start = ?",
            [
                (entity, key, start)
                for (key, start, old), entity in zip(rows, entities, strict=True)
                if old != entity
            ],
        )

    def replace(
        self, entities: Iterable[Entity], aliases: Iterable[tuple[str, Iterable[str]]]
    ) -> None:
        """Store all entities and the other spellings of name words."""
        self._db.write("DELETE FROM entities")
        self._db.write("DELETE FROM aliases")
        self._db.write_all(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    e.id,
                    e.name,
                    e.label,
                    json.dumps(e.variants, ensure_ascii=False),
                    e.mentions,
                    e.articles,
                )
                for e in entities
            ),
        )
        self._db.write_all(
            "INSERT INTO aliases VALUES (?, ?)",
            ((word, " ".join(sorted(others))) for word, others in aliases),
        )

    def entities(self, ids: Sequence[EntityId] | None = None) -> list[Entity]:
        """All entities, the most mentioned first, or those of `ids`."""
        where, values = "", tuple[EntityId, ...]()
        if ids is not None:
            where = f"WHERE id IN ({','.join('?' * len(ids))})"
            values = tuple(ids)
        rows = self._db.rows(
            "SELECT id, name, label, variants, mentions, articles FROM entities "
            f"{where} ORDER BY mentions DESC, id",
            *values,
        )
        return [Entity(i, n, lab, tuple(json.loads(v)), m, a) for i, n, lab, v, m, a in rows]

    def aliases(self, word: str) -> tuple[str, ...]:
        """Other spellings of a folded word that names the same in this corpus."""
        rows = self._db.rows("SELECT others FROM aliases WHERE word = ?", word)
        return tuple(rows[0][0].split()) if rows else ()
