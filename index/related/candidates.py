"""Which passages of the corpus may speak of the same thing: found from arrays alone.

A passage collects the weights of the source's rare words and names that it holds, and what the
likeness and nearness of its article are worth; only the best are then read and compared in full.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.facts.facts import Facts
from index.related.weights import Weights

LIKELY = 3_000
"""Passages whose articles are looked at: those that share most with the source."""

CANDIDATES = 60
"""Passages that are compared with the source in full."""

PER_ARTICLE = 4
"""Passages of one article among them; the source's own article takes so many places, too."""

MIN_SHARED = 1.5
"""What a passage must hold of the source's words and names: less is not looked at."""

By = NDArray[np.float64]
"""A worth by article, as `index.facts.articles` numbers them."""


def candidates(
    facts: Facts,
    weighed: Weights,
    near: By,
    alike: Callable[[NDArray[np.intp]], By],
    least: float,
) -> tuple[NDArray[np.intp], By]:
    """The passages (documents of the text index) that promise most, the most promising first.

    With what it shares and what its article is worth a passage must promise `least`. `near` is
    the worth of all articles' nearness in time, `alike` gives that of the likeness of some; it
    is returned, too.
    """
    shared = _shared(facts, weighed)
    likely = np.flatnonzero(shared >= MIN_SHARED)
    of_doc = facts.articles.of_doc
    likely = _best(likely, shared[likely] + near[of_doc[likely]], LIKELY)
    articles = of_doc[likely]
    likeness = alike(facts.articles.of(likely))
    promise = shared[likely] + near[articles] + likeness[articles]
    likely, promise = likely[promise >= least], promise[promise >= least]
    best = _best(likely, promise, CANDIDATES * PER_ARTICLE)
    return _spread(best, of_doc[best]), likeness


def _shared(facts: Facts, weighed: Weights) -> NDArray[np.float64]:
    """By document: what it holds of the source's words and names."""
    text = facts.articles.text
    found = [(text.postings("text", stem)[0], weight) for stem, weight in weighed.words.items()]
    found += [(facts.passages_of([entity]), weight) for entity, weight in weighed.entities.items()]
    found = [(docs, weight) for docs, weight in found if len(docs)]
    count = len(facts.articles.of_doc)
    if not found:
        return np.zeros(count)
    docs = np.concatenate([docs for docs, _ in found])
    weights = np.repeat([weight for _, weight in found], [len(docs) for docs, _ in found])
    return np.bincount(docs, weights, count).astype(np.float64)


def _best(docs: NDArray[np.intp], worth: By, limit: int) -> NDArray[np.intp]:
    """The documents worth most, the first first, ties by their number."""
    if len(docs) > limit:
        least = np.partition(worth, len(worth) - limit)[len(worth) - limit]
        docs, worth = docs[worth >= least], worth[worth >= least]
    return docs[np.argsort(-worth, kind="stable")][:limit]


def _spread(docs: NDArray[np.intp], articles: NDArray[np.int64]) -> NDArray[np.intp]:
    """The first CANDIDATES, with no more than PER_ARTICLE of one article."""
    counts: dict[int, int] = {}
    kept = []
    for doc, article in zip(docs.tolist(), articles.tolist(), strict=True):
        counts[article] = counts.get(article, 0) + 1
        if counts[article] <= PER_ARTICLE:
            kept.append(doc)
    return np.array(kept[:CANDIDATES], dtype=np.intp)
