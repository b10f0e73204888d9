"""The commands that list what is said in a folder: quotes, dates, figures."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from corpus.types import Annotated as Read
from corpus.types import Article, ArticleId, EntityId
from index.library import Library
from tui.commands import facts_out
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
from tui.commands.facts_out import Rows

Of = Annotated[
    str, typer.Option("--entity", metavar="NAME", help="Only about this name, or its id.")
]
In = Annotated[str, typer.Option("--article", metavar="ID", help="Only in this article.")]
Select = Callable[[Article, Read, EntityId | None], Rows]


def quotes(
    folder: Folder,
    entity: Of = "",
    article: In = "",
    as_json: AsJson = False,
    scare: Annotated[bool, typer.Option("--scare", help="Scare quotes and titles too.")] = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List what is quoted, with who says it; of --entity, what it says."""

    def select(article: Article, read: Read, only: EntityId | None) -> Rows:
        return facts_out.quotes(article, read, only, scare=scare)

    return _list("quotes", select, folder, entity, article, as_json, data, as_is)


def dates(
    folder: Folder,
    entity: Of = "",
    article: In = "",
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List dates and periods in paragraphs, of --entity, of those that name it."""
    return _list("dates", facts_out.dates, folder, entity, article, as_json, data, as_is)


def figures(
    folder: Folder,
    entity: Of = "",
    article: In = "",
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List quantities; of --entity, those in the paragraphs that name it."""
    return _list("figures", facts_out.figures, folder, entity, article, as_json, data, as_is)


def _list(
    kind: str,
    select: Select,
    folder: Path,
    entity: str,
    article: str,
    as_json: bool,
    data: Path | None,
    as_is: bool,
) -> int:
    """Print what `select` finds in each article."""
    with opened(folder, data, as_is=as_is) as library:
        only = found_entity(library, entity) if entity else None
        found = _found(library, select, _articles(library, article, only), only)
        if as_json:
            rows = list(found)
            print_json({kind: rows})
            return FOUND if rows else NOTHING
        first = next(found, None)
        if first is None:
            return NOTHING
        print_lines(facts_out.line(kind, row) for row in chain([first], found))
    return FOUND


def _articles(library: Library, name: str, only: EntityId | None) -> list[ArticleId]:
    """The articles to look into: the one named, or those that name an entity, or all."""
    if name:
        return [found_id(library, name)]
    if only is not None:
        return list(library.articles_naming(only))
    return [info.id for info in library.articles()]


def _found(
    library: Library, select: Select, ids: list[ArticleId], only: EntityId | None
) -> Iterator[dict[str, object]]:
    for article_id in ids:
        article = library.article(article_id)
        if article is not None:
            yield from select(article, library.annotated(article_id), only)
