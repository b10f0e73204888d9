"""What must hold for keys in the running app: configured ones, chords, numbers, the bottom line,
the help and the palette."""

import asyncio

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tests.tui.pilots import (
    article_of,
    hits_of,
    open_id,
    press,
    reading,
    screen_text,
    settle,
    until,
)
from tui.config import Config
from tui.settings.read import read
from tui.text import labels
from tui.widgets.key_line import KeyLine
from tui.widgets.panes import Panes, Shares
from tui.widgets.search_box import SearchBox

VIM = Config(preset="vim")
LONG = ("escape", "end", "enter")
"""Opens the last article of the list, which is the longest."""


def configured(text: str) -> Config:
    """The configuration of a text."""
    return read(text.encode())


def line_of(text: str) -> str:
    """The bottom line."""
    return text.splitlines()[-1]


async def test_a_chord_waits_for_its_second_key() -> None:
    """What is typed of it shows, with what goes on from it; then it does its work."""
    async with reading(config=VIM) as pilot:
        await press(pilot, *LONG, "G")
        article = article_of(pilot)
        assert article.column is not None and article.column.line > 0
        await press(pilot, "g")
        assert line_of(screen_text(pilot)).startswith(" g …") and article.column.line > 0
        where = line_of(screen_text(pilot)).index("g Beginning of the article")
        await press(pilot, "g")
        assert article.column.line == 0 and "…" not in line_of(screen_text(pilot))
        # A click on what can follow goes on with it, too.
        await press(pilot, "G", "g")
        assert article.column.line > 0
        await pilot.click(KeyLine, offset=(where, 0))
        await settle(pilot)
        assert article.column.line == 0
        # Escape, or a key that does not fit, gives it up and does nothing else.
        await press(pilot, "g", "escape")
        assert article.has_focus and "…" not in line_of(screen_text(pilot))
        await press(pilot, "g", "q")
        assert pilot.app.is_running and article.has_focus


async def test_a_number_repeats() -> None:
    """Three lines down are three times a line down; the number shows while it is typed."""
    async with reading(config=VIM) as pilot:
        await press(pilot, *LONG, "g", "g", "j", "j", "j")
        column = article_of(pilot).column
        assert column is not None
        third = column.line
        await press(pilot, "g", "g", "3")
        assert line_of(screen_text(pilot)).startswith(" 3 …") and column.line == 0
        await press(pilot, "j")
        assert column.line == third > 0


async def test_configured_keys_count_and_show() -> None:
    """The old ones no longer do anything."""
    config = configured(
        '[keys]\n"reader.next_pane" = "ctrl+t"\n"reader.compare" = ["ctrl+r", "c"]\n'
        '"reader.zoom" = []\n'
    )
    async with reading(config=config) as pilot:
        await press(pilot, *LONG, "tab")
        assert article_of(pilot).has_focus
        assert "ctrl-r compare" in line_of(screen_text(pilot))
        await press(pilot, "ctrl+t")
        assert not article_of(pilot).has_focus
        before = screen_text(pilot)
        await press(pilot, "z")
        assert screen_text(pilot) == before


async def test_letters_stay_letters_in_the_box() -> None:
    """Whatever they mean elsewhere; what types nothing works there too."""
    config = configured('[keys]\n"reader.search" = ["g s", "f3"]\n"app.help" = ["ctrl+x ctrl+h"]\n')
    async with reading(config=Config(preset="vim", keys=config.keys)) as pilot:
        await press(pilot, *"gg5z")
        assert pilot.app.screen.query_one(SearchBox).value == "gg5z"
        await press(pilot, "escape", "g", "s")
        assert pilot.app.screen.query_one(SearchBox).has_focus
        await press(pilot, "ctrl+u")
        assert pilot.app.screen.query_one(SearchBox).value == ""


async def test_alt_and_a_letter_is_no_letter() -> None:
    """Terminals send the letter along."""
    async with reading(config=Config(preset="emacs")) as pilot:
        await press(pilot, *"ke")
        pilot.app.post_message(events.Key("alt+v", "v"))
        await settle(pilot)
        assert pilot.app.screen.query_one(SearchBox).value == "ke"
        await press(pilot, "ctrl+n", "enter")
        assert open_id(pilot)


async def test_alt_and_a_letter_may_be_held_down() -> None:
    """Each comes as itself, however quickly the next one follows."""
    async with reading(config=Config(preset="emacs")):
        found = XTermParser().feed("\x1bv\x1bv\x1bej\x1b[A")
        keys = [message.key for message in found if isinstance(message, events.Key)]
        assert keys == ["alt+v", "alt+v", "alt+e", "j", "up"]


