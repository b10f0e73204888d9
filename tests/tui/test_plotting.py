"""Columns of characters: what is drawn of how many, how high, and what is written under them."""

from itertools import pairwise

import pytest

from index.told import Bucket
from tui.text.plotting import Part, columns, ground, named, part, period, scale


@pytest.mark.parametrize("total", [1, 5, 39, 40, 41, 500])
@pytest.mark.parametrize("width", [1, 12, 40])
def test_the_cursor_is_always_drawn(total: int, width: int) -> None:
    """Wherever it goes; the part in view moves no more than it must."""
    before = 0
    for cursor in [*range(total), *reversed(range(total))]:
        shown = part(total, cursor, width, before)
        assert shown.first <= cursor < shown.first + shown.count <= total
        assert shown.count * shown.cells <= max(width, 1)
        assert abs(shown.first - before) <= 1
        assert len(ground(shown, cursor)) == shown.count * shown.cells
        assert len(ground(shown, cursor, "1 earlier", "2 later")) == shown.count * shown.cells
        before = shown.first


def test_what_is_out_of_view_is_told_beside_the_cursor() -> None:
    """At the ends of the line, where the cursor leaves room; never in its place."""
    shown = Part(100, 30, 1)
    assert ground(shown, 115, "12 earlier", "7 later") == "12 earlier ────↑────── 7 later"
    assert ground(shown, 104, "12 earlier", "7 later") == "────↑───────────────── 7 later"
    assert ground(shown, 129, "12 earlier", "7 later") == f"12 earlier {'─' * 18}↑"
    assert ground(shown, 110, "12 earlier", "") == f"{'─' * 10}↑{'─' * 19}"


def test_columns() -> None:
    """The highest has the whole height, what is there is seen, what is not is blank."""
    drawn = ["".join(line) for line in columns([0, 1, 1000, 500], 1000, 2, 1)]
    assert drawn == ["  █ ", " ▁██"]
    assert ["".join(line) for line in columns([2, 1], 2, 1, 3)] == ["██ ▄▄ "]


def test_what_is_written_under_the_columns() -> None:
    """Years apart enough to be read, the beginnings of months; what is in view if nothing fits."""
    years = [Bucket(f"{year}-01-01", f"{year}-12-31", 1) for year in range(1995, 2025)]
    assert scale(years, "year", Part(0, 30, 1)) == "     2000      2010      2020"
    assert scale(years, "year", Part(0, 7, 4)) == "    1996    1998    2000"
    edges = [f"2023-{month:02}-01" for month in (11, 12)] + ["2024-01-01", "2024-02-01"]
    months = [Bucket(start, end, 1) for start, end in pairwise(edges)]
    assert scale(months, "month", Part(0, 3, 4)) == "        2024"
    days = [Bucket(f"2024-02-{day:02}", f"2024-02-{day:02}", 1) for day in range(5, 29)]
    assert scale(days, "day", Part(0, 20, 1)) == "5 Feb 2024"


def test_stretches_in_words() -> None:
    """As short as they can be said."""
    assert named(Bucket("2024-02-01", "2024-02-29", 1), "month") == "Feb 2024"
    assert period("2024-02-05", "2024-02-11") == "5 – 11 Feb 2024"
    assert period("2024-01-29", "2024-02-04") == "29 Jan – 4 Feb 2024"
    assert period("2023-12-31", "2024-01-02") == "31 Dec 2023 – 2 Jan 2024"
    assert period("2024-01-01", "2024-12-31") == "2024"
    assert period("2024-02-01", "2024-02-28") == "1 – 28 Feb 2024"
