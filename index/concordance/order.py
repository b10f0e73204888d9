"""In what order the lines of a concordance stand."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysis import fold
from index.arrays.words import Places
from index.concordance.found import Occurrences, Segment

DEPTH = 3
"""How many words on one side decide."""


class ByWords:
    """The order by the `nth` word (from 1) on a side ("left", "right"), then by those beyond it.

    Words in the order of the dictionary; none comes first. Otherwise as they stand in `found`.
    Each segment is sorted by its own dictionary; words of different segments are compared only
    for as many lines as are wanted.
    """

    def __init__(self, parts: Sequence[Segment], found: Occurrences, side: str, nth: int) -> None:
        self._parts = parts
        self._segments = found.segments
        self._keys = np.stack([_keys(parts, found, side, nth + k) for k in range(DEPTH)])
        self._orders = []
        for number in range(len(parts)):
            own = np.flatnonzero(found.segments == number)
            self._orders.append(own[np.lexsort(self._keys[::-1, own])])

    def first(self, end: int) -> NDArray[np.intp]:
        """The first occurrences, up to, not including, number `end`."""
        if len(self._orders) == 1:
            return self._orders[0][:end]
        nowhere = np.empty(0, np.intp)
        some = np.sort(np.concatenate([nowhere, *(order[:end] for order in self._orders)]))
        keys = _in_common(self._parts, self._segments[some], self._keys[:, some])
        return some[np.lexsort(keys[::-1])][:end]


def _keys(
    parts: Sequence[Segment], found: Occurrences, side: str, distance: int
) -> NDArray[np.int64]:
    """What the word at a distance from each occurrence is sorted by, 0 where there is none."""
    keys = np.zeros(len(found.docs), np.int64)
    for number, segment in enumerate(parts):
        own = np.flatnonzero(found.segments == number)
        places, inside = _beside(segment, found, own, side, distance)
        keys[own[inside]] = segment.words.ranks[segment.words.codes(places[inside])] + 1
    return keys


def _beside(
    segment: Segment, found: Occurrences, own: NDArray[np.intp], side: str, distance: int
) -> tuple[Places, NDArray[np.bool_]]:
    """The places at a distance, and which of them are still in the document."""
    docs = found.docs[own] - segment.base
    starts = segment.words.starts
    if side == "left":
        places = found.first[own] - distance
        return places, places >= starts[docs]
    places = found.last[own] + distance
    return places, places < starts[docs + 1]


def _in_common(
    parts: Sequence[Segment], segments: NDArray[np.int64], keys: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Keys of words of several segments as ranks among all those words."""
    different, back = np.unique((segments << 32) + keys, return_inverse=True)
    words = [
        parts[number >> 32].words.word((number & 0xFFFFFFFF) - 1) if number & 0xFFFFFFFF else ""
        for number in different.tolist()
    ]
    order = sorted({"", *words}, key=lambda word: (fold(word), word))
    ranks = {word: rank for rank, word in enumerate(order)}
    common = np.array([ranks[word] for word in words], np.int64)
    return common[back].reshape(keys.shape)


def by_name(codes: NDArray[Any], names: Sequence[str]) -> NDArray[np.int64]:
    """Codes as ranks of what they stand for, in the order of the dictionary, none last."""
    order = sorted(range(len(names)), key=lambda c: (not names[c], fold(names[c]), names[c]))
    ranks = np.empty(len(names), np.int64)
    ranks[order] = np.arange(len(names))
    places: NDArray[np.int64] = ranks[codes]
    return places
