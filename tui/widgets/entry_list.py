"""A list of things that have a name, an origin and some text, and lead to a place."""

from collections.abc import Hashable
from dataclasses import dataclass

from textual import on

from tui.history import Place
from tui.messages import Go
from tui.text.render import Mark, Role, Row, Run, excerpt
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import heading_rows


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: `key` makes it the same one in a newer list.

    `name` and `origin` share the first line where it is wide enough; `text`, which stands at
    `start` in its article, is shown in at most `height` lines, those with most marks. An item
    without a place leads nowhere.
    """

    key: Hashable
    name: str
    origin: str = ""
    text: str = ""
    start: int = 0
    marks: tuple[Mark, ...] = ()
    height: int = 2
    place: Place | None = None
    role: Role = "name"


class EntryList(BlockList[Entry]):
    """Entries; choosing one goes to its place."""

    def key_of(self, item: Entry) -> Hashable:
        """Its own."""
        return item.key

    def cited(self, item: Entry) -> Place | None:
        """The paragraph that it leads to, unless it is itself no part of the article's text."""
        return item.place if item.role != "folded" else None

    def rows_of(self, item: Entry, width: int) -> tuple[Row, ...]:
        """Name and origin, then the text, set in by a cell."""
        rows: tuple[Row, ...] = ((Run(fit(item.name, width), (item.role,)),),)
        if item.origin:
            rows = heading_rows(item.name, item.origin, width)
        if not item.text:
            return rows
        text = excerpt(item.text, item.start, item.marks, width=width - 1, height=item.height)
        return (*rows, *((Run(" "), *row) for row in text), ())

    @on(BlockList.Chosen)
    def _go(self, event: BlockList.Chosen) -> None:
        """To the place of the chosen entry."""
        place = self.items[event.index].place
        if place is not None:
            event.stop()
            self.post_message(Go(place, event.stay))
