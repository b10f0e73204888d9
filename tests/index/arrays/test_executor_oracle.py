"""Over random indexes and queries the executor finds what Whoosh's own matchers find."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import FileIndex, create_in
from whoosh.query.spans import SpanNear, SpanNear2

from index.arrays import fallback
from index.arrays import index as arrays
from index.arrays.collection import Collection
from index.arrays.docset import DocSet
from index.arrays.executor import Executor
from index.arrays.scoring import Weighting

WORDS = ("pont", "ponte", "port", "porte", "sport", "été", "étape", "bac", "bacs", "lac")
words = st.sampled_from(WORDS)
fields = st.sampled_from(["text", "title"])
boosts = st.sampled_from([1.0, 0.5, 2.0])
days = st.integers(-3, 12)


def schema() -> Schema:
    """A field of each kind that the index has."""
    return Schema(
        article=ID(unique=True),
        text=TEXT(phrase=True),
        title=TEXT(phrase=True),
        source=ID(sortable=True),
        tag=KEYWORD,
        day=NUMERIC(int, shift_step=0, sortable=True),
        size=NUMERIC(int),
    )


documents = st.fixed_dictionaries(
    {
        "article": st.sampled_from("abcdefghij"),
        "text": st.lists(words, min_size=1, max_size=25),
        "source": st.sampled_from(["nord", "sud"]),
    },
    optional={
        "title": st.lists(words, min_size=1, max_size=4),
        "tag": st.lists(words, min_size=1, max_size=3),
        "day": st.integers(0, 9),
        "size": st.integers(-500, 500),
    },
)
batches = st.lists(st.lists(documents, min_size=1, max_size=9), min_size=1, max_size=4)

leaves: st.SearchStrategy[whoosh.Query] = st.one_of(
    st.builds(whoosh.Term, fields, words, boosts),
    st.builds(whoosh.Term, st.just("tag"), words),
    st.builds(whoosh.Term, st.just("source"), st.sampled_from(["nord", "est"])),
    st.builds(whoosh.Term, st.sampled_from(["none", "day"]), st.sampled_from(["x", 4])),
    st.builds(
        whoosh.Phrase,
        fields,
        st.lists(words, min_size=1, max_size=3),
        st.integers(1, 4),
        boosts,
    ),
    st.builds(whoosh.Every, st.sampled_from([None, "title", "tag"]), boosts),
    st.builds(DocSet, st.lists(st.integers(0, 40), max_size=9), boosts),
    st.just(whoosh.NullQuery),
)

expanding: st.SearchStrategy[whoosh.Query] = st.one_of(
    st.builds(whoosh.Prefix, fields, st.sampled_from(["po", "port", "é", "z", "ét"])),
    st.builds(whoosh.Wildcard, fields, st.sampled_from(["p*t*", "?ac", "*", "*ort", "b[ae]c*"])),
    st.builds(whoosh.Regex, fields, st.sampled_from(["po(n|r)t", "b.cs?$", "(", ".*"])),
    st.builds(
        whoosh.FuzzyTerm,
        fields,
        st.sampled_from(["port", "etape", "bacs", "opnt"]),
        maxdist=st.integers(0, 2),
        prefixlength=st.integers(0, 2),
    ),
    st.builds(
        whoosh.TermRange,
        fields,
        st.one_of(st.none(), words),
        st.one_of(st.none(), words),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(
        whoosh.NumericRange,
        st.sampled_from(["day", "size"]),
        st.one_of(st.none(), days),
        st.one_of(st.none(), st.integers(-400, 400)),
        st.booleans(),
        st.booleans(),
    ),
)
terms = st.builds(whoosh.Term, st.just("text"), words)
near: st.SearchStrategy[whoosh.Query] = st.recursive(
    st.one_of(terms, st.builds(whoosh.Or, st.tuples(terms, terms))),
    lambda part: st.one_of(
        st.builds(
            SpanNear2,
            st.lists(part, min_size=1, max_size=3),
            st.integers(0, 4),
            st.booleans(),
            st.integers(0, 2),
        ),
        st.builds(SpanNear, part, part, st.integers(0, 4), st.booleans(), st.integers(0, 2)),
    ),
    max_leaves=4,
).filter(lambda query: isinstance(query, SpanNear | SpanNear2))


expanding_near: st.SearchStrategy[whoosh.Query] = st.builds(
    SpanNear2,
    st.lists(
        st.one_of(
            terms,
            st.builds(whoosh.Phrase, st.just("text"), st.lists(words, min_size=2, max_size=3)),
        ),
        min_size=2,
        max_size=3,
    ),
    st.integers(1, 4),
    st.booleans(),
)


def compound(part: st.SearchStrategy[whoosh.Query]) -> st.SearchStrategy[whoosh.Query]:
    several = st.lists(part, min_size=2, max_size=3)
    return st.one_of(
        st.builds(whoosh.And, several, boosts),
        st.builds(whoosh.Or, several, boosts),
        st.builds(whoosh.AndNot, part, part),
        st.builds(whoosh.AndMaybe, part, part),
        st.builds(whoosh.Require, part, part),
        st.builds(whoosh.Not, part),
        st.builds(whoosh.ConstantScoreQuery, part, boosts),
    )


filters = st.builds(whoosh.ConstantScoreQuery, expanding, boosts)
queries = st.recursive(st.one_of(leaves, near, filters), compound, max_leaves=5)


def index_of(corpus: list[list[dict[str, Any]]], deleted: list[str], folder: Path) -> FileIndex:
    """Each batch a segment; a document replaces those of the same article.

    Every other index is one of arrays, the others are stock Whoosh's.
    """
    ours = len(corpus[0]) % 2 == 0
    index = arrays.create(folder, schema()) if ours else create_in(folder, schema())
    for batch in corpus:
        writer = index.writer()
        for document in batch:
            tags = document.get("tag")
            given_tags = {"tag": tags if ours else " ".join(tags)} if tags else {}
            writer.update_document(**{**document, **given_tags})
        writer.commit(merge=False)
    writer = index.writer()
    for article in deleted:
        writer.delete_by_term("article", article)
    writer.commit(merge=False)
    return index


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    """Folders for indexes, a new one each time."""
    return (make(tmp_path / str(number)) for number in count())


def make(folder: Path) -> Path:
    folder.mkdir()
    return folder


class Sized(SpanNear):  # type: ignore[misc]
    """Whoosh's `SpanNear` cannot stand in an `And` or `Or`: it does not say how much it finds."""

    def estimate_size(self, reader: Any) -> int:
        """Anything: it only orders the matchers."""
        return int(reader.doc_count())


