"""Where in a text something stands that resembles a quotation in its surroundings.

Words vote for the place that each would put the quotation at, a rare word more than a frequent
one; the places with most votes are compared word by word. The time is bounded: one pass over the
text's words, then a handful of windows as long as the quotation.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.types import Span
from tui.keeping.anchor import APOSTROPHES, QUOTATION_MARKS, Anchor, words

WORD = re.compile(r"\w+|[^\w\s]")
_SAME = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTATION_MARKS, '"')

WINDOWS = 6
"""Places compared word by word; a quotation of 4000 characters takes some 20 ms each."""

SLACK = 8
"""Words by which a place may be off before it is another."""

VOTERS = 48
FREQUENT = 10_000
"""So many words vote, the rarest, and none that the text has more often: it says nothing."""

STRETCH = 3
"""A changed passage is at most so many times as long or as short as the quotation."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A place, and what stands there of the quotation alone and with its surroundings: shares of
    their characters, from 0 to 1."""

    span: Span
    quotation: float
    share: float


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words looked for: those of the quotation are from `start` up to `end`."""

    words: list[str]
    start: int
    end: int

    def share(self, found: Container[int], among: range) -> float:
        """The share of some words that were found, by their characters."""
        every = sum(len(self.words[at]) for at in among)
        return sum(len(self.words[at]) for at in among if at in found) / max(every, 1)


def shared(wanted: str, text: str) -> int:
    """How many of the characters of `wanted` stand in `text`, by whole words in their order."""
    if wanted == text:
        return len(wanted)
    mine = WORD.findall(wanted.casefold())
    blocks = SequenceMatcher(None, mine, WORD.findall(text.casefold()), autojunk=False)
    matched = [
        word for at, _, size in blocks.get_matching_blocks() for word in mine[at : at + size]
    ]
    return sum(map(len, matched)) * len(wanted) // max(sum(map(len, mine)), 1)


def similar(text: str, anchor: Anchor) -> tuple[Similar, Similar | None] | None:
    """The place that resembles an anchor's most and the next best; None where nothing does."""
    wanted, written = _wanted(anchor), _Written(text)
    firsts = []
    if anchor.span is not None:
        firsts.append(written.word_at(anchor.span.start - len(anchor.before)))
    best = _best(written, wanted, firsts, Span(0, 0))
    if best is None:
        return None
    # What stands there counts no more, so that another place shows if there is one.
    taken = slice(written.word_at(best.span.start), written.word_at(best.span.end))
    written.words[taken] = [""] * len(written.words[taken])
    return best, _best(written, wanted, [], best.span)


class _Written:
    """The words of a text as they are compared, and where each begins."""

    def __init__(self, text: str) -> None:
        found = WORD.findall(text)
        folded = {word: _SAME.get(word) or word.casefold() for word in set(found)}
        self.words = [folded[word] for word in found]
        self.starts = [match.start() for match in WORD.finditer(text)]
        self._last_end = self.starts[-1] + len(found[-1]) if found else 0
        self._text = text

    def word_at(self, offset: int) -> int:
        """The first word that begins at a character or after it."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, end: int) -> Span:
        """The characters from a word up to the word `end`, without the blanks before that."""
        start = self.starts[first]
        stop = self.starts[end] if end < len(self.starts) else self._last_end
        return Span(start, start + len(self._text[start:stop].rstrip()))


def _best(written: _Written, wanted: _Wanted, firsts: list[int], taken: Span) -> Similar | None:
    """The most similar place of those that begin at some words or where most words vote for.

    None where there is none outside `taken`.
    """
    firsts = firsts + _candidates(written.words, wanted.words)
    compared = (_compared(written, max(first, 0), wanted) for first in firsts)
    free = (one for one in compared if one and not one.span.overlaps(taken))
    return max(free, key=lambda one: one.share, default=None)


def _wanted(anchor: Anchor) -> _Wanted:
    before, exact, after = (
        WORD.findall(words(part).casefold()) for part in (anchor.before, anchor.exact, anchor.after)
    )
    every = [*before, *exact, *after]
    return _Wanted(every, len(before), len(before) + len(exact))


def _candidates(written: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """The words of the text at which the words looked for may begin."""
    places = defaultdict(list)
    for at, word in enumerate(wanted):
        places[word].append(at)
    frequency = Counter(word for word in written if word in places)
    telling = [word for word, count in frequency.items() if count <= FREQUENT]
    telling = sorted(telling, key=lambda word: frequency[word] * len(places[word]))[:VOTERS]
    weights = {word: 1 / frequency[word] for word in telling}
    votes: dict[int, float] = defaultdict(float)
    for at, word in enumerate(written):
        if word in weights:
            for offset in places[word]:
                votes[(at - offset) // SLACK] += weights[word]
    together = {place: votes[place] + votes.get(place + 1, 0) for place in votes}
    best = sorted(together, key=lambda place: -together[place])[:WINDOWS]
    return [place * SLACK for place in best]


def _compared(written: _Written, first: int, wanted: _Wanted) -> Similar | None:
    """What stands from about the word `first` on, None where the quotation has no place there."""
    low = max(first - SLACK, 0)
    window = written.words[low : first + len(wanted.words) * 3 // 2 + 3 * SLACK]
    to = _aligned(wanted.words, window)
    inner = [at for at in to if wanted.start <= at < wanted.end]
    framed = wanted.start - 1 in to and wanted.end in to
    if not (inner or framed):
        return None
    start = _edge(to, wanted.start, min(inner, default=wanted.start), -1)
    end = _edge(to, wanted.end - 1, max(inner, default=wanted.end - 1), 1) + 1
    start = max(start, max((to[at] + 1 for at in to if at < wanted.start), default=0))
    end = min(end, min((to[at] for at in to if at >= wanted.end), default=len(window)))
    length = wanted.end - wanted.start
    if start >= end or not _near(end - start, length):
        return None
    span = written.span(low + start, low + end)
    everything = range(len(wanted.words))
    quotation = range(wanted.start, wanted.end)
    return Similar(span, wanted.share(to, quotation), wanted.share(to, everything))


def _aligned(wanted: Sequence[str], written: Sequence[str]) -> dict[int, int]:
    """Which word of the one is which of the other, both in their order."""
    blocks = SequenceMatcher(None, wanted, written, autojunk=False).get_matching_blocks()
    return {a + at: b + at for a, b, size in blocks for at in range(size)}


def _edge(to: dict[int, int], at: int, inner: int, side: int) -> int:
    """Where the first (`side` -1) or last word of the quotation stands in the window.

    The word itself, else what touches the surroundings, else as far from the nearest known word.
    """
    if at in to:
        return to[at]
    if at + side in to:
        return to[at + side] - side
    return to.get(inner, -1) + (at - inner)


def _near(length: int, wanted: int) -> bool:
    return length <= wanted * STRETCH + 2 and length * STRETCH + 2 >= wanted
