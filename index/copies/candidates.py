"""Who may be alike, by signatures alone: locality-sensitive hashing (P. Indyk, R. Motwani, 1998).

A signature is cut into bands of two numbers. Two articles of which one band agrees are compared
further: of those that share a quarter of all their shingles that is true of 98 in 100, of those
that share nothing of one in some millions.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.copies.shingles import PERMUTATIONS, Signatures

LEAST = 0.12
"""Share of a signature that must agree: copies share at least a fifth of all their shingles, and
signatures err by a twenty-fifth."""

CROWD = 64
"""More articles than these with the same band share a formula, not a story; a copy has others."""

MANY = 64
"""From so many new articles on all are sorted band by band; fewer are compared with each other
article at once."""

Pairs = NDArray[np.int64]
"""Rows of two row numbers, the lower one first, each pair once."""

Places = NDArray[np.intp]


def candidates(rows: Signatures, new: NDArray[np.int64]) -> Pairs:
    """Pairs of rows that may be alike and of which one at least is among `new` (row numbers).

    Of rows that are the same only the first stands for all; each other one is paired with it.
    """
    first = _first_alike(rows)
    fresh = np.zeros(len(rows), np.bool_)
    fresh[new] = True
    fresh |= fresh[first]
    alone = np.flatnonzero(first == np.arange(len(rows)))
    found = _sorted(rows, alone) if len(new) >= MANY else _compared(rows, alone, new)
    found = found[fresh[found].any(axis=1)]
    found = found[_agreement(rows, found) >= LEAST]
    others = np.flatnonzero(fresh & (first != np.arange(len(rows))))
    return np.concatenate([found, np.stack([first[others], others], axis=1)])


def _first_alike(rows: Signatures) -> NDArray[np.int64]:
    """By row: the first row that is the same."""
    # 64 bits of each: as good as the rows themselves, and compared at once.
    quarters = np.ascontiguousarray(rows).view(np.uint64)
    factors = np.random.default_rng(0).integers(0, 2**63, quarters.shape[1], np.uint64) * 2 + 1
    mixed = (quarters * factors).sum(axis=1, dtype=np.uint64)
    _, first, back = np.unique(mixed, return_index=True, return_inverse=True)
    found: NDArray[np.int64] = first[back]
    return found


def _bands(rows: Signatures) -> NDArray[np.uint32]:
    """A row of bands for each row."""
    return np.ascontiguousarray(rows).view(np.uint32)


def _sorted(rows: Signatures, alone: NDArray[np.int64]) -> Pairs:
    """All pairs of different rows with a band in common."""
    bands = _bands(rows)
    size = max(1, len(rows))
    found = [np.empty(0, np.int64)]
    for band in range(PERMUTATIONS // 2):
        own = bands[alone, band]
        order = np.argsort(own, kind="stable")
        for low, high in _neighbours(own[order]):
            found.append(alone[order[low]] * size + alone[order[high]])
    pairs = np.unique(np.concatenate(found))
    return np.stack([pairs // size, pairs % size], axis=1)


def _neighbours(values: NDArray[np.uint32]) -> Iterator[tuple[Places, Places]]:
    """Places of the same value, in pairs; values are sorted."""
    _, numbers, counts = np.unique(values, return_inverse=True, return_counts=True)
    low = np.flatnonzero((counts > 1)[numbers] & (counts <= CROWD)[numbers])
    for distance in range(1, CROWD):
        low = low[low + distance < len(values)]
        low = low[numbers[low] == numbers[low + distance]]
        if not len(low):
            break
        yield low, low + distance


def _compared(rows: Signatures, alone: NDArray[np.int64], new: NDArray[np.int64]) -> Pairs:
    """Pairs of a new row and any other one with a band in common."""
    bands = _bands(rows)[alone]
    found = [np.empty((0, 2), np.int64)]
    for row in np.intersect1d(new, alone):
        alike = bands == _bands(rows[row : row + 1])
        alike &= alike.sum(axis=0) <= CROWD
        others = alone[alike.any(axis=1)]
        others = others[others != row]
        found.append(np.sort(np.stack([others, np.full(len(others), row)], axis=1), axis=1))
    return np.unique(np.concatenate(found), axis=0)


def _agreement(rows: Signatures, pairs: Pairs) -> NDArray[np.float64]:
    """The share of each pair's signatures that agrees: an estimate of the Jaccard index."""
    blocks = np.array_split(pairs, len(pairs) // 4096 + 1)
    shares = [(rows[block[:, 0]] == rows[block[:, 1]]).mean(axis=1) for block in blocks]
    return np.concatenate(shares)
