"""The passages of other articles that speak of the same thing as a piece of text."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from corpus.pieces import Piece, Place
from corpus.store import Store
from corpus.types import Article, ArticleId, ArticleInfo, Span
from index.background import background
from index.compare.tolls import COUNTED
from index.copies.passages import Shingles, contained, copied, shingles
from index.facts.facts import Facts
from index.related.candidates import candidates
from index.related.features import Features, features, words
from index.related.openings import OPENING, article_reason
from index.related.reasons import Comparison
from index.related.selection import Selection
from index.related.surroundings import Surroundings
from index.related.threshold import UNDATED, enough, least_score
from index.related.weights import Weights, inverse_frequency, weights
from index.types import Reason, Related

PER_ARTICLE = 2
"""Passages shown of one article: one long article must not fill the list."""

BATCH = 20
"""Candidates that are read and compared at a time, until enough are found."""

MARGIN = 4.0
"""What dates, figures, quotations and words side by side add to what makes a candidate."""

COMPARABLE = 3.0
"""By how much less a passage may score and yet come first, if it counts what the source counts: so
that beside a toll stands the other article's toll."""

ALSO_TOLD = 3
"""Articles found first whose own toll is shown beside the source's, whatever else is shared."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A passage with what it shares with the source, and what its article is worth beside it."""

    piece: Piece
    reasons: tuple[Reason, ...]
    alike: float
    near: float
    shingles: Shingles
    comparable: bool
    copies: tuple[ArticleInfo, ...] = ()

    @property
    def score(self) -> float:
        return sum(reason.weight for reason in self.reasons) + self.alike + self.near

    @property
    def rank(self) -> tuple[float, ArticleId, Span]:
        """What passages are ordered by, the best first."""
        passage = self.piece.passage
        return -self.score - COMPARABLE * self.comparable, passage.article, passage.span


class _Own:
    """The source's article, to know what is nothing new to its reader."""

    def __init__(self, article: Article, source: Shingles) -> None:
        self.article = article
        self._source = source

    @cached_property
    def _whole(self) -> Shingles:
        return shingles(words(self.article.text, self.article.language).stems)

    def says_elsewhere(self, passage: Shingles) -> bool:
        """Whether another article's passage prints what this one says, but not in the source."""
        return contained(passage, self._whole) and not copied(passage, self._source)


