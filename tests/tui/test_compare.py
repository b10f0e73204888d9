"""What a reader sees of two passages set side by side."""

import asyncio
import gc
import random
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from textual.pilot import Pilot

from corpus.types import Article
from tests.tui.compared import FRIDAY, TUESDAY, library
from tests.tui.pilots import (
    article_of,
    open_id,
    press,
    reading,
    related_of,
    screen_text,
    settle,
    until,
)
from tests.tui.standin import StandIn, make_article
from tui.history import Place
from tui.messages import Go
from tui.screens.compare import CompareScreen
from tui.widgets.compare_list import CompareList
from tui.widgets.compare_pane import ComparePane

SIZES = [(40, 12), (80, 24), (120, 40)]


async def read(pilot: Pilot[int], article: Article = TUESDAY, paragraph: int = 1) -> None:
    """Open an article at a paragraph, its related passages found."""
    pilot.app.screen.post_message(Go(Place(article.id, paragraph)))
    await settle(pilot)
    await until(pilot, lambda: related_of(pilot).source == (article.id, paragraph))


async def compare(pilot: Pilot[int], article: Article = TUESDAY, paragraph: int = 1) -> None:
    """Open an article at a paragraph and compare that."""
    await read(pilot, article, paragraph)
    await press(pilot, "c")
    await until(pilot, lambda: bool(list_of(pilot).items))


def list_of(pilot: Pilot[int]) -> CompareList:
    """The list under the passages."""
    return pilot.app.screen.query_one(CompareList)


def lit_in(pilot: Pilot[int], pane: str) -> str:
    """What is lit as the present point in one passage, in one line."""
    side = pilot.app.screen.query_one(pane, ComparePane)
    found = [
        segment.text.strip()
        for y in range(side.size.height)
        for segment in side.render_line(y)
        if segment.style is not None and segment.style.reverse
    ]
    return " ".join(found)


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_way(size: tuple[int, int]) -> None:
    """Both passages in view, what differs between signs; step on, go there, come back."""
    async with reading(library(), size) as pilot:
        await compare(pilot)
        text = screen_text(pilot)
        assert "╞12 morts╡" in text and "╞14 morts╡" in text
        assert "12 Mar 2024" in text and "15 Mar 2024" in text
        assert "morts (grew): 12 morts" in text
        assert (lit_in(pilot, "#one"), lit_in(pilot, "#other")) == ("12 morts", "14 morts")
        await press(pilot, "n")
        assert lit_in(pilot, "#one").startswith("Port-")
        await press(pilot, "N", "enter")
        view = article_of(pilot)
        assert (open_id(pilot), view.paragraph) == (FRIDAY.id, 4)
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "b")
        assert open_id(pilot) == TUESDAY.id


async def test_stepping() -> None:
    """Through the related passages, the articles, the sides; the one seen last is lit then."""
    async with reading(library(), (80, 24)) as pilot:
        await compare(pilot)
        await press(pilot, "right")
        assert "related 2/2" in screen_text(pilot) and "aime le pain" in screen_text(pilot)
        # One name in both, and no more: nothing is claimed to differ.
        assert "nothing differs that recoupe is sure of" in screen_text(pilot)
        assert "╞" not in screen_text(pilot)
        await press(pilot, "full_stop", "w")
        text = screen_text(pilot)
        assert "¶ 1 12 morts / ¶ 4 14 morts" in text and "whole article 1/2" in text
        one, other = pilot.app.screen.query(ComparePane)
        before = one.scroll_offset.y, other.scroll_offset.y
        await press(pilot, "tab", "space")
        assert one.scroll_offset.y > before[0] and other.scroll_offset.y == before[1]
        await press(pilot, "w", "comma", "escape")
        assert (open_id(pilot), related_of(pilot).lit) == (TUESDAY.id, 1)
        await press(pilot, "3", "c")
        await until(pilot, lambda: "related 2/2" in screen_text(pilot))


