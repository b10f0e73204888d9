"""Which part of a passage a list shows."""

from collections.abc import Sequence

from corpus.types import Span

WIDTH = 200
"""Characters of a snippet: three lines of a side pane."""


def snippet_span(text: str, marks: Sequence[Span], width: int = WIDTH) -> Span:
    """The stretch of `text`, at most about `width` characters, that shows most of the marks.

    It begins and ends between words. Offsets are into `text`.
    """
    if len(text) <= width:
        return Span(0, len(text))
    starts = [0, *(max(0, mark.start - width // 4) for mark in marks)]
    best = max(starts, key=lambda start: (_shown(marks, start, width), -start))
    start = _next_word(text, best)
    end = min(len(text), start + width)
    if end < len(text):
        cut = text.rfind(" ", start, end)
        end = cut if cut > start else end
    return Span(start, end)


def _shown(marks: Sequence[Span], start: int, width: int) -> int:
    return sum(start <= mark.start and mark.end <= start + width for mark in marks)


def _next_word(text: str, start: int) -> int:
    """`start`, moved to the beginning of a word unless it is one or the next is far."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = text.find(" ", start, start + 30)
    return start if space < 0 else space + 1
