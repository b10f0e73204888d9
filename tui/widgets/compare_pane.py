"""One of the two passages compared: its heading, its text, what agrees and differs in it lit."""

from bisect import bisect_right

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from corpus.types import Span
from tui.recouper.bracketed import Bracketed, lay_out
from tui.recouper.pages import Point, Side, Sort, fullest
from tui.terminal.signs import sign
from tui.text.render import MIN_WIDTH, Mark, Marks, Role, Row, Run
from tui.text.wrap import fit
from tui.widgets.painted import Painted
from tui.widgets.reading_text import WIDTH

AROUND = 4_000
"""Characters before and after a passage that are there to be scrolled to: it is read in context,
and an article of a megabyte is not laid out for that."""

TALL = 7
"""From so many lines on the heading takes two."""

GUTTER = 2
"""The bar beside the passage, and a space."""

WHEEL = 3
"""Lines for a notch of the wheel."""

ROLES: dict[Sort, Role] = {
    "differ": "differ",
    "changed": "differ",
    "perhaps": "shared-fact",
    "agree": "agree",
    "shared": "shared-words",
}
"""How what was found looks in the text; what only one side says looks like any text."""

BRACKETED: tuple[Role, ...] = ("differ", "shared-fact")
"""The looks of what stands between signs: it is told apart without colour, too."""


class ComparePane(Painted):
    """A passage, in the middle of its article where there is more of that."""

    class Clicked(Message):
        """The mouse chose this side."""

        def __init__(self, pane: "ComparePane") -> None:
            """The side."""
            super().__init__()
            self.pane = pane

    def __init__(self, *, at: int, id: str) -> None:  # noqa: A002  (Textual's name)
        """Empty; `at` is 0 for the left or upper side, 1 for the other."""
        super().__init__(id=id)
        self.at = at
        self.side: Side | None = None
        self.active = False
        self._points: tuple[Point, ...] = ()
        self._lit: tuple[Span, ...] = ()
        self._lines: tuple[Bracketed, ...] = ()
        self._marks = Marks()
        self._laid_width = 0

    def show(self, side: Side | None, points: tuple[Point, ...]) -> None:
        """Another passage, its beginning in view; None shows nothing."""
        self.side, self._points, self._lit = side, points, ()
        self._gather_marks()
        self._lay_out()
        if side is not None:
            self._bring(side.passage.span)
        self.repaint()

    def light(self, spans: tuple[Span, ...]) -> None:
        """Light some places, the one that tells most in view."""
        self._lit = spans
        self._gather_marks()
        told = fullest(spans)
        if told is not None:
            self._bring(told)
        self.repaint()

    def activate(self, *, active: bool) -> None:
        """Whether this is the side that scrolls."""
        self.active = active
        self.set_class(active, "-active")
        self.repaint()

    def scroll_lines(self, lines: int) -> None:
        """Move the text."""
        self._scroll_to_row(self.scroll_offset.y + lines)

    def scroll_pages(self, pages: int) -> None:
        """Turn pages; a line stays in view."""
        self.scroll_lines(pages * max(self.text_height - self._head - 1, 1))

    def draw_line(self, y: int) -> Strip:
        """A line of the heading, or of the text with the bar beside the passage."""
        if self.side is None or not self._laid_width:
            return self.strip(y)
        if y < self._head:
            return self.strip(y, self._heading()[y])
        at = y - self._head + self.scroll_offset.y
        if at >= len(self._lines):
            return self.strip(y)
        line = self._lines[at]
        return self.strip(y, (self._bar(line), *line.painted(self._marks)))

    def on_resize(self) -> None:
        """Lay the text out anew where the width changed; what is lit stays in view."""
        if self.text_width != self._laid_width:
            self._lay_out()
        self._set_size()
        if self.side is not None:
            self._bring(fullest(self._lit) or self.side.passage.span)
        self.repaint()

    def on_click(self) -> None:
        """Make this the side that scrolls."""
        self.post_message(self.Clicked(self))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text under the mouse."""
        event.stop()
        event.prevent_default()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the text under the mouse."""
        event.stop()
        event.prevent_default()
        self.scroll_lines(-WHEEL)

    @property
    def _head(self) -> int:
        """Lines of the heading."""
        return 2 if self.text_height >= TALL else 1

    def _heading(self) -> tuple[Row, ...]:
        """Title and origin; in one line the origin first, for titles are long."""
        if self.side is None:
            return ()
        width = self.text_width - GUTTER
        look: Role = "line" if self.active else "bar"
        bar = Run(sign("next" if self.active else "rule") + " ", (look,))
        if self._head == 1:
            origin = fit(self.side.origin, width)
            return ((bar, Run(origin, ("name",) if self.active else ("meta",))),)
        title = Run(fit(self.side.title, width), ("name",))
        return (bar, title), (Run("  "), Run(fit(self.side.origin, width), ("meta",)))

    def _bar(self, line: Bracketed) -> Run:
        """The bar beside the passage, nothing beside what stands around it."""
        if self.side is None or self.side.whole or not line.parts:
            return Run("  ")
        if not self.side.passage.span.start <= line.start < self.side.passage.span.end:
            return Run("  ")
        return Run(sign("bar") + " ", ("line" if self.active else "bar",))

    def _lay_out(self) -> None:
        """Work out the lines; in a hidden pane when it shows."""
        self._laid_width = self.text_width if self.in_view else 0
        if self.side is None or not self._laid_width:
            self._lines = ()
            return
        width = max(min(self.text_width - GUTTER, WIDTH), MIN_WIDTH)
        article = self.side.article
        within = Span(0, len(article.text))
        if not self.side.whole:
            piece = self.side.passage.span
            within = Span(max(piece.start - AROUND, 0), piece.end + AROUND)
        brackets = [mark for mark in self._found() if mark.role in BRACKETED]
        self._lines = lay_out(article, within, brackets, width=width)
        self._set_size()

    def _set_size(self) -> None:
        self.virtual_size = Size(self.text_width, len(self._lines) + self._head)

    def _gather_marks(self) -> None:
        """Put all that is lit together; what stands around the passage is dim."""
        if self.side is None:
            self._marks = Marks()
            return
        piece, end = self.side.passage.span, len(self.side.article.text)
        marks = self._found()
        marks += [Mark(span, "aside") for span in (Span(0, piece.start), Span(piece.end, end))]
        marks += [Mark(span, "found") for span in self._lit]
        self._marks = Marks(marks)

    def _found(self) -> list[Mark]:
        """What was found in this side's article."""
        return [
            Mark(span, ROLES[point.sort])
            for point in self._points
            if point.sort in ROLES
            for span in point.spans[self.at]
        ]

    def _bring(self, span: Span) -> None:
        """Scroll just so far that a place is in view, as much of it as there is room for."""
        if not self._lines:
            return
        first, last = self._line_of(span.start), self._line_of(max(span.end - 1, span.start))
        room = max(self.text_height - self._head, 1)
        top = self.scroll_offset.y
        if first < top or last >= top + room:
            lines = last - first + 1
            self._scroll_to_row(first if lines >= room else first - (room - lines) // 2)

    def _line_of(self, offset: int) -> int:
        """The line that shows a character."""
        at = bisect_right(self._lines, offset, key=lambda line: line.start) - 1
        return max(at, 0)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True)
