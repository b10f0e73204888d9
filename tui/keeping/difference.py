"""How what was quoted and what stands there now differ, in little room."""

from typing import Literal

from tui.text.word_diff import word_diff

Kind = Literal["same", "cited", "now"]
"""In both; only in what was quoted; only in what stands there now."""

Piece = tuple[Kind, str]

AROUND = 32
"""Characters of what both share that are shown on each side of a difference."""


def difference(cited: str, now: str) -> tuple[Piece, ...]:
    """Both texts in pieces, in order; of what they share only what stands beside a difference."""
    pieces: list[Piece] = []
    at = 0
    for change in word_diff(cited, now).changes:
        pieces.append(("same", _beside(cited[at : change.left.start], begins=not pieces)))
        pieces.append(("cited", cited[change.left.start : change.left.end]))
        pieces.append(("now", now[change.right.start : change.right.end]))
        at = change.left.end
    pieces.append(("same", _beside(cited[at:], begins=not pieces, ends=True)))
    return tuple((kind, text) for kind, text in pieces if text)


def in_line(pieces: tuple[Piece, ...]) -> str:
    """The pieces as `git diff --word-diff` writes them: [-cited-]{+now+}."""
    signs = {"same": ("", ""), "cited": ("[-", "-]"), "now": ("{+", "+}")}
    return "".join(f"{signs[kind][0]}{text}{signs[kind][1]}" for kind, text in pieces)


def _beside(text: str, *, begins: bool, ends: bool = False) -> str:
    """What stands next to a difference; an ellipsis for the rest."""
    if len(text) <= (AROUND if begins or ends else 2 * AROUND):
        return text
    head = "" if begins else text[:AROUND].rpartition(" ")[0] + " "
    tail = "" if ends else " " + text[-AROUND:].partition(" ")[2]
    return f"{head}…{tail}"
