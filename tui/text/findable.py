"""A text in which one finds what one types, whatever its accents, capitals and quotation marks.

Pure. Typed and read text are reduced alike: `elysee` finds "Élysée", `coeur` "cœur", a plain
apostrophe or quotation mark any other, a space any spaces, a line end too. No patterns: what is
typed is looked for as it stands.
"""

import re
from bisect import bisect_right

from corpus.sounds import flat
from corpus.types import Span

_LETTERS = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}

_APART = re.compile(
    r"""
    (?P<quote>    «\s* | \s*» | [„“”‟"] )     # with the space that French sets inside
    | (?P<apostrophe> ['’‘ʼ′] )
    | (?P<dash>   [‐‑‒–—−] )
    | (?P<letter> [œŒæÆß] )
    | (?P<nothing> [\u00ad\u200b-\u200d\u2060\u0300-\u036f] )
    | (?P<space>  [\s\u00a0\u202f]{2,} | \n )
    """,
    re.VERBOSE,
)
"""What is not reduced character by character; all else keeps its length."""

_INSTEAD = {"quote": '"', "apostrophe": "'", "dash": "-", "nothing": "", "space": " "}


MOST = 10_000
"""So many places are found: more are never stepped through, and of a huge text a letter would
take seconds."""


class Findable:
    """One text, reduced once; as often as one types a letter it is only searched."""

    def __init__(self, text: str) -> None:
        """`text` is in NFC, as articles are."""
        self._reduced, self._at, self._from = _reduced(text)

    def find(self, typed: str) -> tuple[Span, ...]:
        """Every place of what is typed, as characters of the text, in order and apart.

        The first `MOST` of them.
        """
        wanted = _reduced(typed)[0].strip()
        found: list[Span] = []
        at = self._reduced.find(wanted) if wanted else -1
        while at >= 0 and len(found) < MOST:
            end = at + len(wanted)
            # The end of the last character, not the beginning of what comes after it: what has
            # no width there, or a space before a mark, is no part of what was found.
            found.append(Span(self._start(at), self._start(end - 1) + self._length(end - 1)))
            at = self._reduced.find(wanted, end)
        return tuple(found)

    def _piece(self, at: int) -> int:
        """The piece that a reduced character belongs to."""
        return bisect_right(self._at, at) - 1

    def _start(self, at: int) -> int:
        """The text's character of a reduced one."""
        piece = self._piece(at)
        if self._whole(piece):
            return self._from[piece]
        return self._from[piece] + at - self._at[piece]

    def _length(self, at: int) -> int:
        """How many of the text's characters a reduced one stands for."""
        piece = self._piece(at)
        return self._from[piece + 1] - self._from[piece] if self._whole(piece) else 1

    def _whole(self, piece: int) -> bool:
        """Whether a piece is a single thing, whatever its lengths are."""
        return piece % 2 == 1


def _reduced(text: str) -> tuple[str, list[int], list[int]]:
    """A text as it is compared; where each of its pieces begins in it, and in the text.

    Pieces take turns: characters one by one, then a thing that is replaced as a whole.
    """
    pieces: list[str] = []
    at, begins = [0], [0]
    length = last = 0
    for match in _APART.finditer(text):
        plain = flat(text[last : match.start()])
        kind = match.lastgroup or ""
        instead = _LETTERS.get(match.group()) if kind == "letter" else _INSTEAD[kind]
        pieces += (plain, instead or "")
        length += len(plain)
        at.append(length)
        begins.append(match.start())
        length += len(instead or "")
        last = match.end()
        at.append(length)
        begins.append(last)
    pieces.append(flat(text[last:]))
    return "".join(pieces), at, begins
