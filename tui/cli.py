"""The `recoupe` command.

`recoupe FOLDER` opens the reader; the other commands answer scripts. Answers go to stdout,
progress and problems to stderr. Exit status: 0 found, 1 nothing found, 2 error.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import Abort, TyperException

from corpus.errors import RecoupeError
from corpus.types import Article, ArticleId
from index.library import Library
from tui import json_out, text_out
from tui.places import data_folder, demo_folder

FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130

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

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The folder of articles, or one file of many.")
]
Data = Annotated[
    Path | None,
    typer.Option("--data", envvar="RECOUPE_DATA", help="Where to keep the index and all derived."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, as docs/json.md says.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many at most.")]
AsIs = Annotated[
    bool, typer.Option("--no-update", help="Answer from what is there; do not look at the folder.")
]


@contextmanager
def _opened(folder: Path, data: Path | None, *, as_is: bool = False) -> Iterator[Library]:
    """The library, brought up to date with its folder unless another process is at it."""
    library = Library(folder, data_folder(folder, data))
    try:
        if not as_is:
            from tui.progress import bring_up_to_date

            try:
                bring_up_to_date(library, quiet=True)
            except RecoupeError as busy:
                print(f"recoupe: {busy.message}: answering from what is there", file=sys.stderr)
        yield library
    finally:
        library.close()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _print_json(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    # JSON leaves C1 controls as they are; a terminal would obey them.
    print("".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" else c for c in text))


def _found(library: Library, name: str) -> Article:
    """The article that was named. Raises RecoupeError where there is none."""
    article_id = library.find(name)
    article = library.article(article_id) if article_id else None
    if article is None:
        raise RecoupeError("No such article", f"no article “{name}”", "see: recoupe list FOLDER")
    return article


def _articles(library: Library, ids: Iterable[ArticleId]) -> dict[str, Article]:
    found = (library.article(article_id) for article_id in dict.fromkeys(ids))
    return {article.id: article for article in found if article is not None}


@app.command()
def read(
    folder: Folder,
    query: Annotated[str, typer.Option("--query", "-q", help="Search for this at once.")] = "",
    data: Data = None,
) -> int:
    """Open the reader on a folder; `recoupe FOLDER` is short for it."""
    from tui.app import run

    return run(Library(folder, data_folder(folder, data)), query=query)


@app.command()
def demo(data: Data = None) -> int:
    """Open the reader on the bundled articles."""
    from tui.app import run

    folder = demo_folder()
    return run(Library(folder, data_folder(folder, data)), demo=True)


@app.command()
def index(folder: Folder, data: Data = None) -> int:
    """Read, index and annotate a folder; what has not changed is not done again."""
    from tui.progress import bring_up_to_date

    library = Library(folder, data_folder(folder, data))
    try:
        bring_up_to_date(library)
        summary = library.summary()
    finally:
        library.close()
    print(
        f"{summary.articles} articles, {summary.passages} passages, {summary.entities} names, "
        f"{summary.problems} problems"
    )
    return FOUND if summary.articles else NOTHING


@app.command()
def search(
    folder: Folder,
    query: Annotated[str, typer.Argument(help='Words, "phrases", ="exact", -without, begin*.')],
    as_json: AsJson = False,
    limit: Limit = 20,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List the passages that answer a query, best first."""
    with _opened(folder, data, as_is=as_is) as library:
        results = library.search(query, limit=limit)
        if as_json:
            articles = _articles(library, (hit.info.id for hit in results.hits))
            _print_json(json_out.search(results, articles))
        else:
            _print(text_out.search(results, lit=_in_colour()))
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
    with _opened(folder, data, as_is=as_is) as library:
        found = _found(library, article)
        if as_json:
            _print_json(json_out.show(found, library.mentions(found.id)))
        else:
            _print(text_out.folded(found) if folded else text_out.show(found))
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
    with _opened(folder, data, as_is=as_is) as library:
        source = _found(library, article)
        if source.paragraph(paragraph) is None:
            last = source.paragraphs[-1].number
            message = f"{source.id} has no paragraph {paragraph}"
            raise RecoupeError("No such paragraph", message, f"its last is {last}")
        found = library.related(source.id, paragraph, limit=limit)
        if as_json:
            articles = _articles(library, (one.info.id for one in found))
            _print_json(json_out.related(source.id, paragraph, found, articles))
        else:
            _print(text_out.related(found, lit=_in_colour()))
    return FOUND if found else NOTHING


@app.command()
def entities(
    folder: Folder, as_json: AsJson = False, data: Data = None, as_is: AsIs = False
) -> int:
    """List people, places, organisations and others, the most mentioned first."""
    with _opened(folder, data, as_is=as_is) as library:
        found = library.entities()
        if as_json:
            _print_json(json_out.entities(found))
        else:
            _print(text_out.entities(found))
    return FOUND if found else NOTHING


@app.command("list")
def list_articles(
    folder: Folder, as_json: AsJson = False, data: Data = None, as_is: AsIs = False
) -> int:
    """List the articles of a folder, and the files that could not be read."""
    with _opened(folder, data, as_is=as_is) as library:
        infos, problems = library.articles(), library.problems()
        if as_json:
            _print_json(json_out.listing(infos, problems))
        else:
            _print(text_out.listing(infos, problems))
    return FOUND if infos else NOTHING


def _in_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _with_command(arguments: list[str]) -> list[str]:
    """`recoupe FOLDER` as `recoupe read FOLDER`; nothing at all as `recoupe --help`."""
    if not arguments:
        return ["--help"]
    callbacks = [(c.name, c.callback) for c in app.registered_commands]
    names = {name or getattr(callback, "__name__", "") for name, callback in callbacks}
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
