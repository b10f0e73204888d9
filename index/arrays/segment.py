"""One segment: what the table of contents says of it, and its file's arrays."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base
from whoosh.filedb.filestore import Storage
from whoosh.util.numeric import byte_to_length

from index.arrays.postings import FieldPostings
from index.arrays.segment_file import FileReader

EXTENSION = ".arrays"

LENGTHS = np.array([byte_to_length(code) for code in range(256)], np.uint32)
"""The lengths that Whoosh tells apart, by the byte it keeps for each."""


def length_codes(lengths: NDArray[Any]) -> NDArray[np.uint8]:
    """The byte that Whoosh keeps for each length (its `length_to_byte`, for arrays)."""
    return np.searchsorted(LENGTHS[:-1], lengths).astype(np.uint8)


class ArraySegment(base.Segment):  # type: ignore[misc]
    """A segment as the table of contents keeps it: its name, its size, and what is deleted."""

    def __init__(self, index_name: str) -> None:
        """A new segment with a name of its own."""
        super().__init__(index_name)
        self._doc_count = 0
        self._deleted: set[int] = set()

    def __getstate__(self) -> dict[str, Any]:
        state = self.__dict__.copy()
        state["_deleted"] = self.deleted_array().tobytes()
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._deleted = set(np.frombuffer(state["_deleted"], np.uint32).tolist())

    def codec(self) -> base.Codec:
        """The codec that reads it."""
        from index.arrays.codec import ArrayCodec

        return ArrayCodec()

    def should_assemble(self) -> bool:
        """It is one file already."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Say how many documents it has."""
        self._doc_count = count

    def doc_count_all(self) -> int:
        """How many documents it has, deleted ones included."""
        return self._doc_count

    def deleted_count(self) -> int:
        """How many of its documents are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> list[int]:
        """Its deleted documents, in order."""
        return sorted(self._deleted)

    def deleted_array(self) -> NDArray[np.uint32]:
        """Its deleted documents, in order."""
        return np.sort(np.fromiter(self._deleted, np.uint32, len(self._deleted)))

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a document as deleted, or take the mark away."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return docnum in self._deleted


class SegmentArrays:
    """The arrays of one segment, as `index.arrays.source.Arrays` describes them."""

    def __init__(self, file: FileReader, segment: ArraySegment) -> None:
        """Raises ValueError when the file is not whole, or not that of `segment`."""
        self.file = file
        self.segment = segment
        self.doc_count: int = segment.doc_count_all()
        if file.meta["documents"] != self.doc_count:
            raise ValueError("segment file of another segment")
        self.fields = {n: FieldPostings(file, n, most) for n, most in file.meta["fields"].items()}
        self.columns: dict[str, dict[str, Any]] = file.meta["columns"]

    @classmethod
    def open(cls, storage: Storage, segment: ArraySegment) -> "SegmentArrays":
        """Map the file of `segment`.

        Raises ValueError when it is damaged, OSError when it cannot be read.
        """
        with segment.open_file(storage, EXTENSION) as file:
            return cls(FileReader(file.raw_file()), segment)

    @cached_property
    def _deleted(self) -> NDArray[np.bool_] | None:
        if not self.segment.has_deletions():
            return None
        mask = np.zeros(self.doc_count, np.bool_)
        mask[self.segment.deleted_array()] = True
        return mask

    def deleted(self) -> NDArray[np.bool_] | None:
        """Which documents are deleted; None where none is."""
        return self._deleted

    # Terms and postings

    def term_count(self, field: str) -> int:
        """How many different terms the field has."""
        return self.fields[field].count if field in self.fields else 0

    def find(self, field: str, term: bytes) -> int:
        """The number of a term, -1 where it does not occur."""
        return self.fields[field].find(term) if field in self.fields else -1

    def prefix(self, field: str, prefix: bytes) -> range:
        """The numbers of the terms that begin with `prefix`."""
        return self.fields[field].prefix(prefix) if field in self.fields else range(0)

    def term(self, field: str, number: int) -> bytes:
        """The term of a number."""
        return self.fields[field].term(number)

    def terms(self, field: str, numbers: range) -> list[bytes]:
        """The terms of numbers in a row."""
        if not len(numbers):
            return []
        return self.fields[field].terms(numbers.start, numbers.stop)

    def doc_frequencies(self, field: str) -> NDArray[np.uint32]:
        """By term number: how many documents have it."""
        if field not in self.fields:
            return np.empty(0, np.uint32)
        return self.fields[field].doc_frequencies()

    def postings(self, field: str, number: int) -> tuple[NDArray[np.uint32], NDArray[Any]]:
        """The documents of a term, and how often it stands in each."""
        postings = self.fields[field]
        return (
            postings.docs(number, number + 1),
            postings.frequencies(*postings.extent(number, number + 1)),
        )

    def docs_of_range(self, field: str, numbers: range) -> NDArray[np.uint32]:
        """The documents of several terms in a row, one after the other."""
        if not len(numbers):
            return np.empty(0, np.uint32)
        return self.fields[field].docs(numbers.start, numbers.stop)

    def positions(self, field: str, number: int) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Where a term stands in each of its documents."""
        postings = self.fields[field]
        if not postings.has_positions:
            return np.empty(0, np.int64), np.empty(0, np.uint32)
        extent = postings.extent(number, number + 1)
        frequencies = postings.frequencies(*extent)
        starts = np.zeros(len(frequencies) + 1, np.int64)
        np.cumsum(frequencies, out=starts[1:])
        return starts, postings.positions(*extent)

    # By document

    def length_codes(self, field: str) -> NDArray[np.uint8] | None:
        """By document the byte that stands for its length; None in a field without lengths."""
        name = f"{field}/lengths"
        return self.file.array(name) if name in self.file else None

    def lengths(self, field: str) -> NDArray[np.uint32]:
        """By document: its number of tokens, as `doc_field_length` gives it."""
        codes = self.length_codes(field)
        return np.zeros(self.doc_count, np.uint32) if codes is None else LENGTHS[codes]

    def lengths_of(self, field: str, docs: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The lengths of some documents."""
        codes = self.length_codes(field)
        return np.zeros(len(docs), np.uint32) if codes is None else LENGTHS[codes[docs]]

    def total_length(self, field: str) -> float:
        """The sum of the exact lengths of all documents."""
        return float(self.file.meta["totals"].get(field, 0))

    def column(self, field: str) -> NDArray[Any]:
        """By document: the value of a numeric column."""
        return self.file.array(f"{field}/column")

    def codes(self, field: str) -> tuple[NDArray[Any], list[str]]:
        """A sortable ID field: by document a code, and the value that each code stands for."""
        return self.file.array(f"{field}/column"), [v.decode() for v in self.values(field)]

    def values(self, field: str) -> list[bytes]:
        """The different values of a column of bytes, by code."""
        blob = bytes(self.file.bytes(f"{field}/values"))
        ends = np.cumsum(self.file.array(f"{field}/value_lengths"), dtype=np.int64).tolist()
        return [blob[a:b] for a, b in zip([0, *ends], ends, strict=False)]
