"""What two passages share, and what it is worth.

Two passages belong together when they share names and words that are rare in this corpus. Each
shared name or word is a reason. It weighs its inverse document frequency in nats (K. Sparck
Jones, 1972), smoothed by that in general news, times how well it tells passages of this corpus
apart (0 for what stands in all, 1 for what stands in one). The weights add up to the score.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from corpus.types import Entity, EntityId, Mention, Span
from index.analysis import Token, located
from index.background import RARE
from index.types import Reason

PRIOR_PASSAGES = 5_000
"""How many passages of general news the background frequencies count for: in a small folder they
tell rare words from common ones, in a large one the folder itself does."""

FEW = 30
"""Passages under which a folder is too small to tell what is common in it."""

MIN_WORD_WEIGHT = 2.0
"""Words worth less are in too many passages to say what one is about."""

COMMON = 0.006
"""The share of passages of general news from which a word is no reason: `lorsque`, `visite`,
`déclarer` tell nothing, however few passages of a small folder have them."""

ENTITY_FACTOR = 1.5
"""A shared name is worth more than a shared word that is as rare: it is the same thing meant."""

MIN_SCORE = 7.5
"""Below it two passages share what any two articles of a subject share."""

MIN_SHARE = 0.12
"""The part of what the source speaks of that must be shared: one rare word of a long paragraph
is chance."""

MIN_REASONS = 2

Key = TypeVar("Key", bound=str)


@dataclass(frozen=True, slots=True)
class Features:
    """What a piece of an article speaks of: where each name and each term stands in the text."""

    entities: Mapping[EntityId, tuple[Span, ...]]
    words: Mapping[str, tuple[Span, ...]]


def features(text: str, code: str | None, piece: Span, mentions: Iterable[Mention]) -> Features:
    """The names and terms of a piece; words inside names that are known count as names only.

    `text` are the characters of `piece`; all spans given and returned are the article's.
    """
    names: dict[EntityId, list[Span]] = defaultdict(list)
    covered: list[Span] = []
    for mention in mentions:
        if mention.entity is not None and piece.contains(mention.span):
            names[mention.entity].append(mention.span)
            covered.append(mention.span)
    words: dict[str, list[Span]] = defaultdict(list)
    for term, token in located(text, code):
        span = Span(piece.start + token.start, piece.start + token.end)
        if _is_word(token) and not any(span.overlaps(name) for name in covered):
            words[term].append(span)
    return Features(_frozen(names), _frozen(words))


def _is_word(token: Token) -> bool:
    """Whether a token can say what a passage is about: short numbers and letters cannot."""
    return len(token.folded) > 2


def _frozen(places: Mapping[Key, list[Span]]) -> dict[Key, tuple[Span, ...]]:
    return {key: tuple(spans) for key, spans in places.items()}


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each name and term of a source is worth when it is shared, in nats."""

    entities: Mapping[EntityId, float]
    words: Mapping[str, float]

    @property
    def total(self) -> float:
        """What a passage that shares everything would score."""
        return sum(self.entities.values()) + sum(self.words.values())


def weights(
    source: Features,
    *,
    passages: int,
    known: Mapping[EntityId, Entity],
    frequency: Callable[[str], int],
    general: Callable[[str], float],
) -> Weights:
    """Weigh what a source speaks of by its rarity among the `passages` of the corpus.

    `frequency` gives the number of passages with a term; `general` the share of passages of
    general news with it.
    """
    entities = {}
    for entity in source.entities:
        count = known[entity].mentions if entity in known else 1
        entities[entity] = ENTITY_FACTOR * rarity(count, passages, RARE)
    words = {}
    for term in source.words:
        count = frequency(term)
        share = general(term)
        if count > 1 and share < COMMON:
            worth = rarity(count, passages, share)
            if worth >= MIN_WORD_WEIGHT:
                words[term] = worth
    return Weights(entities, words)


def rarity(count: int, passages: int, general: float) -> float:
    """What it is worth to share a thing in `count` of `passages` and a `general` share of news."""
    inside = min(count, passages)
    smoothed = (inside + PRIOR_PASSAGES * general) / (passages + PRIOR_PASSAGES)
    most = passages + FEW
    apart = log(most / (inside + 0.5)) / log(most)
    return max(0.0, -log(smoothed) * apart)


def reasons(
    source: Features, target: Features, weighed: Weights, text: str, offset: int
) -> tuple[Reason, ...]:
    """All that two passages share, the weightiest first.

    `text` are the characters of the target passage, which begins at `offset` in its article.
    """

    def written(span: Span) -> str:
        return text[span.start - offset : span.end - offset]

    shared = [
        Reason("entity", written(places[0]), weight, source.entities[entity], places)
        for entity, weight in weighed.entities.items()
        if (places := target.entities.get(entity))
    ]
    shared += [
        Reason("words", written(places[0]), weight, source.words[term], places)
        for term, weight in weighed.words.items()
        if (places := target.words.get(term))
    ]
    return tuple(sorted(shared, key=lambda reason: (-reason.weight, reason.text)))


def enough(shared: Sequence[Reason], weighed: Weights) -> bool:
    """Whether what is shared says that two passages speak of the same thing."""
    score = sum(reason.weight for reason in shared)
    return len(shared) >= MIN_REASONS and score >= MIN_SCORE and score >= MIN_SHARE * weighed.total
