"""The distinct words of a segment, in the order of the dictionary."""

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.analysis import fold

MAX_REMEMBERED = 20_000
"""Folded forms kept: looking words up passes the same ones again and again. Some 2 MB."""

FENCE = 64
"""Of so many words one is kept in memory, to look for others between two of these."""

LAST = "\U0010ffff"
"""A character that comes after all others."""

U32 = NDArray[np.uint32]


def order(word: str) -> tuple[str, str]:
    """What words are sorted by: their folded form, then their accents."""
    return fold(word), word


class Dictionary:
    """Words by rank, their place in the order; and by code, another number they go by."""

    def __init__(self, ranks: U32, ends: U32, blob: NDArray[np.uint8]) -> None:
        """`ranks` are by code; `ends` by rank, where the word ends in `blob`, the words' bytes."""
        self.ranks = ranks
        self._ends = ends
        self._blob = blob
        self._folded: dict[int, str] = {}

    @property
    def distinct(self) -> int:
        """How many different words there are."""
        return len(self.ranks)

    def word(self, rank: int) -> str:
        """The word of a rank."""
        start = int(self._ends[rank - 1]) if rank else 0
        return self._blob[start : int(self._ends[rank])].tobytes().decode()

    def folded(self, rank: int) -> str:
        """The folded form of a rank's word."""
        found = self._folded.get(rank)
        if found is None:
            if len(self._folded) >= MAX_REMEMBERED:
                self._folded.clear()
            found = self._folded[rank] = fold(self.word(rank))
        return found

    def folded_in(self, ranks: range) -> list[str]:
        """The folded forms of the words of ranks in a row: faster than one by one."""
        if not ranks:
            return []
        ends = self._ends[max(ranks.start - 1, 0) : ranks.stop].tolist()
        ends = ends if ranks.start else [0, *ends]
        blob = self._blob[ends[0] : ends[-1]].tobytes()
        base = ends[0]
        return [fold(blob[a - base : b - base].decode()) for a, b in pairwise(ends)]

    def rank(self, word: str) -> int | None:
        """The rank of a word, None where it does not occur."""
        spelled = self.spelled(fold(word))
        return next((rank for rank in spelled if self.word(rank) == word), None)

    def beginning(self, folded: str) -> range:
        """The ranks of the words whose folded form begins with `folded`."""
        return range(self._first(folded), self._first(folded + LAST))

    def spelled(self, folded: str) -> range:
        """The ranks of the words of which `folded` is the folded form."""
        first = last = self._first(folded)
        while last < self.distinct and self.folded(last) == folded:
            last += 1
        return range(first, last)

    def _first(self, folded: str) -> int:
        """The rank of the first word whose folded form is not before `folded`."""
        # Among a few, in one call; then among the words that stand between two of them.
        post = bisect_left(self._posts, folded)
        low, high = max(post - 1, 0) * FENCE, min(post * FENCE, self.distinct)
        return bisect_left(range(self.distinct), folded, low, high, key=self.folded)

    @cached_property
    def _posts(self) -> list[str]:
        """The folded form of each `FENCE`th word."""
        return [fold(self.word(rank)) for rank in range(0, self.distinct, FENCE)]

    @cached_property
    def codes_by_rank(self) -> U32:
        """The code of each rank's word."""
        codes = np.empty(self.distinct, np.uint32)
        codes[self.ranks] = np.arange(self.distinct, dtype=np.uint32)
        return codes
