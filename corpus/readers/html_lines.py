"""The runs of text inside a block → its paragraphs, each on one line."""

import re
from collections.abc import Iterator

SHORT = 80
"""Characters; table cells up to so long stand in one line, longer ones are paragraphs. A line over
a much longer one is no longer than that either."""

MUCH = 3

Part = tuple[str, bool]
"""A run of text, or a mark, and whether it is in a link."""

BREAK, CELL = "\x1e", "\x1f"
"""The marks of a line break and of a new table cell."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_SENTENCE = re.compile(r"[.!?…][\s»\"”’')\]]*$")
_WORD = re.compile(r"\w")


def lines(parts: list[Part], heading: bool) -> Iterator[tuple[str, int, int]]:
    """The paragraphs of a block's text, each with its characters in links and its cell.

    Cells count from 1, where marks part them. A row whose cells are all short is one line, of no
    cell: 0. In other rows, which only lay out a page, each cell has paragraphs of its own.
    """
    cells = [list(_paragraphs(cell, heading)) for cell in _cut(parts, CELL)]
    filled = [lines for lines in cells if lines]
    short = all(len(lines) == 1 and len(lines[0][0]) <= SHORT for lines in filled)
    if len(filled) > 1 and short:
        yield from ((*line, 0) for line in _joined([lines[0] for lines in filled], " | "))
        return
    for number, cell in enumerate(cells):
        yield from ((*line, number) for line in cell)


def _paragraphs(parts: list[Part], heading: bool) -> Iterator[tuple[str, int]]:
    """Text parted where two line breaks stand, or one after the end of a sentence."""
    lines: list[tuple[str, int]] = []
    gap = False
    for segment in _cut(parts, BREAK):
        text = flat("".join(text for text, _ in segment))
        if not text:
            gap = bool(lines)
            continue
        if lines and not heading and (gap or _is_end(lines[-1][0], text)):
            yield from _joined(lines, " ")
            lines = []
        lines.append((text, sum(len(flat(text)) for text, linked in segment if linked)))
        gap = False
    yield from _joined(lines, " ")


def _is_end(line: str, after: str) -> bool:
    """Whether a paragraph ends with a line: as a sentence does, or as a heading over text."""
    heads = len(line) <= SHORT and len(after) >= MUCH * len(line) and not after[0].islower()
    return heads or bool(_SENTENCE.search(line))


def _cut(parts: list[Part], mark: str) -> list[list[Part]]:
    """The parts between the marks."""
    found: list[list[Part]] = [[]]
    for part in parts:
        if part[0] == mark:
            found.append([])
        else:
            found[-1].append(part)
    return found


def _joined(lines: list[tuple[str, int]], between: str) -> Iterator[tuple[str, int]]:
    """Several lines as one; none, where no line has a letter or a digit."""
    text = between.join(text for text, _ in lines)
    if _WORD.search(text):
        yield text, sum(linked for _, linked in lines)


def flat(text: str) -> str:
    """A text on one line, with single blanks; no-break spaces stay what they are."""
    return _BLANKS.sub(" ", text).strip()
