"""The views that count: who said what, what was when, how what is searched divides."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from corpus.types import Annotated, Article, DateMention, Span
from tests.index.facts.stories import Story, read
from tests.index.prepared import Prepared, prepared
from tests.tui.pilots import open_id, press, reading, screen_text, until
from tui.text.narrowing import narrowed, toggled, widened
from tui.widgets.quotes_view import FEW

MANY = " ".join(["« Non » :[Tom Duvarne]."] * (FEW + 30))
SAID = "« Oui » :[Ana Lirelle] à {Orvelle}, mardi."
STORIES = [
    Story("a.txt", [SAID, "« Rien »."], "2021-03-04", "La Gazette"),
    Story("b.txt", ["« Encore » :[Ana Lirelle] et la grève, hier."], "2021-03", "La Gazette"),
    Story("c.txt", [f"{MANY} La grève à {{Orvelle}}."], "2020-11-30", "Le Fanal"),
    Story("d.txt", ["Rien, en anglais."], "2021-05-02", "Le Fanal", language="en"),
]


def dated(story: Story) -> tuple[Article, Annotated]:
    """The story, "mardi" being 2 March 2021 and "hier" unknown."""
    article, annotated = read(story)
    dates = []
    for word, day in (("mardi", "2021-03-02"), ("hier", None)):
        at = article.text.find(word)
        if at >= 0:
            span = Span(at, at + len(word))
            dates.append(DateMention(article.id, span, day, day, None))
    return article, replace(annotated, dates=tuple(dates))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The four stories."""
    opened = prepared(tmp_path_factory.mktemp("counted"), map(dated, STORIES))
    yield opened
    Prepared.close(opened)


