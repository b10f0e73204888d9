"""The line on a terminal that tells how far an update is, and how it is stopped."""

import io
import sys
from collections.abc import Iterator

import pytest

from corpus.types import Problem, Progress
from index.types import Changed
from tests.tui.standin import StandIn, three_articles
from tui.commands.progress import bring_up_to_date


class Terminal(io.StringIO):
    """Remembers what was written."""

    def isatty(self) -> bool:
        """Somebody looks at it."""
        return True


class Stopped(StandIn):
    """Ctrl-C comes while names are read."""

    def update(self, **_how: object) -> Iterator[Progress | Problem | Changed]:
        """Some of it."""
        yield Progress("copies", 0, 0)
        yield Progress("names", 1204, 3000, left=170.0)
        raise KeyboardInterrupt


@pytest.mark.parametrize("seen", [True, False])
def test_one_line_and_what_is_kept(seen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time left and key on a terminal, nothing elsewhere but what Ctrl-C leaves."""
    written = Terminal() if seen else io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("tui.commands.progress.REDRAWN", 0.0)
    library = Stopped(three_articles())
    library.with_names = 2
    with pytest.raises(KeyboardInterrupt):
        bring_up_to_date(library)
    told = written.getvalue()
    assert ("1,204/3,000 about 3 min left Ctrl-C stops" in told) == seen
    assert told.rstrip().endswith("recoupe: What was read is kept: 3 articles, the names of 2.")
    assert seen or told.count("\n") == 1
