"""What is told on a small screen stands in its bottom lines, the text stays in view."""

import pytest
from textual.widgets._toast import Toast

from tests.tui.pilots import press, reading, related_of, screen_text, settle, until

LONG = "Copied: it is in tmux's buffer, Ctrl-b ] pastes it. tmux knows of no clipboard here. " * 3


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 14)])
async def test_a_message_takes_the_bottom_lines(size: tuple[int, int]) -> None:
    """One line where it fits, never more than three; a warning may take five, and stays."""
    async with reading(size=size) as pilot:
        await press(pilot, "escape", "enter")
        await until(pilot, lambda: related_of(pilot).source is not None)
        before = screen_text(pilot).split("\n")
        for words, most in (("Bookmarked.", 1), (LONG, 3)):
            pilot.app.notify(words, markup=False, timeout=8)
            await settle(pilot)
            after = screen_text(pilot).split("\n")
            assert after[:-most] == before[:-most] and after[-1] != before[-1]
            assert words[:11] in after[-most] + after[-1]
            [toast] = pilot.app.screen.query(Toast)
            assert toast._notification.timeout < 8
        pilot.app.notify(LONG * 3, severity="warning", markup=False, timeout=8)
        await settle(pilot)
        assert screen_text(pilot).split("\n")[:-8] == before[:-8]
        assert any(toast._notification.timeout == 8 for toast in pilot.app.screen.query(Toast))


async def test_so_does_one_over_a_page() -> None:
    """The page stays readable."""
    async with reading(size=(40, 12)) as pilot:
        await press(pilot, "escape", "enter", "?")
        before = screen_text(pilot).split("\n")
        pilot.app.notify("Bookmarked.", markup=False, timeout=8)
        await settle(pilot)
        after = screen_text(pilot).split("\n")
        assert after[:-1] == before[:-1] and "Bookmarked." in after[-1]


async def test_on_a_large_screen_it_stands_beside_the_text() -> None:
    """Over the corner, the keys in view."""
    async with reading(size=(120, 40)) as pilot:
        await press(pilot, "escape", "enter")
        keys = screen_text(pilot).split("\n")[-1]
        pilot.app.notify("Bookmarked.", markup=False, timeout=8)
        await settle(pilot)
        assert screen_text(pilot).split("\n")[-1] == keys and "Bookmarked." in screen_text(pilot)
