"""The reader's own file of decisions on names: read, added to, undone; never a line lost.

The file belongs to the reader, who may edit it. It is only ever replaced by a whole new one, and
writers take turns by a lock beside it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.desk import Decision, parsed, written
from corpus.errors import RecoupeError
from corpus.types import Problem

FILE = "names.txt"
UNDONE = "# undone: "
PATIENCE = 10
"""Seconds that a writer waits for another: each holds the lock for some milliseconds."""

HEADER = """\
# Your decisions on names for one library of recoupe, applied in this order, one a line:
#
#   merge  PER Vladimir Poutine | PER Vladimir Poutin
#          all are one; the first name is its name
#   split  PER Anne Jarre | Jarre | A. Jarre
#          what is written “Jarre” or “A. Jarre” is not her, but another
#   split  PER Anne Jarre | Jarre | in: tour.txt
#          the same in one article only
#   rename PER Johnny | Johnny Valère
#   reject LOC Nm | Nm | NM
#          what is written so there is no name
#
# PER, LOC, ORG, MISC (other) may be left out. A name that holds | or begins with " is written
# as "a JSON string". Lines that begin with # are notes; undoing makes one of the last decision.
# You may edit this file: the next `recoupe index` applies it.

"""


@dataclass(frozen=True, slots=True)
class Line:
    """A decision and the number of its line in the file, from 1."""

    number: int
    decision: Decision


class DeskFile:
    """The file `names.txt` of a folder of the reader's own; neither need exist yet."""

    def __init__(self, own: Path) -> None:
        self.path = own / FILE

    def read(self) -> tuple[list[Line], list[Problem]]:
        """The decisions in order, and a problem for each line that is none.

        A file that cannot be read is a problem, too, and holds no decisions.
        """
        try:
            return self._read(self._text())
        except OSError as error:
            return [], [Problem(str(self.path), "names", f"cannot be read: {error.strerror}")]

    def _read(self, text: str) -> tuple[list[Line], list[Problem]]:
        lines: list[Line] = []
        problems: list[Problem] = []
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            try:
                lines.append(Line(number, parsed(line)))
            except ValueError as error:
                reason = f"line {number} is left out: {error}"
                problems.append(Problem(str(self.path), "names", reason))
        return lines, problems

    def add(self, decision: Decision) -> None:
        """Write a decision after the others. Raises RecoupeError where that cannot be done."""
        with self._writing():
            text = self._text() or HEADER
            start = "" if text.endswith("\n") else "\n"
            self._replace(f"{text}{start}{written(decision)}\n")

    def undo(self) -> Decision | None:
        """Make a note of the last decision; returns it, None where there is none.

        Raises RecoupeError where the file cannot be written.
        """
        with self._writing():
            text = self._text()
            lines, _ = self._read(text)
            if not lines:
                return None
            rows = text.split("\n")
            rows[lines[-1].number - 1] = UNDONE + rows[lines[-1].number - 1]
            self._replace("\n".join(rows))
            return lines[-1].decision

    def _text(self) -> str:
        """What the file holds, any bytes; "" where there is none."""
        try:
            text = self.path.read_bytes().decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            return ""
        return text.removeprefix("\ufeff")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        # It brings asyncio along, and few commands decide anything.
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

    def _replace(self, text: str) -> None:
        """Put the text in the file's place, whole or not at all, even if the power goes."""
        target = self.path.resolve()  # a link to a file elsewhere stays one
        handle, name = tempfile.mkstemp(prefix=f"{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8", "surrogateescape"))
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, name)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink()
            raise
        if os.name == "posix":
            folder = os.open(target.parent, os.O_RDONLY)
            os.fsync(folder)  # the new name is on the disk, too
            os.close(folder)
