"""Whoosh's own matchers, for the queries that are not done over arrays."""

import threading

import numpy as np
from whoosh.query import Query
from whoosh.reading import TermNotFound
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from index.arrays.collection import Collection
from index.arrays.matches import NONE, Listed, Matches

_LOCK = threading.Lock()
"""Whoosh's matchers move the places of files that all threads share."""


def evaluate(collection: Collection, query: Query, *, scored: bool) -> Matches:
    """The documents that match a query by Whoosh's own matchers, with their scores."""
    weighting = collection.weighting
    by_field = {f"{name}_B": b for name, b in weighting.field_b.items()}
    model = BM25F(B=weighting.b, K1=weighting.k1, **by_field)
    docs, scores = [], []
    with _LOCK:
        searcher = Searcher(collection.reader, weighting=model, closereader=False)
        context = searcher.context() if scored else searcher.boolean_context()
        for leaf, base in searcher.leaf_searchers():
            try:
                matcher = query.matcher(leaf, context)
            except TermNotFound:
                continue
            while matcher.is_active():
                docs.append(matcher.id() + base)
                scores.append(matcher.score() if scored else 1.0)
                matcher.next()
    if not docs:
        return NONE
    found = np.array(docs, dtype=np.uint32)
    return Listed(found, np.array(scores, dtype=np.float32))
