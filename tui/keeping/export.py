"""What a view or a command lists → a file: JSON as the commands print it, CSV, or Markdown.

The values are the objects that docs/json.md describes; a table has a row for each item of their
list. CSV is UTF-8; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import RecoupeError
from corpus.own_file import replace_file
from tui.commands import json_out
from tui.commands.json_out import Json
from tui.commands.text_out import printable
from tui.keeping import markdown
from tui.keeping.forms import ExportForm, ExportKind

_LISTS: dict[ExportKind, tuple[str, str]] = {
    "results": ("hits", "article title source published paragraph start end score snippet copies"),
    "notes": (
        "notes",
        "article title source published paragraph start end status quotation note tags made id",
    ),
    "entities": ("entities", "entity name label mentions articles variants"),
    "quotes": ("quotes", "article paragraph start end kind speaker speaker_entity text"),
    "concordance": (
        "lines",
        "article title source published paragraph left keyword right start end",
    ),
}
"""The list in the JSON of each kind, and the columns of its table."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(kind: ExportKind, values: Json, form: ExportForm) -> str:
    """The file's text."""
    if form == "json":
        return json_out.line(values) + "\n"
    columns = _LISTS[kind][1].split()
    cells = ([row.get(column) for column in columns] for row in rows(kind, values))
    if form == "csv":
        return _csv(columns, cells)
    table = markdown.table(columns, (list(map(_cell, row)) for row in cells))
    return "".join(f"{line}\n" for line in table)


def rows(kind: ExportKind, values: Json) -> list[Json]:
    """The items of the list."""
    items: list[Json] = values[_LISTS[kind][0]]
    return items


def write(
    kind: ExportKind, values: Json, form: ExportForm, path: Path, *, replace: bool = False
) -> None:
    """Write the file, whole or not at all.

    Raises RecoupeError where there is one and `replace` is not said, or it cannot be written.
    """
    data = text(kind, values, form).encode("utf-8", "backslashreplace")
    try:
        # Made first, with the rights that new files have here; then replaced in one step.
        with path.open("ab" if replace else "xb"):
            pass
        replace_file(path, data)
    except FileExistsError:
        message = f"{path} is there already"
        raise RecoupeError("Nothing was written", message, "name another file") from None
    except OSError as error:
        raise RecoupeError("Cannot write", f"{path}: {error.strerror}", "nothing changed") from None


def _csv(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def _guarded(cell: object) -> str:
    """A cell that is text for a spreadsheet, too; numbers stay numbers."""
    shown = _cell(cell)
    formula = shown.startswith(_FORMULA) and not isinstance(cell, int | float)
    return f"'{shown}" if formula else shown


def _cell(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return "" if value is None else printable(str(value))
