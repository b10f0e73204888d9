"""The part of `Library` that knows its names: who or what they are, and how each is written."""

from typing import TYPE_CHECKING

from corpus.store import Store
from corpus.types import ArticleId, Entity, EntityId, Label, Mention

if TYPE_CHECKING:
    from index.answers import Engine
    from index.companions import Profile


class Names:
    """Methods may be called from any thread."""

    _store: Store
    _engine: "Engine"

    def mentions(self, article_id: ArticleId) -> tuple[Mention, ...]:
        """The names in an article in reading order, empty until they have been read."""
        return tuple(self._store.names.of_article(article_id))

    def entities(self) -> tuple[Entity, ...]:
        """All entities, the most mentioned first."""
        return tuple(self._store.names.entities())

    def entities_like(
        self, text: str, *, label: Label | None = None, limit: int = 200
    ) -> tuple[Entity, ...]:
        """The entities with a form that holds all words of `text`, the most mentioned first."""
        names = self._store.names
        return tuple(names.entities(names.like(text, label, limit)))

    def entity(self, entity_id: EntityId) -> Entity | None:
        """One entity, None where there is none of that id."""
        found = self._store.names.entities([entity_id])
        return found[0] if found else None

    def find_entity(self, name: str) -> EntityId | None:
        """The entity that a person means by `name`: its id, or one of its forms in any case.

        Of several entities with such a form those that it is the name of, then the most mentioned.
        """
        if self.entity(EntityId(name)):
            return EntityId(name)
        return next(iter(self._store.names.named(name)), None)

    def articles_naming(self, entity_id: EntityId) -> tuple[ArticleId, ...]:
        """The articles that mention an entity, in the folder's order."""
        return tuple(self._store.names.articles_naming(entity_id))

    def profile(
        self, entity_id: EntityId, *, limit: int = 20, label: Label | None = None
    ) -> "Profile | None":
        """An entity with those it stands with, at most `limit`, only of `label` if one is given.

        None where there is no such entity, or nothing is indexed yet.
        """
        entity, answers = self.entity(entity_id), self._engine.answers()
        if entity is None or answers is None:
            return None
        from index.companions import profile

        return profile(answers.facts, self._store, entity, limit=limit, label=label)

    def forms(self, entity: EntityId) -> tuple[tuple[str, int], ...]:
        """All forms in which an entity is written, each with how often, the most frequent first."""
        return tuple(self._store.names.written_as(entity))

    def clause(self, entity: EntityId) -> str:
        """The clause of a query that means an entity; "" where there is none of that id.

        What is neither person, place nor organisation has no field: it is looked for by its name.
        """
        from index.facts.meant import clauses, unquoted
        from index.facts.schema import FIELDS

        found = self.entity(entity)
        if found is None:
            return ""
        if found.label == "MISC":
            return f'"{" ".join(unquoted(found.name).split())}"'
        _, clause = clauses(self._store, FIELDS[found.label], [entity])[entity]
        return clause

    def rank(self, entity: EntityId, article: ArticleId) -> tuple[int, int]:
        """Which one an article is of those that name an entity, in reading order from 1; of how
        many. One that does not name it has the number of the last one before it."""
        return self._store.bulk.naming_rank(entity, article)
