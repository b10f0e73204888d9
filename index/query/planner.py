"""From the tree of a query to a plan, with what the library knows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import log

from index.analysis import Token, language, tokenize
from index.query.expand import Expander
from index.query.names import longest_names
from index.query.plan import (
    All,
    Any,
    Clause,
    Days,
    Labels,
    NameField,
    Names,
    Part,
    Plan,
    Row,
    RowField,
    Without,
)
from index.query.question import is_question
from index.query.resolve import Resolver, shown
from index.query.suggest import Suggester
from index.query.tree import And, Dates, Node, Not, Open, Or, Query
from index.query.tree import Words as Typed
from index.query.words import Words

MAX_FORMS = 16
"""Forms of an entity that are lit, the most frequent ones."""


MIN_TELLING = 2
"""Words that tell something, beside which those that only ask are left out of a question."""

_EXPANDED = ("words", "word_stems", "beginnings")


def plan(query: Query, words: Words) -> Plan:
    """Turn what was typed into what is looked for. Never raises."""
    planner = _Planner(words)
    root = query.root
    parts = root.parts if isinstance(root, And) and not root.written else (root,) if root else ()
    optional: list[Clause] = []
    required: list[Clause] = []
    excluded: list[Clause] = []
    for part, clause in planner.together(parts):
        if isinstance(clause, Without):
            excluded.append(clause.part)
        elif _may_go(part):
            optional.append(clause)
        else:
            required.append(clause)
    remarks = [*query.remarks, *planner.remarks()]
    if root is not None and not (optional or required):
        remarks.append("only common words, which nearly every passage has: nothing to look for")
    return Plan(
        tuple(optional),
        tuple(required),
        tuple(excluded),
        tuple(dict.fromkeys(remarks)),
        question=len(optional) > 1 and is_question(query.text),
    )


def _may_go(node: Node) -> bool:
    """Whether a clause may be given up where no passage has all: words without a field."""
    if isinstance(node, Or):
        return all(map(_may_go, node.parts))
    return isinstance(node, Typed) and node.field == "any"


class _Planner:
    """Plans the clauses of one query, and collects the remarks."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._expander = Expander(words)
        self._suggester = Suggester(words)
        self._others: dict[str, Sequence[str]] = {}
        # A word to leave out is left out as it is.
        self._doubting = True
        self._common: list[str] = []
        self._said: list[str] = []
        self._resolver = Resolver(words, self._said)

    def remarks(self) -> list[str]:
        """What was added and left out, in the order in which it matters."""
        common = list(dict.fromkeys(self._common))
        left = ["common words left out: " + ", ".join(common)] if common else []
        return [*self._said, *self._expander.remarks, *self._suggester.remarks(), *left]

    def together(self, parts: Sequence[Node]) -> list[tuple[Node, Clause]]:
        """Clauses that must all hold, those without a telling word left out.

        A stop word of a language is in none of its passages: it must not rule them out. One of
        the library's main language is left out beside words that tell; one of another language
        is not asked of passages in it.
        """
        read: list[tuple[Node, Clause | None]] = []
        for group, spellings in longest_names(parts, self._words):
            clauses = [self._clause(part) for part in group]
            named = self._named(group, clauses, spellings)
            read += zip(group, clauses, strict=True) if named is None else [(group[0], named)]
        some_tell = any(c and _tells(c) and not isinstance(c, Without) for _, c in read)
        telling: list[tuple[Node, Clause]] = []
        for part, clause in read:
            if isinstance(part, Typed) and (clause is None or not _tells(clause)):
                clause = self._common_word(part, clause, some_tell)
            if clause is not None:
                telling.append((part, clause))
        return self._without_asking(telling)

    def _without_asking(self, clauses: list[tuple[Node, Clause]]) -> list[tuple[Node, Clause]]:
        """Clauses without the words that only ask (`pourquoi`, `how many`), where enough tell."""
        asking = [isinstance(part, Typed) and self._asks(part) for part, _ in clauses]
        if len(clauses) - sum(asking) < MIN_TELLING:
            return clauses
        pairs = list(zip(clauses, asking, strict=True))
        self._common += [shown([part]) for (part, _), asks in pairs if asks]
        return [pair for pair, asks in pairs if not asks]

    def _asks(self, part: Typed) -> bool:
        plain = part.kind == "word" and part.field == "any" and part.last is None
        words = {token.folded for token in part.tokens}
        return plain and any(words <= language(code).asking for code in self._words.languages)

    def _common_word(self, part: Typed, clause: Clause | None, some_tell: bool) -> Clause | None:
        """What is looked for of words that are stop words in some languages or in all."""
        languages = self._words.languages
        silent = [code for code in languages if not self._reading(part, code, alias=True)]
        common = shown([part])
        if clause is None or (some_tell and languages[0] in silent):
            self._common.append(common)
            return None
        where = ", ".join(code or "?" for code in silent)
        self._said.append(f"“{common}” is a common word in {where}: not looked for there")
        if some_tell and isinstance(clause, Row):
            return replace(clause, silent=tuple(code for code in silent if code))
        return clause

    def _named(
        self, group: Sequence[Node], clauses: Sequence[Clause | None], spellings: Sequence[str]
    ) -> Clause | None:
        """Words that are one name, or any other spelling of it that they do not find already."""
        kept = [clause for clause in clauses if clause is not None]
        found = {token.folded for part in group if isinstance(part, Typed) for token in part.all}
        found |= {other for word in found for other in self._aliases(word)}
        others = [s for s in spellings if not {t.folded for t in tokenize(s)} <= found]
        rows = [self._row(_written(other), "any", alias=True) for other in others]
        rows = [row for row in rows if any(row.readings)]
        if not kept or not rows:
            return None
        self._said.append(" = ".join([shown(group), *others]) + " (name)")
        return Any((kept[0] if len(kept) == 1 else All(tuple(kept)), *rows))

    def _clause(self, node: Node) -> Clause | None:
        """One clause; None where all its words are common ones."""
        if isinstance(node, Not):
            doubting, self._doubting = self._doubting, False
            part = self._clause(node.part)
            self._doubting = doubting
            return None if part is None else Without(part)
        if isinstance(node, Dates):
            return Days(node.earliest, node.latest)
        if isinstance(node, And):
            return _one(All, [clause for _, clause in self.together(node.parts)])
        if isinstance(node, Or):
            clauses = [self._clause(part) for part in node.parts]
            return _one(Any, [clause for clause in clauses if clause is not None])
        return self._leaf(node)

    def _leaf(self, node: Typed) -> Clause | None:
        if node.field in ("person", "place", "org", "speaker"):
            return self._names(node, node.field)
        if node.field == "source":
            return self._resolver.source(node)
        if node.field == "lang":
            return self._resolver.language(node)
        if node.field in ("author", "tag"):
            words = tuple(re.split(r"[*?]", t.folded)[0] for t in node.all)
            return Labels(node.field, (words,), begun=node.last is not None)
        field = node.field if node.field in ("title", "text", "quote") else "any"
        row = self._row(node, field)
        return row if any(row.readings) else None

    # Words

    def _row(self, node: Typed, field: RowField, *, alias: bool = False) -> Row:
        readings = [self._reading(node, code, alias=alias) for code in self._words.languages]
        exact = node.kind == "exact"
        return Row(tuple(dict.fromkeys(readings)), field, exact, node.near, alias)

    def _reading(self, node: Typed, code: str | None, *, alias: bool) -> tuple[Part, ...]:
        chosen = language(code)
        named = node.kind == "word" and not alias
        parts = [
            self._part(token, code, named=named)
            for token in node.tokens
            if token.folded not in chosen.stop
        ]
        if node.last is not None:
            last = self._last(node.last, code, named=named, in_row=bool(parts))
            if last.stem not in chosen.stop or last.words:
                parts.append(last)
        return tuple(parts)

    def _last(self, last: Open, code: str | None, *, named: bool, in_row: bool) -> Part:
        """An open word: what it stands for; of one that is being typed also what it is itself."""
        part = self._expander.part(last, code, few=in_row)
        if last.how != "typed" or not named:
            return part
        own = self._part(last.token, code, named=True, begins=bool(part.words))
        return replace(own, **{name: getattr(part, name) for name in _EXPANDED})

    def _part(self, token: Token, code: str | None, *, named: bool, begins: bool = False) -> Part:
        """One word; `begins`: it is the beginning of others, and so not in doubt."""
        stem = language(code).stem
        own = stem(token.folded)
        if not named:
            return Part(own, token.exact)
        others = self._aliases(token.folded)
        if others:
            self._said.append(" = ".join([token.exact, *others]) + " (name)")
        known = begins or others or token.folded in language(code).asking
        doubted = self._doubting and not known
        meant = self._suggester.corrections(token) if doubted else ()
        aliases = tuple(dict.fromkeys(term for term in map(stem, others) if term != own))
        rarity = self._rarity(own)
        return Part(
            own,
            token.exact,
            aliases=aliases,
            alias_weights=tuple(min(1.0, rarity / self._rarity(term)) for term in aliases),
            corrections=frozenset(stem(word) for word in meant) - {own},
        )

    def _aliases(self, word: str) -> Sequence[str]:
        if word not in self._others:
            self._others[word] = self._words.aliases(word)
        return self._others[word]

    def _rarity(self, stem: str) -> float:
        """The inverse document frequency that a term is ranked by: a rare spelling of a name
        would come before the one that was typed."""
        return 1 + log((1 + self._words.passages) / (1 + self._words.frequency("text", stem)))

    # Fields of the article, names

    def _names(self, node: Typed, field: NameField) -> Clause | None:
        entities = self._resolver.entities(node, field)
        if not entities:
            row = self._row(node, "any")
            return row if any(row.readings) else None
        forms = [form for entity in entities for form in entity.variants][:MAX_FORMS]
        rows = [self._row(_written(form), "text", alias=True) for form in forms]
        ids = tuple(entity.id for entity in entities)
        return Names(field, ids, tuple(row for row in rows if any(row.readings)))


def _one(kind: type[All] | type[Any], clauses: list[Clause]) -> Clause | None:
    if not clauses:
        return None
    return clauses[0] if len(clauses) == 1 else kind(tuple(clauses))


def _tells(clause: Clause) -> bool:
    """Whether a clause has a word that is looked for in every language of the library."""
    return not isinstance(clause, Row) or all(clause.readings)


def _written(name: str) -> Typed:
    """A name as words in a row."""
    return Typed("word", tuple(tokenize(name)))
