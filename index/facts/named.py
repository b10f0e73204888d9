"""Which entities stand in which passages: the postings of the facts index, by passage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.types import EntityId
from index.arrays.executor import Executor

NameField = Literal["person", "place", "org", "other"]
NAMES: tuple[NameField, ...] = ("person", "place", "org", "other")
"""The fields of names, in the order in which `Named.fields` numbers them."""


@dataclass(frozen=True, slots=True)
class Named:
    """Entities, numbered, and the passages that name them; each pair of both once.

    `entities[starts[doc]:starts[doc + 1]]` are the numbers of the entities of a passage. `pairs`,
    beside them, number the pairs of an article and an entity; `by_article` has the entity of each
    such pair. `fields` says by entity which of `NAMES` it belongs to, `passages` in how many
    passages it stands. `numbers` are those of the `ids`.
    """

    ids: tuple[EntityId, ...]
    numbers: Mapping[EntityId, int]
    fields: NDArray[np.int8]
    passages: NDArray[np.int64]
    starts: NDArray[np.int64]
    entities: NDArray[np.int32]
    pairs: NDArray[np.int32]
    by_article: NDArray[np.int32]


def named(facts: Executor | None, docs: NDArray[np.int64], article_of: NDArray[np.int64]) -> Named:
    """The entities of each passage.

    `docs` are by document of the facts index that of the text, -1 for none; `article_of` is by
    document of the text the number of its article.
    """
    numbers: dict[EntityId, int] = {}
    fields = [np.empty(0, dtype=np.int8)]
    found = [np.empty(0, dtype=np.int64)]
    for code, (held, own, names) in enumerate([facts.pairs(f) for f in NAMES] if facts else []):
        before = len(numbers)
        entity = [numbers.setdefault(EntityId(name), len(numbers)) for name in names]
        fields.append(np.full(len(numbers) - before, code, dtype=np.int8))
        # One number each for sorting: the passage first, the entity below.
        both = docs[held] << 32 | np.array(entity, dtype=np.int64)[own]
        found.append(both[both >= 0])
    both = np.sort(np.concatenate(found))
    both = both[np.diff(both, prepend=-1) != 0]
    passages, entities = both >> 32, both & 0xFFFFFFFF
    pairs, first = _numbered(article_of[passages] << 32 | entities)
    starts = np.zeros(len(article_of) + 1, dtype=np.int64)
    np.cumsum(np.bincount(passages, minlength=len(article_of)), out=starts[1:])
    return Named(
        ids=tuple(numbers),
        numbers=numbers,
        fields=np.concatenate(fields),
        passages=np.bincount(entities, minlength=len(numbers)),
        starts=starts,
        entities=entities.astype(np.int32),
        pairs=pairs,
        by_article=entities[first].astype(np.int32),
    )


def _numbered(values: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """The places of values among the different ones, and where each of those first stands."""
    # Stable because that is fast here: passages of an article follow each other, sorted.
    order = np.argsort(values, kind="stable")
    fresh = np.diff(values[order], prepend=-1) != 0
    numbers = np.empty(len(values), dtype=np.int32)
    numbers[order] = np.cumsum(fresh) - 1
    return numbers, order[fresh]
