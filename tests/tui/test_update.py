"""What a reader sees of a library that is brought up to date while it is read."""

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.errors import RecoupeError
from corpus.types import Problem, Progress
from index.library import Library
from tests.tui.pilots import open_id, press, related_of, screen_text, settle, start, until
from tests.tui.standin import StandIn, three_articles
from tui.app import RecoupeApp
from tui.config import Config
from tui.screens.library_screen import LibraryScreen
from tui.start import Start


def reading_on() -> StandIn:
    """A library whose update does not end by itself."""
    library = StandIn(three_articles())
    library.events = [Progress("names", 12, 100)]
    library.endless = True
    return library


async def test_progress_is_shown_and_can_be_stopped() -> None:
    """One sees how far the names are, reads meanwhile, and stops it from any pane."""
    async with start(reading_on()) as pilot:
        await until(pilot, lambda: "names 12 %" in screen_text(pilot))
        assert "ctrl-g stops" in screen_text(pilot)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: open_id(pilot) == "fret.txt")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "stopped: R goes on" in screen_text(pilot))


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((160, 40), "names 12 %  about 3 min left  ctrl-g stops"),
        ((120, 40), "names 12 %  about 3 min left  ctrl-g stops"),
        ((80, 24), "names 12 %  about 3 min left  ctrl-g stops"),
        ((40, 12), "names 12 %  ~3 min"),
    ],
)
async def test_the_time_left_where_it_is_known(size: tuple[int, int], told: str) -> None:
    """In the words that fit; whoever stops it reads what is kept of it."""
    library = reading_on()
    library.events = [Progress("names", 12, 100, left=171.5)]
    library.with_names = 1
    async with start(library, size) as pilot:
        await until(pilot, lambda: told in screen_text(pilot))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "3 articles" in " ".join(screen_text(pilot).split()))
        await until(pilot, lambda: "names of 1" in screen_text(pilot))


async def test_the_key_that_stops_is_the_readers_own() -> None:
    """And where there is none, none is told."""
    own = Config(keys={"reader.stop_update": ("ctrl+x ctrl+x",)})
    async with start(reading_on(), config=own) as pilot:
        await until(pilot, lambda: "names 12 %  ctrl-x ctrl-x stops" in screen_text(pilot))
    async with start(reading_on(), config=Config(keys={"reader.stop_update": ()})) as pilot:
        await until(pilot, lambda: "names 12 %" in screen_text(pilot))
        assert "stops" not in screen_text(pilot)


async def test_an_empty_panel_says_that_names_are_missing() -> None:
    """Nothing found is not the last word while names are being read."""
    library = StandIn(three_articles())
    library.with_names = 1
    async with start(library) as pilot:
        await settle(pilot)
        await press(pilot, "escape", "down", "enter")
        await until(pilot, lambda: "Names are still" in screen_text(pilot))
        assert not related_of(pilot).items


async def test_an_update_that_cannot_go_on_says_why() -> None:
    """The reason is shown as it stands, and one reads on with what there is."""
    library = StandIn(three_articles())
    library.failure = RecoupeError("Busy", "[b]another[/b] process", "wait")
    async with start(library) as pilot:
        await until(pilot, lambda: "not up to date" in screen_text(pilot))
        await until(pilot, lambda: "[b]another[/b] process" in screen_text(pilot))
        await press(pilot, "escape", "enter")
        assert open_id(pilot) == "fret.txt"


async def test_problems_are_listed_with_their_reasons() -> None:
    """A file that could not be read is not passed over in silence."""
    library = StandIn(three_articles())
    library.found_problems = (Problem("broken.txt", "read", "not text"),)
    async with start(library) as pilot:
        await settle(pilot)
        assert "1 problem: p" in screen_text(pilot)
        await press(pilot, "escape", "p")
        assert "broken.txt" in screen_text(pilot) and "read: not text" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_followed_folder_shows_what_is_added(nameless: Path, tmp_path: Path) -> None:
    """A file saved while one reads appears by itself, until following is switched off."""
    library = Library(nameless, tmp_path / "data")
    start = Start(lambda: library, "nameless", tmp_path / "own")
    async with RecoupeApp(start).run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "W")
        await until(pilot, lambda: "watching" in screen_text(pilot))
        (nameless / "d.txt").write_text("Una regata\n\nLos veleros salieron ayer.", "utf-8")
        await until(pilot, lambda: "Una regata" in screen_text(pilot))
        await pilot.press("W")
        await until(pilot, lambda: "up to date" in screen_text(pilot))
    library.close()


async def test_another_recoupe_at_work_is_followed(nameless: Path, tmp_path: Path) -> None:
    """While another process updates, its additions are shown; then it is this one's turn."""
    library = Library(nameless, tmp_path / "data")
    start = Start(lambda: library, "nameless", tmp_path / "own")
    others = FileLock(tmp_path / "data" / "lock")
    others.acquire()
    async with RecoupeApp(start).run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "another recoupe reads" in screen_text(pilot))
        assert "3 articles" not in screen_text(pilot)
        others.release()
        await until(pilot, lambda: "3 articles" in screen_text(pilot))
    library.close()


def test_the_first_screen_waits_for_no_engine() -> None:
    """Neither the index nor the language model is loaded to show the first screen."""
    code = (
        "import sys, tui.app; print([m for m in ('whoosh', 'spacy', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
