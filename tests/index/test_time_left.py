"""The time left that an update tells, by a clock that the tests turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.types import Progress
from index.naming import FIRST_LINKING
from index.time_left import LEAST_SECONDS, Speed, TimeLeft
from index.types import Changed, Event
from index.update import PACE, update
from tests.index.test_update import never


class Machine:
    """Updates a library of so many articles: each takes a time to be read, and to be linked."""

    def __init__(self, articles: int, each: float, linking: float, known: float | None = None):
        self.now = 0.0
        self.articles, self.each, self.linking = articles, each, linking
        self.left = TimeLeft(known, lambda: self.now)
        self.left.all_read(0, articles)
        self.told: list[tuple[float, str, float | None]] = []

    def tell(self, event: Event) -> None:
        """What happens now."""
        told = self.left.told(event)
        if isinstance(told, Progress):
            self.told.append((self.now, told.stage, told.left))

    def link(self, named: int) -> None:
        """All names."""
        self.tell(Progress("linking", 0, 0))
        self.now += self.linking * named / 2
        self.tell(Progress("facts", 0, named))
        self.now += self.linking * named / 2
        self.tell(Changed("names", named))

    def run(self, stalls: tuple[int, ...] = ()) -> Iterator[tuple[float, str, float, float | None]]:
        """When, stage, the true time left, and what was told; it stalls for a minute after some."""
        following = FIRST_LINKING
        for named in range(32, self.articles + 32, 32):
            done = min(named, self.articles)
            self.now += self.each * 32
            if done in stalls:
                self.now += 60
            self.tell(Progress("names", done, self.articles))
            if done >= following:
                following = done * 4
                self.link(done)
        self.link(self.articles)
        return ((when, stage, self.now - when, left) for when, stage, left in self.told)


def test_a_steady_machine_is_told_right() -> None:
    """To a tenth, once there is something to go by, with all linkings that are to come."""
    told = list(Machine(9_000, each=0.03, linking=0.0015).run())
    assert {left for when, _, _, left in told if when < LEAST_SECONDS} == {None}
    spoken = [(true, left) for _, _, true, left in told if left is not None]
    assert len(spoken) > 0.95 * len(told)
    assert all(abs(left - true) < 0.1 * true + 1 for true, left in spoken)


def test_stalls_do_not_move_it() -> None:
    """A minute now and then is no speed."""
    told = list(Machine(3_200, each=0.03, linking=0.0015).run(stalls=(320, 960, 1280)))
    spoken = [(true, left) for _, _, true, left in told if left is not None and true < 50]
    assert spoken and all(abs(left - true) < 0.15 * true + 1 for true, left in spoken)


def test_a_few_new_articles_in_a_large_library() -> None:
    """Linking is most of the work, and how long it takes is known from the update before."""
    machine = Machine(20_000, each=0.03, linking=0.002, known=0.002)
    machine.left.all_read(20_000, 20_000)
    machine.link(20_000)
    machine.now += 1
    told = [(stage, left) for _, stage, left in machine.told]
    assert told == [("linking", 40.0), ("facts", 20.0)]
    assert machine.left.linking_seen


def test_nothing_is_told_of_what_nobody_knows() -> None:
    """While files are read, and while the index is made before the names."""
    left = TimeLeft(None, lambda: 0.0)
    assert left.told(Progress("read", 200, 0)) == Progress("read", 200, 0)
    for waiting, known in ((100, False), (0, True)):
        left = TimeLeft(None, iter(range(0, 100, 2)).__next__)
        left.all_read(4_000 - waiting, 4_000)
        for done in range(0, 4_000, 200):
            last = left.told(Progress("index", done, 4_000))
        assert isinstance(last, Progress)
        assert (last.left is not None) == known


def test_few_reports_are_not_believed() -> None:
    """A speed is told after some seconds and some reports."""
    speed = Speed()
    for done in range(4):
        speed.add(done, done * 10.0)
        assert speed.seconds is None
    speed.add(4, 40.0)
    assert speed.seconds == pytest.approx(10.0)


def test_a_small_library_says_nothing_of_large_ones(nameless: Path, tmp_path: Path) -> None:
    """Each of three articles takes longer than one of thousands: that is not kept."""
    assert list(update(nameless, tmp_path / "data", cancelled=never))
    from corpus.store import Store

    store = Store.open_or_remake(tmp_path / "data" / "store.sqlite")
    assert store.stamp(PACE) is None
    store.close()
