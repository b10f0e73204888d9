"""The bottom line: the most useful keys here, as many as fit, never one cut off.

While a chord or a number is being typed it shows that instead, with the keys that go on from it.
"""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui import keys
from tui.keyed import keyed
from tui.keys.table_selection import OFFERED
from tui.language.i18n import _

APART = 2
"""Cells between two keys."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key with what it does."""

    key: str
    """As a person reads it."""
    words: str
    action: str
    """The action's full name."""

    @property
    def width(self) -> int:
        """Cells."""
        return cell_len(f"{self.key} {self.words}")


class KeyLine(Widget):
    """The keys that answer now; a click does what the key does."""

    def __init__(self) -> None:
        """Empty until something has the keyboard."""
        super().__init__(id="keys")
        self._shown: tuple[str, tuple[Hint, ...]] = ("", ())

    def on_mount(self) -> None:
        """Follow the keyboard."""
        self.watch(self.screen, "focused", self.tell)

    def tell(self) -> None:
        """Other keys may answer now, or other keys may have been typed; draw only what changed."""
        app = keyed(self)
        typed = app.keyboard.pending
        now = (typed, tuple(self._continuing() if typed else self._useful()))
        if now != self._shown:
            self._shown = now
            self.refresh()

    def render(self) -> RenderResult:
        """What was typed, and the keys that fit."""
        typed, hints = self._fitting()
        content = Content.assemble(" ", (f"{typed} …{' ' * APART}" if typed else "", "bold"))
        for hint in hints:
            words = (f" {hint.words}{' ' * APART}", "$quiet")
            content = Content.assemble(content, (hint.key, "bold $accent"), words)
        return content

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does, where the keyboard is."""
        typed, hints = self._fitting()
        at = _start(typed)
        for hint in hints:
            if at <= event.x < at + hint.width:
                self.app.simulate_key(hint.action)
                return
            at += hint.width + APART

    def _useful(self) -> list[Hint]:
        """The keys to be shown where the keyboard is; of a selection what can be done with it."""
        app = keyed(self)
        answering = frozenset().union(*app.levels())
        if "selection.drop" in answering:
            shown = ((app.keymap.key(name), keys.BY_NAME[name]) for name in OFFERED)
            return [_hint(key, action) for key, action in shown if key]
        found = app.keymap.footer(answering, typed=app.typing)
        idle = app.all_idle()
        return [_hint(keys.shown(key), action) for action, key in found if action.name not in idle]

    def _continuing(self) -> list[Hint]:
        """The keys that go on from what is typed."""
        app = keyed(self)
        found = app.keyboard.continuations(app.levels())
        actions = [(key, keys.BY_NAME[name]) for key, name in found]
        return [_hint(key, action) for key, action in actions]

    def _fitting(self) -> tuple[str, list[Hint]]:
        """What was typed, and as many keys as fit, from the first on."""
        typed, hints = self._shown
        room = self.size.width - _start(typed)
        fitting = []
        for hint in hints:
            room -= hint.width
            if room < 0:
                break
            room -= APART
            fitting.append(hint)
        return typed, fitting


def _hint(key: str, action: keys.Action) -> Hint:
    """A key as a person reads it, with what it does in a word or two."""
    return Hint(key, _(action.short or action.help), action.name)


def _start(typed: str) -> int:
    """Where the first key stands."""
    return 1 + (cell_len(typed) + 2 + APART if typed else 0)
