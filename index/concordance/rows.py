"""Where patterns stand among the running words of many documents."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.dictionary import U32
from index.arrays.words import Places, WordsReader
from index.concordance.forms import Forms
from index.concordance.patterns import Pattern


class Rows(NamedTuple):
    """Words in a row in one segment: the places of the first and of the last."""

    first: Places
    last: Places


NO_ROWS = Rows(np.empty(0, np.int64), np.empty(0, np.int64))


def rows(
    words: WordsReader,
    forms: Forms,
    docs: NDArray[Any],
    code: str | None,
    wanted: Sequence[Pattern],
) -> list[Rows]:
    """All rows of each pattern in some documents (ascending) that are in one language."""
    chosen: list[tuple[Pattern, list[U32], int]] = []
    for pattern in wanted:
        sets = [forms.codes(one, code, pattern.loose) for one in pattern.words]
        if all(map(len, sets)):
            chosen.append((pattern, sets, 0 if pattern.loose else _rarest(sets)))
    if not chosen:
        return []
    # One look through the words for all patterns.
    places = words.find(np.concatenate([sets[at] for _, sets, at in chosen]), docs)
    codes = words.codes(places)
    found = []
    for pattern, sets, at in chosen:
        own = places[np.isin(codes, sets[at])]
        if pattern.loose:
            found.append(_loose(words, own, sets[1:], forms.stops(code)))
        else:
            found.append(_close(words, own, sets, at))
    return found


def _rarest(sets: Sequence[U32]) -> int:
    """Codes are given as words come up: the rarest have the highest, and the fewest places."""
    return max(range(len(sets)), key=lambda at: int(sets[at].min()))


def _close(words: WordsReader, places: Places, sets: Sequence[U32], known: int) -> Rows:
    """Rows of words that follow each other, of which the one numbered `known` is at `places`."""
    first, last = places - known, places + (len(sets) - 1 - known)
    own = words.docs(places)
    inside = (first >= words.starts[own]) & (last < words.starts[own + 1])
    first, last = first[inside], last[inside]
    for at, one in enumerate(sets):
        if at != known:
            same = np.isin(words.codes(first + at), one)
            first, last = first[same], last[same]
    return Rows(first, last)


def _loose(
    words: WordsReader, first: Places, others: Sequence[U32], skipped: NDArray[np.bool_]
) -> Rows:
    """Rows of words that follow those at `first`; there may be skipped ones between."""
    found = Rows(first, first)
    if not others:
        return found
    ends = words.starts[words.docs(first) + 1].astype(np.int64)
    for one in others:
        after = _after(words, found.last, ends, skipped)
        inside = np.flatnonzero(after < ends)
        inside = inside[np.isin(words.codes(after[inside]), one)]
        found = Rows(found.first[inside], after[inside])
        ends = ends[inside]
    return found


def _after(words: WordsReader, places: Places, ends: Places, skipped: NDArray[np.bool_]) -> Places:
    """The next places that hold no skipped word; from `ends` on where there is none."""
    after = places + 1
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
