"""Draw the reader on the demo articles at three sizes: makes docs/screens/*.svg.

    python docs/make_screens.py

Needs no terminal; everything is derived anew in a folder that is deleted at the end.
"""

import asyncio
import tempfile
from pathlib import Path

from index.library import Library
from tui.app import RecoupeApp
from tui.places import demo_folder

SIZES = ((80, 24), (120, 40), (200, 50))
SCREENS = Path(__file__).parent / "screens"


async def draw(library: Library, columns: int, rows: int) -> None:
    """Search, open the first hit, wait for the related passages, save what is on the screen."""
    app = RecoupeApp(library, demo=True)
    async with app.run_test(size=(columns, rows)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*"kovaltchouk")
        await pilot.pause(0.5)
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause(1.0)
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.save_screenshot(f"{columns}x{rows}.svg", path=str(SCREENS))


def main() -> None:
    """Make the demo's library, then the screens."""
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        library = Library(demo_folder(), Path(data))
        for _ in library.update(cancelled=lambda: False):
            pass
        library.refresh()
        for columns, rows in SIZES:
            asyncio.run(draw(library, columns, rows))
        library.close()


if __name__ == "__main__":
    main()
