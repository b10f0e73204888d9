"""The table [keys] of config.toml: which of the keys that a user wants can be had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.config import Mistake
from tui.keys.keymap import WRITING, Keymap, clash, nearness
from tui.keys.names import canonical, is_written, shown
from tui.keys.possible import why_not
from tui.keys.table import ACTIONS, BY_NAME
from tui.language.i18n import _
from tui.settings.table import nearest

LAST_WAY_OUT = "app.quit"
"""What keeps its key, so that nobody is locked in."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What one line wants."""

    line: int
    name: str
    """The action's full name."""
    keys: tuple[str, ...]


def wish(line: int, name: str, value: object) -> tuple[Wish | None, list[Mistake]]:
    """What a line wants, as far as it can be had by itself, and what is wrong with it."""
    if name not in BY_NAME:
        no_such = _("there is no action {name}").format(name=name)
        close = _same_id(name) or nearest(name, BY_NAME) or _("`recoupe keys` lists them")
        return None, [Mistake(line, f"{no_such}: {close}")]
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        wanted = _("{name}: a key or a list of keys is wanted, each in quotation marks")
        return None, [Mistake(line, wanted.format(name=name))]
    bad = {key: reason for key in keys if (reason := why_not(key) or _typed_there(key, name))}
    mistakes = [Mistake(line, f"{name}: {reason}") for reason in bad.values()]
    good = tuple(dict.fromkeys(key for key in keys if key not in bad))
    if not good and name == LAST_WAY_OUT:
        kept = _("{name} keeps {key}: there must be a way out")
        key = ", ".join(shown(key) for key in BY_NAME[name].keys)
        return None, [*mistakes, Mistake(line, kept.format(name=name, key=key))]
    return (Wish(line, name, good) if good or not keys else None), mistakes


def granted(
    wishes: Sequence[Wish], base: Keymap
) -> tuple[Mapping[str, tuple[str, ...]], list[Mistake]]:
    """The keys of all actions whose keys change, and which wishes stood in each other's way.

    Of two wishes for one key the first has it. A key that the preset gives to another action is
    taken from it, and that is told; only where the wish is for something nearer to the keyboard
    does the other keep it, for everywhere else.
    """
    granting = _Granting(wishes, base)
    for one in wishes:
        for key in one.keys:
            granting.make_room(one, key)
    wanted = {name: mine for name, mine in granting.keys.items() if mine != base.keys(name)}
    return wanted, sorted(granting.mistakes)


class _Granting:
    """The keys of all actions while wishes are granted one after the other."""

    def __init__(self, wishes: Sequence[Wish], base: Keymap) -> None:
        """As if all wishes could be granted."""
        self.keys = {action.name: base.keys(action.name) for action in ACTIONS}
        self.keys |= {one.name: one.keys for one in wishes}
        self.mistakes: list[Mistake] = []
        self._base = base
        self._lines = {one.name: one.line for one in wishes}
        self._beginning: dict[str, list[tuple[str, str]]] = {}
        for name, keys in self.keys.items():
            for key in keys:
                self._beginning.setdefault(_first(key), []).append((name, key))

    def make_room(self, one: Wish, key: str) -> None:
        """Take a wished key from others that answer together, or from the wish.

        What the preset itself lets two actions share they may go on sharing.
        """
        old = key in self._base.keys(one.name)
        for other, theirs in self._beginning[_first(key)]:
            near = nearness(BY_NAME[one.name].scope, BY_NAME[other].scope)
            shared = old and theirs in self._base.keys(other)
            if other == one.name or near is None or shared or not clash(key, theirs):
                continue
            if key in self.keys[one.name] and theirs in self.keys[other]:
                self._settle(one, key, other, theirs, near)

    def _settle(self, one: Wish, key: str, other: str, theirs: str, near: int) -> None:
        """Say who has a key that two want, and take it from the other."""
        if other not in self._lines:
            self.mistakes.append(Mistake(one.line, _told(one, key, other, theirs, near)))
            if near <= 0:
                self._take(other, theirs)
        elif self._lines[other] < one.line and near <= 0:
            taken = _("{name}: {key} is taken by {other} in line {line}")
            values = {"name": one.name, "key": shown(key), "other": other}
            message = taken.format(**values, line=self._lines[other])
            self.mistakes.append(Mistake(one.line, message))
            self._take(one.name, key)

    def _take(self, name: str, key: str) -> None:
        """An action loses a key."""
        self.keys[name] = tuple(mine for mine in self.keys[name] if mine != key)


def _told(one: Wish, key: str, other: str, theirs: str, near: int) -> str:
    """What is said where a wish takes a key that the preset gives to another action."""
    same = canonical(key) == canonical(theirs)
    if near > 0:
        same_text = _("{name}: {key} is also {other}, which it hides here")
        text = same_text if same else _("{name}: {key} hides {theirs} of {other} here")
    elif same:
        text = _("{name}: {key} was also {other}, which loses it")
    else:
        text = _("{name}: {key} and {theirs} of {other} cannot both be; that one goes")
    return text.format(name=one.name, key=shown(key), other=other, theirs=shown(theirs))


def _first(key: str) -> str:
    """What is typed first of a key or chord: only keys that begin alike can clash."""
    return canonical(key).partition(" ")[0]


def _typed_there(key: str, name: str) -> str:
    """Why a key cannot be had in the box: letters are written there."""
    if BY_NAME[name].scope in WRITING and is_written(key):
        return _("{key} is written into the box").format(key=shown(key))
    return ""


def _same_id(name: str) -> str:
    """A question after the actions with this id, where the scope is missing or another one."""
    last = name.rpartition(".")[2]
    found = [action.name for action in ACTIONS if action.id == last]
    return _("did you mean {name}?").format(name=", ".join(found)) if found else ""
