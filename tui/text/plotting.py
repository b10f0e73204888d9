"""Counts over time as columns of characters, with what is written under them.

Pure: numbers in, lines out. As much is drawn as there is room for, the cursor always.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from index.told import Bucket, Unit
from tui.terminal.signs import SPARKS, sign
from tui.text import labels

WIDEST = 4
"""Cells of a column at most, the gap beside it included."""

LEVELS = len(SPARKS) - 1

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
APART = 7
"""Under columns of years every so many-th is written, the first step that leaves it such room."""


@dataclass(frozen=True, slots=True)
class Part:
    """The columns in view: `first` of them, how many, and how many cells each takes."""

    first: int
    count: int
    cells: int


def part(total: int, cursor: int, width: int, before: int = 0) -> Part:
    """What of `total` columns is drawn: all where there is room, else those around the cursor.

    `before` was the first one drawn so far; it moves no more than it must.
    """
    cells = min(max(width // max(total, 1), 1), WIDEST)
    count = min(max(width // cells, 1), total)
    first = min(max(before, cursor - count + 1), cursor)
    return Part(min(max(first, 0), total - count), count, cells)


def columns(counts: Sequence[int], most: int, height: int, cells: int) -> list[list[str]]:
    """The columns in `height` lines, the highest line first; each column a text of `cells`.

    One of `most` has the whole height. What is not nothing is seen.
    """
    levels = [max(round(n / most * height * LEVELS), 1) if n else 0 for n in counts]
    lines = []
    for below in range(height - 1, -1, -1):
        marks = [SPARKS[min(max(level - below * LEVELS, 0), LEVELS)] for level in levels]
        lines.append([mark * max(cells - 1, 1) + " " * (cells > 1) for mark in marks])
    return lines


def ground(shown: Part, cursor: int, before: str = "", after: str = "") -> str:
    """The line under the columns, with the cursor's sign; at its ends what is said of the columns
    that are not in view, unless the cursor is there."""
    line = [sign("rule")] * (shown.count * shown.cells)
    at = (cursor - shown.first) * shown.cells
    line[at] = sign("up")
    if before and len(before) < at:
        line[: len(before) + 1] = f"{before} "
    if after and at < len(line) - len(after) - 1:
        line[-len(after) - 1 :] = f" {after}"
    return "".join(line)


def scale(buckets: Sequence[Bucket], unit: Unit, shown: Part) -> str:
    """What is written under the columns in view: years, or months where those are far apart."""
    step = next((step for step in STEPS if step * shown.cells >= APART), STEPS[-1])
    line, free = "", 0
    for at, bucket in enumerate(buckets[shown.first : shown.first + shown.count]):
        words = _words(bucket, unit, step)
        column = at * shown.cells
        if words and column >= free and column + cell_len(words) <= shown.count * shown.cells:
            line += " " * (column - cell_len(line)) + words
            free = column + cell_len(words) + 1
    return line or named(buckets[shown.first], unit)


def _words(bucket: Bucket, unit: Unit, step: int) -> str:
    """What is written under a column, mostly nothing; `step` is of years."""
    year, month, day = bucket.start.split("-")
    if unit == "year":
        return str(int(year)) if int(year) % step == 0 else ""
    if unit == "month":
        return year if month == "01" else ""
    # The column in which a month begins.
    if bucket.start[:7] == bucket.end[:7] and day != "01":
        return ""
    begun = bucket.end[:7]
    return begun[:4] if begun.endswith("-01") else labels.day(begun).split(" ")[0]


def named(bucket: Bucket, unit: Unit) -> str:
    """A stretch of time as a person says it."""
    if unit == "year":
        return labels.day(bucket.start[:4])
    if unit == "month":
        return labels.day(bucket.start[:7])
    return period(bucket.start, bucket.end)


def period(first: str, last: str) -> str:
    """Two days as a person says them: a day, a month, a year where they are all of it."""
    if first == last:
        return labels.day(first)
    if first[5:] == "01-01" and last == f"{first[:4]}-12-31":
        return labels.day(first[:4])
    if first[8:] == "01" and last == _last_of_month(first):
        return labels.day(first[:7])
    begun = labels.day(first)
    if first[:4] == last[:4]:
        begun = begun.removesuffix(f" {first[:4]}")
    if first[:7] == last[:7]:
        begun = str(int(first[8:]))
    return f"{begun} – {labels.day(last)}"


def _last_of_month(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{day[:7]}-{monthrange(year, month)[1]:02}"
