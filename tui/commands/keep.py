"""The commands that keep and cite: notes, citations, whether quotations still match, exports."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import RecoupeError
from tui.commands.base import (
    FOUND,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    found_article,
    no_paragraph,
    opened,
    print_json,
    print_lines,
)
from tui.commands.text_out import printable
from tui.keeping.forms import MOST, CitationForm, ExportForm, ExportKind
from tui.language.i18n import _
from tui.own.places import data_folder, own_folder

if TYPE_CHECKING:
    from tui.keeping.quotations import Quotation


def notes(
    folder: Folder,
    tag: Annotated[str, typer.Option("--tag", help="Only those with this tag.")] = "",
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="As a table, parted by commas.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="As a table.")] = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List your notes and bookmarks, and whether their places are still there."""
    from tui.keeping import export, listing
    from tui.keeping.notes import Notes, cleaned

    with opened(folder, data, as_is=as_is) as library:
        kept = Notes(own_folder(folder))
        wanted = cleaned([tag])
        chosen = (one for one in kept.all() if set(wanted) <= set(one.tags))
        values = listing.notes(library, chosen, kept.problems())
    if as_json:
        print_json(values)
    elif as_csv or as_markdown:
        sys.stdout.write(export.text("notes", values, "csv" if as_csv else "markdown"))
    else:
        print_lines(listing.note_lines(values))
    return FOUND if values["notes"] else NOTHING


def cite_(
    folder: Folder,
    article: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    paragraph: Annotated[int, typer.Argument(min=0, help="Its number, as `show` prints it.")],
    form: Annotated[CitationForm, typer.Option("--format", help="What to write it for.")] = "text",
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Print the citation of a paragraph, which `recoupe verify` can check later."""
    from tui.keeping.citation import cite, written

    with opened(folder, data, as_is=as_is) as library:
        found = found_article(library, article)
    place = found.paragraph(paragraph)
    if place is None:
        raise no_paragraph(found, paragraph)
    print(printable(written(cite(found, place.span), form)))
    return FOUND


def verify(
    file: Annotated[Path, typer.Argument(help="Text, Markdown, notes, .bib or CSL-JSON.")],
    folder: Annotated[
        Path | None,
        typer.Argument(help="The library; else the folder of FILE, or one above it, that is one."),
    ] = None,
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Tell whether what a file quotes with recoupe's citations still stands in the articles."""
    from tui.keeping import listing

    quoted = _quotations(file)
    with opened(folder or _library_near(file, data), data, as_is=as_is) as library:
        values = listing.checked(library, file, quoted)
    if as_json:
        print_json(values)
    else:
        print_lines(listing.checked_lines(values))
    return FOUND if quoted and values["matching"] == values["total"] else NOTHING


def export_(
    folder: Folder,
    what: Annotated[ExportKind, typer.Argument(help="What to export.")],
    query: Annotated[
        str, typer.Argument(help="As for `search`; a speaker for quotes; words of notes, names.")
    ] = "",
    form: Annotated[ExportForm, typer.Option("--format", help="Of the file.")] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file, which must not be there yet.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many results at most.")] = MOST,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Write results, notes, names, quotations or a concordance as JSON, CSV or Markdown."""
    from tui.keeping import export
    from tui.keeping.values import values as all_of

    if not query and what in ("results", "concordance"):
        hint = _("recoupe export FOLDER {what} QUERY").format(what=what)
        raise RecoupeError("No query", _("{what}: of what?").format(what=what), hint)
    with opened(folder, data, as_is=as_is) as library:
        values = all_of(library, own_folder(folder), what, query, limit=limit)
    if output is None:
        sys.stdout.write(export.text(what, values, form))
    else:
        export.write(what, values, form, output)
    return FOUND if export.rows(what, values) else NOTHING


def _quotations(file: Path) -> "list[Quotation]":
    """What a file quotes. Raises RecoupeError where it cannot be read."""
    from tui.keeping.quotations import quotations

    try:
        return quotations(file.read_text("utf-8", "replace"), file.suffix)
    except OSError as error:
        message = f"{file}: {error.strerror}"
        raise RecoupeError("Cannot read", message, _("check the path")) from None
    except (ValueError, RecursionError):
        message = _("{file} is no CSL-JSON").format(file=file)
        raise RecoupeError("Cannot read", message, _("check the file")) from None


def _library_near(file: Path, data: Path | None) -> Path:
    """The nearest folder that has a library, from the file's own upwards, then from this one."""
    here = file.resolve().parent
    for folder in (here, *here.parents, Path.cwd(), *Path.cwd().parents):
        if data_folder(folder, data).is_dir():
            return folder
    message = _("no library near the file")
    raise RecoupeError("Which library?", message, _("recoupe verify FILE FOLDER"))
