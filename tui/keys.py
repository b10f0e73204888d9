"""The one table of actions: bindings, footer, help screen and command palette all read it.

Defaults keep off Ctrl-B, A, S, Q, J and O, which tmux, screen and terminals take for themselves.
"""

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Scope = Literal["app", "reader", "box", "list", "article"]
"""Who answers: the whole program, any pane, the search box, a list, the article."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a user can do.

    `id` is also the name of the method that does it. `keys` are Textual's names, the first one
    is shown. `footer` orders the actions in the footer, the smallest first; None keeps it out.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    group: str
    scope: Scope
    short: str = ""
    footer: int | None = None
    priority: bool = False


ACTIONS: tuple[Action, ...] = (
    # Search
    Action("search", ("slash", "s"), "Go to the search box", "Search", "reader", "search", 1),
    Action("open_first", ("enter",), "Open the lit result", "Search", "box", "open", 1),
    Action("list_down", ("down",), "Next result, still typing", "Search", "box", "results", 2),
    Action("list_up", ("up",), "Previous result, still typing", "Search", "box"),
    Action("list_page_down", ("pagedown",), "A page of results down", "Search", "box"),
    Action("list_page_up", ("pageup",), "A page of results up", "Search", "box"),
    Action(
        "leave_box", ("escape",), "Leave the search box for the list", "Search", "box", "list", 3
    ),
    # Lists
    Action("choose", ("enter",), "Open the passage", "Lists", "list", "open", 0),
    Action("down", ("down", "j"), "Next", "Lists", "list"),
    Action("up", ("up", "k"), "Previous", "Lists", "list"),
    Action("page_down", ("pagedown", "space"), "A page down", "Lists", "list"),
    Action("page_up", ("pageup",), "A page up", "Lists", "list"),
    Action("first", ("home", "g"), "First", "Lists", "list"),
    Action("last", ("end", "G"), "Last", "Lists", "list"),
    # Article
    Action("line_down", ("down", "j"), "A line down", "Article", "article"),
    Action("line_up", ("up", "k"), "A line up", "Article", "article"),
    Action("screen_down", ("space", "pagedown"), "A page down", "Article", "article"),
    Action("screen_up", ("pageup",), "A page up", "Article", "article"),
    Action("half_down", ("ctrl+d",), "Half a page down", "Article", "article"),
    Action("half_up", ("ctrl+u",), "Half a page up", "Article", "article"),
    Action("next_paragraph", ("J", "right_curly_bracket"), "Next paragraph", "Article", "article"),
    Action(
        "previous_paragraph",
        ("K", "left_curly_bracket"),
        "Previous paragraph",
        "Article",
        "article",
    ),
    Action("article_start", ("home", "g"), "Beginning of the article", "Article", "article"),
    Action("article_end", ("end", "G"), "End of the article", "Article", "article"),
    Action("next_match", ("n",), "Next matched word", "Article", "reader", "next match", 4),
    Action("previous_match", ("N",), "Previous matched word", "Article", "reader"),
    Action(
        "next_name", ("right_square_bracket",), "Next name", "Article", "reader", "next name", 5
    ),
    Action("previous_name", ("left_square_bracket",), "Previous name", "Article", "reader"),
    Action(
        "folded",
        ("x",),
        "Show or fold the lines taken for debris",
        "Article",
        "reader",
        "folded",
        8,
    ),
    # Moving about
    Action(
        "back",
        ("b", "backspace", "alt+left"),
        "Back to where you were",
        "Moving about",
        "reader",
        "back",
        3,
    ),
    Action("forward", ("f", "alt+right"), "Forward again", "Moving about", "reader"),
    Action("pane_search", ("1",), "Search and results", "Moving about", "reader"),
    Action("pane_article", ("2",), "Article", "Moving about", "reader"),
    Action(
        "pane_related",
        ("3",),
        "Related passages; again: hide them",
        "Moving about",
        "reader",
        "related",
        2,
    ),
    Action("next_pane", ("tab",), "Next pane", "Moving about", "reader", "pane", 9),
    Action("previous_pane", ("shift+tab",), "Previous pane", "Moving about", "reader"),
    Action("leave_pane", ("escape",), "To the pane before this one", "Moving about", "reader"),
    # Program
    Action("help", ("question_mark", "f1"), "This list of keys", "Program", "app", "keys", 6),
    Action("problems", ("p",), "Files that could not be read", "Program", "reader", "problems", 10),
    Action("update", ("R",), "Read the folder again", "Program", "reader"),
    Action(
        "watch", ("W",), "Follow the folder: read what changes; again: stop", "Program", "reader"
    ),
    Action("stop_update", ("ctrl+g",), "Stop reading the folder", "Program", "reader"),
    Action("command_palette", ("ctrl+p", "colon"), "Command palette", "Program", "app"),
    Action("quit_reader", ("q",), "Quit", "Program", "reader", "quit", 7),
    Action("quit", ("ctrl+c",), "Quit, from anywhere", "Program", "app", priority=True),
)

_SHOWN = {
    "slash": "/", "enter": "⏎", "escape": "esc", "question_mark": "?", "colon": ":",
    "right_square_bracket": "]", "left_square_bracket": "[", "right_curly_bracket": "}",
    "left_curly_bracket": "{", "down": "↓", "up": "↑", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "backspace": "⌫",
}  # fmt: skip


def bindings(scope: Scope) -> list[BindingType]:
    """The bindings of one scope, for a class's BINDINGS."""
    return [
        Binding(",".join(action.keys), action.id, action.help, show=False, priority=action.priority)
        for action in ACTIONS
        if action.scope == scope
    ]


def shown(key: str) -> str:
    """A key as a person reads it."""
    *modifiers, last = key.split("+")
    return "".join(f"{modifier}-" for modifier in modifiers) + _SHOWN.get(last, last)


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
