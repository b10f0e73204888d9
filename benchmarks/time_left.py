"""How wrong the time left is that an update tells: at parts of a real update, against the truth.

    python benchmarks/time_left.py FOLDER [--at 25 50 75]

FOLDER (or a file of many articles) is read into a library that is thrown away. Two clocks: what a
reader is shown, by the clock on the wall; and the same estimate over the seconds that the update
computes, in which other work of a busy machine does not count.
"""

import argparse
import os
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.processes import seconds
from corpus.types import Progress
from index.child import update_in_child
from index.time_left import TimeLeft
from index.types import Event


@dataclass(frozen=True, slots=True)
class Heard:
    """An event, when it came, and how long the update had computed by then."""

    event: Event
    wall: float
    computed: float


def main() -> None:
    """One update, and two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--at", type=int, nargs="*", default=[25, 35, 50, 65, 75, 90])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        heard = listened(asked.folder, Path(data))
    for shares in ("wall", "computed"):
        by_stage(heard, shares)
    told("on the wall, as shown", [(one.wall, one.event) for one in heard], asked.at)
    told("computed", computed(heard), asked.at)


def listened(folder: Path, data: Path) -> list[Heard]:
    """All events of an update from nothing."""
    began, own = time.monotonic(), seconds(os.getpid())
    return [
        Heard(event, time.monotonic() - began, seconds(os.getpid()) - own)
        for event in update_in_child(folder, data, cancelled=lambda: False)
    ]


def computed(heard: list[Heard]) -> list[tuple[float, Event]]:
    """The same events with the time left by the seconds computed."""
    now = 0.0
    left = TimeLeft(None, lambda: now)
    reports = [one.event for one in heard if isinstance(one.event, Progress)]
    last_read = max(at for at, one in enumerate(heard) if _stage(one.event) == "read")
    found: list[tuple[float, Event]] = []
    for at, one in enumerate(heard):
        now = one.computed
        event = one.event
        if isinstance(event, Progress):
            event = replace(event, left=None)
        found.append((now, left.told(event)))
        if at == last_read:
            left.all_read(0, max(report.total for report in reports))
    return found


def by_stage(heard: list[Heard], clock: str) -> None:
    """Print what share of the time each stage had."""
    spent: dict[str, float] = {}
    before, stage = 0.0, "read"
    for one in heard:
        at: float = getattr(one, clock)
        spent[stage] = spent.get(stage, 0.0) + at - before
        before, stage = at, _stage(one.event) or stage
    words = (f"{name} {100 * part / before:.0f} %" for name, part in spent.items())
    print(f"{clock}: {before:.0f} s; {', '.join(words)}")


def told(clock: str, events: list[tuple[float, Event]], shares: list[int]) -> None:
    """Print what was told at some shares of the time, and what was true."""
    end = events[-1][0]
    print(f"\n{clock}{'told':>26}{'true':>8}{'error':>8}")
    for share in shares:
        now = end * share / 100
        left, when = None, 0.0
        for at, event in events:
            if at <= now and isinstance(event, Progress):
                left, when = event.left, at
        true = end - when
        words = "nothing" if left is None else f"{left:.0f} s"
        error = "" if left is None else f"{100 * (left - true) / true:+.0f} %"
        print(f"{share:4} %{words:>{len(clock) + 20}}{true:6.0f} s{error:>8}")


def _stage(event: Event) -> str:
    return event.stage if isinstance(event, Progress) else ""


if __name__ == "__main__":
    main()
