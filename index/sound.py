"""How a French word sounds, roughly, so that misspellings meet what was meant.

The rules are those of French phonics, coarse on purpose: what they make alike is only suggested.
Spellings of foreign names meet in `corpus.sounds`; ou and u, sh and ch are one here too.
"""

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"tch|sch|ch|sh", "S"),
        (r"ph", "f"),
        (r"h", ""),
        (r"e?au", "o"),
        (r"gu(?=[eiy])", "G"),
        (r"dj|ge(?=[ao])|g(?=[eiy])", "j"),
        (r"G", "g"),
        (r"qu|ck|cc(?=[aoulr])|q|c(?=[^eiyS]|$)", "k"),
        (r"sc(?=[eiy])|ss|c|ç|z", "s"),
        # A vowel before n or m is nasal where neither a vowel nor another n or m follows.
        (r"(?:ai|ei|i|y|u)[nm](?![aeiouynm])", "1"),
        (r"[ae][nm](?![aeiouynm])", "2"),
        (r"o[nm](?![aeiouynm])", "3"),
        (r"ou|oo", "u"),
        (r"ai|ei|ay|ey|oe|eu", "e"),
        (r"y|ï", "i"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
        # What is not heard at the end: the letters of plurals, verbs and feminine forms.
        (r"(?<=[^aeiou])e?(?:r|z)$|(?<=.{2})[stdxpz]+$", ""),
        (r"(?<=.{2})e+s?$", ""),
        (r"(?<=.{2})[td]+$", ""),
    ]
)


@lru_cache(maxsize=65536)
def sound(folded: str) -> str:
    """The key of a folded word; words with the same key sound about the same."""
    for pattern, heard in _RULES:
        folded = pattern.sub(heard, folded)
    return folded
