"""The reader as a program: one library, one screen, sane looks, and back to the shell."""

from collections.abc import Awaitable, Callable, Iterable

from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.screen import Screen
from textual.types import AnimationLevel

from tui import keys, themes
from tui.keys import Scope
from tui.screens.help import HelpScreen
from tui.screens.reader import Reader
from tui.start import Start


class RecoupeApp(App[int], inherit_bindings=False):
    """What every screen shares: quitting, help, palette, theme."""

    BINDINGS = keys.bindings("app")
    CSS_PATH = ["app.tcss", "panes.tcss"]  # noqa: RUF012  (Textual's)
    SCOPE: Scope = "app"
    TITLE = "recoupe"
    ENABLE_COMMAND_PALETTE = True
    animation_level: AnimationLevel

    def __init__(self, start: Start) -> None:
        """Nothing is opened yet."""
        super().__init__()
        # Calm, and cheap over SSH: nothing moves by itself.
        self.animation_level = "none"
        self._reader = Reader(start)

    def on_mount(self) -> None:
        """The looks, then the screen."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The kinds' colours in a theme that does not know them."""
        return themes.kinds(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The reader lies under everything."""
        return self._reader

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Each action of the table that the focused pane or the screen answers to."""
        kept = ("Theme", "Screenshot")
        yield from (c for c in super().get_system_commands(screen) if c.title in kept)
        for action in keys.ACTIONS:
            if action.scope in ("reader", "app") and action.id != "command_palette":
                shown = ", ".join(keys.shown(key) for key in action.keys)
                node = screen if action.scope == "reader" else self
                yield SystemCommand(action.help, shown, _runner(node, action.id))

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(HelpScreen())


def _runner(node: DOMNode, action: str) -> Callable[[], Awaitable[bool]]:
    """What runs an action of a node."""
    return lambda: node.app.run_action(action, node)


def run(start: Start) -> int:
    """Show the reader until the user leaves; the exit status."""
    app = RecoupeApp(start)
    app.run()
    return app.return_code or 0
