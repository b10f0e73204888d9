"""When: the articles of a library by the day they appeared, and the dates that they write.

What is dated has a first and a last day, as numbers; it is counted in the bucket that holds both,
and apart where no bucket does. Articles are counted, not dates: one that says "mardi" five times
is one article.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.bulk_store import Body, DateColumns
from corpus.store import Store
from corpus.types import Span
from index.buckets import UNITS, Numbers, first_days, fitting, iso, numbered
from index.facts.articles import UNKNOWN, Articles
from index.facts.facts import Docs
from index.gathered import Gathered, never
from index.reading_order import ranks
from index.snippets import snippet_span
from index.told import Bucket, Dated, DatedPage, Kind, Timeline, Unit

MOST = 120
"""Buckets at most where the unit is chosen: more than a screen is wide are not seen at once."""

BITS = 32
"""Of the number of a place, the lower ones that are the character's."""

FAR = 0.005
"""The share of what is dated, at each end, that may be left out of the window at first: a few
dates of another century would make all the others one bar."""

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Days:
    """What is dated, in the order of its rows: article by number, first and last day."""

    article: Numbers
    first: Numbers
    last: Numbers

    def of(self, rows: Rows) -> "_Days":
        """Some of them."""
        return _Days(self.article[rows], self.first[rows], self.last[rows])


class _Written(NamedTuple):
    """The dates in texts: start and end of each, and the passage that it stands in."""

    days: _Days
    starts: Numbers
    ends: Numbers
    passages: Numbers


class Timelines:
    """One generation of the indexes, with the dates that the store knows. For any thread."""

    def __init__(self, articles: Articles, store: Store) -> None:
        self._articles = articles
        self._store = store
        self._gathered = Gathered(store.bulk.dates(), self._made)

    @cached_property
    def _own(self) -> _Days:
        """The dates of the articles themselves, a row each."""
        return _Days(np.arange(len(self._articles.keys)), *self._articles.days)

    def _made(self, parts: list[DateColumns]) -> _Written:
        """The dates in the texts of indexed articles, by article and place."""
        written = {day for part in parts for days in part[2:] for day in days if day is not None}
        days: dict[str | None, int] = {None: UNKNOWN}
        days.update(self._store.bulk.days(written))
        tables = [np.empty((4, 0), np.int64)]
        for places, ends, *both in parts:
            first_last = ([days[day] for day in column] for column in both)
            tables.append(np.array([places, ends, *first_last], np.int64))
        table = np.concatenate(tables, axis=1)
        place, end, first, last = table[:, np.argsort(table[0])]
        key, start = place >> BITS, place & ((1 << BITS) - 1)
        article = self._articles.numbers(key)
        passage = self._articles.passages(key, start)
        those = article != UNKNOWN
        dated = _Days(article[those], first[those], last[those])
        return _Written(dated, start[those], end[those], passage[those])

    def _chosen(
        self, kind: Kind, docs: Docs | None, cancelled: Callable[[], bool] = never
    ) -> tuple[_Days, Rows]:
        """What is dated, and which of it is in some passages: their articles, or dates there."""
        if kind == "published":
            among = self._articles.live if docs is None else docs
            return self._own, self._articles.of(among)
        days, _, _, passage = self._gathered.get(cancelled)
        if docs is None:
            return days, np.arange(len(passage))
        # Deleted documents keep their numbers: there may be more numbers than documents.
        held = np.zeros(len(self._articles.text.column("key")) + 1, np.bool_)
        held[docs] = True
        return days, np.flatnonzero(held[passage])

    # How many when

    def timeline(
        self,
        kind: Kind,
        docs: Docs | None,
        unit: Unit | None,
        window: tuple[int, int] | None,
        cancelled: Callable[[], bool] = never,
    ) -> Timeline:
        """What some passages (None: all) have, by time.

        `window` are the first and last day to show, widened to whole buckets; without one all
        but what lies far away. Without `unit` the finest that has at most `MOST` buckets there
        and holds half of what is dated. Raises RecoupeError soon after `cancelled` says so.
        """
        days, rows = self._chosen(kind, docs, cancelled)
        days = days.of(rows)
        dated = days.of(np.flatnonzero(days.first != UNKNOWN))
        low, high = window or _middle(dated)
        unit = unit or _chosen(dated, low, high)
        first, last = (numbered(ends, unit) for ends in (dated.first, dated.last))
        start, end = numbered(np.array([low, high], np.int64), unit).tolist()
        placed = (first == last) & (first >= start) & (last <= end)
        early, late = last < start, first > end
        counts = np.bincount(_each(first[placed] - start, dated.article[placed]))
        edges = first_days(np.arange(start, end + 2), unit).tolist()
        padded = np.pad(counts, (0, max(0, end - start + 1 - len(counts)))).tolist()
        return Timeline(
            kind=kind,
            unit=unit,
            buckets=tuple(
                Bucket(iso(a), iso(b - 1), n)
                for a, b, n in zip(edges, edges[1:], padded, strict=False)
            )
            if len(dated.article)
            else (),
            articles=_different(days.article),
            earlier=_different(dated.article[early]),
            later=_different(dated.article[late]),
            wide=_different(dated.article[~placed & ~early & ~late]),
            undated=_different(days.article[days.first == UNKNOWN]),
            first=iso(int(dated.first.min())) if len(dated.first) else "",
            last=iso(int(dated.last.max())) if len(dated.last) else "",
        )

    def over_time(self, docs: Docs, buckets: int) -> tuple[int, ...]:
        """The articles of some passages by the time they appeared, in so many equal parts of the
        time of the whole library; those dated to longer than a part are left out."""
        low, high = self._span
        size = (high - low + 1) / buckets
        days = self._own.of(self._articles.of(docs))
        inside = (days.first >= low) & (days.last <= high) & (days.last - days.first < size)
        middle = (days.first[inside] + days.last[inside]) / 2
        parts = ((middle - low) / size).astype(np.int64)
        return tuple(np.bincount(parts, minlength=buckets).tolist())

    @cached_property
    def _span(self) -> tuple[int, int]:
        """The time of the whole library, but what lies far away."""
        days, rows = self._chosen("published", None)
        return _middle(days.of(rows[days.first[rows] != UNKNOWN]))

    # What it is

    def within(
        self,
        kind: Kind,
        docs: Docs | None,
        window: tuple[int, int],
        *,
        limit: int | None,
        offset: int,
        cancelled: Callable[[], bool] = never,
    ) -> DatedPage:
        """What is dated within two days, both included; `docs`, `cancelled` as in `timeline`."""
        days, rows = self._chosen(kind, docs, cancelled)
        first, last = days.first[rows], days.last[rows]
        rows = rows[(first >= max(window[0], 1)) & (last <= window[1])]
        order = np.lexsort(
            (rows, self._ranks[days.article[rows]], days.last[rows], days.first[rows])
        )
        end = None if limit is None else offset + limit
        shown = rows[order][offset:end]
        read = self._read_own if kind == "published" else self._read_written
        return DatedPage(tuple(read(shown)), len(rows), _different(days.article[rows]))

    @cached_property
    def _ranks(self) -> Numbers:
        """By article: its place in reading order."""
        return ranks(self._store, self._articles.keys.astype(np.int64))

    def _read_own(self, rows: Rows) -> Iterator[Dated]:
        keys = self._articles.keys[rows].tolist()
        infos = self._store.infos_by_key(keys)
        for key, first, last in zip(keys, *self._days(self._own, rows), strict=True):
            if key in infos:
                yield Dated(infos[key], iso(first), iso(last))

    def _read_written(self, rows: Rows) -> Iterator[Dated]:
        days, starts, ends, _ = self._gathered.get()
        keys = self._articles.keys[days.article[rows]].tolist()
        infos, bodies = self._store.infos_by_key(keys), self._store.bulk.bodies(keys)
        places = zip(keys, starts[rows].tolist(), ends[rows].tolist(), strict=True)
        for (key, start, end), first, last in zip(places, *self._days(days, rows), strict=True):
            if key in infos and key in bodies:
                body, span = bodies[key], Span(start, end)
                shown = _around(body, span)
                yield Dated(
                    info=infos[key],
                    earliest=iso(first),
                    latest=iso(last),
                    paragraph=body.paragraph(start),
                    span=span,
                    snippet=body.text[shown.start : shown.end],
                    snippet_span=shown,
                )

    def _days(self, days: _Days, rows: Rows) -> tuple[list[int], list[int]]:
        return days.first[rows].tolist(), days.last[rows].tolist()


