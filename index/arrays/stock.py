"""The arrays of a segment that another codec wrote, read through Whoosh: right, but slow.

It lets everything above run on an index of any codec, and is the bridge to stock Whoosh, which
tests take for the oracle.
"""

import threading
from bisect import bisect_left
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import NumericColumn
from whoosh.fields import NUMERIC
from whoosh.reading import IndexReader, TermNotFound


class StockArrays:
    """`Arrays` of one segment's reader. May be used from any thread."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        # Whoosh's readers move a file's place about.
        self._lock = threading.RLock()
        self._terms: dict[str, list[bytes]] = {}
        self.doc_count = int(reader.doc_count_all())

    @cached_property
    def _deleted(self) -> NDArray[np.bool_] | None:
        if not self._reader.has_deletions():
            return None
        found = [self._reader.is_deleted(doc) for doc in range(self.doc_count)]
        return np.array(found, dtype=np.bool_)

    def deleted(self) -> NDArray[np.bool_] | None:
        """Which documents are deleted; None where none is."""
        with self._lock:
            return self._deleted

    def _lexicon(self, field: str) -> list[bytes]:
        with self._lock:
            if field not in self._terms:
                try:
                    self._terms[field] = list(self._reader.lexicon(field))
                except TermNotFound:
                    self._terms[field] = []
            return self._terms[field]

    def term_count(self, field: str) -> int:
        """How many different terms the field has."""
        return len(self._lexicon(field))

    def find(self, field: str, term: bytes) -> int:
        """The number of a term, in the order of bytes; -1 where it does not occur."""
        terms = self._lexicon(field)
        place = bisect_left(terms, term)
        return place if place < len(terms) and terms[place] == term else -1

    def prefix(self, field: str, prefix: bytes) -> range:
        """The numbers of the terms that begin with `prefix`."""
        terms = self._lexicon(field)
        head = prefix.rstrip(b"\xff")
        after = head[:-1] + bytes([head[-1] + 1]) if head else None
        end = len(terms) if after is None else bisect_left(terms, after)
        return range(bisect_left(terms, prefix), end)

    def term(self, field: str, number: int) -> bytes:
        """The term of a number."""
        return self._lexicon(field)[number]

    def terms(self, field: str, numbers: range) -> list[bytes]:
        """The terms of numbers in a row."""
        return self._lexicon(field)[numbers.start : numbers.stop]

    def doc_frequencies(self, field: str) -> NDArray[np.uint32]:
        """By term number: how many documents have it, deleted ones included."""
        with self._lock:
            found = [self._reader.doc_frequency(field, term) for term in self._lexicon(field)]
        return np.array(found, dtype=np.uint32)

    def _matcher(self, field: str, number: int) -> Any:
        # The codec's own, below the reader's, which leaves deleted documents out.
        format_ = self._reader.schema[field].format
        return self._reader._terms.matcher(field, self.term(field, number), format_)

    def postings(self, field: str, number: int) -> tuple[NDArray[np.uint32], NDArray[Any]]:
        """The documents of a term, ascending, and how often it stands in each."""
        docs, weights = [], []
        with self._lock:
            matcher = self._matcher(field, number)
            while matcher.is_active():
                docs.append(matcher.id())
                weights.append(matcher.weight())
                matcher.next()
        return np.array(docs, dtype=np.uint32), np.array(weights, dtype=np.float32)

    def docs_of_range(self, field: str, numbers: range) -> NDArray[np.uint32]:
        """The documents of several terms in a row: not sorted, with repeats."""
        found = [self.postings(field, number)[0] for number in numbers]
        return np.concatenate([np.empty(0, np.uint32), *found])

    def positions(self, field: str, number: int) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Where a term stands: `values[starts[i]:starts[i + 1]]` belong to its i-th document."""
        format_ = self._reader.schema[field].format
        if format_ is None or not format_.supports("positions"):
            return np.empty(0, np.int64), np.empty(0, np.uint32)
        starts, values = [0], []
        with self._lock:
            matcher = self._matcher(field, number)
            while matcher.is_active():
                values.extend(matcher.value_as("positions"))
                starts.append(len(values))
                matcher.next()
        return np.array(starts, dtype=np.int64), np.array(values, dtype=np.uint32)

    def lengths(self, field: str) -> NDArray[Any]:
        """By document: its number of tokens, as `doc_field_length` gives it (in 256 steps)."""
        with self._lock:
            length = self._reader.doc_field_length
            found = [length(doc, field, 0) or 0 for doc in range(self.doc_count)]
        return np.array(found, dtype=np.float32)

    def total_length(self, field: str) -> float:
        """The sum of the exact lengths of all documents, deleted ones included."""
        return float(self._reader.field_length(field))

    def column(self, field: str) -> NDArray[Any]:
        """By document: the value of a numeric column, or of a sortable NUMERIC field."""
        kind = self._reader.schema[field]
        with self._lock:
            reader = self._reader.column_reader(field, translate=isinstance(kind, NUMERIC))
            found = [reader[doc] for doc in range(self.doc_count)]
        if isinstance(kind.column_type, NumericColumn) and not isinstance(kind, NUMERIC):
            return np.array(found, dtype=kind.column_type._typecode)
        return np.array(found)

    def codes(self, field: str) -> tuple[NDArray[Any], list[str]]:
        """A sortable ID field: by document a code, and the value that each code stands for."""
        with self._lock:
            reader = self._reader.column_reader(field)
            found = [reader[doc] for doc in range(self.doc_count)]
        values = sorted(set(found))
        numbers = {value: code for code, value in enumerate(values)}
        return np.array([numbers[value] for value in found], dtype=np.uint32), values
