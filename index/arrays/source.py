"""What a segment holds, as arrays: the border between storage and the execution of queries.

`arrays_of` gives them for one segment's reader; the segments of a reader over several are
`reader.leaf_readers()`, pairs of a reader and the number to add to its document numbers.

A column type of our own takes part in segments through Whoosh's `columns.Column`: `writer(dbfile)`
with `add(docnum, value)` and `finish(doccount)`, `reader(dbfile, basepos, length, doccount)`.
`dbfile` is Whoosh's StructFile: written from its start to its end; read through `get`,
`get_array` and `map`, mapped bytes in which the column is `map[basepos : basepos + length]`,
starting at a multiple of 8 of the file. When segments are merged, the column is read and written
again value by value, unless the type is a `MergingColumn`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from whoosh.filedb.structfile import StructFile
    from whoosh.reading import IndexReader


class Arrays(Protocol):
    """One segment. Document numbers are the segment's own (u32), deleted documents included.

    Arrays may be mapped from the disk: they are read-only, and are valid as long as a reference
    is held. Fields and terms that do not occur give empty answers.
    """

    doc_count: int

    def deleted(self) -> "NDArray[np.bool_] | None":
        """Which documents are deleted; None where none is."""

    def term_count(self, field: str) -> int:
        """How many different terms the field has; 0 where nothing of it is indexed."""

    def find(self, field: str, term: bytes) -> int:
        """The number of a term, in the order of bytes; -1 where it does not occur."""

    def prefix(self, field: str, prefix: bytes) -> range:
        """The numbers of the terms that begin with `prefix`."""

    def term(self, field: str, number: int) -> bytes:
        """The term of a number."""

    def terms(self, field: str, numbers: range) -> list[bytes]:
        """The terms of numbers in a row."""

    def doc_frequencies(self, field: str) -> "NDArray[np.uint32]":
        """By term number: how many documents have it, deleted ones included."""

    def postings(self, field: str, number: int) -> "tuple[NDArray[np.uint32], NDArray[Any]]":
        """The documents of a term, ascending, and how often it stands in each.

        Frequencies are u8, u16 or u32, whole counts; all 1 in an ID or NUMERIC field.
        """

    def docs_of_range(self, field: str, numbers: range) -> "NDArray[np.uint32]":
        """The documents of several terms in a row: not sorted, with repeats."""

    def positions(self, field: str, number: int) -> "tuple[NDArray[np.int64], NDArray[np.uint32]]":
        """Where a term stands: `values[starts[i]:starts[i + 1]]` belong to its i-th document.

        Both empty where the field has no positions.
        """

    def lengths(self, field: str) -> "NDArray[Any]":
        """By document: its number of tokens, as `doc_field_length` gives it (in 256 steps)."""

    def total_length(self, field: str) -> float:
        """The sum of the exact lengths of all documents, deleted ones included."""

    def column(self, field: str) -> "NDArray[Any]":
        """By document: the value of a numeric column, or of a sortable NUMERIC field.

        A document without a value has the column's default.
        """

    def codes(self, field: str) -> "tuple[NDArray[Any], list[str]]":
        """A sortable ID field: by document a code, and the value that each code stands for."""


@runtime_checkable
class HasArrays(Protocol):
    """What our codec's terms readers have."""

    def arrays(self) -> Arrays:
        """The segment's arrays."""


@runtime_checkable
class MergingColumn(Protocol):
    """A column type that merges segments without reading each value."""

    def merge(
        self,
        dbfile: "StructFile",
        parts: "Sequence[tuple[Any | None, NDArray[np.uint32]]]",
    ) -> None:
        """Write the column of a new segment at once: neither `add` nor `finish` is called.

        `parts` are in the order of the new documents: the reader of an old segment's column
        (None where that segment has none), and the numbers, ascending, of the documents taken
        over from it.
        """


def arrays_of(reader: "IndexReader") -> Arrays | None:
    """The arrays of one segment's reader; None where another codec wrote it."""
    terms = getattr(reader, "_terms", None)
    return terms.arrays() if isinstance(terms, HasArrays) else None
