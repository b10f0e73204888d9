"""The part of the store that holds names: mentions, entities, other spellings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from corpus.database import Database
from corpus.sounds import flat
from corpus.types import Article, ArticleId, Entity, EntityId, Label, Mention, Span

if TYPE_CHECKING:
    from corpus.names import Linking
    from corpus.readings import Written

CHUNK = 500
"""Articles whose names are in memory at once while all are read: some ten thousand names."""


class NameStore:
    """Reached as `Store.names`; writes belong inside the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # Articles

    def put(self, article: Article, mentions: Iterable[Mention]) -> None:
        """Store the names of an article, which then counts as annotated."""
        key = self._db.rows("SELECT key FROM articles WHERE id = ?", article.id)[0][0]
        self.drop(key)
        self._db.write_all(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, NULL)",
            ((key, m.span.start, m.span.end, m.label, article.slice(m.span)) for m in mentions),
        )
        self._db.write("UPDATE articles SET annotated = 1 WHERE key = ?", key)
        self.set_linked(False)

    def drop(self, key: int) -> None:
        """Forget the names of the article of a key."""
        self._db.write("DELETE FROM mentions WHERE article = ?", key)

    def of_article(self, article_id: ArticleId) -> list[Mention]:
        """The names of an article in reading order, without those that the reader has rejected.

        A linked name has its entity's label, whatever the model made of its own sentence.
        """
        rows = self._db.rows(
            "SELECT m.start, m.end, coalesce(e.label, m.label), m.entity FROM mentions m"
            " LEFT JOIN entities e ON e.id = m.entity"
            " WHERE m.article = (SELECT key FROM articles WHERE id = ?) AND m.entity IS NOT ''"
            " ORDER BY m.start",
            article_id,
        )
        return [Mention(article_id, Span(start, end), label, e) for start, end, label, e in rows]

    # Linking

    def linked(self) -> bool:
        """Whether every mention has been given its entity since names last changed."""
        return not self._db.rows("SELECT 1 FROM meta WHERE key = 'linked' AND value = 'no'")

    def set_linked(self, value: bool) -> None:
        """Record whether entities are up to date with the mentions."""
        word = "yes" if value else "no"
        self._db.write("INSERT OR REPLACE INTO meta VALUES ('linked', ?)", word)

    def forms(self) -> "Iterator[list[Written]]":
        """The names as written of each article that has any, in the order of its key."""
        article: list[Written] = []
        last = None
        for rows in self._in_chunks("article, text, label"):
            for key, text, label in rows:
                if key != last and article:
                    yield article
                    article = []
                article.append((text, label))
                last = key
        if article:
            yield article

    def replace(self, linking: "Linking") -> None:
        """Store what linking made of all that `forms` gave; names have not changed since."""
        entities = chain.from_iterable(linking.mentions)
        for rows in self._in_chunks("article, start, entity"):
            self._db.write_all(
                "UPDATE mentions SET entity = ? WHERE article = ? AND start = ?",
                [
                    (entity, article, start)
                    for (article, start, old), entity in zip(rows, entities, strict=False)
                    if old != entity
                ],
            )
        for table in ("entities", "forms", "aliases"):
            self._db.write(f"DELETE FROM {table}")
        self._db.write_all(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?)",
            ((e.id, e.name, e.label, e.mentions, e.articles) for e in linking.entities),
        )
        for entity in linking.entities:
            self._put_forms(entity.id, linking.usage[entity.id])
        self.set_linked(True)

    def link_new(self) -> None:
        """Give the names of articles that came since the last linking the entities that there are.

        What linking all anew would make of them may differ: this is for the time until then.
        """
        from corpus.names import link

        rows = self._db.rows(
            "SELECT article, start, text, label FROM mentions WHERE article IN"
            " (SELECT article FROM mentions WHERE entity IS NULL) ORDER BY article, start"
        )
        articles = [list(found) for _, found in groupby(rows, key=lambda row: row[0])]
        linking = link([[(text, label) for _, _, text, label in found] for found in articles])
        entities: dict[EntityId | None, EntityId | None] = {None: None}
        for entity in linking.entities:
            known = self.meant(entity.name, entity.label)
            if known is None:
                known, name = self.unused(entity.label, entity.name)
                sql = "INSERT INTO entities VALUES (?, ?, ?, 0, 0)"
                self._db.write(sql, known, name, entity.label)
            entities[entity.id] = known
        places = [(article, start) for article, start, _, _ in chain.from_iterable(articles)]
        found = map(entities.__getitem__, chain.from_iterable(linking.mentions))
        self._db.write_all(
            "UPDATE mentions SET entity = ? WHERE article = ? AND start = ?",
            ((entity, *place) for entity, place in zip(found, places, strict=True)),
        )
        self.recount(set(filter(None, entities.values())))

    def _in_chunks(self, columns: str) -> Iterator[list[Any]]:
        """Columns of all mentions in the order of articles and places, some articles at a time."""
        sql = (
            f"SELECT {columns} FROM mentions WHERE article BETWEEN ? AND ? ORDER BY article, start"
        )
        end = self._db.rows("SELECT coalesce(max(article), -1) FROM mentions")[0][0]
        for first in range(0, end + 1, CHUNK):
            yield self._db.rows(sql, first, first + CHUNK - 1)

    def _put_forms(self, entity: EntityId, counts: Counter[str]) -> None:
        """Store how often an entity is written in each form, and what that says of spelling."""
        self._db.write_all(
            "INSERT INTO forms VALUES (?, ?, ?, ?)",
            ((entity, form, flat(form), count) for form, count in counts.items()),
        )
        if len(counts) > 1:
            from corpus.names import spellings

            self._db.write_all(
                "INSERT INTO aliases VALUES (?, ?, ?)",
                ((*pair, entity) for pair in spellings(form for form in counts if counts[form])),
            )

    def recount(self, ids: Iterable[EntityId]) -> None:
        """Bring some entities up to date with their mentions; those without any are dropped."""
        from corpus.forms import tidy

        for entity in ids:
            for table in ("forms", "aliases"):
                self._db.write(f"DELETE FROM {table} WHERE entity = ?", entity)
            sql = "SELECT count(*), count(DISTINCT article) FROM mentions WHERE entity = ?"
            mentions, articles = self._db.rows(sql, entity)[0]
            if not mentions:
                self._db.write("DELETE FROM entities WHERE id = ?", entity)
                continue
            sql = "UPDATE entities SET mentions = ?, articles = ? WHERE id = ?"
            self._db.write(sql, mentions, articles, entity)
            # The name may be the reader's own: it is found by `named`, but is no variant.
            sql = "SELECT name FROM entities WHERE id = ?"
            counts = Counter({self._db.rows(sql, entity)[0][0]: 0})
            sql = "SELECT text, count(*) FROM mentions WHERE entity = ? GROUP BY text"
            for text, count in self._db.rows(sql, entity):
                counts[tidy(text)] += count
            self._put_forms(entity, counts)

    # Entities

    def entities(self, ids: Sequence[EntityId] | None = None) -> list[Entity]:
        """All entities, the most mentioned first, or those of `ids`."""
        among, values = "IS NOT NULL", tuple(ids or ())
        if ids is not None:
            among = f"IN ({','.join('?' * len(ids))})"
        variants: defaultdict[str, list[str]] = defaultdict(list)
        sql = f"SELECT entity, form FROM forms WHERE mentions > 0 AND entity {among}"
        for entity, form in self._db.rows(f"{sql} ORDER BY mentions DESC, form", *values):
            variants[entity].append(form)
        sql = f"SELECT id, name, label, mentions, articles FROM entities WHERE id {among}"
        rows = self._db.rows(f"{sql} ORDER BY mentions DESC, id", *values)
        return [Entity(i, name, lab, tuple(variants[i]), m, a) for i, name, lab, m, a in rows]

    def written_as(self, entity: EntityId) -> list[tuple[str, int]]:
        """The forms of an entity with how often each is written, the most frequent first."""
        sql = "SELECT form, mentions FROM forms WHERE entity = ? AND mentions > 0"
        return self._db.rows(f"{sql} ORDER BY mentions DESC, form", entity)

    def like(self, text: str, label: Label | None, limit: int) -> list[EntityId]:
        """The entities with a form that holds all words of `text`, whatever their case and accents.

        The most mentioned first; of one label, if one is given; at most `limit`.
        """
        words = [f"%{_literal(word)}%" for word in flat(text).split()]
        forms = " AND ".join(["f.folded LIKE ? ESCAPE '!'"] * len(words)) or "1"
        rows = self._db.rows(
            "SELECT id FROM entities e WHERE label = coalesce(?, label) AND EXISTS"
            f" (SELECT 1 FROM forms f WHERE f.entity = e.id AND {forms})"
            " ORDER BY mentions DESC, id LIMIT ?",
            label,
            *words,
            limit,
        )
        return [row[0] for row in rows]

    def named(self, form: str) -> list[EntityId]:
        """The entities that are called so, then those that are written so, in any capitals.

        Of several the most mentioned first.
        """
        from corpus.forms import tidy

        rows = self._db.rows(
            "SELECT e.id FROM forms f JOIN entities e ON e.id = f.entity WHERE f.folded = ?"
            " ORDER BY e.name = f.form DESC, e.mentions DESC, e.id",
            flat(tidy(form)),
        )
        return list(dict.fromkeys(row[0] for row in rows))

    def meant(self, form: str, label: Label | None) -> EntityId | None:
        """The entity of that name, preferably of that label; else the one that the form means
        more often than all others together; None where there is none."""
        rows = self._db.rows(
            "SELECT e.id, e.name, e.label, f.form, f.mentions, e.mentions FROM forms f"
            " JOIN entities e ON e.id = f.entity WHERE f.folded = ?",
            flat(form),
        )
        total = sum(row[4] for row in rows)
        ranked = []
        for entity, name, its_label, written, mentions, size in rows:
            right = label in (None, its_label)
            called = written == name
            if called or 2 * mentions > total:
                exact = written == form
                ranked.append((called and right, called, exact, right, mentions, size, entity))
        return EntityId(max(ranked)[-1]) if ranked else None

    def unused(self, label: Label, form: str) -> tuple[EntityId, str]:
        """An id and a name that no entity of that label has, for one that is written `form`."""
        from corpus.names import slug

        number = 1
        entity, name = EntityId(f"{label.lower()}:{slug(form)}"), form
        taken = "SELECT 1 FROM entities WHERE id = ? OR (name = ? AND label = ?)"
        while self._db.rows(taken, entity, name, label):
            number += 1
            entity = EntityId(f"{label.lower()}:{slug(form)}-{number}")
            name = f"{form} ({number})"
        return entity, name

    def articles_naming(self, entity: EntityId) -> list[ArticleId]:
        """The articles that mention an entity, in the folder's order."""
        rows = self._db.rows(
            "SELECT DISTINCT a.id, a.path, a.position FROM mentions m JOIN articles a"
            " ON a.key = m.article WHERE m.entity = ? ORDER BY a.path, a.position",
            entity,
        )
        return [row[0] for row in rows]

    def aliases(self, word: str) -> tuple[str, ...]:
        """Other spellings of a folded word that names the same in this corpus."""
        rows = self._db.rows("SELECT DISTINCT other FROM aliases WHERE word = ? ORDER BY 1", word)
        return tuple(row[0] for row in rows)


def _literal(word: str) -> str:
    """A word for LIKE, in which no character stands for others."""
    return "".join(f"!{c}" if c in "%_!" else c for c in word)
