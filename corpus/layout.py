"""A clean text → its blocks: paragraphs as the source lays them out.

A source parts paragraphs by empty lines, or by line ends alone; or it breaks every line at a
fixed width. Which one is told from the text itself.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Span

NARROW = 40
WIDE = 132
"""Hard-wrapped text has its longest line between these widths."""

GREEDY_SHARE = 0.85
"""In wrapped text, the next line's first word would not have fitted, this often at least."""

LOWER_SHARE = 0.25
"""In wrapped text, the next line begins in lower case, this often at least; in lists, rarely."""

FALSE_BREAK = 40
"""A line of at least this length that stops in mid-sentence was broken by mistake."""

LONG_LINE = 100
"""A line of at least this length without a stop is no heading, whatever its last word is."""

LONGEST_JOINED = 3000
"""Characters from which a paragraph takes in nothing more."""

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S+")
_STOPS = re.compile(r"[.!?:;…»\"”)\]]$")
# What never ends a sentence, and what never begins one: "iPhone" and "eBay" may.
_GOES_ON = re.compile(
    r"(?:,|\b(?:de|du|des|d|la|le|les|l|à|au|aux|et|ou|que|qu|qui|en|un|une|dans|par|pour|sur|avec"
    r"|son|sa|ses|leur|leurs|ce|cette|ces|the|of|to|and|or|in|a|an|for|with|that|was|were|by|from"
    r"|at)['’]?)$"
)
_GOES_ON_WITH = re.compile(r"[a-zà-öø-ÿœ](?:[a-zà-öø-ÿœ-]*[a-zà-öø-ÿœ])?['’]?(?![A-Z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that a block takes over unchanged: from `at` in the block's text on, the
    characters of `span` in the clean text."""

    at: int
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source, made of pieces of the clean text: several where lines were joined
    by a blank, or marks taken out. `gap` tells that an empty line, or the start, stands before it;
    `heading`, that the source's format says it is one."""

    text: str
    pieces: tuple[Piece, ...]
    gap: bool
    heading: bool = False

    def span(self) -> Span:
        """From the first to the last of its characters in the clean text."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)


def blocks(text: str, headings: Sequence[int] = ()) -> list[Block]:
    """The blocks of a clean text, in order, none of them blank.

    `headings`: offsets in `text`, rising, at which lines begin that are headings for certain.
    """
    groups = _groups(text, headings)
    width = _wrap_width(groups)
    return [block for group in groups for block in _of_group(group, width)]


def _groups(text: str, headings: Sequence[int]) -> list[list[Block]]:
    """The lines of a text, trimmed, as blocks of one; a new group after each empty line."""
    groups: list[list[Block]] = []
    last = -1
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        gap = text.count("\n", max(last, 0), start) > 1 or not groups
        after = bisect_left(headings, max(last, 0))
        heading = after < len(headings) and headings[after] <= start
        piece = Piece(0, Span(start, start + len(stripped)))
        block = Block(stripped, (piece,), gap, heading)
        if gap:
            groups.append([block])
        else:
            groups[-1].append(block)
        last = start + len(stripped)
    return groups


def _wrap_width(groups: list[list[Block]]) -> int | None:
    """The width at which the text's lines were broken, None where they were not."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    if not pairs:
        return None
    width = max(len(line.text) for pair in pairs for line in pair)
    if not NARROW <= width <= WIDE:
        return None
    greedy = sum(_fills(first, second, width) for first, second in pairs)
    lower = sum(second.text[0].islower() for _, second in pairs)
    if greedy < GREEDY_SHARE * len(pairs) or lower < LOWER_SHARE * len(pairs):
        return None
    return width


def _fills(first: Block, second: Block, width: int) -> bool:
    """Whether the second line's first word had no place on the first line."""
    word = _FIRST_WORD.match(second.text)
    return len(first.text) + 1 + (word.end() if word else 0) > width


def _of_group(lines: list[Block], width: int | None) -> list[Block]:
    """The blocks of lines that no empty line parts."""
    found: list[list[Block]] = []
    for line in lines:
        if found and _continues(found[-1][-1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
    return [joined(parts) for parts in found]


def _continues(first: Block, second: Block, width: int | None) -> bool:
    """Whether the second line goes on where the first one stopped."""
    if first.heading or second.heading:
        return False
    if width is not None:
        return _fills(first, second, width)
    mid_sentence = len(first.text) >= FALSE_BREAK and not _STOPS.search(first.text)
    return mid_sentence and second.text[0].islower()


def broken(first: Block, second: Block) -> bool:
    """Whether a sentence surely runs from one block on into another, which an empty line or the
    furniture of a page parts from it."""
    text = first.text
    if not FALSE_BREAK <= len(text) <= LONGEST_JOINED or not _is_letter(text[-1]):
        return False
    if first.heading or second.heading:
        return False
    if len(text) < LONG_LINE and not _GOES_ON.search(text[-8:]):
        return False
    return bool(_GOES_ON_WITH.match(second.text))


def _is_letter(character: str) -> bool:
    return character.isalpha() or character in ",'’"


def joined(parts: Sequence[Block]) -> Block:
    """One block of several, with one blank between two."""
    if len(parts) == 1:
        return parts[0]
    pieces: list[Piece] = []
    at = 0
    for part in parts:
        pieces += (Piece(at + piece.at, piece.span) for piece in part.pieces)
        at += len(part.text) + 1
    text = " ".join(part.text for part in parts)
    return Block(text, tuple(pieces), parts[0].gap, parts[0].heading)


def cut(block: Block, start: int, end: int) -> Block:
    """The characters of a block from `start` to `end`, which are trimmed, as a block."""
    pieces: list[Piece] = []
    for piece in block.pieces:
        length = piece.span.end - piece.span.start
        first, last = max(start - piece.at, 0), min(end - piece.at, length)
        if first < last:
            begun = piece.span.start
            pieces.append(
                Piece(max(piece.at - start, 0), Span(begun + first, begun + last)),
            )
    return Block(block.text[start:end], tuple(pieces), block.gap, block.heading)


def without(block: Block, spans: Sequence[Span]) -> Block:
    """A block without the characters of some spans of its text, which are sorted and apart."""
    kept: list[Block] = []
    last = 0
    for start, end in [*((s.start, s.end) for s in spans), (len(block.text), len(block.text))]:
        if last < start:
            kept.append(cut(block, last, start))
        last = end
    pieces: list[Piece] = []
    at = 0
    for part in kept:
        pieces += (Piece(at + piece.at, piece.span) for piece in part.pieces)
        at += len(part.text)
    return Block("".join(part.text for part in kept), tuple(pieces), block.gap, block.heading)
