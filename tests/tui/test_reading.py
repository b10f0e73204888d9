"""An article set for reading: its measure, its place through any size, one result after another."""

import random
from dataclasses import replace

import pytest
from textual.events import Resize
from textual.geometry import Size

from corpus.types import ArticleId
from tests.tui.pilots import article_of, hits_of, open_id, press, reading, screen_text, settle
from tests.tui.standin import StandIn, make_article, three_articles
from tui.config import Config
from tui.history import Place
from tui.screens.reader import Reader
from tui.text import labels
from tui.text.lighting import Lighting, Standing
from tui.text.render import Line, layout
from tui.text.wrap import wrap
from tui.widgets.article_view import ArticleView

WIDTHS, HEIGHTS = (20, 250), (5, 70)
TURNS, BURST = 25, 8


def size_of(rng: random.Random) -> Size:
    """Any size, small ones more often: there the panes give way to each other."""
    width, height = (round(low * (high / low) ** rng.random()) for low, high in (WIDTHS, HEIGHTS))
    return Size(width, height)


async def test_resizing_keeps_the_place() -> None:
    """Two hundred sizes later, in bursts as terminals send them, panes zoomed, hidden and in front
    on the way, one reads the same words, and nothing has crashed."""
    rng = random.Random(3)
    async with reading(StandIn(three_articles()[2:])) as pilot:
        await press(pilot, *"tiendrons", "enter", "n")
        view = article_of(pilot)
        place = view.place
        assert place is not None and place.found is not None
        for turn in range(TURNS):
            for _ in range(BURST - 1):
                size = size_of(rng)
                pilot.app.post_message(Resize(size, size))
            await pilot.resize_terminal(*size_of(rng))
            if turn % 2:
                await pilot.press(rng.choice(["z", "3", "tab", "x", "2", "1", "r", "o"]))
            assert view.place is not None
            assert (view.place.offset, view.place.found) == (place.offset, place.found)
        await pilot.resize_terminal(120, 40)
        await press(pilot, "2")
        assert "« Nous tiendrons »" in screen_text(pilot)
        assert "match 1/1" in screen_text(pilot)


async def test_where_one_is_can_be_seen() -> None:
    """Under the title what is known of the article; in the top line the paragraph and how far."""
    async with reading(size=(80, 24)) as pilot:
        await press(pilot, "escape", "G", "enter")
        assert "Le Courrier des Quais · 12 Mar 2024 · fr · 12 ¶ · port.txt" in screen_text(pilot)
        assert "¶ 1/12 · " in screen_text(pilot)
        await press(pilot, "G")
        assert "¶ 12/12 · 100 %" in screen_text(pilot)
        await press(pilot, "k")
        assert "¶ 12/12 · 100 %" not in screen_text(pilot)
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert "¶ 11/12 · " in screen_text(pilot)


async def test_lines_are_as_long_as_one_likes() -> None:
    """From the configuration, then by key; in a pane without room for them they wait."""
    async with reading(size=(200, 20), config=Config(text_width=60)) as pilot:
        await press(pilot, "escape", "G", "enter", "z")
        view = article_of(pilot)
        assert max(len(line.text) for line in longest(view)) in range(50, 61)
        await press(pilot, "+")
        assert view.column_width == 64 and "lines of 64" in screen_text(pilot)
        await press(pilot, "-", "-")
        assert view.column_width == 56
        await pilot.resize_terminal(40, 20)
        await press(pilot, "+")
        assert view.column_width == 37
        await pilot.resize_terminal(200, 20)
        await settle(pilot)
        assert view.column_width == 56


def longest(view: ArticleView) -> list[Line]:
    """The lines of text."""
    return [line for line in view.column.lines if line.span] if view.column is not None else []


async def test_an_article_in_a_hidden_pane_is_stepped_through() -> None:
    """As after a start on a small screen; it is laid out when it comes into view, at that place."""
    async with reading(size=(40, 12)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, Reader)
        screen.reopen(Place(ArticleId("port.txt"), 1, query="tiendrons"))
        await settle(pilot)
        await press(pilot, "escape", "]", "]", "}", "n", "5", "+")
        view = article_of(pilot)
        assert not view.in_view and view.lighting.found is not None
        await press(pilot, "2")
        assert "tiendrons" in screen_text(pilot)


async def test_one_result_after_another_without_the_list() -> None:
    """At the match each time, the keyboard in the article; the ends are told."""
    async with reading(size=(80, 24)) as pilot:
        await press(pilot, *"kerbrat", "enter")
        view = article_of(pilot)
        met = [(open_id(pilot), view.paragraph)]
        for _ in range(2):
            await press(pilot, ".")
            met.append((open_id(pilot), view.paragraph))
            assert view.has_focus
        hits = [(hit.info.id, hit.passage.number) for hit in hits_of(pilot).items]
        assert met == hits and len(hits) == 3
        await press(pilot, ".")
        assert "This is the last result." in screen_text(pilot)
        await press(pilot, ",", "b")
        assert (open_id(pilot), view.paragraph) == hits[2]


def test_a_heading_stands_apart() -> None:
    """Nearer to what it is over; on a narrow screen a line is saved."""
    article = make_article("a.txt", None, ["Avant.", "TITRE", "Après."])
    parts = [replace(p, kind="heading") if p.number == 2 else p for p in article.paragraphs]
    article = replace(article, paragraphs=tuple(parts))
    for width, before in ((60, 2), (40, 1)):
        kinds = [line.kind for line in layout(article, width=width, show_folded=False)]
        at = kinds.index("heading")
        assert kinds[at - before - 1 : at + 3] == [
            "body",
            *["blank"] * before,
            "heading",
            "blank",
            "body",
        ]


def test_what_one_stands_on_is_told_by_kind() -> None:
    """Of the things of its kind, from 1; nothing of a kind that is gone."""
    article = make_article("a.txt", None, ["Kerbrat, Kerbrat."])
    mentions = StandIn([article]).mentions(article.id)
    lighting = Lighting(mentions, matches=(mentions[1].span,))
    assert lighting.on(mentions[1].span).standing == Standing("name", 2, 2)
    on = lighting.on(mentions[1].span, "match")
    assert on.standing is not None and labels.standing(on.standing) == "match 1/1"
    assert on.name == mentions[1]
    assert lighting.on(mentions[1].span).toggled("PER").standing is None
    assert lighting.toggled(None).names == [] and lighting.toggled(None).toggled(None) == lighting


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("— Oui, répondit-elle.", 9, ["— Oui,", "répondit-", "elle."]),
        ("Vu M. Macron, n° 12.", 8, ["Vu", "M.", "Macron,", "n° 12."]),
        ("Vu M. Macron, n° 12.", 11, ["Vu", "M. Macron,", "n° 12."]),
        ("https://a.fr/bcdef/ghi?j=kl", 13, ["https://a.fr/", "bcdef/ghi?j=", "kl"]),
    ],
)
def test_what_belongs_together_stays_on_a_line(text: str, width: int, lines: list[str]) -> None:
    """A speech's dash, M. and n° with what follows; addresses are cut where their parts meet."""
    assert [text[span.start : span.end].strip() for span in wrap(text, width)] == lines
