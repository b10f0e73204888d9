"""The tour: real keys, each step in its turn, out of the way, and never twice unasked."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from tests.tui.pilots import press, reading, screen_text, settle, until
from tests.tui.standin import StandIn, three_articles
from tui import tour
from tui.app import RecoupeApp
from tui.config import Config
from tui.screens.moving import Moving
from tui.settings.read import read
from tui.start import Start
from tui.widgets.tour_box import TourBox

SIZES = [(120, 40), (100, 30), (80, 24), (40, 12)]
WAY = (("grève",), ("enter",), ("n",), ("3",), ("enter",), ("c", "escape"), ("?", "escape"))
"""What is pressed at each step."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who has never seen it."""
    monkeypatch.setattr(tour, "state_folder", lambda: tmp_path / "state")
    return tmp_path / "state"


@asynccontextmanager
async def touring(
    size: tuple[int, int] = (120, 40), config: Config | None = None
) -> AsyncIterator[Pilot[int]]:
    """The app with its first box."""
    library = StandIn(three_articles())
    with tempfile.TemporaryDirectory() as own:
        start = Start(lambda: library, "articles", Path(own), "", config or Config(), tour=True)
        async with RecoupeApp(start).run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            await until(pilot, lambda: bool(boxes(pilot)) and bool(boxes(pilot)[0].size))
            yield pilot


def reader(pilot: Pilot[int]) -> Moving:
    """The reader under everything."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, Moving)
    return screen


def boxes(pilot: Pilot[int]) -> list[TourBox]:
    """The box, where there is one."""
    return list(reader(pilot).query(TourBox))


async def follow(pilot: Pilot[int], steps: int) -> None:
    """Do what the first steps ask for, each once it is asked."""
    for number, keys in enumerate(WAY[:steps], 1):
        await until(pilot, lambda at=number: f"{at}/{len(WAY)}" in screen_text(pilot))
        await press(pilot, *(keys[0] if number == 1 else keys))


async def test_each_step_waits_for_its_key_and_the_last_ends_it() -> None:
    """The whole way; nothing of it is left."""
    async with touring((80, 24)) as pilot:
        await follow(pilot, len(WAY))
        await until(pilot, lambda: not boxes(pilot))
        assert "no tour" not in screen_text(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_box_is_in_view_and_not_over_what_it_talks_about(size: tuple[int, int]) -> None:
    """The box and the first result while searching, the article's beginning, the first passage."""
    async with touring(size) as pilot:
        for steps in range(5):
            if steps:
                keys = WAY[steps - 1]
                await press(pilot, *(keys[0] if steps == 1 else keys))
            at = f"{steps + 1}/{len(WAY)}"
            await until(pilot, lambda at=at: at in screen_text(pilot))
            [box] = boxes(pilot)
            assert pilot.app.screen.region.contains_region(box.region), at
            shown = seen_at(reader(pilot), steps)
            assert not box.region.overlaps(shown), (at, box.region, shown)


def seen_at(screen: Moving, step: int) -> Region:
    """What a step talks about: a pane, of the only one in view the top."""
    pane = (
        screen.panes.finder
        if step < 2
        else screen.article_view
        if step == 2
        else screen.related_list
    ).region
    height = 4 if screen.has_class("-narrow") else pane.height
    return Region(pane.x, pane.y, pane.width, min(pane.height, height))


async def test_a_key_that_does_nothing_does_not_go_on() -> None:
    """Only what happened counts."""
    async with touring() as pilot:
        await press(pilot, *"zzz")
        assert "Nothing found" in screen_text(pilot)
        await pilot.pause(0.4)
        assert f"1/{len(WAY)}" in screen_text(pilot)


async def test_the_users_own_keys_are_shown() -> None:
    """Not those of the table."""
    config = read(b'[keys]\n"box.open_first" = "f9"\n"reader.next_match" = "f8"\n')
    assert not config.mistakes
    async with touring(config=config) as pilot:
        await press(pilot, *"grève")
        await until(pilot, lambda: "f9 opens" in screen_text(pilot))
        await press(pilot, "f9")
        await until(pilot, lambda: "f8 goes to" in screen_text(pilot))


async def test_escape_ends_it_and_does_nothing_else(state: Path) -> None:
    """The keyboard stays where it is; on a page over the reader escape is the page's."""
    async with touring() as pilot:
        await press(pilot, *"grève")
        box = pilot.app.focused
        await press(pilot, "f1")
        await press(pilot, "escape")
        assert boxes(pilot)
        await press(pilot, "escape")
        assert not boxes(pilot) and pilot.app.focused is box
        await press(pilot, "escape")
        assert pilot.app.focused is not box
    assert not tour.due()


async def test_it_comes_once_unasked(state: Path) -> None:
    """It is due until it was shown; where nothing can be kept, the reader opens all the same."""
    assert tour.due()
    async with touring():
        assert not tour.due()
    async with reading() as pilot:
        assert not boxes(pilot)
    (state / tour.MARK).unlink()
    state.rmdir()
    state.touch()
    tour.mark()
    assert tour.due()
