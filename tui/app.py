"""The reader as a program: one library, one screen, sane looks, and back to the shell.

The first screen is a threshold, where one can already type; the reader, which is much, is loaded
meanwhile and takes its place.
"""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual import events
from textual.command import Provider
from textual.screen import Screen
from textual.widgets import Input

from tui import keys
from tui.language.i18n import _
from tui.screens.threshold import HEIGHTS, WIDTHS, Threshold
from tui.start import Start
from tui.terminal.app import TerminalApp
from tui.terminal.signs import sign
from tui.text import labels
from tui.widgets.key_line import KeyLine
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tui.screens.reader import Reader

LOOKS = Path(__file__).with_name("looks.tcss")


def _palette() -> type[Provider]:
    """What the command palette lists, loaded when it is first wanted."""
    from tui.palette import Palette

    return Palette


class RecoupeApp(TerminalApp):
    """What every screen shares: quitting, help, palette, theme."""

    BINDINGS = keys.bindings("app")
    CSS_PATH = ["app.tcss", "panes.tcss"]  # noqa: RUF012  (Textual's)
    TITLE = "recoupe"
    COMMANDS = {_palette}  # noqa: RUF012

    def __init__(self, start: Start) -> None:
        """Nothing is opened yet."""
        super().__init__(start.config)
        self._config = start.config
        self._start = start
        self._threshold = Threshold(start)
        self._reader: Reader | None = None
        """None until it has been loaded."""
        self._waiting: list[events.Key] | None = []
        """Keys for the reader that were pressed before it stood; None since."""

    def on_mount(self) -> None:
        """The mouse may be the terminal's from the start; the configuration may be wrong."""
        self.call_after_refresh(self._begin)
        self.mouse_changed()
        if self._config.mistakes:
            from tui.settings.text import told

            self.notify(told(self._config), severity="warning", markup=False, timeout=15)

    async def _begin(self) -> None:
        """The first screen stands: it gets what was typed before it did."""
        while self._waiting and self._is_typed(self._waiting[0]):
            await super().on_event(self._waiting.pop(0))
        self.run_worker(self._load, thread=True, group="reader")

    def _load(self) -> None:
        """In a thread, so that what is typed meanwhile is seen."""
        import tui.screens.reader  # noqa: F401

        self.call_later(self._enter)

    def _enter(self) -> None:
        """The reader takes the threshold's place, with what was typed there."""
        from tui.screens.reader import Reader

        self.stylesheet.add_source(LOOKS.read_text("utf-8"), (str(LOOKS), ""))
        self._reader = reader = Reader(self._start, self._threshold.typed)
        self._fit(reader)
        self.switch_screen(reader)
        reader.call_after_refresh(self.call_later, self._entered)

    async def _entered(self) -> None:
        """The reader stands: it gets the keys that have waited for it."""
        self.mouse_changed()
        waiting, self._waiting = self._waiting, None
        for key in waiting or ():
            await super().on_event(key)
        # All that stays has been made: from now on garbage is collected (`tui.door`).
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Keys; while the tour is in view, escape ends it and does nothing else.

        Before the reader is there, what is typed goes into the box and other keys wait.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._waiting is not None and not self._can_type(event):
                self._waiting.append(event)
                return
            if event.key == "escape" and self._reader is not None and self._reader.end_tour():
                return
        await super().on_event(event)

    def _can_type(self, event: events.Key) -> bool:
        """Whether a key may go into the threshold's box: what comes after one that waits waits."""
        return self._reader is None and not self._waiting and self._is_typed(event)

    def mouse_changed(self) -> None:
        """The top line says when the terminal has it, and how to take it back."""
        words = self.keymap.told("app.mouse", _("mouse: {key}"), _("mouse"))
        for line in self.screen_stack[0].query(StatusLine):
            line.tell(mouse="" if self.mouse else f"{sign('mouse_off')} {words}")

    def save_state(self) -> None:
        """Keep where the reader is; however the program ends, this comes first."""
        if self._reader is not None and self._reader.is_mounted:
            self._reader.save_state()

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, the reader's place kept."""
        self.save_state()
        super().exit(result, return_code, message)

    def get_default_screen(self) -> Screen[None]:
        """What the program begins with."""
        self._fit(self._threshold)
        return self._threshold

    def _fit(self, screen: Screen[None]) -> None:
        """Have a screen in the layout for this terminal from the start."""
        for length, layouts in ((self.size.width, WIDTHS), (self.size.height, HEIGHTS)):
            screen.add_class(next(name for at, name in reversed(layouts) if at <= length))

    def tell_keys(self) -> None:
        """In the bottom line of the screen, if it has one."""
        for line in self.screen.query(KeyLine):
            line.tell()

    def action_command_palette(self) -> None:
        """Everything by name."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            placeholder = _("what to do, or what to search")
            self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def on_command_palette_opened(self) -> None:
        """Its cursor does not blink: nothing is sent while nobody types."""
        for box in self.screen.query(Input):
            box.cursor_blink = False

    def search_themes(self) -> None:
        """All themes by name; Textual's own way speaks English."""
        from textual.command import CommandPalette
        from textual.theme import ThemeProvider

        self.push_screen(CommandPalette([ThemeProvider], placeholder=_("name of a theme")))

    def action_help(self) -> None:
        """All keys."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(frozenset().union(*self.levels())))


def run(start: Start) -> int:
    """Show the reader until the user leaves; the exit status."""
    labels.write_iso_dates(start.config.dates == "iso")
    app = RecoupeApp(start)
    app.run(mouse=start.config.mouse)
    return app.parting()
