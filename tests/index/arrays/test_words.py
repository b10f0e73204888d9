"""The column of running words, under stock Whoosh: every reading agrees with the lists put in."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.fields import COLUMN, ID, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import FileIndex

from index.analysis import fold
from index.arrays import words as module
from index.arrays.words import WordsColumn, WordsReader

VOCABULARY = ("le", "la", "pêche", "peche", "péché", "pêches", "œuf", "oeuf", "été", "zoé", "1000")
document = st.one_of(st.none(), st.lists(st.sampled_from(VOCABULARY), max_size=9))
documents = st.lists(document, min_size=1, max_size=12)


def index_in(folder: Path, *batches: Sequence[list[str] | None]) -> FileIndex:
    """A stock index with a segment for each batch; None: a document without a value."""
    schema = Schema(name=ID(stored=True), words=COLUMN(WordsColumn()))
    made = FileStorage(folder).create_index(schema)
    for batch in batches:
        writer = made.writer()
        for value in batch:
            if value is None:
                writer.add_document(name="none")
            else:
                writer.add_document(name="some", words=value)
        writer.commit(merge=False)
    return made


def column(values: Sequence[list[str] | None]) -> WordsReader:
    """The column alone, written and read in memory."""
    storage = RamStorage()
    with storage.create_file("column") as file:
        writer = WordsColumn().writer(file)
        for doc, value in enumerate(values):
            if value is not None:
                writer.add(doc, value)
        writer.finish(len(values))
    return read(storage, "column", len(values))


def read(storage: RamStorage, name: str, documents: int) -> WordsReader:
    """A column that was written from the start of a file."""
    length = storage.file_length(name)
    return WordsColumn().reader(storage.open_file(name), 0, length, documents)


@settings(max_examples=20, deadline=None)
@given(documents, st.integers(0, 3))
def test_what_is_put_in_comes_out(values: list[list[str] | None], far: int) -> None:
    """With small codes and with codes that stand in the list beside them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FAR", far)
        found = column(values)
        assert [found[doc] for doc in range(len(values))] == [value or [] for value in values]


@settings(max_examples=20, deadline=None)
@given(documents, st.data())
def test_many_documents_at_once(values: list[list[str] | None], data: st.DataObject) -> None:
    """Codes of several documents stand for their words one after the other."""
    found = column(values)
    numbers = st.lists(st.integers(0, len(values) - 1), unique=True)
    docs = np.array(sorted(data.draw(numbers)), np.uint32)
    codes, lengths = found.gather(docs)
    said = [found.word(int(found.ranks[code])) for code in codes]
    assert said == [word for doc in docs for word in values[doc] or []]
    assert lengths.tolist() == [len(values[doc] or []) for doc in docs]


@settings(max_examples=40, deadline=None)
@given(documents, st.sets(st.sampled_from(VOCABULARY)), st.sampled_from([0, 3, 0xFFFF]), st.data())
def test_words_are_found_where_they_stand(
    values: list[list[str] | None], wanted: set[str], far: int, data: st.DataObject
) -> None:
    """In a few documents, which are gathered, and in most of them, where all words are scanned."""
    docs = sorted(data.draw(st.sets(st.integers(0, len(values) - 1), min_size=1)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FAR", far)
        patch.setattr(module, "SPARSE", data.draw(st.sampled_from([0, 1, 10**6])))
        patch.setattr(module, "_BLOCK", 4)
        found = column(values)
        ranks = [rank for word in sorted(wanted) if (rank := found.rank(word)) is not None]
        places = found.find(found.codes_by_rank[ranks], np.array(docs, np.uint32))
        stands = [
            (doc, at) for doc in docs for at, w in enumerate(values[doc] or []) if w in wanted
        ]
        where = found.docs(places)
        assert list(zip(where, places - found.starts[where], strict=True)) == stands


@settings(max_examples=20, deadline=None)
@given(documents)
def test_the_table_of_words_is_a_dictionary(values: list[list[str] | None]) -> None:
    """Ranks are in the order of the dictionary; beginnings and spellings are ranges of them."""
    found = column(values)
    different = {word for value in values for word in value or []}
    listed = [found.word(rank) for rank in range(found.distinct)]
    assert listed == sorted(different, key=lambda word: (fold(word), word))
    assert [found.rank(word) for word in listed] == list(range(found.distinct))
    assert found.rank("ailleurs") is None
    for folded in ("", "p", "pech", "peche", "oeuf", "zz"):
        begun = [listed[rank] for rank in found.beginning(folded)]
        assert found.folded_in(found.beginning(folded)) == list(map(fold, begun))
        assert begun == [word for word in listed if fold(word).startswith(folded)]
        spelled = [listed[rank] for rank in found.spelled(folded)]
        assert spelled == [word for word in listed if fold(word) == folded]


def test_a_merge_by_whoosh_leaves_deleted_documents_out(tmp_path: Path) -> None:
    """Stock Whoosh writes the column, reads each value and writes it again."""
    made = index_in(tmp_path, [["le", "pont"], None], [["la", "pêche"], ["le", "port"]])
    writer = made.writer()
    writer.delete_document(2)
    writer.commit(optimize=True)
    with made.reader() as reader:
        found = reader.column_reader("words")
        assert list(found) == [["le", "pont"], [], ["le", "port"]]


@settings(max_examples=15, deadline=None)
@given(documents, documents, st.data())
def test_a_merge_at_once_is_a_merge_value_by_value(
    first: list[list[str] | None], second: list[list[str] | None], data: st.DataObject
) -> None:
    """Documents taken over from two segments, and a third that has no such column."""
    kept = [sorted(data.draw(st.sets(st.integers(0, len(v) - 1)))) for v in (first, second)]
    parts = [
        (column(values), np.array(docs, np.uint32))
        for values, docs in zip((first, second), kept, strict=True)
    ]
    storage = RamStorage()
    with storage.create_file("merged") as file:
        WordsColumn().merge(file, [parts[0], (None, np.array([0, 4], np.uint32)), parts[1]])
    expected = [first[doc] or [] for doc in kept[0]] + [[], []] + [second[d] or [] for d in kept[1]]
    assert list(read(storage, "merged", len(expected))) == expected


def test_the_column_is_small(tmp_path: Path) -> None:
    """Little more than two bytes a word, however long the words are."""
    file = FileStorage(tmp_path).create_file("column")
    writer = WordsColumn().writer(file)
    value = ["anticonstitutionnellement", "intergouvernementalisations"] * 500
    for doc in range(40):
        writer.add(doc, value)
    writer.finish(40)
    file.close()
    assert (tmp_path / "column").stat().st_size < 2.02 * 40 * len(value)
