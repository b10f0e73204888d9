"""Query trees over arrays: each kind of Whoosh's queries, and how its documents are found.

Equal to Whoosh's matchers in documents and scores, except where these say one thing and do
another: terms that a query stands for (`Prefix`, `Wildcard`, …) with `constantscore` score their
boost (Whoosh gives the sum of their scores in a large segment, 1 in a small one);
`DisjunctionMax` compares scores of the same document; a boost counts for one part as for many.
What is not known here Whoosh's own matchers answer: right, and slow.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from whoosh import query as whoosh
from whoosh.query.spans import SpanNear, SpanNear2

from index.arrays import expansions, fallback, many_terms, phrases
from index.arrays.collection import Collection
from index.arrays.docset import DocSet
from index.arrays.matches import (
    NONE,
    Listed,
    Matches,
    constant,
    highest,
    intersection,
    perhaps,
    required,
    union,
    without,
)
from index.arrays.phrases import Near, Spans


def evaluate(collection: Collection, query: whoosh.Query, *, scored: bool) -> Matches:
    """The documents that match a query; without `scored` their scores mean nothing."""
    kind = _KINDS.get(type(query))
    if kind is None:
        return fallback.evaluate(collection, query, scored=scored)
    return kind(collection, query, scored)


def _term(collection: Collection, query: whoosh.Term, scored: bool) -> Matches:
    if scored:
        return collection.scored(query.fieldname, query.text).times(query.boost)
    return Listed(collection.postings(query.fieldname, query.text)[0], 1.0)


def _parts(collection: Collection, query: Any, scored: bool) -> list[Matches]:
    parts = query.subqueries
    terms = [part for part in parts if type(part) is whoosh.Term and part.boost > 0]
    if not scored or len(terms) < many_terms.MANY:
        return [evaluate(collection, part, scored=scored) for part in parts]
    found = dict(zip(map(id, terms), many_terms.scored(collection, terms), strict=True))
    return [
        found[id(part)] if id(part) in found else evaluate(collection, part, scored=True)
        for part in parts
    ]


def _and(collection: Collection, query: whoosh.And, scored: bool) -> Matches:
    if not query.subqueries:
        return NONE
    return intersection(_parts(collection, query, scored)).times(query.boost)


def _or(collection: Collection, query: whoosh.Or, scored: bool) -> Matches:
    if query.scale:
        return fallback.evaluate(collection, query, scored=scored)
    found = union(_parts(collection, query, scored), collection.documents, scored=scored)
    return found.times(query.boost)


def _disjunction_max(collection: Collection, query: whoosh.DisjunctionMax, scored: bool) -> Matches:
    return highest(_parts(collection, query, scored)).times(query.boost)


def _not(collection: Collection, query: whoosh.Not, scored: bool) -> Matches:
    # Whoosh gives a document that is not excluded the score 1, which And and Or add.
    return without(collection.everything, evaluate(collection, query.query, scored=False))


def _and_not(collection: Collection, query: whoosh.AndNot, scored: bool) -> Matches:
    matches = evaluate(collection, query.a, scored=scored)
    return without(matches, evaluate(collection, query.b, scored=False)) if matches.size else NONE


def _require(collection: Collection, query: whoosh.Require, scored: bool) -> Matches:
    matches = evaluate(collection, query.a, scored=scored)
    return required(matches, evaluate(collection, query.b, scored=False)) if matches.size else NONE


def _and_maybe(collection: Collection, query: whoosh.AndMaybe, scored: bool) -> Matches:
    matches = evaluate(collection, query.a, scored=scored)
    if not scored or not matches.size:
        return matches
    return perhaps(matches, evaluate(collection, query.b, scored=True))


def _every(collection: Collection, query: whoosh.Every, scored: bool) -> Matches:
    if query.fieldname is None:
        return constant(collection.everything, query.boost)
    return constant(_with_field(collection, query.fieldname), query.boost)


def _with_field(collection: Collection, field: str) -> Matches:
    if not collection.indexed(field):
        return NONE

    def find() -> Matches:
        terms = [
            [expansions.Block(range(arrays.term_count(field)))] for arrays, _ in collection.segments
        ]
        return expansions.documents(collection, field, terms)

    return collection.cache.get(("field", field), find)


def _constant(collection: Collection, query: whoosh.ConstantScoreQuery, scored: bool) -> Matches:
    return constant(evaluate(collection, query.child, scored=False), query.score)


def _doc_set(collection: Collection, query: DocSet, scored: bool) -> Matches:
    docs = query.docs_array
    docs = docs[: docs.searchsorted(collection.documents)]
    return Listed(collection.living(docs), query.boost)


_EVERYTHING = {whoosh.Prefix: "", whoosh.Wildcard: "*", whoosh.Regex: ".*"}


def _is_everything(query: Any) -> bool:
    return type(query) in _EVERYTHING and query.text == _EVERYTHING[type(query)]


def _many(collection: Collection, query: Any, scored: bool) -> Matches:
    """A query that stands for many terms."""
    if _is_everything(query):
        return constant(_with_field(collection, query.fieldname), query.boost)
    field = query.fieldname
    if scored and not query.constantscore:
        found = expansions.terms(collection, field, expansions.blocks(collection, query))
        parts = [collection.scored(field, term) for term in found]
        return union(parts, collection.documents, scored=True).times(query.boost)

    def find() -> Matches:
        return expansions.documents(collection, field, expansions.blocks(collection, query))

    return constant(collection.cache.get(_key(query), find), query.boost)


def _key(query: Any) -> tuple[object, ...]:
    """What the documents of a query depend on."""
    names = ("text", "maxdist", "prefixlength", "start", "end", "startexcl", "endexcl")
    values = [(name, getattr(query, name)) for name in names if hasattr(query, name)]
    return (type(query).__name__, query.fieldname, *values)


def _phrase(collection: Collection, query: whoosh.Phrase, scored: bool) -> Matches:
    field, words = query.fieldname, [word for word in query.words if word is not None]
    if not collection.indexed(field) or not words:
        return NONE
    if not collection.schema[field].format.supports("positions"):
        raise whoosh.QueryError(f"Phrase search: {field!r} field has no positions")
    terms = [whoosh.Term(field, word) for word in words]
    near = SpanNear2(terms, slop=query.slop, ordered=True, mindist=1)
    return _near(collection, near, scored).times(query.boost)


def _near(collection: Collection, query: Any, scored: bool) -> Matches:
    try:
        spans = _spans(collection, query)
    except _UnknownError:
        return fallback.evaluate(collection, query, scored=scored)
    docs = phrases.documents_of(spans.starts)
    if not scored or not len(docs):
        return Listed(docs, 1.0)
    # As Whoosh: a document scores what its words score wherever they stand.
    scores = np.zeros(len(docs), dtype=np.float32)
    for part in _near_parts(query):
        scores += evaluate(collection, part, scored=True).at(docs).scores
    return Listed(docs, scores)


class _UnknownError(Exception):
    """Part of a span query has places that are not known here."""


def _near_parts(query: Any) -> list[whoosh.Query]:
    return list(query.qs) if isinstance(query, SpanNear2) else [query.a, query.b]


def _spans(collection: Collection, query: Any) -> Spans:
    """Where a part of a span query stands."""
    kind = type(query)
    if kind is whoosh.Term:
        own = collection.keys(query.fieldname, query.text)
        return Spans(own, own)
    if kind is whoosh.Or and not query.scale:
        return phrases.any_of([_spans(collection, part) for part in query.subqueries])
    if kind in (SpanNear, SpanNear2):
        return _near_spans(collection, query)
    if kind is whoosh.Phrase:
        terms = [whoosh.Term(query.fieldname, word) for word in query.words]
        return _near_spans(collection, SpanNear2(terms, slop=query.slop))
    if kind in _MANY and not _is_everything(query):
        field = query.fieldname
        found = expansions.terms(collection, field, expansions.blocks(collection, query))
        places = [collection.keys(field, term) for term in found]
        return phrases.any_of([Spans(keys, keys) for keys in places])
    raise _UnknownError


def _places(collection: Collection, query: whoosh.Term) -> phrases.Places:
    field, text = query.fieldname, query.text
    return collection.cache.get(
        ("places", field, text), lambda: phrases.Places.of(collection.keys(field, text))
    )


def _near_spans(collection: Collection, query: Any) -> Spans:
    parts = _near_parts(query)
    if not parts:
        return Spans(np.empty(0, np.int64), np.empty(0, np.int64))
    side_by_side = query.slop == 1 and query.ordered and query.mindist == 1
    if side_by_side and all(type(part) is whoosh.Term for part in parts):
        starts = phrases.in_a_row([_places(collection, part) for part in parts])
        return Spans(starts, starts + (len(parts) - 1))
    how = Near(query.slop, query.ordered, query.mindist, reach=isinstance(query, SpanNear))
    return phrases.chain(parts, lambda part: _spans(collection, part), how)


_MANY = frozenset(
    [
        whoosh.Prefix,
        whoosh.Wildcard,
        whoosh.Regex,
        whoosh.FuzzyTerm,
        whoosh.TermRange,
        whoosh.NumericRange,
        whoosh.DateRange,
    ]
)

_KINDS: dict[type, Callable[[Collection, Any, bool], Matches]] = {
    whoosh.Term: _term,
    whoosh.And: _and,
    whoosh.Or: _or,
    whoosh.DisjunctionMax: _disjunction_max,
    whoosh.Not: _not,
    whoosh.AndNot: _and_not,
    whoosh.Require: _require,
    whoosh.AndMaybe: _and_maybe,
    whoosh.Every: _every,
    whoosh.ConstantScoreQuery: _constant,
    whoosh.Phrase: _phrase,
    SpanNear: _near,
    SpanNear2: _near,
    DocSet: _doc_set,
    type(whoosh.NullQuery): lambda collection, query, scored: NONE,
    **dict.fromkeys(_MANY, _many),
}