def for_whoosh(collection: Collection, query: whoosh.Query) -> whoosh.Query:
    """The same query where Whoosh's matchers do what it says.

    Those of `Not` go wrong at deleted documents, those of `AndNot` at the first document; a
    broken regular expression raises.
    """

    def others(part: whoosh.Query) -> DocSet:
        inside = fallback.evaluate(collection, part, scored=False).listed().docs
        return DocSet(np.setdiff1d(collection.everything.listed().docs, inside))

    def mend(part: whoosh.Query) -> whoosh.Query:
        if type(part) is SpanNear:
            return Sized(part.a, part.b, part.slop, part.ordered, part.mindist)
        if type(part) is whoosh.Not:
            return others(part.query)
        if type(part) is whoosh.AndNot:
            return whoosh.Require(part.a, others(part.b))
        if type(part) is whoosh.Regex and part.text == "(":
            return whoosh.NullQuery
        return part

    return query.accept(mend)


def same(index: FileIndex, query: whoosh.Query, weighting: Weighting) -> None:
    """The executor and Whoosh's matchers find the same documents with the same scores."""
    with index.reader() as reader:
        executor = Executor(reader, weighting)
        collection = Collection(reader, weighting)
        asked = for_whoosh(collection, query)
        expected = fallback.evaluate(collection, asked, scored=True).listed()
        docs, scores = executor.scored(query)
        assert docs.dtype == np.uint32
        assert docs.tolist() == expected.docs.tolist(), query
        np.testing.assert_allclose(scores, expected.each(), rtol=1e-5, err_msg=repr(query))
        assert executor.matched(query).tolist() == docs.tolist(), query


