"""Stock Whoosh's way through the postings of a term, over arrays."""

from bisect import bisect_left
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.formats import Existence, Format, Frequency
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.system import emptybytes, pack_uint

from index.arrays.segment import SegmentArrays

BLOCK = 128
"""Postings that are skipped together when none of them can be good enough."""


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """The documents of one term, in order."""

    def __init__(
        self,
        arrays: SegmentArrays,
        term: tuple[str, bytes],
        number: int,
        format_: Format,
        scorer: Any,
    ) -> None:
        """`number` is the term's number in its field, `format_` the field's format.

        `scorer` is a `whoosh.scoring.BaseScorer`, or None where nothing is scored.
        """
        self._arrays = arrays
        self._term = term
        self._number = number
        self.format = format_
        self.scorer = scorer
        self._docs, self._frequencies = arrays.postings(term[0], number)
        self._ids: list[int] = self._docs.tolist()
        self._weights: list[int] = self._frequencies.tolist()
        self._i = 0

    def copy(self) -> "ArrayMatcher":
        """Another one at the same place."""
        other = self.__class__(self._arrays, self._term, self._number, self.format, self.scorer)
        other._i = self._i
        return other

    def is_active(self) -> bool:
        """Whether it stands on a posting."""
        return self._i < len(self._ids)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._i = 0

    def id(self) -> int:
        """The document."""
        return self._ids[self._i]

    def all_ids(self) -> list[int]:
        """All documents."""
        return self._ids

    def weight(self) -> float:
        """How often the term stands in the document."""
        return float(self._weights[self._i])

    def next(self) -> bool:
        """Go on; whether a new block was reached."""
        if not self.is_active():
            raise ReadTooFar
        self._i += 1
        return self._i % BLOCK == 0 or not self.is_active()

    def skip_to(self, docnum: int) -> None:
        """Go on to the first document that is not before `docnum`."""
        if not self.is_active():
            raise ReadTooFar
        self._i = bisect_left(self._ids, docnum, self._i)

    # Values

    @cached_property
    def _positions(self) -> tuple[list[int], list[int]]:
        starts, values = self._arrays.positions(self._term[0], self._number)
        return starts.tolist(), values.tolist()

    def _here(self) -> list[int]:
        starts, values = self._positions
        return values[starts[self._i] : starts[self._i + 1]]

    def value(self) -> bytes:
        """The posting's value, in the encoding of the field's format."""
        if isinstance(self.format, Existence):
            return bytes(emptybytes)
        if isinstance(self.format, Frequency):
            return bytes(pack_uint(self._weights[self._i]))
        return bytes(self.format.encode(self._here()))

    def value_as(self, astype: str) -> Any:
        """The posting's value; positions without the detour through their encoding."""
        return self._here() if astype == "positions" else super().value_as(astype)

    # Quality

    @cached_property
    def _blocks(self) -> tuple[list[int], list[int], list[int]]:
        starts = np.arange(0, len(self._ids), BLOCK)
        lengths = self._arrays.lengths_of(self._term[0], self._docs)
        return (
            np.maximum.reduceat(self._frequencies, starts).tolist(),
            np.minimum.reduceat(lengths, starts).tolist(),
            np.maximum.reduceat(lengths, starts).tolist(),
        )

    def max_quality(self) -> float:
        """The best score that any posting can have."""
        return float(self.scorer.max_quality())

    def block_quality(self) -> float:
        """The best score that a posting of this block can have."""
        return float(self.scorer.block_quality(self))

    def skip_to_quality(self, minquality: float) -> int:
        """Go on to a block that can have a score above `minquality`; how many were skipped."""
        skipped = 0
        while self.is_active() and self.block_quality() <= minquality:
            self._i = (self._i // BLOCK + 1) * BLOCK
            skipped += 1
        return skipped

    def block_min_id(self) -> int:
        """The first document of the block."""
        return self._ids[self._i // BLOCK * BLOCK]

    def block_max_id(self) -> int:
        """The last document of the block."""
        return self._ids[min(self._i // BLOCK * BLOCK + BLOCK, len(self._ids)) - 1]

    def block_max_weight(self) -> float:
        """The highest weight in the block."""
        return float(self._blocks[0][self._i // BLOCK])

    def block_min_length(self) -> int:
        """The shortest document of the block."""
        return self._blocks[1][self._i // BLOCK]

    def block_max_length(self) -> int:
        """The longest document of the block."""
        return self._blocks[2][self._i // BLOCK]
