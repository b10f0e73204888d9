"""The bottom line: the most useful keys here, as many as fit, never one cut off."""

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget

from tui import keys
from tui.keys import Action, Scope
from tui.keys.names import key_name

APART = 2
"""Cells between two keys."""


class KeyLine(Widget):
    """Keys of the scopes that answer now; a click does what the key does."""

    def __init__(self) -> None:
        """Empty until told where the keyboard is."""
        super().__init__(id="keys")
        self._scopes: tuple[Scope, ...] = ()

    def follow(self, focused: DOMNode | None) -> None:
        """Show the keys of what has the keyboard and of all around it, the nearest first.

        Where a text is typed, letters are letters: only the box's own keys are shown.
        """
        around = focused.ancestors_with_self if focused is not None else ()
        found = (getattr(node, "SCOPE", None) for node in around)
        scopes = (*dict.fromkeys(scope for scope in found if scope),)
        if "box" in scopes:
            scopes = ("box",)
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
                self.app.simulate_key(key_name(action.keys[0]))
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
