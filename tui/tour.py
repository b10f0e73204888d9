"""A first walk through the reader, on the demo articles: what it shows, and whether it was shown.

Each step asks for one real key, and is done when what the key does has happened, however.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.types import Hit
from tui.language.i18n import N_
from tui.own.places import state_folder

if TYPE_CHECKING:
    from tui.keys import Keymap
    from tui.screens.moving import Moving
    from tui.widgets.panes import Pane

MARK = "tour"
"""The file that says that the tour was shown."""

LETTERS = 3
"""So much of a word shows that typing searches."""


@dataclass(frozen=True, slots=True)
class Step:
    """One box.

    `words` name keys in braces, which `keys` gives the actions of. `about` is the pane that it
    talks of, which the box stays away from. `seen` is what the step changes: the step is done
    when it is true and another than when the step began.
    """

    words: str
    about: "Pane"
    seen: "Callable[[Moving], object]"
    keys: Mapping[str, str] = field(default_factory=dict)


def _searched(reader: "Moving") -> object:
    query = reader.search_pane.query_text.strip()
    items = reader.search_pane.listing.items
    return query if len(query) >= LETTERS and items and isinstance(items[0], Hit) else None


def _page(name: str) -> "Callable[[Moving], object]":
    """Whether a page of this class lies over the reader."""
    return lambda reader: type(reader.app.screen).__name__ == name


STEPS: tuple[Step, ...] = (
    Step(
        N_("Type a word: brest, musée, Kim… Results change with every letter."),
        "search",
        _searched,
    ),
    Step(
        N_("{open} opens the lit result."),
        "search",
        lambda reader: reader.panes.front == "article" and reader.opened is not None,
        {"open": "box.open_first"},
    ),
    Step(
        N_("{match} goes to the next matched word, {name} to the next name."),
        "article",
        lambda reader: reader.article_view.standing,
        {"match": "reader.next_match", "name": "reader.next_name"},
    ),
    Step(
        N_("{related} goes to what other articles say of this paragraph, and why."),
        "related",
        lambda reader: reader.panes.front == "related",
        {"related": "reader.pane_related"},
    ),
    Step(
        N_("{open} goes there. {back} brings you back."),
        "related",
        lambda reader: reader.opened.article if reader.opened is not None else None,
        {"open": "list.choose", "back": "reader.back"},
    ),
    Step(
        N_("{compare} sets two passages side by side: what agrees, what differs."),
        "article",
        _page("CompareScreen"),
        {"compare": "reader.compare"},
    ),
    Step(
        N_("{help} lists all keys here, {palette} finds any of them by name. That is all."),
        "article",
        _page("HelpScreen"),
        {"help": "app.help", "palette": "app.command_palette"},
    ),
)


def steps(keymap: "Keymap") -> tuple[Step, ...]:
    """Those that can be done with the user's keys."""
    return tuple(step for step in STEPS if all(map(keymap.key, step.keys.values())))


def due() -> bool:
    """Whether this user has never been shown the tour."""
    return not (state_folder() / MARK).exists()


def mark() -> None:
    """Remember that it was shown; where nothing can be kept, it comes again."""
    with suppress(OSError):
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / MARK).touch()
