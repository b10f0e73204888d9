"""Which entities stand in which passages: the postings of the facts index, turned round."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.types import EntityId
from index.arrays import facets
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
    passages it stands.
    """

    ids: tuple[EntityId, ...]
    fields: NDArray[np.int8]
    passages: NDArray[np.int64]
    starts: NDArray[np.int64]
    entities: NDArray[np.int32]
    pairs: NDArray[np.int32]
    by_article: NDArray[np.int32]


def named(facts: Executor | None, docs: NDArray[np.int64], article_of: NDArray[np.int64]) -> Named:
    """Turn the postings of the fields of names round.

    `docs` are by document of the facts index that of the text, -1 for none; `article_of` is by
    document of the text the number of its article.
    """
    numbers: dict[str, int] = {}
    fields: list[NDArray[np.int8]] = [np.empty(0, dtype=np.int8)]
    found = [np.empty(0, dtype=np.int64)]
    held = [] if facts is None else [_pairs(facts, field, docs) for field in NAMES]
    for code, (names, passages, terms) in enumerate(held):
        fresh = [name for name in names if name not in numbers]
        fields.append(np.full(len(fresh), code, dtype=np.int8))
        numbers.update(zip(fresh, range(len(numbers), len(numbers) + len(fresh)), strict=True))
        own = np.fromiter(map(numbers.__getitem__, names), dtype=np.int64, count=len(names))
        # One number each for sorting: the passage first, the entity below.
        found.append(passages << 32 | own[terms])
    both = np.sort(np.concatenate(found))
    both = both[np.diff(both, prepend=-1) != 0]
    passages, entities = both >> 32, both & 0xFFFFFFFF
    articles, pairs = np.unique(article_of[passages] << 32 | entities, return_inverse=True)
    return Named(
        ids=tuple(map(EntityId, numbers)),
        fields=np.concatenate(fields),
        passages=np.bincount(entities, minlength=len(numbers)),
        starts=np.searchsorted(passages, np.arange(len(article_of) + 1)),
        entities=entities.astype(np.int32),
        pairs=pairs.astype(np.int32),
        by_article=(articles & 0xFFFFFFFF).astype(np.int32),
    )


def _pairs(
    facts: Executor, field: str, docs: NDArray[np.int64]
) -> tuple[list[str], NDArray[np.int64], NDArray[np.uint32]]:
    """The terms of a field; then, in step, the text's documents and the numbers of their terms."""
    forward = facets._forward(facts._collection, field)
    names = b"\0".join(forward.names).decode("utf-8").split("\0") if forward.names else []
    passages = np.repeat(docs, np.diff(forward.starts))
    return names, passages[passages >= 0], forward.terms[passages >= 0]
