"""All segments of one generation of an index, seen as one list of documents."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import ColumnReader
from whoosh.reading import IndexReader

from index.arrays import scoring
from index.arrays.cache import Cache
from index.arrays.matches import Docs, Listed, Matches, Scores, Spread
from index.arrays.scoring import Weighting
from index.arrays.segment import SegmentArrays
from index.arrays.source import Arrays, arrays_of
from index.arrays.stock import StockArrays

CACHE_BYTES = 16_000_000
"""What is kept at most of postings with their scores, positions and masks: they are soon made anew
from the mapped file, and a reader's program should be small."""
SPREAD_TERM = 16
"""A term in more than one of so many documents is kept spread: measured."""
POSITION_BITS = 32


class Segment(NamedTuple):
    """One segment, and what to add to its document numbers."""

    arrays: Arrays
    base: int


class Collection:
    """One generation. Immutable, and may be used from any thread.

    Document numbers are those over all segments. Deleted documents are left out of every
    answer; statistics count them, as Whoosh does.
    """

    def __init__(self, reader: IndexReader, weighting: Weighting) -> None:
        self.reader = reader
        self.schema = reader.schema
        self.weighting = weighting
        self.segments = tuple(
            Segment(arrays_of(leaf) or StockArrays(leaf), base)
            for leaf, base in reader.leaf_readers()
            if leaf.doc_count_all()
        )
        self.documents = sum(segment.arrays.doc_count for segment in self.segments)
        self.cache = Cache(CACHE_BYTES)
        self._writers: dict[str, Callable[[Any], Any] | None] = {}

    @cached_property
    def alive(self) -> NDArray[np.bool_] | None:
        """Which documents are not deleted; None where none is."""
        deleted = [segment.arrays.deleted() for segment in self.segments]
        if all(one is None for one in deleted):
            return None
        mask = np.ones(self.documents, dtype=np.bool_)
        for (arrays, base), one in zip(self.segments, deleted, strict=True):
            if one is not None:
                mask[base : base + arrays.doc_count] = ~one
        return mask

    def living(self, docs: Docs) -> Docs:
        """`docs` without the deleted ones."""
        return docs if self.alive is None else docs[self.alive.take(docs)]

    @cached_property
    def everything(self) -> Matches:
        """All documents."""
        if self.alive is None:
            return Spread(np.ones(self.documents, dtype=np.bool_), 1.0, self.documents)
        return Spread(self.alive, 1.0, int(np.count_nonzero(self.alive)))

    def release(self) -> None:
        """Let the system take back the memory of what was read of the files; it is read again."""
        for arrays, _ in self.segments:
            if isinstance(arrays, SegmentArrays):
                arrays.file.release()

    # Terms

    def indexed(self, field: str) -> bool:
        """Whether the schema has such a field with terms."""
        return field in self.schema and self.schema[field].format is not None

    def encoded(self, field: str, text: Any) -> bytes | None:
        """A term as the index writes it; None where it can be none."""
        if field not in self._writers:
            self._writers[field] = self.schema[field].to_bytes if self.indexed(field) else None
        write = self._writers[field]
        if write is None:
            return None
        try:
            return bytes(write(text))
        except (ValueError, TypeError, OverflowError):
            return None

    def _found(self, field: str, text: Any) -> Iterator[tuple[Segment, int]]:
        """The segments in which a term occurs, with its number there."""
        term = self.encoded(field, text)
        if term is not None:
            for segment in self.segments:
                number = segment.arrays.find(field, term)
                if number >= 0:
                    yield segment, number

    def frequencies(self, arrays: Arrays, field: str) -> NDArray[np.uint32]:
        """By term number of a segment: how many documents have it, deleted ones included."""
        return self.cache.get(
            ("frequencies", id(arrays), field), lambda: arrays.doc_frequencies(field)
        )

    def frequency(self, field: str, text: Any) -> int:
        """How many documents have a term; without reading them where none is deleted."""
        if self.alive is not None:
            return len(self.postings(field, text)[0])
        return sum(
            int(self.frequencies(segment.arrays, field)[number])
            for segment, number in self._found(field, text)
        )

    def postings(self, field: str, text: Any) -> tuple[Docs, NDArray[Any]]:
        """The documents of a term and its frequencies in them."""
        return self.cache.get(("postings", field, text), lambda: self.read_postings(field, text))

    def read_postings(self, field: str, text: Any) -> tuple[Docs, NDArray[Any]]:
        """The same, not kept."""
        docs, frequencies = [], []
        for (arrays, base), number in self._found(field, text):
            found, counts = arrays.postings(field, number)
            docs.append(found + np.uint32(base) if base else found)
            frequencies.append(counts)
        if not docs:
            return np.empty(0, np.uint32), np.empty(0, np.uint8)
        both = _joined(docs), _joined(frequencies)
        if self.alive is None:
            return both
        kept = self.alive.take(both[0])
        return both[0][kept], both[1][kept]

    def scored(self, field: str, text: Any) -> Matches:
        """The documents of a term with their scores."""
        return self.cache.get(("scored", field, text), lambda: self._scored(field, text))

    def _scored(self, field: str, text: Any) -> Matches:
        docs, frequencies = self.postings(field, text)
        if not len(docs):
            return Listed(docs, 1.0)
        if self.schema[field].scorable:
            weight = self.weight(field, text, len(docs))
            norms = self.norms(field).take(docs)
            scores = scoring.scores(self.weighting, weight, frequencies, norms)
        else:
            scores = frequencies.astype(np.float32)
        return self.spread_if_many(docs, scores)

    def weight(self, field: str, text: Any, living: int) -> float:
        """How much a term weighs that `living` documents have, deleted ones left out."""
        having = living
        if self.alive is not None:
            having = sum(
                int(self.frequencies(segment.arrays, field)[number])
                for segment, number in self._found(field, text)
            )
        return scoring.idf(self.documents, having)

    def spread_if_many(self, docs: Docs, scores: Scores) -> Matches:
        """The documents of a term, kept as is faster."""
        if len(docs) * SPREAD_TERM < self.documents:
            return Listed(docs, scores)
        entries = np.zeros(self.documents, dtype=np.float32)
        entries[docs.astype(np.intp)] = scores
        return Spread(entries, None, len(docs), Listed(docs, scores))

    def keys(self, field: str, text: Any) -> NDArray[np.int64]:
        """Where a term stands: `document << POSITION_BITS | position`, ascending."""
        return self.cache.get(("keys", field, text), lambda: self._keys(field, text))

    def _keys(self, field: str, text: Any) -> NDArray[np.int64]:
        parts = [np.empty(0, np.int64)]
        for (arrays, base), number in self._found(field, text):
            starts, values = arrays.positions(field, number)
            if len(starts):
                docs = arrays.postings(field, number)[0].astype(np.int64) + base
                parts.append((docs << POSITION_BITS).repeat(np.diff(starts)) + values)
        keys = _joined(parts[1:] or parts)
        return keys if self.alive is None else keys[self.alive[keys >> POSITION_BITS]]

    # By document

    def norms(self, field: str) -> NDArray[np.float32]:
        """By document: what its length adds to the denominator of BM25."""
        return self.cache.get(("norms", field), lambda: self._norms(field))

    def _norms(self, field: str) -> NDArray[np.float32]:
        total = sum(segment.arrays.total_length(field) for segment in self.segments)
        average = total / max(self.documents, 1) or 1
        lengths = self._by_document(lambda arrays: arrays.lengths(field))
        return scoring.norms(self.weighting, field, lengths, average)

    def column(self, field: str) -> NDArray[Any]:
        """By document: the value of a numeric column."""
        return self.cache.get(
            ("column", field),
            lambda: self._by_document(lambda arrays: arrays.column(field)),
        )

    def codes(self, field: str) -> tuple[NDArray[Any], list[str]]:
        """A sortable ID field: by document a code, and the value that each code stands for."""
        return self.cache.get(("codes", field), lambda: self._codes(field))

    def _codes(self, field: str) -> tuple[NDArray[Any], list[str]]:
        parts = [segment.arrays.codes(field) for segment in self.segments]
        if len(parts) == 1:
            return parts[0]
        values = sorted({value for _, own in parts for value in own})
        numbers = {value: code for code, value in enumerate(values)}
        codes = [
            np.array([numbers[value] for value in own], dtype=np.uint32)[by_doc]
            for by_doc, own in parts
        ]
        return (_joined(codes) if codes else np.empty(0, np.uint32)), values

    def readers(self, name: str) -> tuple[tuple[ColumnReader, int], ...]:
        """The reader of a column in each segment, and what to add to its document numbers."""
        return tuple(
            (leaf.column_reader(name, translate=False), base)
            for leaf, base in self.reader.leaf_readers()
            if leaf.doc_count_all()
        )

    def _by_document(self, of: Callable[[Arrays], NDArray[Any]]) -> NDArray[Any]:
        parts = [of(segment.arrays) for segment in self.segments]
        return _joined(parts) if parts else np.empty(0, np.float32)


def _joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
