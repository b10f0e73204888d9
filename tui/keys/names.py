"""Keys by name: what is written in a table or a file, what Textual sends, what a person reads."""

import unicodedata
from functools import lru_cache

from tui.terminal import signs

ALIASES = {
    "esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "page_down":
    "pagedown", "page_up": "pageup", "del": "delete", "ins": "insert", "spc": "space",
}  # fmt: skip
"""Other names people write."""

_BY_CHARACTER = {
    "/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore",
    " ": "space", "<": "less_than_sign", ">": "greater_than_sign",
}  # fmt: skip
"""Where Textual's name of a character is not its Unicode name."""

_BY_NAME = {name: character for character, name in _BY_CHARACTER.items() if character != " "}

_SHOWN = {
    "enter": "⏎", "escape": "esc", "down": "↓", "up": "↑", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "backspace": "⌫", "delete": "Del", "insert": "Ins",
    "home": "Home", "end": "End",
}  # fmt: skip
_IN_ASCII = _SHOWN | {
    "enter": "Enter", "down": "Down", "up": "Up", "left": "Left", "right": "Right",
    "backspace": "Bksp",
}  # fmt: skip


@lru_cache(maxsize=512)
def key_name(key: str) -> str:
    """A key as Textual sends it: `/` is `slash`, `esc` is `escape`, `alt+N` is `alt+shift+n`."""
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    if len(last) == 1 and not last.isalnum():
        name = unicodedata.name(last, "").lower().replace("-", "_").replace(" ", "_")
        last = _BY_CHARACTER.get(last, name)
    if last.isupper() and "alt" in modifiers:
        last, modifiers = last.lower(), [*modifiers, "shift"]
    name = "+".join((*sorted(set(modifiers)), ALIASES.get(last, last)))
    return "ctrl+@" if name in ("ctrl+space", "ctrl+at") else name


@lru_cache(maxsize=512)
def canonical(keys: str) -> str:
    """A chord, or the one key, by Textual's names; the way in which keys are compared."""
    return " ".join(key_name(key) for key in keys.split())


@lru_cache(maxsize=512)
def character(name: str) -> str | None:
    """What a key types, None where that is nothing to be seen; `name` is Textual's."""
    if len(name) == 1:
        return name
    if name in _BY_NAME:
        return _BY_NAME[name]
    try:
        found = unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return None
    return found if found.isprintable() and found != " " else None


def is_written(keys: str) -> bool:
    """Whether a key, or the first one of a chord, is text where text is typed."""
    first = canonical(keys).partition(" ")[0]
    return first == "space" or character(first) is not None


def shown(keys: str) -> str:
    """A key or chord as a person reads it."""
    return _shown(keys, signs.in_ascii())


@lru_cache(maxsize=512)
def _shown(keys: str, in_ascii: bool) -> str:
    words = _IN_ASCII if in_ascii else _SHOWN
    return " ".join(_shown_key(key_name(key), words) for key in keys.split())


def _shown_key(key: str, words: dict[str, str]) -> str:
    if key == "ctrl+@":
        return "ctrl-space"
    *modifiers, last = key.split("+")
    if modifiers == ["alt", "shift"] and len(last) == 1:
        modifiers, last = ["alt"], last.upper()
    name = words.get(last) or character(last) or last
    return "".join(f"{modifier}-" for modifier in modifiers) + name
