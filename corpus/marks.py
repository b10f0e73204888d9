"""The marks of Markdown, which plain text holds too, and where they stand in a block."""

import re
from dataclasses import dataclass

from corpus.types import Span

LONGEST = 300
"""Characters between two marks of a pair; more is an accident."""

LONGEST_BLOCK = 20_000
"""Characters of a block that is looked through; a longer one is no paragraph."""

_PAIRS = ("**", "__")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_PLAIN_HEADING = re.compile(r"(#{2,6})\s+(?=[^\W\d_])")
_QUOTED = re.compile(r"(?:>\s?)+(?=\S)")
_BOLD = re.compile(rf"(\*\*)(?=[^\s*])(.{{1,{LONGEST}}}?)(?<=[^\s*])(\*\*)(?!\*)")
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])((?:(?!\1).)+)(?<=[^\s*_])(\1)")
_EMPHASIS = re.compile(
    rf"(?<![\w*])(\*)(?=[^\s*])([^*]{{1,{LONGEST}}}?)(?<=[^\s*])(\*)(?![\w*])"
    rf"|(?<![\w_])(__?)(?=[^\s_])([^_]{{1,{LONGEST}}}?)(?<=[^\s_])(__?)(?![\w_])"
)
_LINK = re.compile(
    rf"(!?\[)([^\]\[]{{0,{LONGEST}}})(\]\((?:https?://|mailto:|[./#])[^()\s]{{0,500}}\))"
)
_PICTURE = re.compile(r"!\[[^\]\[]*\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What of a block is no word. `opening` characters make it a heading or a quotation; `spans`
    are the others, sorted. `heading`: the marks say so. `bold`: the whole block is."""

    opening: int
    heading: bool
    spans: tuple[Span, ...]
    bold: bool


def marks(text: str, *, markdown: bool) -> Marks:
    """The marks of a block; of plain text (not `markdown`) only those that are surely marks."""
    match = (_HEADING if markdown else _PLAIN_HEADING).match(text)
    heading = match is not None
    if match is None and markdown:
        match = _QUOTED.match(text)
    opening = match.end() if match else 0
    if len(text) > LONGEST_BLOCK:
        return Marks(opening, heading, (), False)
    whole = _WHOLE_BOLD.fullmatch(text, opening) if text[opening : opening + 2] in _PAIRS else None
    if whole:
        return Marks(opening, heading, (Span(*whole.span(1)), Span(*whole.span(3))), True)
    spans: list[Span] = []
    if "](" in text:
        spans += _pairs(_LINK, text, opening)
    if "**" in text:
        spans += _pairs(_BOLD, text, opening)
    if markdown and ("*" in text or "_" in text):
        spans += _pairs(_EMPHASIS, text, opening)
    return Marks(opening, heading, _apart(spans), False)


def is_picture(text: str) -> bool:
    """Whether a block is a picture in Markdown and nothing else."""
    return text.startswith("![") and _PICTURE.fullmatch(text) is not None


def _pairs(pattern: re.Pattern[str], text: str, start: int) -> list[Span]:
    """The first and last group of every match, which are the marks."""
    return [
        Span(*match.span(group))
        for match in pattern.finditer(text, start)
        for group in ((1, 3) if match[1] else (4, 6))
    ]


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Spans sorted, those that lie in another left out."""
    found: list[Span] = []
    for span in sorted(spans):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)
