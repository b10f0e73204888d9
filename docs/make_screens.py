"""Draw the reader on the demo articles at three sizes and the recouper view: docs/screens/*.svg.

    python docs/make_screens.py

Needs no terminal; everything is derived anew in a folder that is deleted at the end. The colours
are those of the usual theme in a terminal that has them all.
"""

import asyncio
import os
import tempfile
from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from index.library import Library
from tui.app import RecoupeApp
from tui.own.places import demo_folder
from tui.start import Start
from tui.widgets.related_list import RelatedList

SIZES = ((80, 24), (120, 40), (200, 50))
SCREENS = Path(__file__).parent / "screens"
PATIENCE = 20.0
"""Seconds for what comes by itself: related passages wait until the reader stays."""


async def settle(pilot: Pilot[int]) -> None:
    """Until nothing is asked any more."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def related(pilot: Pilot[int]) -> None:
    """Until related passages are listed."""
    for _ in range(round(PATIENCE / 0.05)):
        if pilot.app.screen_stack[0].query_one(RelatedList).items:
            break
        await pilot.pause(0.05)
    else:
        raise RuntimeError("no related passages came")
    await settle(pilot)


async def draw(data: Path, name: str, size: tuple[int, int], query: str, *keys: str) -> None:
    """Search, open the first hit, press keys, save the screen."""
    with tempfile.TemporaryDirectory() as own:
        opened = partial(Library, demo_folder(), data, Path(own))
        app = RecoupeApp(Start(opened, "the demo articles", Path(own)))
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await pilot.press(*query)
            await settle(pilot)
            await pilot.press("enter")
            await related(pilot)
            await pilot.press(*keys)
            await settle(pilot)
            app.save_screenshot(f"{name}.svg", path=str(SCREENS))


def main() -> None:
    """Make the demo's library, then the screens."""
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ.pop("NO_COLOR", None)
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        library = Library(demo_folder(), data)
        for _ in library.update(cancelled=lambda: False):
            pass
        library.close()
        for size in SIZES:
            asyncio.run(draw(data, f"{size[0]}x{size[1]}", size, "kovaltchouk"))
        asyncio.run(draw(data, "recouper", SIZES[1], '"12 morts"', "c", "full_stop"))


if __name__ == "__main__":
    main()
