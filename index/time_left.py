"""How long an update still takes, by how fast it has been; nothing where that cannot be known.

Reading tells nothing: what a file holds is known at its end, and most of the work, the names, comes
after it. Names are read at a steady speed, and linking them takes as long as there are articles.

The speed is the trimmed mean of what was seen between one report and the next (J. W. Tukey, D. H.
McLaughlin, "Less vulnerable confidence and significance procedures for location", Sankhyā A 25,
1963): a quarter at each end, the stalled and the hurried, is left out. Those of the later half of a
stage count, so that it follows a machine that becomes busy or idle.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from statistics import fmean
from time import monotonic

from corpus.types import Progress
from index.naming import next_linking
from index.types import Event

LEAST_SECONDS, LEAST_REPORTS = 4.0, 5
"""Of a stage, before its speed is believed."""

TRIMMED = 0.25
"""The share of intervals that is left out at each end."""

LEAST_LINKED = 1_000
"""Articles: of fewer each takes longer to be linked."""

LINKING_SHARE = 0.05
"""Of the time in which the names of an article are read, that in which they are linked and indexed,
for who has not seen it; measured on 3,000 and 9,000 articles: 0.03 to 0.07."""


class Speed:
    """Of one stage."""

    def __init__(self) -> None:
        self._reports: list[tuple[int, float]] = []

    def add(self, done: int, seconds: float) -> None:
        """So many units were done when the stage had taken so long."""
        self._reports.append((done, seconds))

    @property
    def seconds(self) -> float | None:
        """Those that a unit takes, None before that can be told."""
        reports = self._reports
        if len(reports) < LEAST_REPORTS or reports[-1][1] - reports[0][1] < LEAST_SECONDS:
            return None
        later = reports[min(len(reports) // 2, len(reports) - LEAST_REPORTS) :]
        paces = sorted(
            (then - when) / (more - done)
            for (done, when), (more, then) in pairwise(later)
            if more > done
        )
        trimmed = int(len(paces) * TRIMMED)
        return fmean(paces[trimmed : len(paces) - trimmed]) if paces else None


class TimeLeft:
    """Hears the events of one update, and adds to its reports how long all the rest will take."""

    def __init__(self, linking: float | None, clock: Callable[[], float] = monotonic) -> None:
        """`linking` is what the update before told of itself, if there was one."""
        self.linking = linking
        """Seconds to link and index the names of a library, for each of its articles."""
        self.linking_seen = False
        """Whether this update has told that."""
        self._clock = clock
        self._read = False
        self._named = self._articles = self._to_link = 0
        self._stage = ""
        self._speed = Speed()
        self._paused = 0.0
        self._began: float | None = None

    def all_read(self, named: int, articles: int) -> None:
        """All is in the store: so many articles, with the names of some already read."""
        self._read, self._named, self._articles = True, named, articles
        self._to_link = next_linking(named)

    def told(self, event: Event) -> Event:
        """The event, with the time left if it is a report of progress and that is known."""
        now = self._clock()
        stage = event.stage if isinstance(event, Progress) else ""
        self._follow_linking(stage, now)
        if not isinstance(event, Progress):
            return event
        if stage in ("index", "names"):
            self._add(event, now)
        left = self._left(event, now)
        return event if left is None else replace(event, left=round(left, 1))

    def _follow_linking(self, stage: str, now: float) -> None:
        """From the linking of names to whatever comes after names are in the index."""
        if stage == "linking":
            self._began = now
            self._to_link = next_linking(self._named)
        elif self._began is not None and stage != "facts":
            taken = now - self._began
            self._paused += taken
            self._began = None
            # While names are still read, that goes on beside it, and takes of the machine.
            if self._named == self._articles >= LEAST_LINKED:
                self.linking, self.linking_seen = taken / self._named, True

    def _add(self, event: Progress, now: float) -> None:
        if event.stage != self._stage:
            self._stage, self._speed = event.stage, Speed()
        self._speed.add(event.done, now - self._paused)
        if event.stage == "names":
            self._named = event.done

    def _left(self, event: Progress, now: float) -> float | None:
        """Seconds, or None."""
        if not self._read:
            return None
        if event.stage == "index":
            each = self._speed.seconds
            waits = self._named < self._articles
            return None if waits or each is None else each * (event.total - event.done)
        if event.stage == "names":
            return self._names_left()
        if self._began is not None:
            return self._linking_left(now - self._began)
        return None

    def _names_left(self) -> float | None:
        """To read the names that wait, with each time that they are linked."""
        each = self._speed.seconds if self._stage == "names" else None
        linking = self._linking_pace(each)
        if each is None or linking is None:
            return None
        linked, named = 0, self._to_link
        while named < self._articles:
            linked, named = linked + named, next_linking(named)
        return each * (self._articles - self._named) + linking * (linked + self._articles)

    def _linking_left(self, taken: float) -> float | None:
        """Of the linking under way, and what comes after it."""
        after = self._names_left() if self._named < self._articles else 0.0
        linking = self._linking_pace(self._speed.seconds)
        if after is None or linking is None:
            return None
        return max(linking * self._named - taken, 0) + after

    def _linking_pace(self, each: float | None) -> float | None:
        """Seconds for each article: as seen, else as usual beside those in which it is read."""
        return self.linking or (each * LINKING_SHARE if each is not None else None)
