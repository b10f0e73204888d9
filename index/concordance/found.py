"""All occurrences of a keyword, over the segments of one generation of an index."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.executor import Executor
from index.arrays.words import Places, WordsReader
from index.concordance.forms import Forms
from index.concordance.patterns import Pattern
from index.concordance.rows import NO_ROWS, Rows, joined, rows


class Segment(NamedTuple):
    """The words of one segment; `base` is to be added to its document numbers."""

    words: WordsReader
    forms: Forms
    base: int
    end: int


class Occurrences(NamedTuple):
    """Where a keyword stands, by segment and in reading order inside each document.

    `first` and `last` are the places of its words in the segment.
    """

    segments: NDArray[np.int64]
    docs: NDArray[np.int64]
    first: Places
    last: Places


def segments(executor: Executor) -> tuple[Segment, ...]:
    """The segments of a generation."""
    found = executor.readers("words")
    return tuple(Segment(words, Forms(words), base, base + len(words)) for words, base in found)


def numbered(parts: Sequence[Segment], docs: NDArray[Any]) -> NDArray[np.int64]:
    """The numbers of the segments in which some documents are."""
    return np.searchsorted([part.base for part in parts], docs, side="right") - 1


def split(segment: Segment, docs: NDArray[Any]) -> NDArray[np.int64]:
    """Those of `docs` (ascending) that are in a segment, by its own numbers."""
    begin, end = np.searchsorted(docs, (segment.base, segment.end))
    return docs[begin:end].astype(np.int64) - segment.base


def occurrences(
    parts: Sequence[Segment],
    docs: NDArray[Any],
    languages: tuple[NDArray[Any], list[str]],
    wanted: Sequence[Pattern],
) -> Occurrences:
    """Where any of the patterns stands in some documents (ascending).

    `languages` are the codes by document and what they stand for, "" for an unknown one.
    """
    codes, names = languages
    found = []
    for segment in parts:
        own = split(segment, docs)
        spoken = codes[own + segment.base]
        several = [
            one
            for number in np.flatnonzero(np.bincount(spoken, minlength=len(names))).tolist()
            for one in rows(
                segment.words,
                segment.forms,
                own[spoken == number],
                names[number] or None,
                wanted,
            )
        ]
        found.append(joined(several))
    return gathered(parts, found)


def gathered(parts: Sequence[Segment], found: Sequence[Rows]) -> Occurrences:
    """Rows of each segment as occurrences over all."""
    first, last = (np.concatenate(ends) for ends in zip(NO_ROWS, *found, strict=True))
    numbers = np.repeat(np.arange(len(parts)), [len(one.first) for one in found])
    docs = [s.words.docs(one.first) + s.base for s, one in zip(parts, found, strict=True)]
    return Occurrences(numbers, np.concatenate([NO_ROWS.first, *docs]), first, last)
