"""What a user can do, and who answers."""

from dataclasses import dataclass
from typing import Literal, get_args

Scope = Literal[
    "app",
    "reader",
    "box",
    "list",
    "article",
    "related",
    "entities",
    "quotes",
    "concordance",
    "timeline",
    "facets",
    "contents",
    "folded",
    "problems",
    "notes",
    "searches",
    "compare",
    "card",
    "page",
]
"""Who answers: the whole program, any pane, the search box, a list, the article, a view, a page
that lies over the reader."""

SCOPES: tuple[Scope, ...] = get_args(Scope)


@dataclass(frozen=True, slots=True)
class Action:
    """Something a user can do.

    `id` is unique in its scope and also the name of the method that does it (`action_<id>`). `keys`
    are the default ones, as characters or names ("n", "/", "ctrl+g", "pagedown"), a chord with
    spaces ("g g"); the first one is shown. `footer` orders the actions in the bottom line, the
    smallest first; None keeps it out. `help` is English, marked for the catalogue. One that
    `repeats` may be typed after a number, where a preset has numbers.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    group: str
    scope: Scope
    short: str = ""
    footer: int | None = None
    priority: bool = False
    repeats: bool = False

    @property
    def name(self) -> str:
        """What the configuration calls it: `reader.next_match`."""
        return f"{self.scope}.{self.id}"
