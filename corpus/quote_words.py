"""A paragraph with quotations → sentences of tokens: words, names, whole quotations, signs."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corpus.types import Mention, Span

Kind = Literal["word", "name", "quote", "sign"]

WORD = re.compile(
    r"(?:MM|Mme|Mlle|Me|Dr|Pr|Mr|Mrs|Ms|Mgr|St|M)\.|\d[\d.,]*\d"
    r"|[^\W_]+(?:[-‑][^\W_]+)*(?:['’](?=[^\W_]|\s?[\"«“]|\Z))?|\.\.\.|[^\w\s]|_"
)
"""A word with its hyphens and, if it is elided, its apostrophe; or one sign.

An elided word is one before a letter or a quotation mark.
"""

ENDS = frozenset({".", "!", "?", "…", "...", "•"})


LONGEST = 400
"""Tokens after which a sentence ends in any case: what is read in it is read often."""


SURE_END = re.compile(
    r"[.!?…](?<![A-Z].)(?<!\bMme.)(?<!\bMlle.)(?<!\bMgr.)(?<!\bM[re].)(?<!\b[DPS][rt].)\s+(?=[A-ZÀ-Þ])"
)
"""A stop between two sentences that is no abbreviation's."""


class Token(NamedTuple):
    """A piece of a sentence. `form` is in small letters; `at` numbers a name or a quotation."""

    kind: Kind
    form: str
    start: int
    end: int
    at: int
    capital: bool


Atom = tuple[Span, Kind, int]
"""A name or a quotation, which is never cut, and its number."""


def portions(
    text: str, span: Span, atoms: Sequence[Atom]
) -> Iterator[tuple[Span, Sequence[Atom], bool]]:
    """A paragraph cut where sentences surely end, and whether each portion holds a quotation.

    Most of a newspaper quotes nobody: what is not needed is not taken to tokens.
    """
    cuts = [match.end() for match in SURE_END.finditer(text, span.start, span.end)]
    start, first, number = span.start, 0, 0
    for cut in (*cuts, span.end):
        while number < len(atoms) and atoms[number][0].end <= cut:
            number += 1
        if number < len(atoms) and atoms[number][0].start < cut:
            continue  # the cut lies inside a quotation or a name
        yield Span(start, cut), atoms[first:number], holds(atoms[first:number])
        start, first = cut, number


def holds(atoms: Sequence[Atom]) -> bool:
    """Whether a quotation is among names."""
    return any(kind == "quote" for _, kind, _ in atoms)


def tokens(text: str, span: Span, atoms: Sequence[Atom]) -> list[Token]:
    """The tokens of a piece of text; `atoms` are its names and quotations, sorted and apart."""
    found: list[Token] = []
    at = span.start
    for atom, kind, number in atoms:
        found += words_in(text, at, atom.start)
        found.append(Token(kind, "", atom.start, atom.end, number, True))
        at = atom.end
    found += words_in(text, at, span.end)
    return found


def words_in(text: str, start: int, end: int) -> list[Token]:
    """Words and signs between two places."""
    found: list[Token] = []
    for match in WORD.finditer(text, start, end):
        word = match[0]
        at, after = match.span()
        if word.islower():
            found.append(Token("word", word.replace("’", "'"), at, after, -1, False))
        elif not word[0].isalnum():
            found.append(Token("sign", word, at, after, -1, False))
        else:
            # A capital without its accent: « A Paris ».
            form = "à" if word == "A" else word.lower().replace("’", "'")
            found.append(Token("word", form, at, after, -1, word[0].isupper()))
    return found


def sentences(text: str, found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens sentence by sentence, the sign at the end included."""
    start = 0
    for number in range(1, len(found)):
        if number - start >= LONGEST or ends(text, found[number - 1], found[number]):
            yield found[start:number]
            start = number
    if start < len(found):
        yield found[start:]


def ends(text: str, token: Token, following: Token) -> bool:
    """Whether a sentence ends between two tokens."""
    if token.kind == "word":
        return False
    if token.kind == "sign":
        return token.form in ENDS and (following.capital or following.form == "-")
    if token.kind == "quote" and following.capital:
        last = text[token.start : token.end].rstrip("»”\"’'› \u00a0\u202f")[-1:]
        return last in ENDS
    return False


def atoms_of(quotes: Sequence[Span], mentions: Sequence[Mention]) -> list[Atom]:
    """Outer quotations and the names outside them, sorted and apart, each with its number."""
    atoms: list[Atom] = [(span, "quote", n) for n, span in enumerate(quotes)]
    atoms += [(mention.span, "name", n) for n, mention in enumerate(mentions)]
    atoms.sort(key=lambda atom: (atom[0].start, atom[1] != "quote"))
    kept: list[Atom] = []
    for atom in atoms:
        if not kept or atom[0].start >= kept[-1][0].end:
            kept.append(atom)
        elif atom[1] == "quote":
            kept[-1] = atom
    return kept
