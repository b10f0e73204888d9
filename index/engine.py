"""The two indexes of a library, of its text and of its facts, as one committed generation.

Whoosh and NumPy are loaded by the first question, not before.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.folder import Folder

if TYPE_CHECKING:
    from index.arrays.executor import Executor
    from index.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class Generation:
    """What was committed at one moment. Immutable; may be used from any thread."""

    text: "Executor"
    facts: "Facts"

    def release(self) -> None:
        """Let the system take back the memory of what was read of the files; it is read again."""
        self.text.release()
        self.facts.release()


def open_generation(folder: Folder) -> Generation | None:
    """The last committed generation of a library's indexes, None while there is none."""
    from index.facts.facts import Facts

    text = _executor(folder.index)
    return Generation(text, Facts(_executor(folder.facts), text)) if text else None


def _executor(folder: Path) -> "Executor | None":
    """The index in a folder, None where there is none, or one that the next update makes again."""
    from index.arrays.executor import Executor
    from index.arrays.index import read

    reader = read(folder)
    return None if reader is None else Executor(reader)
