"""Less is drawn, and the same is seen; typing moves nothing on the screen."""

import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

from tests.tui.pilots import reading, settle
from tui.terminal.compositor import SparingCompositor
from tui.terminal.frames import _pieces

Seen = list[tuple[int, int, str]]


def seen(update: ChopsUpdate | None) -> Seen:
    """What an update shows, and where."""
    pieces = _pieces(update) if update is not None else None
    return sorted((y, x, repr(list(strip))) for y, x, strip in pieces or () if strip.cell_length)


async def test_what_is_drawn_is_what_textual_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letter by letter, in the list, in an article, with a box over it, in every pane."""
    updates: list[tuple[Seen, Seen]] = []
    sparing = SparingCompositor.render_partial_update

    def both(self: SparingCompositor) -> ChopsUpdate | None:
        regions: set[Region] = set(self._dirty_regions)
        update = sparing(self)
        self._dirty_regions = regions
        updates.append((seen(update), seen(Compositor.render_partial_update(self))))
        return update

    async with reading() as pilot:
        monkeypatch.setattr(SparingCompositor, "render_partial_update", both)
        keys = ["s", *"loup", "backspace", "down", "enter", "2", "down", "J", "n", "slash", "x"]
        for key in (*keys, "escape", "tab", "down", "1", "s", "ctrl+u"):
            await pilot.press(key)
            await settle(pilot)
    assert sum(bool(theirs) for _, theirs in updates) > 10
    for ours, theirs in updates:
        assert ours == theirs


async def test_only_what_changed_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter draws the box; neither the panes around it nor the article beside it."""
    drawn: list[Region] = []
    renders = SparingCompositor._get_renders

    def told(self: SparingCompositor, crop: Region | None = None) -> object:
        found = list(renders(self, crop))
        drawn.extend(region for region, _, _ in found)
        return found

    async with reading() as pilot:
        await pilot.press("s")
        await settle(pilot)
        monkeypatch.setattr(SparingCompositor, "_get_renders", told)
        await pilot.press("z")
        await pilot.pause()
    box = drawn[0]
    assert box.height == 1
    assert box.width < 40


async def test_a_letter_lays_nothing_out() -> None:
    """Neither in the box nor in a list that is longer or shorter, as long as the remarks over it
    take as many lines."""
    laid_out: list[object] = []
    async with reading() as pilot:
        await pilot.press("s", "l", "o")
        await settle(pilot)
        screen = pilot.app.screen
        screen.screen_layout_refresh_signal.subscribe(screen, laid_out.append, immediate=True)
        for key in ("u", "backspace", "u"):
            await pilot.press(key)
            await settle(pilot)
    assert not laid_out
