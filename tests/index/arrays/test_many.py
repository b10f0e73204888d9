"""What is looked up among many terms, or for many at once, is what each alone would give."""

from pathlib import Path

import numpy as np
import pytest
from whoosh import query as whoosh
from whoosh.fields import ID, TEXT, Schema

from index.analysis import fold
from index.arrays import index as arrays
from index.arrays import many_terms
from index.arrays.dictionary import FENCE, Dictionary
from index.arrays.executor import Executor

TERMS = [f"mot{number:03}" for number in range(3 * FENCE)]
DOCUMENTS = 300


@pytest.fixture(scope="module", params=["whole", "with deletions"])
def executor(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Executor:
    """Two segments; the first terms stand in many documents, the last in few."""
    folder: Path = tmp_path_factory.mktemp("many")
    made = arrays.create(folder, Schema(id=ID(unique=True), text=TEXT, title=TEXT))
    for part in (range(200), range(200, DOCUMENTS)):
        writer = made.writer()
        for doc in part:
            words = [term for place, term in enumerate(TERMS) if doc % (place // 4 + 1) == 0]
            writer.add_document(id=str(doc), text=[*words, *words[: doc % 3]], title=words[-2:])
        writer.commit(merge=False)
    if request.param == "with deletions":
        writer = made.writer()
        for doc in range(0, DOCUMENTS, 7):
            writer.delete_by_term("id", str(doc))
        writer.commit(merge=False)
    return Executor(made.reader())


@pytest.mark.parametrize("chosen", [slice(0, 30), slice(-40, None), slice(0, None, 5)])
def test_many_terms_score_as_one_by_one(
    executor: Executor, chosen: slice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the last bit: frequent terms, rare ones, both; in two fields, with a set beside them."""
    parts: list[whoosh.Query] = [
        whoosh.Term(field, term, boost=boost)
        for term in TERMS[chosen]
        for field, boost in (("text", 1.0), ("title", 1.5 * 0.9))
    ]
    query = whoosh.Or([*parts, whoosh.ConstantScoreQuery(whoosh.Prefix("text", "mot0"), 1.0)])
    docs, scores = executor.scored(query)
    monkeypatch.setattr(many_terms, "MANY", len(parts) + 1)
    one_by_one = executor.scored(query)
    assert len(docs)
    assert np.array_equal(docs, one_by_one[0])
    assert np.array_equal(scores, one_by_one[1])


def test_each_of_many_terms_is_found_and_no_other(executor: Executor) -> None:
    """Also the first and the last, and what stands before, between and after them."""
    deleted = executor.size < DOCUMENTS
    for place, term in enumerate(TERMS):
        docs = range(0, DOCUMENTS, place // 4 + 1)
        having = sum(bool(doc % 7) or not deleted for doc in docs)
        assert executor.frequency("text", term) == len(executor.postings("text", term)[0]) == having
    assert not any(executor.frequency("text", term) for term in ("a", "mot000a", "mot064b", "z"))


def test_words_are_found_among_many() -> None:
    """By their beginning or their folded form, among more than stand between two fences."""
    words = sorted(
        {f"{head}{number}" for head in ("été", "ete", "œuf", "z") for number in range(FENCE)},
        key=lambda word: (fold(word), word),
    )
    ends = np.cumsum([len(word.encode()) for word in words]).astype(np.uint32)
    blob = np.frombuffer("".join(words).encode(), np.uint8)
    dictionary = Dictionary(np.arange(len(words), dtype=np.uint32), ends, blob)
    for asked in ("ete", "ete1", "oeuf", "oeuf6", "a", "z", "z63", "zz", ""):
        begun = [word for word in words if fold(word).startswith(asked)]
        assert [words[rank] for rank in dictionary.beginning(asked)] == begun
        same = [word for word in words if fold(word) == asked]
        assert [words[rank] for rank in dictionary.spelled(asked)] == same
