"""The card of a name: what the library knows of it, over the article that names it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from corpus.types import EntityId
from index.told import Quotation
from index.types import Companion
from tui import keys
from tui.history import Place
from tui.keyed import keyed
from tui.known import Known
from tui.language.i18n import _
from tui.text.wrap import inert
from tui.widgets.block_list import BlockList
from tui.widgets.card_list import CardList, Form, Narrowing

SIDE = 120
"""From so many columns on the card stands beside the name."""
WIDEST = 72
"""Cells of the card at most."""
SIDE_LEAST = 50
"""With so many columns beside the article the card covers nothing of it."""
SHORT, NARROW = 18, 60
"""Under so many rows or columns the card takes the whole screen."""
FRAME, PADDING = 2, 2
"""Cells of both sides together."""

Aim = Literal["narrow", "next", "previous", "entity", "quotes"]


@dataclass(frozen=True, slots=True)
class Left:
    """What the card was left for: `to` a place, to what is known of the name, or to search for
    `clause`."""

    known: Known
    to: Aim | Place
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a name stands on the screen, and what room there is beside its article."""

    x: int
    y: int
    width: int
    beside: int
    """Columns right of the article."""


class Card(ModalScreen[Left]):
    """One name; companions have cards of their own, from which one comes back."""

    BINDINGS = [*keys.bindings("page"), *keys.bindings("card")]  # noqa: RUF012
    CSS_PATH = "card.tcss"

    def __init__(
        self,
        known: Known,
        *,
        where: Callable[[], Cell | None],
        is_narrowed: Callable[[str], bool],
        look_up: Callable[[EntityId], None],
        copy: Callable[[Place | None], None],
    ) -> None:
        """`where` is the name that must stay in view; `is_narrowed` says whether a clause is in
        the search; what is looked up by `look_up` comes back through `show`; `copy` takes the
        passage that is lit, None for what is none."""
        super().__init__()
        self._known = [known]
        self._where = where
        self._is_narrowed = is_narrowed
        self._look_up = look_up
        self._copy = copy

    def compose(self) -> ComposeResult:
        """A list in a frame."""
        with Container(id="card"):
            yield CardList(id="card-list")

    def on_mount(self) -> None:
        """What is known."""
        self._show()

    def on_resize(self) -> None:
        """Somewhere else, perhaps."""
        self._place()

    def show(self, known: Known) -> None:
        """Another name."""
        if self._known[-1].entity.id != known.entity.id:
            self._known.append(known)
            self._show()

    def complete(self, known: Known) -> None:
        """More of the name in front; the lit item stays lit."""
        if self._known[-1].entity.id == known.entity.id:
            self._known[-1] = known
            if self.query(CardList):
                self._show(keep=True)

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss()

    def action_card_close(self) -> None:
        """Back to the article."""
        self.dismiss()

    def action_card_back(self) -> None:
        """To the name before, or back to the article."""
        if len(self._known) == 1:
            self.dismiss()
            return
        self._known.pop()
        self._show()

    def action_card_next(self) -> None:
        """To where the name stands next."""
        self._leave("next")

    def action_card_previous(self) -> None:
        """To where the name stands before."""
        self._leave("previous")

    def action_card_entity(self) -> None:
        """To the name among all names."""
        self._leave("entity")

    def action_card_quotes(self) -> None:
        """To all that it says."""
        self._leave("quotes")

    def action_card_copy(self) -> None:
        """The lit quotation with its source."""
        self._copy(self.query_one(CardList).passage)

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Do what the item stands for."""
        event.stop()
        item = self.query_one(CardList).items[event.index]
        if isinstance(item, Narrowing):
            self._leave("narrow", item.clause)
        elif isinstance(item, Form):
            self._leave("narrow", f'="{item.text}"')
        elif isinstance(item, Companion):
            self._look_up(item.entity.id)
        elif isinstance(item, Quotation):
            self._leave(Place(item.info.id, item.paragraph, item.span.start, marks=(item.span,)))

    def _leave(self, to: Aim | Place, clause: str = "") -> None:
        self.dismiss(Left(self._known[-1], to, clause))

    def _show(self, *, keep: bool = False) -> None:
        """The last name that was looked up."""
        known = self._known[-1]
        box = self.query_one("#card")
        box.border_title = Content(inert(known.entity.name))
        box.border_subtitle = Content(self._keys())
        narrowed = self._is_narrowed(known.clause)
        self.query_one(CardList).show_known(known, narrowed=narrowed, keep=keep)
        self._place()

    def _keys(self) -> str:
        """What can be done here; how to leave comes first, for on a small screen the end is cut."""
        keymap = keyed(self).keymap
        names = ("card.card_next", "card.card_entity", "card.card_quotes")
        told = [
            f"{keymap.key(name)} {_(keys.BY_NAME[name].short)}"
            for name in ("page.close", "list.choose", *names)
            if keymap.key(name)
        ]
        return "  ".join(told)

    def _place(self) -> None:
        """Where the name is not."""
        width, height = self.size
        cell = self._where()
        box = self.query_one("#card").styles
        sides = ("-left", "-top", "-bottom")
        side, columns, rows = "", min(WIDEST, width // 2), height
        if cell is not None and cell.beside >= SIDE_LEAST:
            columns = min(WIDEST, cell.beside)
        if height < SHORT or width < NARROW:
            cell, columns = None, width
        if cell is None:
            columns = min(WIDEST, width) if columns != width else width
        elif width >= SIDE:
            side = "" if cell.x + cell.width <= width - columns else "-left"
        else:
            columns = min(WIDEST, width)
            below = height - cell.y - 1
            side, rows = ("-bottom", below) if below >= cell.y else ("-top", cell.y)
        for name in sides:
            self.set_class(name == side, name)
        wanted = self.query_one(CardList).lines_for(columns - FRAME - PADDING) + FRAME
        box.width, box.height = columns, min(wanted, rows) if cell is not None else rows
