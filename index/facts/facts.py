"""What passages hold: names, who speaks, what is quoted; asked by passage and by entity.

Joins a generation of the facts index to one of the text index. Passages are given and returned as
documents of the text index: sorted arrays of their numbers.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from whoosh.query import And, Every, Or, Phrase, Query, Term

from corpus.types import EntityId
from index.arrays.executor import Executor
from index.facts.articles import Articles
from index.facts.named import NAMES, Named, NameField, named

Docs = NDArray[np.uint32]
Field = Literal["mention", "person", "place", "org", "other", "speaker"]
"""`mention` is any of the fields of names."""

NOBODY = np.empty(0, dtype=np.uint32)
"""No passages."""


class Facts:
    """Two generations, joined when first asked. Immutable; may be used from any thread."""

    def __init__(self, facts: Executor | None, text: Executor) -> None:
        """`facts` is None while there is no facts index: nothing is known then."""
        self._facts = facts
        self.articles = Articles(text)

    def release(self) -> None:
        """Let the system take back the memory of what was read of the files; it is read again."""
        if self._facts is not None:
            self._facts.release()

    # The join

    @cached_property
    def _docs(self) -> NDArray[np.int64]:
        """By document of the facts index: the text's document, -1 where it has none."""
        if self._facts is None:
            return np.empty(0, dtype=np.int64)
        live = self.articles.live
        places = _places(self.articles.text)[live]
        order = np.argsort(places, kind="stable")
        places = places[order]
        own = self._facts.matched(Every())
        wanted = _places(self._facts)
        joined = np.full(len(wanted), -1, dtype=np.int64)
        if len(places):
            at = np.minimum(np.searchsorted(places, wanted[own]), len(places) - 1)
            same = places[at] == wanted[own]
            joined[own[same]] = live[order[at[same]]]
        return joined

    def _joined(self, own: Docs) -> Docs:
        """The text's documents of some of the facts index, sorted."""
        docs = self._docs[own]
        return np.sort(docs[docs >= 0]).astype(np.uint32)

    @cached_property
    def named(self) -> Named:
        """The entities of each passage."""
        return named(self._facts, self._docs, self.articles.of_doc)

    # By entity

    def passages_of(self, entities: Iterable[EntityId], field: Field = "mention") -> Docs:
        """The passages that name one of the entities, or in which one of them speaks."""
        fields = NAMES if field == "mention" else (field,)
        terms = [Term(name, entity) for entity in entities for name in fields]
        return self.matched(Or(terms)) if terms else NOBODY

    def frequency(self, entity: EntityId) -> int:
        """In how many passages an entity is named."""
        number = self.number(entity)
        return 0 if number is None else int(self.named.passages[number])

    def quotations(self, entity: EntityId) -> int:
        """How many direct quotations are an entity's own words."""
        if self._facts is None:
            return 0
        own, frequencies = self._facts.postings("speaker", entity)
        return int(frequencies[self._docs[own] >= 0].sum())

    def number(self, entity: EntityId) -> int | None:
        """The number of an entity among `named.ids`, None where no passage names it."""
        return self.named.numbers.get(entity)

    # By what is quoted

    def quoted(self, stems: Sequence[str], *, phrase: bool = False) -> Docs:
        """The passages that quote all the stems; with `phrase` side by side in one quotation."""
        if not stems:
            return NOBODY
        terms = And([Term("quote", stem) for stem in stems])
        return self.matched(Phrase("quote", list(stems)) if phrase and len(stems) > 1 else terms)

    def matched(self, query: Query) -> Docs:
        """The passages whose facts match a Whoosh query over the fields of the facts index."""
        return NOBODY if self._facts is None else self._joined(self._facts.matched(query))

    # By passage

    def entities_of(self, doc: int) -> tuple[EntityId, ...]:
        """The entities that a passage names."""
        starts = self.named.starts
        found = self.named.entities[starts[doc] : starts[doc + 1]]
        return tuple(self.named.ids[number] for number in found.tolist())

    def entities_in(self, docs: Docs) -> list[tuple[EntityId, int]]:
        """The entities that the passages name and in how many of them, the most frequent first."""
        return self._listed(self.passage_counts(docs))

    def article_counts(self, docs: Docs, field: NameField) -> list[tuple[EntityId, int]]:
        """The entities of a field and how many articles name them in these passages."""
        of_field = self.named.fields == NAMES.index(field)
        return self._listed(np.where(of_field, self.counts(docs), 0))

    def _listed(self, counts: NDArray[np.int64]) -> list[tuple[EntityId, int]]:
        return [(self.named.ids[n], int(counts[n])) for n in most(counts, len(counts)).tolist()]

    def counts(self, docs: Docs) -> NDArray[np.int64]:
        """By entity number: how many articles name it in these passages."""
        seen = np.zeros(len(self.named.by_article), dtype=np.bool_)
        seen[self.named.pairs[self._within(docs)]] = True
        return np.bincount(self.named.by_article[seen], minlength=len(self.named.ids))

    def passage_counts(self, docs: Docs) -> NDArray[np.int64]:
        """By entity number: how many of these passages name it."""
        within = self.named.entities[self._within(docs)]
        return np.bincount(within, minlength=len(self.named.ids))

    def _within(self, docs: Docs) -> NDArray[np.int64]:
        """Where in `named.entities` the entities of some passages stand."""
        starts = self.named.starts[docs]
        lengths = self.named.starts[docs.astype(np.int64) + 1] - starts
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        return np.repeat(starts - ends + lengths, lengths) + np.arange(total)


def _places(executor: Executor) -> NDArray[np.int64]:
    """By document: its article's key and its first character, as one number."""
    key, start = (executor.column(name).astype(np.int64) for name in ("key", "start"))
    return key << 32 | start


def most(counts: NDArray[np.int64], limit: int) -> NDArray[np.intp]:
    """The places of the highest counts above 0, the highest first; of equals the first place."""
    found = np.flatnonzero(counts)
    if len(found) > limit > 0:
        # All that may be among them, equals of the last included.
        least = np.partition(counts[found], len(found) - limit)[len(found) - limit]
        found = found[counts[found] >= least]
    return found[np.argsort(-counts[found], kind="stable")][:limit]
