"""Finding in the open article: what is found, and how one gets there and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.pilots import article_of, open_id, press, reading, related_of, screen_text, settle
from tests.tui.standin import StandIn, make_article
from tui.text.findable import MOST, Findable
from tui.widgets.find_box import FindBox
from tui.widgets.search_box import SearchBox

TEXT = "À l’Élysée, le cœur de « l’État » : dix\u202f000 — Hélène\u00a0!\n\nSuite a\u00adb “oui”"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("elysee", ["Élysée"]),
        ("ÉLYSÉE", ["Élysée"]),
        ("l'elysee", ["l’Élysée"]),
        ("coeur", ["cœur"]),
        ("oe", ["œ"]),
        ("\"l'etat", ["« l’État"]),
        ("« l’etat »", ["« l’État »"]),
        ('etat" :', ["État » :"]),
        ("dix 000 - h", ["dix\u202f000 — H"]),
        ("helene ! suite", ["Hélène\u00a0!\n\nSuite"]),
        ("ab", ["a\u00adb"]),
        ('"oui"', ["“oui”"]),
        ("e\u0301lyse\u0301e", ["Élysée"]),
        ("a.*b", []),
        ("", []),
        ("  ", []),
    ],
)
def test_what_is_typed_is_found_however_it_is_written(typed: str, found: list[str]) -> None:
    """Accents, capitals, ligatures, apostrophes, quotation marks, spaces and line ends aside."""
    assert [TEXT[s.start : s.end] for s in Findable(TEXT).find(typed)] == found


@given(st.text("aàAœŒ’'«»\"  \u202f\u00ad—-\n\u0301b", max_size=60), st.data())
def test_every_piece_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """Whatever is copied from an article and typed is found there, at places that are in order."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    spans = Findable(text).find(piece)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    if any(char in "aàAb" for char in piece):
        assert spans


def test_a_letter_of_a_huge_text_does_not_take_for_ever() -> None:
    """So many places are lit, and no more."""
    assert len(Findable("e" * (3 * MOST)).find("e")) == MOST


FILLER = [f"Paragraphe {n}, où rien n’est dit de ce que l’on cherche." for n in range(2, 14)]
ARTICLE = make_article(
    "a.txt",
    "Le port",
    ["La grève commence.", *FILLER, "La Grève continue.", *FILLER, "Une greve de plus, Kerbrat."],
)


def words_lit(pilot: Pilot[int]) -> str:
    """What one stands on."""
    view = article_of(pilot)
    found = view.lighting.found
    return view.article.slice(found) if view.article is not None and found is not None else ""


async def test_typing_goes_to_the_first_place_and_escape_back() -> None:
    """Letter by letter, from where one was; nothing found stays there and says so."""
    async with reading(StandIn([ARTICLE])) as pilot:
        await press(pilot, "escape", "enter", "J")
        view = article_of(pilot)
        before = view.place
        await press(pilot, "/", *"greve")
        assert (words_lit(pilot), view.paragraph) == ("Grève", 14)
        assert "found 2/3" in screen_text(pilot)
        await press(pilot, *"zz")
        assert "not found" in screen_text(pilot) and view.paragraph == 2
        await press(pilot, "backspace", "backspace", "down")
        assert (words_lit(pilot), view.paragraph) == ("greve", 27)
        await press(pilot, "escape")
        assert view.place == before
        assert view.has_focus and not view.lighting.finds


async def test_what_was_found_goes_before_the_search_until_escape() -> None:
    """Enter stays; n and N step over the places found, then over the matches again."""
    async with reading(StandIn([ARTICLE]), (80, 24)) as pilot:
        await press(pilot, *"kerbrat", "enter", "/", *"greve", "enter")
        view = article_of(pilot)
        assert view.has_focus and words_lit(pilot) == "greve"
        await press(pilot, "n")
        assert (words_lit(pilot), view.paragraph) == ("grève", 1)
        await press(pilot, "N", "N")
        assert words_lit(pilot) == "Grève"
        await press(pilot, "escape", "n")
        assert words_lit(pilot) == "Kerbrat"
        assert view.has_focus
        await press(pilot, "escape")
        assert not view.has_focus


async def test_the_slash_is_the_box_of_what_has_the_keyboard() -> None:
    """In the results the search box; in a view its filter; without an article nothing breaks."""
    async with reading(StandIn([ARTICLE])) as pilot:
        await press(pilot, "escape", "2", "/")
        assert "Open an article first." in screen_text(pilot)
        await press(pilot, "1", "/")
        assert isinstance(pilot.app.focused, SearchBox)
        await press(pilot, "escape", "p", "/", *"abc")
        assert isinstance(pilot.app.focused, SearchBox)
        assert pilot.app.focused.value == "abc"
        await press(pilot, "escape", "2", "s")
        assert isinstance(pilot.app.focused, SearchBox) and pilot.app.focused.value == ""


async def test_the_box_goes_with_the_keyboard() -> None:
    """Who goes elsewhere while typing stays where that led to."""
    async with reading(StandIn([ARTICLE])) as pilot:
        await press(pilot, "escape", "enter", "/", *"continue", "tab")
        assert not pilot.app.screen.query_one(FindBox).display
        assert related_of(pilot).has_focus
        await press(pilot, "2", "escape")
        assert article_of(pilot).paragraph == 14 and not article_of(pilot).lighting.finds


async def test_another_article_begins_anew() -> None:
    """What was found in one is not lit in the next; the words typed are there to be used again."""
    other = make_article("b.txt", "Autre", ["Ni l’un, ni la grève."])
    async with reading(StandIn([ARTICLE, other])) as pilot:
        await press(pilot, *"gr", "enter", "/", *"greve", "enter")
        # The first G brings the rest of the results.
        await press(pilot, "1", "G")
        await press(pilot, "G", "enter")
        assert open_id(pilot) == "b.txt"
        assert not article_of(pilot).lighting.finds
        await press(pilot, "/")
        await settle(pilot)
        assert words_lit(pilot) == "grève"