@pytest.fixture(autouse=True)
def kept_open(library: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving the app does not close what the next test asks."""
    monkeypatch.setattr(library, "close", lambda: None)


@asynccontextmanager
async def looking(
    library: Prepared, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[int]]:
    """The app after some keys in the list of articles."""
    async with reading(library, size) as pilot:
        await pilot.press("escape")
        await press(pilot, *keys)
        yield pilot


def lines(pilot: Pilot[int]) -> list[str]:
    """What stands in the left pane."""
    shown = (line.strip("│╭╮ ").split("│")[0].strip() for line in screen_text(pilot).splitlines())
    return [line.removeprefix("▌").strip() for line in shown]


def said(pilot: Pilot[int]) -> str:
    """What stands in the left pane, as if its lines were endless."""
    return " ".join(line for line in lines(pilot) if line)


# Quotations


async def test_who_is_quoted_most(library: Prepared) -> None:
    """Speakers with their counts, the unknown last; each unfolds fifty at a time."""
    async with looking(library, "Q") as pilot:
        found = [line.split() for line in lines(pilot) if line.startswith("▸")]
        assert [line[-1] for line in found] == [str(FEW + 30), "2", "1"]
        assert found[0][1:3] == ["Tom", "Duvarne"]
        assert "does not say" in " ".join(found[2])
        await press(pilot, "enter", "G", "k", "k")
        assert "10 more quotations…" in said(pilot)
        await press(pilot, "enter")
        assert "more quotations…" not in said(pilot)


async def test_a_speaker_unfolds_and_leads_to_the_place(library: Prepared) -> None:
    """In order of date; Enter on a quotation opens the article there. Then of that article alone,
    where few quotations are listed at once; the filter is for names."""
    async with looking(library, "Q", "j", "enter", "j", "j") as pilot:
        assert "of all articles" in said(pilot)
        assert said(pilot).index("« Encore »") < said(pilot).index("« Oui »")
        await press(pilot, "enter")
        assert open_id(pilot) == "a.txt"
        await press(pilot, *"1kk", "enter")
        assert "« Oui »" not in said(pilot)
        await press(pilot, "v")
        assert "of this article · 2 quotations" in said(pilot)
        assert "« Oui »" in said(pilot)
        await press(pilot, *"v/duv")
        assert "▸ Tom Duvarne" in said(pilot) and "Ana" not in said(pilot)


# Words in context


async def test_lines_of_a_word_begun(library: Prepared, tmp_path: Path) -> None:
    """What the results take for the beginning of a word is one here and in a file, too."""
    async with looking(library, "s", *"grè", "escape", "w") as pilot:
        assert "grè · 2 lines" in said(pilot)
        await press(pilot, "E", "down", "down", "enter")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "w.json")
        await pilot.press("enter")
        await until(pilot, (tmp_path / "w.json").exists)
        assert json.loads((tmp_path / "w.json").read_text("utf-8"))["total"] == 2
        await press(pilot, "/", *"grè", "space")
        assert "grè · 0 lines" in said(pilot)


# Time


async def test_columns_of_time(library: Prepared) -> None:
    """By week, since five months of days do not fit; u changes that, and the day stays."""
    async with looking(library, "t") as pilot:
        assert "articles by their date · by week" in said(pilot)
        assert "? 1 with longer times" in said(pilot)
        await press(pilot, *"uuu")
        assert "▸ May 2021 · 1 article" in said(pilot) and "d.txt" in said(pilot)
        await press(pilot, *"hhuuu")
        assert "by year" in said(pilot)
        await press(pilot, "u")
        assert "▸ Mar 2021 · 2 articles" in said(pilot)
        await press(pilot, "enter")
        assert "by day" in said(pilot) and "4 Mar 2021 · 1 article" in said(pilot)
        assert "? 1 with longer times" in said(pilot)
        await press(pilot, "j", "enter")
        assert open_id(pilot) == "a.txt"
        await press(pilot, "backspace")
        assert "▸ Mar 2021 · 2 articles" in said(pilot)


async def test_dates_in_the_texts(library: Prepared) -> None:
    """As written, in their sentences; those of no known day are counted apart."""
    async with looking(library, "t") as pilot:
        await press(pilot, "v")
        assert "dates in the articles" in said(pilot) and "? 1 without a day" in said(pilot)
        assert "2 Mar 2021 · 1 article" in said(pilot) and ", mardi." in said(pilot)


async def test_on_a_small_screen(library: Prepared) -> None:
    """Each view lists something."""
    async with looking(library, size=(40, 12)) as pilot:
        for key, name in (("Q", "Tom Duvarne"), ("t", "2021"), ("F", "La Gazette")):
            await press(pilot, key)
            assert name in screen_text(pilot)


# Facets


async def test_values_narrow_the_search(library: Prepared) -> None:
    """Enter puts the clause into the box; the other values of the field stay; again: it goes. Time
    and quotations are of what is searched."""
    async with looking(library, *"sor", "escape", *"Fj", "enter") as pilot:
        found = said(pilot).partition("╭")[2]
        assert "1 article" in found and 'source:"La Gazette" or' in found
        assert "● La Gazette" in found and "Le Fanal" in found
        await press(pilot, "t")
        assert "1 article" in said(pilot) and "by day" in said(pilot)
        await press(pilot, "Q")
        await press(pilot, *"vv")
        assert "of the articles found · 2 quotations · 2 speakers" in said(pilot)
        await press(pilot, *"Fj", "enter")
        found = said(pilot).partition("╭")[2]
        assert "● La Gazette" in found and "● Le Fanal" in found and "2 articles" in found
        await press(pilot, "enter")
        assert "● Le Fanal" not in said(pilot)
        await press(pilot, "d")
        found = said(pilot).partition("╭")[2]
        assert "●" not in found and "2 articles or" in found


def test_clauses_in_the_text() -> None:
    """Of a field that has one value they are alternatives, and each goes as it came."""
    query = "grèv"
    steps = ['source:"La Gazette"', "source:AFP", "date:2020-03", 'person:"Ana L"', "date:2021-04"]
    seen = [query]
    for clause in steps:
        query = toggled(query, clause)
        assert narrowed(query, clause) and query.endswith("grèv")
        seen.append(query)
    assert seen[2] == '(source:"La Gazette" OR source:AFP) grèv'
    assert widened(query, "source") == 'person:"Ana L" (date:2020-03 OR date:2021-04) grèv'
    for clause, before in zip(reversed(steps), reversed(seen[:-1]), strict=True):
        query = toggled(query, clause)
        assert query == before and not narrowed(query, clause)


@pytest.mark.parametrize("query", ["-source:AFP grève", "date:2020 grève", "outsource:AFP"])
def test_what_is_no_clause_of_a_facet_stays(query: str) -> None:
    """Negated, wider or inside another word."""
    assert not narrowed(query, "source:AFP")
    assert toggled(toggled(query, "source:AFP"), "source:AFP") == query


def test_a_clause_holds_for_all_sides_of_a_search() -> None:
    """`a OR b` is put in parentheses, which mean the same."""
    assert toggled("a OR b", "lang:fr") == "lang:fr (a OR b)"
    assert toggled('(a OR b) "c OR d"', "lang:fr") == 'lang:fr (a OR b) "c OR d"'
