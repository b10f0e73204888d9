"""What a library knows of words and names, as the planning of a query asks for it."""

from collections.abc import Callable, Sequence

from corpus.sounds import flat
from corpus.store import Store
from corpus.types import Entity, Label
from index.facts.meant import called
from index.lexicon import Lexicon
from index.query.names import other_spellings
from index.query.words import Words


def known_words(
    store: Store,
    lexicon: Lexicon,
    languages: Sequence[str | None],
    passages: int,
    frequency: Callable[[str, str], int],
    sources: Callable[[], Sequence[str]],
) -> Words:
    """The words and names of the library that has this store and lexicon.

    `languages` are those of the articles, the most frequent first; `passages` is how many the
    index holds; `frequency` counts those with a term of a field;
    `sources` names all outlets.
    """

    def entities(name: str, label: Label | None) -> Sequence[Entity]:
        words = flat(name.removesuffix("*")).split()
        # What a facet's clause names is that one entity, whoever else is written so.
        ids = list(called(store, name, label)) if not name.endswith("*") else []
        ids = ids or store.lookup.meant(words, label, begun=name.endswith("*"))
        known = {entity.id: entity for entity in store.names.entities(ids[:MAX_NAMED])}
        return [known[i] for i in ids[:MAX_NAMED] if i in known]

    def spellings(name: str) -> Sequence[str]:
        ids = store.lookup.called(flat(name).split())[:1]
        return [s for entity in store.names.entities(ids) for s in other_spellings(entity, name)]

    return Words(
        languages=languages or [None],
        passages=passages,
        frequency=frequency,
        matching=lexicon.matching,
        near=lexicon.near,
        sounding=lexicon.sounding,
        aliases=store.names.aliases,
        spellings=spellings,
        entities=entities,
        sources=sources,
    )


MAX_NAMED = 200
"""Entities that one name of a query may mean."""
