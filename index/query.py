"""What was typed, as clauses: words, "phrases", ="exact forms", prefix*, -excluded words.

The grammar is ours, so that saved searches outlive any engine. Nothing that can be typed is an
error: what cannot be read as an operator is read as text, and a remark says so.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from index.analysis import Token, tokenize

ClauseKind = Literal["words", "phrase", "exact", "prefix"]

MAX_QUERY = 400
"""Characters of a query that are read: a pasted page is cut, and a remark says so."""

_CLAUSE = re.compile(
    r"(?P<minus>(?<!\S)-)?"
    r"(?:(?P<exact>=)?[\"«“”](?P<quoted>[^\"«»“”]*)(?:[\"»“”]|$)"
    r"|=(?P<form>[^\s\"«»“”=]+)"
    r"|(?P<words>[^\s\"«»“”]+))"
)
_FIELD = re.compile(r"[^\W\d]+:(?=\S)")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_OPERATORS = frozenset(["AND", "ET", "OR", "OU", "NOT", "SAUF"])
_STAR = re.compile(r"\w\*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a query. `tokens` are its words in order, stop words included."""

    kind: ClauseKind
    tokens: tuple[Token, ...]
    excluded: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood: all clauses must hold; `remarks` say what was made of it."""

    text: str
    clauses: tuple[Clause, ...]
    remarks: tuple[str, ...]


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query. Never raises.

    With `typing`, the last word is a prefix unless a space or a quotation mark follows it.
    """
    remarks: list[str] = []
    normal = unicodedata.normalize("NFC", text)
    if len(normal) > MAX_QUERY:
        normal = normal[:MAX_QUERY]
        remarks.append(f"only the first {MAX_QUERY} characters were read")
    normal = _THOUSANDS.sub(lambda number: "".join(number.group().split()), normal)
    clauses: list[Clause] = []
    for match in _CLAUSE.finditer(normal):
        unfinished = typing and match.end() == len(normal)
        clause = _clause(match, unfinished, remarks)
        if clause.tokens:
            clauses.append(clause)
    if clauses and all(clause.excluded for clause in clauses):
        remarks.append("only excluded words: nothing to look for")
        clauses = []
    return Query(text, tuple(clauses), tuple(remarks))


def _clause(match: re.Match[str], unfinished: bool, remarks: list[str]) -> Clause:
    excluded = match["minus"] is not None
    if match["form"] is not None or (match["exact"] and match["quoted"] is not None):
        tokens = tuple(tokenize(match["form"] or match["quoted"]))
        return Clause("exact", tokens, excluded)
    if match["quoted"] is not None:
        return Clause("phrase", tuple(tokenize(match["quoted"])), excluded)
    word = match["words"]
    if word in _OPERATORS:
        if word not in ("AND", "ET"):
            remarks.append(f"{word} is not understood yet: all words are looked for")
        return Clause("words", (), excluded)
    field = _FIELD.match(word)
    if field:
        remarks.append(f"“{field.group()}” is not a field: searched as text")
    tokens = tuple(tokenize(word))
    if tokens and (_STAR.search(word) or (unfinished and word[-1:].isalnum())):
        return Clause("prefix", tokens, excluded)
    return Clause("words", tokens, excluded)
