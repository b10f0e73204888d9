"""A plan as Whoosh queries. Imports Whoosh: only for whoever searches.

What another index knows is asked through `Facts`: a callable that takes a query on the fields of
the facts index (`person`, `place`, `org`, `other`, `speaker`: entity ids; `quote`: stems with
positions) and gives the documents, numbers of the text index, of the passages that match. Without
it names are looked for as they are written.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from whoosh.query import (
    And,
    AndNot,
    ConstantScoreQuery,
    Not,
    NullQuery,
    NumericRange,
    Or,
    Phrase,
    Prefix,
    Term,
)
from whoosh.query import Query as WhooshQuery
from whoosh.query.spans import SpanNear2

from index.arrays.docset import DocSet
from index.query.plan import All, Any, Clause, Days, Labels, Names, Part, Plan, Row, Without
from index.ranking import (
    ALIAS_WEIGHT,
    CORRECTION_WEIGHT,
    EXACT_WEIGHT,
    PREFIX_WEIGHT,
    TITLE_WEIGHT,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Documents: TypeAlias = "NDArray[np.uint32]"
Facts = Callable[[WhooshQuery], Documents]


def to_whoosh(plan: Plan, facts: Facts | None = None) -> WhooshQuery:
    """The passages that have all clauses of a plan."""
    return _bounded([_or_silent(c, facts) for c in plan.optional], plan, facts)


def wider(
    plan: Plan, matched: Callable[[WhooshQuery], Documents], facts: Facts | None = None
) -> tuple[WhooshQuery, int] | None:
    """The passages that have a part of the optional clauses, and all that the plan requires.

    `matched` gives the documents of a query (`Executor.matched`). Returns the query, and how many
    of the optional clauses any of its passages has; None where there is nothing to give up, or
    even one clause alone finds nothing.
    """
    import numpy as np

    if len(plan.optional) < 2:
        return None
    queries = [clause_query(clause, facts) for clause in plan.optional]
    query = _bounded([Or(queries)], plan, facts)
    docs = matched(query)
    if not len(docs):
        return None
    counts = np.bincount(np.concatenate([matched(one) for one in queries]))
    return query, int(counts[docs].max())


def _bounded(wanted: Sequence[WhooshQuery], plan: Plan, facts: Facts | None) -> WhooshQuery:
    """What has all of `wanted` and of what the plan requires, and nothing that it excludes."""
    required = [clause_query(clause, facts) for clause in plan.required]
    query = _all([*wanted, *required])
    excluded = [clause_query(clause, facts) for clause in plan.excluded]
    return AndNot(query, _any(excluded)) if excluded else query


def _or_silent(clause: Clause, facts: Facts | None) -> WhooshQuery:
    """One clause, or being in a language in which its words are never indexed."""
    query = clause_query(clause, facts)
    if not isinstance(clause, Row) or not clause.silent:
        return query
    return Or([query, _constant(_any([Term("language", code) for code in clause.silent]))])


def clause_query(clause: Clause, facts: Facts | None = None) -> WhooshQuery:
    """One clause as a query."""
    if isinstance(clause, Row):
        return _row(clause, facts)
    if isinstance(clause, Any):
        return _any([clause_query(part, facts) for part in clause.parts])
    if isinstance(clause, Without):
        return Not(clause_query(clause.part, facts))
    if isinstance(clause, All):
        return _conjunction(clause, facts)
    if isinstance(clause, Names):
        return _names(clause, facts)
    return _constant(_days(clause) if isinstance(clause, Days) else _labels(clause))


def _conjunction(clause: All, facts: Facts | None) -> WhooshQuery:
    wanted = [_or_silent(p, facts) for p in clause.parts if not isinstance(p, Without)]
    unwanted = [clause_query(p.part, facts) for p in clause.parts if isinstance(p, Without)]
    if not wanted:
        return Not(_any(unwanted))
    return AndNot(_all(wanted), _any(unwanted)) if unwanted else _all(wanted)


def _all(queries: Sequence[WhooshQuery]) -> WhooshQuery:
    return queries[0] if len(queries) == 1 else And(list(queries)) if queries else NullQuery


def _any(queries: Sequence[WhooshQuery]) -> WhooshQuery:
    return queries[0] if len(queries) == 1 else Or(list(queries)) if queries else NullQuery


def _constant(query: WhooshQuery) -> WhooshQuery:
    """What holds or does not, and ranks nothing."""
    return ConstantScoreQuery(query, 1.0)


# The article's fields, and facts


def _days(clause: Days) -> WhooshQuery:
    """The days that an article's date can mean, and those asked for, have one in common."""
    return _all(
        [
            NumericRange("day", None, clause.latest),
            NumericRange("day_end", clause.earliest, None),
        ]
    )


