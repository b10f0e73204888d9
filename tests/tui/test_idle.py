"""The bottom line offers only what can be done: nothing of a list where there are no items."""

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.pilots import press, screen_text, settle, start
from tests.tui.standin import StandIn
from tests.tui.test_keeping_view import kept_in
from tui.keeping.notes import FILE


def offered(pilot: Pilot[int]) -> str:
    """The bottom line."""
    return screen_text(pilot).split("\n")[-1]


async def test_notes_are_offered_what_can_be_done_with_them(tmp_path: Path) -> None:
    """Nothing without a note; putting back only what was removed, which another day still can."""
    async with kept_in(tmp_path) as pilot:
        await press(pilot, "B")
        assert not any(word in offered(pilot) for word in ("change", "remove", "undo", "open"))
        await press(pilot, "u")
        assert "There is no removed note" in screen_text(pilot)
        await press(pilot, "2", "m", "B")
        assert all(word in offered(pilot) for word in ("a change", "x remove", "open"))
        assert "undo" not in offered(pilot)
        await press(pilot, "x")
        assert "u undo" in offered(pilot) and "remove" not in offered(pilot)
    async with kept_in(tmp_path) as pilot:
        await press(pilot, "B")
        assert "u undo" in offered(pilot)
        await press(pilot, "u")
        assert "u undo" not in offered(pilot) and "x remove" in offered(pilot)
    assert "- id:" in (tmp_path / FILE).read_text("utf-8")


async def test_an_empty_library_is_offered_nothing_to_open() -> None:
    """Neither in the results nor in other views; the palette neither."""
    async with start(StandIn([])) as pilot:
        await settle(pilot)
        await press(pilot, "escape")
        assert "open" not in offered(pilot)
        await press(pilot, "S")
        assert "save" not in offered(pilot) and "open" not in offered(pilot)
        app = pilot.app
        assert "list.choose" not in app.runners(app.screen)  # type: ignore[attr-defined]
        assert "searches.keep" not in app.runners(app.screen)  # type: ignore[attr-defined]
