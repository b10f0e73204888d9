"""All keys and what can be searched, in as many columns as there is room for; typing filters."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, Static

from tui import help_text, keys
from tui.keyed import keyed
from tui.language.i18n import _
from tui.terminal.signs import sign
from tui.text.render import Row, Run
from tui.widgets.painted import Painted
from tui.widgets.search_box import SearchBox

WHEEL = 3
"""Lines for a notch of the wheel."""


class HelpText(Painted):
    """The lines of the help that fit what is typed."""

    def __init__(self, here: frozenset[str]) -> None:
        """`here` names the actions that answer where the keyboard was."""
        super().__init__(id="help-text")
        self._here = here
        self._blocks: list[help_text.Block] = []
        self._rows: list[Row] = []
        self._typed = ""

    def on_mount(self) -> None:
        """The keys of this app."""
        self._blocks = help_text.blocks(keyed(self).keymap, self._here)

    def on_resize(self) -> None:
        """More columns, or fewer."""
        self.show(self._typed)

    def show(self, typed: str) -> None:
        """What has these words."""
        self._typed = typed
        found = help_text.filtered(self._blocks, typed)
        rows = help_text.laid_out(found, self.text_width) if found else []
        self._rows = rows or [(Run(_("Nothing of this kind."), ("meta",)),)]
        self.virtual_size = Size(self.text_width, len(self._rows))
        self.scroll_to(y=0, animate=False, force=True)
        self.repaint()

    def draw_line(self, y: int) -> Strip:
        """A line of all columns."""
        line = y + self.scroll_offset.y
        return self.strip(y, self._rows[line] if line < len(self._rows) else ())

    def step(self, lines: int) -> None:
        """Scroll."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Further."""
        event.stop()
        event.prevent_default()
        self.step(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Back."""
        event.stop()
        event.prevent_default()
        self.step(-WHEEL)


class HelpScreen(ModalScreen[None]):
    """A page over the reader."""

    CSS_PATH = "help.tcss"
    BINDINGS = keys.bindings("page")

    def __init__(self, here: frozenset[str]) -> None:
        """`here` names the actions that answer where the keyboard is."""
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """A filter, then everything that fits it."""
        with Vertical(id="help") as page:
            page.border_title = _("keys and search")
            close = keyed(self).keymap.told("page.close", _("{key} closes"))
            page.border_subtitle = close
            with Horizontal(classes="boxline"):
                yield Static(sign("prompt"), classes="prompt")
                yield SearchBox(_("type what you look for"))
            yield HelpText(self._here)

    def on_mount(self) -> None:
        """One types at once."""
        self.query_one(SearchBox).focus()

    @property
    def _text(self) -> HelpText:
        return self.query_one(HelpText)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._text.show(event.value)

    @on(SearchBox.Step)
    def _step(self, event: SearchBox.Step) -> None:
        """Lines by the arrows, pages by their keys."""
        event.stop()
        lines = max(self._text.text_height - 2, 1) if "page" in event.action else 1
        self._text.step(lines if event.action.endswith("down") else -lines)

    @on(SearchBox.Left)
    @on(SearchBox.OpenFirst)
    def _leave(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        """Back to the reader."""
        self.dismiss()
