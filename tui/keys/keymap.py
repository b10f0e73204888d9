"""Which key does what: the table of actions after a preset and the user's own configuration."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.keys.action import Action, Scope
from tui.keys.names import canonical, shown
from tui.keys.presets import NUMBERS, PRESETS, Preset
from tui.keys.table import ACTIONS, BY_NAME


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

    def footer(self, levels: Iterable[Collection[str]]) -> list[Action]:
        """The bottom line's actions where these answer, the most useful first.

        `levels` are full names, those nearest to the keyboard first: an action hides a farther
        one's on the same key.
        """
        taken: set[str] = set()
        actions: list[Action] = []
        for level in levels:
            mine = [BY_NAME[name] for name in level if name in BY_NAME]
            for action in mine:
                first = [canonical(key) for key in self.keys(action.name)[:1]]
                if action.footer is not None and first and first[0] not in taken:
                    actions.append(action)
            taken.update(canonical(key) for action in mine for key in self.keys(action.name))
        return sorted(actions, key=lambda action: action.footer or 0)


def of_preset(preset: Preset = "default") -> Keymap:
    """The keys of a preset."""
    return Keymap(PRESETS[preset], numbers=preset in NUMBERS)


def beginnings(chord: str) -> Iterator[str]:
    """What is typed before a chord is whole."""
    keys = chord.split(" ")
    return (" ".join(keys[:length]) for length in range(1, len(keys)))


def groups() -> dict[str, list[Action]]:
    """All actions by group, in the table's order."""
    found: dict[str, list[Action]] = {}
    for action in ACTIONS:
        found.setdefault(action.group, []).append(action)
    return found


VIEWS: tuple[Scope, ...] = (
    "related", "entities", "quotes", "concordance", "timeline", "facets", "contents", "folded",
    "problems", "notes", "searches",
)  # fmt: skip

TOGETHER: tuple[tuple[Scope, ...], ...] = (
    ("box", "reader", "app"),
    ("article", "reader", "app"),
    ("list", "reader", "app"),
    *(("list", view, "reader", "app") for view in VIEWS),
    ("compare", "app"),
    ("card", "page", "app"),
    ("page", "app"),
)
"""The scopes that answer at the same time, from the keyboard outwards."""
