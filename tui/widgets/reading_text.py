"""An article set for reading: a column of a comfortable width, the reader's place always in view.

What is lit in it is its heir's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message

from corpus.types import Article, ArticleId, Span
from tui.history import Place
from tui.keyed import keyed
from tui.text.column import Column
from tui.widgets.selecting import Selecting

WIDTH = 84
"""Lines longer than this are hard to follow back to the next one's beginning."""
NARROWEST, WIDEST = 30, 160
"""What a line can be set to."""
STEP = 4
"""Cells that a line grows or shrinks by."""
GUTTER = 2
"""The bar and the space after it."""
EDGE = 4
"""The place keeps the pane's height divided by this away from its top and bottom."""
WHEEL = 3
"""Lines for a notch of the wheel."""


class ReadingText(Selecting):
    """The text, its width, and the keys that move the place in it."""

    @dataclass
    class ParagraphChanged(Message):
        """The reader came to another paragraph."""

        article: ArticleId
        """The article."""
        paragraph: int
        """The paragraph's number."""

    @dataclass
    class Jumped(Message):
        """The reader went farther than the text in view, not by lines or pages."""

        before: Place
        """Where the reader was, without what was searched."""

    class Moved(Message):
        """The reader came to another line, or stands on something else."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """No article yet."""
        super().__init__(id=id)
        self.width_wanted = WIDTH
        self.show_folded = False
        self._paragraph: int | None = None
        self._line: int | None = None
        self._row: int | None = None

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self.column.article if self.column is not None else None

    @property
    def paragraph(self) -> int:
        """The number of the paragraph being read."""
        return self.column.paragraph if self.column is not None else 0

    @property
    def place(self) -> Place | None:
        """Where the reader is, without what was searched."""
        column = self.column
        if column is None:
            return None
        row = column.line - self.scroll_offset.y
        return Place(column.article.id, column.paragraph, column.offset, row)

    @property
    def progress(self) -> int:
        """How far one has come, in per cent."""
        return self.column.share if self.column is not None else 0

    def action_line_down(self) -> None:
        """A line of text down."""
        self.move(1)

    def action_line_up(self) -> None:
        """A line of text up."""
        self.move(-1)

    def action_screen_down(self) -> None:
        """A page down, two lines of which were in view before."""
        self.move(max(self.text_height - 2, 1), scroll=True)

    def action_screen_up(self) -> None:
        """A page up."""
        self.move(-max(self.text_height - 2, 1), scroll=True)

    def action_half_down(self) -> None:
        """Half a page down."""
        self.move(max(self.text_height // 2, 1), scroll=True)

    def action_half_up(self) -> None:
        """Half a page up."""
        self.move(-max(self.text_height // 2, 1), scroll=True)

    def action_next_paragraph(self) -> None:
        """The beginning of the next paragraph."""
        self._go_to_paragraph(1)

    def action_previous_paragraph(self) -> None:
        """The beginning of this paragraph, or of the one before."""
        self._go_to_paragraph(-1)

    def action_article_start(self) -> None:
        """The first line."""
        with self.jumping():
            self.move(-self.virtual_size.height)

    def action_article_end(self) -> None:
        """The last line."""
        with self.jumping():
            self.move(self.virtual_size.height)

    def toggle_folded(self) -> None:
        """Show the folded lines in their places, or fold them again."""
        self.show_folded = not self.show_folded
        self.lay_out()

    def set_width(self, step: int) -> int:
        """Longer lines by a step, or shorter ones; their width then, in cells.

        Wider than the pane they do not get; in a wider one they are as they were set.
        """
        wanted = self.column_width + step * STEP
        if step < 0 or wanted > self.width_wanted:
            self.width_wanted = min(max(wanted, NARROWEST), WIDEST)
        self.lay_out()
        return self.column_width

    def on_resize(self) -> None:
        """Lay the text out anew; the place stays in its row as far as there is room."""
        self.lay_out()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text, and the place with it."""
        event.stop()
        event.prevent_default()
        self.wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the text, and the place with it."""
        event.stop()
        event.prevent_default()
        self.wheel(-WHEEL)

    def wheel(self, lines: int) -> None:
        """The wheel was turned so far."""
        self.move(lines, scroll=True)

    @property
    def text_left(self) -> int:
        """The cells left of the text."""
        return self.margin + GUTTER

    @property
    def margin(self) -> int:
        """The cells left of the bar, so that the column stands in the middle."""
        return max((self.text_width - self.column_width - GUTTER) // 2, 0)

    @property
    def column_width(self) -> int:
        """The width of the text."""
        return min(self.text_width - GUTTER, self.width_wanted)

    def open_at(self, column: Column, row: int | None) -> None:
        """Show another article, or the same one anew, its place in a row of the screen."""
        self.column = column
        self._paragraph = self._line = None
        self._row = row
        self.scroll_to(y=0, animate=False, force=True)
        self.lay_out()

    def lay_out(self) -> None:
        """Work out the lines, the place in the row where it was; in a hidden pane when it shows."""
        column = self.column
        if column is None or not self.in_view:
            return
        if column.lines:
            self._row = column.line - self.scroll_offset.y
        elif self._row is None:
            self._row = self.text_height // EDGE
        key = keyed(self).keymap.key("reader.folded")
        column.lay_out(self.column_width, show_folded=self.show_folded, key=key)
        self.virtual_size = Size(self.text_width, len(column.lines))
        self._scroll_to_row(column.line - self._row)
        self.follow(column)

    def move(self, lines: int, *, scroll: bool = False) -> None:
        """Move the place; with `scroll` the text moves as far."""
        column = self.column
        if column is not None and column.lines:
            column.move_to(column.line + lines)
            if scroll:
                self._scroll_to_row(self.scroll_offset.y + lines)
            self.follow(column)

    def go_to(self, column: Column, offset: int, end: int | None = None) -> None:
        """Stand on a character's line, that of something that goes up to `end`."""
        self.stand(column, offset, end)
        self.follow(column)

    def stand(self, column: Column, offset: int, end: int | None = None) -> None:
        """Stand there, wherever that is on the screen."""
        column.move_to_offset(offset)

    def follow(self, column: Column) -> None:
        """Bring the place into view and say where it is now."""
        edge = self.text_height // EDGE
        top = self.scroll_offset.y
        top = max(top, column.line - self.text_height + 1 + edge)
        self._scroll_to_row(min(top, column.line - edge))
        moved, self._line = column.line != self._line, column.line
        changed, self._paragraph = column.paragraph != self._paragraph, column.paragraph
        self.repaint()
        if changed:
            self.post_message(self.ParagraphChanged(column.article.id, column.paragraph))
        if moved:
            self.post_message(self.Moved())

    @contextmanager
    def jumping(self) -> Iterator[None]:
        """What goes on is a jump if it leads out of view: one may want to come back."""
        before, column = self.place, self.column
        top = self.scroll_offset.y
        yield
        here = column.line - top if column is not None else 0
        if before is not None and not 0 <= here < self.text_height:
            self.post_message(self.Jumped(before))

    def return_to(self, column: Column, place: Place) -> None:
        """To a place of this article, in its row of the screen."""
        self.stand(column, place.offset or 0)
        if place.row is not None:
            self._scroll_to_row(column.line - place.row)
        self.follow(column)

    def cell_of(self, span: Span) -> tuple[int, int] | None:
        """Where on the screen a span begins, as column and row; None where it is not in view."""
        column = self.column
        if column is None or not column.lines:
            return None
        line, cell = column.cell_of(span.start)
        row = line - self.scroll_offset.y
        if not 0 <= row < self.text_height:
            return None
        return self.content_region.x + self.text_left + cell, self.content_region.y + row

    def _go_to_paragraph(self, step: int) -> None:
        """The beginning of a paragraph beside this one."""
        if self.column is not None:
            offset = self.column.paragraph_from(step)
            if offset is not None:
                self.go_to(self.column, offset)

    def _scroll_to_row(self, row: int) -> None:
        """Show this line first, as far as the article is long enough."""
        if row != self.scroll_offset.y:
            self.scroll_to(y=row, animate=False, force=True)
