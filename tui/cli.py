"""The `recoupe` command.

`recoupe FOLDER` opens the reader; the other commands answer scripts. Answers go to stdout,
progress and problems to stderr. Exit status: 0 found, 1 nothing found, 2 error. What is said to
people is in their language, JSON and tables are the same in all.
"""

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from corpus.errors import RecoupeError
from index.types import Order
from tui.commands import compare as cli_compare
from tui.commands import config as cli_config
from tui.commands import counting as cli_counting
from tui.commands import facets as cli_facets
from tui.commands import facts as cli_facts
from tui.commands import facts_out, json_out, text_out
from tui.commands import keep as cli_keep
from tui.commands import kwic as cli_kwic
from tui.commands import names as cli_names
from tui.commands import serve as cli_serve
from tui.commands import shell as cli_shell
from tui.commands.base import (
    FOUND,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    Limit,
    Theme,
    articles_of,
    found_article,
    in_colour,
    no_paragraph,
    opened,
    print_json,
    print_lines,
)
from tui.commands.help import Commands, Group
from tui.config import wanted_language
from tui.language import i18n
from tui.language.i18n import _
from tui.opening import ended, library_of, no_folder, open_reader
from tui.own.places import demo_folder
from tui.tour import due

app = Commands(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Read a folder of articles in the terminal, and see what the others say about the same "
        "thing. Every command has a help of its own: recoupe COMMAND --help."
    ),
)


@app.command()
def read(
    folder: Folder,
    query: Annotated[str, typer.Option("--query", "-q", help="Search for this at once.")] = "",
    theme: Theme = "",
    data: Data = None,
) -> int:
    """Open the reader on a folder; `recoupe FOLDER` is short for it."""
    return open_reader(folder, query=query, theme=theme, language=i18n.language(), data=data)


@app.command()
def demo(
    theme: Theme = "",
    tour: Annotated[
        bool, typer.Option("--tour", help="Show the first steps, as the first time.")
    ] = False,
    data: Data = None,
) -> int:
    """Open the reader on the bundled articles; the first time with a short tour."""
    wanted = tour or due()
    return open_reader(demo_folder(), theme=theme, language=i18n.language(), data=data, tour=wanted)


@app.command()
def index(
    folder: Folder,
    data: Data = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: follow the folder until Ctrl-C.")
    ] = False,
) -> int:
    """Read, index and annotate a folder; what has not changed is not done again."""
    from tui.commands.progress import bring_up_to_date

    library = library_of(folder, data)
    try:
        for _look in library.watch(cancelled=lambda: False) if watch else (None,):
            bring_up_to_date(library)
            summary = library.summary()
            print_lines(text_out.summary(summary))
            sys.stdout.flush()
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
            raise no_paragraph(source, paragraph)
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
app.command()(cli_counting.timeline)
app.command()(cli_counting.speakers)
app.command()(cli_kwic.kwic)
app.command("compare")(cli_compare.compare_)
app.command()(cli_serve.serve)
app.command()(cli_shell.completion)
app.command()(cli_shell.man)
for command in (cli_facts.quotes, cli_facts.dates, cli_facts.figures):
    app.command()(command)
app.command("config")(cli_config.configuration)
app.command("keys")(cli_config.key_table)
app.command()(cli_keep.notes)
app.command("cite")(cli_keep.cite_)
app.command()(cli_keep.verify)
app.command("export")(cli_keep.export_)
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
    if not Path(arguments[0]).exists():
        raise no_folder(Path(arguments[0]))
    return ["read", *arguments]


def _with_language(arguments: list[str]) -> list[str]:
    """Speak what `--lang` says, wherever it stands before `--`; what is left of the arguments.

    Before anything else, for the help and what is wrong with the other arguments are told in it.
    """
    i18n.use(wanted_language() or None)
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, given, value = word.partition("=")
        if word == "--":
            return [*rest, word, *words]
        if name != "--lang":
            rest.append(word)
            continue
        language = value if given else next(words, "")
        if not language or language.startswith("-"):
            raise RecoupeError("Usage", _("--lang wants a language: en or fr"), "recoupe --help")
        i18n.use(language)
    return rest


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit status."""
    return ended(lambda: _run(arguments), arguments)


def _run(arguments: list[str]) -> int | None:
    """The command's own status; what Typer raises becomes what we raise."""
    arguments = _with_language(arguments)
    if arguments == ["--version"]:
        print(f"recoupe {version('recoupe')}")
        return FOUND
    try:
        status: int | None = app(
            _with_command(arguments), prog_name="recoupe", standalone_mode=False
        )
    except TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "recoupe"
        raise RecoupeError("Usage", error.format_message(), f"{command} --help") from None
    except Abort:
        raise KeyboardInterrupt from None
    except SystemExit:
        # What Typer makes of a broken pipe.
        raise BrokenPipeError from None
    return status
