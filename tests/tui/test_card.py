"""Names: which are lit, what is known of one, and the same one again in other articles."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.index.facts.stories import Story, read
from tests.index.prepared import Prepared, prepared
from tests.tui.pilots import article_of, open_id, press, reading, screen_text, settle, until
from tui.known import known
from tui.screens.card import Card
from tui.widgets.card_list import CardList, Form, Heading, Narrowing
from tui.widgets.search_pane import SearchPane

STORIES = [
    Story("a.txt", [
        "[Ana Lirelle] vit à {Orvelle}.",
        "« Oui » :[Lirelle], avec [Tom Duvarne], chez <Lonex>.",
        "Encore [Lirelle].",
    ], "2021-01-04"),
    Story("b.txt", ["Sans elle, {Orvelle} et [Tom Duvarne]."], "2021-02-04"),
    Story("c.txt", ["Rien.", "Plus tard [Ana Lirelle] revient à {Orvelle}."], "2021-03-04"),
]  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The three stories."""
    opened = prepared(tmp_path_factory.mktemp("named"), map(read, STORIES))
    yield opened
    Prepared.close(opened)


@pytest.fixture(autouse=True)
def kept_open(library: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving the app does not close what the next test asks."""
    monkeypatch.setattr(library, "close", lambda: None)


@asynccontextmanager
async def at_first(
    library: Prepared, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[int]]:
    """In the first article."""
    async with reading(library, size) as pilot:
        await press(pilot, "escape", "home", "enter")
        assert open_id(pilot) == "a.txt"
        yield pilot


def stood_on(pilot: Pilot[int]) -> str:
    """The name stood on."""
    view = article_of(pilot)
    found = view.lighting.found
    return view.article.slice(found) if view.article is not None and found is not None else ""


def card_of(pilot: Pilot[int]) -> CardList:
    """The list of the card in front."""
    assert isinstance(pilot.app.screen, Card)
    return pilot.app.screen.query_one(CardList)


def looks(pilot: Pilot[int]) -> set[str]:
    """The roles in which something of the article is drawn."""
    view = article_of(pilot)
    return {mark.role for mark in view._marks.all}


async def test_kinds_are_lit_by_key_and_stay_so(library: Prepared) -> None:
    """The legend says which; in another article it is the same; 9 lights all, or none."""
    async with at_first(library) as pilot:
        assert looks(pilot) == {"PER", "LOC", "ORG"}
        assert "5 people  6 places  7 organisations  8 other" in screen_text(pilot)
        await press(pilot, "5")
        assert looks(pilot) == {"LOC", "ORG"}
        assert "5 (people)" in screen_text(pilot) and "people: not lit" in screen_text(pilot)
        await press(pilot, "]")
        assert stood_on(pilot) == "Orvelle"
        await press(pilot, "1", "G", "enter")
        assert open_id(pilot) == "c.txt" and looks(pilot) == {"LOC"}
        await press(pilot, "9")
        assert looks(pilot) == {"LOC", "PER"}
        await press(pilot, "9", "]")
        assert looks(pilot) == set() and "no names" in screen_text(pilot)


async def test_the_same_name_again_into_the_next_article_and_back(library: Prepared) -> None:
    """} goes from place to place, past the article that does not name her; b leads back."""
    async with at_first(library) as pilot:
        await press(pilot, "}")
        assert stood_on(pilot) == "Lirelle" and article_of(pilot).paragraph == 2
        assert "mention 2/3, article 1 of 2" in screen_text(pilot)
        await press(pilot, "}", "}")
        assert (open_id(pilot), stood_on(pilot)) == ("c.txt", "Ana Lirelle")
        assert "mention 1/1, article 2 of 2" in screen_text(pilot)
        await press(pilot, "}")
        assert "No further place names Ana Lirelle." in screen_text(pilot)
        assert open_id(pilot) == "c.txt"
        await press(pilot, "{")
        assert (open_id(pilot), article_of(pilot).paragraph) == ("a.txt", 3)
        await press(pilot, "b")
        assert (open_id(pilot), stood_on(pilot)) == ("c.txt", "Ana Lirelle")


async def test_the_card_says_what_is_known(library: Prepared) -> None:
    """Kind, counts, all spellings with theirs, who stands beside, what is said; over the text."""
    async with at_first(library) as pilot:
        await press(pilot, "J", "]", "enter")
        words = screen_text(pilot)
        assert "Ana Lirelle" in str(pilot.app.screen.query_one("#card").border_title)
        assert "person · 4× · 2 articles" in words
        assert "Ana Lirelle\u00a02 · Lirelle\u00a02" in words
        assert "Orvelle 2" in words and "says: 1 quotation" in words and "Oui" in words
        assert sum(known(library, library.entities()[0].id).over_time) == 2  # type: ignore[union-attr]
        assert isinstance(card_of(pilot).items[card_of(pilot).lit], Narrowing)
        await press(pilot, "i")
        assert stood_on(pilot) == "Lirelle" and article_of(pilot).has_focus


async def test_the_card_never_hides_its_name(library: Prepared) -> None:
    """It stands beside it, over or under it; on the smallest screen it has all of it."""
    async with at_first(library) as pilot:
        for size in ((120, 40), (200, 50), (80, 24), (40, 12)):
            await pilot.resize_terminal(*size)
            # Without the drawer the last name is in the lower half.
            await press(pilot, "3", "3")
            for keys in (("home", "]"), ("G", "[")):
                await press(pilot, *keys, "enter")
                box = pilot.app.screen.query_one("#card").region
                found = article_of(pilot).lighting.found
                cell = article_of(pilot).cell_of(found) if found is not None else None
                assert cell is not None
                assert size == (40, 12) or not box.contains(*cell)
                assert pilot.app.screen.region.contains_region(box)
                assert box.height >= min((size[1] - 1) // 2, 20)
                assert size != (40, 12) or box.size == (40, 12)
                await press(pilot, "escape")


async def test_the_card_narrows_the_search_and_widens_it(library: Prepared) -> None:
    """The clause joins what is searched; the same card takes it away."""
    async with at_first(library) as pilot:
        await press(pilot, "s", *"orvelle", "escape", "2", "home", "]", "enter", "enter")
        pane = pilot.app.screen.query_one(SearchPane)
        assert pane.query_text.strip() == 'person:"Ana Lirelle" orvelle'
        assert {hit.info.id for hit in pane.listing.items} == {"a.txt", "c.txt"}
        await press(pilot, "2", "enter")
        assert "no longer only" in screen_text(pilot)
        await press(pilot, "enter")
        assert pane.query_text.strip() == "orvelle"


async def test_ways_out_of_the_card(library: Prepared) -> None:
    """To a companion's card and back, to a quotation, to the next place, to a spelling."""
    async with at_first(library) as pilot:
        await press(pilot, "]", "enter", "j", "enter")
        assert str(pilot.app.screen.query_one("#card").border_title) == "Lonex"
        await press(pilot, "b")
        assert str(pilot.app.screen.query_one("#card").border_title) == "Ana Lirelle"
        await press(pilot, "}")
        assert article_of(pilot).has_focus and stood_on(pilot) == "Lirelle"
        await press(pilot, "home", "]", "enter", "G")
        items = card_of(pilot).items
        assert isinstance(items[card_of(pilot).lit], Form)
        await press(pilot, "up", "up", "enter")
        assert (article_of(pilot).paragraph, open_id(pilot)) == (2, "a.txt")
        view = article_of(pilot)
        assert view.article is not None
        assert [view.article.slice(span) for span in view.lighting.matches] == [" Oui "]


