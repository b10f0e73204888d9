"""The desk of names and the concordance, on a real library."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.library import Library
from tests.tui.pilots import article_of, press, screen_text, settle, until
from tui.app import RecoupeApp
from tui.start import Start
from tui.widgets.entities_view import EntitiesView
from tui.widgets.view import View


@pytest.fixture
def own_library(library: Library, tmp_path: Path) -> Library:
    """The four articles, nothing decided, decisions kept in a folder of this test."""
    data, own = tmp_path / "data", tmp_path / "own"
    shutil.copytree(library.data, data)
    return Library(library.root, data, own)


@asynccontextmanager
async def desk(library: Library, tmp_path: Path) -> AsyncIterator[Pilot[int]]:
    """The app, with the names in front."""
    app = RecoupeApp(Start(lambda: library, "articles", tmp_path / "own"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "up to date" in screen_text(pilot))
        await press(pilot, "escape", "e")
        await until(pilot, lambda: bool(names(pilot)))
        yield pilot
    library.close()


def view(pilot: Pilot[int]) -> View:
    """The view in front."""
    return pilot.app.screen.panes.finder.current


def names(pilot: Pilot[int]) -> list[str]:
    """The names listed."""
    return [entity.name for entity in pilot.app.screen.query_one(EntitiesView).names.items]


async def type_filter(pilot: Pilot[int], text: str) -> None:
    """Type into the filter of the view in front, in place of what stands there."""
    view(pilot).box.value = text
    await settle(pilot)
    view(pilot).listing.focus()
    await settle(pilot)


async def test_a_name_is_found_without_its_accents(own_library: Library, tmp_path: Path) -> None:
    """By any part of any of its forms; Enter goes to where it is first mentioned."""
    async with desk(own_library, tmp_path) as pilot:
        await type_filter(pilot, "helene march")
        assert names(pilot) == ["Hélène Marchandeau"]
        await press(pilot, "enter")
        here, article = article_of(pilot).place.offset, article_of(pilot).article
        assert article.text.startswith("Hélène Marchandeau", here)


async def test_names_are_merged_and_parted_again(own_library: Library, tmp_path: Path) -> None:
    """What the reader decides holds at once, and u takes it back."""
    async with desk(own_library, tmp_path) as pilot:
        before = names(pilot)
        await type_filter(pilot, "esteve")
        await press(pilot, "space")
        await type_filter(pilot, "marchandeau")
        await press(pilot, "m")
        await type_filter(pilot, "")
        await until(pilot, lambda: "Paul Estève" not in names(pilot))
        assert "merge" in (tmp_path / "own" / "names.txt").read_text("utf-8")
        await press(pilot, "u")
        await until(pilot, lambda: sorted(names(pilot)) == sorted(before))


async def test_renaming_asks_and_rejecting_is_undone(own_library: Library, tmp_path: Path) -> None:
    """A line to type at the bottom of the screen; escape changes nothing."""
    async with desk(own_library, tmp_path) as pilot:
        await type_filter(pilot, "esteve")
        await press(pilot, "R", *" le maire", "escape")
        assert names(pilot) == ["Paul Estève"]
        await press(pilot, "R", *", maire", "enter")
        await until(pilot, lambda: names(pilot) == ["Paul Estève, maire"])
        await press(pilot, "x")
        await until(pilot, lambda: names(pilot) == [])
        await press(pilot, "u")
        await until(pilot, lambda: names(pilot) == ["Paul Estève, maire"])


async def test_a_refused_decision_says_why(own_library: Library, tmp_path: Path) -> None:
    """Merging needs two, undoing needs something to undo."""
    async with desk(own_library, tmp_path) as pilot:
        await press(pilot, "m")
        assert "Choose other names first" in screen_text(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: "no decision to take back" in screen_text(pilot))


async def test_names_of_one_kind(own_library: Library, tmp_path: Path) -> None:
    """l goes from all to people, places, organisations, others, and round."""
    async with desk(own_library, tmp_path) as pilot:
        every = names(pilot)
        await press(pilot, "l")
        await until(pilot, lambda: names(pilot) != every)
        assert "Hélène Marchandeau" in names(pilot) and "Lorvent" not in names(pilot)


async def test_words_in_context_are_sorted_by_their_neighbours(
    own_library: Library, tmp_path: Path
) -> None:
    """w lists every place of what is searched; l sorts by what follows; Enter goes there."""
    async with desk(own_library, tmp_path) as pilot:
        await press(pilot, "r", "s", *"entrepot", "escape", "w")
        await until(pilot, lambda: bool(view(pilot).listing.items))
        await press(pilot, "l")
        lines = view(pilot).listing.items
        following = [line.right.split()[0].strip(",.").replace("’", "'") for line in lines]
        assert len(following) > 1 and following == sorted(following)
        await press(pilot, "enter")
        here = article_of(pilot).place.offset
        assert here == lines[0].span.start
