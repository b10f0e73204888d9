"""Which keys a terminal sends, so that nobody waits for one that never comes.

What is refused here was seen to arrive as another key, or not at all, in terminals that speak
the old protocol, as tmux and screen do.
"""

from tui.keys.names import character, key_name, shown
from tui.language.i18n import _

MODIFIERS = ("ctrl", "alt", "shift")

ARROWS = ("up", "down", "left", "right", "home", "end")
PAGES = ("pageup", "pagedown", "delete", "insert")
FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
NAMED = (*ARROWS, *PAGES, *FUNCTIONS, "enter", "escape", "tab", "space", "backspace")
"""Keys that have names."""

MODIFIED = frozenset((*ARROWS, *PAGES, *FUNCTIONS))
"""Those that are sent with their modifiers."""

SAME = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape", "alt+b": "ctrl+left", "alt+f": "ctrl+right",
    "alt+backspace": "ctrl+w",
}  # fmt: skip
"""Two names for what is one key to a terminal."""

ALONE = frozenset(
    ("ctrl+@", "ctrl+backslash", "ctrl+right_square_bracket", "ctrl+circumflex_accent",
     "ctrl+underscore", "shift+tab")
)  # fmt: skip
"""The other keys that are sent with a modifier."""


def why_not(keys: str) -> str:
    """What is wrong with a key or chord as a person wrote it; empty where nothing is."""
    if not keys.split():
        return _("no key is named")
    return next((reason for key in keys.split() if (reason := _why_not_one(key))), "")


def _why_not_one(key: str) -> str:
    """The same for one key."""
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    name = key_name(key)
    if name in SAME:
        other = shown(SAME[name])
        return _("terminals send {key} as {other}").format(key=key, other=other)
    unknown = [modifier for modifier in modifiers if modifier not in MODIFIERS]
    base = name.rpartition("+")[2]
    if unknown or not (base in NAMED or character(base) or name in ALONE):
        return _("there is no key {key}").format(key=key)
    if not modifiers or name in ALONE or base in MODIFIED:
        return ""
    if modifiers == ["shift"] and len(last) == 1:
        return _("write {capital} for {key}").format(capital=last.upper(), key=key)
    if _is_letter(last) and (modifiers == ["alt"] or (modifiers == ["ctrl"] and last.islower())):
        return ""
    if name.startswith("ctrl+") and _is_letter(base):
        other = f"ctrl+{base.lower()}"
        return _("terminals send {key} as {other}").format(key=key, other=other)
    return _("most terminals do not send {key}").format(key=key)


def _is_letter(key: str) -> bool:
    """ctrl and alt are sent with these; alt with [ or O begins what other keys send."""
    return len(key) == 1 and key.isascii() and key.isalpha() and key != "O"
