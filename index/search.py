"""What one generation of a library's indexes finds for a query, ranked, in passages to show."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store
from corpus.types import ArticleInfo, Passage, Span
from index.analysis import terms
from index.asked import asked
from index.copies.passages import Shingles, copied, shingles
from index.copies.voices import Voices
from index.days import LAST_DAY, known
from index.engine import Generation
from index.facets import FIELDS, facets
from index.known import known_words
from index.lexicon import Lexicon
from index.query.parser import parse
from index.query.plan import Plan, widened
from index.query.planner import plan
from index.query.spans import spans
from index.query.tree import Query
from index.query.whoosh_query import to_whoosh, wider
from index.query.words import Words
from index.second_look import SecondLook
from index.snippets import snippet_span
from index.types import Facet, FacetField, Hit, Order, Reading, Results

Docs = NDArray[np.uint32]

SPARE = 20
"""Passages looked at beyond those to show: some are near-identical to others."""

ENOUGH = 20
"""Passages with all words of a question beside which those with a part are not wanted."""

REMEMBERED = 64
"""Passages whose shingles are kept: each is compared with several, then with the next letter."""


@dataclass(frozen=True, slots=True)
class Found:
    """The documents that answer a plan, ascending, their scores, and how they were found.

    `full` are those that have all of it, where some have and not all.
    """

    docs: Docs
    scores: NDArray[np.float32]
    reading: Reading
    full: Docs | None = None


class _Shown(NamedTuple):
    """A passage found, with its characters."""

    key: int
    info: ArticleInfo
    number: int
    span: Span
    text: str
    score: float


class Search:
    """One generation. May be used from any thread."""

    def __init__(self, store: Store, lexicon: Lexicon, generation: Generation) -> None:
        self._store = store
        self._lexicon = lexicon
        self._text = generation.text
        self._facts = generation.facts

    @cached_property
    def _words(self) -> Words:
        text = self._text
        return known_words(
            self._store,
            self._lexicon,
            self._languages(),
            text.size,
            text.frequency,
            lambda: text.terms("source"),
        )

    def _languages(self) -> list[str | None]:
        """The languages of the passages, the most frequent first; None for those not known."""
        codes, names = self._text.codes("language")
        counts = np.bincount(codes, minlength=len(names))
        ranked = np.argsort(-counts, kind="stable").tolist()
        return [names[code] or None for code in ranked if counts[code]]

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self._store.copies.groups())

    @cached_property
    def _second_look(self) -> SecondLook:
        return SecondLook(self._text, self._words.languages)

    def plan(self, text: str, *, typing: bool) -> Plan:
        """What a query means in this library."""
        return plan(parse(text, typing=typing), self._words)

    def find(self, understood: Plan) -> Found:
        """The passages that have all clauses of a plan; where none has, those with a part.

        Of a question, whose words are rarely all in its answer, both: those with all first.
        """
        full, scores = self._text.scored(to_whoosh(understood, self._facts.matched))
        remarks, facts = understood.remarks, self._facts.matched
        if len(full) >= ENOUGH or (len(full) and not understood.question):
            return Found(full, scores, Reading(remarks))
        part = wider(understood, self._text.matched, facts)
        if part is None:
            return Found(full, scores, Reading(remarks))
        docs, scores = self._text.scored(part[0])
        if len(docs) > len(full):
            remarks = (*remarks, widened(len(full), part[1], len(understood.optional)))
        return Found(docs, scores, Reading(remarks), full if len(full) else None)

    def results(self, text: str, *, limit: int, typing: bool, order: Order) -> Results:
        """The best `limit` passages, or the newest or oldest; near-identical ones are one hit."""
        began = time.perf_counter()
        query = parse(text, typing=typing)
        understood = plan(query, self._words)
        found = self.find(understood)
        if order == "relevance":
            found = replace(found, scores=self._looked_again(query, understood, found))
        articles = self._facts.articles.of(found.docs)
        hits = self._hits(found, understood, order, limit)
        return Results(
            query=text,
            reading=found.reading,
            hits=tuple(hits),
            total=len(found.docs),
            elapsed_ms=(time.perf_counter() - began) * 1000,
            articles=len(articles),
            independent=self._voices.independent(self._facts.articles.keys[articles]),
        )

    def _looked_again(self, query: Query, understood: Plan, found: Found) -> NDArray[np.float32]:
        """The scores after a second look at the best; what has all clauses comes first."""
        words = asked(query, understood, self._words.languages)
        scores = self._second_look.again(words, found.docs, found.scores)
        if found.full is not None:
            scores += np.isin(found.docs, found.full) * (scores.max() + 1)
        return scores

    def answering(self, text: str, *, typing: bool) -> Docs:
        """The passages that answer; where some have all clauses, those. All for an empty query."""
        if not text.strip():
            return self._facts.articles.live
        found = self.find(self.plan(text, typing=typing))
        return found.docs if found.full is None else found.full

    def facets(
        self, text: str, *, fields: Sequence[FacetField], limit: int, typing: bool = False
    ) -> tuple[Facet, ...]:
        """How the articles that answer divide by some fields; by all, if none."""
        docs = self.answering(text, typing=typing)
        return facets(self._facts, self._store, docs, fields=fields or FIELDS, limit=limit)

    # From documents to hits

    def _keys(self, found: Found, order: Order) -> NDArray[Any]:
        """By document found: what it is ordered by, the highest first."""
        if order == "relevance":
            return found.scores
        day = self._text.column("day_end" if order == "newest" else "day")[found.docs]
        rank = day.astype(np.int64) if order == "newest" else LAST_DAY - day.astype(np.int64)
        return np.where(known(day), rank, -1)

    def _hits(self, found: Found, understood: Plan, order: Order, limit: int) -> list[Hit]:
        """The first `limit` hits."""
        keys = self._keys(found, order)
        reach = limit + SPARE
        while True:
            best = self._text.best(found.docs, keys, reach)
            passages = self._passages(found.docs[best], found.scores[best])
            kept = self._grouped(passages)
            if len(kept) >= limit or reach >= len(found.docs):
                return [_hit(first, copies, understood) for first, *copies in kept[:limit]]
            reach *= 4

    def _grouped(self, found: Sequence[_Shown]) -> list[list[_Shown]]:
        """Passages with the copies of each after it, in the order of the first of each group.

        Copies are of articles that are copies, and themselves near-identical: what only one of
        two versions of a dispatch says stays a hit of its own.
        """
        voices = self._voices.of(np.array([one.key for one in found])).tolist() if found else []
        kept: list[list[_Shown]] = []
        by_voice: defaultdict[int, list[list[_Shown]]] = defaultdict(list)
        for one, voice in zip(found, voices, strict=True):
            group = next((g for g in by_voice[voice] if _copies(g[0], one)), None)
            if group is not None:
                group.append(one)
            else:
                by_voice[voice].append([one])
                kept.append(by_voice[voice][-1])
        return kept

    def _passages(self, docs: Docs, scores: NDArray[np.float32]) -> list[_Shown]:
        """The passages of some documents; those of articles that are gone are left out."""
        names = ("key", "number", "start", "end")
        columns = [self._text.column(name)[docs].tolist() for name in names]
        keys = list(dict.fromkeys(columns[0]))
        infos = self._store.infos_by_key(keys)
        texts = self._store.places.texts(list(infos))
        return [
            _Shown(key, infos[key], number, Span(start, end), texts[key][start:end], score)
            for key, number, start, end, score in zip(*columns, scores.tolist(), strict=True)
            if key in infos
        ]


def _copies(one: _Shown, other: _Shown) -> bool:
    """Whether two passages of different articles print the same."""
    if one.key == other.key:
        return False
    return one.text == other.text or copied(
        *(_shingles(f.text, f.info.language) for f in (one, other))
    )


@lru_cache(maxsize=REMEMBERED)
def _shingles(text: str, code: str | None) -> Shingles:
    return shingles(terms(text, code).stems)


def _hit(found: _Shown, copies: Sequence[_Shown], understood: Plan) -> Hit:
    """A passage with its matches lit and the part of it to show."""
    marks = spans(found.text, found.info.language, understood)
    shown = snippet_span(found.text, marks)
    offset = found.span.start
    return Hit(
        info=found.info,
        passage=Passage(found.info.id, found.number, found.span),
        score=found.score,
        snippet=found.text[shown.start : shown.end],
        snippet_span=Span(shown.start + offset, shown.end + offset),
        marks=tuple(Span(m.start + offset, m.end + offset) for m in marks),
        copies=tuple(dict.fromkeys(copy.info for copy in copies)),
    )
