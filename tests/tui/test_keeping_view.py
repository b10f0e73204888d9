"""Notes, bookmarks, citations and exports in the reader."""

import csv
import hashlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from corpus.types import Article, ArticleId, Span
from tests.tui.pilots import article_of, open_id, press, screen_text, settle, until
from tests.tui.standin import StandIn, three_articles
from tests.tui.test_views import view_of
from tui.app import RecoupeApp
from tui.keeping.note_lines import Note
from tui.keeping.notes import Notes
from tui.keeping.quotations import quotations
from tui.start import Start

Sized = Callable[..., AsyncIterator[Pilot[int]]]


def library() -> StandIn:
    """The three articles, each with a digest of its own."""
    made = three_articles()
    return StandIn(
        [replace(one, digest=hashlib.sha256(one.text.encode()).hexdigest()) for one in made]
    )


@asynccontextmanager
async def kept_in(
    own: Path, size: tuple[int, int] = (120, 40), held: StandIn | None = None
) -> AsyncIterator[Pilot[int]]:
    """The reader on the first paragraph of the longest article."""
    opened = held or library()
    app = RecoupeApp(Start(lambda: opened, "articles", own))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "escape", "end", "enter", "J")
        assert open_id(pilot) == "port.txt"
        yield pilot


async def typed(pilot: Pilot[int], text: str) -> None:
    """Type a whole line where one is asked for."""
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await settle(pilot)


def notes_in(own: Path) -> tuple[Note, ...]:
    """What the reader's file holds."""
    return Notes(own).all()


def read_now(pilot: Pilot[int]) -> tuple[Article, Span]:
    """The article and the paragraph being read."""
    view = article_of(pilot)
    assert view.article is not None
    paragraph = view.article.paragraph(view.paragraph)
    assert paragraph is not None
    return view.article, paragraph.span


async def test_a_bookmark_and_its_sign(tmp_path: Path) -> None:
    """m marks the paragraph, a star stands beside it, m again takes both away."""
    async with kept_in(tmp_path, (40, 12)) as pilot:
        assert "★" not in screen_text(pilot)
        article, span = read_now(pilot)
        await press(pilot, "m")
        [note] = notes_in(tmp_path)
        assert note.anchor is not None
        assert (note.anchor.article, note.anchor.span) == (article.id, span)
        assert (note.text, note.tags) == ("", ())
        line = next(line for line in screen_text(pilot).split("\n") if "★" in line)
        assert article.slice(span)[:12] in line
        await press(pilot, "m")
        assert notes_in(tmp_path) == ()
        assert "★" not in screen_text(pilot)


async def test_a_note_is_written_and_changed(tmp_path: Path) -> None:
    """a asks for a line; on the same paragraph it goes on with what is written there. What another
    program has written meanwhile stays."""
    async with kept_in(tmp_path) as pilot:
        await press(pilot, "a")
        await typed(pilot, "Voir [/x] ⏎ deux")
        assert [note.text for note in notes_in(tmp_path)] == ["Voir [/x]\ndeux"]
        assert "Voir [/x] deux" in screen_text(pilot)
        await press(pilot, "a")
        assert pilot.app.screen.query_one(Input).value == "Voir [/x] ⏎ deux"
        await typed(pilot, "Autre")
        await press(pilot, "T")
        await typed(pilot, "#grue, port")
        [note] = notes_in(tmp_path)
        assert (note.text, note.tags) == ("Autre", ("grue", "port"))
        assert "✎" in screen_text(pilot)
        await press(pilot, "a")
        other = Notes(tmp_path)
        other.change(other.all()[0], text="ailleurs")
        await typed(pilot, "encore ici")
        assert "changed elsewhere" in screen_text(pilot)
        assert [note.text for note in notes_in(tmp_path)] == ["ailleurs"]


async def test_what_is_selected_is_kept_and_cited(tmp_path: Path) -> None:
    """A note belongs to the words selected, where some are, and so do copies: y as text, Y as
    chosen, both to be checked later."""
    async with kept_in(tmp_path) as pilot:
        copied: list[str] = []
        pilot.app.copy = lambda text, then=None: copied.append(text)  # type: ignore[attr-defined]
        article, span = read_now(pilot)
        words = Span(span.start + 3, span.start + 21)
        article_of(pilot).select(words)
        await press(pilot, "T")
        await typed(pilot, "mot")
        [note] = notes_in(tmp_path)
        assert note.anchor is not None
        assert note.anchor.exact == article.slice(words).strip()
        assert note.tags == ("mot",)
        await press(pilot, *"yY", "down", "down", "enter")
        await press(pilot, "Y", "enter")
        assert copied[2] == article.slice(words)
        for text, suffix in zip(copied, (".txt", ".md"), strict=False):
            [found] = quotations(text, suffix)
            assert found.anchor == replace(note.anchor, before="", after="")


