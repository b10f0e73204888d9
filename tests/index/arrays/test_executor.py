"""What the executor promises besides Whoosh's answers: generations, threads, hostile patterns."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from whoosh import query as whoosh
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import FileIndex

from index.arrays import index as arrays
from index.arrays.cache import Cache
from index.arrays.docset import DocSet
from index.arrays.executor import Executor

TEXTS = {
    "marché": "le marché couvert ferme tôt",
    "gare": "la gare ferme puis le marché ouvre",
    "port": "le port ouvre",
}


def schema() -> Schema:
    return Schema(
        article=ID(unique=True),
        text=TEXT(phrase=True),
        place=KEYWORD,
        source=ID(sortable=True),
        day=NUMERIC(int, shift_step=0, sortable=True),
    )


def add(index: FileIndex, names: Sequence[str]) -> None:
    """Put texts in, replacing those there are, as a segment of their own."""
    writer = index.writer()
    for name in names:
        writer.update_document(
            article=name,
            text=TEXTS[name].split(),
            place=["ville", name],
            source="nord" if name == "gare" else "sud",
            day=len(name),
        )
    writer.commit(merge=False)


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    """Three texts in two segments."""
    made = arrays.create(tmp_path, schema())
    add(made, ["marché", "gare"])
    add(made, ["port"])
    return made


def test_a_generation_stays_as_it_was(index: FileIndex) -> None:
    """Commits and deletions made later are not seen."""
    with index.reader() as reader:
        before = Executor(reader)
        add(index, ["gare"])
        writer = index.writer()
        writer.delete_by_term("article", "port")
        writer.commit(merge=False)
        assert (before.size, before.frequency("text", "ouvre")) == (3, 2)
        assert before.matched(whoosh.Phrase("text", ["le", "port"])).tolist() == [2]
    with index.reader() as reader:
        after = Executor(reader)
        assert (after.size, after.frequency("text", "ouvre")) == (2, 1)
        assert not len(after.matched(whoosh.Phrase("text", ["le", "port"])))


def test_what_is_known_of_terms(index: FileIndex) -> None:
    with index.reader() as reader:
        executor = Executor(reader)
        docs, frequencies = executor.postings("text", "le")
        assert (docs.tolist(), frequencies.tolist()) == ([0, 1, 2], [1, 1, 1])
        assert executor.frequency("text", "absent") == executor.frequency("absent", "le") == 0
        assert executor.terms("text", "m") == ["marché"]
        assert executor.terms("absent") == []
        assert executor.column("day").tolist() == [6, 4, 4]
        codes, values = executor.codes("source")
        assert [values[code] for code in codes] == ["sud", "nord", "sud"]


def test_pairs_of_documents_and_terms(index: FileIndex) -> None:
    """Each once, over several segments."""
    with index.reader() as reader:
        executor = Executor(reader)
        found = executor.pairs("place")
        assert found.names == executor.terms("place")
        pairs = sorted(
            (doc, found.names[n]) for doc, n in zip(found.docs, found.terms, strict=True)
        )
        assert pairs == [
            (doc, name)
            for doc in executor.matched(whoosh.Every())
            for name in found.names
            if doc in executor.postings("place", name)[0]
        ]
        assert [len(part) for part in executor.pairs("absent")] == [0, 0, 0]


def test_ends_of_ranges(index: FileIndex) -> None:
    """Ends are part of a range unless they are excluded; an end left out is open."""
    with index.reader() as reader:
        executor = Executor(reader)

        def words(*asked: object) -> list[int]:
            return executor.matched(whoosh.TermRange("place", *asked)).tolist()

        def days(*asked: object) -> list[int]:
            return executor.matched(whoosh.NumericRange("day", *asked)).tolist()

        assert words("gare", "port") == [0, 1, 2]
        assert words("gare", "port", True, True) == [0]
        assert words("gare", "port", True, False) == [0, 2]
        assert words("h", "marché", False, True) == []
        assert words(None, "h") == [1]
        assert words("z", "a") == words("port", "port", True, True) == []
        assert days(4, 6) == [0, 1, 2]
        assert days(4, 6, True, False) == days(5, None) == [0]
        assert days(4, 6, False, True) == days(None, 4) == [1, 2]
        assert days(7, 3) == days(10**30, None) == []


def test_an_empty_index(tmp_path: Path) -> None:
    """Every question has an answer."""
    with arrays.create(tmp_path, schema()).reader() as reader:
        executor = Executor(reader)
        assert executor.size == 0
        asked = [
            whoosh.Every(),
            whoosh.Not(whoosh.Term("text", "le")),
            whoosh.And([whoosh.Term("text", "le"), whoosh.Prefix("text", "m")]),
            whoosh.Phrase("text", ["le", "port"]),
            whoosh.FuzzyTerm("text", "port", maxdist=2),
            whoosh.Wildcard("text", "*o*"),
            whoosh.NumericRange("day", 1, None),
            DocSet([0, 1]),
        ]
        for query in asked:
            assert executor.top(query, 5).total == len(executor.scored(query)[0]) == 0
        assert [len(part) for part in executor.pairs("place")] == [0, 0, 0]


def test_a_set_of_documents_is_found_by_stock_whoosh_too(index: FileIndex) -> None:
    """Numbers over all segments; those that do not exist are not found."""
    query = whoosh.And([DocSet([2, 1, 99], boost=3), whoosh.Every()])
    with index.searcher() as searcher:
        found = sorted((docnum, score) for score, docnum in searcher.search(query).top_n)
        assert found == [(1, 4.0), (2, 4.0)]
        docs, scores = Executor(searcher.reader()).scored(query)
        assert (docs.tolist(), scores.tolist()) == ([1, 2], [4.0, 4.0])


def test_hostile_patterns_take_no_time(index: FileIndex) -> None:
    """Many stars in a row of letters would take a backtracking matcher for ever."""
    writer = index.writer()
    writer.add_document(article="a", text=["b" + "a" * 200, "(", "[", "\\", "x" * 5000])
    writer.commit(merge=False)
    with index.reader() as reader:
        executor = Executor(reader)
        began = time.process_time()
        for pattern in ("*a" * 30 + "*b", "*a" * 30 + "*", "?" * 300, "*\\*", "(?", "[", "[a"):
            executor.matched(whoosh.Wildcard("text", pattern))
        executor.matched(whoosh.FuzzyTerm("text", "a" * 3000, maxdist=2))
        assert time.process_time() - began < 2
        assert executor.matched(whoosh.Wildcard("text", "*a" * 30 + "*")).tolist() == [3]
        assert executor.matched(whoosh.Wildcard("text", "*a" * 30 + "*b")).tolist() == []


def test_threads_find_the_same(index: FileIndex) -> None:
    """One executor, asked by several threads at once, nothing remembered before."""
    asked = [
        query
        for word in ("le", "ouvre", "ferme", "marché")
        for query in (
            whoosh.Phrase("text", ["le", word]),
            whoosh.Or([whoosh.Term("text", word), whoosh.Prefix("text", word[:1])]),
            whoosh.SpanFirst(whoosh.Term("text", word), limit=1),
        )
    ]
    with index.reader() as reader:
        alone = [Executor(reader).matched(query).tolist() for query in asked]
        executor = Executor(reader)
        with ThreadPoolExecutor(4) as threads:
            found = threads.map(lambda query: executor.matched(query).tolist(), asked * 20)
            assert list(found) == alone * 20


def test_the_cache_keeps_to_its_limit() -> None:
    """The least recently used is given up, and what is too large is not kept at all."""
    import numpy as np

    cache = Cache(3_000)
    for name in ("first", "second"):
        cache.get(name, lambda: np.zeros(1_000, np.uint8))
    assert cache.get("first", lambda: None) is not None
    cache.get("third", lambda: np.zeros(1_000, np.uint8))
    assert cache.get("second", lambda: None) is None
    assert cache.get("first", lambda: None) is not None
    cache.get("large", lambda: np.zeros(5_000, np.uint8))
    assert cache.get("large", lambda: "again") == "again"
    assert cache.size <= 3_000
