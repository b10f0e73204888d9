"""The views of the left pane that need nothing but the open article, and the names' desk."""

from pathlib import Path

from tests.tui.pilots import article_of, open_id, press, reading, screen_text, until
from tests.tui.standin import StandIn, make_article
from tests.tui.test_session import sitting
from tui.widgets.view import View


def view_of(pilot: object) -> View:
    """The view in front."""
    return pilot.app.screen.panes.finder.current  # type: ignore[attr-defined]


async def test_contents_lead_to_a_paragraph() -> None:
    """And follow the reader, until the keyboard is in them."""
    async with reading() as pilot:
        await press(pilot, *"grues", "enter", "J", "o", "2", "J")
        contents = view_of(pilot).listing
        await until(
            pilot, lambda: contents.items[contents.lit].key == article_of(pilot).paragraph == 4
        )
        await press(pilot, "1", "home", "enter")
        assert article_of(pilot).has_focus
        assert article_of(pilot).paragraph == 0


async def test_contents_are_filtered_by_words() -> None:
    """Only paragraphs with all of them stay."""
    async with reading() as pilot:
        await press(pilot, *"grues", "enter", "o")
        every = len(view_of(pilot).listing.items)
        view_of(pilot).box.focus()
        await press(pilot, *"kerbrat siège")
        assert len(view_of(pilot).listing.items) == 1 < every


async def test_folded_lines_are_listed_with_their_rules() -> None:
    """What was taken for debris can be looked through in one place."""
    async with reading() as pilot:
        await press(pilot, "escape", "enter", "X", "z")
        assert "read-also" in screen_text(pilot)
        assert "Lire aussi : nos recettes" in screen_text(pilot)


async def test_views_need_no_article(tmp_path: Path) -> None:
    """Before one is open each says so, and none fails."""
    async with sitting(tmp_path) as pilot:
        for key in ("o", "X", "S", "p", "r"):
            await press(pilot, "escape", key)
            assert view_of(pilot).listing.has_focus
        await press(pilot, "o", "z")
        assert "Open an article first." in screen_text(pilot)
        assert open_id(pilot) == ""


async def test_walking_down_the_results_brings_more() -> None:
    """While one types few are asked for; the others come before the end of the list."""
    words = "Paragraphe de remplissage sur les quais du port."
    articles = [make_article(f"{n:03}.txt", f"Titre {n}", [words]) for n in range(150)]
    async with reading(StandIn(articles)) as pilot:
        await press(pilot, *"remplissage", "escape")
        assert len(view_of(pilot).listing.items) < 50
        for _ in range(4):
            await press(pilot, "end")
        hits = view_of(pilot).listing
        assert len(hits.items) == 150
        assert hits.lit > 20
