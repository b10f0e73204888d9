"""The article on the screen: what is lit in it, and stepping through that."""

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from corpus.types import Article, Label, Mention, Span
from tui import keys
from tui.history import Place
from tui.text import legend
from tui.text.column import Column
from tui.text.lighting import Lighting, Standing, What
from tui.text.render import Line, Mark, Marks, Run, paint
from tui.widgets.block_list import said
from tui.widgets.selecting_by_key import SelectingByKey

if TYPE_CHECKING:
    from tui.text.findable import Findable

SECOND_CLICK = 0.35
"""Seconds in which a second click makes of a click on a name the selection of a word."""


class ArticleView(SelectingByKey, can_focus=True):
    """One article, its names and matched words lit, a bar beside the paragraph being read."""

    BINDINGS = keys.bindings("article")

    class FindWanted(Message):
        """The user wants to look for something in the article."""

    class NameClicked(Message):
        """The name stood on was clicked."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """No article yet."""
        super().__init__(id=id)
        self.lighting = Lighting()
        self._marks = Marks()
        self._empty_text = ""
        self._findable: Findable | None = None
        self._before: Place | None = None
        self._clicked: Timer | None = None
        self._legend = Content("")
        self._noted: dict[int, str] = {}

    def show(
        self,
        article: Article,
        place: Place,
        *,
        mentions: tuple[Mention, ...],
        matches: tuple[Span, ...],
    ) -> None:
        """Show an article at a place, the kinds of names lit that were lit before."""
        self.lighting = Lighting(mentions, matches, hidden=self.lighting.hidden)
        self._findable = self._before = None
        self.forget_selection()
        self._noted = {}
        if place.found is not None:
            self.lighting = self.lighting.on(place.found, self._what(place.found))
        self.open_at(Column(article, place), place.row)
        self._gather_marks()
        self.tell_legend()

    def say(self, text: str) -> None:
        """What stands here while no article is open."""
        if text != self._empty_text:
            self._empty_text = text
            self.repaint()

    def mark(self, mentions: tuple[Mention, ...], matches: tuple[Span, ...]) -> None:
        """Other names or matched words in the same article."""
        lighting = replace(self.lighting, mentions=mentions, matches=matches)
        self._light(lighting if lighting.standing else lighting.on(None))
        self.tell_legend()

    def share(self, spans: tuple[Span, ...]) -> None:
        """Light what the lit related passage has in common with this article."""
        self._light(replace(self.lighting, shared=spans))

    def note(self, signs: dict[int, str]) -> None:
        """Signs beside the lines that hold some characters of the text, by these."""
        if signs != self._noted:
            self._noted = signs
            self.repaint()

    def toggle_kind(self, label: Label | None) -> None:
        """Light the names of a kind, or no longer; all kinds for None."""
        self._light(self.lighting.toggled(label))
        self.tell_legend()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in the article, lit or not."""
        return self.lighting.mentions

    @property
    def place(self) -> Place | None:
        """Where the reader is, without what was searched."""
        place = super().place
        return replace(place, found=self.lighting.found) if place is not None else None

    @property
    def standing(self) -> Standing | None:
        """On which of how many lit things one stands."""
        return self.lighting.standing

    @property
    def stood_on(self) -> Span | None:
        """The name or word that one stands on."""
        return self.lighting.found

    @property
    def name_here(self) -> Mention | None:
        """The name stood on, else the nearest lit one on the line, None where there is none."""
        column = self.column
        if column is None or not column.lines:
            return None
        if (found := self.lighting.name) is not None:
            return found
        line = column.lines[column.line].span
        near = [m for m in self.lighting.names if line is not None and m.span.overlaps(line)]
        return min(near, key=lambda m: abs(m.span.start - column.offset), default=None)

    def draw_line(self, y: int) -> Strip:
        """A line, with the bar where its paragraph is being read."""
        column = self.column
        if column is None:
            rows = said(self._empty_text, self.column_width)
            return self.strip(y, rows[y] if y < len(rows) else (), left=self.text_left)
        at = y + self.scroll_offset.y
        if at >= len(column.lines):
            return self.strip(y)
        line = column.lines[at]
        bar = Run(" ")
        if at == column.line:
            bar = Run("▌", ("line",))
        elif line.paragraph is not None and line.paragraph == self._paragraph:
            bar = Run("▌", ("bar",))
        noted = Run(self._sign_beside(line), ("accent",))
        return self.strip(y, (bar, noted, *paint(line, self._marks)), left=self.margin)

    def _sign_beside(self, line: Line) -> str:
        """The sign of a note that begins on a line, a blank where there is none."""
        span = line.span
        here = (self._noted[at] for at in self._noted if span and span.start <= at < span.end)
        return next(here, " ")

    def action_find(self) -> None:
        """Ask for a box to type into."""
        self.post_message(self.FindWanted())

    def find(self, typed: str) -> None:
        """Light every place of what is typed; stand on the first from where one began."""
        column = self.column
        if column is None or not column.lines:
            return
        if self._findable is None:
            from tui.text.findable import Findable

            self._findable = Findable(column.article.text)
        if self._before is None:
            self._before = self.place
        finds = self._findable.find(typed)
        begun = self._before.offset if self._before is not None else None
        start = column.lines[column.line_of(begun or 0)].offset
        first = next((span for span in finds if span.start >= start), None)
        found = first or (finds[0] if finds else None)
        self._light(replace(self.lighting, finds=finds).on(found, "find"))
        if found is not None:
            self.go_to(column, found.start, found.end)
        elif self._before is not None:
            super().return_to(column, self._before)

    def keep_found(self) -> None:
        """The user stays here: `find` begins at this place when it is called again."""
        before, column = self._before, self.column
        self._before = None
        if before is not None and column is not None and before.offset is not None:
            row = column.line_of(before.offset) - self.scroll_offset.y
            if not 0 <= row < self.text_height:
                self.post_message(self.Jumped(before))

    def drop_found(self) -> None:
        """Back to where `find` began, nothing of it lit."""
        before, column = self._before, self.column
        self.clear_found()
        if before is not None and column is not None:
            self.return_to(column, before)

    def clear_found(self) -> bool:
        """Light nothing of what was found any more; whether there was any."""
        self._before = None
        finding = bool(self.lighting.finds)
        if finding:
            found = None if self.lighting.what == "find" else self.lighting.found
            self._light(replace(self.lighting, finds=(), found=found))
        return finding

    def go_to_match(self, step: int) -> None:
        """To the next or previous place of what was found, else matched word."""
        self._step("find" if self.lighting.finds else "match", step)

    def go_to_name(self, step: int) -> None:
        """To the next or previous lit name."""
        self._step("name", step)

    def stand_on(self, span: Span) -> None:
        """Stand on a name."""
        if self.column is not None:
            with self.jumping():
                self._light(self.lighting.on(span))
                self.go_to(self.column, span.start, span.end)

    def follow(self, column: Column) -> None:
        """What one stands on is left with its line."""
        found = self.lighting.found
        if found is not None and column.line_of(found.start) != column.line:
            self._light(self.lighting.on(None))
        super().follow(column)

    def on_resize(self) -> None:
        """The legend as far as there is room; Textual calls the text's own handler, too."""
        self.tell_legend()

    def on_click(self, event: events.Click) -> None:
        """The paragraph clicked is the one being read, the name clicked is stood on."""
        column = self.column
        offset = event.get_content_offset(self)
        if self._clicked is not None:
            self._clicked.stop()
        if column is None or offset is None or self.select_by_click(event, column):
            return
        sign = self._sign_under(event)
        self.move(offset.y + self.scroll_offset.y - column.line)
        at = [m for m in self.lighting.names if sign is not None and m.span.overlaps(sign)]
        if at:
            self.stand_on(at[0].span)
            self._clicked = self.set_timer(SECOND_CLICK, self._tell_clicked)

    def tell_legend(self) -> None:
        """Which kinds are lit, by which keys: in the frame, where there is one."""
        room = self.size.width - 2 if self.mentions else 0
        words = legend.content(self, self.lighting.hidden, room)
        if words != self._legend:
            self._legend = self.border_subtitle = words

    def _tell_clicked(self) -> None:
        self.post_message(self.NameClicked())

    def _what(self, found: Span | None) -> What:
        """What it is that stands there."""
        return next((w for w in ("name", "match") if found in self.lighting.spans(w)), "name")

    def _light(self, lighting: Lighting) -> None:
        """Light other things."""
        if lighting != self.lighting:
            self.lighting = lighting
            self._gather_marks()
            self.post_message(self.Moved())

    def _gather_marks(self) -> None:
        """Put all that is lit together."""
        self._marks = self.lighting.marks()
        self._mark_selection()
        self.repaint()

    def _mark_selection(self) -> None:
        """What is selected lies over all that is lit."""
        span = self._selection
        self._marks = self._marks.under(None if span is None else Mark(span, "selected"))

    def _step(self, what: What, step: int) -> None:
        """Stand on a lit thing beside this place."""
        column = self.column
        if column is None:
            return
        spans = self.lighting.spans(what)
        at = column.span_from(spans, step, self.lighting.found)
        if at is not None:
            # While one types into the box, what counts is where one stays.
            with self.jumping() if self._before is None else nullcontext():
                self._light(self.lighting.on(spans[at], what))
                self.go_to(column, spans[at].start, spans[at].end)

    def return_to(self, column: Column, place: Place) -> None:
        """To a place of this article, standing on what one stood on there."""
        self._light(self.lighting.on(place.found, self._what(place.found)))
        super().return_to(column, place)
