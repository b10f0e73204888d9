"""When two passages share enough to be shown: nothing is better than noise.

The figures were set by reading results over folders of 5, 2,000 and 36,000 articles.
"""

from collections.abc import Sequence
from math import log

from index.types import Reason

BASE, GROWTH = 1.7, 1.4
"""The least score, and how it grows with the logarithm of the passages: among more of them, more
share something by chance."""

SMALLEST = 60
"""Passages that a folder counts as at least: in a handful too little tells what is chance."""

UNDATED = 0.8
"""What is left of it where one of the articles has no date, and nothing can be near in time."""

MIN_SHARE = 0.1
"""The part of what the source speaks of that must be shared: one rare word of a long paragraph
is chance."""

ITSELF = 0.2
"""The part of the least score that the passages themselves must share, whatever their articles
do; and of which the articles must be worth to count as a reason."""

MIN_REASONS = 2


def least_score(passages: int) -> float:
    """What a passage must score in a corpus of so many passages."""
    return BASE + GROWTH * log(passages + SMALLEST)


def enough(
    reasons: Sequence[Reason], around: float, *, total: float, passages: int, dated: bool
) -> bool:
    """Whether a passage that shares `reasons` speaks of the same thing.

    `around` is what its article is worth, `total` what a passage would score that shares all of
    the source's words and names; `dated` says whether both articles have a date.
    """
    shared = sum(reason.weight for reason in reasons)
    least = least_score(passages) * (1.0 if dated else UNDATED)
    return (
        len(reasons) + (around >= ITSELF * least) >= MIN_REASONS
        and shared >= max(MIN_SHARE * total, ITSELF * least)
        and shared + around >= least
    )
