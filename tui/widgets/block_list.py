"""A list whose items take several lines each, laid out for the width there is."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui import keys
from tui.history import Place
from tui.keyed import keyed
from tui.text.render import Row, Run
from tui.text.wrap import wrap
from tui.widgets.painted import Painted

Item = TypeVar("Item")

BAR = "▌"
MOVING = keys.names("list")
AHEAD = 2
"""Items laid out at a time, and screens full that are laid out at once."""


class BlockList(Painted, Generic[Item], can_focus=True):
    """Items to move among and choose from; an item stays lit while the list around it changes."""

    BINDINGS = keys.bindings("list")

    # How long the list is moves nothing around it: Textual would lay the whole screen out anew.
    virtual_size = var(Size(0, 0))

    @dataclass
    class Lit(Message):
        """Another item is lit."""

        pane: Painted
        """The list."""
        index: int
        """The item's place in it."""

        @property
        def control(self) -> Painted:
            """For handlers that listen to one list only."""
            return self.pane

    @dataclass
    class Chosen(Lit):
        """An item was chosen by Enter or the mouse."""

        stay: bool = False
        """Whether the keyboard is to stay in the list."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """An empty list."""
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.lit: int = 0
        self.empty_text = ""
        self._blocks: list[tuple[Row, ...]] = []
        self._starts: list[int] = [0]
        self._laid_width = 0

    @abstractmethod
    def key_of(self, item: Item) -> Hashable:
        """What makes an item the same one in a newer list."""

    @abstractmethod
    def rows_of(self, item: Item, width: int) -> tuple[Row, ...]:
        """The lines of an item."""

    def cited(self, item: Item) -> Place | None:
        """The passage that an item shows: `found` its words, else its whole paragraph; None for
        what is no passage."""
        return None

    @property
    def passage(self) -> Place | None:
        """The passage that the lit item shows."""
        return self.cited(self.items[self.lit]) if self.items else None

    @property
    def idle(self) -> frozenset[str]:
        """What there is nothing for in an empty list."""
        return frozenset() if self.items else MOVING

    def show(self, items: Sequence[Item], *, empty: str = "", keep: bool = False) -> None:
        """Other items, or `empty` where there are none.

        With `keep` the lit one stays lit, if it is not the first.
        """
        # Who stands on the first one has not chosen it: the newer list's first is as good.
        held = self.key_of(self.items[self.lit]) if keep and self.lit else None
        row = self._start(self.lit) - self.scroll_offset.y if held is not None else 0
        emptied = bool(self.items) != bool(items)
        self.items = items
        self.empty_text = empty
        found = [at for at, item in enumerate(items) if self.key_of(item) == held]
        self.lit = found[0] if found and held is not None else 0
        self.lay_out()
        self._scroll_to_row(self._start(self.lit) - row if found else 0)
        self._show_lit()
        if emptied:
            keyed(self).tell_keys()

    def light(self, index: int) -> None:
        """Light the item, or the nearest there is."""
        if not self.items:
            return
        index = min(max(index, 0), len(self.items) - 1)
        if index != self.lit:
            self.lit = index
            self.repaint()
            self.post_message(self.Lit(self, index))
        self._show_lit()

    def draw_line(self, y: int) -> Strip:
        """A line of an item, with the bar where it is lit."""
        line = y + self.scroll_offset.y
        if not self._laid_width or not self._reach(line):
            return self.strip(y)
        item = bisect_right(self._starts, line) - 1
        row = self._blocks[item][line - self._starts[item]]
        if not self.items:
            return self.strip(y, row, left=1)
        lit = item == self.lit and any(run.text for run in row)
        bar = Run(BAR, ("line" if self.has_focus else "bar",)) if lit else Run(" ")
        return self.strip(y, (bar, *row))

    def action_down(self) -> None:
        """The next item."""
        self.light(self.lit + 1)

    def action_up(self) -> None:
        """The item before."""
        self.light(self.lit - 1)

    def action_page_down(self) -> None:
        """A page further."""
        self.light(self._item_at(self._start(self.lit) + max(self.text_height - 1, 1)))

    def action_page_up(self) -> None:
        """A page back."""
        self.light(self._item_at(self._start(self.lit) - max(self.text_height - 1, 1)))

    def action_first(self) -> None:
        """The first item."""
        self.light(0)

    def action_last(self) -> None:
        """The last item."""
        self.light(len(self.items) - 1)

    def action_choose(self) -> None:
        """Open the lit item."""
        if self.items:
            self.post_message(self.Chosen(self, self.lit))

    def action_peek(self) -> None:
        """Open the lit item and stay in the list."""
        if self.items:
            self.post_message(self.Chosen(self, self.lit, stay=True))

    def on_click(self, event: events.Click) -> None:
        """Light and open what was clicked."""
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset is not None else -1
        if self.items and line >= 0 and self._reach(line):
            self.light(self._item_at(line))
            self.action_choose()

    def on_resize(self) -> None:
        """Lay the items out anew where the width changed."""
        if self.text_width != self._laid_width:
            self.lay_out()
        self._show_lit()

    def on_focus(self) -> None:
        """The bar is brighter."""
        self.repaint()

    def on_blur(self) -> None:
        """The bar is dimmer."""
        self.repaint()

    def _start(self, item: int) -> int:
        """The first line of an item, 0 in a hidden list."""
        self._lay_out_up_to(item)
        return self._starts[item] if item < len(self._starts) else 0

    def _item_at(self, line: int) -> int:
        """The item on a line, or the nearest there is."""
        self._reach(line)
        return min(max(bisect_right(self._starts, line) - 1, 0), max(len(self.items) - 1, 0))

    def _reach(self, line: int) -> bool:
        """Lay items out until one stands on a line; whether one does."""
        while self._laid_width and line >= self._starts[-1] and len(self._blocks) < len(self.items):
            self._lay_out_up_to(len(self._blocks) + AHEAD)
        return line < self._starts[-1]

    def lay_out(self) -> None:
        """Work out the lines of the items in view; of a hidden list when it comes into view."""
        if not self.in_view:
            self._laid_width = 0
            return
        self._laid_width = self.text_width
        self._starts = [0]
        self._blocks = []
        if self.items:
            self._reach(AHEAD * self.text_height)
        else:
            self._add(self.empty_rows(max(self.text_width - 1, 1)))
            self.virtual_size = Size(self.text_width, self._starts[-1])
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.repaint()

    def _lay_out_up_to(self, item: int) -> None:
        """Work out the lines of the items before one, and guess how many the others will take.

        What is not in view may never be: a list of hits is another one with the next letter.
        """
        done = len(self._blocks)
        if not self._laid_width or not done < min(item, len(self.items)):
            return
        width = max(self._laid_width - 1, 1)
        for one in self.items[done:item]:
            self._add(self.rows_of(one, width))
        laid, lines = len(self._blocks), self._starts[-1]
        whole = lines + round(lines / laid * (len(self.items) - laid))
        self.virtual_size = Size(self._laid_width, whole)

    def _add(self, rows: tuple[Row, ...]) -> None:
        """The next item takes these lines."""
        self._blocks.append(rows)
        self._starts.append(self._starts[-1] + len(rows))

    def empty_rows(self, width: int) -> tuple[Row, ...]:
        """What is said where there are no items."""
        return said(self.empty_text, width)

    def _show_lit(self) -> None:
        """Scroll just so far that the lit item is in view, its first line above all."""
        if not self.items or not self._laid_width:
            return
        start, end = self._start(self.lit), self._start(self.lit + 1)
        top = self.scroll_offset.y
        top = max(top, end - self.text_height)
        self._scroll_to_row(min(top, start))

    def _scroll_to_row(self, row: int) -> None:
        """Show this line first."""
        self.scroll_to(y=row, animate=False, force=True)


def said(text: str, width: int) -> tuple[Row, ...]:
    """A message of the program's, its paragraphs apart."""
    rows: list[Row] = [()]
    for part in text.split("\n"):
        rows += [(Run(part[s.start : s.end].strip(), ("meta",)),) for s in wrap(part, width - 1)]
    return tuple(rows)
