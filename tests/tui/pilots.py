"""Hands and eyes for the tests of the app."""

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.standin import StandIn, three_articles
from tui.app import RecoupeApp
from tui.config import Config
from tui.start import Start
from tui.widgets.article_view import ArticleView
from tui.widgets.hit_list import HitList
from tui.widgets.related_list import RelatedList


@asynccontextmanager
async def start(
    library: StandIn, size: tuple[int, int] = (120, 40), config: Config | None = None
) -> AsyncIterator[Pilot[int]]:
    """The app on a library, nothing waited for."""
    with tempfile.TemporaryDirectory() as own:
        started = Start(lambda: library, "articles", Path(own), config=config or Config())
        async with RecoupeApp(started).run_test(size=size, notifications=True) as pilot:
            yield pilot


@asynccontextmanager
async def reading(
    library: StandIn | None = None,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
) -> AsyncIterator[Pilot[int]]:
    """The app on a library, its first list shown."""
    async with start(library or StandIn(three_articles()), size, config) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[int]) -> None:
    """Until nothing is asked any more."""
    for _ in range(4):
        await pilot.pause()
        if all(worker.is_finished for worker in pilot.app.workers):
            break
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Pilot[int], holds: Callable[[], bool], *, seconds: float = 40) -> None:
    """Until something has come to hold; related passages wait for the reader to stay.

    Each look is work for the processor that the app may need: what takes long is looked at less
    and less often. Time lost to a busy machine does not count among the `seconds`.
    """
    waited, pause = 0.0, 0.01
    while not holds():
        if waited > seconds:
            raise AssertionError(f"never came:\n{screen_text(pilot)}")
        await pilot.pause(pause)
        waited += pause
        pause = min(pause * 1.5, 0.2)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys; around a key that is not a letter, and at the end, wait for all answers."""
    letters = True
    for key in keys:
        if len(key) > 1 or not letters:
            await settle(pilot)
        letters = len(key) == 1
        await pilot.press(key)
    await settle(pilot)


def screen_text(pilot: Pilot[int]) -> str:
    """What stands on the screen."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def article_of(pilot: Pilot[int]) -> ArticleView:
    """The article pane."""
    return pilot.app.screen_stack[0].query_one(ArticleView)


def hits_of(pilot: Pilot[int]) -> HitList:
    """The result list."""
    return pilot.app.screen_stack[0].query_one(HitList)


def related_of(pilot: Pilot[int]) -> RelatedList:
    """The related passages."""
    return pilot.app.screen_stack[0].query_one(RelatedList)


def open_id(pilot: Pilot[int]) -> str:
    """The open article, "" for none."""
    article = article_of(pilot).article
    return article.id if article is not None else ""
