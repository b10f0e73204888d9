"""A query that is a list of documents: what something else found, to be combined with queries."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from whoosh.matching import ListMatcher, Matcher, NullMatcher
from whoosh.query import Query
from whoosh.reading import IndexReader
from whoosh.searching import Searcher


class DocSet(Query):  # type: ignore[misc]
    """Matches the documents of the given numbers, each with the score `boost`.

    The numbers are those of one generation of the index, over all its segments; deleted
    documents among them do not match. Runs on stock Whoosh too.
    """

    def __init__(self, docs: ArrayLike, boost: float = 1.0) -> None:
        self.docs_array = np.unique(np.asarray(docs, dtype=np.uint32))
        self.boost = boost

    def __repr__(self) -> str:
        return f"DocSet({self.docs_array.tolist()!r}, boost={self.boost!r})"

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, DocSet)
            and self.boost == other.boost
            and np.array_equal(self.docs_array, other.docs_array)
        )

    def __hash__(self) -> int:
        return hash((len(self.docs_array), self.docs_array[:8].tobytes(), self.boost))

    def field(self) -> None:
        """No field: the documents were found in some other way."""

    def estimate_size(self, ixreader: IndexReader) -> int:
        """How many documents there are at most."""
        return len(self.docs_array)

    def matcher(self, searcher: Searcher, context: Any = None) -> Matcher:
        """Whoosh's own way to go through the documents."""
        parent = searcher.get_parent()
        base = 0 if parent is searcher else parent._offset_for_subsearcher(searcher)
        reader = searcher.reader()
        own = self.docs_array.astype(np.int64) - base
        own = own[(own >= 0) & (own < reader.doc_count_all())]
        ids = [doc for doc in own.tolist() if not reader.is_deleted(doc)]
        return ListMatcher(ids, weights=[self.boost] * len(ids)) if ids else NullMatcher()
