"""What was typed, cut into operators, fields, quotations and words."""

import re
from dataclasses import dataclass
from typing import Literal

from index.analysis import fold
from index.query.fields import FIELDS

Sign = Literal["(", ")", "and", "or", "not", "field", "equals", "quoted", "word"]

OPERATORS: dict[str, Sign] = {
    "AND": "and",
    "ET": "and",
    "OR": "or",
    "OU": "or",
    "NOT": "not",
    "SAUF": "not",
    "NON": "not",
}
"""In capitals only: `et` and `ou` are words of a text."""

_QUOTES = '"«»“”„‟'

# A minus and a field only begin a clause; a number may have spaces between its thousands.
_LEXEME = re.compile(
    r"(?P<open>\()|(?P<close>\))"
    r"|(?P<minus>(?:(?<=[\s(:])|^)[-−](?=[^\s\-−]))"
    r"|(?P<field>[^\W\d_]+):(?=\S|$)"
    r"|(?P<equals>=)(?=[^\s=])"
    rf"|[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]|$)(?:~(?P<near>\d*))?"
    r"|(?P<number>(?<![^\s(:=])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\w))"
    rf"|(?P<word>[^\s(){_QUOTES}]+)"
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece: `text` is what stands between `start` and `end`, or inside quotation marks.

    `closed` is False for a quotation that lacks its end; `near` is the number after its `~`.
    """

    sign: Sign
    text: str
    start: int
    end: int
    closed: bool = True
    near: str | None = None


def lexemes(text: str) -> list[Lexeme]:
    """The pieces of a query in order; white space parts them and is left out."""
    return [_lexeme(match) for match in _LEXEME.finditer(text)]


def _lexeme(match: re.Match[str]) -> Lexeme:
    start, end = match.span()
    if match["quoted"] is not None:
        return Lexeme("quoted", match["quoted"], start, end, bool(match["end"]), match["near"])
    if match["field"]:
        return Lexeme("field", match["field"], start, end)
    text = match.group()
    return Lexeme(_sign(match, text), text, start, end)


def _sign(match: re.Match[str], text: str) -> Sign:
    if match["open"]:
        return "("
    if match["close"]:
        return ")"
    if match["minus"]:
        return "not"
    if match["equals"]:
        return "equals"
    return OPERATORS.get(text, "word")


def is_field(name: str) -> bool:
    """Whether `name` is one of the fields', in any case and with any accents."""
    return fold(name) in FIELDS
