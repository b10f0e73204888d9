"""From a query to what it matches: terms for the index, places in a text.

The two are made from one plan, so that what is lit on the screen is what was found.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.types import Span
from index.analysis import Token, language, located, tokenize
from index.query import Clause, Query

MIN_PREFIX = 3
"""Letters from which a word being typed stands for all words that begin with it."""

MAX_EXPANSIONS = 24
"""Stems that a prefix stands for, the most frequent ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a clause, as the index knows it in one language.

    `prefixes` are the terms of the words it begins; `aliases` those of other spellings of the
    same name; `exact` is its form with accents.
    """

    stem: str
    prefixes: frozenset[str]
    aliases: frozenset[str]
    exact: str

    @property
    def terms(self) -> frozenset[str]:
        """All terms that the word matches."""
        return self.prefixes | self.aliases | {self.stem}


@dataclass(frozen=True, slots=True)
class PlannedClause:
    """A clause with its words as terms, in one reading for each language of the library.

    The readings differ in stems and in the stop words that are left out.
    """

    clause: Clause
    readings: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready to be looked for. `remarks` say what was added or left out."""

    clauses: tuple[PlannedClause, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the library knows of words: its languages, the stems of the words that begin with a
    folded prefix (best first), the other spellings of a folded name."""

    languages: Sequence[str | None]
    expand: Callable[[str], Sequence[str]]
    aliases: Callable[[str], Sequence[str]]


def plan(query: Query, words: Words) -> Plan:
    """Turn a query's words into terms."""
    planned = [PlannedClause(clause, _readings(clause, words)) for clause in query.clauses]
    # A stop word of one language is in none of its passages: it must not rule them out.
    telling = [p for p in planned if all(p.readings)] or [p for p in planned if any(p.readings)]
    remarks = list(query.remarks)
    for clause in (p.clause for p in telling):
        for token in clause.tokens if clause.kind in ("words", "prefix") else ():
            if others := words.aliases(token.folded):
                remarks.append(" = ".join([token.exact, *others]) + " (name)")
    common = [p.clause.tokens[0].exact for p in planned if p not in telling]
    if common:
        remarks.append("common words left out: " + ", ".join(dict.fromkeys(common)))
    return Plan(tuple(telling), tuple(remarks))


def _readings(clause: Clause, words: Words) -> tuple[tuple[Part, ...], ...]:
    readings = []
    for code in words.languages:
        stop = language(code).stop
        begun = _begun(clause)
        kept = [t for t in clause.tokens if t is begun or t.folded not in stop]
        readings.append(tuple(_part(t, clause, code, words, begun=t is begun) for t in kept))
    return tuple(dict.fromkeys(readings))


def _begun(clause: Clause) -> Token | None:
    """The token that stands for all words it begins, None where there is none."""
    last = clause.tokens[-1]
    return last if clause.kind == "prefix" and len(last.folded) >= MIN_PREFIX else None


def _part(token: Token, clause: Clause, code: str | None, words: Words, *, begun: bool) -> Part:
    stem = language(code).stem
    prefixes = words.expand(token.folded)[:MAX_EXPANSIONS] if begun else ()
    others = words.aliases(token.folded) if clause.kind in ("words", "prefix") else ()
    own = stem(token.folded)
    aliases = frozenset(map(stem, others)) - {own}
    return Part(own, frozenset(prefixes) - {own}, aliases, token.exact)


def spans(text: str, code: str | None, plan: Plan) -> list[Span]:
    """Where a text in the language `code` matches a plan's clauses, in order, not overlapping."""
    words = located(text, code)
    found: set[Span] = set()
    for planned in plan.clauses:
        if planned.clause.excluded:
            continue
        if planned.clause.kind == "exact":
            found |= _exact(text, planned.clause)
        else:
            for parts in planned.readings:
                found |= _in_a_row(words, parts)
    return _without_overlaps(found)


def _exact(text: str, clause: Clause) -> set[Span]:
    tokens = list(tokenize(text))
    wanted = [t.exact for t in clause.tokens]
    size = len(wanted)
    return {
        Span(tokens[at].start, tokens[at + size - 1].end)
        for at in range(len(tokens) - size + 1)
        if all(tokens[at + k].exact == wanted[k] for k in range(size))
    }


def _in_a_row(words: Sequence[tuple[str, Token]], parts: Sequence[Part]) -> set[Span]:
    size = len(parts)
    if not size:
        return set()
    wanted = [part.terms for part in parts]
    return {
        Span(words[at][1].start, words[at + size - 1][1].end)
        for at in range(len(words) - size + 1)
        if all(words[at + k][0] in wanted[k] for k in range(size))
    }


def _without_overlaps(found: set[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
