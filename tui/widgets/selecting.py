"""Selecting text with the mouse: what is selected are characters of the text, not cells.

So a selection survives scrolling and another width, is drawn like any other mark, and can be
cited exactly. Textual's own selection knows lines of the screen only and draws all of them anew.
"""

from abc import abstractmethod

from rich.cells import split_graphemes
from textual import events

from corpus.types import Span
from tui.text.column import Column
from tui.text.render import Line
from tui.text.units import WORD
from tui.widgets.painted import Painted


class Selecting(Painted):
    """A pane in which the mouse selects text; a click elsewhere forgets it."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """Nothing open, nothing selected."""
        super().__init__(id=id)
        self.column: Column | None = None
        self._selection: Span | None = None
        self._anchor: Span | None = None
        self._dragged = False

    @property
    @abstractmethod
    def text_left(self) -> int:
        """The cells left of the text."""

    @abstractmethod
    def _mark_selection(self) -> None:
        """What is selected is to be drawn so."""

    @property
    def selected(self) -> Span | None:
        """The selected characters, without blanks at the ends; None where there are none."""
        if self.column is None or self._selection is None:
            return None
        return trimmed(self.column.article.text, self._selection)

    def select(self, span: Span | None) -> None:
        """Select a stretch of the text, or nothing."""
        if span != self._selection:
            self._selection = span
            self._mark_selection()
            self.repaint()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection may begin here."""
        if event.button == 1:
            self._anchor = self._sign_under(event)
            self._dragged = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select as far as the mouse."""
        if self._anchor is None:
            return
        here = self._sign_under(event)
        if here is None or (here == self._anchor and not self._dragged):
            return
        if not self._dragged:
            self._dragged = True
            self.capture_mouse()
        self._follow_mouse(event)
        ends = (self._anchor.start, self._anchor.end, here.start, here.end)
        self.select(Span(min(ends), max(ends)))

    def on_mouse_up(self) -> None:
        """What is selected stays."""
        self._anchor = None
        if self.app.mouse_captured is self:
            self.release_mouse()

    def select_by_click(self, event: events.Click, column: Column) -> bool:
        """What a click selects: two a word, three the paragraph; whether it was about selecting.

        The click at the end of a drag leaves its selection; any other single one forgets it.
        """
        dragged, self._dragged = self._dragged, False
        if dragged:
            return True
        sign = self._sign_under(event)
        if event.chain == 2 and sign is not None:
            self.select(word_at(column.article.text, sign.start))
        elif event.chain == 3:
            paragraph = column.article.paragraph(column.paragraph)
            self.select(None if paragraph is None else paragraph.span)
        elif event.chain == 1:
            self.select(None)
        return event.chain > 1

    def _sign_under(self, event: events.MouseEvent) -> Span | None:
        """The sign nearest to the mouse, which may be outside of the pane."""
        if self.column is None or not self.column.lines:
            return None
        cell = event.screen_offset - self.content_region.offset
        row = min(max(cell.y, 0), self.text_height - 1) + self.scroll_offset.y
        line = self.column.lines[min(row, len(self.column.lines) - 1)]
        return sign_at(line, cell.x - self.text_left)

    def _follow_mouse(self, event: events.MouseEvent) -> None:
        """Scroll a line where the mouse drags on the first or last line, or beyond."""
        y = event.screen_offset.y - self.content_region.y
        if y <= 0 or y >= self.text_height - 1:
            step = -1 if y <= 0 else 1
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, force=True)


def sign_at(line: Line, cell: int) -> Span:
    """The sign in a cell of a laid-out line; beside the text, nothing at its nearer end."""
    if line.span is None:
        return Span(line.offset, line.offset)
    used = 0
    for start, end, cells in split_graphemes(line.text)[0] if cell >= 0 else ():
        used += cells
        if cell < used:
            return Span(line.span.start + start, line.span.start + end)
    at = line.span.start + (len(line.text) if cell >= 0 else 0)
    return Span(at, at)


def word_at(text: str, at: int) -> Span | None:
    """The word that a character belongs to."""
    begin = max(at - 100, 0)
    for match in WORD.finditer(text, begin):
        if match.start() > at:
            return None
        if at < match.end():
            return Span(match.start(), match.end())
    return None


def trimmed(text: str, span: Span) -> Span | None:
    """A span without the blanks at its ends; None where nothing is left."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return Span(start, end) if end > start else None
