"""Where a keyword stands: what a query lights, or an entity in what a query finds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Every, NullQuery

from corpus.store import Store
from corpus.types import EntityId
from index.concordance.documents import Documents, Numbers
from index.concordance.found import Occurrences, Segment, numbered, occurrences
from index.concordance.named import by_forms, by_texts
from index.concordance.patterns import Pattern, patterns, written
from index.engine import Generation
from index.query.plan import Plan, widened
from index.query.spans import spans
from index.query.whoosh_query import to_whoosh, wider
from index.types import KwicSort

GONE = -1
"""The end of a mention that has gone since it was found."""

Docs = NDArray[Any]
Order = NDArray[np.intp]


@dataclass(frozen=True)
class Keywords:
    """All occurrences of what was asked for, in the folder's order.

    `docs` are their documents. `spans` gives the characters, in the articles' texts, of those of
    some numbers, GONE for the end of what has gone since; it is None where the words have to be
    counted in the texts. `widened` is the remark on
    a query of which no passage has all. The orders worked out so far are kept beside them.
    """

    docs: Docs
    spans: Callable[[Order], Numbers] | None
    widened: str | None
    place: Callable[[], Occurrences]
    orders: dict[KwicSort, Callable[[int], Order]] = field(default_factory=dict)

    @cached_property
    def words(self) -> Occurrences:
        """Their places among the running words, which names have none of until they are asked."""
        return self.place()


class Finder:
    """One generation. For any thread."""

    def __init__(
        self,
        generation: Generation,
        segments: Sequence[Segment],
        store: Store,
        documents: Documents,
    ) -> None:
        self._executor = generation.text
        self._facts = generation.facts
        self._segments = segments
        self._store = store
        self._documents = documents

    def find(self, plan: Plan | None, entity: EntityId | None) -> Keywords:
        """What the plan lights, or an entity in what the plan finds; without a plan, everywhere."""
        docs, widened = self._matched(plan)
        if entity is not None:
            return self._naming(entity, docs, widened)
        wanted = patterns(plan) if plan else ()
        if plan and wanted is None:
            return self._reading(docs, plan, widened)
        found = self._matching(docs, wanted or ())
        order = self._folder_order(found.docs, found.first)
        found = Occurrences(*(part[order] for part in found))
        return Keywords(found.docs, None, widened, lambda: found)

    def _matched(self, plan: Plan | None) -> tuple[Docs, str | None]:
        """The documents that a plan finds, and how it had to be widened."""
        if plan is None:
            return self._executor.matched(Every()), None
        if plan.empty:
            return self._executor.matched(NullQuery), None
        docs = self._executor.matched(to_whoosh(plan, self._facts.matched))
        if len(docs):
            return docs, None
        part = wider(plan, self._executor.matched, self._facts.matched)
        if part is None:
            return docs, None
        return self._executor.matched(part[0]), widened(0, part[1], len(plan.optional))

    def _matching(self, docs: Docs, wanted: Sequence[Pattern]) -> Occurrences:
        return occurrences(self._segments, docs, self._executor.codes("language"), wanted)

    def _folder_order(self, docs: Docs, places: Numbers) -> Order:
        return np.lexsort((places, self._documents.ranks[docs]))

    # What stands there by its characters

    def _reading(self, docs: Docs, plan: Plan, widened: str | None) -> Keywords:
        """What a plan lights in the texts themselves: slower than by patterns, for any plan."""
        codes, names = self._executor.codes("language")
        own, lit = [], []
        for doc, text in zip(docs.tolist(), self._documents.texts(docs.tolist()), strict=True):
            marks = spans(text, names[codes[doc]] or None, plan)
            own += [doc] * len(marks)
            lit += [(mark.start, mark.end) for mark in marks]
        holders, places = np.array(own, np.int64), np.array(lit, np.int64).reshape(-1, 2)
        places += self._documents.column("start")[holders][:, None]
        order = self._folder_order(holders, places[:, 0])
        holders, places = holders[order], places[order]

        def spans_of(some: Order) -> Numbers:
            return places[some]

        def place() -> Occurrences:
            return self._placed(holders, spans_of, ())

        return Keywords(holders, spans_of, widened, place)

    def _naming(self, entity: EntityId, docs: Docs, widened: str | None) -> Keywords:
        """Mentions belong to the passage in which they begin, as in the facts index."""
        rows = np.array(self._store.places.mentions(entity), np.int64).reshape(-1, 2)
        holders, inside = self._holders(rows, docs.astype(np.int64))
        starts = rows[inside, 1]
        order = self._folder_order(holders, starts)
        holders, starts = holders[order], starts[order]

        def whole(some: Order) -> Numbers:
            keys = self._documents.column("key")[holders[some]].tolist()
            ends = self._store.places.ends(entity, sorted(set(keys)))
            places = starts[some].tolist()
            return np.array(
                [(s, ends.get((k, s), GONE)) for k, s in zip(keys, places, strict=True)], np.int64
            ).reshape(-1, 2)

        def place() -> Occurrences:
            known = self._store.names.entities([entity])
            forms = [form for one in known for form in (one.name, *one.variants)]
            return self._placed(holders, whole, forms)

        return Keywords(holders, whole, widened, place)

    def _holders(self, places: Numbers, docs: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """The documents, of `docs`, in which places in articles are, and which are in one."""
        starts = (self._documents.column("key")[docs] << 32) + self._documents.column("start")[docs]
        order = np.argsort(starts, kind="stable")
        wanted = (places[:, 0] << 32) + places[:, 1]
        at = np.searchsorted(starts[order], wanted, side="right") - 1
        inside = at >= 0
        if not len(docs):
            return docs, inside
        holders = docs[order[at]]
        inside &= self._documents.column("key")[holders] == places[:, 0]
        inside &= self._documents.column("end")[holders] > places[:, 1]
        return holders[inside], inside

    def _placed(
        self, docs: Numbers, spans: Callable[[Order], Numbers], forms: Sequence[str]
    ) -> Occurrences:
        """The words of what stands at some characters, in the order given.

        `forms` are how it may be written: where these stand as often, the texts are not read.
        """
        order = np.argsort(docs, kind="stable")
        own = docs[order]
        found = self._matching(own[np.diff(own, prepend=-1) != 0], written(forms))
        first, last, unsure = by_forms(own, found)
        some = order[unsure]
        marks = spans(some) - self._documents.column("start")[docs[some]][:, None]
        first[unsure], last[unsure] = by_texts(
            self._segments, docs[some], marks, self._documents.texts, forms, found
        )
        back = np.argsort(order)
        return Occurrences(numbered(self._segments, docs), docs, first[back], last[back])
