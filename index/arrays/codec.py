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

    def per_document_writer(self, storage: Storage, segment: ArraySegment) -> None:
        """None."""

    def field_writer(self, storage: Storage, segment: ArraySegment) -> None:
        """None."""

    def new_segment(self, storage: Storage, indexname: str) -> ArraySegment:
        """A segment that is about to be written."""
        return ArraySegment(indexname)

    def terms_reader(self, storage: Storage, segment: ArraySegment) -> ArrayTermsReader:
        """The terms of a segment. Raises ValueError when its file is damaged."""
        return ArrayTermsReader(SegmentArrays.open(storage, segment))

    def per_document_reader(self, storage: Storage, segment: ArraySegment) -> DocumentsReader:
        """The documents of a segment. Raises ValueError when its file is damaged."""
        return DocumentsReader(SegmentArrays.open(storage, segment))
