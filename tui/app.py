"""The reader as a program: one library, one screen, sane looks, and back to the shell."""

import gc

from rich.console import RenderableType
from textual import events
from textual.command import Provider
from textual.screen import Screen
from textual.widgets import Input

from tui import keys
from tui.language.i18n import _
from tui.screens.reader import Reader
from tui.start import Start
from tui.terminal.app import TerminalApp
from tui.terminal.signs import sign
from tui.text import labels
from tui.widgets.key_line import KeyLine
from tui.widgets.painted import LOOKS
from tui.widgets.status import StatusLine


def _palette() -> type[Provider]:
    """What the command palette lists, loaded when it is first wanted."""
    from tui.palette import Palette

    return Palette


class RecoupeApp(TerminalApp):
    """What every screen shares: quitting, help, palette, theme."""

    BINDINGS = keys.bindings("app")
    CSS_PATH = ["app.tcss", "panes.tcss"]  # noqa: RUF012  (Textual's)
    COMPONENT_CLASSES = set(LOOKS)  # noqa: RUF012
    TITLE = "recoupe"
    COMMANDS = {_palette}  # noqa: RUF012

    def __init__(self, start: Start) -> None:
        """Nothing is opened yet."""
        super().__init__(start.config)
        self._config = start.config
        self._reader = Reader(start)

    def on_mount(self) -> None:
        """The mouse may be the terminal's from the start; the configuration may be wrong."""
        self.mouse_changed()
        if self._config.mistakes:
            from tui.settings.text import told

            self.notify(told(self._config), severity="warning", markup=False, timeout=15)

    def on_ready(self) -> None:
        """The first screen stands: from now on garbage is collected (`tui.door`)."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Keys; while the tour is in view, escape ends it and does nothing else."""
        if isinstance(event, events.Key) and event.key == "escape" and self._reader.end_tour():
            return
        await super().on_event(event)

    def mouse_changed(self) -> None:
        """The top line says when the terminal has it, and how to take it back."""
        words = _("mouse: {key}").format(key=self.keymap.key("app.mouse"))
        for line in self._reader.query(StatusLine):
            line.tell(mouse="" if self.mouse else f"{sign('mouse_off')} {words}")

    def save_state(self) -> None:
        """Keep where the reader is; however the program ends, this comes first."""
        if self._reader.is_mounted:
            self._reader.save_state()

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, the reader's place kept."""
        self.save_state()
        super().exit(result, return_code, message)

    def get_default_screen(self) -> Screen[None]:
        """The reader lies under everything, from the start in the layout for this terminal."""
        for length, breakpoints in (
            (self.size.width, self._reader.HORIZONTAL_BREAKPOINTS),
            (self.size.height, self._reader.VERTICAL_BREAKPOINTS),
        ):
            self._reader.add_class(next(name for at, name in reversed(breakpoints) if at <= length))
        return self._reader

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
