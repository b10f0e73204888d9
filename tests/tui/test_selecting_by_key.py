"""Selecting with keys: those that move widen it, and it is kept and copied as any other."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.types import ArticleId, ArticleInfo, Span
from tests.tui.pilots import article_of, hits_of, open_id, press, reading, screen_text, settle
from tests.tui.standin import StandIn, make_article
from tests.tui.test_keeping_view import kept_in, notes_in, typed
from tui.config import Config
from tui.keeping.quotations import quotations
from tui.keys.presets import PRESET_NAMES, Preset
from tui.text.region import Region, back, onward, over, widened
from tui.text.render import paint
from tui.text.units import Units
from tui.widgets.status import StatusLine

FIRST = "Le feu est éteint. M. Kerbrat l’a dit : « Douze blessés ! » Nul ne sait pourquoi."
SECOND = "Port-Louvet attend 👩‍👩‍👧 la suite."
ARTICLE = make_article("feu.txt", "Le feu", [FIRST, SECOND])


def library() -> StandIn:
    """One short article with a digest."""
    return StandIn([replace(ARTICLE, digest=hashlib.sha256(b"feu").hexdigest())])


def selected(pilot: Pilot[int]) -> str:
    """The text that is selected, "" for none."""
    view = article_of(pilot)
    assert view.article is not None
    return view.article.slice(view.selected) if view.selected is not None else ""


def told(pilot: Pilot[int]) -> str:
    """What the top line says of it."""
    return pilot.app.screen.query_one(StatusLine).state.found


async def test_motions_widen_it_and_escape_ends_it() -> None:
    """Words, their counts, the line, the other end, sentences, paragraphs, the article; each from
    the first line of the first paragraph on."""
    async with reading(library(), (80, 24), Config(preset="vim")) as pilot:
        await press(pilot, "escape", "enter", "v")
        assert (selected(pilot), told(pilot)) == ("L", "1 word, 1 character selected")
        await press(pilot, "3", "w")
        assert selected(pilot) == "Le feu est"
        assert told(pilot) == "3 words, 10 characters selected"
        await press(pilot, "b")
        assert selected(pilot) == "Le feu"
        await press(pilot, ")")
        assert selected(pilot) == "Le feu est éteint."
        await press(pilot, ")")
        assert selected(pilot) == FIRST[: FIRST.index(" Nul")]
        await press(pilot, "o", "2", "w", "o")
        assert selected(pilot) == FIRST[7 : FIRST.index(" Nul")]
        await press(pilot, "}", "}")
        assert selected(pilot) == f"{FIRST[7:]}\n\n{SECOND}"
        await press(pilot, "h", "h")
        assert selected(pilot).endswith("la suit")
        await press(pilot, "escape")
        assert selected(pilot) == "" and not article_of(pilot).in_selection
        assert article_of(pilot).has_focus and "¶ 2/2" in screen_text(pilot)
        assert "selected" not in screen_text(pilot)


async def test_it_survives_scrolling_and_other_sizes() -> None:
    """The same characters after the wheel and at any width, drawn in the look of a selection; keys
    go on from there, in the same cells of other lines."""
    async with reading(library(), (80, 24)) as pilot:
        await press(pilot, "escape", "enter", "v", "j")
        words = selected(pilot)
        assert words.startswith("Le feu") and words.endswith("sait p")
        for size in ((40, 12), (120, 40), (23, 9), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert selected(pilot) == words
        view = article_of(pilot)
        assert view.column is not None
        view.wheel(3)
        view.wheel(-3)
        assert selected(pilot) == words
        await press(pilot, "j", "l", "l", "l")
        assert selected(pilot).endswith("\n\nPort")
        await press(pilot, "end")
        assert selected(pilot).endswith(SECOND)
        await press(pilot, "k", "k", "j", "j")
        assert selected(pilot).endswith(SECOND)
        roles = {
            role
            for line in view.column.lines
            for run in paint(line, view._marks)
            for role in run.roles
        }
        assert "selected" in roles


async def test_found_words_and_names_widen_it_too() -> None:
    """n goes to the end of what it finds; stepping begins with what one stands on."""
    async with reading(library(), (80, 24)) as pilot:
        await press(pilot, *"kerbrat", "enter", "n", "v")
        assert selected(pilot) == "Kerbrat"
        await press(pilot, "escape", "g", "j", "j", "v", "n")
        assert selected(pilot) == FIRST[: FIRST.index(" l’a")]
        await press(pilot, "/", *"suite", "enter")
        assert selected(pilot).endswith("la suite")
        await press(pilot, "/", *"nul", "escape")
        assert selected(pilot).endswith("la suite")


async def test_what_is_selected_is_searched(tmp_path: Path) -> None:
    """As a phrase; what was done with stays lit until one moves."""
    async with reading(library(), (120, 40)) as pilot:
        await press(pilot, "escape", "enter", "v", "v", "w", "s")
        reader = pilot.app.screen_stack[0]
        assert getattr(reader, "search_pane").query_text == '"Le feu"'  # noqa: B009
        assert selected(pilot) == "Le feu" and not article_of(pilot).in_selection
        await press(pilot, "2", "j")
        assert selected(pilot) == ""


async def test_a_selection_is_copied_noted_and_tagged(tmp_path: Path) -> None:
    """With the anchors that a selection by the mouse gets; v goes on with it."""
    async with kept_in(tmp_path) as pilot:
        copied: list[str] = []
        pilot.app.copy = lambda text, then=None: copied.append(text)  # type: ignore[attr-defined]
        article = article_of(pilot).article
        first = article.paragraph(2) if article is not None else None
        assert article is not None and first is not None
        start = first.span.start
        await press(pilot, "v", "w", "w", "y")
        words = article.slice(Span(start, start + len(selected(pilot))))
        assert selected(pilot) == words and len(words.split()) == 2
        [quoted] = quotations(copied[0], ".txt")
        assert quoted.anchor.span == Span(start, start + len(words))
        assert quoted.anchor.digest == article.digest
        await press(pilot, "v", "w", "a")
        await typed(pilot, "Trois mots")
        [note] = notes_in(tmp_path)
        assert note.anchor is not None and note.text == "Trois mots"
        assert note.anchor.exact == selected(pilot) and len(note.anchor.exact.split()) >= 3
        assert note.anchor.span == Span(start, start + len(note.anchor.exact))
        await press(pilot, "j")
        assert selected(pilot) == ""


@pytest.mark.parametrize("preset", PRESET_NAMES)
async def test_every_preset_selects(preset: Preset) -> None:
    """Its own keys, told in the bottom line; other keys of the reader come back with escape."""
    async with reading(library(), (120, 40), Config(preset=preset)) as pilot:
        await press(pilot, "escape", "enter")
        before = screen_text(pilot).split("\n")[-1]
        begin = {"emacs": "ctrl+@", "less": "V"}.get(preset, "v")
        await press(pilot, begin, "w", "right")
        assert selected(pilot) == "Le" and article_of(pilot).in_selection
        assert "y copy" in screen_text(pilot) or preset == "emacs"
        assert "wider" in screen_text(pilot).split("\n")[-1]
        await press(pilot, {"emacs": "ctrl+g"}.get(preset, "escape"))
        assert screen_text(pilot).split("\n")[-1] == before


async def test_the_mouse_takes_over() -> None:
    """A click ends what keys began, and escape lets go what the mouse selected."""
    async with reading(library(), (80, 24)) as pilot:
        await press(pilot, "escape", "enter", "v", "w")
        view = article_of(pilot)
        await pilot.click(view, offset=(view.text_left + 4, 6))
        await settle(pilot)
        assert not view.in_selection and selected(pilot) == ""
        view.select(Span(4, 6))
        await press(pilot, "escape")
        assert selected(pilot) == "" and view.has_focus


async def test_another_article_ends_it() -> None:
    """The keys are the reader's again."""
    held = StandIn([ARTICLE, make_article("eau.txt", "L’eau", ["Rien du tout."])])
    async with reading(held, (80, 24)) as pilot:
        await press(pilot, "escape", "enter", "v", "w")
        assert article_of(pilot).in_selection
        begun = open_id(pilot)
        shown = [item.id for item in hits_of(pilot).items if isinstance(item, ArticleInfo)]
        hits_of(pilot).light(1 - shown.index(ArticleId(begun)))
        hits_of(pilot).action_choose()
        await settle(pilot)
        view = article_of(pilot)
        assert len(shown) == 2 and open_id(pilot) != begun
        assert not view.in_selection and view.selected is None


