"""Whole screens, as text and styles, on three articles: kept in tests/golden/screens.

After a change that is meant: `UPDATE_SCREENS=1 pytest tests/tui/test_screens.py`, then look at the
differences before they are committed. `make hour` does the same in a real terminal, at length.
"""

import os
from difflib import unified_diff
from itertools import chain, groupby
from pathlib import Path
from string import ascii_letters

from textual.pilot import Pilot

from tests.tui.pilots import press, reading, related_of, screen_text, settle, until

GOLDEN = Path(__file__).parent.parent / "golden" / "screens"
UPDATE = "UPDATE_SCREENS"
SIZES = {"40x12": (40, 12), "80x24": (80, 24), "200x50": (200, 50), "120x40": (120, 40)}


def styled(pilot: Pilot[int]) -> str:
    """What stands on the screen; for each line its styles, by letters and how many cells have
    each; then what the letters mean."""
    letters: dict[str, str] = {}
    looks = []
    for row, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        cells = chain.from_iterable([str(part.style)] * part.cell_length for part in strip)
        runs = [(look, sum(1 for _ in run)) for look, run in groupby(cells)]
        for look, _size in runs:
            letters.setdefault(look, ascii_letters[len(letters)])
        looks.append(f"{row + 1:2} {' '.join(f'{letters[look]}{size}' for look, size in runs)}")
    legend = [f"{letter} = {look}" for look, letter in letters.items()]
    text = [line.rstrip() for line in screen_text(pilot).split("\n")]
    return "".join(f"{line}\n" for line in (*text, *looks, *legend))


def same(pilot: Pilot[int], name: str) -> bool:
    """Whether the screen is the one that was kept under this name; what differs is printed."""
    path, shown = GOLDEN / f"{name}.txt", styled(pilot)
    if os.environ.get(UPDATE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, "utf-8")
    kept = path.read_text("utf-8") if path.exists() else ""
    before, after = kept.split("\n"), shown.split("\n")
    print(*unified_diff(before, after, f"{name}: kept", "now", n=0, lineterm=""), sep="\n")
    return shown == kept


async def test_screens_are_as_they_were() -> None:
    """At four sizes: results, the article with matched words and names lit, related passages with
    their reasons; then another view, and the help over everything."""
    wrong = []
    async with reading(size=SIZES["40x12"]) as pilot:
        await press(pilot, *"kerbrat", "down", "enter")
        await until(pilot, lambda: bool(related_of(pilot).items))
        for name, size in SIZES.items():
            await pilot.resize_terminal(*size)
            await settle(pilot)
            wrong += [] if same(pilot, name) else [name]
        await press(pilot, "o")
        wrong += [] if same(pilot, "contents") else ["contents"]
        await press(pilot, "f1")
        wrong += [] if same(pilot, "help") else ["help"]
    assert not wrong, f"if that is meant: {UPDATE}=1, and look at what changed"
