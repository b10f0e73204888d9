"""A few things to choose from, over everything else: one of them, or several."""

from collections.abc import Hashable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import keys
from tui.keyed import keyed
from tui.language.i18n import _
from tui.terminal.signs import sign
from tui.text.render import Row, Run
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList

MOST = 16
"""Lines at most; more scroll."""
FRAME = 2
"""Lines of the frame."""


class ChoiceList(BlockList[str]):
    """One line each; with `several`, a sign says which are chosen."""

    BINDINGS = keys.bindings("choice")

    def __init__(self, *, id: str, several: bool) -> None:  # noqa: A002  (Textual's name)
        """None chosen."""
        super().__init__(id=id)
        self.several = several
        self.chosen: set[int] = set()

    def action_pick(self) -> None:
        """The lit one too, or no longer."""
        if self.several:
            self.chosen ^= {self.lit}
            self.lay_out()
            self.action_down()

    def key_of(self, item: str) -> Hashable:
        """Its words."""
        return item

    def rows_of(self, item: str, width: int) -> tuple[Row, ...]:
        """One line."""
        if not self.several:
            return ((Run(fit(item, width), ("body",)),),)
        chosen = self.items.index(item) in self.chosen
        mark = sign("chosen") if chosen else sign("unchosen")
        return ((Run(fit(f"{mark} {item}", width), ("body",)),),)


class Choice(ModalScreen[tuple[int, ...] | None]):
    """Answers with the places of what was chosen, None where the user thought better of it."""

    BINDINGS = keys.bindings("page")

    def __init__(self, title: str, items: Sequence[str], *, several: bool = False) -> None:
        """`items` are different from each other. Of `several` each is chosen by its own key;
        Enter answers, with the lit one where none was."""
        super().__init__()
        self._title, self._items, self._several = title, items, several

    def compose(self) -> ComposeResult:
        """A frame as high as what is in it."""
        with Vertical(classes="choice") as frame:
            frame.border_title = self._title
            keymap = keyed(self).keymap
            hints = (
                keymap.told("choice.pick", _("{key} chooses")),
                keymap.told("list.choose", _("{key} done")),
            )
            frame.border_subtitle = ", ".join(filter(None, hints)) if self._several else ""
            frame.styles.height = min(len(self._items), MOST) + FRAME
            yield ChoiceList(id="choices", several=self._several)

    def on_mount(self) -> None:
        """The first one is lit."""
        self._list.show(self._items)
        self._list.focus()

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def action_close(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)

    @on(BlockList.Chosen)
    def _take(self, event: BlockList.Chosen) -> None:
        self.dismiss(tuple(sorted(self._list.chosen)) or (event.index,))