def _labels(clause: Labels) -> WhooshQuery:
    return _any([_all(_label(clause, words)) for words in clause.values])


def _label(clause: Labels, words: Sequence[str]) -> list[WhooshQuery]:
    terms = [Term(clause.field, word) for word in words]
    return [*terms[:-1], Prefix(clause.field, words[-1])] if clause.begun else terms


def _names(clause: Names, facts: Facts | None) -> WhooshQuery:
    if facts is None:
        return _any([_row(row, None) for row in clause.rows])
    return DocSet(facts(_any([Term(clause.field, entity) for entity in clause.entities])))


# Words


def _row(row: Row, facts: Facts | None) -> WhooshQuery:
    if row.field == "quote":
        return NullQuery if facts is None else DocSet(facts(_in_field(row, "quote")))
    readings = [parts for parts in row.readings if parts]
    weight = ALIAS_WEIGHT if row.alias else 1.0
    if row.exact:
        return _any([_exact(parts) for parts in readings])
    single = [parts[0] for parts in readings if len(parts) == 1]
    choices = _terms(single, row) if single else []
    for parts in readings:
        if len(parts) > 1:
            choices += [
                _side_by_side(parts, row, field, boost * weight) for field, boost in _fields(row)
            ]
    return _any(choices)


def _fields(row: Row) -> list[tuple[str, float]]:
    if row.field == "any":
        return [("text", 1.0), ("title", TITLE_WEIGHT)]
    return [(row.field, 1.0)]


def _in_field(row: Row, field: str) -> WhooshQuery:
    """A row in a field that holds stems only."""
    return _any([_side_by_side(parts, row, field, 1.0) for parts in row.readings if parts])


def _exact(parts: Sequence[Part]) -> WhooshQuery:
    words = _all([Term("exact", part.exact) for part in parts])
    if len(parts) == 1:
        return words
    return And([words, Phrase("text", [str(part.stem) for part in parts])])


def _terms(parts: Iterable[Part], row: Row) -> list[WhooshQuery]:
    """One word in all its readings: each term once, with the highest weight that it has."""
    weights: dict[tuple[str, str], float] = {}
    beginnings: set[str] = set()
    for part in parts:
        for field, boost in _fields(row):
            for term, weight in _weighted(part, field):
                key = (field, term)
                weights[key] = max(weights.get(key, 0.0), boost * weight)
        if row.field == "title":
            continue
        for word in part.words:
            weights[("exact", word)] = PREFIX_WEIGHT
        if part.stem is not None and not part.exact.isascii():
            weights.setdefault(("exact", part.exact), EXACT_WEIGHT)
        beginnings.update(part.beginnings)
    scale = ALIAS_WEIGHT if row.alias else 1.0
    found = [Term(field, term, boost=w * scale) for (field, term), w in weights.items()]
    return [*found, *(_constant(Prefix("exact", start)) for start in sorted(beginnings))]


def _weighted(part: Part, field: str) -> list[tuple[str, float]]:
    """The stems of a word in a field; what it stands for is in `exact`, except of titles."""
    found = [] if part.stem is None else [(part.stem, 1.0)]
    if field == "title":
        found += [(stem, PREFIX_WEIGHT) for stem in sorted(part.word_stems)]
    weights = zip(part.aliases, part.alias_weights, strict=True)
    found += [(stem, ALIAS_WEIGHT * weight) for stem, weight in weights]
    return found + [(stem, CORRECTION_WEIGHT) for stem in sorted(part.corrections)]


def _side_by_side(parts: Sequence[Part], row: Row, field: str, boost: float) -> WhooshQuery:
    """Words in a row, or near each other, in a field that holds stems with positions."""
    stems = [sorted(part.stems) for part in parts]
    if not all(stems):
        return NullQuery
    if len(parts) == 1:
        return _any([Term(field, stem, boost=boost) for stem in stems[0]])
    if row.near is None and all(len(choices) == 1 for choices in stems):
        return Phrase(field, [choices[0] for choices in stems], boost=boost)
    terms = [_any([Term(field, stem, boost=boost) for stem in choices]) for choices in stems]
    if row.near is None:
        return SpanNear2(terms)
    return SpanNear2(terms, slop=row.near + 1, ordered=False)
