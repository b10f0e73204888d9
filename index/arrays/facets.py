"""How many of some documents have each term of a field."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.fields import NUMERIC

from index.arrays.collection import Collection


class Forward(NamedTuple):
    """The terms of each document: `terms[starts[doc]:starts[doc + 1]]`, numbers into `names`."""

    starts: NDArray[np.int64]
    terms: NDArray[np.uint32]
    names: list[bytes]


def counts(
    collection: Collection, field: str, docs: NDArray[np.uint32], limit: int | None = None
) -> list[tuple[str, int]]:
    """The terms of a field that any of `docs` has, and how many have it: most first, then by name.

    A sortable field of text is counted by its column: one value a document, "" being none. Of
    others the postings count.
    """
    if not collection.indexed(field):
        return []
    kind = collection.schema[field]
    if kind.column_type is not None and not isinstance(kind, NUMERIC):
        codes, values = collection.codes(field)
        found = np.bincount(codes[docs], minlength=len(values))
        ranked = _ranked(found, limit)
        return [(values[code], int(found[code])) for code in ranked if values[code]]
    forward = _forward(collection, field)
    if not len(forward.terms):
        return []
    found = np.bincount(_terms_of(forward, docs), minlength=len(forward.names))
    decode = kind.from_bytes
    return [(str(decode(forward.names[term])), int(found[term])) for term in _ranked(found, limit)]


def _ranked(found: NDArray[np.intp], limit: int | None) -> list[int]:
    present = np.flatnonzero(found)
    numbers = found[present]
    if limit is not None and len(present) > limit > 0:
        bound = np.partition(numbers, len(numbers) - limit)[len(numbers) - limit]
        present = present[numbers >= bound]
        numbers = found[present]
    order = np.argsort(-numbers, kind="stable")[:limit]
    return [int(term) for term in present[order]]


def _terms_of(forward: Forward, docs: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The term numbers of some documents, with repeats."""
    begins = forward.starts[docs]
    sizes = forward.starts[docs.astype(np.int64) + 1] - begins
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    places = np.arange(total) + (begins - (ends - sizes)).repeat(sizes)
    return np.asarray(forward.terms[places])


def _forward(collection: Collection, field: str) -> Forward:
    return collection.cache.get(("forward", field), lambda: _inverted(collection, field))


def _inverted(collection: Collection, field: str) -> Forward:
    docs, terms = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)]
    names, numbers = _names(collection, field)
    for (arrays, base), own in zip(collection.segments, numbers, strict=True):
        if len(own):
            docs.append(arrays.docs_of_range(field, range(len(own))) + np.uint32(base))
            terms.append(own.repeat(arrays.doc_frequencies(field)))
    by_posting = np.concatenate(docs)
    order = by_posting.argsort(kind="stable")
    starts = np.zeros(collection.documents + 1, dtype=np.int64)
    np.cumsum(np.bincount(by_posting, minlength=collection.documents), out=starts[1:])
    return Forward(starts, np.concatenate(terms)[order], names)


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
