"""y copies the lit item of any list with its source, whatever article is open, or says why not."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.told import Quotation
from tests.index.facts.stories import Story
from tests.index.prepared import Prepared, prepared
from tests.tui.pilots import press, reading, related_of, screen_text, settle, until
from tests.tui.standin import StandIn, three_articles
from tests.tui.test_counting_views import dated
from tests.tui.test_keeping_view import kept_in
from tests.tui.test_views import view_of
from tui.keeping.quotations import quotations
from tui.widgets.card_list import CardList

GREVE = "La grève à {Orvelle} dure depuis mardi, dit-on au port."
SAID = "« Oui, nous restons » :[Ana Lirelle] à {Orvelle}, mardi."
STORIES = [
    Story("a.txt", ["Rien de neuf.", SAID], "2021-03-04", "La Gazette"),
    Story("b.txt", [GREVE, "Une fin."], "2021-03-09", "Le Fanal"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The two stories."""
    opened = prepared(tmp_path_factory.mktemp("copied"), map(dated, STORIES))
    yield opened
    Prepared.close(opened)


@asynccontextmanager
async def listing(
    library: Prepared, monkeypatch: pytest.MonkeyPatch, *keys: str
) -> AsyncIterator[tuple[Pilot[int], list[str]]]:
    """The app after some keys in the list of articles, and what is copied there."""
    monkeypatch.setattr(library, "close", lambda: None)
    async with reading(library, (120, 40)) as pilot:
        copied: list[str] = []
        pilot.app.copy = lambda text, then=None: copied.append(text)  # type: ignore[attr-defined]
        await press(pilot, "escape", *keys)
        yield pilot, copied


def quoted(copied: list[str]) -> tuple[str, str]:
    """The article and the words of what was copied last, as `recoupe verify` reads them."""
    [found] = quotations(copied[-1], ".txt")
    return found.anchor.article, found.anchor.exact


CASES = [
    (("s", *"grève", "escape"), "b.txt", "La grève à Orvelle dure"),
    (("w", "s", *"grève", "escape", "w", "escape"), "b.txt", "La grève à Orvelle dure"),
    (("Q", "escape", "down"), "a.txt", "Oui, nous restons"),
    (("t", "escape", "down"), "b.txt", ""),
    (("t", "escape", "v", "down"), "a.txt", "Oui, nous restons"),
]


@pytest.mark.parametrize(("keys", "article", "words"), CASES, ids="search kwic Q t v".split())
async def test_what_is_lit_is_copied(
    library: Prepared,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    article: str,
    words: str,
) -> None:
    """No article is open: the item's own is cited."""
    async with listing(library, monkeypatch, *keys) as (pilot, copied):
        await press(pilot, "y")
        assert copied, screen_text(pilot)
        assert quoted(copied)[0] == article and quoted(copied)[1].startswith(words)


async def test_contents_notes_and_related_passages(tmp_path: Path) -> None:
    """What stands in the lit line, not the paragraph being read; Y asks as what."""
    async with kept_in(tmp_path) as pilot:
        copied: list[str] = []
        pilot.app.copy = lambda text, then=None: copied.append(text)  # type: ignore[attr-defined]
        await press(pilot, "m", "o", "escape", "home", "y")
        assert quoted(copied)[1].startswith("Port-Louvet : la grève")
        await press(pilot, "B", "escape", "y")
        assert quoted(copied)[1] == view_of(pilot).listing.items[0].note.anchor.exact
        await press(pilot, "Y", "enter")
        assert copied[-1] == quoted(copied[:-1])[1]


async def test_a_related_passage_is_copied() -> None:
    """Of its own article."""
    async with reading(StandIn(three_articles()), (120, 40)) as pilot:
        copied: list[str] = []
        pilot.app.copy = lambda text, then=None: copied.append(text)  # type: ignore[attr-defined]
        await press(pilot, "escape", "enter")
        await until(pilot, lambda: bool(related_of(pilot).items))
        await press(pilot, "3", "y")
        item = related_of(pilot).items[0]
        assert quoted(copied)[0] == item.info.id
        assert quoted(copied)[1].split()[:2] == item.text.split()[:2]


async def test_what_is_no_passage_is_not_copied(
    library: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A speaker, a name: that is said."""
    async with listing(library, monkeypatch, "Q", "escape", "home", "y") as (pilot, copied):
        assert copied == [] and "no passage" in screen_text(pilot)
        await press(pilot, "e", "escape", "y")
        await settle(pilot)
        assert copied == [] and "no passage" in screen_text(pilot)


async def test_a_quotation_on_a_card_is_copied(
    library: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What else stands there is no passage."""
    keys = ("home", "enter", "]", "enter")
    async with listing(library, monkeypatch, *keys) as (pilot, copied):
        card = pilot.app.screen.query_one(CardList)
        await until(pilot, lambda: any(isinstance(one, Quotation) for one in card.items))
        await press(pilot, "y")
        assert copied == [] and "no passage" in screen_text(pilot)
        card.light(next(n for n, one in enumerate(card.items) if isinstance(one, Quotation)))
        await press(pilot, "y")
        assert quoted(copied) == ("a.txt", "Oui, nous restons")
