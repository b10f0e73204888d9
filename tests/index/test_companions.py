"""Co-occurrence: who stands with whom, and how surprisingly."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.types import Entity, EntityId
from index.companions import companions, log_likelihood, profile
from tests.index.facts.stories import Shelf, Story

TOGETHER = "[Ana Lirelle] et [Tom Duvarne] à {Orvelle}."
STORIES = [
    Story("a.txt", [TOGETHER, TOGETHER, "« On verra » :[Ana Lirelle], {Orvelle}."], "2021-03-04"),
    Story("b.txt", [TOGETHER, "{Orvelle}, {Orvelle} et <Lonex>."], "2020-12"),
    Story("c.txt", [f"{{Orvelle}} et le {n}." for n in range(8)], "2021"),
    Story("d.txt", ["<Lonex>.", "[Ana Lirelle] et <Lonex> à {Orvelle}.", "<Lonex>."], "2021-03-30"),
    Story("e.txt", [f"Rien de neuf, {n} fois." for n in range(9)]),
]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A library in which Ana and Tom go together, and everybody is in Orvelle."""
    opened = Shelf(tmp_path / "data", STORIES)
    yield opened
    opened.close()


def entity(shelf: Shelf, name: str) -> Entity:
    """The entity of a name."""
    return shelf.names.entities([shelf.names.named(name)[0]])[0]


def test_companions_of_an_entity(shelf: Shelf) -> None:
    """The one that is nowhere else comes before the one that is everywhere."""
    ana = entity(shelf, "Ana Lirelle")
    found = companions(shelf.facts(), shelf.store, ana.id)
    assert [(one.entity.name, one.together) for one in found] == [
        ("Tom Duvarne", 3),
        ("Orvelle", 5),
        ("Lonex", 1),
    ]
    assert found[0].surprise > found[1].surprise > 0
    assert companions(shelf.facts(), shelf.store, ana.id, limit=1) == found[:1]
    assert companions(shelf.facts(), shelf.store, ana.id, label="LOC") == found[1:2]


def test_less_than_by_chance_is_negative(shelf: Shelf) -> None:
    """Lonex is mostly where Orvelle is not."""
    found = companions(shelf.facts(), shelf.store, entity(shelf, "Lonex").id)
    assert found[-1].entity.name == "Orvelle"
    assert found[-1].surprise < 0


def test_an_entity_without_passages(shelf: Shelf) -> None:
    """Has no companions."""
    assert companions(shelf.facts(), shelf.store, EntityId("per:nobody")) == ()


def test_profile(shelf: Shelf) -> None:
    """Passages, articles, quotations, and articles by month where the date tells it."""
    found = profile(shelf.facts(), shelf.store, entity(shelf, "Ana Lirelle"), limit=2)
    assert (found.passages, found.articles, found.quotes) == (5, 3, 1)
    assert found.timeline == (("2020-12", 1), ("2021-03", 2))
    assert [one.entity.name for one in found.companions] == ["Tom Duvarne", "Orvelle"]
    assert profile(shelf.facts(), shelf.store, entity(shelf, "Orvelle")).timeline == (
        ("2020-12", 1),
        ("2021-03", 2),
    )


def test_log_likelihood() -> None:
    """Dunning's G², from the definition; 0 at independence, signed."""

    def by_hand(both: int, one: int, other: int, total: int) -> float:
        table = [both, one - both, other - both, total - one - other + both]
        margins = [(row, column) for row in (one, total - one) for column in (other, total - other)]
        return 2 * sum(
            seen * math.log(seen * total / (row * column))
            for seen, (row, column) in zip(table, margins, strict=True)
            if seen
        )

    found = log_likelihood(np.array([10, 1, 4, 5]), 20, np.array([30, 100, 40, 5]), 200)
    wanted = [by_hand(10, 20, 30, 200), -by_hand(1, 20, 100, 200), 0, by_hand(5, 20, 5, 200)]
    assert found == pytest.approx(wanted)