def test_it_grows_and_shrinks_by_whole_units() -> None:
    """Forwards to ends, backwards to beginnings, over the place where it began."""
    units = Units(ARTICLE)
    text = ARTICLE.text
    at = text.index("est éteint")
    region = Region(units.sign_from(at), units.sign_from(at))

    def words(region: Region) -> str:
        return text[region.span.start : region.span.end]

    region = onward(units, units.words, onward(units, units.words, region))
    assert words(region) == "est éteint"
    region = back(units, units.words, back(units, units.words, region))
    assert words(region) == "e"
    region = back(units, units.words, region)
    assert words(region) == "feu e"
    region = onward(units, units.words, onward(units, units.words, region))
    assert words(region) == "est"
    assert onward(units, units.paragraphs, region).span.end == ARTICLE.paragraphs[1].span.end
    last = over(units, Span(len(text) - 3, len(text)))
    assert onward(units, units.sentences, last) == last
    first = over(units, Span(0, 1))
    assert back(units, units.words, first) == first


def test_it_widens_to_what_holds_it() -> None:
    """A word, its sentence, not ended by an abbreviation, its paragraph, and no further."""
    units = Units(ARTICLE)
    text = ARTICLE.text
    region = over(units, Span(text.index("rbrat"), text.index("rbrat") + 1))
    told = []
    for _ in range(4):
        region = widened(units, region)
        told.append(text[region.span.start : region.span.end])
    sentence = FIRST[FIRST.index("M. ") : FIRST.index(" Nul")]
    assert told == ["Kerbrat", sentence, FIRST, FIRST]


def test_a_sign_is_what_one_sees() -> None:
    """A family of emoji is one sign, from both sides; the ends of the text have signs, too."""
    units = Units(ARTICLE)
    at = ARTICLE.text.index("👩")
    family = Span(at, at + len("👩‍👩‍👧"))
    assert units.sign_from(at) == family == units.sign_before(family.end)
    assert units.sign_from(len(ARTICLE.text)).end == len(ARTICLE.text)
    assert units.sign_before(0) == Span(0, 1)
