"""Having freed memory given back: a reader's program should be small."""

import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""What glibc's `mallopt` calls them (malloc.h)."""

LARGE = 256 * 1024
"""Bytes from which a piece goes back to the system when it is freed."""
ARENAS = 2
"""Heaps from which all threads take; glibc would make one for each thread, and keep them all."""


def spare() -> None:
    """Tell the C library so; another one than glibc does as it likes."""
    if sys.platform != "linux":
        return
    import ctypes

    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    for parameter, value in (
        (_ARENA_MAX, ARENAS), (_MMAP_THRESHOLD, LARGE), (_TRIM_THRESHOLD, LARGE)
    ):  # fmt: skip
        mallopt(parameter, value)
