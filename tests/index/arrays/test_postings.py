"""Postings are read back as they were written, whatever their numbers."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.arrays import merge as merging
from index.arrays.postings import FieldEncoder, FieldPostings
from index.arrays.segment import length_codes
from index.arrays.segment_file import FileReader, FileWriter
from index.arrays.tokens import Inverted

_POSITIONS = st.lists(st.integers(0, 2**31), min_size=1, max_size=4).map(sorted)
_POSTINGS = st.dictionaries(st.integers(0, 2**20), _POSITIONS, min_size=1, max_size=12)
_FIELD = st.dictionaries(st.binary(max_size=3), _POSTINGS, max_size=8)

Field = dict[bytes, dict[int, list[int]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("postings")


def inverted(field: Field, documents: range) -> Inverted:
    """The part of a field in some documents, as it stands in memory after the sort."""
    found = {t: {d: p for d, p in field[t].items() if d in documents} for t in sorted(field)}
    found = {term: postings for term, postings in found.items() if postings}
    each = [(d, p) for postings in found.values() for d, p in sorted(postings.items())]
    return Inverted(
        list(found),
        np.array([len(postings) for postings in found.values()], np.int64),
        np.array([d for d, _ in each], np.uint32),
        np.array([len(p) for _, p in each], np.uint32),
        np.array([place for _, p in each for place in p], np.uint32),
    )


def written(folder: Path, sources: list[Inverted]) -> FieldPostings:
    """Merge sources into a file, and open it."""
    encoder = FieldEncoder(folder, has_positions=True)
    merging.merge(sources, encoder)
    path = folder / "file"
    with path.open("w+b") as stream:
        writer = FileWriter(stream)
        encoder.write(writer, "field")
        writer.finish()
        return FieldPostings(FileReader(stream), "field", encoder.most)


def read(postings: FieldPostings) -> Iterator[tuple[bytes, dict[int, list[int]]]]:
    """Each term with its documents and positions, one term at a time."""
    for number in range(postings.count):
        start, end = postings.extent(number, number + 1)
        ends = np.cumsum(postings.frequencies(start, end))
        places = np.split(postings.positions(start, end), ends[:-1])
        docs = postings.docs(number, number + 1).tolist()
        yield postings.term(number), dict(zip(docs, (p.tolist() for p in places), strict=True))


@given(field=_FIELD, cuts=st.sets(st.integers(0, 2**20), max_size=3), window=st.integers(1, 9))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_merged_parts_are_the_whole(
    folder: Path, field: Field, cuts: set[int], window: int
) -> None:
    bounds = [0, *sorted(cuts), 2**20 + 1]
    parts = [inverted(field, range(a, b)) for a, b in pairwise(bounds)]
    parts = [part for part in parts if part.terms]
    if not parts:
        return
    whole = merging.WINDOW
    merging.WINDOW = window
    try:
        postings = written(folder, parts)
    finally:
        merging.WINDOW = whole
    assert dict(read(postings)) == field
    assert postings.terms() == sorted(field)
    assert postings.doc_frequencies().tolist() == [len(field[t]) for t in sorted(field)]


@given(field=_FIELD.filter(bool), wanted=st.binary(max_size=3), beginning=st.binary(max_size=2))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_terms_are_found(folder: Path, field: Field, wanted: bytes, beginning: bytes) -> None:
    postings = written(folder, [inverted(field, range(2**20 + 1))])
    terms = sorted(field)
    assert postings.find(wanted) == (terms.index(wanted) if wanted in field else -1)
    expected = [t for t in terms if t.startswith(beginning)]
    numbers = postings.prefix(beginning)
    assert postings.terms(numbers.start, numbers.stop) == expected if expected else not numbers
    docs = postings.docs(numbers.start, numbers.stop).tolist() if numbers else []
    assert docs == [d for t in expected for d in sorted(field[t])]


def test_lengths_are_quantised_as_whoosh_does() -> None:
    from whoosh.util.numeric import length_to_byte

    asked = np.array([*range(3_000), 99_684, 99_685, 106_373, 106_374, 2**31])
    assert length_codes(asked).tolist() == [length_to_byte(int(length)) for length in asked]
