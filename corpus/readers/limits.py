"""What reading one file may cost, and how the child that reads holds itself to it."""

import resource
import signal
import sys

LIMIT_S = 10
"""Seconds of work on a file, or on a part of one, up to each of its articles."""

BARREN_S = 60
"""Seconds of work without an article after which the rest of a file of many parts is left."""

LIMIT_MB = 500
"""Memory of the child that reads."""

_SHARED_MB = 80
"""What of it the limit does not count: the code of libraries."""


def limit_memory() -> None:
    """From now on, taking more memory than allowed raises MemoryError (on Linux)."""
    allowed = (LIMIT_MB - _SHARED_MB) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, allowed))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def start_clock() -> None:
    """End this process by SIGALRM in LIMIT_S from now, whatever it does then: no code runs."""
    signal.alarm(LIMIT_S)


def stop_clock() -> None:
    """Let waiting for others be no work."""
    signal.alarm(0)


class ForbiddenError(Exception):
    """What a file brought its reader to do is forbidden to it."""


def forbid_reaching_out() -> None:
    """From now on, opening a connection or starting a program raises `ForbiddenError`."""
    sys.addaudithook(_refuse)


_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")


def _refuse(event: str, _: object) -> None:
    if event.startswith(_REFUSED):
        raise ForbiddenError(event)
