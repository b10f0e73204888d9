"""Facets: how the articles that answer a query divide by source, month, language and names.

Articles are counted, not passages: an article that says a thing five times is one article. Each
value comes with the clause that narrows a query to it.
"""

from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store
from index.facts.facts import Docs, Facts, most
from index.facts.meant import clauses, unquoted
from index.facts.named import NAMES
from index.types import Facet, FacetField, FacetValue

FIELDS: tuple[FacetField, ...] = get_args(FacetField)
NAMED = frozenset({"person", "place", "org"})
CLAUSES = {"source": 'source:"{}"', "month": "date:{}", "language": "lang:{}"}
"""How a value of a field is written in a query."""

SPARE = 20
"""Entities counted beyond those to show: linking may have dropped some since the index was made."""


def facets(
    facts: Facts,
    store: Store,
    docs: Docs,
    *,
    fields: Sequence[FacetField] = FIELDS,
    limit: int = 10,
) -> tuple[Facet, ...]:
    """For each of `fields` the `limit` values that most of the articles of some passages have.

    `docs` are the documents of the text index that answer a query. Articles without a value have
    none here; to those belong, for months, dates known to the year alone, though the clause of a
    month finds them, too: they may be of that month.
    """
    articles = facts.articles.of(docs)
    counts = facts.counts(docs) if NAMED & set(fields) else np.empty(0, dtype=np.int64)
    return tuple(
        Facet(
            field,
            _names(facts, store, field, counts, limit)
            if field in NAMED
            else _values(facts, field, articles, limit),
        )
        for field in fields
    )


def _values(
    facts: Facts, field: FacetField, articles: NDArray[np.intp], limit: int
) -> tuple[FacetValue, ...]:
    """The values of a field that articles have one of."""
    of = facts.articles
    codes, values = (
        of.sources if field == "source" else of.months if field == "month" else of.languages
    )
    found = codes[articles]
    counts = np.bincount(found[found >= 0], minlength=len(values))
    return tuple(
        FacetValue(values[n], CLAUSES[field].format(unquoted(values[n])), int(counts[n]))
        for n in most(counts, limit).tolist()
    )


def _names(
    facts: Facts, store: Store, field: FacetField, counts: NDArray[np.int64], limit: int
) -> tuple[FacetValue, ...]:
    """The entities of a field; `counts` are those of all entities."""
    own = np.where(facts.named.fields == NAMES.index(field), counts, 0)
    found = {facts.named.ids[n]: int(own[n]) for n in most(own, limit + SPARE).tolist()}
    ranked = list(found)
    shown = clauses(store, field, ranked[:limit])
    if len(shown) < min(limit, len(ranked)):
        shown = clauses(store, field, ranked)
    values = [FacetValue(name, clause, found[one]) for one, (name, clause) in shown.items()]
    return tuple(values[:limit])