def examples(number: int) -> settings:
    """The same random examples each time."""
    return settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


Corpus = tuple[list[list[dict[str, Any]]], list[str]]
corpora = st.tuples(batches, st.lists(st.sampled_from("abcdefghij"), max_size=3))


@examples(8)
@given(corpora, st.lists(queries, min_size=8, max_size=14))
def test_whole_trees(folders: Iterator[Path], corpus: Corpus, asked: list[whoosh.Query]) -> None:
    """Any tree of queries: the same documents, the same scores."""
    index = index_of(*corpus, next(folders))
    for query in asked:
        same(index, query, Weighting())


@examples(5)
@given(corpora, st.lists(st.one_of(near, expanding_near), min_size=12, max_size=20))
def test_places(folders: Iterator[Path], corpus: Corpus, asked: list[whoosh.Query]) -> None:
    """Words near each other, however deep."""
    index = index_of(*corpus, next(folders))
    for query in asked:
        same(index, query, Weighting())


@examples(4)
@given(
    corpora,
    st.lists(expanding, min_size=12, max_size=20),
    st.floats(0.1, 1),
    st.floats(0.5, 3),
    st.floats(0.1, 1),
)
def test_scores_of_expanded_terms_and_other_weightings(
    folders: Iterator[Path],
    corpus: Corpus,
    asked: list[whoosh.Query],
    b: float,
    k1: float,
    title_b: float,
) -> None:
    """Without `constantscore` every term that is stood for scores; parameters are Whoosh's."""
    index = index_of(*corpus, next(folders))
    for query in asked:
        query.constantscore = False
        same(index, query, Weighting(b, k1, {"title": title_b}))


@examples(4)
@given(corpora, st.lists(st.lists(leaves, min_size=1, max_size=3), min_size=4))
def test_the_highest_score_counts(
    folders: Iterator[Path], corpus: Corpus, asked: list[list[whoosh.Query]]
) -> None:
    """`DisjunctionMax`, whose matcher in Whoosh mixes up documents."""
    with index_of(*corpus, next(folders)).reader() as reader:
        executor = Executor(reader)
        for parts in asked:
            expected: dict[int, float] = {}
            for part in parts:
                for doc, score in zip(*executor.scored(part), strict=True):
                    expected[int(doc)] = max(score, expected.get(int(doc), score))
            docs, scores = executor.scored(whoosh.DisjunctionMax(parts))
            assert dict(zip(docs.tolist(), scores.tolist(), strict=True)) == expected
            assert docs.tolist() == sorted(expected)


@examples(4)
@given(corpora, st.lists(queries, min_size=6, max_size=10), st.integers(1, 12))
def test_the_best_are_the_best(
    folders: Iterator[Path], corpus: Corpus, asked: list[whoosh.Query], limit: int
) -> None:
    """`top`, and `best` of `scored`: highest scores first, ties by document number."""
    with index_of(*corpus, next(folders)).reader() as reader:
        executor = Executor(reader)
        for query in asked:
            docs, scores = executor.scored(query)
            ranked = sorted(zip(-scores, docs, strict=True))[:limit]
            assert docs[executor.best(docs, scores, limit)].tolist() == [d for _, d in ranked]
            found = executor.top(query, limit)
            assert (found.docs.tolist(), found.total) == ([d for _, d in ranked], len(docs))


@examples(4)
@given(corpora)
def test_pairs_of_documents_and_terms(folders: Iterator[Path], corpus: Corpus) -> None:
    """Those that are not deleted are what the postings say, over all segments."""
    with index_of(*corpus, next(folders)).reader() as reader:
        executor = Executor(reader)
        found = executor.pairs("tag")
        alive = set(executor.matched(whoosh.Every()).tolist())
        pairs = [
            (found.names[term], doc)
            for term, doc in zip(found.terms.tolist(), found.docs.tolist(), strict=True)
            if doc in alive
        ]
        assert sorted(pairs) == [
            (term, doc)
            for term in executor.terms("tag")
            for doc in executor.postings("tag", term)[0].tolist()
        ]
