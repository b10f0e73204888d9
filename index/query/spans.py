"""Where a text has what a plan looks for: the marks to light."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.types import Span
from index.analysis import Wanted, find
from index.query.plan import All, Any, Clause, Names, Part, Plan, Row

PLANS = 16
"""Plans whose words are remembered: a query's hits are lit one after the other."""


def spans(text: str, code: str | None, plan: Plan) -> list[Span]:
    """Where a text in the language `code` matches a plan's words, in order, not overlapping.

    Takes time proportional to the text's length and to the marks.
    """
    rows, wanted = _lit(plan)
    if not rows:
        return []
    words = _Located(find(text, code, wanted))
    found: set[Span] = set()
    for row in rows:
        for parts in row.readings:
            if parts:
                found.update(words.marks(parts, row))
    return _without_overlaps(found)


@lru_cache(maxsize=PLANS)
def _lit(plan: Plan) -> tuple[tuple[Row, ...], Callable[[str, str], bool]]:
    """The rows of a plan that are lit, and which words are theirs."""
    rows = tuple(row for clause in (*plan.optional, *plan.required) for row in lit_rows(clause))
    parts = [part for row in rows for parts in row.readings for part in parts]
    stems = frozenset().union(*(part.stems for part in parts))
    forms = frozenset().union(*((part.exact, *part.words) for part in parts))
    beginnings = tuple({start for part in parts for start in part.beginnings})

    def wanted(stem: str, exact: str) -> bool:
        return stem in stems or exact in forms or exact.startswith(beginnings)

    return rows, wanted


def lit_rows(clause: Clause) -> Iterator[Row]:
    """The words of a clause that are looked for, and not left out."""
    if isinstance(clause, Row):
        yield clause
    elif isinstance(clause, Names):
        yield from clause.rows
    elif isinstance(clause, All | Any):
        for part in clause.parts:
            yield from lit_rows(part)


class _Located:
    """Where the words that are looked for stand in a text, by their stems and accented forms."""

    def __init__(self, words: Sequence[Wanted]) -> None:
        self._places = {word.at: word for word in words}
        self._stems: defaultdict[str, list[int]] = defaultdict(list)
        self._exact: defaultdict[str, list[int]] = defaultdict(list)
        for word in words:
            self._stems[word.term].append(word.at)
            self._exact[word.exact].append(word.at)

    def marks(self, parts: Sequence[Part], row: Row) -> Iterator[Span]:
        """Where one reading of a row stands."""
        if row.exact:
            places = [self._exact.get(part.exact, []) for part in parts]
        elif len(parts) == 1:
            places = [self._of_word(parts[0])]
        else:
            places = [self._of_stems(part) for part in parts]
        if not all(places):
            return iter(())
        return self._near(places, row.near + 1) if row.near is not None else self._rows(places)

    def _of_word(self, part: Part) -> list[int]:
        """Where a word alone, or what it stands for, is found."""
        own = () if part.stem is None else (part.stem,)
        found = [
            at for s in {*own, *part.aliases, *part.corrections} for at in self._stems.get(s, ())
        ]
        found += [at for word in part.words for at in self._exact.get(word, ())]
        if part.beginnings:
            for word, places in self._exact.items():
                if word.startswith(part.beginnings):
                    found += places
        return found

    def _of_stems(self, part: Part) -> list[int]:
        """Where a word among others is found: positions are those of stems."""
        return sorted(at for stem in part.stems for at in self._stems.get(stem, ()))

    def _rows(self, places: Sequence[Sequence[int]]) -> Iterator[Span]:
        following = [frozenset(of_part) for of_part in places[1:]]
        for at in places[0]:
            if all(at + k in of_part for k, of_part in enumerate(following, 1)):
                yield Span(self._places[at].start, self._places[at + len(following)].end)

    def _near(self, places: Sequence[list[int]], slop: int) -> Iterator[Span]:
        """The words of each stretch in which all stand near, as Whoosh's SpanNear2 chains them:
        each word is at most `slop` before or after the stretch of those before it."""
        stretches = {(at, at) for at in places[0]}
        for of_part in places[1:]:
            stretches = {
                (min(low, at), max(high, at))
                for low, high in stretches
                for at in _beside(of_part, low, high, slop)
            }
        for low, high in _merged(stretches):
            for of_part in places:
                for at in of_part[bisect_left(of_part, low) : bisect_right(of_part, high)]:
                    yield Span(self._places[at].start, self._places[at].end)


def _beside(places: Sequence[int], low: int, high: int, slop: int) -> set[int]:
    """The nearest and the farthest places on both sides: stretches stay few in any text."""
    before = range(bisect_left(places, low - slop), bisect_left(places, low))
    after = range(bisect_right(places, high), bisect_right(places, high + slop))
    return {places[k] for side in (before, after) if side for k in (side[0], side[-1])}


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(stretches):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _without_overlaps(found: set[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
