"""The one table of the signs that the program draws, and what stands for each in plain ASCII.

Widgets draw `sign(name)`; where a font or terminal knows ASCII only, what is drawn is turned into
ASCII at the last moment, Textual's own borders too (`looks`). So each sign, and what stands for it,
takes exactly one cell.
"""

from typing import Literal, get_args

Sign = Literal[
    "bar", "thumb", "rule", "apart", "ellipsis", "bullet", "folded",
    "entity", "words", "date", "figure", "quote", "time", "article", "paragraph",
    "note", "bookmark", "tag",
    "up_to_date", "watching", "read_only", "stopped", "problem", "mouse_off",
    "chosen", "unchosen", "open", "closed", "prompt", "next", "previous",
    "differ", "perhaps", "agree", "lit_start", "lit_end",
    "left", "right", "up", "down", "enter", "backspace", "tab",
]  # fmt: skip

_SIGNS: dict[Sign, tuple[str, str]] = {
    # The frame
    "bar": ("▌", "|"),
    "thumb": ("▐", "#"),
    "rule": ("─", "-"),
    "apart": ("·", "-"),
    "ellipsis": ("…", "~"),
    "bullet": ("•", "*"),
    "folded": ("⋯", "~"),
    # Why a passage is related; kinds of facts
    "entity": ("⌂", "&"),
    "words": ("≈", "="),
    "date": ("@", "@"),
    "figure": ("#", "#"),
    "quote": ("«", '"'),
    "time": ("~", "~"),
    "article": ("¶", "P"),
    "paragraph": ("¶", "P"),
    # What is the reader's own
    "note": ("✎", "%"),
    "bookmark": ("★", "*"),
    "tag": ("#", "#"),
    # States
    "up_to_date": ("●", "*"),
    "watching": ("◉", "@"),
    "read_only": ("◌", "o"),
    "stopped": ("○", "o"),
    "problem": ("!", "!"),
    "mouse_off": ("⊘", "x"),
    # Choices
    "chosen": ("●", "*"),
    "unchosen": ("○", "o"),
    "open": ("▾", "v"),
    "closed": ("▸", ">"),
    "prompt": ("›", ">"),
    "next": ("▸", ">"),
    "previous": ("◂", "<"),
    # The comparison of two passages
    "differ": ("≠", "!"),
    "perhaps": ("?", "?"),
    "agree": ("=", "="),
    "lit_start": ("╞", "["),
    "lit_end": ("╡", "]"),
    # Keys
    "left": ("←", "<"),
    "right": ("→", ">"),
    "up": ("↑", "^"),
    "down": ("↓", "v"),
    "enter": ("⏎", "!"),
    "backspace": ("⌫", "<"),
    "tab": ("⇥", ">"),
}

SPARKS = " ▁▂▃▄▅▆▇█"
"""A sparkline's levels, from nothing to all."""
_ASCII_SPARKS = " .:-=+*%#"

_FRAMES = {
    "-": "─━┄┅┈┉╌╍═▔▀",
    "|": "│┃┆┇┊┋╎╏║▏▎▍▋▊▉▕",
    "+": "╭╮╰╯┌┐└┘┬┴┼├┤╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋",
}
"""Textual draws borders and scrollbars with these."""

_TYPOGRAPHY = {"'": "‘’", '"': "«»“”„", "-": "‑–—", " ": "\u00a0\u2009\u202f"}
"""What French text is full of, and an ASCII font has not; its letters stay."""

_state = {"ascii": False}


def use_ascii(ascii_only: bool) -> None:
    """Whether what cannot be turned sign by sign, as the names of keys, is to be ASCII."""
    _state["ascii"] = ascii_only


def in_ascii() -> bool:
    """Whether only ASCII is drawn."""
    return _state["ascii"]


def sign(name: Sign) -> str:
    """The sign of that name: one character, one cell."""
    return _SIGNS[name][0]


def spark(value: float, most: float) -> str:
    """The level of `value` where the highest is `most`; what is not nothing is seen."""
    if value <= 0 or most <= 0:
        return SPARKS[0]
    return SPARKS[min(max(round(value / most * (len(SPARKS) - 1)), 1), len(SPARKS) - 1)]


def sparkline(values: tuple[float, ...] | list[float]) -> str:
    """One cell for each value, as high as it is beside the highest of them."""
    most = max(values, default=0)
    return "".join(spark(value, most) for value in values)


def _ascii_table() -> dict[int, str]:
    """What `str.translate` needs to turn all that is drawn into ASCII."""
    table = {ord(char): plain for plain, chars in _FRAMES.items() for char in chars}
    table |= {ord(char): plain for plain, chars in _TYPOGRAPHY.items() for char in chars}
    table |= {ord(char): plain for char, plain in zip(SPARKS, _ASCII_SPARKS, strict=True)}
    table |= {ord(shown): plain for shown, plain in _SIGNS.values()}
    return table


ASCII: dict[int, str] = _ascii_table()
"""For `str.translate`: each sign as one character of ASCII; other text stays as it is."""

NAMES: tuple[Sign, ...] = get_args(Sign)
"""All names, for tests."""
