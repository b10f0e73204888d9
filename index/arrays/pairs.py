"""Which documents have which terms of a field: its postings, not yet turned either way."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.collection import Collection


class Pairs(NamedTuple):
    """Each document with each of its terms once, in no order; deleted documents too.

    `terms` are numbers into `names`.
    """

    docs: NDArray[np.uint32]
    terms: NDArray[np.uint32]
    names: list[str]


def pairs(collection: Collection, field: str) -> Pairs:
    """Those of a field of text; none where it is not indexed."""
    docs, terms = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)]
    names, numbers = _names(collection, field)
    for (arrays, base), own in zip(collection.segments, numbers, strict=True):
        docs.append(arrays.docs_of_range(field, range(len(own))) + np.uint32(base))
        terms.append(own.repeat(arrays.doc_frequencies(field)))
    return Pairs(np.concatenate(docs), np.concatenate(terms), list(map(bytes.decode, names)))


def _names(collection: Collection, field: str) -> tuple[list[bytes], list[NDArray[np.uint32]]]:
    """All terms of a field in order, and for each segment their places by its own numbers."""
    own = [
        arrays.terms(field, range(arrays.term_count(field))) for arrays, _ in collection.segments
    ]
    if len(own) == 1:
        return own[0], [np.arange(len(own[0]), dtype=np.uint32)]
    names = sorted({name for part in own for name in part})
    places = {name: place for place, name in enumerate(names)}
    return names, [np.array([places[name] for name in part], dtype=np.uint32) for part in own]
