"""The command that lists every occurrence of a word, a phrase or a name in its context."""

import sys
from typing import Annotated

import typer

from index.types import KwicSort
from tui.commands.base import (
    FOUND,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    articles_of,
    found_entity,
    opened,
    print_json,
    print_lines,
)

PAGE = 50
"""Lines for a person or a program that asks for no number; a table has all."""


def kwic(
    folder: Folder,
    query: Annotated[str, typer.Argument(help='Words, "phrases", ="exact", begin*.')] = "",
    entity: Annotated[
        str, typer.Option("--entity", metavar="NAME", help="The mentions of this name, or its id.")
    ] = "",
    sort: Annotated[
        KwicSort, typer.Option("--sort", help="By the 1st to 3rd word left or right, or by place.")
    ] = "article",
    width: Annotated[
        int, typer.Option("--width", min=1, max=500, help="Cells of context on each side.")
    ] = 40,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="How many lines at most.")
    ] = None,
    offset: Annotated[int, typer.Option("--offset", min=0, help="Lines to pass over.")] = 0,
    as_json: AsJson = False,
    tsv: Annotated[bool, typer.Option("--tsv", help="All lines, parted by tabs.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="All lines, parted by commas.")] = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List every place where a word, a phrase or a name stands, in its context."""
    from tui.commands import kwic_out

    table = tsv or csv
    with opened(folder, data, as_is=as_is) as library:
        found = library.kwic(
            query,
            entity=found_entity(library, entity) if entity else None,
            sort=sort,
            width=width,
            limit=limit or (None if table else PAGE),
            offset=offset,
        )
        if as_json:
            articles = articles_of(library, (line.info.id for line in found.lines))
            print_json(kwic_out.as_json(found, articles))
        elif table:
            kwic_out.write_table(found.lines, sys.stdout, delimiter="\t" if tsv else ",")
        else:
            print_lines(kwic_out.aligned(found, width=width, offset=offset))
    return FOUND if found.lines else NOTHING
