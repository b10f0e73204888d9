"""Selecting text with keys: what moves the place in the article widens what is selected, too.

While it lasts the place is the moving end, a sign of the text, and the scope "selection" answers
before the article's. It ends where something is done with what was selected, which stays lit until
one moves on.
"""

from abc import abstractmethod
from collections.abc import Callable

from corpus.types import Span
from tui.keyed import answer_also, keyed
from tui.messages import Search
from tui.text.column import Column
from tui.text.region import Region, back, onward, over, widened
from tui.text.units import Units
from tui.widgets.reading_text import ReadingText
from tui.widgets.selecting import sign_at


class SelectingByKey(ReadingText):
    """The keys that begin, widen and end a selection."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """Nothing selected."""
        super().__init__(id=id)
        self._region: Region | None = None
        self._units: Units | None = None
        self._cell: int | None = None
        """The cell that moves by lines keep to, as far as the lines are long enough."""
        self._fading = False
        """Whether what is selected is let go with the next move."""

    @property
    @abstractmethod
    def stood_on(self) -> Span | None:
        """The name or word that one stands on."""

    @property
    def in_selection(self) -> bool:
        """Whether the keys that move widen a selection."""
        return self._region is not None

    def select(self, span: Span | None) -> None:
        """Select a stretch of the text, or nothing: with the mouse, which ends what keys began."""
        self._leave_selection()
        if span != self._selection:
            super().select(span)
            self.post_message(self.Moved())

    def settle_selection(self) -> None:
        """Something was done with it: keys no longer widen it, and the next move lets it go."""
        if self.in_selection:
            self._leave_selection()
            self._fading = True

    def forget_selection(self) -> bool:
        """Select nothing; whether anything was selected."""
        there = self._selection is not None
        self.select(None)
        return there

    def action_select(self) -> None:
        """Begin here: with what is selected in view, else what one stands on, else one sign.

        Within a selection: begin it anew where the moving end is.
        """
        column = self.column
        if column is None or not column.lines or not column.article.text:
            return
        if self._units is None:
            self._units = Units(column.article)
        begun = None if self.in_selection else self._selected_in_view(column) or self.stood_on
        if not self.in_selection:
            answer_also(self, "selection", True)
        if begun is not None:
            region = over(self._units, begun)
        else:
            sign = self._units.sign_from(column.offset)
            region = Region(sign, sign)
        self._to(column, region)
        keyed(self).tell_keys()

    def action_right(self) -> None:
        """The next sign."""
        self._change(lambda units, region: region.to(units.sign_from(region.moving.end)))

    def action_left(self) -> None:
        """The sign before."""
        self._change(lambda units, region: region.to(units.sign_before(region.moving.start)))

    def action_word_right(self) -> None:
        """A word on."""
        self._change(lambda units, region: onward(units, units.words, region))

    def action_word_left(self) -> None:
        """A word back."""
        self._change(lambda units, region: back(units, units.words, region))

    def action_sentence_right(self) -> None:
        """A sentence on."""
        self._change(lambda units, region: onward(units, units.sentences, region))

    def action_sentence_left(self) -> None:
        """A sentence back."""
        self._change(lambda units, region: back(units, units.sentences, region))

    def action_line_start(self) -> None:
        """The first sign of the line."""
        self._along_line(0)

    def action_line_end(self) -> None:
        """The last sign of the line."""
        self._along_line(self.text_width)

    def action_widen(self) -> None:
        """Whole words, sentences, paragraphs."""
        self._change(widened)

    def action_other_end(self) -> None:
        """The other end moves."""
        self._change(lambda _units, region: region.swapped())

    def action_search_for(self) -> None:
        """Search for these words as they stand together."""
        column, span = self.column, self.selected
        if column is None or span is None:
            return
        words = " ".join(column.article.slice(span).replace('"', " ").split())
        self.settle_selection()
        self.post_message(Search(f'"{words}"' if " " in words else words, show=True))

    def action_drop(self) -> None:
        """Select nothing."""
        self.forget_selection()

    # What moves the place moves the end

    def move(self, lines: int, *, scroll: bool = False) -> None:
        """Move the place; within a selection in the same cells of the lines of text."""
        column = self.column
        if column is None or not column.lines or self._region is None:
            super().move(lines, scroll=scroll)
            return
        cell = column.cell_of(column.offset)[1] if self._cell is None else self._cell
        if scroll:
            self._scroll_to_row(self.scroll_offset.y + lines)
        self._change(lambda units, region: region.to(_sign(units, column, lines, cell)))
        self._cell = cell

    def wheel(self, lines: int) -> None:
        """Within a selection only the text moves."""
        if self._region is None:
            super().wheel(lines)
        else:
            self._scroll_to_row(self.scroll_offset.y + lines)

    def stand(self, column: Column, offset: int, end: int | None = None) -> None:
        """Stand on a character; a selection goes as far, to the `end` of what begins there."""
        if self._region is None or self._units is None:
            super().stand(column, offset, end)
            return
        sign = self._units.sign_from(offset)
        if end is not None and offset >= self._region.fixed.start:
            sign = self._units.sign_before(end)
        self._take(column, self._region.to(sign))

    def follow(self, column: Column) -> None:
        """What was done with is let go where one moves on."""
        line = self._line
        super().follow(column)
        if self._fading and line not in (None, self._line):
            self.select(None)

    def action_article_start(self) -> None:
        """The first line; of a selection the first sign."""
        if self.in_selection:
            self._change(lambda units, region: region.to(units.sign_from(0)))
        else:
            super().action_article_start()

    def action_article_end(self) -> None:
        """The last line; of a selection the last sign."""
        if self.in_selection:
            self._change(lambda units, region: region.to(units.sign_before(len(units.text))))
        else:
            super().action_article_end()

    def _go_to_paragraph(self, step: int) -> None:
        """The beginning of a paragraph beside this one; of a selection whole paragraphs."""
        move = onward if step > 0 else back
        if self.in_selection:
            self._change(lambda units, region: move(units, units.paragraphs, region))
        else:
            super()._go_to_paragraph(step)

    def _along_line(self, cell: int) -> None:
        """The sign in a cell of the line, or the last one."""
        column = self.column
        if column is not None:
            self._change(lambda units, region: region.to(_sign(units, column, 0, cell)))

    def _change(self, change: Callable[[Units, Region], Region]) -> None:
        """Go on with another region."""
        if self.column is not None and self._region is not None and self._units is not None:
            self._to(self.column, change(self._units, self._region))

    def _to(self, column: Column, region: Region) -> None:
        """Go on with another region, its moving end in view."""
        self._take(column, region)
        self.follow(column)

    def _take(self, column: Column, region: Region) -> None:
        """Another region; say how much it is."""
        self._cell, self._fading = None, False
        self._region = region
        column.move_to_offset(region.moving.start)
        # It is drawn with the place, once that is in view.
        self._selection = region.span
        self._mark_selection()
        self.post_message(self.Moved())

    def _leave_selection(self) -> None:
        """The keys that move only move."""
        self._fading = False
        if self._region is not None:
            self._region = self._units = None
            answer_also(self, "selection", False)
            keyed(self).tell_keys()

    def _selected_in_view(self, column: Column) -> Span | None:
        """What is selected already, if its end can be seen."""
        span = self.selected
        if span is None:
            return None
        row = column.line_of(span.end - 1) - self.scroll_offset.y
        return span if 0 <= row < self.text_height else None


def _sign(units: Units, column: Column, lines: int, cell: int) -> Span:
    """The sign in a cell of a line of text so many lines away, the last one of a shorter line."""
    line = column.lines[column.line_of_text(lines)]
    sign = sign_at(line, cell)
    return sign if sign.end > sign.start else units.sign_before(max(sign.start, 1))
