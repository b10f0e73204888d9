"""The child process of `index.child`: update a library, tell what happens on standard output."""

import os
import sys
import threading
from pathlib import Path

from corpus.errors import RecoupeError
from index.child import encode, encode_error
from index.update import update

NICENESS = 5
"""Gives way to the screen, on a machine that is busy with both."""


def main() -> int:
    """Run until the work is done or standard input closes."""
    os.nice(NICENESS)
    stopped = threading.Event()
    threading.Thread(target=_wait_for_end, args=(stopped,), daemon=True).start()
    try:
        root, data, *rest = map(Path, sys.argv[1:])
        own = rest[0] if rest else None
        for event in update(root, data, cancelled=stopped.is_set, own=own):
            print(encode(event), flush=True)
    except RecoupeError as error:
        print(encode_error(error), flush=True)
    except BrokenPipeError:
        return 1
    return 0


def _wait_for_end(stopped: threading.Event) -> None:
    # Unbuffered, because a buffered read holds a lock that the interpreter's end waits for.
    while os.read(0, 4096):
        pass
    stopped.set()


if __name__ == "__main__":
    sys.exit(main())
