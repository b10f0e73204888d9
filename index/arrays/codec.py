"""The codec: how Whoosh reads and writes segments of arrays."""

from whoosh.codec import base
from whoosh.filedb.filestore import Storage

from index.arrays.documents import DocumentsReader
from index.arrays.segment import ArraySegment, SegmentArrays
from index.arrays.terms import ArrayTermsReader


class ArrayCodec(base.Codec):  # type: ignore[misc]
    """Segments whose postings and columns are mapped arrays.

    They are written by `index.arrays.writer.ArrayWriter` alone, which gathers documents in its
    own way: Whoosh's writers, which go posting by posting, get nothing to write with.
    """

    def __init__(self) -> None:
        """Whoosh makes one for each reader of a segment, and asks it for both of its halves."""
        self._opened: SegmentArrays | None = None

    def _arrays(self, storage: Storage, segment: ArraySegment) -> SegmentArrays:
        """The segment's file, mapped once for both."""
        if self._opened is None or self._opened.segment is not segment:
            self._opened = SegmentArrays.open(storage, segment)
        return self._opened

    def per_document_writer(self, storage: Storage, segment: ArraySegment) -> None:
        """None."""

    def field_writer(self, storage: Storage, segment: ArraySegment) -> None:
        """None."""

    def new_segment(self, storage: Storage, indexname: str) -> ArraySegment:
        """A segment that is about to be written."""
        return ArraySegment(indexname)

    def terms_reader(self, storage: Storage, segment: ArraySegment) -> ArrayTermsReader:
        """The terms of a segment. Raises ValueError when its file is damaged."""
        return ArrayTermsReader(self._arrays(storage, segment))

    def per_document_reader(self, storage: Storage, segment: ArraySegment) -> DocumentsReader:
        """The documents of a segment. Raises ValueError when its file is damaged."""
        return DocumentsReader(self._arrays(storage, segment))
