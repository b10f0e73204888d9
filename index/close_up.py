"""The part of `Library` that looks at one name closely."""

from typing import TYPE_CHECKING

from corpus.store import Store
from corpus.types import ArticleId, EntityId

if TYPE_CHECKING:
    from index.answers import Engine


class CloseUp:
    """Methods may be called from any thread."""

    _store: Store
    _engine: "Engine"

    def forms(self, entity: EntityId) -> tuple[tuple[str, int], ...]:
        """All forms in which an entity is written, each with how often, the most frequent first."""
        return tuple(self._store.names.written_as(entity))

    def clause(self, entity: EntityId) -> str:
        """The clause of a query that means an entity; "" where there is none of that id.

        What is neither person, place nor organisation has no field: it is looked for by its name.
        """
        from index.facts.meant import clauses, unquoted
        from index.facts.schema import FIELDS

        found = next(iter(self._store.names.entities([entity])), None)
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
