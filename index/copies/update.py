"""Keeps the groups of copies in step with the articles of the store and the index."""

from collections.abc import Iterable, Iterator

import numpy as np

from corpus.copy_store import CopyStore
from corpus.store import Store
from index.arrays.executor import Executor
from index.copies.candidates import candidates
from index.copies.groups import SAME, grouped
from index.copies.shingles import (
    FEWEST,
    PERMUTATIONS,
    VERSION,
    Hashes,
    Shingles,
    shared,
    signatures,
)

MOST_OF_SHORTER = 0.6
"""Share of its shingles that the shorter of two copies has in common with the longer one."""

PART_OF_LONGER = 1 / 3
"""And the longer one with it: a brief inside a long report is no copy of the report."""

AT_ONCE = 500
"""Articles whose shingles are in memory at once."""


def waiting(store: Store) -> bool:
    """Whether articles came, changed or went since the last time."""
    if store.stamp("copies") != VERSION:
        return store.lists.counts().articles > 0
    return bool(store.copies.changed() or store.copies.gone())


def update(store: Store, executor: Executor) -> int:
    """Group all indexed articles by who prints the same; only what changed is done again.

    `executor` is the generation that holds the articles which the store calls indexed. Takes its
    own transaction. Returns how many articles were new or changed.
    """
    with store.transaction():
        if store.stamp("copies") != VERSION:
            store.copies.clear()
            store.set_stamp("copies", VERSION)
        changed = store.copies.changed()
        gone = store.copies.gone()
        if changed or gone:
            _Update(store.copies, Shingles(executor)).run(changed, gone)
    return len(changed)


def are_copies(one: Hashes, other: Hashes) -> float:
    """How alike two articles are (the Jaccard index of their shingles), 0 where they are no copies.

    Copies in a newsroom's sense: the same dispatch, shortened, extended or touched up.
    """
    common = shared(one, other)
    short, long = sorted((len(one), len(other)))
    if common < MOST_OF_SHORTER * short or common < PART_OF_LONGER * long:
        return 0.0
    return common / (short + long - common)


class _Update:
    """One run, inside a transaction."""

    def __init__(self, copies: CopyStore, shingles: Shingles) -> None:
        self._copies = copies
        self._shingles = shingles

    def run(self, changed: list[int], gone: set[int]) -> None:
        """`changed` are to be read; what was known of those of `gone` is forgotten before."""
        beside = self._copies.pairs(gone)
        touched = {key for pair in beside for key in pair}
        # Who stood for the same text speaks for it no more: the others find their kin anew.
        twins = {key for pair, alike in beside.items() if alike >= SAME for key in pair}
        self._copies.drop(gone)
        self._copies.put_signatures(self._signed(changed))
        pairs = list(self._alike({*changed, *twins}))
        self._copies.put_pairs(pairs)
        self._regroup(touched | {key for low, high, _ in pairs for key in (low, high)})

    def _signed(self, changed: list[int]) -> Iterator[tuple[int, bytes | None]]:
        for begin in range(0, len(changed), AT_ONCE):
            some = changed[begin : begin + AT_ONCE]
            sets = [self._shingles.of(key) for key in some]
            for key, own, row in zip(some, sets, signatures(sets), strict=True):
                yield key, row.tobytes() if len(own) >= FEWEST else None

    def _alike(self, new: set[int]) -> Iterator[tuple[int, int, float]]:
        """The pairs of copies of which one is new."""
        rows = self._copies.signatures()
        keys = np.array([key for key, _ in rows], np.int64)
        known = np.frombuffer(b"".join(row for _, row in rows), np.uint16)
        known = known.reshape(-1, PERMUTATIONS)
        places = np.flatnonzero(np.isin(keys, list(new)))
        for low, high in candidates(known, places) if len(places) else ():
            one, other = int(keys[low]), int(keys[high])
            if np.array_equal(known[low], known[high]):
                yield one, other, SAME
            elif alike := are_copies(self._shingles.of(one), self._shingles.of(other)):
                yield one, other, alike

    def _regroup(self, touched: Iterable[int]) -> None:
        """Group anew all articles that pairs connect with those touched."""
        reached: set[int] = set(touched)
        pairs: dict[tuple[int, int], float] = {}
        last = reached
        while last:
            found = self._copies.pairs(last)
            pairs |= found
            last = {key for pair in found for key in pair} - reached
            reached |= last
        self._copies.set_groups(reached, grouped(pairs).items())
