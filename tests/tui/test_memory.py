"""The program says how memory is to be kept, and goes on where that cannot be said."""

import ctypes
import subprocess
import sys

import pytest

from tui import memory

HOLD = """
import sys
if "spare" in sys.argv:
    from tui.memory import spare
    spare()
pieces = [bytearray(400_000) for _ in range(200)]
kept = pieces[::40]
del pieces
with open("/proc/self/smaps_rollup") as file:
    print(next(int(line.split()[1]) for line in file if line.startswith("Anonymous:")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own")
def test_freed_memory_is_given_back() -> None:
    """After 80 MB of which a fortieth is kept; glibc learns from what was freed to keep it."""
    warmed = "bytearray(30_000_000)\n" + HOLD
    taken = {
        how: int(
            subprocess.run(
                [sys.executable, "-c", warmed, how], capture_output=True, text=True, check=True
            ).stdout
        )
        for how in ("as it is", "spare")
    }
    assert taken["spare"] < 30_000 <= taken["as it is"]


def test_another_c_library_does_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    memory.spare()
    monkeypatch.setattr(sys, "platform", "darwin")
    memory.spare()
