"""The terms of a segment, as Whoosh reads them."""

from bisect import bisect_left
from collections.abc import Iterator

from whoosh.codec import base
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.reading import TermInfo, TermNotFound
from whoosh.scoring import BaseScorer

from index.arrays.matcher import ArrayMatcher
from index.arrays.segment import SegmentArrays

Term = tuple[str, bytes]


class ArrayTermsReader(base.TermsReader):  # type: ignore[misc]
    """Terms in the order of fields, then bytes."""

    def __init__(self, arrays: SegmentArrays) -> None:
        """Read the terms of a segment."""
        self._arrays = arrays
        self._names = sorted(arrays.fields)

    def arrays(self) -> SegmentArrays:
        """The segment's arrays."""
        return self._arrays

    def __contains__(self, term: Term) -> bool:
        return self._arrays.find(*term) >= 0

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return self._names

    def cursor(self, fieldname: str, fieldobj: FieldType) -> base.FieldCursor:
        """A way through the terms of a field."""
        if fieldname not in self._arrays.fields:
            return base.EmptyCursor()
        return ArrayCursor(self, fieldname, fieldobj)

    def _numbers_from(self, field: str, term: bytes) -> Iterator[tuple[str, int]]:
        for name in self._names[bisect_left(self._names, field) :]:
            postings = self._arrays.fields[name]
            first = postings.lower_bound(term) if name == field else 0
            yield from ((name, number) for number in range(first, postings.count))

    def terms(self) -> Iterator[Term]:
        """All terms."""
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The terms from a given one on, those of later fields included."""
        return ((f, self._arrays.term(f, n)) for f, n in self._numbers_from(fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """All terms with their figures."""
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """The terms from a given one on, with their figures."""
        for field, number in self._numbers_from(fieldname, prefix):
            yield (field, self._arrays.term(field, number)), self.info(field, number)

    def _number(self, field: str, term: bytes) -> int:
        number = self._arrays.find(field, term)
        if number < 0:
            raise KeyError(f"{field}:{term!r}")
        return number

    def info(self, field: str, number: int) -> TermInfo:
        """The figures of a term."""
        docs, frequencies = self._arrays.postings(field, number)
        lengths = self._arrays.lengths_of(field, docs)
        return TermInfo(
            weight=float(frequencies.sum()),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(frequencies.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """The figures of a term. Raises TermNotFound where it does not occur."""
        try:
            return self.info(fieldname, self._number(fieldname, text))
        except KeyError as error:
            raise TermNotFound(*error.args) from None

    def frequency(self, fieldname: str, text: bytes) -> float:
        """How often a term stands in all documents. Raises KeyError where it does not occur."""
        _, frequencies = self._arrays.postings(fieldname, self._number(fieldname, text))
        return float(frequencies.sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many documents have a term. Raises KeyError where it does not occur."""
        number = self._number(fieldname, text)
        first, last = self._arrays.fields[fieldname].extent(number, number + 1)
        return last - first

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: BaseScorer | None = None
    ) -> ArrayMatcher:
        """A way through the documents of a term. Raises TermNotFound where it does not occur."""
        number = self._arrays.find(fieldname, text)
        if number < 0:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return ArrayMatcher(self._arrays, (fieldname, text), number, format_, scorer)


class ArrayCursor(base.FieldCursor):  # type: ignore[misc]
    """A way through the terms of one field."""

    def __init__(self, reader: ArrayTermsReader, field: str, fieldobj: FieldType) -> None:
        """Stand on the field's first term."""
        self._reader = reader
        self._field = field
        self._postings = reader.arrays().fields[field]
        self._fieldobj = fieldobj
        self._number = 0

    def is_valid(self) -> bool:
        """Whether it stands on a term."""
        return self._number < self._postings.count

    def first(self) -> str | None:
        """Go to the first term."""
        self._number = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        """Go to the first term that is not before `term`."""
        wanted = term if isinstance(term, bytes) else self._fieldobj.to_bytes(term)
        self._number = self._postings.lower_bound(wanted)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._number += 1
        return self.text()

    def text(self) -> str | None:
        """The term, None after the last one."""
        if not self.is_valid():
            return None
        text: str = self._fieldobj.from_bytes(self._postings.term(self._number))
        return text

    def term_info(self) -> TermInfo | None:
        """The figures of the term."""
        return self._reader.info(self._field, self._number) if self.is_valid() else None
