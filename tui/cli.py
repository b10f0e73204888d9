"""The `recoupe` command.

`recoupe FOLDER` opens the reader; the other commands answer scripts. Answers go to stdout,
progress and problems to stderr. Exit status: 0 found, 1 nothing found, 2 error.
"""

import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from corpus.errors import RecoupeError
from index.types import Order
from tui import (
    cli_compare,
    cli_facets,
    cli_facts,
    cli_kwic,
    cli_names,
    facts_out,
    json_out,
    text_out,
)
from tui.cli_base import (
    ERROR,
    FOUND,
    INTERRUPTED,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    Limit,
    articles_of,
    found_article,
    in_colour,
    library_of,
    opened,
    print_json,
    print_lines,
)
from tui.i18n import _
from tui.places import demo_folder, own_folder

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Read a folder of articles in the terminal, and see what the others say about the same "
        "thing. `recoupe FOLDER` opens the reader; `recoupe demo` opens it on bundled articles."
    ),
)


@app.command()
def read(
    folder: Folder,
    query: Annotated[str, typer.Option("--query", "-q", help="Search for this at once.")] = "",
    data: Data = None,
) -> int:
    """Open the reader on a folder; `recoupe FOLDER` is short for it."""
    return _open_reader(folder, folder.name or str(folder), query, data)


@app.command()
def demo(data: Data = None) -> int:
    """Open the reader on the bundled articles."""
    return _open_reader(demo_folder(), _("the demo articles"), "", data)


def _open_reader(folder: Path, name: str, query: str, data: Path | None) -> int:
    """The app on a folder that is there, opened once the first screen stands."""
    from tui.app import run
    from tui.start import Start

    if not folder.exists():
        raise RecoupeError("No such folder", f"there is no {folder}", "recoupe --help")
    start = Start(lambda: library_of(folder, data), name, own_folder(folder), query)
    return run(start)


@app.command()
def index(
    folder: Folder,
    data: Data = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: follow the folder until Ctrl-C.")
    ] = False,
) -> int:
    """Read, index and annotate a folder; what has not changed is not done again."""
    from tui.progress import bring_up_to_date

    library = library_of(folder, data)
    try:
        for _ in library.watch(cancelled=lambda: False) if watch else (None,):
            bring_up_to_date(library)
            summary = library.summary()
            print(
                f"{summary.articles} articles, {summary.passages} passages, "
                f"{summary.entities} names, {summary.problems} problems",
                flush=True,
            )
    finally:
        library.close()
    return FOUND if summary.articles else NOTHING


@app.command()
def search(
    folder: Folder,
    query: Annotated[
        str, typer.Argument(help='Words, "phrases", AND, OR, NOT, field:word; see docs/search.md.')
    ],
    as_json: AsJson = False,
    limit: Limit = 20,
    order: Annotated[Order, typer.Option("--order", help="Best, newest or oldest first.")] = (
        "relevance"
    ),
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List the passages that answer a query, best first."""
    with opened(folder, data, as_is=as_is) as library:
        results = library.search(query, limit=limit, order=order)
        if as_json:
            articles = articles_of(library, (hit.info.id for hit in results.hits))
            print_json(json_out.search(results, articles))
        else:
            print_lines(text_out.search(results, lit=in_colour()))
    return FOUND if results.hits else NOTHING


@app.command()
def show(
    folder: Folder,
    article: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    as_json: AsJson = False,
    folded: Annotated[bool, typer.Option("--folded", help="Only what was folded away.")] = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Print an article as it is read: its text, what was folded, its names."""
    with opened(folder, data, as_is=as_is) as library:
        found = found_article(library, article)
        if as_json:
            read = library.annotated(found.id)
            print_json(json_out.show(found, read.mentions) | facts_out.facts(found, read))
        else:
            print_lines(text_out.folded(found) if folded else text_out.show(found))
    return FOUND if found.folded or not folded else NOTHING


@app.command()
def related(
    folder: Folder,
    article: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    paragraph: Annotated[int, typer.Argument(min=0, help="Its number, as `show` prints it.")],
    as_json: AsJson = False,
    limit: Limit = 10,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List what other articles say about the same thing as a paragraph, and why."""
    with opened(folder, data, as_is=as_is) as library:
        source = found_article(library, article)
        if source.paragraph(paragraph) is None:
            last = source.paragraphs[-1].number
            message = f"{source.id} has no paragraph {paragraph}"
            raise RecoupeError("No such paragraph", message, f"its last is {last}")
        found = library.related(source.id, paragraph, limit=limit)
        if as_json:
            articles = articles_of(library, (one.info.id for one in found))
            print_json(json_out.related(source.id, paragraph, found, articles))
        else:
            print_lines(text_out.related(found, lit=in_colour()))
    return FOUND if found else NOTHING


@app.command("list")
def list_articles(
    folder: Folder, as_json: AsJson = False, data: Data = None, as_is: AsIs = False
) -> int:
    """List the articles of a folder, and the files that could not be read."""
    with opened(folder, data, as_is=as_is) as library:
        infos, problems = library.articles(), library.problems()
        if as_json:
            print_json(json_out.listing(infos, problems))
        else:
            print_lines(text_out.listing(infos, problems))
    return FOUND if infos else NOTHING


app.command()(cli_facets.entities)
app.command()(cli_facets.facets)
app.command()(cli_kwic.kwic)
app.command("compare")(cli_compare.compare_)
for command in (cli_facts.quotes, cli_facts.dates, cli_facts.figures):
    app.command()(command)
app.add_typer(cli_names.app, name="names")


def _with_command(arguments: list[str]) -> list[str]:
    """`recoupe FOLDER` as `recoupe read FOLDER`; nothing at all as `recoupe --help`."""
    if not arguments:
        return ["--help"]
    callbacks = [(c.name, c.callback) for c in app.registered_commands]
    names = {name or getattr(callback, "__name__", "") for name, callback in callbacks}
    names |= {str(group.name) for group in app.registered_groups}
    if arguments[0].startswith("-") or arguments[0] in names:
        return arguments
    return ["read", *arguments]


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit status."""
    if arguments == ["--version"]:
        print(f"recoupe {version('recoupe')}")
        return FOUND
    try:
        status = app(_with_command(arguments), prog_name="recoupe", standalone_mode=False)
    except RecoupeError as error:
        return _refuse(error.message, error.hint)
    except TyperException as error:
        return _refuse(error.format_message(), "recoupe --help")
    except (KeyboardInterrupt, Abort):
        print("recoupe: stopped; what was done is kept", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; say nothing, and keep Python from saying it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    return status or FOUND


def _refuse(message: str, hint: str) -> int:
    line = " ".join(f"recoupe: {message} ({hint})".split())
    print(text_out.printable(line), file=sys.stderr)
    return ERROR
