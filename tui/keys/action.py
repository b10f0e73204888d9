"""What a user can do, and who answers."""

from dataclasses import dataclass
from typing import Literal, get_args

from tui.language.i18n import N_

Scope = Literal[
    "app",
    "reader",
    "box",
    "find",
    "list",
    "article",
    "selection",
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
    "choice",
    "page",
]
"""Who answers: the whole program, any pane, the search box, the box to find in the article, a list,
the article, the article while text is being selected, a view, a page that lies over the reader."""

SCOPES: tuple[Scope, ...] = get_args(Scope)

WHERE: dict[Scope, str] = {
    "app": N_("Everywhere"),
    "reader": N_("In the reader"),
    "box": N_("In a search box"),
    "find": N_("Finding in the article"),
    "list": N_("In any list"),
    "article": N_("In the article"),
    "selection": N_("Selecting in the article"),
    "related": N_("Among related passages"),
    "entities": N_("Among the names"),
    "quotes": N_("Among the quotations"),
    "concordance": N_("In the concordance"),
    "timeline": N_("In the timeline"),
    "facets": N_("Among the facets"),
    "contents": N_("In the contents"),
    "folded": N_("Among the folded lines"),
    "problems": N_("Among the problems"),
    "notes": N_("Among the notes"),
    "searches": N_("Among the searches"),
    "compare": N_("Comparing two passages"),
    "card": N_("On the card of a name"),
    "choice": N_("Choosing from a few things"),
    "page": N_("On a page over the reader"),
}
"""Where a scope answers, as a heading."""


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
