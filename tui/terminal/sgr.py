"""How a terminal is told to change its looks (ECMA-48's SGR) in few bytes.

Rich names the whole look before each run and takes all of it back after: forty bytes for a word.
Most runs differ from the one before in one thing.
"""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rich.color import ColorSystem
from rich.style import Style

_OFF = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28",
    "9": "29", "21": "24", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""What takes back each attribute: some are taken back together."""


class Look(NamedTuple):
    """What is in force: attributes in order, and the codes of the colours, "" for the terminal's
    own."""

    attributes: tuple[str, ...] = ()
    fore: str = ""
    back: str = ""


PLAIN = Look()
"""Nothing in force."""


@lru_cache(maxsize=4096)
def look_of(style: Style, colours: ColorSystem) -> Look:
    """The look of a style in a terminal with so many colours; links are left out."""
    rendered = style.copy().update_link(None).render("x", color_system=colours)
    codes = rendered[2:].split("m", 1)[0].split(";") if rendered.startswith("\x1b[") else []
    attributes, fore, back = [], "", ""
    while codes:
        code = codes.pop(0)
        if code in ("38", "48"):
            count = 4 if codes[0] == "2" else 2
            colour = ";".join([code, *codes[:count]])
            del codes[:count]
            fore, back = (colour, back) if code == "38" else (fore, colour)
        elif code in _OFF:
            attributes.append(code)
        elif code[:-1] in ("3", "9"):
            fore = code
        else:
            back = code
    return Look(tuple(attributes), fore, back)


@lru_cache(maxsize=4096)
def when_blank(look: Look) -> Look:
    """The look of a space: without attributes nothing of the colour before it is seen."""
    return look if look.attributes else Look((), "", look.back)


@lru_cache(maxsize=16384)
def alike_when_blank(one: Look, other: Look) -> bool:
    """Whether a space looks the same in both."""
    return when_blank(one) == when_blank(other)


@lru_cache(maxsize=16384)
def change(old: Look, new: Look) -> str:
    """What turns one look into another, "" where they are the same."""
    gone = [code for code in old.attributes if code not in new.attributes]
    taken = dict.fromkeys(_OFF[code] for code in gone)
    kept = [c for c in new.attributes if c not in old.attributes or _OFF[c] in taken]
    codes = [*taken, *kept]
    if new.fore != old.fore:
        codes.append(new.fore or "39")
    if new.back != old.back:
        codes.append(new.back or "49")
    if not codes:
        return ""
    anew = ["0", *filter(None, chain(new.attributes, (new.fore, new.back)))]
    best = min(";".join(codes), ";".join(anew), key=len)
    return f"\x1b[{'' if best == '0' else best}m"
