"""Co-occurrence: with whom and what an entity stands in the same passages, and how surprisingly.

That two frequent names meet says little; the log-likelihood ratio says how far their meeting is
from chance (T. Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store
from corpus.types import Entity, EntityId, Label
from index.facts.facts import Facts
from index.facts.named import NAMES
from index.facts.schema import FIELDS
from index.types import Companion

SPARE = 20
"""Entities taken beyond those to show: linking may have dropped some since the index was made."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a library knows of one entity.

    `passages` and `articles` count those that name it, `quotes` its direct quotations.
    `timeline` are the months (ISO 8601) of the dated articles that name it, in their order, with
    how many there are of each; months without any are left out.
    """

    entity: Entity
    passages: int
    articles: int
    quotes: int
    companions: tuple[Companion, ...]
    timeline: tuple[tuple[str, int], ...]


def profile(
    facts: Facts, store: Store, entity: Entity, *, limit: int = 20, label: Label | None = None
) -> Profile:
    """All of it; `limit` and `label` are those of the companions."""
    docs = facts.passages_of([entity.id])
    articles = facts.articles.of(docs)
    codes, months = facts.articles.months
    dated = codes[articles]
    counts = np.bincount(dated[dated >= 0], minlength=len(months))
    return Profile(
        entity=entity,
        passages=len(docs),
        articles=len(articles),
        quotes=facts.quotations(entity.id),
        companions=companions(facts, store, entity.id, limit=limit, label=label),
        timeline=tuple((months[n], int(counts[n])) for n in np.flatnonzero(counts).tolist()),
    )


def companions(
    facts: Facts,
    store: Store,
    entity: EntityId,
    *,
    limit: int = 20,
    label: Label | None = None,
) -> tuple[Companion, ...]:
    """The entities that stand in the same passages as one, the most surprising first.

    Only those of `label`, where one is given. Those that meet it less often than by chance come
    last, with a negative surprise; those that never meet it are left out.
    """
    docs = facts.passages_of([entity])
    together = facts.passage_counts(docs)
    number = facts.number(entity)
    if number is None:
        return ()
    together[number] = 0
    if label is not None:
        together[facts.named.fields != NAMES.index(FIELDS[label])] = 0
    found = np.flatnonzero(together)
    total = len(facts.articles.live)
    surprise = log_likelihood(together[found], len(docs), facts.named.passages[found], total)
    order = np.lexsort((-together[found], -surprise))[: limit + SPARE]
    ids = [facts.named.ids[n] for n in found[order].tolist()]
    entities = {one.id: one for one in store.names.entities(ids)}
    scored = zip(ids, together[found[order]].tolist(), surprise[order].tolist(), strict=True)
    known = [Companion(entities[one], *rest) for one, *rest in scored if one in entities]
    return tuple(known[:limit])


def log_likelihood(
    both: NDArray[np.int64], one: int, other: NDArray[np.int64], total: int
) -> NDArray[np.float64]:
    """G² of how often two things stand in the same places, negative where less than by chance.

    `both` counts the places with both, `one` those with the first, `other` those with the second,
    of `total` places; so the table of both, one alone, the other alone and neither is known.
    """
    rows = np.array([one, one, total - one, total - one])[:, None]
    columns = np.stack([other, total - other, other, total - other])
    seen = np.stack([both, one - both, other - both, total - one - other + both])
    expected = rows * columns / max(total, 1)
    ratio = np.divide(seen, expected, out=np.ones_like(expected), where=(seen > 0) & (expected > 0))
    surprise: NDArray[np.float64] = 2 * np.sum(seen * np.log(ratio), axis=0)
    surprise[seen[0] < expected[0]] *= -1
    return surprise
