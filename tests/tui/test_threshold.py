"""What stands, and what can be done, before the reader has been loaded."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui.pilots import hits_of, open_id, reading, screen_text, settle, start, until
from tests.tui.standin import StandIn, three_articles
from tui.app import RecoupeApp
from tui.config import Config
from tui.own import session
from tui.own.session import Session
from tui.screens.reader import Reader
from tui.screens.threshold import Threshold
from tui.start import Start

LASTING = ("#status", "#search", "SearchBox", "#keys")


class Gate:
    """Holds the reader back until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = Event()
        load = RecoupeApp._load

        def held(app: RecoupeApp) -> None:
            assert self._open.wait(20)
            load(app)

        monkeypatch.setattr(RecoupeApp, "_load", held)

    async def let_in(self, pilot: Pilot[int]) -> Reader:
        """Have the reader take its place, all its answers waited for."""
        self._open.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, Reader))
        await settle(pilot)
        assert isinstance(pilot.app.screen, Reader)
        return pilot.app.screen


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


def library() -> StandIn:
    return StandIn(three_articles())


@asynccontextmanager
async def come_back(own: Path, kept: Session) -> AsyncIterator[Pilot[int]]:
    """The app for a reader who was here before."""
    session.save(own, kept)
    app = RecoupeApp(Start(library, "articles", own))
    async with app.run_test(size=(120, 40)) as pilot:
        yield pilot


async def test_what_is_typed_before_the_reader_stands_is_seen_and_searched(gate: Gate) -> None:
    async with start(library()) as pilot:
        await pilot.press(*"tiendrons")
        assert isinstance(pilot.app.screen, Threshold)
        assert "› tiendrons" in screen_text(pilot)
        reader = await gate.let_in(pilot)
        assert reader.search_pane.query_text == "tiendrons"
        assert len(hits_of(pilot).items) == 1
        await pilot.press("x")
        assert reader.search_pane.query_text == "tiendronsx"


async def test_other_keys_wait_for_the_reader_and_act_in_order(gate: Gate) -> None:
    async with start(library()) as pilot:
        await pilot.press("t", "x", "backspace", "i", "e", "n", "enter")
        assert "› tx" in screen_text(pilot)
        reader = await gate.let_in(pilot)
        assert reader.search_pane.query_text == "tien"
        await until(pilot, lambda: open_id(pilot) != "")


async def test_one_goes_on_from_the_last_search(gate: Gate, tmp_path: Path) -> None:
    async with come_back(tmp_path, Session(query="tien")) as pilot:
        assert "› tien" in screen_text(pilot)
        await pilot.press(*"drons")
        reader = await gate.let_in(pilot)
        assert reader.search_pane.query_text == "tiendrons"


async def test_a_search_cleared_before_the_reader_stood_stays_cleared(
    gate: Gate, tmp_path: Path
) -> None:
    async with come_back(tmp_path, Session(query="tien")) as pilot:
        pilot.app.screen.query_one("SearchBox").value = ""  # type: ignore[attr-defined]
        reader = await gate.let_in(pilot)
        assert reader.search_pane.query_text == ""


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 50)])
async def test_the_reader_moves_nothing_that_stood(size: tuple[int, int], gate: Gate) -> None:
    """The box, its frame and the keys are where they will be."""
    async with start(library(), size, replace(Config(), left=35)) as pilot:
        before = {what: pilot.app.screen.query_one(what).region for what in LASTING}
        keys = screen_text(pilot).splitlines()[-1]
        reader = await gate.let_in(pilot)
        assert {what: reader.query_one(what).region for what in LASTING} == before
        assert screen_text(pilot).splitlines()[-1] == keys


async def test_the_roles_have_their_looks() -> None:
    """Their stylesheet is read after the first screen."""
    async with reading() as pilot:
        hits = hits_of(pilot)
        assert hits.look(("title",)).bold
        assert hits.look(("title", "shared")).underline
        assert not hits.look(()).bold
        pilot.app.theme = "recoupe-light"
        await settle(pilot)
        assert hits.look(("title",)).color == hits.look(("line",)).color
