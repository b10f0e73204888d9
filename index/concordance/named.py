"""Where an entity is named, as places among the running words."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.analysis import tokenize
from index.arrays.words import Places
from index.concordance.found import Occurrences, Segment

Numbers = NDArray[np.int64]
Reads = Callable[[Sequence[int]], Sequence[str]]
"""The texts of some documents."""

BEYOND = 40
"""Characters after the last name that its last word may depend on."""


def mentions(
    parts: Sequence[Segment], docs: Numbers, spans: Numbers, found: Occurrences, read: Reads
) -> Occurrences:
    """The mentions as occurrences, in the order given.

    `docs` (ascending) and `spans` (characters in the document's text) say where the mentions are,
    `found` where the entity's forms stand in these documents. A document with as many of these
    as mentions is not read: they are the mentions. In others, where a form is missed as a name
    or stands inside another one, the mentions' words are counted in the text.
    """
    first, last = np.zeros((2, len(docs)), np.int64)
    different, begins, counts = np.unique(docs, return_index=True, return_counts=True)
    forms = np.searchsorted(found.docs, different)
    same = np.searchsorted(found.docs, different, side="right") - forms == counts
    sure = np.repeat(same, counts)
    at = np.arange(len(docs)) - np.repeat(begins - forms, counts)
    first[sure], last[sure] = found.first[at[sure]], found.last[at[sure]]
    numbers = np.searchsorted([part.base for part in parts], docs, side="right") - 1
    unsure = different[~same].tolist()
    for doc, text, begin, count in zip(
        unsure, read(unsure), begins[~same], counts[~same], strict=True
    ):
        rows = slice(begin, begin + count)
        segment = parts[int(numbers[begin])]
        start, end = segment.words.starts[doc - segment.base :][:2].tolist()
        first[rows], last[rows] = np.minimum(_counted(text, spans[rows]) + start, end - 1)
    return Occurrences(numbers, docs, first, last)


def _counted(text: str, spans: Numbers) -> Places:
    """The numbers of the first and of the last word that each span touches."""
    tokens = list(tokenize(text[: int(spans.max()) + BEYOND]))
    starts, ends = ([t[side] for t in tokens] for side in (0, 1))
    first = np.searchsorted(ends, spans[:, 0], side="right")
    last = np.searchsorted(starts, spans[:, 1]) - 1
    # A name without a word ("+") stands before the word that follows it.
    return np.stack([first, np.maximum(first - 1, last)])
