"""All running words of each document, as a Whoosh column of numbers.

A document's value is its words in order (`list[str]`). A word's code is its place in the order of
first appearance in the segment, so that frequent words have small codes without a second look at
the text; two bytes hold the first 65,535, the rest stands in a list beside them.

The column, little-endian, each part padded to a multiple of eight bytes: the codes of all words
(u16, FAR for those in the list) · the places of those (u32), their codes (u32) · where each
document begins (u32, one more than documents) · by code the word's rank (u32) · by rank where the
word ends in the words' bytes (u32) · the words in UTF-8, sorted by their folded form, then by
their accents, one after the other · the lengths of the parts, in items (8 × u64).
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import Column, ColumnReader, ColumnWriter
from whoosh.filedb.structfile import StructFile

from index.arrays.dictionary import U32, Dictionary, order

FAR = 0xFFFF
"""Stands for every code that two bytes do not hold."""

FEW = 3
"""Up to so many codes it is faster to compare all words with each than to look each word up."""

SPARSE = 16
"""Where less than one in so many words is in the documents asked for, they alone are looked at."""

_BLOCK = 1 << 18
"""Words that are looked at, or held until they are written, at once: what fits a cache."""

_PARTS = ("<u2", "<u4", "<u4", "<u4", "<u4", "<u4", "u1")
_FOOTER = 8 * 8

Places = NDArray[np.int64]
"""Words by their number in the segment, counted through all of its documents."""


class _Codes(dict[str, int]):
    """Gives each new word the next code."""

    def __missing__(self, word: str) -> int:
        code = self[word] = len(self)
        return code


class _Writer(ColumnWriter):  # type: ignore[misc]
    """Codes go to the file as they come; the distinct words are held until the end."""

    def __init__(self, dbfile: StructFile) -> None:
        super().__init__(dbfile)
        self._codes = _Codes()
        self._held = array("I")
        self._written = 0
        self._far_places: list[U32] = []
        self._far_codes: list[U32] = []
        self._starts = array("I", [0])

    def add(self, docnum: int, value: Sequence[str]) -> None:
        """The words of a document; document numbers rise."""
        self.fill(docnum)
        self._held.extend(map(self._codes.__getitem__, value))
        self._starts.append(self._written + len(self._held))
        if len(self._held) >= _BLOCK:
            self._flush()

    def fill(self, docnum: int) -> None:
        """Documents up to, not including, `docnum` have no words, where nothing was added."""
        missing = docnum + 1 - len(self._starts)
        self._starts.extend([self._starts[-1]] * missing)

    def add_coded(self, codes: U32, lengths: NDArray[np.int64], words: Sequence[str]) -> None:
        """Documents one after the other: their words as places in `words`, how many each has."""
        own = np.fromiter(map(self._codes.__getitem__, words), np.uint32, len(words))
        self._flush()
        ends = self._written + np.cumsum(lengths)
        self._starts.frombytes(ends.astype(np.uint32).tobytes())
        self._write(own[codes])

    def _flush(self) -> None:
        held, self._held = np.array(self._held, np.uint32), array("I")
        self._write(held)

    def _write(self, codes: U32) -> None:
        far = np.flatnonzero(codes >= FAR)
        self._far_places.append((far + self._written).astype(np.uint32))
        self._far_codes.append(codes[far])
        self._dbfile.write(np.minimum(codes, FAR).astype("<u2").tobytes())
        self._written += len(codes)

    def finish(self, doccount: int) -> None:
        """Write all that follows the codes."""
        self.fill(doccount)
        self._flush()
        words = sorted(self._codes, key=order)
        ranks = np.empty(len(words), np.uint32)
        ranks[[self._codes[word] for word in words]] = np.arange(len(words), dtype=np.uint32)
        blobs = [word.encode() for word in words]
        ends = np.cumsum([len(blob) for blob in blobs], dtype=np.uint32)
        self._pad(2 * self._written)
        lengths = [self._written]
        parts = (_joined(self._far_places), _joined(self._far_codes), self._starts, ranks, ends)
        for part in (*parts, np.frombuffer(b"".join(blobs), np.uint8)):
            data = np.asarray(part)
            lengths.append(len(data))
            written = data.astype(_PARTS[len(lengths) - 1]).tobytes()
            self._dbfile.write(written)
            self._pad(len(written))
        self._dbfile.write(np.array([*lengths, 0], "<u8").tobytes())

    def _pad(self, length: int) -> None:
        self._dbfile.write(bytes(-length % 8))


def _joined(parts: list[U32]) -> U32:
    return np.concatenate(parts) if parts else np.empty(0, np.uint32)


class WordsReader(Dictionary, ColumnReader):  # type: ignore[misc]
    """The words of one segment, read where they lie."""

    def __init__(self, dbfile: StructFile, basepos: int, length: int, doccount: int) -> None:
        ColumnReader.__init__(self, dbfile, basepos, length, doccount)
        mapped = getattr(dbfile, "map", None)
        data = dbfile.get(basepos, length) if mapped is None else mapped[basepos:][:length]
        lengths = np.frombuffer(data, "<u8", 8, length - _FOOTER)
        parts, at = [], 0
        for kind, size in zip(_PARTS, lengths.tolist(), strict=False):
            parts.append(np.frombuffer(data, kind, size, at))
            at += -(-parts[-1].nbytes // 8) * 8
        self._codes, self._far_places, self._far_codes = parts[:3]
        self.starts: U32 = parts[3]
        Dictionary.__init__(self, *parts[4:])

    def __getitem__(self, docnum: int) -> list[str]:
        start, end = int(self.starts[docnum]), int(self.starts[docnum + 1])
        return [self.word(int(self.ranks[code])) for code in self.codes(np.arange(start, end))]

    def __iter__(self) -> Iterator[list[str]]:
        return (self[docnum] for docnum in range(self._doccount))

    def codes(self, places: Places) -> U32:
        """The codes of the words at some places."""
        found = self._codes[places].astype(np.uint32)
        far = np.flatnonzero(found == FAR)
        if len(far):
            at = np.searchsorted(self._far_places, places[far])
            found[far] = self._far_codes[at]
        return found

    def lengths(self, docs: NDArray[Any]) -> NDArray[np.int64]:
        """How many words each of some documents has."""
        docs = docs.astype(np.int64)
        lengths: NDArray[np.int64] = self.starts[docs + 1].astype(np.int64) - self.starts[docs]
        return lengths

    def places(self, docs: NDArray[Any]) -> Places:
        """The places of all words of some documents, one document after the other."""
        lengths = self.lengths(docs)
        before = np.cumsum(lengths) - lengths
        first = self.starts[docs].astype(np.int64) - before
        places: Places = np.arange(int(lengths.sum())) + np.repeat(first, lengths)
        return places

    def gather(self, docs: NDArray[Any]) -> tuple[U32, NDArray[np.int64]]:
        """The codes of all words of some documents, and how many each document has."""
        return self.codes(self.places(docs)), self.lengths(docs)

    def docs(self, places: Places) -> NDArray[np.int64]:
        """The documents in which some places are."""
        return np.searchsorted(self.starts, places, side="right").astype(np.int64) - 1

    def find(self, wanted: U32, docs: NDArray[Any]) -> Places:
        """The places, ascending, of all words of these codes in some documents (ascending)."""
        if SPARSE * int(self.lengths(docs).sum()) < len(self._codes):
            places = self.places(docs)
            return places[np.isin(self.codes(places), wanted)]
        found = self._find_everywhere(wanted)
        if len(docs) == self._doccount:
            return found
        chosen = np.zeros(self._doccount, np.bool_)
        chosen[docs] = True
        return found[chosen[self.docs(found)]]

    def _find_everywhere(self, wanted: U32) -> Places:
        near = wanted[wanted < FAR].astype(np.uint16)
        found = [
            np.flatnonzero(_among(self._codes[at : at + _BLOCK], near)) + at
            for at in range(0, len(self._codes), _BLOCK)
        ]
        far = wanted[wanted >= FAR]
        if not len(far):
            return np.concatenate([*found, np.empty(0, np.int64)])
        places = self._far_places[np.isin(self._far_codes, far)].astype(np.int64)
        return np.sort(np.concatenate([*found, places]))


def _among(codes: NDArray[np.uint16], wanted: NDArray[np.uint16]) -> NDArray[np.bool_]:
    if len(wanted) > FEW:
        table = np.zeros(FAR + 1, np.bool_)
        table[wanted] = True
        return table.take(codes)
    found = np.zeros(len(codes), np.bool_)
    for code in wanted:
        found |= codes == code
    return found


class WordsColumn(Column):  # type: ignore[misc]
    """The column type; documents without a value have no words."""

    def writer(self, dbfile: StructFile) -> _Writer:
        """Writes a segment's column from the start of `dbfile`."""
        return _Writer(dbfile)

    def reader(self, dbfile: StructFile, basepos: int, length: int, doccount: int) -> WordsReader:
        """Reads a segment's column."""
        return WordsReader(dbfile, basepos, length, doccount)

    def default_value(self, reverse: bool = False) -> list[str]:
        """The words of a document without a value."""
        return []

    def merge(
        self, dbfile: StructFile, parts: Sequence[tuple[WordsReader | None, NDArray[np.uint32]]]
    ) -> None:
        """Write the column of a new segment from old ones; see `index.arrays.source`."""
        writer = _Writer(dbfile)
        doccount = 0
        for reader, docs in parts:
            if reader is not None:
                for block in _blocks(reader, docs):
                    _take(writer, reader, block)
            doccount += len(docs)
            writer.fill(doccount)
        writer.finish(doccount)


def _blocks(reader: WordsReader, docs: U32) -> Iterator[U32]:
    """Documents in runs of a few words more than a block."""
    ends = np.cumsum(reader.lengths(docs)) // _BLOCK
    yield from np.split(docs, np.flatnonzero(np.diff(ends)) + 1)


def _take(writer: _Writer, reader: WordsReader, docs: U32) -> None:
    codes, lengths = reader.gather(docs)
    used, numbers = np.unique(codes, return_inverse=True)
    words = [reader.word(int(rank)) for rank in reader.ranks[used]]
    writer.add_coded(numbers.astype(np.uint32), lengths, words)
