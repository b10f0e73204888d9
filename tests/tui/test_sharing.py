"""The reader on a library that others keep."""

from collections.abc import Callable, Iterator
from threading import Event

from corpus.errors import RecoupeError
from tests.tui.pilots import open_id, press, screen_text, settle, start, until
from tests.tui.standin import StandIn, three_articles


class Kept(StandIn):
    """Read-only; what its keeper adds is there once `added` is set."""

    read_only = True

    def __init__(self) -> None:
        """Two of three articles."""
        super().__init__(three_articles())
        self.later = self.held.popitem()
        self.added = Event()
        self.failure = RecoupeError("Read-only", "an update was tried", "")

    def watch(self, *, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Once at the start, once when something is added."""
        yield
        while not self.added.wait(0.01):
            if cancelled():
                return
        yield

    def refresh(self) -> None:
        """See what was added."""
        if self.added.is_set():
            self.held.update([self.later])


async def test_it_says_so_and_never_updates() -> None:
    """The top line says why nothing is brought up to date, and so does the key that would."""
    async with start(Kept()) as pilot:
        await until(pilot, lambda: "◌ read-only" in screen_text(pilot))
        assert "an update was tried" not in screen_text(pilot)
        await pilot.press("escape", "R")
        await until(pilot, lambda: "others keep its index" in screen_text(pilot))
        await until(pilot, lambda: "◌ read-only" in screen_text(pilot))
        assert "an update was tried" not in screen_text(pilot)


async def test_what_its_keeper_adds_appears() -> None:
    """Without a key, while one reads."""
    library = Kept()
    async with start(library) as pilot:
        await until(pilot, lambda: "2 articles" in screen_text(pilot))
        library.added.set()
        await until(pilot, lambda: "3 articles" in screen_text(pilot))
        await settle(pilot)
        await press(pilot, "escape", "enter")
        assert open_id(pilot)
