"""Making, opening and writing an index of arrays: Whoosh's objects, with our storage behind."""

import os
import pickle
import re
import struct
from pathlib import Path
from typing import Any

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import IndexReader

from index.arrays.writer import ArrayWriter

MEMORY_MB = 96
"""What a writer may hold of new documents before it writes a run to the disk."""

_UNFINISHED = re.compile(r"_\w+_\d+\.toc\..+")
"""Tables of contents that were never renamed: their commit died."""


class ArrayStorage(FileStorage):  # type: ignore[misc]
    """A folder in which a file takes its name only once its content is on the disk."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Give a file its final name, and wait until content and name are on the disk."""
        _sync(self._fpath(oldname))
        _sync(self.folder)
        super().rename_file(oldname, newname, safe=safe)
        _sync(self.folder)
        for name in self.list():
            if _UNFINISHED.fullmatch(name):
                self.delete_file(name)


def _sync(path: str | Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class ArrayIndex(FileIndex):  # type: ignore[misc]
    """Whoosh's index, whose writer is ours."""

    def writer(self, procs: int = 1, *, memory_mb: int = MEMORY_MB, **options: Any) -> ArrayWriter:
        """A writer, of which there is one at a time; see `writer` below.

        `procs` and other options of Whoosh's are taken and not used.
        """
        return ArrayWriter(self, memory_mb << 20)


def create(folder: Path, schema: Schema) -> ArrayIndex:
    """Make an empty index in `folder`, which exists; what was there is lost.

    Raises OSError when the folder cannot be written.
    """
    index: ArrayIndex = ArrayIndex.create(ArrayStorage(str(folder)), schema)
    return index


def open_index(folder: Path) -> ArrayIndex:
    """Open the index in `folder`.

    Raises whoosh.index.EmptyIndexError where there is none; OSError, ValueError or what `pickle`
    raises when its table of contents is damaged. `reader()` and `searcher()` raise ValueError
    when a segment's file is damaged.
    """
    return ArrayIndex(ArrayStorage(str(folder)))


def writer(index: ArrayIndex, *, memory_mb: int = MEMORY_MB) -> ArrayWriter:
    """A writer for `index`, holding at most about `memory_mb` of new documents in memory.

    Raises whoosh.index.LockError when there is another writer.
    """
    return index.writer(memory_mb=memory_mb)


def read(folder: Path) -> IndexReader | None:
    """A reader of the index in `folder`; None where there is none, or it is cut, overwritten or
    of another version of the format."""
    try:
        return open_index(folder).reader()
    except (WhooshIndexError, OSError, EOFError):
        return None
    # What Whoosh meets when it reads what it did not write.
    except (ValueError, KeyError, struct.error, pickle.UnpicklingError):
        return None


def whole(folder: Path) -> bool:
    """Whether there is an index in `folder` that can be read."""
    reader = read(folder)
    if reader is not None:
        reader.close()
    return reader is not None
