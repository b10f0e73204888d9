"""The lines of a concordance, from one generation of the indexes and the store."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from corpus.store import Store
from corpus.types import ArticleInfo, EntityId, Passage, Span
from index.analysis import Token, tokenize
from index.concordance.documents import AT_ONCE, Documents
from index.concordance.found import segments
from index.concordance.keywords import GONE, Finder, Keywords, Order
from index.concordance.order import ByWords, by_name
from index.engine import Generation
from index.query.plan import Plan
from index.types import Concordance, KwicLine, KwicSort, Reading

KEPT = 4
"""Keywords whose places are kept for the next page: 50,000 occurrences are 3 MB."""

_BLANK = re.compile(r"\s+")


class Concordances:
    """One generation of an index. For any thread; what is worked out is kept for the next page."""

    def __init__(self, generation: Generation, store: Store) -> None:
        self._executor = generation.text
        self._segments = segments(generation.text)
        self._store = store
        self._documents = Documents(generation.text, store)
        finder = Finder(generation, self._segments, store, self._documents)
        self.keywords = lru_cache(maxsize=KEPT)(finder.find)

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
        total = len(keywords.docs)
        end = total if limit is None else offset + limit
        lines = self._lines(keywords, self._order(keywords, sort, end)[offset:], width)
        remarks = [*(plan.remarks if plan else ()), *filter(None, [keywords.widened])]
        return Concordance(
            query=text,
            reading=Reading(tuple(remarks)),
            lines=tuple(lines),
            total=total,
            elapsed_ms=(time.perf_counter() - began) * 1000,
        )

    # In which order

    def _order(self, keywords: Keywords, sort: KwicSort, end: int) -> Order:
        """The first lines, up to `end`; those that are alike stay by article and place."""
        if sort not in keywords.orders:
            keywords.orders[sort] = self._sorted(keywords, sort)
        return keywords.orders[sort](end)

    def _sorted(self, keywords: Keywords, sort: KwicSort) -> Callable[[int], Order]:
        docs = keywords.docs
        if sort == "article":
            return lambda end: np.arange(min(end, len(docs)))
        if sort == "date":
            order = np.argsort(self._executor.column("day")[docs], kind="stable")
        elif sort == "source":
            codes, names = self._executor.codes("source")
            order = np.argsort(by_name(codes[docs], names), kind="stable")
        else:
            return ByWords(self._segments, keywords.words, sort[:-1], int(sort[-1])).first
        return lambda end: order[:end]

    # What stands there

    def _lines(self, keywords: Keywords, order: Order, width: int) -> Iterator[KwicLine]:
        """The lines of some occurrences, read as they are asked for.

        An article that has gone or changed since the index was committed gives none.
        """
        for begin in range(0, len(order), AT_ONCE):
            yield from self._read(keywords, order[begin : begin + AT_ONCE], width)

    def _read(self, keywords: Keywords, order: Order, width: int) -> Iterator[KwicLine]:
        docs = keywords.docs[order]
        columns = [self._documents.column(name)[docs].tolist() for name in _PLACE]
        keys = list(dict.fromkeys(columns[0]))
        infos, texts = self._store.infos_by_key(keys), self._store.places.texts(keys)
        lit = keywords.spans(order).tolist() if keywords.spans else [None] * len(order)
        tokens: dict[int, list[Token]] = {}
        for at, doc, span, key, number, start, end in zip(
            order.tolist(), docs.tolist(), lit, *columns, strict=True
        ):
            if key not in infos or key not in texts:
                continue
            if span is None:
                if doc not in tokens:
                    tokens[doc] = list(tokenize(texts[key][start:end]))
                span = self._span(keywords, at, start, tokens[doc])
            if span is not None and span[1] != GONE:
                passage = Passage(infos[key].id, number, Span(start, end))
                yield _line(infos[key], passage, Span(*span), texts[key], width)

    def _span(
        self, keywords: Keywords, at: int, offset: int, tokens: Sequence[Token]
    ) -> tuple[int, int] | None:
        """The characters of an occurrence, from its words."""
        found = keywords.words
        segment = self._segments[int(found.segments[at])]
        start = int(segment.words.starts[int(found.docs[at]) - segment.base])
        first, last = int(found.first[at]) - start, int(found.last[at]) - start
        if last >= len(tokens):
            return None
        return tokens[first].start + offset, tokens[last].end + offset


_PLACE = ("key", "number", "start", "end")
"""Where a passage stands: its article's key, its number, its characters."""


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
