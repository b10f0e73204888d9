"""Questions that take long: it is said that an answer is waited for, and one need not wait."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest

from corpus.errors import RecoupeError
from index.told import Speakers, Timeline
from tests.index.prepared import Prepared, prepared
from tests.tui.pilots import reading, screen_text, settle, until
from tests.tui.test_counting_views import STORIES, dated


class Slow(Prepared):
    """Does not come to an end with all quotations or dates in texts until the gate is open."""

    gate: Event
    stopped: list[str]

    def speakers(self, *asked: Any, **how: Any) -> Speakers:
        """Those of one article at once."""
        if how.get("article") is None:
            self.wait("speakers", how["cancelled"])
        return super().speakers(*asked, **how)

    def timeline(self, *asked: Any, **how: Any) -> Timeline:
        """That of the articles' own dates at once."""
        if how["kind"] == "mentioned":
            self.wait("timeline", how["cancelled"])
        return super().timeline(*asked, **how)

    def wait(self, what: str, cancelled: Callable[[], bool]) -> None:
        """Until the gate is opened, or nobody waits."""
        while not self.gate.wait(0.005):
            if cancelled():
                self.stopped.append(what)
                raise RecoupeError("Stopped", "nobody waits", "")


@pytest.fixture
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slow]:
    """Four stories."""
    opened = prepared(tmp_path_factory.mktemp("slow"), map(dated, STORIES))
    opened.__class__ = Slow
    assert isinstance(opened, Slow)
    opened.gate, opened.stopped = Event(), []
    yield opened
    opened.gate.set()


async def test_leaving_the_quotations_stops_reading_them(slow: Slow) -> None:
    """The view says at once what it does; whoever leaves is not waited for, and asks again when
    coming back."""
    async with reading(slow) as pilot:
        await pilot.press("escape", "Q")
        await until(pilot, lambda: "Reading all quotations" in screen_text(pilot))
        await pilot.press("r")
        await until(pilot, lambda: slow.stopped == ["speakers"])
        assert "nobody waits" not in screen_text(pilot)
        await pilot.press("Q")
        slow.gate.set()
        await until(pilot, lambda: "Tom Duvarne" in screen_text(pilot))
        assert "Reading all quotations" not in screen_text(pilot)


async def test_another_question_overtakes_one_that_takes_long(slow: Slow) -> None:
    """Of this article is answered while all are still being read; over a list that is there a
    line tells that another one is waited for."""
    async with reading(slow) as pilot:
        await pilot.press("escape", "enter")
        await settle(pilot)
        await pilot.press("1", "Q")
        await until(pilot, lambda: "of this article" in screen_text(pilot))
        await pilot.press("v")
        await until(pilot, lambda: "Reading all quotations" in screen_text(pilot))
        await pilot.press("v")
        await until(pilot, lambda: slow.stopped == ["speakers"])
        await until(pilot, lambda: "of this article" in screen_text(pilot))
        await settle(pilot)
        assert "Reading all quotations" not in screen_text(pilot)


async def test_leaving_the_timeline_keeps_what_was_drawn(slow: Slow) -> None:
    """Dates in the texts are not waited for, and the columns of before are still there."""
    async with reading(slow) as pilot:
        await pilot.press("escape", "t")
        await until(pilot, lambda: "articles by their date" in screen_text(pilot))
        await pilot.press("v")
        await until(pilot, lambda: "Reading all dates" in screen_text(pilot))
        await pilot.press("r")
        await until(pilot, lambda: slow.stopped == ["timeline"])
        await pilot.press("t")
        await until(pilot, lambda: "articles by their date" in screen_text(pilot))
        slow.gate.set()
        await pilot.press("v")
        await until(pilot, lambda: "dates in the articles" in screen_text(pilot))
