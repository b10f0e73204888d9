"""`recoupe names`: what the reader decides on names, from the command line."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

from corpus.types import EntityId
from index.library import Library
from tui.commands import json_out, text_out
from tui.commands.base import (
    FOUND,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    found_entity,
    found_id,
    opened,
    print_json,
    print_lines,
)
from tui.commands.help import Commands, Group

app = Commands(
    cls=Group,
    rich_markup_mode=None,
    invoke_without_command=True,
    help=(
        "Merge, split, rename or reject names; list or undo what was decided. NAME is an id that "
        "`recoupe entities` prints, or a name as articles write it."
    ),
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="An id, or a name as articles write it.")]


@app.callback()
def names(
    context: typer.Context,
    folder: Folder,
    data: Annotated[Path | None, typer.Option(envvar="RECOUPE_DATA", hidden=True)] = None,
) -> int | None:
    """Remember where the library is; without a command, list the decisions."""
    context.obj = (folder, data)
    return list_decisions(context) if context.invoked_subcommand is None else None


@app.command()
def merge(
    context: typer.Context,
    name: Name,
    others: Annotated[list[str], typer.Argument(metavar="NAME...", help="What is the same.")],
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Make one of several names; the first is what it is called."""

    def decide(library: Library) -> EntityId:
        return library.desk.merge([found_entity(library, one) for one in (name, *others)])

    return _do(context, decide, as_json, data, as_is)


@app.command()
def split(
    context: typer.Context,
    name: Name,
    forms: Annotated[list[str], typer.Argument(metavar="FORM...", help="What is another.")],
    article: Annotated[
        str, typer.Option("--in", metavar="ARTICLE", help="In this article only.")
    ] = "",
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Make another name of some of the forms that a name is written in."""

    def decide(library: Library) -> EntityId:
        place = found_id(library, article) if article else None
        return library.desk.split(found_entity(library, name), forms, article=place)

    return _do(context, decide, as_json, data, as_is)


@app.command()
def rename(
    context: typer.Context,
    name: Name,
    new: Annotated[str, typer.Argument(metavar="NEW", help="What to call it.")],
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Call a person or thing otherwise; its id stays."""

    def decide(library: Library) -> EntityId:
        entity = found_entity(library, name)
        library.desk.rename(entity, new)
        return entity

    return _do(context, decide, as_json, data, as_is)


@app.command()
def reject(
    context: typer.Context,
    name: Name,
    forms: Annotated[
        list[str] | None, typer.Argument(metavar="[FORM...]", help="Only what is written so.")
    ] = None,
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Say that something is no name; it is shown as plain text from then on."""

    def decide(library: Library) -> EntityId:
        entity = found_entity(library, name)
        library.desk.reject(entity, forms or ())
        return entity

    return _do(context, decide, as_json, data, as_is)


@app.command()
def undo(
    context: typer.Context, as_json: AsJson = False, data: Data = None, as_is: AsIs = False
) -> int:
    """Take back the last decision."""
    with _opened(context, data, as_is) as library:
        undone = library.desk.undo()
    if as_json:
        print_json({"undone": json_out.decision(undone) if undone else None})
    else:
        print_lines([text_out.undone(undone)])
    return FOUND if undone else NOTHING


@app.command("list")
def list_decisions(
    context: typer.Context, as_json: AsJson = False, data: Data = None, as_is: AsIs = False
) -> int:
    """List what was decided, the oldest first, and lines that cannot be read."""
    with _opened(context, data, as_is) as library:
        decided, problems = library.desk.decisions(), library.desk.problems()
    if as_json:
        print_json(json_out.decisions(decided, problems))
    else:
        print_lines(text_out.decisions(decided, problems))
    return FOUND if decided else NOTHING


def _opened(
    context: typer.Context, data: Path | None, as_is: bool
) -> AbstractContextManager[Library]:
    """The library that the command line names."""
    folder, usual = context.obj
    return opened(folder, data or usual, as_is=as_is)


def _do(
    context: typer.Context,
    decide: Callable[[Library], EntityId],
    as_json: bool,
    data: Path | None,
    as_is: bool,
) -> int:
    """Decide, and print what became of the name; nothing where it is no longer one."""
    with _opened(context, data, as_is) as library:
        entity = library.entity(decide(library))
    found = [entity] if entity else []
    if as_json:
        print_json(json_out.entities(found))
    else:
        print_lines(text_out.entities(found))
    return FOUND
