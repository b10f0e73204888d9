"""What must hold for the table of actions and for each preset."""

import importlib
import pkgutil
from collections.abc import Iterator
from itertools import combinations

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import tui.screens
import tui.widgets
from tui import keys
from tui.app import RecoupeApp
from tui.keys.action import Scope
from tui.keys.keymap import FARNESS, TOGETHER, WRITING, Keymap, clash, nearness, of_preset
from tui.keys.names import canonical, is_written
from tui.keys.possible import why_not
from tui.keys.presets import PRESET_NAMES, PRESETS, Preset
from tui.widgets.article_view import ArticleView

TAKEN = ("ctrl+a", "ctrl+b", "ctrl+j", "ctrl+o", "ctrl+q", "ctrl+s")
"""By tmux, screen, zellij, and terminals for flow control and line editing."""

CUSTOMARY = {"vim": {"ctrl+b", "ctrl+o"}, "emacs": {"ctrl+a", "ctrl+b"}}
"""What a preset uses all the same, because everybody's fingers do; docs/keys.md says so."""


def keymaps() -> list[tuple[Preset, Keymap]]:
    """Every preset."""
    return [(preset, of_preset(preset)) for preset in PRESET_NAMES]


def holders() -> dict[str, list[type[DOMNode]]]:
    """The classes that say that they answer to a scope's actions, always or for a while."""
    found: dict[str, list[type[DOMNode]]] = {"app": [RecoupeApp], "selection": [ArticleView]}
    for package in (tui.widgets, tui.screens):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if not (isinstance(kind, type) and issubclass(kind, DOMNode)):
                    continue
                bindings = [b for b in vars(kind).get("BINDINGS", ()) if isinstance(b, Binding)]
                for scope in {b.key.partition(".")[0] for b in bindings if b.key in keys.BY_NAME}:
                    found.setdefault(scope, []).append(kind)
    return found


def test_every_action_is_done_by_its_scope() -> None:
    """No key leads nowhere."""
    answering = holders()
    # A mixin that declares the bindings need not have the methods; what is made of it must.
    missing = [
        action.name
        for action in keys.ACTIONS
        if not any(
            hasattr(heir, f"action_{action.id}")
            for kind in answering.get(action.scope, [])
            for heir in (kind, *_heirs(kind))
        )
    ]
    assert missing == []


