"""Keys: the table of actions, what presets and users make of it, and what is typed."""

from typing import TYPE_CHECKING

from tui.keys.action import SCOPES, Action, Scope
from tui.keys.keymap import Keymap, groups
from tui.keys.names import shown
from tui.keys.table import ACTIONS, BY_NAME

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = [
    "ACTIONS",
    "BY_NAME",
    "SCOPES",
    "Action",
    "Keymap",
    "Scope",
    "bindings",
    "groups",
    "names",
    "shown",
]


def names(scope: Scope, *but: str) -> frozenset[str]:
    """The full names of the actions of a scope, but for those of some ids."""
    return frozenset(a.name for a in ACTIONS if a.scope == scope and a.id not in but)


def bindings(scope: Scope) -> "list[BindingType]":
    """What one scope answers to, for a class's BINDINGS.

    The key of each is the action's full name: which real keys mean it, the app's keymap says
    (`tui.keyed`), so that every class is the same whatever the user has configured.
    """
    from textual.binding import Binding

    return [
        Binding(action.name, action.id, action.help, show=False, priority=action.priority)
        for action in ACTIONS
        if action.scope == scope
    ]
