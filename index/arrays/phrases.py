"""Words that stand together: phrases, and words near each other, by their places.

A place is a key, `document << POSITION_BITS | position`, so that all documents are compared at
once. Spans grow as Whoosh's do (`whoosh.query.spans`): each next part must be `mindist` to
`slop` positions from what was found of the parts before it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.collection import POSITION_BITS
from index.arrays.matches import Docs

Keys = NDArray[np.int64]

MAX_SLOP = 1 << 30
FEW = 2_000
"""Keys up to which a table does not pay: measured."""
SEARCH_COST = 3
"""Looking for a key among others costs as much as merging so many: measured."""
SPARSE = 24
"""Slots of a table for each key: one key in so many is let through wrongly."""


class Spans(NamedTuple):
    """Where something stands: keys of its first and last words, ascending by the first."""

    starts: Keys
    ends: Keys


class Near(NamedTuple):
    """What is asked of the places of two things, as Whoosh's `SpanNear2` says it.

    `reach` says how much further back the second may start that ends in reach (`SpanNear`).
    """

    slop: int
    ordered: bool
    mindist: int
    reach: bool = False


def documents_of(keys: Keys) -> Docs:
    """The documents of ascending keys, each once."""
    docs = (keys >> POSITION_BITS).astype(np.uint32)
    if len(docs) < 2:
        return docs
    first = np.empty(len(docs), dtype=np.bool_)
    first[0] = True
    np.not_equal(docs[1:], docs[:-1], out=first[1:])
    return docs[first]


@dataclass(frozen=True, slots=True)
class Places:
    """The keys of a word, and a table that says of most other keys that they are not among them.

    The table has an entry for each remainder of `_slots` (a Bloom filter of one function).
    """

    keys: Keys
    table: NDArray[np.bool_]

    @classmethod
    def of(cls, keys: Keys) -> "Places":
        """Make the table; of few keys none, which are found as fast without."""
        if len(keys) < FEW:
            return cls(keys, np.empty(0, np.bool_))
        table = np.zeros(1 << (len(keys) * SPARSE).bit_length(), dtype=np.bool_)
        table[_slots(keys, len(table))] = True
        return cls(keys, table)

    def among(self, wanted: Keys) -> Keys:
        """Those of `wanted`, which ascend, that are among the keys."""
        if len(self.table) and len(wanted) >= FEW // 8:
            wanted = wanted[self.table.take(_slots(wanted, len(self.table)))]
        if not len(self.keys) or not len(wanted):
            return wanted[:0]
        if len(wanted) * SEARCH_COST > len(self.keys):
            # Both ascend, so that this merges them; keys differ, so that twice is in both.
            both = np.sort(np.concatenate((wanted, self.keys)), kind="stable")
            return np.asarray(both[1:][both[1:] == both[:-1]])
        places = self.keys.searchsorted(wanted)
        np.minimum(places, len(self.keys) - 1, out=places)
        return np.asarray(wanted[self.keys.take(places) == wanted])


def _slots(keys: Keys, size: int) -> Keys:
    # Passages have some 64 words: neighbours in a text, and in the index, are neighbours here.
    slots = keys >> (POSITION_BITS - 6)
    slots += keys
    slots &= size - 1
    return slots


def in_a_row(words: Sequence[Places]) -> Keys:
    """The keys of the first of words that follow each other; the rarest words are met first."""
    order = sorted(range(len(words)), key=lambda place: len(words[place].keys))
    first, *others = order
    found = words[first].keys - first
    for place in others:
        found = words[place].among(found + place) - place
    return found


def near(first: Spans, second: Spans, how: Near) -> Spans:
    """The spans that hold one of `first` and one of `second` as near as asked."""
    slop = min(how.slop, MAX_SLOP)
    if slop < 0 or not len(first.starts) or not len(second.starts):
        return _NO_SPANS
    longest = int((second.ends - second.starts).max()) if how.reach else 0
    back = 0 if how.ordered else slop + longest
    low = second.starts.searchsorted(first.starts - back)
    high = second.starts.searchsorted(first.ends + slop, side="right")
    counts = np.maximum(high - low, 0)
    total = int(counts.sum())
    left = np.arange(len(counts)).repeat(counts)
    right = np.arange(total) - (np.cumsum(counts) - counts - low).repeat(counts)
    starts, ends = first.starts[left], first.ends[left]
    others, other_ends = second.starts[right], second.ends[right]
    distances = np.maximum(np.maximum(others - ends, starts - other_ends), 0)
    kept = (distances >= how.mindist) & (distances <= slop)
    if how.ordered:
        kept &= starts <= others
    return unique(
        Spans(
            np.minimum(starts[kept], others[kept]),
            np.maximum(ends[kept], other_ends[kept]),
        )
    )


_NO_SPANS = Spans(np.empty(0, np.int64), np.empty(0, np.int64))


def unique(spans: Spans) -> Spans:
    """The spans in order, each once."""
    if len(spans.starts) < 2:
        return spans
    order = np.lexsort((spans.ends, spans.starts))
    starts, ends = spans.starts[order], spans.ends[order]
    first = np.ones(len(starts), dtype=np.bool_)
    first[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Spans(starts[first], ends[first])


def any_of(parts: Sequence[Spans]) -> Spans:
    """The spans of all parts together."""
    if not parts:
        return _NO_SPANS
    starts = np.concatenate([part.starts for part in parts])
    return unique(Spans(starts, np.concatenate([part.ends for part in parts])))


def chain(parts: Sequence[Any], of: Callable[[Any], Spans], how: Near) -> Spans:
    """The spans of parts near each other, one after the other."""
    found = of(parts[0])
    for part in parts[1:]:
        if not len(found.starts):
            break
        found = near(found, of(part), how)
    return found
