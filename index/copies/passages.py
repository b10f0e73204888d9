"""Passages that print the same text: one dispatch, one voice.

Two passages are copies when most of the runs of words (shingles; A. Broder, 1997) of the shorter
stand in the longer.
"""

from collections.abc import Sequence

SHINGLE = 4
"""Indexed words of a shingle: about seven running words."""

MIN_SHINGLES = 6
"""Shingles from which a passage is long enough to be known for a copy."""

SAME = 0.6
"""The share of the shorter passage's shingles that makes a copy: an edited dispatch keeps more,
two reports of one press conference fewer."""

Shingles = frozenset[tuple[str, ...]]


def shingles(stems: Sequence[str]) -> Shingles:
    """The runs of a passage's stems."""
    return frozenset(tuple(stems[i : i + SHINGLE]) for i in range(len(stems) - SHINGLE + 1))


def copied(one: Shingles, other: Shingles) -> bool:
    """Whether two passages print the same text."""
    shorter, longer = sorted((one, other), key=len)
    return contained(shorter, longer)


def contained(passage: Shingles, text: Shingles) -> bool:
    """Whether a passage is printed in a text, word for word or nearly so."""
    return len(passage) >= MIN_SHINGLES and len(passage & text) >= SAME * len(passage)
