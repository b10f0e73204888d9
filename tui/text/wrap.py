"""Text into lines of a given width in terminal cells, by the manners of French typography.

Pure: text and a width in, places out. Nothing here knows articles or the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size, split_graphemes

if TYPE_CHECKING:
    from corpus.types import Span

_CONTROL_PICTURES = 0x2400
"""Where Unicode keeps a visible sign for each of the 32 control characters."""


def _inert() -> dict[int, str]:
    """What stands for each character that would act on the terminal instead of showing."""
    table = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20)}
    table |= dict.fromkeys(range(0x7F, 0xA0), "�")
    # Line and paragraph separators, writing direction overrides, the byte order mark.
    marks = (0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
    table |= dict.fromkeys(marks, "�")
    table |= {ord(space): " " for space in "\t\n\v\f\r"}
    # A soft hyphen is drawn by some terminals and not by others.
    table |= {0xAD: "\u200b"}
    return table


_INERT = _inert()
_SURROGATE = re.compile("[\ud800-\udfff]")

JOINTS = frozenset(" /?&=")
"""After these may be cut what else would stay whole: an address, words that belong together."""

_BREAK = re.compile(
    r"""
    (?<![«\s])             # after a space, except the one that follows «
    (?<!\bM\.)(?<!\bMM\.)(?<!\bn°)   # nor the one between M. or n° and what they stand for
    (?<!^[-–—])(?<![.!?…»][ ][-–—])    # nor the one after the dash that begins a speech
    [ ]+
    (?![\s:;!?»%…€])       # nor the one before a sign that French sets apart
    (?!(?<=\d\ )\d{3}\b)   # nor the one inside 1 000
    | (?<=\w)[-–—](?=[^\W\d])   # after the hyphen of a compound
    """,
    re.VERBOSE,
)


def inert(text: str) -> str:
    """The text, as long as before, with nothing left in it that a terminal would obey."""
    return _SURROGATE.sub("�", text.translate(_INERT))


def wrap(text: str, width: int) -> list[Span]:
    """The lines of `text`, which `inert` has seen: together they hold each character once.

    A line may end in spaces that do not count: strip them before showing it.
    """
    from corpus.types import Span

    lines: list[Span] = []
    start = used = 0
    for chunk in _chunks(text):
        piece = text[chunk.start : chunk.end]
        visible = cell_len(piece.rstrip(" "))
        if used and used + visible > width:
            lines.append(Span(start, chunk.start))
            start, used = chunk.start, 0
        if visible > width:
            for cut in _cuts(piece, width):
                lines.append(Span(start, chunk.start + cut))
                start = chunk.start + cut
            piece = text[start : chunk.end]
        used += cell_len(piece)
    if start < len(text) or not lines:
        lines.append(Span(start, len(text)))
    return lines


def fit(text: str, width: int) -> str:
    """The beginning of `text` that fits into `width` cells, with an ellipsis where it was cut."""
    text = inert(text)
    if cell_len(text) <= width:
        return text
    end = used = 0
    for _, stop, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        end, used = stop, used + cells
    return text[:end].rstrip() + "…" if width > 0 else ""


def starts_apart(text: str, at: int) -> bool:
    """Whether a new sign starts at `at`: what has no width belongs to the sign before it."""
    if not 0 < at < len(text):
        return True
    return get_character_cell_size(text[at]) > 0 and text[at - 1] != "\u200d"


def _chunks(text: str) -> Iterator[Span]:
    """The pieces between which a line may end."""
    from corpus.types import Span

    start = 0
    for match in _BREAK.finditer(text):
        if starts_apart(text, match.end()):
            yield Span(start, match.end())
            start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _cuts(piece: str, width: int) -> Iterator[int]:
    """Where to cut a piece that is wider than a line: where its parts meet, if it has any.

    What shows as one sign stays whole.
    """
    used = since = 0
    joint: int | None = None
    for start, end, cells in split_graphemes(piece)[0]:
        while used and used + cells > width:
            yield start if joint is None else joint
            used, joint = 0 if joint is None else since, None
        used += cells
        since += cells
        if piece[start:end] in JOINTS:
            joint, since = end, 0
