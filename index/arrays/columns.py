"""Columns: a value for each document. Numbers and repeated values are plain arrays.

Arrays of a column `F`: `F/column`, for numbers the values themselves; for bytes a code for each
document, with `F/values` u8, the values by code one after the other, and `F/value_lengths` u32.
Column types that are not Whoosh's own write what they like into `F/column`.
"""

from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from whoosh import columns
from whoosh.fields import COLUMN, NUMERIC, FieldType
from whoosh.filedb.structfile import StructFile

from index.arrays.segment import SegmentArrays
from index.arrays.segment_file import FileWriter, MappedFile, mapped
from index.arrays.source import MergingColumn

Part = tuple[SegmentArrays, NDArray[np.uint32]]
"""An old segment, and the numbers of the documents taken over from it."""


class ColumnBuffer(Protocol):
    """The values of new documents, which come in ascending order, some without a value."""

    def add(self, doc: int, value: Any) -> None:
        """Keep a document's value."""

    def write(self, file: FileWriter, name: str, parts: Sequence[Part], docs: int) -> None:
        """Write the column of a segment: the documents of `parts`, then `docs` new ones."""

    def close(self) -> None:
        """Let go of temporary files."""


def column_buffer(field: FieldType, folder: Path) -> ColumnBuffer:
    """What gathers the column of a field; `folder` is for temporary files."""
    column = field.column_type
    if isinstance(column, columns.NumericColumn):
        return _Numbers(field)
    if isinstance(column, columns.VarBytesColumn | columns.RefBytesColumn):
        return _Codes(field)
    return _Foreign(field, folder)


def _shift(field: FieldType) -> int:
    """What Whoosh adds to a signed number, so that its columns sort as bytes."""
    signed = isinstance(field, NUMERIC) and field.numtype is int and field.signed
    return 1 << (field.bits - 1) if signed else 0


class _Numbers:
    """Numbers, as they were given; a document without one has the column's default."""

    def __init__(self, field: FieldType) -> None:
        self._field = field
        column = field.column_type
        self._shift = _shift(field)
        code = column._typecode
        self._values = array(code.lower() if self._shift else code)
        self._default = column.default_value() - self._shift
        self._plain = isinstance(field, COLUMN)

    def _fill(self, docs: int) -> None:
        missing = docs - len(self._values)
        if missing:
            self._values.extend([self._default] * missing)

    def add(self, doc: int, value: Any) -> None:
        if len(self._values) != doc:
            self._fill(doc)
        self._values.append(
            value if self._plain else self._field.to_column_value(value) - self._shift
        )

    def write(self, file: FileWriter, name: str, parts: Sequence[Part], docs: int) -> None:
        self._fill(docs)
        dtype = np.dtype(self._values.typecode)
        pieces = [
            arrays.column(name)[taken]
            if name in arrays.columns
            else np.full(len(taken), self._default, dtype)
            for arrays, taken in parts
        ]
        pieces.append(np.array(self._values, dtype))
        file.array(f"{name}/column", np.concatenate(pieces))
        file.meta["columns"][name] = {"kind": "numbers", "shift": self._shift}

    def close(self) -> None:
        pass


class _Codes:
    """Byte strings that repeat: a code for each document."""

    def __init__(self, field: FieldType) -> None:
        self._field = field
        self._default: bytes = field.column_type.default_value()
        self._numbers: dict[bytes, int] = {}
        self._given: dict[Any, int] = {}
        self._codes = array("I")

    def _code(self, value: bytes) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def _fill(self, docs: int) -> None:
        missing = docs - len(self._codes)
        if missing:
            self._codes.extend([self._code(self._default)] * missing)

    def add(self, doc: int, value: Any) -> None:
        if len(self._codes) != doc:
            self._fill(doc)
        # Few values, many documents: each value is converted once.
        code = self._given.get(value)
        if code is None:
            code = self._given[value] = self._code(self._field.to_column_value(value))
        self._codes.append(code)

    def write(self, file: FileWriter, name: str, parts: Sequence[Part], docs: int) -> None:
        self._fill(docs)
        pieces = [self._recoded(name, *part) for part in parts]
        pieces.append(np.array(self._codes, np.uint32))
        codes = np.concatenate(pieces)
        # Only the values that are still in use, in order: codes then sort as their values do.
        used = np.unique(codes)
        values = list(self._numbers)
        kept = sorted((values[code], code) for code in used.tolist())
        renumbered = np.zeros(len(values), np.min_scalar_type(len(kept)))
        renumbered[[code for _, code in kept]] = np.arange(len(kept))
        file.array(f"{name}/column", renumbered[codes])
        blob = b"".join(value for value, _ in kept)
        file.array(f"{name}/values", np.frombuffer(blob, np.uint8))
        file.array(f"{name}/value_lengths", np.array([len(v) for v, _ in kept], np.uint32))
        file.meta["columns"][name] = {"kind": "codes"}

    def close(self) -> None:
        pass

    def _recoded(
        self, name: str, arrays: SegmentArrays, taken: NDArray[np.uint32]
    ) -> NDArray[np.uint32]:
        if name not in arrays.columns:
            return np.full(len(taken), self._code(self._default), np.uint32)
        table = np.array([self._code(value) for value in arrays.values(name)], np.uint32)
        codes: NDArray[np.uint32] = table[arrays.column(name)[taken]]
        return codes