async def test_from_the_card_to_all_that_is_known(library: Prepared) -> None:
    """All that she says, of the whole library; then herself among all names."""
    async with at_first(library) as pilot:
        await press(pilot, "1", "G", "enter", "]", "enter", "Q")
        assert open_id(pilot) == "c.txt" and "1 quotation" in screen_text(pilot)
        await press(pilot, "2", "enter", "e")
        assert "person · 4× · 2 articles" in screen_text(pilot)
        assert "Tom Duvarne" not in screen_text(pilot).split("│")[1]


async def test_what_leads_nowhere_is_stepped_over(library: Prepared) -> None:
    """Headings are read, not chosen; going up one gets back to the beginning."""
    async with at_first(library, (80, 24)) as pilot:
        await press(pilot, "]", "enter")
        card, seen = card_of(pilot), []
        for _ in card.items:
            await press(pilot, "j")
            seen.append(card.items[card.lit])
        assert not any(isinstance(item, Heading) for item in seen)
        await press(pilot, "home", "up")
        assert card.lit == 1 and card.scroll_offset.y == 0


async def test_a_click_on_a_name_opens_its_card_two_select_it(library: Prepared) -> None:
    """The second click of a double click is waited for."""
    async with at_first(library) as pilot:
        view = article_of(pilot)
        span = view.mentions[-1].span
        cell = view.cell_of(span)
        assert cell is not None
        await pilot.double_click(offset=cell)
        await settle(pilot)
        assert view.selected == span and not isinstance(pilot.app.screen, Card)
        await pilot.click(offset=cell)
        await until(pilot, lambda: isinstance(pilot.app.screen, Card))
        await settle(pilot)
        assert str(pilot.app.screen.query_one("#card").border_title) == "Ana Lirelle"


async def test_where_there_is_no_name_that_is_said(library: Prepared) -> None:
    """Neither the card nor the next place comes from nowhere."""
    async with at_first(library) as pilot:
        await press(pilot, "1", "G", "enter", "home", "j", "j", "enter")
        assert "There is no name on this line" in screen_text(pilot)


async def test_the_concordance_is_stepped_through_from_the_article(library: Prepared) -> None:
    """Where it is in front, its lines come one after another, the keyboard in the article."""
    async with at_first(library) as pilot:
        await press(pilot, "w", "/", *"orvelle", "escape", "home", "enter")
        met = []
        for key in (".", ".", ","):
            await press(pilot, key)
            met.append(open_id(pilot))
        assert met == ["b.txt", "c.txt", "b.txt"]
        assert article_of(pilot).has_focus
