"""How the postings of a field are laid out, and read back.

Terms are numbered in the order of their bytes; postings follow in the order of terms, then
documents; positions in the order of postings. Arrays of a field `F`:

- `F/terms` u8, `F/offsets` u32: the terms' bytes; where each begins, and the end.
- `F/lows` u16: the lower half of each posting's document number. Postings of a term within the
  same 65,536 documents are a run (as the containers of Roaring bitmaps; S. Chambi et al., 2016).
- `F/starts` u32: the first posting of each run, and the end. `F/highs` u16: the upper half of a
  run's document numbers; left out when all are 0.
- `F/runs` u32: each term's first run, and the end; left out when each term has one run.
- `F/often` u32, `F/extra` u32: the postings in which the term stands more than once; how many
  times more than once, summed up over them (so that position offsets can be looked up), 0 first.
- `F/near` u8: positions modulo 256. `F/far` u32, `F/beyond` u32: the places in `near` of
  positions from 256 on; those positions divided by 256. Left out in fields without positions.
"""

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays.segment_file import FileReader, FileWriter, Spool

BLOCK_BITS = 16
"""A block of documents has 2 ** 16 of them: what a u16 can tell apart."""

NEAR_BITS = 8

FENCE = 64
"""Of so many terms one is kept in memory, to look for others between two of these."""


