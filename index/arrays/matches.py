"""Sets of documents with their scores, and what queries do with them.

A set is `Listed`, the documents in order, or `Spread`, an entry for each document of the index.
Few documents are cheap to list; many are cheaper to spread, because adding and looking up need
no search then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Docs = NDArray[np.uint32]
Scores = NDArray[np.float32]

SPREAD_SHARE = 24
"""A union of more than one document in so many is spread: measured."""
SEARCH_COST = 16
"""Finding one document in a list costs as much as spreading so many: measured."""


class Found(NamedTuple):
    """Which of some documents are in a set: their places among them, and their scores."""

    places: NDArray[np.intp]
    scores: Scores | float


@dataclass(frozen=True, slots=True)
class Listed:
    """Documents in ascending order, each with its score, or all with one."""

    docs: Docs
    scores: Scores | float

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self.docs)

    def listed(self) -> "Listed":
        """The same, listed."""
        return self

    def each(self) -> Scores:
        """A score for each document."""
        if isinstance(self.scores, np.ndarray):
            return self.scores
        return np.full(len(self.docs), self.scores, dtype=np.float32)

    def at(self, docs: Docs) -> Found:
        """Which of `docs`, which ascend, are in the set."""
        if not len(self.docs) or not len(docs):
            return Found(np.empty(0, np.intp), 0.0)
        last = max(int(self.docs[-1]), int(docs[-1]))
        if len(docs) * SEARCH_COST > len(self.docs) + last / 8 and self.positive():
            return self._spread(last + 1).at(docs)
        own = self.docs.searchsorted(docs)
        np.minimum(own, len(self.docs) - 1, out=own)
        places = (self.docs.take(own) == docs).nonzero()[0]
        if isinstance(self.scores, np.ndarray):
            return Found(places, self.scores.take(own.take(places)))
        return Found(places, self.scores)

    def _spread(self, documents: int) -> "Spread":
        if isinstance(self.scores, np.ndarray):
            entries: NDArray[Any] = np.zeros(documents, dtype=np.float32)
            entries[self.docs.astype(np.intp)] = self.scores
            return Spread(entries, None, len(self.docs))
        entries = np.zeros(documents, dtype=np.bool_)
        self.mark(entries)
        return Spread(entries, self.scores, len(self.docs))

    def times(self, boost: float) -> "Listed":
        """The same with other scores."""
        return self if boost == 1.0 else Listed(self.docs, self.scores * boost)

    def positive(self) -> bool:
        """Whether all scores are above 0, so that they can be spread."""
        if isinstance(self.scores, np.ndarray):
            return not len(self.scores) or bool(self.scores.min() > 0)
        return self.scores > 0

    def add_to(self, total: Scores) -> None:
        """Add the scores to a total for each document of the index."""
        np.add.at(total, self.docs.astype(np.intp), self.scores)

    def mark(self, mask: NDArray[np.bool_]) -> None:
        """Mark the documents in a mask."""
        mask[self.docs.astype(np.intp)] = True


@dataclass(frozen=True, slots=True)
class Spread:
    """An entry for each document of the index: its score, 0 where it is not in the set.

    With `score`, which all have, the entries only say whether it is. `list` is the same listed,
    where that is at hand.
    """

    entries: NDArray[Any]
    score: float | None
    size: int
    list: Listed | None = None

    def listed(self) -> Listed:
        """The same, listed."""
        if self.list is not None:
            return self.list
        docs = (self.entries if self.score is not None else self.entries > 0).nonzero()[0]
        if self.score is not None:
            return Listed(docs.astype(np.uint32), self.score)
        return Listed(docs.astype(np.uint32), self.entries[docs])

    def at(self, docs: Docs) -> Found:
        """Which of `docs` are in the set."""
        entries = self.entries.take(docs)
        if self.score is not None:
            return Found(entries.nonzero()[0], self.score)
        places = (entries > 0).nonzero()[0]
        return Found(places, entries.take(places))

    def times(self, boost: float) -> "Spread | Listed":
        """The same with other scores."""
        if boost == 1.0:
            return self
        if self.score is not None:
            return constant(self, self.score * boost)
        if boost > 0:
            boosted = None if self.list is None else self.list.times(boost)
            return Spread(self.entries * np.float32(boost), None, self.size, boosted)
        return self.listed().times(boost)

    def positive(self) -> bool:
        """Whether all scores are above 0."""
        return self.score is None or self.score > 0

    def add_to(self, total: Scores) -> None:
        """Add the scores to a total for each document of the index."""
        total += self.entries if self.score is None else self.entries * np.float32(self.score)

    def mark(self, mask: NDArray[np.bool_]) -> None:
        """Mark the documents in a mask."""
        mask |= self.entries if self.score is not None else self.entries > 0


Matches = Listed | Spread

NONE = Listed(np.empty(0, np.uint32), 1.0)


def constant(matches: Matches, score: float) -> Matches:
    """The same documents, each with the same score."""
    if isinstance(matches, Listed):
        return Listed(matches.docs, score)
    entries = matches.entries if matches.score is not None else matches.entries > 0
    listed = None if matches.list is None else Listed(matches.list.docs, score)
    return Spread(entries, score, matches.size, listed)


def of_mask(mask: NDArray[np.bool_], score: float) -> Matches:
    """The documents marked in a mask, each with the same score."""
    return Spread(mask, score, int(np.count_nonzero(mask)))


def union(parts: Sequence[Matches], documents: int, *, scored: bool) -> Matches:
    """What is in any of the parts, scores added up. `documents` is the size of the index."""
    parts = [part for part in parts if part.size]
    if len(parts) < 2:
        return parts[0] if parts else NONE
    few = sum(part.size for part in parts) * SPREAD_SHARE < documents
    if not scored:
        return _listed_union(parts) if few else _marked(parts, documents)
    if few or not all(part.positive() for part in parts):
        return _listed_union(parts)
    first, *others = sorted(parts, key=lambda part: isinstance(part, Listed))
    if isinstance(first, Spread) and first.score is None:
        total = first.entries.copy()
    else:
        total = np.zeros(documents, dtype=np.float32)
        first.add_to(total)
    for part in others:
        if isinstance(part, Spread):
            part.add_to(total)
    lists = [part for part in others if isinstance(part, Listed)]
    if lists:
        # All at once, in the same order: documents of a set differ, and each call takes its time.
        docs = np.concatenate([part.docs for part in lists])
        Listed(docs, np.concatenate([part.each() for part in lists])).add_to(total)
    return Spread(total, None, int(np.count_nonzero(total > 0)))


def _marked(parts: Sequence[Matches], documents: int) -> Matches:
    mask = np.zeros(documents, dtype=np.bool_)
    for part in parts:
        part.mark(mask)
    return of_mask(mask, 1.0)


class _Merged(NamedTuple):
    """Lists one after the other, sorted by document: where each document begins."""

    docs: Docs
    scores: Scores
    starts: NDArray[np.intp]


def _merged(parts: Sequence[Matches]) -> _Merged:
    lists = [part.listed() for part in parts]
    docs = np.concatenate([part.docs for part in lists])
    order = docs.argsort(kind="stable")
    docs = docs.take(order)
    first = np.empty(len(docs), dtype=np.bool_)
    first[0] = True
    np.not_equal(docs[1:], docs[:-1], out=first[1:])
    scores = np.concatenate([part.each() for part in lists]).take(order)
    return _Merged(docs, scores, first.nonzero()[0])


def _listed_union(parts: Sequence[Matches]) -> Listed:
    docs, scores, starts = _merged(parts)
    total = scores.take(starts)
    # Few documents are in several parts: these are added up by themselves.
    sizes = np.diff(starts, append=len(docs))
    repeated = (sizes > 1).nonzero()[0]
    for further in range(1, len(parts)):
        if not len(repeated):
            break
        total[repeated] += scores.take(starts.take(repeated) + further)
        repeated = repeated[sizes.take(repeated) > further + 1]
    return Listed(docs.take(starts), total)


def highest(parts: Sequence[Matches]) -> Matches:
    """What is in any of the parts, each document with the highest of its scores."""
    parts = [part for part in parts if part.size]
    if not parts:
        return NONE
    docs, scores, starts = _merged(parts)
    return Listed(docs.take(starts), np.maximum.reduceat(scores, starts))


def intersection(parts: Sequence[Matches]) -> Matches:
    """What is in all parts, scores added up."""
    smallest, *others = sorted(parts, key=lambda part: part.size)
    docs, scores = smallest.listed().docs, smallest.listed().scores
    for part in others:
        if not len(docs):
            return NONE
        places, added = part.at(docs)
        docs = docs.take(places)
        scores = _chosen(scores, places) + added
    return Listed(docs, scores)


def _chosen(scores: Scores | float, places: NDArray[np.intp]) -> Any:
    return scores.take(places) if isinstance(scores, np.ndarray) else scores


def required(matches: Matches, condition: Matches) -> Matches:
    """What is in both, with the scores of `matches`."""
    if isinstance(matches, Spread) and condition.size < matches.size:
        docs = condition.listed().docs
        places, scores = matches.at(docs)
        return Listed(docs.take(places), scores)
    listed = matches.listed()
    places, _ = condition.at(listed.docs)
    return Listed(listed.docs.take(places), _chosen(listed.scores, places))


def without(matches: Matches, excluded: Matches) -> Matches:
    """What is in `matches` and not in `excluded`."""
    if not excluded.size:
        return matches
    listed = matches.listed()
    kept = np.ones(len(listed.docs), dtype=np.bool_)
    kept[excluded.at(listed.docs).places] = False
    places = kept.nonzero()[0]
    return Listed(listed.docs.take(places), _chosen(listed.scores, places))


def perhaps(matches: Matches, more: Matches) -> Matches:
    """What is in `matches`, its scores added to where `more` has it too."""
    listed = matches.listed()
    if not more.size or not listed.size:
        return listed
    places, added = more.at(listed.docs)
    scores = listed.each().copy()
    scores[places] += added
    return Listed(listed.docs, scores)