class _Foreign:
    """A column type that brings its own writer and reader."""

    def __init__(self, field: FieldType, folder: Path) -> None:
        self._field = field
        self._folder = folder
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - `close` closes it
        self._writer = field.column_type.writer(StructFile(self._file))

    def add(self, doc: int, value: Any) -> None:
        self._writer.add(doc, self._field.to_column_value(value))

    def write(self, file: FileWriter, name: str, parts: Sequence[Part], docs: int) -> None:
        self._writer.finish(docs)
        self._file.flush()
        if parts:
            with TemporaryFile(dir=self._folder) as merged:
                self._merge(merged, name, parts, docs)
                merged.seek(0)
                file.copy(f"{name}/column", merged)
        else:
            self._file.seek(0)
            file.copy(f"{name}/column", self._file)
        file.meta["columns"][name] = {"kind": "foreign"}

    def close(self) -> None:
        self._file.close()

    def _merge(self, merged: Any, name: str, parts: Sequence[Part], docs: int) -> None:
        column = self._field.column_type
        readers: list[tuple[Any, NDArray[np.uint32]]] = [
            (foreign_reader(arrays, name, column) if name in arrays.columns else None, taken)
            for arrays, taken in parts
        ]
        if docs:
            data = mapped(self._file)
            new = column.reader(MappedFile(data), 0, len(data), docs)
            readers.append((new, np.arange(docs, dtype=np.uint32)))
        if isinstance(column, MergingColumn):
            column.merge(StructFile(merged), readers)
        else:
            writer = column.writer(StructFile(merged))
            default = column.default_value()
            doc = 0
            for reader, taken in readers:
                for old in taken.tolist():
                    writer.add(doc, default if reader is None else reader[old])
                    doc += 1
            writer.finish(doc)
        merged.flush()


def foreign_reader(arrays: SegmentArrays, name: str, column: columns.Column) -> Any:
    """The reader of a column that is not Whoosh's own."""
    data = arrays.file.bytes(f"{name}/column")
    return column.reader(MappedFile(data), 0, len(data), arrays.doc_count)


class _Reader(columns.ColumnReader):  # type: ignore[misc]
    """What Whoosh's sorting asks of a column."""

    def __init__(self, doc_count: int) -> None:
        self._doccount = doc_count
        self._reverse = False

    def __iter__(self) -> Iterator[Any]:
        return (self[doc] for doc in range(self._doccount))


class NumbersReader(_Reader):
    """Numbers, as Whoosh's own column would give them."""

    def __init__(self, arrays: SegmentArrays, name: str) -> None:
        """Read the column `name`."""
        super().__init__(arrays.doc_count)
        self._values = arrays.column(name)
        self._shift: int = arrays.columns[name]["shift"]

    def __getitem__(self, doc: int) -> int | float:
        value: int | float = self._values[doc].item()
        return value + self._shift

    def sort_key(self, doc: int) -> int | float:
        """By what the documents are sorted."""
        return -self[doc] if self._reverse else self[doc]

    def set_reverse(self) -> None:
        """Sort the other way round."""
        self._reverse = True


class CodesReader(_Reader):
    """Byte strings by their codes."""

    def __init__(self, arrays: SegmentArrays, name: str) -> None:
        """Read the column `name`."""
        super().__init__(arrays.doc_count)
        self._codes = arrays.column(name)
        self._values = arrays.values(name)

    def __getitem__(self, doc: int) -> bytes:
        value: bytes = self._values[self._codes[doc]]
        return value


def column_reader(arrays: SegmentArrays, name: str, column: columns.Column) -> Any:
    """The reader of a column, of whatever type."""
    kind = arrays.columns[name]["kind"]
    if kind == "foreign":
        return foreign_reader(arrays, name, column)
    return NumbersReader(arrays, name) if kind == "numbers" else CodesReader(arrays, name)
