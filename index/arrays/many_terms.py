"""What each of many terms finds: a word being typed stands for a hundred.

One by one most of the time goes into calls. Here a field's terms are scored by one pass over all of
their postings; they are not kept, for they cost little more than looking them up in the cache.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from whoosh.query import Term

from index.arrays import scoring
from index.arrays.collection import Collection
from index.arrays.matches import Docs, Matches, Scores

MANY = 12
"""Terms from which this is faster: measured."""


def scored(collection: Collection, terms: Sequence[Term]) -> list[Matches]:
    """What each term finds, with its boost: equal to `Collection.scored`, bit by bit.

    Boosts must be above 0.
    """
    by_field: defaultdict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(terms):
        by_field[term.fieldname].append(place)
    found: dict[int, Matches] = {}
    for field, places in by_field.items():
        own = _of_field(collection, field, [terms[place] for place in places])
        found.update(zip(places, own, strict=True))
    return [found[place] for place in range(len(terms))]


def _of_field(collection: Collection, field: str, terms: Sequence[Term]) -> list[Matches]:
    postings = [collection.read_postings(field, term.text) for term in terms]
    docs = np.concatenate([docs for docs, _ in postings])
    counts = [len(docs) for docs, _ in postings]
    scores = _scores(collection, field, terms, counts, docs, [often for _, often in postings])
    scores *= np.array([term.boost for term in terms], np.float32).repeat(counts)
    ends = np.cumsum(counts).tolist()
    return [
        collection.spread_if_many(docs[end - count : end], scores[end - count : end])
        for end, count in zip(ends, counts, strict=True)
    ]


def _scores(
    collection: Collection,
    field: str,
    terms: Sequence[Term],
    counts: Sequence[int],
    docs: Docs,
    often: Sequence[Any],
) -> Scores:
    """The scores of the postings of all terms in a row, without boosts."""
    frequencies: Any = np.concatenate(often)
    if not collection.schema[field].scorable:
        return np.asarray(frequencies, dtype=np.float32).copy()
    weights = [
        collection.weight(field, term.text, count)
        for term, count in zip(terms, counts, strict=True)
    ]
    each = np.array(weights, np.float64).repeat(counts)
    return scoring.scores(
        collection.weighting, each, frequencies, collection.norms(field).take(docs)
    )
