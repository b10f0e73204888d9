"""The lines of a concordance, from one generation of the indexes and the store."""

import re
import time
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Every, NullQuery

from corpus.store import Store
from corpus.types import ArticleId, ArticleInfo, EntityId, Passage, Span
from index.analysis import Token, tokenize
from index.concordance.found import Occurrences, occurrences, segments
from index.concordance.named import Numbers, mentions
from index.concordance.order import by_name, by_words
from index.concordance.patterns import Pattern, patterns, written
from index.engine import Generation
from index.query.plan import Plan, widening
from index.query.spans import spans
from index.query.whoosh_query import to_whoosh, widest
from index.types import Concordance, KwicLine, KwicSort, Reading

AT_ONCE = 200
"""Lines whose articles are in memory at once: some megabytes."""

KEPT = 4
"""Keywords whose places are kept for the next page: 50,000 occurrences are 2 MB."""

Docs = NDArray[Any]
Order = NDArray[np.intp]

_BLANK = re.compile(r"\s+")


class Keywords(NamedTuple):
    """All occurrences of what was asked for, by article and place; the orders worked out so far.

    `widened` is the remark on a query of which no passage has all.
    """

    found: Occurrences
    widened: str | None
    orders: dict[KwicSort, Order]


class Concordances:
    """One generation of an index. For any thread; what is worked out is kept for the next page."""

    def __init__(self, generation: Generation, store: Store) -> None:
        self._executor = generation.text
        self._facts = generation.facts
        self._segments = segments(generation.text)
        self._store = store
        self._columns: dict[str, Numbers] = {}
        self.keywords = lru_cache(maxsize=KEPT)(self._keywords)

    def page(
        self,
        text: str,
        plan: Plan | None,
        *,
        entity: EntityId | None = None,
        sort: KwicSort = "article",
        width: int = 40,
        limit: int | None = 50,
        offset: int = 0,
    ) -> Concordance:
        """The lines from `offset` on, at most `limit` (None: all), `width` characters a side.

        `plan` is what the query `text` was read as. With `entity` the lines are its mentions in
        the passages that the plan finds, in all passages without a plan.
        """
        began = time.perf_counter()
        keywords = self.keywords(plan, entity)
        total = len(keywords.found.docs)
        end = total if limit is None else offset + limit
        lines = self.lines(keywords, sort, width=width, offset=offset, end=end)
        remarks = [*(plan.remarks if plan else ()), *filter(None, [keywords.widened])]
        return Concordance(
            query=text,
            reading=Reading(tuple(remarks)),
            lines=tuple(lines),
            total=total,
            elapsed_ms=(time.perf_counter() - began) * 1000,
        )

    # What stands where

    def _keywords(self, plan: Plan | None, entity: EntityId | None) -> Keywords:
        """Where the keyword stands: what the plan lights, or an entity in what the plan finds.

        Without a plan an entity is looked for everywhere.
        """
        docs, widened = self._matched(plan)
        if entity is not None:
            found = self._naming(entity, docs)
        elif plan is None:
            found = self._matching(docs, ())
        else:
            wanted = patterns(plan)
            found = self._reading(docs, plan) if wanted is None else self._matching(docs, wanted)
        return Keywords(self._in_folder_order(found), widened, {})

    def _matched(self, plan: Plan | None) -> tuple[Docs, str | None]:
        """The documents that a plan finds, and how it had to be widened."""
        if plan is None:
            return self._executor.matched(Every()), None
        if plan.empty:
            return self._executor.matched(NullQuery), None
        docs = self._executor.matched(to_whoosh(plan, self._facts.matched))
        wider = None
        if not len(docs):
            wider = widest(plan, self._executor.matched, self._facts.matched)
        if wider is None:
            return docs, None
        return self._executor.matched(wider[0]), widening(wider[1], len(plan.optional))

    def _matching(self, docs: Docs, wanted: Sequence[Pattern]) -> Occurrences:
        return occurrences(self._segments, docs, self._executor.codes("language"), wanted)

    def _reading(self, docs: Docs, plan: Plan) -> Occurrences:
        """What a plan lights in the texts themselves: slower than by patterns, for any plan."""
        codes, names = self._executor.codes("language")
        own, lit = [], []
        for doc, text in zip(docs.tolist(), self._texts(docs.tolist()), strict=True):
            marks = spans(text, names[codes[doc]] or None, plan)
            own += [doc] * len(marks)
            lit += [(mark.start, mark.end) for mark in marks]
        holders, places = np.array(own, np.int64), np.array(lit, np.int64).reshape(-1, 2)
        nowhere = self._matching(docs[:0], ())
        found = mentions(self._segments, holders, places, nowhere, self._texts)
        return found._replace(spans=places + self._column("start")[holders][:, None])

    def _naming(self, entity: EntityId, docs: Docs) -> Occurrences:
        rows = self._store.places.mentions(entity)
        places = np.array([row[:3] for row in rows], np.int64).reshape(-1, 3)
        holders, inside = self._holders(places, docs.astype(np.int64))
        order = np.argsort(holders, kind="stable")
        holders, own = holders[order], places[inside][order, 1:]
        forms = self._matching(np.unique(holders), written(list({row[3] for row in rows})))
        begins = self._column("start")[holders]
        found = mentions(self._segments, holders, own - begins[:, None], forms, self._texts)
        return found._replace(spans=own)

    def _holders(self, places: Numbers, docs: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """The documents, of `docs`, that hold places in articles, and which places are in one."""
        starts = (self._column("key")[docs] << 32) + self._column("start")[docs]
        order = np.argsort(starts, kind="stable")
        wanted = (places[:, 0] << 32) + places[:, 1]
        at = np.searchsorted(starts[order], wanted, side="right") - 1
        inside = at >= 0
        if not len(docs):
            return docs, inside
        holders = docs[order[at]]
        inside &= self._column("key")[holders] == places[:, 0]
        inside &= self._column("end")[holders] >= places[:, 2]
        return holders[inside], inside

    def _in_folder_order(self, found: Occurrences) -> Occurrences:
        order = np.lexsort((found.first, self._ranks[found.docs]))
        numbers, docs, first, last = (part[order] for part in found[:4])
        spans = None if found.spans is None else found.spans[order]
        return Occurrences(numbers, docs, first, last, spans)

    # In which order

    def order(self, keywords: Keywords, sort: KwicSort) -> Order:
        """The order of the lines; those that are alike stay by article and place."""
        if sort not in keywords.orders:
            keywords.orders[sort] = self._order(keywords.found, sort)
        return keywords.orders[sort]

    def _order(self, found: Occurrences, sort: KwicSort) -> Order:
        if sort == "article":
            return np.arange(len(found.docs))
        if sort == "date":
            return np.argsort(self._executor.column("day")[found.docs], kind="stable")
        if sort == "source":
            codes, names = self._executor.codes("source")
            return np.argsort(by_name(codes[found.docs], names), kind="stable")
        return by_words(self._segments, found, sort[:-1], int(sort[-1]))

    # What stands there

    def lines(
        self, keywords: Keywords, sort: KwicSort, *, width: int, offset: int, end: int
    ) -> Iterator[KwicLine]:
        """Lines `offset` to `end` in an order, read as they are asked for.

        An article that has gone or changed since the index was committed gives none.
        """
        order = self.order(keywords, sort)[offset:end]
        for begin in range(0, len(order), AT_ONCE):
            yield from self._read(keywords.found, order[begin : begin + AT_ONCE], width)

    def _read(self, found: Occurrences, order: Order, width: int) -> Iterator[KwicLine]:
        docs = found.docs[order].tolist()
        texts = self._articles(docs)
        ids = [self._ids[key] for key in texts]
        infos = {info.id: info for info in self._store.infos(ids)}
        tokens: dict[int, list[Token]] = {}
        for at, doc in zip(order.tolist(), docs, strict=True):
            key = int(self._column("key")[doc])
            info = infos.get(self._ids[key]) if key in texts else None
            if info is None:
                continue
            passage = self._passage(doc)
            if doc not in tokens:
                tokens[doc] = list(tokenize(texts[key][passage.span.start : passage.span.end]))
            span = self._span(found, at, passage.span.start, tokens[doc])
            if span is not None:
                yield _line(info, passage, span, texts[key], width)

    def _span(
        self, found: Occurrences, at: int, offset: int, tokens: Sequence[Token]
    ) -> Span | None:
        if found.spans is not None:
            return Span(*found.spans[at].tolist())
        segment = self._segments[int(found.segments[at])]
        start = int(segment.words.starts[int(found.docs[at]) - segment.base])
        first, last = int(found.first[at]) - start, int(found.last[at]) - start
        if last >= len(tokens):
            return None
        return Span(tokens[first].start + offset, tokens[last].end + offset)

    def _passage(self, doc: int) -> Passage:
        key, number, start, end = (
            int(self._column(name)[doc]) for name in ("key", "number", "start", "end")
        )
        return Passage(self._ids[key], number, Span(start, end))

    def _texts(self, docs: Sequence[int]) -> list[str]:
        """The texts of some documents, empty where the article has gone."""
        found: list[str] = []
        for begin in range(0, len(docs), AT_ONCE):
            some = docs[begin : begin + AT_ONCE]
            texts = self._articles(some)
            start, end = self._column("start"), self._column("end")
            for doc in some:
                text = texts.get(int(self._column("key")[doc]), "")
                found.append(text[start[doc] : end[doc]])
        return found

    def _articles(self, docs: Sequence[int]) -> dict[int, str]:
        """The texts of the articles of some documents by key."""
        keys = dict.fromkeys(self._column("key")[docs].tolist())
        return self._store.places.texts([key for key in keys if key in self._ids])

    # By document or article

    def _column(self, name: str) -> Numbers:
        if name not in self._columns:
            self._columns[name] = self._executor.column(name).astype(np.int64)
        return self._columns[name]

    @cached_property
    def _ids(self) -> dict[int, ArticleId]:
        """The articles by key, in the folder's order."""
        return dict(self._store.places.articles())

    @cached_property
    def _ranks(self) -> Numbers:
        """By document: the place of its article in the folder's order, -1 where it has gone."""
        ranks = {key: rank for rank, key in enumerate(self._ids)}
        different, back = np.unique(self._column("key"), return_inverse=True)
        return np.array([ranks.get(key, -1) for key in different.tolist()], np.int64)[back]


def _line(info: ArticleInfo, passage: Passage, span: Span, text: str, width: int) -> KwicLine:
    """Twice the width is read, so that enough is left when each run of blanks is one space."""
    left = _BLANK.sub(" ", text[max(0, span.start - 2 * width) : span.start])
    right = _BLANK.sub(" ", text[span.end : span.end + 2 * width])
    return KwicLine(
        info=info,
        passage=passage,
        span=span,
        left=left[max(0, len(left) - width) :],
        keyword=_BLANK.sub(" ", text[span.start : span.end]),
        right=right[:width],
    )
