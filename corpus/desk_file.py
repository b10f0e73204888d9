"""The reader's own file of decisions on names: read, added to, undone; never a line lost.

`corpus.own_file` says how it is written.
"""

from dataclasses import dataclass
from pathlib import Path

from corpus.desk import Decision, parsed, written
from corpus.own_file import OwnFile
from corpus.types import Problem

FILE = "names.txt"
UNDONE = "# undone: "
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
        self._file = OwnFile(self.path)

    def read(self) -> tuple[list[Line], list[Problem]]:
        """The decisions in order, and a problem for each line that is none.

        A file that cannot be read is a problem, too, and holds no decisions.
        """
        try:
            return self._read(self._file.text())
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
        with self._file.writing():
            text = self._file.text() or HEADER
            start = "" if text.endswith("\n") else "\n"
            self._file.replace(f"{text}{start}{written(decision)}\n")

    def undo(self) -> Decision | None:
        """Make a note of the last decision; returns it, None where there is none.

        Raises RecoupeError where the file cannot be written.
        """
        with self._file.writing():
            text = self._file.text()
            lines, _ = self._read(text)
            if not lines:
                return None
            rows = text.split("\n")
            rows[lines[-1].number - 1] = UNDONE + rows[lines[-1].number - 1]
            self._file.replace("\n".join(rows))
            return lines[-1].decision
