"""The time left in words."""

import random

import pytest

from tui.text.remaining import Remaining


@pytest.mark.parametrize(
    ("seconds", "words", "brief"),
    [
        (None, "", ""),
        (0.0, "less than a minute left", "< 1 min"),
        (29.0, "less than a minute left", "< 1 min"),
        (31.0, "about 1 min left", "~1 min"),
        (170.0, "about 3 min left", "~3 min"),
        (12 * 60.0, "about 10 min left", "~10 min"),
        (3600.0, "about 1 h left", "~1 h"),
        (5500.0, "about 1 h 30 left", "~1 h 30"),
        (10 * 3600.0, "about 10 h left", "~10 h"),
    ],
)
def test_as_people_say_it(seconds: float | None, words: str, brief: str) -> None:
    """Rounded, the shorter the more exactly."""
    remaining = Remaining()
    remaining.hear(seconds)
    assert (remaining.words, remaining.brief) == (words, brief)


def test_it_does_not_jump() -> None:
    """An estimate that wavers goes down step by step; one that grows much is told."""
    remaining, dice = Remaining(), random.Random(1)
    said = []
    for left in range(600, 0, -1):
        remaining.hear(left * (dice.uniform(0.9, 1.1) if said else 1))
        said.append(remaining.words)
    changes = [words for words, before in zip(said, ["", *said], strict=False) if words != before]
    assert changes == [
        *(f"about {n} min left" for n in range(10, 0, -1)),
        "less than a minute left",
    ]
    remaining.hear(400)
    assert remaining.words == "about 7 min left"
    remaining.hear(None)
    assert remaining.words == ""
