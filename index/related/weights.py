"""What it is worth to share a thing: the rarer in this corpus and in the news, the more.

Weights are in nats. A name or a word weighs its inverse document frequency (K. Spärck Jones,
1972), smoothed by that in general news, times how well it tells passages of this corpus apart (0
for what stands in all, 1 for what stands in one).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from corpus.types import EntityId
from index.background import RARE
from index.days import days
from index.related.features import Amount, Days, Features

PRIOR_PASSAGES = 5_000
"""How many passages of general news the background frequencies count for: in a small folder they
tell rare words from common ones, in a large one the folder itself does."""

FEW = 30
"""Passages under which a folder is too small to tell what is common in it."""

MIN_WORD_WEIGHT = 1.5
"""Words that are rare to a lesser degree are in too many passages to say what one is about."""

MAX_WORD_WEIGHT = 6.5
"""A word that nearly nobody else uses is chance as often as it is the subject."""

PART_OF_NAME = 0.5
"""What is left of the worth of a word that stands in names only: a name is compared as a whole,
but what is named in two ways has not always been found to be the same."""

COMMON = 0.006
"""The share of passages of general news from which a word is no reason by itself: `lorsque`,
`visite`, `déclarer` tell nothing, however few passages of a small folder have them."""

MOST = 0.25
"""The share of this corpus's passages from which a word is none either, beyond a few (FEW_MORE):
so are the articles and pronouns of languages whose stop words are not known."""
FEW_MORE = 2

NAME_FACTOR, WORD_FACTOR = 0.42, 0.8
"""What is left of the rarity of a name and of a word. Both make passages meet; whether they speak
of the same thing, the words tell better than the names, and the articles around better still: the
factors, as those there, come from judged pairs of passages."""

FURTHER_NAME, FURTHER_WORD = 0.7, 0.85
"""What is left of each further name or word that is shared, the weightiest first: they depend on
one another, as the names of a family or the departments of a list."""

DAY_FAR, DAY_NEAR = 3.0, 0.8
"""A shared day; in the news of the same days (NEAR_DAYS) all articles name the same ones."""
NEAR_DAYS = 10
MONTH, YEAR = 1.2, 0.5
"""A shared period of so many days at most (MONTH_DAYS), or longer."""
MONTH_DAYS = 31

FIGURE = (0.0, 1.0, 2.0, 3.5)
"""A shared amount, by its significant digits: 10 % is chance, 839 000 euros is not."""
MOST_FIGURE = 4.5
NO_UNIT = 0.5
"""What is left of it where neither says what is counted."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each name and stem of a source is worth when it is shared."""

    entities: Mapping[EntityId, float]
    words: Mapping[str, float]

    @property
    def total(self) -> float:
        """What a passage that shares all names and words would score."""
        return sum(
            weight * left**at
            for found, left in ((self.entities, FURTHER_NAME), (self.words, FURTHER_WORD))
            for at, weight in enumerate(sorted(found.values(), reverse=True))
        )


def weights(
    source: Features,
    *,
    passages: int,
    named: Callable[[EntityId], int],
    frequency: Callable[[str], int],
    general: Callable[[str], float],
) -> Weights:
    """Weigh what a source speaks of by its rarity among the `passages` of the corpus.

    `named` and `frequency` give the number of passages with an entity and with a stem; `general`
    the share of passages of general news with a stem.
    """
    entities = {
        entity: NAME_FACTOR * rarity(named(entity), passages, RARE) for entity in source.entities
    }
    words = {}
    stems, starts, _ = source.words
    free = {stem for stem, at in zip(stems, starts, strict=True) if at not in source.names}
    for stem in dict.fromkeys(stems):
        count, share = frequency(stem), general(stem)
        if 1 < count <= MOST * passages + FEW_MORE and share < COMMON:
            worth = min(rarity(count, passages, share), MAX_WORD_WEIGHT)
            worth *= 1.0 if stem in free else PART_OF_NAME
            if worth >= MIN_WORD_WEIGHT:
                words[stem] = WORD_FACTOR * worth
    return Weights(entities, words)


def inverse_frequency(count: int, passages: int, general: float) -> float:
    """How rare a stem is in `count` of `passages` and a `general` share of news: how much it tells
    of a whole article.

    The mean of both, so that a small folder's own words do not tell its articles apart.
    """
    inside = log((passages + 1) / (min(count, passages) + 1))
    smoothed = -log((count + PRIOR_PASSAGES * general) / (passages + PRIOR_PASSAGES))
    return sqrt(max(0.0, inside * smoothed))


def rarity(count: int, passages: int, general: float) -> float:
    """What it is worth to share a thing in `count` of `passages` and a `general` share of news."""
    inside = min(count, passages)
    smoothed = (inside + PRIOR_PASSAGES * general) / (passages + PRIOR_PASSAGES)
    most = passages + FEW
    apart = log(most / (inside + 0.5)) / log(most)
    return max(0.0, -log(smoothed) * apart)


def day_weight(named: Days, published: tuple[str | None, str | None]) -> float:
    """What it is worth that two passages name the same days.

    `published` are the dates of their articles (ISO 8601, cut to what is known).
    """
    first, last = (date.fromisoformat(day).toordinal() for day in named)
    if last - first >= MONTH_DAYS:
        return YEAR
    if last > first:
        return MONTH
    near = [abs(first - known) for known in map(_day, published) if known is not None]
    return DAY_NEAR if near and min(near) <= NEAR_DAYS else DAY_FAR


def _day(published: str | None) -> int | None:
    return days(published)[0] if published else None


def amount_weight(amount: Amount) -> float:
    """What it is worth that two passages give the same amount of the same thing."""
    digits = max(_significant(bound) for bound in (amount.low, amount.high))
    worth = FIGURE[digits] if digits < len(FIGURE) else MOST_FIGURE
    return worth if amount.unit else worth * NO_UNIT


def _significant(bound: float | None) -> int:
    """The significant digits of a number: 2 of 1500."""
    if bound is None:
        return 0
    return len(f"{abs(bound):.10g}".split("e")[0].replace(".", "").strip("0"))
