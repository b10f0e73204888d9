"""Quotation marks of one paragraph → which belong together, also where some are missing or wrong.

A mark alone says little: « » may stand the wrong way round, " has no direction, ' is mostly an
apostrophe. So the marks of a paragraph are read together: of all ways to take each as opening,
closing or stray, the one with the fewest oddities wins (a beam search, linear in the marks).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.types import Span

MARK = re.compile(
    r"[«»“”„\"‹›‟＂〝〞]"
    r"|['’‘‚`](?:"
    r"(?:(?<=[^\w'’].)|(?<=\A.))(?:'|`)?(?=[^\s\d'’])(?!(?:em|til|tis|twas|cause|n|round)\b)"
    r"|(?<=\b[dlnscmtjDLNSCMTJ].)(?:'(?=\w)|(?=[\"«“]))"
    r"|(?<=[^\s'’].)'?(?![\w'’])"
    r")"
)
"""Every double mark; single ones only at a word's edge, where they need not be apostrophes.

English has words that begin with an apostrophe: ’em, ’til. After d’ and the like the first of two
apostrophes belongs to the word.
"""

FAMILY = {
    **dict.fromkeys("«»", "«"), **dict.fromkeys("‹›", "‹"), **dict.fromkeys("“”„‟〝〞", "“"),
    **dict.fromkeys('"＂', '"'), "''": '"', "``": '"', **dict.fromkeys("'‘’‚`", "'"),
}  # fmt: skip
SINGLE = "'"
OPENERS = frozenset("«‹“„‘‚‟〝") | {"``"}
CLOSERS = frozenset("»›”’〞")
LOW = frozenset("„‚")

BLANKS = " \u00a0\u202f\u2009\n"
OPENING_LEFT = frozenset(BLANKS + "([{'’-–—/:=+*•>|«“\"‘‹„")
CLOSING_RIGHT = frozenset(BLANKS + ")]}.,;:!?…-–—/»”\"’›'+*<|")

# What each oddity costs; only their order matters, and was tried on real paragraphs.
WRONG_SHAPE = 2.5  # an opening mark that closes, or the other way: typists do it daily
WRONG_SIDE = 2.0  # leans on the wrong word: « mot »suite
NO_SIDE = 0.3  # blanks on both sides, or on none
STRAY = 3.0
STRAY_SINGLE_OPENING = 1.4  # a single mark before a word is seldom an apostrophe …
STRAY_SINGLE_CLOSING = 0.3  # … one after a word often is
UNCLOSED = 2.6
OTHER_DOUBLE = 1.2  # « opens, ” closes
OTHER_SINGLE = 2.2
NESTED = 0.4
NESTED_SAME = 1.1
CARRIED = 0.4

DEEPEST = 3
BEAM = 6


class Mark(NamedTuple):
    """A sign that may be a quotation mark, and what taking it each way would cost."""

    start: int
    end: int
    family: str
    opening: float
    closing: float
    stray: float


class Pair(NamedTuple):
    """Two marks that belong together; `first` None: opened before, `last` None: never closed.

    `depth` counts the pairs around it.
    """

    first: Mark | None
    last: Mark | None
    depth: int


class Reading(NamedTuple):
    """One way to take the marks so far: its cost, the families now open, and how it came about."""

    cost: float
    opened: tuple[str, ...]
    before: "Reading | None"
    step: str


def marks(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Mark]]:
    """The marks of each paragraph; lone apostrophes are left out where no single mark opens."""
    matches = MARK.finditer(text)
    match = next(matches, None)
    for span in paragraphs:
        found: list[Mark] = []
        opens = False
        while match is not None and match.start() < span.end:
            if match.start() >= span.start:
                mark = weighed(text, match, span.start, span.end)
                opens = opens or (mark.family == SINGLE and mark.opening < WRONG_SIDE)
                found.append(mark)
            match = next(matches, None)
        yield found if opens else [mark for mark in found if mark.family != SINGLE]


def weighed(text: str, match: "re.Match[str]", start: int, end: int) -> Mark:
    """A mark with the costs that its shape and its neighbours give it."""
    sign = match.group()
    at, after = match.span()
    left = text[at - 1] if at > start else "\n"
    right = text[after] if after < end else "\n"
    opens = left in OPENING_LEFT and right not in BLANKS
    closes = right in CLOSING_RIGHT and left not in BLANKS
    opening = closing = NO_SIDE
    if opens != closes:
        opening, closing = (0.0, WRONG_SIDE) if opens else (WRONG_SIDE, 0.0)
    family = FAMILY.get(sign) or FAMILY[sign[0]]  # "’'" is no double mark, and read as its first
    if sign in OPENERS:
        opening, closing = min(opening, NO_SIDE), closing + WRONG_SHAPE
    elif sign in CLOSERS:
        opening, closing = opening + WRONG_SHAPE, min(closing, NO_SIDE)
    stray = STRAY
    if family == SINGLE:
        stray = STRAY_SINGLE_OPENING if opens and not closes else STRAY_SINGLE_CLOSING
    elif sign == '"' and left.isdigit() and right in BLANKS:
        stray = 1.0  # inches, seconds
    return Mark(at, after, family, opening, closing, stray)


def paired(found: Sequence[Mark], carried: str) -> list[Pair]:
    """Which marks belong together, in the order of their opening marks.

    `carried` is the family of a quotation that the paragraph before left open, "" for none.
    """
    if not carried and (pairs := plainly_paired(found)) is not None:
        return pairs
    readings = [Reading(0.0, (), None, "")]
    if carried:
        readings.append(Reading(CARRIED, (carried,), None, ""))
    for mark in found:
        best: dict[tuple[str, ...], Reading] = {}
        for reading in readings:
            for onward in steps(reading, mark):
                known = best.get(onward.opened)
                if known is None or onward.cost < known.cost:
                    best[onward.opened] = onward
        readings = sorted(best.values(), key=lambda reading: reading.cost)[:BEAM]
    return pairs_of(min(readings, key=whole_cost), found)


def plainly_paired(found: Sequence[Mark]) -> list[Pair] | None:
    """The pairs where marks open and close in turn without any oddity, else None."""
    if len(found) % 2:
        return None
    pairs = [Pair(first, last, 0) for first, last in zip(found[::2], found[1::2], strict=True)]
    for first, last, _ in pairs:
        assert first is not None
        assert last is not None
        if first.family != last.family or first.opening > 0 or last.closing > 0:
            return None
    return pairs


def steps(reading: Reading, mark: Mark) -> list[Reading]:
    """The ways to take one more mark."""
    cost, opened = reading.cost, reading.opened
    onward = [Reading(cost + mark.stray, opened, reading, "stray")]
    if len(opened) < DEEPEST:
        nested = 0.0 if not opened else NESTED_SAME if mark.family in opened else NESTED
        onward.append(
            Reading(cost + mark.opening + nested, (*opened, mark.family), reading, "open")
        )
    if opened:
        other = mismatch(opened[-1], mark.family)
        onward.append(Reading(cost + mark.closing + other, opened[:-1], reading, "close"))
    return onward


def mismatch(opened: str, closing: str) -> float:
    """What it costs that a mark of one family closes one of another."""
    if opened == closing:
        return 0.0
    return OTHER_SINGLE if SINGLE in (opened, closing) else OTHER_DOUBLE


def whole_cost(reading: Reading) -> float:
    """The cost at the paragraph's end, where what is still open counts."""
    unclosed = sum(2 * UNCLOSED if family == SINGLE else UNCLOSED for family in reading.opened)
    return reading.cost + unclosed


def pairs_of(reading: Reading, found: Sequence[Mark]) -> list[Pair]:
    """The pairs that a finished reading made."""
    taken: list[str] = []
    at: Reading | None = reading
    while at is not None:
        taken.append(at.step)
        first, at = at, at.before
    stack: list[Mark | None] = [None] * len(first.opened)
    pairs: list[Pair] = []
    for mark, step in zip(found, reversed(taken[:-1]), strict=True):
        if step == "open":
            stack.append(mark)
        elif step == "close":
            opener = stack.pop()
            pairs.append(Pair(opener, mark, len(stack)))
    pairs += [Pair(opener, None, depth) for depth, opener in enumerate(stack)]
    return sorted(pairs, key=lambda pair: pair.first.start if pair.first else -1)