def _middle(days: _Days) -> tuple[int, int]:
    """The days between which all is but the share that may lie far away at each end."""
    if not len(days.first):
        return 1, 1
    first, last = np.sort(days.first), np.sort(days.last)
    few = int(len(first) * FAR)
    low = int(first[few])
    return low, max(low, int(last[-1 - few]))


def _chosen(days: _Days, low: int, high: int) -> Unit:
    """The finest unit that has few enough buckets, and holds half of what is dated in them."""
    finest = UNITS.index(fitting(low, high, MOST))
    inside = (days.last >= low) & (days.first <= high)
    first, last = days.first[inside], days.last[inside]
    for unit in UNITS[finest:0:-1]:
        placed = numbered(first, unit) == numbered(last, unit)
        if np.count_nonzero(placed) * 2 >= len(placed):
            return unit
    return UNITS[0]


def _each(buckets: Numbers, articles: Numbers) -> Numbers:
    """The bucket of each article once, however many dates it has there."""
    pairs = np.sort(buckets << 32 | articles)
    found: Numbers = pairs[np.diff(pairs, prepend=-1) != 0] >> 32
    return found


def _different(articles: Numbers) -> int:
    """How many different articles there are among some."""
    return int(np.count_nonzero(np.diff(np.sort(articles), prepend=-1)))


def _around(body: Body, span: Span) -> Span:
    """The part of a paragraph to show around a date."""
    paragraph = body.around(span.start)
    inside = Span(span.start - paragraph.start, span.end - paragraph.start)
    shown = snippet_span(body.text[paragraph.start : paragraph.end], [inside])
    return Span(shown.start + paragraph.start, shown.end + paragraph.start)
