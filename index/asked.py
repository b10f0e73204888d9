"""What a query asks for, word by word in the order typed: what each stands for, what it tells.

In a question some words tell less of where the answer stands: `quel`, `comment` are in the
question only, and so most often is what it asks for by its kind, the head of X. Li & D. Roth
(Learning Question Classifiers, 2002): `quelle équipe a gagné…`. Names and numbers tell more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.analysis import language, tokenize
from index.query.plan import All, Any, Clause, Plan, Row
from index.query.tree import And, Node, Or, Query, Words

NAME = 1.3
"""A word with a capital inside a query, or a number."""

KIND = 0.5
"""The noun after `quel`, `which`."""

_WHICH = frozenset("quel quelle quels quelles which what".split())
_BETWEEN = frozenset("est sont etait etaient fut furent is are was were le la les l the".split())


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a query: `stems` are the terms that it stands for, own and others', in all
    languages of the library. `tells` is its factor, 0 for one that tells nothing."""

    folded: str
    stems: frozenset[str]
    tells: float


def asked(query: Query, plan: Plan, languages: Sequence[str | None]) -> tuple[Asked, ...]:
    """The words of a query that are looked for in texts and titles, in order, repeats included."""
    others = _others(plan)
    chosen = [language(code) for code in languages]
    tokens = [token for words in _leaves(query.root) for token in words.all]
    names, kinds = _names(query.text), _kinds([token.folded for token in tokens])
    tell = [not any(token.folded in one.stop | one.asking for one in chosen) for token in tokens]
    if not any(tell):
        tell = [True] * len(tokens)
    found = []
    for token, telling in zip(tokens, tell, strict=True):
        own = {one.stem(token.folded) for one in chosen}
        factor = NAME if token.folded in names else KIND if token.folded in kinds else 1.0
        stems = frozenset(own | others.get(token.exact, frozenset()))
        found.append(Asked(token.folded, stems, factor * telling))
    return tuple(found)


def _leaves(node: Node | None) -> Iterator[Words]:
    """The words of a tree that should stand in a text, in order."""
    if isinstance(node, Words):
        if node.field in ("any", "text", "title"):
            yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _leaves(part)


def _others(plan: Plan) -> Mapping[str, set[str]]:
    """By word with accents: the stems of what else it stands for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in _rows((*plan.optional, *plan.required)):
        for part in (part for reading in row.readings for part in reading):
            found[part.exact] |= part.stems
    return found


def _rows(clauses: Sequence[Clause]) -> Iterator[Row]:
    for clause in clauses:
        if isinstance(clause, Row):
            yield clause
        elif isinstance(clause, All | Any):
            yield from _rows(clause.parts)


def _names(text: str) -> frozenset[str]:
    """The folded words written as names or numbers; a first word's capital says nothing."""
    return frozenset(
        token.folded
        for place, token in enumerate(tokenize(text))
        if token.folded[0].isdigit() or (place and text[token.start].isupper())
    )


def _kinds(words: Sequence[str]) -> frozenset[str]:
    """The words that say of what kind the answer is: `quelle équipe`, `quel est le nom`."""
    found = set()
    for at, word in enumerate(words):
        if word in _WHICH:
            rest = (other for other in words[at + 1 :] if other not in _BETWEEN)
            found.update(list(rest)[:1])
    return frozenset(found)