class Finder:
    """One generation of a library. Immutable; may be used from any thread."""

    def __init__(self, store: Store, facts: Facts) -> None:
        self._store = store
        self._facts = facts
        self._text = facts.articles.text
        self._surroundings = Surroundings(facts.articles)

    def related(self, selection: Selection, *, limit: int) -> tuple[Related, ...]:
        """The best `limit` passages of other articles, at most two an article; none, not noise.

        Near-identical passages are one, with the articles that print it as its `copies`.
        """
        article = selection.article
        source = features(selection.text, selection.language, selection.span, selection.read)
        weighed = self._weights(source, selection.language)
        published = article.published
        near = self._surroundings.near(published)
        docs, alike = candidates(
            *(self._facts, weighed, near, partial(self._alike, article)),
            least_score(self._text.size) * (1.0 if published else UNDATED) - MARGIN,
        )
        comparison = Comparison(source, weighed, published)
        own = _Own(article, shingles(source.words.stems))
        compared: list[_Compared] = []
        kept: list[_Compared] = []
        for first in range(0, len(docs), BATCH):
            batch = docs[first : first + BATCH]
            compared += self._compared(batch, comparison, (alike, near), own)
            compared.sort(key=lambda c: c.rank)
            kept = _at_most(_grouped(compared), PER_ARTICLE)
            if len(kept) > limit:
                break
        if tolls := list(self._tolls(compared, comparison, own)):
            compared = sorted([*compared, *tolls], key=lambda c: c.rank)
            kept = _at_most(_grouped(compared), PER_ARTICLE)
        return self._told(article, kept[:limit])

    def beside(self, article: Article, key: int) -> float:
        """What the article of a key in the store is worth beside another: what its passages get
        for it. 0 for an article that is not indexed."""
        found = np.flatnonzero(self._facts.articles.keys == key)
        near = self._surroundings.near(article.published)[found]
        return float((self._surroundings.alike(article, found)[found] + near).sum())

    def _alike(self, article: Article, others: NDArray[np.intp]) -> NDArray[np.float64]:
        return self._surroundings.alike(article, others)

    def _weight(self, language: str | None) -> Callable[[str], float]:
        """How much a stem tells of a whole article."""
        general, size = background(language), self._text.size
        return lambda stem: inverse_frequency(self._frequency(stem), size, general(stem))

    def _frequency(self, stem: str) -> int:
        return self._text.frequency("text", stem)

    def _weights(self, source: Features, language: str | None) -> Weights:
        known = self._store.names.entities(list(source.entities))
        mentions = {entity.id: entity.mentions for entity in known}
        return weights(
            source,
            passages=self._text.size,
            named=lambda entity: mentions.get(entity, 1),
            frequency=self._frequency,
            general=background(language),
        )

    def _compared(
        self,
        docs: NDArray[np.intp],
        comparison: Comparison,
        around: tuple[NDArray[np.float64], NDArray[np.float64]],
        own: "_Own",
    ) -> Iterator[_Compared]:
        """Those of some passages that share enough with the source."""
        articles = self._facts.articles.of_doc[docs]
        alike, near = (worth[articles].tolist() for worth in around)
        for at, piece in self._pieces(docs, comparison).items():
            info, span = piece.info, piece.passage.span
            if info.id == own.article.id:
                continue
            target = features(piece.text, info.language, span, piece.read)
            found = comparison.reasons(target, piece.text, span.start, info.published)
            total, size = comparison.weighed.total, self._text.size
            dated = info.published is not None and comparison.published is not None
            if enough(found, alike[at] + near[at], total=total, passages=size, dated=dated):
                known = shingles(target.words.stems)
                if not own.says_elsewhere(known):
                    same = not comparison.counted.isdisjoint(target.counted)
                    yield _Compared(piece, tuple(found), alike[at], near[at], known, same)

    def _tolls(
        self, compared: Sequence[_Compared], comparison: Comparison, own: "_Own"
    ) -> Iterator[_Compared]:
        """Where the source gives a toll: the passages with that of the articles found first.

        Of articles that are worth enough by themselves: such a passage may share no rare word with
        the source ("faisant 12 morts", "Le bilan s'établit à 14 morts").
        """
        wanted = comparison.counted & COUNTED
        least = least_score(self._text.size)
        first: dict[int, _Compared] = {}
        for one in compared if wanted else ():
            first.setdefault(one.piece.key, one)
        having = {one.piece.key for one in compared if one.comparable}
        for key, one in list(first.items())[:ALSO_TOLD]:
            if key in having or one.alike + one.near < least:
                continue
            articles = self._facts.articles
            of_doc, live = articles.of_doc, articles.live
            docs = live[articles.keys[of_doc[live]] == key]
            for piece in self._pieces(docs, comparison).values():
                info, span = piece.info, piece.passage.span
                target = features(piece.text, info.language, span, piece.read)
                known = shingles(target.words.stems)
                if wanted & target.counted and not own.says_elsewhere(known):
                    found = comparison.reasons(target, piece.text, span.start, info.published)
                    yield replace(
                        one, piece=piece, reasons=tuple(found), shingles=known, comparable=True
                    )
                    break

    def _pieces(self, docs: NDArray[np.intp], comparison: Comparison) -> dict[int, Piece]:
        names = ("key", "number", "start", "end")
        columns = [self._text.column(name)[docs].tolist() for name in names]
        places = [Place(*row) for row in zip(*columns, strict=True)]
        return self._store.facts.pieces(places, comparison.kinds)

    def _told(self, article: Article, kept: Sequence[_Compared]) -> tuple[Related, ...]:
        """What is handed out, with the articles around among the reasons."""
        keys = dict.fromkeys(one.piece.key for one in kept)
        places = [Place(key, 0, 0, OPENING) for key in keys]
        openings = {piece.key: piece for piece in self._store.facts.pieces(places).values()}
        weight = self._weight(article.language)
        told = []
        for one in kept:
            reasons = list(one.reasons)
            if one.alike:
                theirs = openings[one.piece.key]
                reasons.append(article_reason(article, theirs, weight, one.alike))
            if one.near:
                reasons.append(Reason("time", one.piece.info.published or "", one.near, (), ()))
            told.append(_related(one, reasons))
        return tuple(told)


def _related(one: _Compared, reasons: list[Reason]) -> Related:
    ordered = tuple(sorted(reasons, key=lambda reason: (-reason.weight, reason.text)))
    score = sum(reason.weight for reason in ordered)
    piece = one.piece
    return Related(piece.info, piece.passage, piece.text, score, ordered, one.copies)


def _grouped(compared: Sequence[_Compared]) -> list[_Compared]:
    """The list with each passage's copies in other articles taken into it."""
    kept: list[_Compared] = []
    for one in compared:
        for at, other in enumerate(kept):
            if copied(one.shingles, other.shingles):
                known = {other.piece.info.id, *(info.id for info in other.copies)}
                if one.piece.info.id not in known:
                    kept[at] = replace(other, copies=(*other.copies, one.piece.info))
                break
        else:
            kept.append(one)
    return kept


def _at_most(found: Sequence[_Compared], each: int) -> list[_Compared]:
    """The list, with no more than `each` of one article."""
    seen: Counter[ArticleId] = Counter()
    kept = []
    for one in found:
        seen[one.piece.info.id] += 1
        if seen[one.piece.info.id] <= each:
            kept.append(one)
    return kept
