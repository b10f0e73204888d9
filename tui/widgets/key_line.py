"""The bottom line: the most useful keys here, as many as fit, never one cut off."""

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui import keys
from tui.keys import Action, Scope

APART = 2
"""Cells between two keys."""


class KeyLine(Widget):
    """Keys of the scopes that answer now; a click does what the key does."""

    def __init__(self) -> None:
        """Empty until told where the keyboard is."""
        super().__init__(id="keys")
        self._scopes: tuple[Scope, ...] = ()

    def tell(self, *scopes: Scope) -> None:
        """Which scopes answer, the nearest to the keyboard first."""
        if scopes != self._scopes:
            self._scopes = scopes
            self.refresh()

    def render(self) -> RenderResult:
        """The keys that fit."""
        content = Content(" ")
        for action in self._fitting():
            look = "bold $accent"
            gap = " " * APART
            words = (f" {action.short}{gap}", "$quiet")
            content = Content.assemble(content, (keys.shown(action.keys[0]), look), words)
        return content

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does, where the keyboard is."""
        at = 1
        for action in self._fitting():
            width = _width(action)
            if at <= event.x < at + width:
                self.app.simulate_key(action.keys[0])
                return
            at += width + APART

    def _fitting(self) -> list[Action]:
        """As many of the actions as fit, from the most useful on."""
        room = self.size.width - 1
        fitting = []
        for action in keys.footer(*self._scopes):
            room -= _width(action)
            if room < 0:
                break
            room -= APART
            fitting.append(action)
        return fitting


def _width(action: Action) -> int:
    """The cells that a key and its word take."""
    return cell_len(f"{keys.shown(action.keys[0])} {action.short}")
