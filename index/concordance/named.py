"""Where an entity is named, as places among the running words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.analysis import placed
from index.arrays.words import Places
from index.concordance.found import Occurrences, Segment, numbered

Numbers = NDArray[np.int64]
Reads = Callable[[Sequence[int]], Sequence[str]]
"""The texts of some documents."""

Row = tuple[int, int]
"""The first and the last of something."""

BEYOND = 40
"""Characters after the last name that its last word may depend on."""

EVERY_WORD = ""
"""The code of no language: none has stop words to be left out."""


def by_forms(docs: Numbers, found: Occurrences) -> tuple[Places, Places, NDArray[np.intp]]:
    """The first and last words of mentions in some documents (ascending), and which are not known.

    `found` says where the entity's forms stand in these documents. Where a document has as many of
    these as mentions, they are the mentions. In others a form is missed as a name or stands inside
    another one.
    """
    first, last = np.zeros((2, len(docs)), np.int64)
    begins = np.flatnonzero(np.diff(docs, prepend=-1))
    counts = np.diff(begins, append=len(docs))
    forms, ends = (np.searchsorted(found.docs, docs[begins], side) for side in ("left", "right"))
    sure = np.repeat(ends - forms == counts, counts)
    at = (np.arange(len(docs)) - np.repeat(begins - forms, counts))[sure]
    first[sure], last[sure] = found.first[at], found.last[at]
    return first, last, np.flatnonzero(~sure)


def by_texts(
    parts: Sequence[Segment],
    docs: Numbers,
    spans: Numbers,
    read: Reads,
    forms: Sequence[str],
    found: Occurrences,
) -> tuple[Places, Places]:
    """The first and last words of mentions in some documents (ascending), from the texts.

    `spans` are the mentions' characters in the texts of the documents, `found` says where the
    `forms` stand.
    """
    sizes = {form.lower(): len(placed(form, EVERY_WORD)) for form in forms}
    wanted = _regex(sizes)
    begins = np.flatnonzero(np.diff(docs, prepend=-1))
    ends = np.append(begins[1:], len(docs))
    own = docs[begins].tolist()
    rows: list[Row] = []
    for doc, number, text, begin, end in zip(
        own, numbered(parts, docs[begins]).tolist(), read(own), begins, ends, strict=True
    ):
        marks = spans[begin:end].tolist()
        some = slice(*np.searchsorted(found.docs, (doc, doc + 1)).tolist())
        standing = list(zip(found.first[some].tolist(), found.last[some].tolist(), strict=True))
        matched = _matched(text, marks, wanted, sizes, standing)
        if matched is None:
            words, base = parts[number].words, parts[number].base
            matched = _counted(text, marks, *words.starts[doc - base :][:2].tolist())
        rows += matched
    first, last = np.array(rows, np.int64).reshape(-1, 2).T
    return first, last


def _regex(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds forms as words in a text, both in lower case; the longest where several begin."""
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def _matched(
    text: str,
    spans: Sequence[Row],
    wanted: re.Pattern[str],
    sizes: Mapping[str, int],
    standing: Sequence[Row],
) -> list[Row] | None:
    """The words of spans of a text, from where in it the forms stand: at which words.

    `sizes` are by form how many words it has. None where what the text shows is not the same.
    """
    lowered = text.lower()
    hits = list(wanted.finditer(lowered))
    if len(lowered) != len(text) or len(hits) != len(standing):
        return None
    rows = dict(zip((hit.start() for hit in hits), standing, strict=True))
    if any(start not in rows for start, _ in spans):
        return None
    lengths = [last - first + 1 for first, last in standing]
    if lengths != [sizes[hit.group()] for hit in hits]:
        return None
    return [rows[start] for start, _ in spans]


def _counted(text: str, spans: Sequence[Row], begin: int, end: int) -> list[Row]:
    """The first and the last word that each span touches of a text with words `begin` to `end`."""
    words = placed(text[: max(stop for _, stop in spans) + BEYOND], EVERY_WORD)
    starts, ends = [word[1] for word in words], [word[2] for word in words]
    rows = []
    for start, stop in spans:
        first, last = bisect_right(ends, start), bisect_left(starts, stop) - 1
        # A name without a word ("+") stands before the word that follows it.
        rows.append((min(begin + first, end - 1), min(begin + max(first - 1, last), end - 1)))
    return rows
