"""Ranked search over an open index: BM25F (Robertson & Zaragoza 2009), by Whoosh."""

import heapq
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from whoosh import index as whoosh_index
from whoosh.query import And, AndNot, Or, Phrase, Term
from whoosh.query import Query as WhooshQuery
from whoosh.searching import Searcher

from corpus.types import Passage, Span
from index.matching import Part, Plan, PlannedClause

TITLE_WEIGHT = 1.5
ALIAS_WEIGHT = 0.8
"""Another spelling of a name ranks just under the one that was typed."""
PREFIX_WEIGHT = 0.9
EXACT_WEIGHT = 0.5
"""Passages that write a word with the accents typed come before those that do not."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Found:
    """The best passages with their scores, and how many match in all."""

    passages: tuple[tuple[Passage, float], ...]
    total: int


class Engine:
    """The index, opened by the first call. May be called from several threads, in turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._searcher: Searcher | None = None
        self._expansions: dict[str, list[str]] = {}

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
                self._searcher = None

    def refresh(self) -> None:
        """See what has been committed since the index was opened."""
        with self._lock:
            self._expansions.clear()
            self.close()

    def _ask(self, question: Callable[[Searcher], Answer], nothing: Answer) -> Answer:
        """Put a question to the open index; `nothing` is the answer while there is none."""
        with self._lock:
            if self._searcher is None:
                if not whoosh_index.exists_in(self._folder):
                    return nothing
                self._searcher = whoosh_index.open_dir(self._folder).searcher()
            return question(self._searcher)

    def size(self) -> int:
        """The number of passages."""
        return self._ask(lambda searcher: int(searcher.doc_count()), 0)

    def frequency(self, stem: str) -> int:
        """In how many passages a term stands."""
        return self._ask(lambda searcher: int(searcher.doc_frequency("text", stem)), 0)

    def most_frequent(self, prefix: str, stems: Sequence[str], limit: int) -> list[str]:
        """The `limit` most frequent of the stems that `prefix` stands for; remembered."""
        with self._lock:
            if prefix not in self._expansions:
                counted = [(self.frequency(stem), stem) for stem in stems]
                best = heapq.nlargest(limit, (pair for pair in counted if pair[0]))
                self._expansions[prefix] = [stem for _, stem in best]
            return self._expansions[prefix]

    def find(self, plan: Plan, *, limit: int, any_clause: bool = False) -> Found:
        """The passages that match all clauses of a plan (or, with `any_clause`, one at least)."""
        wanted = [_clause(c) for c in plan.clauses if not c.clause.excluded]
        unwanted = [_clause(c) for c in plan.clauses if c.clause.excluded]
        if not wanted:
            return Found((), 0)
        query = (Or if any_clause else And)(wanted) if len(wanted) > 1 else wanted[0]
        if unwanted:
            query = AndNot(query, Or(unwanted))
        return self._search(query, limit)

    def find_any(self, terms: Sequence[str], *, limit: int) -> Found:
        """The passages that share the most, and the rarest, of the terms."""
        if not terms:
            return Found((), 0)
        return self._search(Or([Term("text", term) for term in dict.fromkeys(terms)]), limit)

    def _search(self, query: WhooshQuery, limit: int) -> Found:
        def question(searcher: Searcher) -> Found:
            # Whoosh's shortcuts skip passages; counting them after all costs a second pass.
            results = searcher.search(query, limit=limit, optimize=False)
            found = [
                (_passage(searcher.stored_fields(docnum)), float(score))
                for score, docnum in results.top_n
            ]
            # Ties in one order, whatever the order in which the passages were indexed.
            found.sort(key=lambda pair: (-pair[1], pair[0].article, pair[0].span))
            return Found(tuple(found), len(results))

        return self._ask(question, Found((), 0))


def _passage(stored: dict[str, object]) -> Passage:
    article, number, start, end = (stored[k] for k in ("article", "number", "start", "end"))
    return Passage(article, number, Span(start, end))  # type: ignore[arg-type]


def _clause(planned: PlannedClause) -> WhooshQuery:
    """A clause as a Whoosh query: any of its readings."""
    readings = [parts for parts in planned.readings if parts]
    if planned.clause.kind == "exact":
        return Or([_exact(parts) for parts in readings])
    return Or([_word(parts[0]) if len(parts) == 1 else _phrase(parts) for parts in readings])


def _exact(parts: Sequence[Part]) -> WhooshQuery:
    words = And([Term("exact", part.exact) for part in parts])
    if len(parts) == 1:
        return words
    return And([words, Phrase("text", [part.stem for part in parts])])


def _phrase(parts: Sequence[Part]) -> WhooshQuery:
    """The words side by side; only the last can stand for several, having been begun."""
    before = [part.stem for part in parts[:-1]]
    return Or(
        [
            Phrase(field, [*before, last], boost=weight)
            for last in sorted(parts[-1].terms)
            for field, weight in (("text", 1.0), ("title", TITLE_WEIGHT))
        ]
    )


def _word(part: Part) -> WhooshQuery:
    choices = [Term("text", part.stem), Term("title", part.stem, boost=TITLE_WEIGHT)]
    choices += [Term("text", stem, boost=PREFIX_WEIGHT) for stem in sorted(part.prefixes)]
    choices += [Term("text", stem, boost=ALIAS_WEIGHT) for stem in sorted(part.aliases)]
    if not part.exact.isascii():
        choices.append(Term("exact", part.exact, boost=EXACT_WEIGHT))
    return Or(choices)
