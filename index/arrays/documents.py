"""What a segment knows of each document, as Whoosh reads and writes it: lengths and columns."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base
from whoosh.columns import Column
from whoosh.fields import Schema

from index.arrays.columns import column_buffer, column_reader
from index.arrays.merge import Taken
from index.arrays.segment import LENGTHS, SegmentArrays, length_codes
from index.arrays.segment_file import FileWriter


class DocumentsWriter:
    """Gathers lengths and columns of new documents."""

    def __init__(self, schema: Schema, folder: Path) -> None:
        """`folder` is for temporary files."""
        fields = dict(schema.items())
        self.columns = {n: column_buffer(f, folder) for n, f in fields.items() if f.column_type}
        self._scorable = [n for n, f in fields.items() if f.indexed and f.scorable]
        self._lengths: dict[str, list[tuple[NDArray[np.uint32], NDArray[np.uint8]]]] = {
            name: [] for name in self._scorable
        }

    def add_lengths(self, field: str, docs: NDArray[Any], lengths: NDArray[Any]) -> None:
        """Keep the lengths of some documents."""
        self._lengths[field].append((docs, length_codes(lengths)))

    def write(self, file: FileWriter, taken: Sequence[Taken], docs: int) -> None:
        """Write the documents taken over from old segments, then `docs` new ones."""
        parts = [(t.arrays, t.docs) for t in taken]
        file.meta["columns"] = {}
        for name, column in self.columns.items():
            column.write(file, name, parts, docs)
        offset = sum(t.count for t in taken)
        for name in self._scorable:
            codes = np.zeros(offset + docs, np.uint8)
            for part in taken:
                old = part.arrays.length_codes(name)
                if old is not None:
                    codes[part.offset : part.offset + part.count] = old[part.docs]
            for numbers, lengths in self._lengths[name]:
                codes[numbers + np.uint32(offset)] = lengths
            file.array(f"{name}/lengths", codes)

    def close(self) -> None:
        """Let go of temporary files."""
        for column in self.columns.values():
            column.close()


class DocumentsReader(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths and columns of a segment's documents."""

    def __init__(self, arrays: SegmentArrays) -> None:
        """Read a segment."""
        self._arrays = arrays
        self._segment = arrays.segment
        self._readers: dict[str, Any] = {}

    def doc_count(self) -> int:
        """How many documents are not deleted."""
        return self._arrays.doc_count - self._segment.deleted_count()

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones included."""
        return self._arrays.doc_count

    def has_deletions(self) -> bool:
        """Whether any is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> list[int]:
        """The deleted documents."""
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        """There may be columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether a field has a column."""
        return fieldname in self._arrays.columns

    def list_columns(self) -> list[str]:
        """The fields that have columns."""
        return list(self._arrays.columns)

    def column_reader(self, fieldname: str, column: Column) -> Any:
        """The reader of a field's column."""
        return column_reader(self._arrays, fieldname, column)

    def _codes(self, field: str) -> NDArray[np.uint8]:
        codes = self._arrays.length_codes(field)
        return np.zeros(1, np.uint8) if codes is None else codes

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many tokens a document has in a field, in 256 steps."""
        codes = self._arrays.length_codes(fieldname)
        return default if codes is None else int(LENGTHS[codes[docnum]])

    def field_length(self, fieldname: str) -> int:
        """How many tokens all documents have in a field."""
        return int(self._arrays.total_length(fieldname))

    def min_field_length(self, fieldname: str) -> int:
        """The length of the shortest document."""
        return int(LENGTHS[self._codes(fieldname).min()])

    def max_field_length(self, fieldname: str) -> int:
        """The length of the longest document."""
        return int(LENGTHS[self._codes(fieldname).max()])

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Nothing is stored but columns."""
        return {}
