"""The writer: takes documents, and commits them as one segment of arrays.

A commit writes the new segment's file and waits until it is on the disk (`fsync`), then writes the
table of contents under another name, waits for it and for the folder likewise, and renames it,
which is what makes the new generation; then it waits for the folder again. So a kill or a power
cut at any point leaves either the generation before or the new one. Files of no generation are
removed by the next commit.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from whoosh.fields import UnknownFieldError
from whoosh.index import FileIndex
from whoosh.reading import IndexReader
from whoosh.writing import IndexingError, SegmentWriter

from index.arrays.codec import ArrayCodec
from index.arrays.documents import DocumentsWriter
from index.arrays.fields import FieldsWriter
from index.arrays.merge import Taken
from index.arrays.policy import all_to_merge, to_merge
from index.arrays.segment import EXTENSION, ArraySegment, SegmentArrays
from index.arrays.segment_file import FileWriter
from index.arrays.source import arrays_of

_CHECK_EVERY = 64
"""Documents after which the memory is looked at."""


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer, with Whoosh's calls, over arrays.

    TEXT and KEYWORD fields take lists of terms. Boosts and stored values are not supported.
    """

    def __init__(self, index: FileIndex, memory: int) -> None:
        """Take the index's lock; `memory` bounds, in bytes, what is held of new documents.

        Raises whoosh.index.LockError when another writer has the lock.
        """
        super().__init__(index, codec=ArrayCodec(), compound=False)
        self._memory = memory
        self._adders: dict[str, tuple[Callable[[int, Any], None], ...]] = {}
        self._taken: list[Taken] = []
        self._half_added = False

    def _open_buffers(self) -> None:
        # With the first document: until then the schema may still change.
        folder = Path(self._tempstorage.folder)
        self._documents = DocumentsWriter(self.schema, folder)
        self._fields = FieldsWriter(self.schema, self._documents, folder, self._memory)
        for name in self.schema.names():
            parts = (self._fields.fields.get(name), self._documents.columns.get(name))
            self._adders[name] = tuple(part.add for part in parts if part is not None)
        self._added = True

    def add_document(self, **fields: Any) -> None:
        """Add a document.

        Raises whoosh.fields.UnknownFieldError for a field that is not in the schema, ValueError
        when the schema has a field that arrays cannot hold, TypeError for text not analysed.
        After any error the writer can only be cancelled.
        """
        self._check_state()
        self._half_added = True
        if not self._added:
            self._open_buffers()
        doc, adders = self.docnum, self._adders
        for name, value in fields.items():
            if name not in adders:
                raise UnknownFieldError(f"No field named {name!r}")
            if value is not None:
                for add in adders[name]:
                    add(doc, value)
        self._half_added = False
        self.docnum += 1
        if self.docnum % _CHECK_EVERY == 0:
            self._fields.spill_if_full(self.docnum)

    def add_reader(self, reader: IndexReader) -> None:
        """Take over the documents of a segment, which are numbered before those added.

        Raises ValueError when another codec wrote it.
        """
        arrays = arrays_of(reader)
        if not isinstance(arrays, SegmentArrays):
            raise ValueError(f"{reader!r} is no segment of arrays")
        self._take(arrays)

    def _take(self, arrays: SegmentArrays) -> None:
        if not self._added:
            self._open_buffers()
        self._taken.append(Taken(arrays, sum(t.count for t in self._taken)))

    # Commit

    def commit(self, mergetype: Any = None, optimize: Any = None, merge: Any = None) -> None:
        """Keep all that was done, at once; the parameters are Whoosh's own.

        Raises whoosh.writing.IndexingError when adding a document has failed.
        """
        if self._half_added:
            raise IndexingError("A document has been added in part only: cancel")
        super().commit(mergetype, optimize, merge)

    def _merge_segments(self, mergetype: Any, optimize: Any, merge: Any) -> list[ArraySegment]:
        mergetype = mergetype or self.mergetype
        if mergetype:
            left: list[ArraySegment] = mergetype(self, self.segments)
            return left
        if self.optimize if optimize is None else optimize:
            chosen = all_to_merge(self.segments, self.docnum)
        elif self.merge if merge is None else merge:
            chosen = to_merge(self.segments, self.docnum)
        else:
            chosen = []
        for segment in chosen:
            if segment.doc_count():
                self._take(SegmentArrays.open(self.storage, segment))
        return [segment for segment in self.segments if segment not in chosen]

    def _finalize_segment(self) -> ArraySegment:
        with self.newsegment.create_file(self.storage, EXTENSION) as stream:
            file = FileWriter(stream.raw_file())
            self._fields.write(file, self._taken, self.docnum)
            self._documents.write(file, self._taken, self.docnum)
            file.finish()
            os.fsync(stream.fileno())
        self._documents.close()
        segment: ArraySegment = self.newsegment
        segment.set_doc_count(self.docnum + sum(t.count for t in self._taken))
        return segment

    def _close_segment(self) -> None:
        # The runs go with their folder.
        if self._added:
            self._documents.close()
