"""The one table of actions: bindings, footer, help, palette, configuration and docs all read it.

Defaults keep off Ctrl-B, A, S, Q, J and O, which tmux, screen and terminals take for themselves.
"""

from itertools import chain

from tui.keys import (
    table_article,
    table_compare,
    table_counting,
    table_keeping,
    table_lists,
    table_program,
    table_reader,
    table_reading,
    table_selection,
    table_views,
)
from tui.keys.action import Action

PARTS = (
    table_reader,
    table_lists,
    table_article,
    table_selection,
    table_reading,
    table_views,
    table_counting,
    table_compare,
    table_keeping,
    table_program,
)

ACTIONS: tuple[Action, ...] = tuple(chain.from_iterable(part.ACTIONS for part in PARTS))

BY_NAME: dict[str, Action] = {action.name: action for action in ACTIONS}
"""Each action by what the configuration calls it."""
