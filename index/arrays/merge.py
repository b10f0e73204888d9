"""Merging the postings of a field: of segments, of runs spilled to disk, and of what is in memory.

Postings are moved as arrays, a window of terms at a time; no document is indexed again.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays.postings import FieldEncoder
from index.arrays.segment import SegmentArrays
from index.arrays.tokens import Source, Window

WINDOW = 1 << 20
"""Postings that are held in memory at a time; a term with more is held as a whole."""


class Taken:
    """The documents of an old segment that a new one takes over: those not deleted."""

    def __init__(self, arrays: SegmentArrays, offset: int) -> None:
        """`offset` is the new number of the first of them."""
        self.arrays = arrays
        self.offset = offset
        self.count: int = arrays.segment.doc_count()
        self.kept: NDArray[np.bool_] | None = None
        """By old number: whether the document is kept; None where all are."""
        if arrays.segment.has_deletions():
            self.kept = np.ones(arrays.doc_count, np.bool_)
            self.kept[arrays.segment.deleted_array()] = False

    @cached_property
    def docs(self) -> NDArray[np.uint32]:
        """Their old numbers."""
        if self.kept is None:
            return np.arange(self.count, dtype=np.uint32)
        return np.flatnonzero(self.kept).astype(np.uint32)

    @cached_property
    def _numbers(self) -> NDArray[np.uint32]:
        assert self.kept is not None
        return (np.cumsum(self.kept) - 1).astype(np.uint32)

    def renumbered(self, docs: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The new numbers of some of them."""
        return (docs if self.kept is None else self._numbers[docs]) + np.uint32(self.offset)

    def source(self, field: str) -> "SegmentSource | None":
        """Their postings in a field; None where the old segment has none."""
        return SegmentSource(self, field) if field in self.arrays.fields else None


class SegmentSource:
    """The postings of a field in an old segment: a `Source`."""

    def __init__(self, taken: Taken, field: str) -> None:
        """Read the field's terms."""
        self._taken = taken
        self._postings = taken.arrays.fields[field]
        self.terms = self._postings.terms()
        self.counts = self._postings.doc_frequencies()

    def window(self, first: int, last: int) -> Window:
        """The postings of some terms in a row, those of deleted documents left out."""
        postings, kept = self._postings, self._taken.kept
        extent = postings.extent(first, last)
        docs = postings.docs(first, last)
        frequencies = postings.frequencies(*extent)
        positions = postings.positions(*extent) if postings.has_positions else None
        counts: NDArray[Any] = self.counts[first:last]
        self._taken.arrays.file.release()
        if kept is not None:
            stays = kept[docs]
            owners = np.repeat(np.arange(len(counts)), counts)
            counts = np.bincount(owners[stays], minlength=len(counts))
            if positions is not None:
                positions = positions[np.repeat(stays, frequencies)]
            docs, frequencies = docs[stays], frequencies[stays]
        return Window(counts, self._taken.renumbered(docs), frequencies, positions)


def merge(sources: Sequence[Source], encoder: FieldEncoder) -> None:
    """Write the postings of all sources, which come in the order of their documents."""
    terms = _union(sources)
    ranks = _ranks(sources, terms)
    totals = np.zeros(len(terms), np.int64)
    for source, rank in zip(sources, ranks, strict=True):
        totals[rank] += source.counts
    for first, last in _windows(totals):
        parts = []
        for source, rank in zip(sources, ranks, strict=True):
            start, end = np.searchsorted(rank, [first, last])
            if start < end:
                parts.append((rank[start:end] - first, source.window(int(start), int(end))))
        merged = _merged(parts, last - first)
        left = merged.counts > 0
        names = terms[first:last]
        if not left.all():
            names = [names[i] for i in np.flatnonzero(left)]
        encoder.add(names, merged.counts[left], *merged[1:])


def _union(sources: Sequence[Source]) -> list[bytes]:
    if len(sources) == 1:
        return sources[0].terms
    return sorted(set().union(*(source.terms for source in sources)))


def _ranks(sources: Sequence[Source], terms: list[bytes]) -> list[NDArray[np.int64]]:
    """The places of each source's terms among `terms`."""
    if len(sources) == 1:
        return [np.arange(len(terms))]
    numbers = dict(zip(terms, range(len(terms)), strict=True))
    found = (map(numbers.__getitem__, source.terms) for source in sources)
    return [np.fromiter(each, np.int64) for each in found]


def _windows(totals: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Parts of the terms with about `WINDOW` postings each."""
    ends = np.cumsum(totals)
    if not len(ends):
        return []
    marks = np.searchsorted(ends, np.arange(WINDOW, ends[-1], WINDOW), side="right")
    bounds = np.unique(np.concatenate(([0], marks, [len(totals)]))).tolist()
    return list(pairwise(bounds))


def _merged(parts: Sequence[tuple[NDArray[np.int64], Window]], count: int) -> Window:
    """Windows of several sources as one: by term, in it by source. `count` terms in all."""
    if len(parts) == 1 and len(parts[0][0]) == count:
        return parts[0][1]
    counts = np.zeros(count, np.int64)
    for numbers, window in parts:
        counts[numbers] += window.counts
    size = int(counts.sum())
    docs, frequencies = np.empty(size, np.uint32), np.empty(size, np.uint32)
    filled = np.cumsum(counts) - counts
    places = []
    for numbers, window in parts:
        place = _spread(filled[numbers], window.counts)
        filled[numbers] += window.counts
        docs[place], frequencies[place] = window.docs, window.frequencies
        places.append(place)
    positions = None
    if parts and parts[0][1].positions is not None:
        starts = np.cumsum(frequencies, dtype=np.int64) - frequencies
        positions = np.empty(int(frequencies.sum()), np.uint32)
        for (_, window), place in zip(parts, places, strict=True):
            assert window.positions is not None
            positions[_spread(starts[place], window.frequencies)] = window.positions
    return Window(counts, docs, frequencies, positions)


def _spread(starts: NDArray[np.int64], counts: NDArray[Any]) -> NDArray[np.int64]:
    """For each start and count: the start, the number after it, and so on, `count` of them."""
    before = np.cumsum(counts, dtype=np.int64) - counts
    total = int(before[-1] + counts[-1]) if len(counts) else 0
    return np.repeat(starts - before, counts) + np.arange(total)
