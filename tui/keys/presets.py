"""The presets: where their keys are not the table's.

A preset is for the fingers of who knows the program it is called after: what is not named here
keeps the table's keys.
"""

from collections.abc import Mapping
from typing import Literal, get_args

Preset = Literal["default", "vim", "emacs", "less"]

PRESET_NAMES: tuple[Preset, ...] = get_args(Preset)

VIM: Mapping[str, tuple[str, ...]] = {}
EMACS: Mapping[str, tuple[str, ...]] = {}
LESS: Mapping[str, tuple[str, ...]] = {}

PRESETS: Mapping[Preset, Mapping[str, tuple[str, ...]]] = {
    "default": {},
    "vim": VIM,
    "emacs": EMACS,
    "less": LESS,
}

NUMBERS: frozenset[Preset] = frozenset(("vim", "less"))
"""Where a number before a key says how often."""
