"""A text file that belongs to the reader, who may edit it: no line of it is ever lost.

It is only ever replaced by a whole new one, and programs that write it take turns by a lock
beside it. Whoever changes it reads it again inside the lock.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import RecoupeError

PATIENCE = 10
"""Seconds that a writer waits for another: each holds the lock for some milliseconds."""


class OwnFile:
    """The file at `path`; neither it nor its folder need exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def text(self) -> str:
        """What the file holds, any bytes; "" where there is none. Raises OSError."""
        try:
            text = self.path.read_bytes().decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            return ""
        return text.removeprefix("\ufeff")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The right to write, for as long as the block runs.

        Raises RecoupeError where another program keeps it, or the file cannot be written.
        """
        # It brings asyncio along, and few commands write anything of the reader's.
        from filelock import FileLock, Timeout

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=PATIENCE):
                yield
        except Timeout:
            raise RecoupeError(
                "Busy", f"another program is writing {self.path}", "try again"
            ) from None
        except OSError as error:
            raise RecoupeError(
                "Cannot write", f"{self.path}: {error.strerror}", "nothing was changed"
            ) from None

    def replace(self, text: str) -> None:
        """Put `text` in the file's place, as `text()` gives it. Raises OSError."""
        replace_file(self.path, text.encode("utf-8", "surrogateescape"))


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in a file's place, whole or not at all, even if the power goes.

    Raises OSError; the file is then as it was.
    """
    target = path.resolve()  # a link to a file elsewhere stays one
    handle, name = tempfile.mkstemp(prefix=f"{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        os.fsync(folder)  # the new name is on the disk, too
        os.close(folder)
