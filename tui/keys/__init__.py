"""Keys: the table of actions, and what is made of it."""

from textual.binding import Binding, BindingType

from tui.keys.action import SCOPES, Action, Scope
from tui.keys.names import key_name, shown
from tui.keys.table import ACTIONS

__all__ = ["ACTIONS", "SCOPES", "Action", "Scope", "bindings", "footer", "groups", "shown"]


def bindings(scope: Scope) -> list[BindingType]:
    """The bindings of one scope, for a class's BINDINGS."""
    return [
        Binding(
            ",".join(key_name(key) for key in action.keys if " " not in key),
            action.id,
            action.help,
            show=False,
            priority=action.priority,
            id=action.name,
        )
        for action in ACTIONS
        if action.scope == scope
    ]


def footer(*scopes: Scope) -> list[Action]:
    """The footer's actions where these scopes answer, the most useful first.

    An earlier scope stands nearer to the focus: it hides a later one's action on the same key.
    """
    taken: set[str] = set()
    actions: list[Action] = []
    for scope in scopes:
        mine = [action for action in ACTIONS if action.scope == scope]
        actions += [a for a in mine if a.footer is not None and a.keys[0] not in taken]
        taken.update(key for action in mine for key in action.keys)
    return sorted(actions, key=lambda action: action.footer or 0)


def groups() -> dict[str, list[Action]]:
    """All actions by group, in the table's order."""
    found: dict[str, list[Action]] = {}
    for action in ACTIONS:
        found.setdefault(action.group, []).append(action)
    return found
