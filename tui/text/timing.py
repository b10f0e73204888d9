"""What a timeline asks of the library, and what is said of the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.told import Bucket, DatedPage, Kind, Timeline, Unit
from tui.language.i18n import N_, _
from tui.text import labels

if TYPE_CHECKING:
    from index.library import Library

FINER: dict[Unit, Unit] = {"year": "month", "month": "day", "week": "day"}
"""What one looks at a bar in."""
UNITS: tuple[Unit, ...] = ("year", "month", "week", "day")
BY: dict[Unit, str] = {
    "year": N_("by year"),
    "month": N_("by month"),
    "week": N_("by week"),
    "day": N_("by day"),
}
OF: dict[Kind, str] = {
    "published": N_("articles by their date"),
    "mentioned": N_("dates in the articles"),
}

LISTED = 100
"""So many of a stretch are listed at first, and with each request."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a timeline answers."""

    query: str = ""
    version: int = -1
    kind: Kind = "published"
    unit: Unit | None = None
    start: str | None = None
    end: str | None = None

    def timeline(self, library: "Library", cancelled: Callable[[], bool]) -> Timeline:
        """It."""
        return library.timeline(
            self.query,
            kind=self.kind,
            unit=self.unit,
            start=self.start,
            end=self.end,
            typing=True,
            cancelled=cancelled,
        )

    def within(self, library: "Library", bucket: Bucket, offset: int) -> DatedPage:
        """A page of what is in a bar."""
        return library.articles_in(
            bucket.start,
            bucket.end,
            text=self.query,
            kind=self.kind,
            typing=True,
            limit=LISTED,
            offset=offset,
        )


def told(timeline: Timeline) -> tuple[str, ...]:
    """What is counted by what; how many articles, and beside the bars; those of no bar."""
    return tuple(
        labels.APART.join(words)
        for words in (
            [_(OF[timeline.kind]), _(BY[timeline.unit])],
            [
                labels.articles(timeline.articles),
                *_counted(_("{n} earlier"), timeline.earlier),
                *_counted(_("{n} later"), timeline.later),
            ],
            [
                *_counted(_("? {n} with longer times"), timeline.wide),
                *_counted(_("? {n} without a day"), timeline.undated),
            ],
        )
        if words
    )


def near(buckets: Sequence[Bucket], before: Bucket | None, day: str) -> int:
    """The bar that holds the day one was at, else the first inside the bar one was at before; else
    the last; always one with something in it, where there is one."""
    filled = [at for at, bucket in enumerate(buckets) if bucket.articles] or [0]
    start, end = (before.start, before.end) if before else ("", "")
    held = (at for at in filled if buckets[at].start <= day <= buckets[at].end)
    inside = (at for at in filled if buckets[at].start <= end and start <= buckets[at].end)
    return next(held, next(inside, filled[-1]))


def _counted(words: str, number: int) -> list[str]:
    """Nothing for none."""
    return [words.format(n=labels.number(number))] if number else []
