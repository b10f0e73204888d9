"""The file of a segment: named little-endian arrays, mapped into memory.

A header of 32 bytes: the magic `recoupeA`, the format's version (u32), the CRC-32 of the
directory (u32), the directory's offset and length (u64 each). Then the arrays, each at a multiple
of 8. Then the directory, UTF-8 JSON, which ends the file: `arrays` gives for each name its
element type as NumPy writes it, its offset and its number of elements; `meta` the rest.
"""

import io
import json
import mmap
import os
import shutil
import struct
import tempfile
import zlib
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from whoosh.filedb.structfile import BufferFile

VERSION = 2
"""Raise it whenever a file written before would be read otherwise."""

_MAGIC = b"recoupeA"
_HEADER = struct.Struct("<8sIIQQ")
_ALIGNMENT = 8
_SPOOL_BYTES = 1 << 20


class Spool:
    """An array that is written in pieces: in memory while it is small, then in an unnamed file."""

    def __init__(self, dtype: str, folder: Path) -> None:
        """`dtype` is the element type as NumPy writes it, `folder` where the file goes."""
        self.dtype = np.dtype(dtype).newbyteorder("<")
        self.count = 0
        self._file = tempfile.SpooledTemporaryFile(_SPOOL_BYTES, dir=str(folder))  # noqa: SIM115

    def append(self, values: ArrayLike) -> None:
        """Add elements at the end."""
        piece = np.ascontiguousarray(values, dtype=self.dtype)
        self.count += piece.size
        self._file.write(piece.data)

    def rewound(self) -> IO[bytes]:
        """All that was written, to be read from its start."""
        self._file.seek(0)
        return self._file

    def close(self) -> None:
        """Let go of memory and file."""
        self._file.close()


class FileWriter:
    """Writes a segment's file; until `finish`, what is on the disk is not a segment."""

    def __init__(self, file: IO[bytes]) -> None:
        """Write to `file`, new and open for binary writing."""
        self._file = file
        self._arrays: dict[str, tuple[str, int, int]] = {}
        self.meta: dict[str, Any] = {}
        file.write(bytes(_HEADER.size))

    def _align(self) -> int:
        self._file.write(bytes(-self._file.tell() % _ALIGNMENT))
        return self._file.tell()

    def array(self, name: str, values: ArrayLike) -> None:
        """Write an array at once."""
        array = np.asarray(values)
        array = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
        self._arrays[name] = (array.dtype.str, self._align(), array.size)
        self._file.write(array.data)

    def spool(self, name: str, spool: Spool) -> None:
        """Write what a spool has gathered, and close it."""
        self._arrays[name] = (spool.dtype.str, self._align(), spool.count)
        shutil.copyfileobj(spool.rewound(), self._file, 1 << 20)
        spool.close()

    def copy(self, name: str, file: IO[bytes]) -> None:
        """Write a file's bytes, from where it stands to its end."""
        start = self._align()
        shutil.copyfileobj(file, self._file, 1 << 20)
        self._arrays[name] = ("|u1", start, self._file.tell() - start)

    def finish(self) -> None:
        """Write directory and header: the file is a segment now."""
        directory = json.dumps({"arrays": self._arrays, "meta": self.meta}).encode()
        start = self._file.tell()
        self._file.write(directory)
        self._file.seek(0)
        self._file.write(
            _HEADER.pack(_MAGIC, VERSION, zlib.crc32(directory), start, len(directory))
        )
        self._file.flush()


class FileReader:
    """A segment's file, mapped. Its arrays stay valid after the file is unlinked."""

    def __init__(self, file: IO[bytes]) -> None:
        """Map `file`, open for reading; it may be closed afterwards.

        Raises ValueError when the file is not whole: reading a mapped file beyond its end would
        kill the process.
        """
        size = os.fstat(file.fileno()).st_size
        if size < _HEADER.size:
            raise ValueError("segment file cut")
        self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, version, crc, start, length = _HEADER.unpack_from(self._map)
        if magic != _MAGIC or version != VERSION:
            raise ValueError("segment file of another format")
        if start + length != size:
            raise ValueError("segment file cut")
        directory = self._map[start:]
        if zlib.crc32(directory) != crc:
            raise ValueError("segment file damaged")
        read = json.loads(directory)
        self.meta: dict[str, Any] = read["meta"]
        self._arrays: dict[str, tuple[str, int, int]] = read["arrays"]
        for dtype, offset, count in self._arrays.values():
            if offset + count * np.dtype(dtype).itemsize > start:
                raise ValueError("segment file damaged")

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def array(self, name: str) -> NDArray[Any]:
        """The array of a name, read-only and mapped; KeyError where there is none."""
        dtype, offset, count = self._arrays[name]
        return np.frombuffer(self._map, dtype, count, offset)

    def bytes(self, name: str) -> memoryview:
        """The bytes of an array."""
        dtype, offset, count = self._arrays[name]
        return memoryview(self._map)[offset : offset + count * np.dtype(dtype).itemsize]

    def release(self) -> None:
        """Let the system take back the memory of pages read so far; they are read again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)


def mapped(file: IO[bytes]) -> memoryview:
    """A whole file, mapped; it may be closed afterwards."""
    if not os.fstat(file.fileno()).st_size:
        return memoryview(b"")
    return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class MappedFile(BufferFile):  # type: ignore[misc]
    """Whoosh's StructFile over mapped bytes, for column types that are not our own."""

    def __init__(self, data: memoryview) -> None:
        """`data` is copied only if it is read by `read` and `seek`."""
        self._buf = self.map = data
        self._name = "column"
        self.onclose = None
        self.is_real = self.is_closed = False

    @cached_property
    def file(self) -> io.BytesIO:
        """The bytes as a stream."""
        return io.BytesIO(self._buf)
