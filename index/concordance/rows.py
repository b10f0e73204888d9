"""Where patterns stand among the running words of many documents."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.words import Places, WordsReader
from index.concordance.forms import Forms
from index.concordance.patterns import Pattern


class Rows(NamedTuple):
    """Words in a row in one segment: the places of the first and of the last."""

    first: Places
    last: Places


NO_ROWS = Rows(np.empty(0, np.int64), np.empty(0, np.int64))


def rows(
    words: WordsReader, forms: Forms, docs: NDArray[Any], code: str | None, wanted: Pattern
) -> Rows:
    """All rows of a pattern in some documents (ascending) that are in one language."""
    sets = [forms.codes(one, code, wanted.loose) for one in wanted.words]
    if not all(map(len, sets)):
        return NO_ROWS
    first = words.find(sets[0], docs)
    ends = words.starts[words.docs(first) + 1].astype(np.int64)
    found = Rows(first, first)
    skipped = forms.stops(code) if wanted.loose else None
    for one in sets[1:]:
        after = _after(words, found.last, ends, skipped)
        inside = np.flatnonzero(after < ends)
        inside = inside[np.isin(words.codes(after[inside]), one)]
        found = Rows(found.first[inside], after[inside])
        ends = ends[inside]
    return found


def _after(
    words: WordsReader, places: Places, ends: Places, skipped: NDArray[np.bool_] | None
) -> Places:
    """The next places that hold no skipped word; from `ends` on where there is none."""
    after = places + 1
    if skipped is None:
        return after
    moving = np.flatnonzero(after < ends)
    while len(moving):
        moving = moving[skipped[words.codes(after[moving])]]
        after[moving] += 1
        moving = moving[after[moving] < ends[moving]]
    return after


def joined(parts: Sequence[Rows]) -> Rows:
    """Rows of several patterns in reading order: of those that overlap the first, then the longest.

    The same choice as that of the marks in a text.
    """
    first, last = (np.concatenate(ends) for ends in zip(NO_ROWS, *parts, strict=True))
    order = np.lexsort((-last, first))
    first, last = first[order], last[order]
    kept = _chosen(first, last)
    return Rows(first[kept], last[kept])


def _chosen(first: Places, last: Places) -> NDArray[np.bool_]:
    """Which rows to keep of rows sorted by their first word, the longest before the others."""
    kept = np.ones(len(first), np.bool_)
    if len(first):
        kept[1:] = first[1:] > np.maximum.accumulate(last)[:-1]
    # Each row that is in doubt comes after the one that begins its heap.
    begins = np.append(np.flatnonzero(kept), len(first))
    for heap in np.flatnonzero(np.diff(begins) > 1):
        reached = last[begins[heap]]
        for row in range(begins[heap] + 1, begins[heap + 1]):
            if first[row] > reached:
                kept[row] = True
                reached = last[row]
    return kept
