"""Text into Markdown (CommonMark, GitHub's tables) that shows it as it is, and back.

Whatever an article says, it stays text: no picture, heading, formula, tag or HTML comes of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_SIGNS = re.compile(
    r"[\\`*{}\[\]<>|~$&#]|(?<![^\W_])_|_(?![^\W_])|^[+=-]|(?<=^\d)[.)](?=\s|$)|(?<=^\d\d)[.)](?=\s|$)"
)
"""What is more than itself, anywhere or where a line begins (there also 3 to 9 digits, below)."""

_LONG_NUMBER = re.compile(r"^(\d{3,9})([.)])(?=\s|$)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def escape(line: str) -> str:
    """A text without line ends as Markdown, wherever in a line it stands; `unescape` undoes it."""
    return _LONG_NUMBER.sub(r"\1\\\2", _SIGNS.sub(lambda sign: f"\\{sign[0]}", line))


def unescape(line: str) -> str:
    """What a line of Markdown says, the backslashes before its signs taken away."""
    return _ESCAPED.sub(r"\1", line)


def one_line(text: str) -> str:
    """A text with spaces for its line ends."""
    return _LINE_ENDS.sub(" ", text).strip()


def quotation(text: str) -> list[str]:
    """A quoted text as the lines of a block quotation, a line for each of its own."""
    # Blanks at the beginning of a line would make code of it.
    return [f"> {escape(line.strip())}".rstrip() for line in text.split("\n")]


def quoted(lines: Iterable[str]) -> str:
    """The text of a block quotation's lines."""
    return "\n".join(unescape(line.removeprefix(">").strip()) for line in lines).strip()


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of a table."""
    yield _row(columns)
    yield _row(["---"] * len(columns))
    for row in rows:
        yield _row(escape(one_line(str(cell))) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