def _heirs(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for heir in kind.__subclasses__():
        yield heir
        yield from _heirs(heir)


def test_names_are_unique() -> None:
    """The configuration names one action by one name."""
    assert len(keys.BY_NAME) == len(keys.ACTIONS)


def test_footer_actions_have_a_word() -> None:
    """The bottom line has no room for sentences, and none for nothing."""
    assert [a.name for a in keys.ACTIONS if a.footer is not None and not a.short] == []


@pytest.mark.parametrize("preset", PRESET_NAMES)
def test_presets_name_actions_that_are_there(preset: Preset) -> None:
    """An action that was renamed takes its presets along."""
    assert [name for name in PRESETS[preset] if name not in keys.BY_NAME] == []


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_every_key_can_be_sent(preset: Preset, keymap: Keymap) -> None:
    """No key of ours is one that terminals send as another."""
    every = [key for action in keys.ACTIONS for key in keymap.keys(action.name)]
    assert {key: why_not(key) for key in every if why_not(key)} == {}


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_keys_of_tmux_and_terminals_are_left_alone(preset: Preset, keymap: Keymap) -> None:
    """What tmux, screen or flow control takes never arrives: it is never an action's only key."""
    first = {k for action in keys.ACTIONS for key in keymap.keys(action.name) for k in key.split()}
    assert first & set(TAKEN) <= CUSTOMARY.get(preset, set())
    for action in keys.ACTIONS:
        assert not set(keymap.keys(action.name)) <= set(TAKEN), action.name


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_no_action_is_without_a_key(preset: Preset, keymap: Keymap) -> None:
    """Everything can be reached in every preset."""
    assert [action.name for action in keys.ACTIONS if not keymap.keys(action.name)] == []


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_no_key_does_two_things_in_one_place(preset: Preset, keymap: Keymap) -> None:
    """A key answers the same way each time, and no key begins a chord of its own scope."""
    clashing = [
        (one.name, key, other.name, theirs)
        for one, other in combinations(keys.ACTIONS, 2)
        if nearness(one.scope, other.scope) == 0
        for key in keymap.keys(one.name)
        for theirs in keymap.keys(other.name)
        if clash(key, theirs)
    ]
    assert clashing == []


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_a_key_is_never_kept_waiting_by_a_farther_chord(preset: Preset, keymap: Keymap) -> None:
    """Where scopes answer together, none's chord begins with another's key."""
    clashing = [
        (one.name, key, other.name, theirs)
        for one, other in combinations(keys.ACTIONS, 2)
        if nearness(one.scope, other.scope) is not None
        for key in keymap.keys(one.name)
        for theirs in keymap.keys(other.name)
        if clash(key, theirs) and canonical(key) != canonical(theirs)
    ]
    assert clashing == []


ALWAYS = (
    "app.", "list.", "page.", "reader.view_", "reader.pane_", "reader.next_pane",
    "reader.previous_pane", "reader.leave_pane", "reader.back", "reader.quit_reader", "reader.zoom",
)  # fmt: skip
"""Beginnings of what must have a key wherever one is, so that nobody is ever stuck. The rest a view
may hide where its own letters are for its own things; the palette has it all."""

UNLESS: set[tuple[Scope, str]] = {
    # The arrows go along the bars: Enter opens and stays.
    ("timeline", "list.peek"),
    # Escape leaves the box first, then the pane; a page or a view of its own closes.
    ("box", "reader.leave_pane"),
    ("find", "reader.leave_pane"),
    ("box", "page.close"),
}
"""On purpose."""


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_nobody_is_stuck(preset: Preset, keymap: Keymap) -> None:
    """A nearer scope may take a key of a farther one, but not the last of what moves one about."""
    hidden = set()
    for scopes in TOGETHER:
        for mine, theirs in combinations(scopes, 2):
            taken = {canonical(k) for a in of(mine) for k in keymap.keys(a.name)}
            if mine == "selection":
                continue  # Escape leads out of it at once, in every preset.
            for action in of(theirs):
                keys_of = {canonical(key) for key in keymap.keys(action.name)}
                if action.name.startswith(ALWAYS) and keys_of <= taken:
                    hidden.add((mine, action.name))
    assert hidden <= UNLESS
    assert "escape" in keymap.keys("selection.drop")


def of(scope: Scope) -> list[keys.Action]:
    """The actions of a scope."""
    return [action for action in keys.ACTIONS if action.scope == scope]


@pytest.mark.parametrize("scopes", TOGETHER)
def test_scopes_are_listed_from_the_keyboard_outwards(scopes: tuple[Scope, ...]) -> None:
    """One order, said twice."""
    far = [FARNESS.get(scope, 0) for scope in scopes]
    assert far == sorted(far)


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_letters_are_not_bound_in_the_box(preset: Preset, keymap: Keymap) -> None:
    """They are typed there."""
    actions = [action for scope in WRITING for action in of(scope)]
    assert not any(is_written(key) for action in actions for key in keymap.keys(action.name))


@pytest.mark.parametrize(("preset", "keymap"), keymaps(), ids=PRESET_NAMES)
def test_the_footer_shows_a_key_once(preset: Preset, keymap: Keymap) -> None:
    """Nearer to the keyboard wins."""
    names = [a.name for scope in ("list", "reader", "app") for a in of(scope)]
    shown = [canonical(key) for _, key in keymap.footer(names)]
    assert len(shown) == len(set(shown)) and shown[0] == "enter"


def test_the_footer_of_the_box_shows_no_letters() -> None:
    """They would be written into the box."""
    names = [a.name for scope in ("box", "reader", "app") for a in of(scope)]
    found = of_preset().footer({*names, "backspace", "enter"}, typed=True)
    assert "backspace" not in [key for _, key in found] and found[0][1] == "enter"
    assert not any(is_written(key) for _, key in found)
    assert ("help", "f1") in [(action.id, key) for action, key in found]