async def test_nothing_to_compare() -> None:
    """Before an article is open, and where nothing is related: it is said, no key does harm."""
    async with reading(library(TUESDAY)) as pilot:
        await press(pilot, "escape", "c")
        assert len(pilot.app.screen_stack) == 1
        await read(pilot)
        await press(pilot, "c")
        assert "Nothing in the other articles" in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 1
        await until(pilot, lambda: related_of(pilot).source is not None)
        await press(pilot, "c")
        assert len(pilot.app.screen_stack) == 1


async def test_copies_word_by_word() -> None:
    """A copy is counted; D shows what it changed, and D again the two passages."""
    async with reading(library(), (80, 24)) as pilot:
        await compare(pilot)
        assert "+1 copy: D" in screen_text(pilot)
        await press(pilot, "D")
        text = screen_text(pilot)
        assert "L’Écho du Louvet" in text
        assert "préfète ╞Maude╡" in text and "préfète ╞Maud╡" in text
        assert "Maude / Maud" in text
        await press(pilot, "n", "n")
        assert lit_in(pilot, "#other") == "encore"
        await press(pilot, "D")
        assert "╞12 morts╡" in screen_text(pilot)
        await press(pilot, "right", "D")
        assert "No near copies" in screen_text(pilot)


async def test_hostile_text_stands_as_it_is() -> None:
    """Markup and escape sequences are text here too; two near copies are compared by D."""
    bad = "[red]mot[/red] [/] \x1b[31mrouge Kerbrat et Armor Fret."
    articles = [
        make_article("a.txt", "[bold]a[/]", [f"Un {bad}"]),
        make_article("b.txt", "[@click=app.quit]b[/]", [f"Autre {bad}"], source="[/x]"),
    ]
    async with reading(StandIn(articles)) as pilot:
        await compare(pilot, articles[0])
        text = screen_text(pilot)
        assert "Autre [red]mot[/red] [/] ␛[31mrouge" in text
        assert "[@click=app.quit]b[/]" in text and "\x1b" not in text
        await press(pilot, "D")
        assert "╞Autre╡" in screen_text(pilot)


async def test_resizing_does_no_harm() -> None:
    """Six sizes and keys later what is lit is in view."""
    rng = random.Random(3)
    async with reading(library()) as pilot:
        await compare(pilot)
        for _ in range(6):
            await pilot.resize_terminal(rng.randint(8, 210), rng.randint(3, 60))
            await pilot.press(rng.choice(["n", "right", "tab", "w", "down", "space", "D"]))
        await pilot.resize_terminal(120, 40)
        await press(pilot, "home")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert list_of(pilot).items and lit_in(pilot, "#other")


async def test_a_view_that_was_left_is_forgotten() -> None:
    """However often one compares, memory does not grow by it.

    Textual's workers leave in each thread what it did last, and the page with it: one thread.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    async with reading(library(), (80, 24)) as pilot:
        await compare(pilot)
        left = weakref.ref(pilot.app.screen)
        await press(pilot, "escape")
        await compare(pilot)
        await until(pilot, lambda: gc.collect() >= 0 and left() is None)


async def test_an_article_that_is_gone() -> None:
    """Removed while it was listed: that is said."""
    held = library()
    async with reading(held) as pilot:
        await read(pilot)
        del held.held[FRIDAY.id]
        await press(pilot, "c")
        assert "no longer in the library" in screen_text(pilot)


async def test_the_list_of_related_passages() -> None:
    """A copy is no second voice; u shows it and what reasons are worth; the read is not bold."""
    async with reading(library(), (120, 40)) as pilot:
        await read(pilot)
        listing = related_of(pilot)
        heading = listing.border_title
        assert heading is not None and "2 independent articles · +1 copy" in heading
        assert "+ L’Écho du Louvet" not in screen_text(pilot)
        await press(pilot, "3", "z", "u")
        text = screen_text(pilot)
        assert "+ L’Écho du Louvet · undated · Trois jours après l’explosion" in text
        assert "in all   1.0" in text
        await press(pilot, "u")
        assert "+ L’Écho du Louvet" not in screen_text(pilot)
        item = listing.items[0]
        assert listing.rows_of(item, 30)[0][0].roles == ("name",)
        await read(pilot, FRIDAY, 4)
        assert listing.rows_of(item, 30)[0][0].roles == ("body",)
