"""The postings of new documents: gathered in memory, spilled as runs, written as a segment."""

from collections.abc import Sequence
from pathlib import Path

from whoosh.fields import Schema

from index.arrays.documents import DocumentsWriter
from index.arrays.merge import Taken, merge
from index.arrays.postings import FieldEncoder
from index.arrays.segment import ArraySegment, SegmentArrays
from index.arrays.segment_file import FileReader, FileWriter
from index.arrays.tokens import FieldTokens, Inverted, Source

_BYTES_A_TOKEN = 4
_BYTES_A_TERM = 150
_BYTES_TO_INVERT = 40
"""What a token takes while its field is inverted: the keys that are sorted, and what they give."""


class FieldsWriter:
    """Gathers tokens within bounded memory."""

    def __init__(
        self, schema: Schema, documents: DocumentsWriter, folder: Path, memory: int
    ) -> None:
        """`folder` is for runs and other temporary files; `memory` is the bound in bytes.

        `documents` is told the documents' lengths.
        """
        self.fields = {n: FieldTokens(f) for n, f in schema.items() if f.indexed}
        self._documents = documents
        self._folder = folder
        self._memory = memory
        self._runs: list[SegmentArrays] = []

    def spill_if_full(self, docs: int) -> None:
        """Write a run when the memory is used up; `docs` is how many documents there are now."""
        tokens = [len(field) for field in self.fields.values()]
        terms = sum(field.term_count for field in self.fields.values())
        held = sum(tokens) * _BYTES_A_TOKEN + terms * _BYTES_A_TERM
        if held + max(tokens) * _BYTES_TO_INVERT > self._memory:
            self._spill(docs)

    def _spill(self, docs: int) -> None:
        segment = ArraySegment("run")
        segment.set_doc_count(docs)
        with (self._folder / segment.segment_id()).open("w+b") as file:
            writer = FileWriter(file)
            self._write(writer, [], docs)
            writer.meta["columns"] = {}
            writer.finish()
            run = SegmentArrays(FileReader(file), segment)
        self._runs.append(run)

    def write(self, file: FileWriter, taken: Sequence[Taken], docs: int) -> None:
        """Write what was taken over from old segments, then the `docs` new documents."""
        offset = sum(t.count for t in taken)
        runs = [Taken(run, offset) for run in self._runs]
        self._write(file, [*taken, *runs], offset + docs, offset)

    def _write(self, file: FileWriter, taken: Sequence[Taken], docs: int, offset: int = 0) -> None:
        file.meta |= {"documents": docs, "totals": {}, "fields": {}}
        for name, tokens in self.fields.items():
            sources: list[Source] = [s for s in (t.source(name) for t in taken) if s is not None]
            if len(tokens):
                sources.append(self._inverted(name, tokens, offset))
            encoder = FieldEncoder(self._folder, has_positions=tokens.has_positions)
            if sources:
                merge(sources, encoder)
            if encoder.total:
                encoder.write(file, name)
                file.meta["fields"][name] = encoder.most
            encoder.close()
            if tokens.has_lengths:
                file.meta["totals"][name] = encoder.total

    def _inverted(self, name: str, tokens: FieldTokens, offset: int) -> Inverted:
        if tokens.has_lengths:
            self._documents.add_lengths(name, *tokens.lengths())
        found = tokens.inverted()
        found.offset = offset
        return found