async def test_typing_fast_and_enter_keep_their_order() -> None:
    """Enter never overtakes the letters before it."""
    async with reading() as pilot:
        await pilot.press(*"prix", "enter")
        await settle(pilot)
        assert open_id(pilot) == "pain.txt"


async def test_keys_that_come_at_once_act_in_order() -> None:
    """As over a slow line: each where the one before it has led, the keyboard too."""
    for keys, typed in (
        ("ctrl+u pain", "pain"),
        ("home x end y", "xaby"),
        ("escape s cd", "abcd"),
        ("escape ? zoom escape s cd", "abcd"),
    ):
        async with reading() as pilot:
            await press(pilot, *"ab")
            for word in keys.split():
                for key in [word] if word in ("ctrl+u", "home", "end", "escape") else word:
                    pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
            box = pilot.app.screen.query_one(SearchBox)
            await until(pilot, lambda box=box, typed=typed: box.value == typed)
            assert len(pilot.app.screen_stack) == 1


async def test_a_busy_machine_does_not_mix_up_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """However late one comes back, the next does not overtake it as long as it still can."""
    monkeypatch.setattr("tui.keyed.PATIENCE", 0.001)
    monkeypatch.setattr("tui.keyed.LOOKS", 10_000)
    await test_keys_that_come_at_once_act_in_order()


async def test_letters_keep_their_order_behind_a_key_under_way() -> None:
    """Whenever they come while the key before them is being answered."""
    async with reading() as pilot:
        box = pilot.app.screen.query_one(SearchBox)
        for steps in range(12):
            for key in ("ctrl+u", *"abcd"):
                pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
                for _ in range(steps):
                    await asyncio.sleep(0)
            await settle(pilot)
            assert box.value == "abcd", steps


async def test_mistakes_are_told_at_the_start() -> None:
    """The reader opens all the same."""
    async with reading(config=configured('presett = "vim"\nmouse = 3\n')) as pilot:
        text = screen_text(pilot)
        assert "2 mistakes" in text and "recoupe config --check" in text
        assert hits_of(pilot).items


async def test_the_help_finds_by_word_and_key() -> None:
    """First what answers here; whatever the accents and capitals; the keys are those that count."""
    config = configured('[keys]\n"reader.zoom" = "ctrl+t"\n')
    async with reading(size=(80, 24), config=config) as pilot:
        await press(pilot, *LONG, "f1")
        first = screen_text(pilot)
        assert "Half a page down" in first and "In a search box" not in first
        await press(pilot, "pagedown", "down")
        assert screen_text(pilot) != first
        await press(pilot, "up", "pageup")
        assert screen_text(pilot) == first
        await press(pilot, *"NE aloné")
        text = screen_text(pilot)
        assert "ctrl-t" in text and "again: all panes" in text and "Half a page" not in text
        await press(pilot, *"zz")
        assert "Nothing of this kind." in screen_text(pilot)
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_the_palette_reaches_everything() -> None:
    """What another pane does, wherever the keyboard is; and what is no command is searched."""
    async with reading() as pilot:
        await press(pilot, *LONG, "1", "ctrl+p", *"end of", "enter")
        column = article_of(pilot).column
        assert column is not None and column.line > 0
        await press(pilot, "ctrl+p", *"prix")
        assert "Search for “prix”" in screen_text(pilot)
        await press(pilot, "up", "enter")
        box = pilot.app.screen.query(SearchBox).first()
        assert box.value == "prix" and len(hits_of(pilot).items) == 1


async def test_settings_reach_the_screen() -> None:
    """The length of lines, the panes' widths; a later change by key is the session's."""
    config = configured("text_width = 40\n[panes]\nleft = 40\n")
    async with reading(size=(160, 40), config=config) as pilot:
        await press(pilot, *LONG)
        assert article_of(pilot).column_width == 40
        panes = pilot.app.screen.query_one(Panes)
        assert panes.finder.size.width > 55 and panes.shares == Shares(40, 30, 34)


def test_dates_as_numbers() -> None:
    """As archives and spreadsheets sort them."""
    labels.write_iso_dates(True)
    try:
        assert labels.day("2024-03-12T08:00") == "2024-03-12" and labels.day("2024-03") == "2024-03"
    finally:
        labels.write_iso_dates(False)
    assert labels.day("2024-03-12") == "12 Mar 2024"
