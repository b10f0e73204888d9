"""Queries over one committed generation of an index, at the speed of arrays.

`Executor` is made from any reader of Whoosh. It is immutable and may be used from any thread.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import ColumnReader
from whoosh.query import Query
from whoosh.reading import IndexReader

from index.arrays import top
from index.arrays.collection import Collection
from index.arrays.evaluate import evaluate
from index.arrays.matches import Docs, Scores
from index.arrays.pairs import Pairs, pairs
from index.arrays.scoring import Weighting
from index.arrays.top import Top

STANDARD = Weighting()


class Executor:
    """One generation. Document numbers go over all segments; deleted documents never appear."""

    def __init__(self, reader: IndexReader, weighting: Weighting = STANDARD) -> None:
        """`reader` must stay open as long as this is used."""
        self._collection = Collection(reader, weighting)
        self.size = self._collection.everything.size
        """How many documents there are."""

    def release(self) -> None:
        """Let the system take back the memory of what was read of the files; it is read again."""
        self._collection.release()

    # Queries

    def matched(self, query: Query) -> Docs:
        """The documents that match, ascending."""
        return evaluate(self._collection, query, scored=False).listed().docs

    def scored(self, query: Query) -> tuple[Docs, Scores]:
        """The documents that match, ascending, and their scores (BM25F, equal to Whoosh's)."""
        found = evaluate(self._collection, query, scored=True).listed()
        return found.docs, found.each()

    def top(self, query: Query, limit: int) -> Top:
        """The best documents, best first, ties by number, and how many match in all.

        The same as `best` of `scored`, without listing what is not among the best.
        """
        return top.top(evaluate(self._collection, query, scored=True), limit)

    def best(self, docs: Docs, scores: NDArray[Any], limit: int) -> NDArray[np.intp]:
        """The places of the `limit` highest scores, highest first, ties by document number."""
        return top.best(docs, scores, limit)

    # Terms

    def frequency(self, field: str, term: str) -> int:
        """How many documents have a term."""
        return self._collection.frequency(field, term)

    def postings(self, field: str, term: str) -> tuple[Docs, NDArray[Any]]:
        """The documents that have a term, and how often it stands in each."""
        return self._collection.postings(field, term)

    def terms(self, field: str, prefix: str = "") -> list[str]:
        """The terms of a field that begin with `prefix`, in the order of their bytes."""
        collection = self._collection
        if not collection.indexed(field):
            return []
        begun = prefix.encode("utf-8", "surrogatepass")
        found = {
            term
            for arrays, _ in collection.segments
            for term in arrays.terms(field, arrays.prefix(field, begun))
        }
        decode = collection.schema[field].from_bytes
        return [decode(term) for term in sorted(found)]

    # By document

    def column(self, name: str) -> NDArray[Any]:
        """By document (deleted ones too): the value of a numeric column or NUMERIC field."""
        return self._collection.column(name)

    def codes(self, name: str) -> tuple[NDArray[Any], list[str]]:
        """A sortable ID field: by document a code, and the value that each code stands for."""
        return self._collection.codes(name)

    def readers(self, name: str) -> tuple[tuple[ColumnReader, int], ...]:
        """The reader of a column in each segment, and what to add to its document numbers.

        For columns of another kind, such as the running words (`index.arrays.words`).
        """
        return self._collection.readers(name)

    def pairs(self, field: str) -> Pairs:
        """Which documents have which terms of a field of text; deleted documents too."""
        return pairs(self._collection, field)