async def test_without_an_article_nothing_is_kept(tmp_path: Path) -> None:
    """Every key says so; in a list copying is of what is lit there."""
    opened = library()
    app = RecoupeApp(Start(lambda: opened, "articles", tmp_path))
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "escape")
        for key in ("m", "a", "T", "2", "y", "Y"):
            app.clear_notifications()
            await press(pilot, key)
            assert key == "2" or "Open an article first." in screen_text(pilot), key
        assert notes_in(tmp_path) == ()


async def test_the_view_of_notes(tmp_path: Path) -> None:
    """Listed, filtered by words and tags, opened, changed, removed and put back."""
    async with kept_in(tmp_path) as pilot:
        await press(pilot, "a")
        await typed(pilot, "première")
        article, span = read_now(pilot)
        await press(pilot, "J", "T")
        await typed(pilot, "grue")
        await press(pilot, "B")
        view = view_of(pilot)
        assert [one.note.text for one in view.listing.items] == ["première", ""]
        assert "2 notes" in screen_text(pilot)
        view.box.focus()
        view.box.value = "premiere"
        await settle(pilot)
        assert len(view.listing.items) == 1
        await press(pilot, "enter")
        assert article_of(pilot).has_focus
        assert read_now(pilot) == (article, span)
        await press(pilot, "B")
        view.box.value = "#grue"
        await settle(pilot)
        view.listing.focus()
        await press(pilot, "a")
        await typed(pilot, "seconde")
        await press(pilot, "T")
        await typed(pilot, "")
        assert [(note.text, note.tags) for note in notes_in(tmp_path)][1] == ("seconde", ())
        view.box.value = ""
        await settle(pilot)
        before = notes_in(tmp_path)
        view.listing.focus()
        await press(pilot, "home", "x")
        assert notes_in(tmp_path)[0].text == "seconde"
        await press(pilot, "u")
        assert [note.id for note in notes_in(tmp_path)] == [note.id for note in before]
        await press(pilot, "u")
        assert "There is no removed note" in screen_text(pilot)


async def test_changed_and_lost_places_are_said(tmp_path: Path) -> None:
    """In words, with what stands there now; a line that is none is told with its number."""
    async with kept_in(tmp_path) as pilot:
        _, span = read_now(pilot)
        await press(pilot, "m", "J", "m")
    held = library()
    name = ArticleId("port.txt")
    article = held.held[name]
    piece = article.slice(span)
    edited = article.text.replace(piece, piece.replace(piece.split()[3], "AUTREMENT", 1))
    next_paragraph = next(p for p in article.paragraphs if p.span.start > span.end)
    edited = edited.replace(article.slice(next_paragraph.span), "Rien de tout cela.")
    shift = len(edited) - len(article.text)
    assert shift
    paragraphs = tuple(p for p in article.paragraphs if p.span.end <= span.start)
    held.held[name] = replace(article, text=edited, digest="1" * 64, paragraphs=paragraphs)
    file = tmp_path / "notes.md"
    file.write_text(file.read_text("utf-8") + "\n## cassé\n- id: 7\n", "utf-8")
    opened = RecoupeApp(Start(lambda: held, "articles", tmp_path))
    async with opened.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "escape", "B", "z")
        shown = screen_text(pilot)
        assert "the text has changed" in shown
        assert "AUTREMENT" in shown
        assert "no longer there" in shown
        assert "notes.md, line" in shown


async def test_lists_are_written_into_files(tmp_path: Path) -> None:
    """What is in front comes first; a file that is there stays as it is."""
    async with kept_in(tmp_path) as pilot:
        await press(pilot, "m", "B", "E", "enter")
        await typed(pilot, str(tmp_path / "n.csv"))
        await until(pilot, (tmp_path / "n.csv").exists)
        [row] = csv.DictReader((tmp_path / "n.csv").read_text("utf-8").splitlines())
        assert row["article"] == open_id(pilot)
        await press(pilot, "E", "enter")
        await typed(pilot, str(tmp_path / "n.csv"))
        assert "is there already" in screen_text(pilot)
        pilot.app.screen.search_pane.query_text = "kerbrat"  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "r", "E", "down", "down", "enter")
        await typed(pilot, str(tmp_path / "r.json"))
        await until(pilot, (tmp_path / "r.json").exists)
        found = json.loads((tmp_path / "r.json").read_text("utf-8"))
        assert found["query"] == "kerbrat"
        assert found["hits"]
