"""A clean text → its blocks: paragraphs as the source lays them out.

A source parts paragraphs by empty lines, or by line ends alone; or it breaks every line at a
fixed width. Which one is told from the text itself.
"""

import re
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

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S+")
_STOPS = re.compile(r"[.!?:;…»\"”)\]]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source. `spans` are its pieces in the clean text: several where lines
    were joined, by one blank. `gap` tells that an empty line, or the start, stands before it."""

    text: str
    spans: tuple[Span, ...]
    gap: bool


def blocks(text: str) -> list[Block]:
    """The blocks of a clean text, in order, none of them blank."""
    groups = _groups(text)
    width = _wrap_width(groups)
    return [block for group in groups for block in _of_group(group, width)]


def _groups(text: str) -> list[list[Block]]:
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
        block = Block(stripped, (Span(start, start + len(stripped)),), gap)
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
    return [_joined(parts) for parts in found]


def _continues(first: Block, second: Block, width: int | None) -> bool:
    """Whether the second line goes on where the first one stopped."""
    if width is not None:
        return _fills(first, second, width)
    mid_sentence = len(first.text) >= FALSE_BREAK and not _STOPS.search(first.text)
    return mid_sentence and second.text[0].islower()


def _joined(lines: list[Block]) -> Block:
    """One block of several lines, with one blank for each line end."""
    if len(lines) == 1:
        return lines[0]
    text = " ".join(line.text for line in lines)
    return Block(text, tuple(line.spans[0] for line in lines), lines[0].gap)


def cut(block: Block, start: int, end: int) -> Block:
    """The characters of a block from `start` to `end`, which are trimmed, as a block."""
    spans: list[Span] = []
    at = 0
    for span in block.spans:
        length = span.end - span.start
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            spans.append(Span(span.start + first, span.start + last))
        at += length + 1
    return Block(block.text[start:end], tuple(spans), block.gap)
