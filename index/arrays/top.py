"""The best of many scores."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.matches import Docs, Matches, Scores, Spread

BLOCK = 64
"""Scores of which only the highest is looked at first."""
AT_ONCE = 1 << 14
"""Documents that are looked at first where all score the same."""


class Top(NamedTuple):
    """The best documents, best first, ties by number; their scores; how many match in all."""

    docs: Docs
    scores: Scores
    total: int


def best(docs: Docs, scores: NDArray[Any], limit: int) -> NDArray[np.intp]:
    """The places of the `limit` highest scores, highest first, ties by document number."""
    places = _candidates(scores, limit)
    return places.take(_order(docs.take(places), scores.take(places))[:limit])


def _order(docs: NDArray[Any], scores: NDArray[Any]) -> NDArray[np.intp]:
    if scores.dtype.kind != "f":
        scores = scores.astype(np.int64)
    return np.asarray(np.lexsort((docs, -scores)))


def _candidates(scores: NDArray[Any], limit: int) -> NDArray[np.intp]:
    """Places among which the highest scores are, all ties of the lowest of them included.

    The `limit` highest maxima of disjoint blocks are `limit` scores: none of the best is lower.
    """
    count = len(scores)
    if limit < 1:
        return np.arange(0)
    length = count // BLOCK
    if count <= limit or count < 4 * BLOCK:
        return np.arange(count)
    if length <= limit:
        bound = np.partition(scores, count - limit)[count - limit]
        return np.asarray((scores >= bound).nonzero()[0])
    # A block is a column: the highest of all columns are found in one pass over the rows.
    columns = scores[: length * BLOCK].reshape(BLOCK, length)
    maxima = columns.max(axis=0)
    bound = np.partition(maxima, length - limit)[length - limit]
    likely = (maxima >= bound).nonzero()[0]
    rows, chosen = (columns.take(likely, axis=1) >= bound).nonzero()
    rest = (scores[length * BLOCK :] >= bound).nonzero()[0] + length * BLOCK
    return np.concatenate((rows * length + likely.take(chosen), rest))


def top(matches: Matches, limit: int) -> Top:
    """The best of some matches."""
    if isinstance(matches, Spread) and matches.list is None:
        if matches.score is None:
            return _of_spread(matches, limit)
        # All score the same: those of the lowest numbers.
        docs = matches.entries[:AT_ONCE].nonzero()[0]
        if len(docs) < min(limit, matches.size):
            docs = matches.entries.nonzero()[0]
        return _of_one_score(docs[:limit].astype(np.uint32), matches.score, matches.size)
    listed = matches.listed()
    if not isinstance(listed.scores, np.ndarray):
        return _of_one_score(listed.docs[: max(limit, 0)], listed.scores, listed.size)
    places = best(listed.docs, listed.scores, limit)
    return Top(listed.docs.take(places), listed.scores.take(places), listed.size)


def _of_spread(matches: Spread, limit: int) -> Top:
    if matches.size <= limit:
        return top(matches.listed(), limit)
    docs = _candidates(matches.entries, limit)
    scores = matches.entries.take(docs)
    order = _order(docs, scores)[:limit]
    return Top(docs.take(order).astype(np.uint32), scores.take(order), matches.size)


def _of_one_score(docs: Docs, score: float, total: int) -> Top:
    return Top(docs, np.full(len(docs), score, dtype=np.float32), total)
