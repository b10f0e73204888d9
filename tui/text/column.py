"""An article laid out, and the reader's place in it.

Pure. The place is a character of the text, so it survives any change of width; it stands on one
line, never a blank one, and that line's paragraph is the one being read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rich.cells import cell_len

from corpus.types import Article, Span
from tui.history import Place
from tui.text.render import Line, layout


class Column:
    """The lines of one article and the line where the reader is."""

    def __init__(self, article: Article, place: Place) -> None:
        """Not laid out before `lay_out`."""
        self.article = article
        self.offset = _offset_of(article, place)
        self.lines: tuple[Line, ...] = ()
        self.line = 0
        self._text: list[int] = []

    def lay_out(self, width: int, *, show_folded: bool, key: str = "") -> None:
        """Lay the article out, with the key that shows what is folded; the place stays on its
        character."""
        self.lines = layout(self.article, width=width, show_folded=show_folded, key=key)
        self._text = [n for n, line in enumerate(self.lines) if line.span is not None]
        self.line = self.line_of(self.offset)

    @property
    def paragraph(self) -> int:
        """The paragraph being read; beside a line of the program's own, the one before it."""
        for line in reversed(self.lines[: self.line + 1]):
            if line.paragraph is not None:
                return line.paragraph
        return next((p.number for p in self.article.paragraphs), 0)

    @property
    def share(self) -> int:
        """How far one has come: the text up to the end of one's line, in per cent."""
        if not self.lines or not self.article.text:
            return 100
        line = self.lines[self.line]
        end = line.span.end if line.span is not None else line.offset
        return 100 * end // len(self.article.text)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The line that shows a character, and the cells before it there."""
        line = self.line_of(offset)
        return line, cell_len(self.lines[line].text[: max(offset - self.lines[line].offset, 0)])

    def move_to(self, line: int) -> None:
        """Stand on this line, or on the nearest with something on it in the way of the move."""
        line = min(max(line, 0), len(self.lines) - 1)
        step = 1 if line >= self.line else -1
        while self.lines[line].kind == "blank":
            line += step
        self.line = line
        self.offset = self.lines[line].offset

    def move_to_offset(self, offset: int) -> None:
        """Stand on the line that shows this character."""
        self.offset = offset
        self.line = self.line_of(offset)

    def line_of_text(self, lines: int) -> int:
        """The line of text so many lines away, or the nearest beyond it; the last one there is."""
        if not self._text:
            return self.line
        wanted = self.line + lines
        at = bisect_left(self._text, wanted) if lines >= 0 else bisect_right(self._text, wanted) - 1
        return self._text[min(max(at, 0), len(self._text) - 1)]

    def paragraph_from(self, step: int) -> int | None:
        """The first character of the next or previous paragraph.

        Back from inside a paragraph leads to its own beginning first.
        """
        starts = [paragraph.span.start for paragraph in self.article.paragraphs]
        here = self.lines[self.line].offset if self.lines else 0
        if step > 0:
            return next((start for start in starts if start > here), None)
        return next((start for start in reversed(starts) if start < here), None)

    def span_from(self, spans: Sequence[Span], step: int, held: Span | None) -> int | None:
        """Which of `spans` comes next, or before; around at the ends; None where there is none.

        `held` is the one stood on, which tells apart several on one line.
        """
        if not spans:
            return None
        if held in spans:
            return (spans.index(held) + step) % len(spans)
        starts = [span.start for span in spans]
        after = bisect_right(starts, self.offset - 1)
        return (after if step > 0 else after - 1) % len(spans)

    def line_of(self, offset: int) -> int:
        """The last line of text that begins at or before a character."""
        if not self._text:
            return 0
        at = bisect_right(self._text, offset, key=lambda n: self.lines[n].offset) - 1
        return self._text[max(at, 0)]


def _offset_of(article: Article, place: Place) -> int:
    """The character where a place is; without a paragraph, where the body begins."""
    if place.offset is not None:
        return place.offset
    wanted = article.paragraph(place.paragraph) if place.paragraph is not None else None
    if wanted is not None:
        # A passage may begin with paragraphs that hold nothing of what was looked for.
        lit = [span.start for span in (*place.marks, *place.shared)]
        return min((at for at in lit if at >= wanted.span.start), default=wanted.span.start)
    body = [p for p in article.paragraphs if p.kind == "body"] or article.paragraphs
    return body[0].span.start if body else 0
