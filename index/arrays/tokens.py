"""Tokens of documents as they come in, gathered by field, then inverted by one sort.

Sort-based inversion (I. Witten, A. Moffat, T. Bell, Managing Gigabytes, 2nd ed., 1999, §5.3),
in memory: what exceeds the memory is written out as a run, and runs are merged.
"""

from array import array
from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from whoosh.fields import NUMERIC, FieldType
from whoosh.formats import Existence, Frequency, Positions


class Window(NamedTuple):
    """The postings of some terms in a row; fields as in `FieldEncoder.add`."""

    counts: NDArray[Any]
    docs: NDArray[np.uint32]
    frequencies: NDArray[Any]
    positions: NDArray[np.uint32] | None


class Source(Protocol):
    """Postings of a field, to be merged with others of later documents."""

    terms: list[bytes]
    counts: NDArray[Any]
    """By term: how many postings, those of deleted documents included."""

    def window(self, first: int, last: int) -> Window:
        """The postings of the terms from `first` up to, not including, `last`.

        Documents are numbered as in the new segment; a term may have none left.
        """


class _Vocabulary(dict[Any, int]):
    """Numbers for terms, in the order in which they are first met."""

    def __missing__(self, term: Any) -> int:
        number = self[term] = len(self)
        return number


class FieldTokens:
    """The tokens of one field."""

    def __init__(self, field: FieldType) -> None:
        """Raises ValueError for a field that segments of arrays cannot hold."""
        kind = type(field.format)
        if kind not in (Existence, Frequency, Positions) or field.format.field_boost != 1:
            raise ValueError(f"{field!r}: only plain ID, NUMERIC, KEYWORD and TEXT are stored")
        if field.vector or field.stored or field.separate_spelling():
            raise ValueError(f"{field!r}: no vectors, stored values nor spelling are kept")
        self.has_positions = kind is Positions
        self.has_lengths: bool = field.scorable
        self._once = kind is Existence
        self._numeric: FieldType | None = field if isinstance(field, NUMERIC) else None
        self.clear()

    def clear(self) -> None:
        """Forget all tokens."""
        self._vocabulary = _Vocabulary()
        self._number = self._vocabulary.__getitem__
        self._ids = array("I")
        self._docs = array("I")
        self._counts = array("I")
        self._terms_of: dict[Any, list[bytes]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def term_count(self) -> int:
        """How many different terms there are."""
        return len(self._vocabulary)

    def add(self, doc: int, value: Any) -> None:
        """Add a document's value: a list of terms, or the one term or number of an ID or NUMERIC.

        Documents come in ascending order.
        """
        if value.__class__ is list:
            count = -len(self._ids)
            self._ids.extend(map(self._number, self._terms(value) if self._numeric else value))
            count += len(self._ids)
        else:
            count = 0
            for term in self._terms(value):
                self._ids.append(self._number(term))
                count += 1
        if count:
            self._docs.append(doc)
            self._counts.append(count)

    def _terms(self, value: Any) -> Iterable[Any]:
        if self._numeric is not None:
            return self._numeric_terms(value)
        if self._once and value.__class__ is str:
            return (value,)
        if isinstance(value, list | tuple):
            return value
        raise TypeError(f"a list of terms is expected, not {type(value).__name__}")

    def _numeric_terms(self, value: Any) -> list[bytes]:
        if isinstance(value, list | tuple):
            return [term for one in value for term in self._numeric_terms(one)]
        found = self._terms_of.get(value)
        if found is None:
            assert self._numeric is not None
            found = self._terms_of[value] = [t for t, *_ in self._numeric.index(value)]
        return found

    def lengths(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """The documents that have tokens, and how many."""
        return np.array(self._docs, np.uint32), np.array(self._counts, np.uint32)

    def inverted(self) -> "Inverted":
        """All tokens by term, then document, then position; and forget them here."""
        terms = sorted(self._vocabulary)
        ranks = np.empty(len(terms), np.uint32)
        numbers = np.fromiter(map(self._vocabulary.__getitem__, terms), np.uint32, len(terms))
        ranks[numbers] = np.arange(len(terms), dtype=np.uint32)
        encoded = [t if isinstance(t, bytes) else t.encode() for t in terms]
        docs, counts = self.lengths()
        ids = ranks[np.frombuffer(self._ids, np.uint32)]
        self.clear()
        return _invert(encoded, ids, docs, counts, once=self._once, places=self.has_positions)


class Inverted:
    """Postings in memory: a `Source`."""

    def __init__(
        self,
        terms: list[bytes],
        counts: NDArray[Any],
        docs: NDArray[np.uint32],
        frequencies: NDArray[Any],
        positions: NDArray[np.uint32] | None,
    ) -> None:
        """Take over the postings of all terms, in a row."""
        self.terms = terms
        self.counts = counts
        self.offset = 0
        """What is added to the document numbers."""
        self._docs, self._frequencies, self._positions = docs, frequencies, positions
        self._starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        if positions is not None:
            sums = np.concatenate(([0], np.cumsum(frequencies, dtype=np.int64)))
            self._places = sums[self._starts]

    def window(self, first: int, last: int) -> Window:
        """The postings of some terms in a row."""
        part = slice(int(self._starts[first]), int(self._starts[last]))
        positions = None
        if self._positions is not None:
            positions = self._positions[int(self._places[first]) : int(self._places[last])]
        return Window(
            self.counts[first:last],
            self._docs[part] + np.uint32(self.offset),
            self._frequencies[part],
            positions,
        )


def _invert(
    terms: list[bytes],
    ids: NDArray[np.uint32],
    docs: NDArray[np.uint32],
    counts: NDArray[np.uint32],
    *,
    once: bool,
    places: bool,
) -> Inverted:
    """Sort tokens by term; they come by document, then position, and stay so within a term.

    `ids` are the tokens' terms, `counts` how many tokens each of `docs` has. With `once`,
    repeats within a document do not count.
    """
    # One plain sort of (term, place) pairs is several times faster than a stable sort by term.
    keys = ids.astype(np.uint64) << np.uint64(32)
    keys |= np.arange(len(ids), dtype=np.uint64)
    keys.sort()
    order = keys.astype(np.uint32)
    ids = (keys >> np.uint64(32)).astype(np.uint32)
    del keys
    slots = np.repeat(np.arange(len(docs), dtype=np.uint32), counts)[order]
    first = np.ones(len(ids), np.bool_)
    first[1:] = (ids[1:] != ids[:-1]) | (slots[1:] != slots[:-1])
    begins = np.flatnonzero(first)
    frequencies = np.diff(np.append(begins, len(ids))).astype(np.uint32)
    positions = None
    if places:
        starts = np.cumsum(counts, dtype=np.int64) - counts
        positions = order - starts.astype(np.uint32)[slots]
    return Inverted(
        terms,
        np.bincount(ids[begins], minlength=len(terms)),
        docs[slots[begins]],
        np.ones_like(frequencies) if once else frequencies,
        positions,
    )
