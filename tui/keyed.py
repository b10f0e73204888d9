"""An app whose keys are the table's, as the user has configured them.

Textual's own keymap cannot unbind, knows no chords and works everything out anew at each key. So
keys are turned into the names of actions before Textual sees them; from there on they are
Textual's: they go to what has the keyboard and outwards, in order with what is typed before them.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from itertools import chain
from typing import cast

from textual import events
from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen

from tui.keys import BY_NAME, Keymap, Scope, bindings
from tui.keys.keyboard import Keyboard
from tui.terminal import alt_keys

PATIENCE = 0.5
"""Seconds after which a key looks whether the one before it can still come back."""
LOOKS = 10
"""How often it looks before it goes on anyway."""

Runner = Callable[[], Awaitable[bool]]
"""Does an action when it is called."""


class KeyDone(Message):
    """What had the keyboard, and all around it, has heard what a key set off."""


class KeyedApp(App[int], inherit_bindings=False):
    """The part of the app that takes keys."""

    def __init__(self, keymap: Keymap) -> None:
        """The keys that count from now on."""
        super().__init__()
        alt_keys.know_them()
        self.keyboard = Keyboard(keymap)
        self._under_way = 0
        """Keys sent to what has the keyboard of which it is not known that they have acted."""
        self._taken = 0
        """How many keys have been sent."""
        self._has_it: DOMNode = self
        """What had the keyboard when the last one was."""
        self._ahead: deque[events.Key] = deque()
        """Keys typed since, in order."""

    @property
    def keymap(self) -> Keymap:
        """Which key does what."""
        return self.keyboard.keymap

    async def on_event(self, event: events.Event) -> None:
        """Keys that mean an action become it; those that begin something longer wait.

        Over a slow line several keys come at once. A key acts where the one before has led, so it
        waits until that has come back from what had the keyboard, which does its action, and
        until what the action told the widgets around the keyboard has been heard.
        """
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif event.is_forwarded:
            had = self.focused or self.screen
            await super().on_event(event)
            stays = had.is_attached and had.screen is self.screen
            if not (stays and had.post_message(KeyDone())):
                self.on_key_done()
        elif self._under_way or self._ahead:
            if not self._ahead:
                self._look_again()
            self._ahead.append(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Key) -> None:
        """Send a key, or the action that it means, where it belongs."""
        self._taken += 1
        self._has_it = self.focused or self.screen
        before, typed = self.keyboard.pending, self._is_typed(event)
        press = self.keyboard.press(event.key, self.levels(), typed=typed)
        if self.keyboard.pending != before:
            self.tell_keys()
        if press.name:
            self._under_way = 0 if BY_NAME[press.name].priority else press.times
            for _ in range(press.times):
                await super().on_event(events.Key(press.name, None))
        elif not press.kept:
            # Letters do not come back: they are in order where they are written.
            self._under_way = int(not typed)
            await super().on_event(event)

    def on_key_done(self) -> None:
        """What the action asked for, such as the keyboard, comes before the next key."""
        self._under_way = max(self._under_way - 1, 0)
        self.call_later(self._go_on)

    async def _go_on(self) -> None:
        """The next key that was typed meanwhile."""
        while self._ahead and not self._under_way:
            await self._take(self._ahead.popleft())

    def _look_again(self, looks: int = 0) -> None:
        """In a while, see to the keys that wait."""
        self.set_timer(PATIENCE, partial(self._go_on_anyway, self._taken, looks))

    async def _go_on_anyway(self, taken: int, looks: int) -> None:
        """Wait no longer for a key that cannot come back: what had the keyboard is gone, or lies
        behind a page that the key has opened. On a busy machine one may be long under way."""
        looks = looks + 1 if taken == self._taken else 0
        waits = self._has_it.is_attached and self._has_it.screen is self.screen
        if looks and (looks == LOOKS or not waits):
            self._under_way = 0
            await self._go_on()
        if self._ahead:
            self._look_again(looks)

    def levels(self) -> list[frozenset[str]]:
        """What answers now, from the keyboard outwards: names of actions, other widgets' keys."""
        return [names_of(node) for node in answering(self.screen)]

    def all_idle(self) -> frozenset[str]:
        """What answers now and can do nothing."""
        return frozenset[str]().union(*map(idle_of, answering(self.screen)))

    def tell_keys(self) -> None:
        """A chord or a number has begun, gone on or ended: say so where keys are shown."""

    def runners(self, screen: Screen[object]) -> dict[str, Runner]:
        """What does each action on a screen, by full names: what is nearest to its keyboard, else
        anything in view on it."""
        in_view = (node for node in screen.query("*") if node.can_focus and node.display)
        found: dict[str, Runner] = {}
        for node in chain(answering(screen), in_view):
            for name in names_of(node) - idle_of(node):
                if name in BY_NAME and name not in found:
                    found[name] = partial(self.run_action, BY_NAME[name].id, node)
        return found

    @property
    def typing(self) -> bool:
        """Whether letters are written where the keyboard is."""
        return self.focused is not None and self.focused.check_consume_key("x", "x")

    def _is_typed(self, event: events.Key) -> bool:
        """Whether what has the keyboard would write this down; alt and ctrl are not for writing."""
        focused = self.focused
        if focused is None or event.key.startswith(("alt+", "ctrl+")):
            return False
        return focused.check_consume_key(event.key, event.character)


def answering(screen: Screen[object]) -> Iterator[DOMNode]:
    """The nodes that get a screen's keys; nothing behind a page that lies over the rest."""
    focused = screen.focused
    for node in focused.ancestors_with_self if focused is not None else [screen, screen.app]:
        yield node
        if node.is_modal:
            return


def keyed(node: DOMNode) -> KeyedApp:
    """The app that a node is in."""
    return cast(KeyedApp, node.app)


def answer_also(node: DOMNode, scope: Scope, also: bool) -> None:
    """Have a node answer to one scope more for a while, or no longer."""
    answering = node._bindings.key_to_bindings
    for name, found in BindingsMap(bindings(scope)).key_to_bindings.items():
        if also:
            answering[name] = found
        else:
            answering.pop(name, None)


def names_of(node: DOMNode) -> frozenset[str]:
    """What a node answers to; Textual has no public name for it that is as quick."""
    return frozenset(node._bindings.key_to_bindings)


def idle_of(node: DOMNode) -> frozenset[str]:
    """What a node answers to and cannot do now, as a list without items: it says so in `idle`."""
    idle: frozenset[str] = getattr(node, "idle", frozenset())
    return idle
