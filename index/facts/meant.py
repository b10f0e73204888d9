"""Entities in a query: from a name to those that are called so, and from those to a clause."""

import re
from collections.abc import Sequence

from corpus.store import Store
from corpus.types import EntityId, Label
from index.analysis import tokenize

LABELS: dict[str, Label] = {"per": "PER", "loc": "LOC", "org": "ORG", "misc": "MISC"}
"""What ids begin with."""

ELISIONS = ("", "l'", "d'")
"""What may stand before the first word of a name as it is indexed."""

_MARKS = re.compile('["«»“”„‟]')
"""What begins or ends a quotation in a query."""


def called(store: Store, name: str, label: Label | None = None) -> tuple[EntityId, ...]:
    """The entities that are called so, or the one whose id it is; of `label`, if one is given.

    Capitals, accents, hyphens and apostrophes are as in a search: `jean pierre` is `Jean-Pierre`,
    `per hoel brandt` is `per:hoel-brandt`. The most often written so first.
    """
    words = _words(name)
    if not words:
        return ()
    entity = _of_id(store, words, label)
    if entity is not None:
        return (entity,)
    first = words[0]
    spelt = dict.fromkeys((first, first.replace("oe", "œ"), first.replace("ae", "æ")))
    starts = [elision + word for word in spelt for elision in ELISIONS]
    rows = store.entity_names.beginning(starts, label)
    return tuple(entity for entity, written in rows if _words(written) == words)


def _of_id(store: Store, words: Sequence[str], label: Label | None) -> EntityId | None:
    """The id of which these are the words, where it is one."""
    kind, *rest = words
    if not rest or kind not in LABELS or label not in (None, LABELS[kind]):
        return None
    entity = EntityId(f"{kind}:{'-'.join(rest)}")
    return entity if store.entity_names.called([entity]) else None


def clauses(store: Store, field: str, ids: Sequence[EntityId]) -> dict[EntityId, tuple[str, str]]:
    """The names of some entities of a field of the query, each with the clause that means it.

    The clause has the name, or the id where several are called so or the name has no words.
    Entities that are no longer there are left out.
    """
    found = {}
    for entity, (name, alone) in store.entity_names.called(ids).items():
        plain = alone and not _MARKS.search(name) and _words(name)
        found[entity] = (name, f'{field}:"{name if plain else entity}"')
    return {entity: found[entity] for entity in ids if entity in found}


def unquoted(name: str) -> str:
    """A name without the marks that would end it in a query; its words stay."""
    return _MARKS.sub(" ", name)


def _words(name: str) -> list[str]:
    return [token.folded for token in tokenize(name)]
