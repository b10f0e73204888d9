"""The articles around two passages: how alike they are, and how near in time.

Two articles are alike when they use the same rare words as often: the cosine of their tf-idf
vectors (G. Salton, 1975), over the whole text and over its opening, which tells the news. An
article's length stands for the norm of its vector, which would have to be kept for each.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.passages import passages
from corpus.types import Article, Span
from index.analysis import terms
from index.background import background
from index.days import days, known
from index.facts.articles import Articles
from index.related.weights import inverse_frequency

FIELD = "text"

STEMS = 300
"""Stems by which an article is known: those that stand often in it and seldom in the news."""

TOO_MANY = 0.04
"""The share of passages from which a term tells nothing of an article..."""
FEW = 50
"""...unless it is in so few that the folder is small."""

LENGTH_POWER = 0.8
"""How the squared norm of a text's vector grows with its length: measured on news."""

ARTICLE = 28.0
"""What it is worth that the articles around are the same word for word."""

MIN_ALIKE = 1.0
"""Any two articles are as alike as that."""

TIME = 1.25
"""What it is worth for each factor of e that two articles are nearer in time than a year."""
YEAR = 365.0


REMEMBERED = 3
"""Articles whose stems' places are kept: a reader asks for paragraph after paragraph. Each takes
some MB in a large library."""


class Surroundings:
    """What is known of all articles' sizes and dates, in one generation of the index."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._text = articles.text
        self._profile = lru_cache(maxsize=REMEMBERED)(self._profiled)

    @cached_property
    def _opening(self) -> NDArray[np.bool_]:
        """By document: whether it is its article's first passage."""
        return np.asarray(self._text.column("start") == 0)

    @cached_property
    def _days(self) -> NDArray[np.float64]:
        """By article: the first day that its date can mean, 0 where it has none."""
        live = self._articles.live
        found = np.zeros(len(self._articles.keys))
        day = self._text.column("day")[live]
        found[self._articles.of_doc[live]] = np.where(known(day), day, 0)
        return found

    @cached_property
    def _lengths(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """By article: the characters of all its passages, and of the first."""
        live = self._articles.live
        ends, starts = (self._text.column(name)[live].astype(np.int64) for name in ("end", "start"))
        sizes = ends - starts
        articles, count = self._articles.of_doc[live], len(self._articles.keys)
        whole = np.bincount(articles, sizes, count)
        first = np.bincount(articles, sizes * self._opening[live], count)
        return np.maximum(1, whole), np.maximum(1, first)

    def near(self, published: str | None) -> NDArray[np.float64]:
        """By article: what its nearness in time to a date (ISO 8601) is worth."""
        if published is None:
            return np.zeros(len(self._days))
        apart = np.abs(self._days - days(published)[0])
        worth = TIME * np.log((YEAR + 1) / (1 + np.minimum(apart, YEAR)))
        return np.where(self._days > 0, worth, 0.0)

    def alike(self, article: Article, others: NDArray[np.intp]) -> NDArray[np.float64]:
        """By article: what its likeness to `article` is worth; 0 for all but `others`."""
        profile = self._profile(article)
        asked = np.zeros(len(self._articles.keys), dtype=np.bool_)
        asked[others] = True
        # A byte for each document stays in the processor's cache, where postings are looked up.
        at = np.flatnonzero(asked[self._articles.of_doc][profile.docs])
        numbers, docs = profile.numbers[at], profile.docs[at]
        counts = profile.counts[at].astype(np.float64)
        articles = self._articles.of_doc[docs]
        # An article's passages stand side by side, so that its counts of a stem are one run.
        begins = (np.diff(articles) != 0) | (np.diff(numbers) != 0)
        runs = np.flatnonzero(np.append(True, begins))[: len(at)]
        opens = np.flatnonzero(self._opening[docs])
        likeness = np.zeros(len(asked))
        for text, lengths, places, times in (
            (
                profile.whole,
                self._lengths[0],
                runs,
                np.add.reduceat(counts, runs) if len(at) else counts,
            ),
            (profile.opening, self._lengths[1], opens, counts[opens]),
        ):
            shared = text.weights[numbers[places]] * (1 + np.log(times))
            dots = np.bincount(articles[places], shared, len(likeness))
            longer = lengths / text.length
            likeness += dots / (text.norm * longer ** (LENGTH_POWER / 2))
        worth = ARTICLE * np.minimum(1.0, likeness / 2)
        return np.where(worth < MIN_ALIKE, 0.0, worth)

    def _profiled(self, article: Article) -> "_Profile":
        """What an article is known by."""
        general = background(article.language)
        opening = next((passage.span for passage in passages(article)), Span(0, 0))
        counts = [
            Counter(terms(article.slice(span), article.language).stems)
            for span in (Span(0, len(article.text)), opening)
        ]
        whole = counts[0]
        telling = sorted(whole, key=lambda s: (log(general(s)) * _damped(whole[s]), s))
        weights: dict[str, float] = {}
        found = [(np.empty(0, np.uint32), np.empty(0, np.uint8))]
        for stem in telling[:STEMS]:
            having = self._text.frequency(FIELD, stem)
            if 1 < having <= TOO_MANY * self._text.size + FEW:
                weights[stem] = inverse_frequency(having, self._text.size, general(stem))
                found.append(self._text.postings(FIELD, stem))
        # Small numbers: there are a million of them in a large library.
        stems = np.arange(-1, len(weights)).astype(np.int16)
        numbers = np.repeat(stems, [len(docs) for docs, _ in found])
        docs, frequencies = (np.concatenate(part) for part in zip(*found, strict=True))
        return _Profile(
            _known(counts[0], weights, general, len(article.text)),
            _known(counts[1], weights, general, opening.end - opening.start),
            *(numbers, docs, frequencies),
        )


class _Known(NamedTuple):
    """A text as a vector: the weights of the profile's stems, its squared norm, its characters."""

    weights: NDArray[np.float64]
    norm: float
    length: int


class _Profile(NamedTuple):
    """What an article is known by: as a whole, by its opening; and where its stems stand.

    Of each posting the number of the stem, the document, and how often it stands there.
    """

    whole: _Known
    opening: _Known
    numbers: NDArray[np.int16]
    docs: NDArray[np.uint32]
    counts: NDArray[Any]


def _known(
    counts: Counter[str],
    weights: Mapping[str, float],
    general: Callable[[str], float],
    length: int,
) -> _Known:
    """The vector of a text; stems that were not looked up weigh as in the news."""
    norm = sum(
        (weights[stem] if stem in weights else -log(general(stem))) * _damped(count) ** 2
        for stem, count in counts.items()
    )
    own = [weight * _damped(counts[stem]) for stem, weight in weights.items()]
    return _Known(np.array(own), norm or 1.0, max(1, length))


def _damped(count: int) -> float:
    """How much a stem tells that stands so often in a text."""
    return 1 + log(count) if count else 0.0
