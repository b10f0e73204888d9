"""Which key does what: the table of actions after a preset and the user's own configuration."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.keys.action import Action, Scope
from tui.keys.names import canonical, is_written, shown
from tui.keys.presets import NUMBERS, PRESETS, Preset
from tui.keys.table import ACTIONS, BY_NAME

VIEWS: tuple[Scope, ...] = (
    "related", "entities", "quotes", "concordance", "timeline", "facets", "contents", "folded",
    "problems", "notes", "searches",
)  # fmt: skip

TOGETHER: tuple[tuple[Scope, ...], ...] = (
    ("box", "reader", "app"),
    ("find", "reader", "app"),
    ("selection", "article", "reader", "app"),
    ("list", "reader", "app"),
    *((view, "list", "reader", "app") for view in VIEWS),
    ("compare", "app"),
    ("card", "list", "page", "app"),
    ("choice", "list", "page", "app"),
    ("box", "page", "app"),
)
"""The scopes that answer at the same time, those that win a key first."""

WRITING: frozenset[Scope] = frozenset(("box", "find"))
"""Where letters are written."""

FARNESS: Mapping[Scope, int] = {"list": 1, "article": 1, "page": 2, "reader": 3, "app": 4}
"""Who loses a key to whom, the same in words: 0 for all that are not named."""


@dataclass(frozen=True)
class Keymap:
    """The keys of every action; those of an action it does not name are the table's."""

    changed: Mapping[str, tuple[str, ...]]
    """Action's full name to its keys, chords with spaces."""
    numbers: bool = False
    """Whether digits typed before a key say how often."""

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of an action, as they were written; none where it has lost them."""
        found = self.changed.get(name)
        return BY_NAME[name].keys if found is None else found

    def key(self, name: str) -> str:
        """The key to show for an action: its first, empty where it has none."""
        return next((shown(key) for key in self.keys(name)), "")

    def told(self, name: str, words: str, otherwise: str = "", /, **values: object) -> str:
        """`words` with the key of an action as `{key}`; `otherwise` where it has none. `values`
        are what else stands in them."""
        key = self.key(name)
        return (words if key else otherwise).format(key=key, **values)

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """For each key and chord, by Textual's names, the actions that it means somewhere."""
        found: dict[str, list[str]] = {}
        for action in ACTIONS:
            for key in self.keys(action.name):
                found.setdefault(canonical(key), []).append(action.name)
        return {key: tuple(names) for key, names in found.items()}

    @cached_property
    def longer(self) -> dict[str, tuple[str, ...]]:
        """For each beginning of a chord, the chords that go on from it."""
        found: dict[str, list[str]] = {}
        for chord in self.names:
            for beginning in beginnings(chord):
                found.setdefault(beginning, []).append(chord)
        return {key: tuple(chords) for key, chords in found.items()}

    def footer(self, names: Collection[str], *, typed: bool = False) -> list[tuple[Action, str]]:
        """The bottom line's actions among those that answer, each with its key, the most useful
        first.

        An action hides another one's on the same key if it stands nearer to the keyboard; so does
        a widget that has the key itself, which is among the names then. Where text is `typed`,
        keys that would be written do not count.
        """
        taken: set[str] = set()
        found: list[tuple[Action, str]] = []
        answering = [action for action in ACTIONS if action.name in names]
        for action in sorted(answering, key=farness):
            if farness(action):
                taken.update(name for name in names if name not in BY_NAME)
            keys = [k for k in self.keys(action.name) if not (typed and is_written(k))]
            key = next((key for key in keys if canonical(key) not in taken), "")
            if action.footer is not None and key:
                found.append((action, key))
            taken.update(canonical(key) for key in keys)
        return sorted(found, key=lambda pair: pair[0].footer or 0)


def farness(action: Action) -> int:
    """How far from the keyboard it answers."""
    return FARNESS.get(action.scope, 0)


def of_preset(preset: Preset = "default") -> Keymap:
    """The keys of a preset."""
    return Keymap(PRESETS[preset], numbers=preset in NUMBERS)


def nearness(mine: Scope, theirs: Scope) -> int | None:
    """Over 0 where my scope is nearer to the keyboard, under it where theirs is, 0 for the same
    one; None where they never answer together."""
    if mine == theirs:
        return 0
    together = any(mine in scopes and theirs in scopes for scopes in TOGETHER)
    return FARNESS.get(theirs, 0) - FARNESS.get(mine, 0) if together else None


def clash(one: str, other: str) -> bool:
    """Whether two keys are the same, or one of them begins the other."""
    first, second = canonical(one), canonical(other)
    return first == second or first in beginnings(second) or second in beginnings(first)


def beginnings(chord: str) -> Iterator[str]:
    """What is typed before a chord is whole."""
    keys = chord.split(" ")
    return (" ".join(keys[:length]) for length in range(1, len(keys)))


def groups(actions: Iterable[Action] = ACTIONS) -> dict[str, list[Action]]:
    """Actions by group, in the table's order."""
    found: dict[str, list[Action]] = {}
    for action in actions:
        found.setdefault(action.group, []).append(action)
    return found
