"""The same documents in an index of arrays and in stock Whoosh's own, and all that can be asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from whoosh import columns, query
from whoosh.fields import COLUMN, ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import create_in
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from index.arrays import index as arrays_index

Document = dict[str, Any]

_SHORT = ["eau", "eaux", "é", "e", "ﬁ", "𝄞", "z", "été"]
_TERM = st.sampled_from(_SHORT) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
_TOKENS = st.lists(_TERM, max_size=8).flatmap(
    lambda tokens: st.sampled_from([1, 1, 1, 2, 40]).map(lambda times: tokens * times)
)
_DAY = st.integers(-5, 5) | st.integers(-(2**31) + 1, 2**31 - 2)

DOCUMENT = st.fixed_dictionaries(
    {},
    optional={
        "text": _TOKENS,
        "exact": _TOKENS,
        "tag": st.lists(st.sampled_from(["sport", "météo", "une"]), max_size=4),
        "source": st.sampled_from(["Le Phare", "La Dépêche", ""]),
        "day": _DAY,
        "number": st.integers(0, 2**32 - 1),
        "flag": st.booleans(),
    },
)

QUERIES = (
    *(query.Term("text", term) for term in _SHORT),
    query.And([query.Term("text", "eau"), query.Term("exact", "é")]),
    query.And([query.Term("text", "eau"), query.Not(query.Term("text", "eaux"))]),
    query.Or([query.Term("text", "eau"), query.Term("text", "é"), query.Term("exact", "z")]),
    query.Phrase("text", ["eau", "eau"]),
    query.Phrase("text", ["é", "eau", "z"], slop=3),
    query.Prefix("text", "ea"),
    query.NumericRange("day", -3, 4),
    query.Term("tag", "sport"),
    query.Every(),
)


def schema() -> Schema:
    """One field of each kind that arrays can hold."""
    return Schema(
        article=ID(unique=True),
        text=TEXT(phrase=True),
        exact=TEXT(phrase=False),
        tag=KEYWORD(),
        source=ID(sortable=True),
        day=NUMERIC(int, shift_step=0, sortable=True),
        number=COLUMN(columns.NumericColumn("I")),
        flag=COLUMN(columns.BitColumn()),
    )


class Pair:
    """Both indexes, written in step."""

    def __init__(self, folder: Path) -> None:
        """Make both, empty, in folders of their own in `folder`."""
        for name in ("ours", "stock"):
            (folder / name).mkdir()
        self.ours = arrays_index.create(folder / "ours", schema())
        self.stock = create_in(str(folder / "stock"), schema())

    def step(
        self,
        added: Sequence[Document] = (),
        removed: Sequence[str] = (),
        *,
        memory_mb: int = 64,
        **how: Any,
    ) -> None:
        """One commit; a document that is already there is updated."""
        writers = (self.ours.writer(memory_mb=memory_mb), self.stock.writer())
        for writer in writers:
            for name in removed:
                writer.delete_by_term("article", name)
            for document in added:
                writer.update_document(**document)
            writer.commit(**how)


def same_readers(ours: IndexReader, stock: IndexReader) -> None:
    """Assert that two readers give the same terms, postings, figures, lengths and columns."""
    assert ours.doc_count_all() == stock.doc_count_all()
    assert list(ours.all_doc_ids()) == list(stock.all_doc_ids())
    assert list(ours.all_terms()) == list(stock.all_terms())
    assert sorted(ours.indexed_field_names()) == sorted(stock.indexed_field_names())
    for field, term in stock.all_terms():
        assert ours.doc_frequency(field, term) == stock.doc_frequency(field, term)
        assert ours.frequency(field, term) == stock.frequency(field, term)
        assert figures(ours, field, term) == figures(stock, field, term)
        assert postings(ours, field, term) == postings(stock, field, term)
    for field in ("text", "exact"):
        documents = range(stock.doc_count_all())
        assert lengths(ours, field, documents) == lengths(stock, field, documents)
    for field in ("source", "day", "number", "flag"):
        assert column(ours, field) == column(stock, field)


def figures(reader: IndexReader, field: str, term: bytes) -> tuple[float, ...]:
    """All that is known of a term."""
    info = reader.term_info(field, term)
    return (
        info.weight(),
        info.doc_frequency(),
        info.min_length(),
        info.max_length(),
        info.max_weight(),
        info.min_id(),
        info.max_id(),
    )


def postings(reader: IndexReader, field: str, term: bytes) -> list[tuple[Any, ...]]:
    """Document, weight and positions, or the encoded value, of each posting."""
    matcher = reader.postings(field, term)
    found = []
    while matcher.is_active():
        value = matcher.value_as("positions") if field == "text" else matcher.value() or None
        found.append((matcher.id(), matcher.weight(), value))
        matcher.next()
    return found


def lengths(reader: IndexReader, field: str, documents: range) -> list[int]:
    """The length of each document."""
    return [reader.doc_field_length(doc, field) or 0 for doc in documents]


def column(reader: IndexReader, field: str) -> dict[int, Any]:
    """The values of all documents; stock Whoosh misplaces those of segments without any."""
    found = {}
    for leaf, base in reader.leaf_readers() if reader.doc_count_all() else ():
        values = leaf.column_reader(field)
        found |= {base + doc: values[doc] for doc in range(leaf.doc_count_all())}
    return found


def answers(searcher: Searcher, asked: query.Query, limit: int | None) -> dict[int, float]:
    """Documents and scores."""
    return {hit.docnum: round(hit.score, 9) for hit in searcher.search(asked, limit=limit)}


def same_answers(ours: Searcher, stock: Searcher) -> None:
    """Assert that all queries find the same documents, with the same scores."""
    for asked in QUERIES:
        assert answers(ours, asked, None) == answers(stock, asked, None), asked
        # The best few: where blocks of postings are skipped by their quality.
        few = answers(ours, asked, 3)
        assert sorted(few.values()) == sorted(answers(stock, asked, 3).values()), asked
