"""The article on the screen: its marks lit, the reader's place in view, the keys that move it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from corpus.types import Article, ArticleId, Mention, Span
from tui import keys
from tui.column import Column
from tui.history import Place
from tui.keys import Scope
from tui.render import Mark, Marks, Run, mention_marks, paint
from tui.widgets.block_list import said
from tui.widgets.selecting import Selecting

COLUMN = 84
"""Lines longer than this are hard to follow back to the next one's beginning."""
GUTTER = 2
"""The bar and the space after it."""
EDGE = 4
"""The place keeps the pane's height divided by this away from its top and bottom."""
WHEEL = 3
"""Lines for a notch of the wheel."""


class ArticleView(Selecting, can_focus=True):
    """One article, its names and matched words lit, a bar beside the paragraph being read."""

    BINDINGS = keys.bindings("article")
    SCOPE: Scope = "article"

    @dataclass
    class ParagraphChanged(Message):
        """The reader came to another paragraph."""

        article: ArticleId
        """The article."""
        paragraph: int
        """The paragraph's number."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """No article yet."""
        super().__init__(id=id)
        self.mentions: tuple[Mention, ...] = ()
        self.matches: tuple[Span, ...] = ()
        self.shared: tuple[Span, ...] = ()
        self.show_folded = False
        self._empty_text = ""
        self._found: Span | None = None
        self._marks = Marks()
        self._paragraph: int | None = None
        self._row: int | None = None

    def show(
        self,
        article: Article,
        place: Place,
        *,
        mentions: tuple[Mention, ...],
        matches: tuple[Span, ...],
    ) -> None:
        """Show an article at a place."""
        self.column = Column(article, place)
        self.mentions, self.matches, self.shared = mentions, matches, ()
        self._found, self._paragraph = None, None
        self._selection = None
        self._gather_marks()
        self._row = place.row
        self.scroll_to(y=0, animate=False, force=True)
        self._lay_out()

    def say(self, text: str) -> None:
        """What stands here while no article is open."""
        if text != self._empty_text:
            self._empty_text = text
            self.repaint()

    def mark(self, mentions: tuple[Mention, ...], matches: tuple[Span, ...]) -> None:
        """Other names or matched words in the same article."""
        if (mentions, matches) != (self.mentions, self.matches):
            self.mentions, self.matches, self._found = mentions, matches, None
            self._gather_marks()

    def share(self, spans: tuple[Span, ...]) -> None:
        """Light what the lit related passage has in common with this article."""
        if spans != self.shared:
            self.shared = spans
            self._gather_marks()

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

    def draw_line(self, y: int) -> Strip:
        """A line, with the bar where its paragraph is being read."""
        column = self.column
        if column is None:
            rows = said(self._empty_text, self._column_width)
            return self.strip(y, rows[y] if y < len(rows) else (), left=self._margin + GUTTER)
        at = y + self.scroll_offset.y
        if at >= len(column.lines):
            return self.strip(y)
        line = column.lines[at]
        bar = Run("  ")
        if at == column.line:
            bar = Run("▌ ", ("line",))
        elif line.paragraph is not None and line.paragraph == self._paragraph:
            bar = Run("▌ ", ("bar",))
        return self.strip(y, (bar, *paint(line, self._marks)), left=self._margin)

    def action_line_down(self) -> None:
        """A line of text down."""
        self._move(1)

    def action_line_up(self) -> None:
        """A line of text up."""
        self._move(-1)

    def action_screen_down(self) -> None:
        """A page down, two lines of which were in view before."""
        self._move(max(self.text_height - 2, 1), scroll=True)

    def action_screen_up(self) -> None:
        """A page up."""
        self._move(-max(self.text_height - 2, 1), scroll=True)

    def action_half_down(self) -> None:
        """Half a page down."""
        self._move(max(self.text_height // 2, 1), scroll=True)

    def action_half_up(self) -> None:
        """Half a page up."""
        self._move(-max(self.text_height // 2, 1), scroll=True)

    def action_next_paragraph(self) -> None:
        """The beginning of the next paragraph."""
        self._go_to_paragraph(1)

    def action_previous_paragraph(self) -> None:
        """The beginning of this paragraph, or of the one before."""
        self._go_to_paragraph(-1)

    def action_article_start(self) -> None:
        """The first line."""
        self._move(-self.virtual_size.height)

    def action_article_end(self) -> None:
        """The last line."""
        self._move(self.virtual_size.height)

    def toggle_folded(self) -> None:
        """Show the folded lines in their places, or fold them again."""
        self.show_folded = not self.show_folded
        self._lay_out()

    def go_to_match(self, step: int) -> tuple[int, int]:
        """To the next or previous lit word; which of how many that is, (0, 0) for none."""
        return self._go_to_span(self.matches, step)

    def go_to_name(self, step: int) -> tuple[int, int]:
        """To the next or previous name."""
        return self._go_to_span([mention.span for mention in self.mentions], step)

    def on_resize(self) -> None:
        """Lay the text out anew; the place stays in its row as far as there is room."""
        self._lay_out()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text, and the place with it."""
        event.stop()
        event.prevent_default()
        self._move(WHEEL, scroll=True)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the text, and the place with it."""
        event.stop()
        event.prevent_default()
        self._move(-WHEEL, scroll=True)

    def on_click(self, event: events.Click) -> None:
        """The paragraph clicked is the one being read."""
        column = self.column
        if column is None:
            return
        offset = event.get_content_offset(self)
        if offset is not None and not self.select_by_click(event, column):
            self._move(offset.y + self.scroll_offset.y - column.line)

    @property
    def text_left(self) -> int:
        """The cells left of the text."""
        return self._margin + GUTTER

    @property
    def _margin(self) -> int:
        """The cells left of the bar, so that the column stands in the middle."""
        return max((self.text_width - self._column_width - GUTTER) // 2, 0)

    @property
    def _column_width(self) -> int:
        """The width of the text."""
        return min(self.text_width - GUTTER, COLUMN)

    def _lay_out(self) -> None:
        """Work out the lines, the place in the row where it was; in a hidden pane when it shows."""
        column = self.column
        if column is None or not self.in_view:
            return
        if column.lines:
            self._row = column.line - self.scroll_offset.y
        elif self._row is None:
            self._row = self.text_height // EDGE
        column.lay_out(self._column_width, show_folded=self.show_folded)
        self.virtual_size = Size(self.text_width, len(column.lines))
        self._scroll_to_row(column.line - self._row)
        self._follow(column)
        self.repaint()

    def _gather_marks(self) -> None:
        """Put all that is lit together."""
        marks = mention_marks(self.mentions)
        marks += [Mark(span, "shared") for span in self.shared]
        marks += [Mark(span, "match") for span in self.matches]
        if self._found is not None:
            marks.append(Mark(self._found, "found"))
        if self._selection is not None:
            marks.append(Mark(self._selection, "selected"))
        self._marks = Marks(marks)
        self.repaint()

    def _move(self, lines: int, *, scroll: bool = False) -> None:
        """Move the place; with `scroll` the text moves as far."""
        column = self.column
        if column is not None and column.lines:
            column.move_to(column.line + lines)
            if scroll:
                self._scroll_to_row(self.scroll_offset.y + lines)
            self._follow(column)

    def _go_to_paragraph(self, step: int) -> None:
        """The beginning of a paragraph beside this one."""
        if self.column is not None:
            offset = self.column.paragraph_from(step)
            if offset is not None:
                self._go_to(self.column, offset)

    def _go_to_span(self, spans: Sequence[Span], step: int) -> tuple[int, int]:
        """Stand on a lit word beside this place, and light it more."""
        if self.column is None:
            return 0, 0
        at = self.column.span_from(spans, step, self._found)
        if at is None:
            return 0, 0
        self._found = spans[at]
        self._gather_marks()
        self._go_to(self.column, spans[at].start)
        return at + 1, len(spans)

    def _go_to(self, column: Column, offset: int) -> None:
        """Stand on a character's line."""
        column.move_to_offset(offset)
        self._follow(column)

    def _follow(self, column: Column) -> None:
        """Bring the place into view and say where it is now."""
        edge = self.text_height // EDGE
        top = self.scroll_offset.y
        top = max(top, column.line - self.text_height + 1 + edge)
        self._scroll_to_row(min(top, column.line - edge))
        paragraph = column.paragraph
        changed, self._paragraph = paragraph != self._paragraph, paragraph
        self.repaint()
        if changed:
            self.post_message(self.ParagraphChanged(column.article.id, paragraph))

    def _scroll_to_row(self, row: int) -> None:
        """Show this line first, as far as the article is long enough."""
        if row != self.scroll_offset.y:
            self.scroll_to(y=row, animate=False, force=True)