class FieldPostings:
    """The postings of one field of a segment, mapped."""

    def __init__(self, file: FileReader, field: str, most: int) -> None:
        """`most` is how often a term stands in a document, at most.

        Raises ValueError when the arrays do not fit each other.
        """
        self._width = np.min_scalar_type(most)
        self._blob = file.bytes(f"{field}/terms")
        self._offsets = file.bytes(f"{field}/offsets").cast("I")
        self.count = len(self._offsets) - 1
        self._lows = file.array(f"{field}/lows")
        self._starts = file.array(f"{field}/starts")
        self._highs = file.array(f"{field}/highs") if f"{field}/highs" in file else None
        self._runs = file.array(f"{field}/runs") if f"{field}/runs" in file else None
        self._often = file.array(f"{field}/often")
        self._often_view = file.bytes(f"{field}/often").cast("I")
        self._extra = file.array(f"{field}/extra")
        self.has_positions = f"{field}/near" in file
        if self.has_positions:
            self._near = file.array(f"{field}/near")
            self._far = file.array(f"{field}/far")
            self._far_view = file.bytes(f"{field}/far").cast("I")
            self._beyond = file.array(f"{field}/beyond")
        if not self._fits():
            raise ValueError(f"segment file damaged: {field}")

    def _fits(self) -> bool:
        runs = self.count if self._runs is None else int(self._runs[-1])
        return (
            self._offsets[-1] == len(self._blob)
            and len(self._starts) == runs + 1
            and self._starts[-1] == len(self._lows)
            and (self._highs is None or len(self._highs) == runs)
            and len(self._extra) == len(self._often) + 1
            and (
                not self.has_positions or len(self._near) == len(self._lows) + int(self._extra[-1])
            )
        )

    # Terms

    @cached_property
    def _posts(self) -> list[bytes]:
        """Each `FENCE`th term."""
        return [self.term(number) for number in range(0, self.count, FENCE)]

    def term(self, number: int) -> bytes:
        """The bytes of a term."""
        return bytes(self._blob[self._offsets[number] : self._offsets[number + 1]])

    def terms(self, first: int = 0, last: int | None = None) -> list[bytes]:
        """The terms from number `first` up to, not including, `last`."""
        offsets = self._offsets[first : (self.count if last is None else last) + 1].tolist()
        base = offsets[0]
        blob = bytes(self._blob[base : offsets[-1]])
        return [blob[a - base : b - base] for a, b in pairwise(offsets)]

    def lower_bound(self, term: bytes) -> int:
        """The number of the first term that is not before `term`."""
        blob, offsets = self._blob, self._offsets
        # Among a few, in one call; then among the terms that stand between two of them.
        post = bisect_left(self._posts, term)
        low, high = max(post - 1, 0) * FENCE, min(post * FENCE, self.count)
        while low < high:
            middle = (low + high) // 2
            if bytes(blob[offsets[middle] : offsets[middle + 1]]) < term:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, term: bytes) -> int:
        """The number of a term, -1 where it does not occur."""
        number = self.lower_bound(term)
        return number if number < self.count and self.term(number) == term else -1

    def prefix(self, prefix: bytes) -> range:
        """The numbers of the terms that begin with `prefix`."""
        stem = prefix.rstrip(b"\xff")
        if not stem:
            return range(self.lower_bound(prefix), self.count)
        after = stem[:-1] + bytes([stem[-1] + 1])
        return range(self.lower_bound(prefix), self.lower_bound(after))

    # Postings

    def _first_run(self, number: int) -> int:
        return number if self._runs is None else int(self._runs[number])

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Where the postings of the terms from `first` up to, not including, `last` stand."""
        runs = self._first_run(first), self._first_run(last)
        return int(self._starts[runs[0]]), int(self._starts[runs[1]])

    def doc_frequencies(self) -> NDArray[np.uint32]:
        """By term: how many documents have it."""
        starts = self._starts if self._runs is None else self._starts[self._runs]
        return np.diff(starts)

    def docs(self, first: int, last: int) -> NDArray[np.uint32]:
        """The documents of the terms from `first` up to, not including, `last`, one by one."""
        run, end = self._first_run(first), self._first_run(last)
        starts = self._starts[run : end + 1]
        docs = self._lows[int(starts[0]) : int(starts[-1])].astype(np.uint32)
        if self._highs is not None:
            highs = self._highs[run:end].astype(np.uint32) << BLOCK_BITS
            docs |= highs[0] if end - run == 1 else highs.repeat(starts[1:] - starts[:-1])
        return docs

    def _often_in(self, start: int, end: int) -> tuple[int, int]:
        """Which of the postings from `start` up to, not including, `end` stand in `often`."""
        # Not `searchsorted`, which takes longer to call than `bisect` takes to search.
        first = bisect_left(self._often_view, start)
        return first, bisect_left(self._often_view, end, first)

    def frequencies(self, start: int, end: int) -> NDArray[Any]:
        """How often the terms stand in the postings from `start` up to, not including, `end`."""
        first, last = self._often_in(start, end)
        found = np.ones(end - start, self._width)
        if first < last:
            extra = self._extra[first : last + 1]
            more = (extra[1:] - extra[:-1]).astype(self._width)
            found[self._often[first:last] - np.uint32(start)] += more
        return found

    def positions(self, start: int, end: int) -> NDArray[np.uint32]:
        """The positions of the postings from `start` up to, not including, `end`, in a row."""
        first, last = self._often_in(start, end)
        begin, stop = start + int(self._extra[first]), end + int(self._extra[last])
        found = self._near[begin:stop].astype(np.uint32)
        low = bisect_left(self._far_view, begin)
        high = bisect_left(self._far_view, stop, low)
        if low < high:
            found[self._far[low:high] - np.uint32(begin)] += self._beyond[low:high] << NEAR_BITS
        return found


class FieldEncoder:
    """Writes the postings of one field, which come in pieces, in the order of terms."""

    def __init__(self, folder: Path, *, has_positions: bool) -> None:
        """Pieces that do not fit in memory go to unnamed files in `folder`."""
        self._positions = has_positions
        kinds = {"terms": "u1", "offsets": "u4", "lows": "u2", "starts": "u4", "highs": "u2"}
        kinds |= {"runs": "u4", "often": "u4", "extra": "u4"}
        kinds |= {"near": "u1", "far": "u4", "beyond": "u4"} if has_positions else {}
        self._spools = {name: Spool(kind, folder) for name, kind in kinds.items()}
        self._terms = self._bytes = self._extra = self._top = 0
        self.most = 1
        """How often a term stands in a document, at most."""
        self._spools["extra"].append([0])

    @property
    def total(self) -> int:
        """How many tokens have been written."""
        return self._spools["lows"].count + self._extra

    def add(
        self,
        terms: list[bytes],
        counts: NDArray[Any],
        docs: NDArray[np.uint32],
        frequencies: NDArray[Any],
        positions: NDArray[np.uint32] | None,
    ) -> None:
        """Write terms, after those written before, with all their postings.

        `counts` says how many postings each term has, at least one; `docs`, `frequencies` and
        `positions` are those of the terms in a row.
        """
        if terms:
            self._add_terms(terms)
            self._add_docs(docs, counts)
            if positions is not None:
                self._add_positions(positions)
            self._add_frequencies(frequencies)

    def _add_terms(self, terms: list[bytes]) -> None:
        ends = self._bytes + np.cumsum(np.fromiter(map(len, terms), np.int64, len(terms)))
        self._spools["terms"].append(np.frombuffer(b"".join(terms), np.uint8))
        self._spools["offsets"].append([self._bytes])
        self._spools["offsets"].append(ends[:-1])
        self._bytes = int(ends[-1])
        self._terms += len(terms)

    def _add_docs(self, docs: NDArray[np.uint32], counts: NDArray[Any]) -> None:
        done = self._spools["lows"].count
        highs = (docs >> BLOCK_BITS).astype(np.uint16)
        first = np.zeros(len(docs), np.bool_)
        first[1:] = highs[1:] != highs[:-1]
        begins = np.cumsum(counts, dtype=np.int64) - counts
        first[begins] = True
        places = np.flatnonzero(first)
        self._spools["runs"].append(self._spools["starts"].count + np.searchsorted(places, begins))
        self._spools["starts"].append(done + places)
        self._spools["highs"].append(highs[places])
        self._spools["lows"].append(docs.astype(np.uint16))
        self._top = max(self._top, int(highs.max()))

    def _add_frequencies(self, frequencies: NDArray[Any]) -> None:
        places = np.flatnonzero(frequencies > 1)
        sums = self._extra + np.cumsum(frequencies[places].astype(np.int64) - 1)
        base = self._spools["lows"].count - len(frequencies)
        self._spools["often"].append(base + places)
        self._spools["extra"].append(sums)
        if len(places):
            self._extra = int(sums[-1])
            self.most = max(self.most, int(frequencies.max()))

    def _add_positions(self, positions: NDArray[np.uint32]) -> None:
        places = np.flatnonzero(positions >> NEAR_BITS)
        self._spools["far"].append(self._spools["near"].count + places)
        self._spools["beyond"].append(positions[places] >> NEAR_BITS)
        self._spools["near"].append(positions.astype(np.uint8))

    def write(self, file: FileWriter, field: str) -> None:
        """Put the field into a segment's file."""
        spools = self._spools
        runs = spools["starts"].count
        spools["offsets"].append([self._bytes])
        spools["starts"].append([spools["lows"].count])
        spools["runs"].append([runs])
        left_out = {"runs"} if runs == self._terms else set()
        left_out |= set() if self._top else {"highs"}
        for name, spool in spools.items():
            if name in left_out:
                spool.close()
            else:
                file.spool(f"{field}/{name}", spool)

    def close(self) -> None:
        """Let go of what was not written."""
        for spool in self._spools.values():
            spool.close()
