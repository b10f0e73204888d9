"""What the commands share: their options, an opened library, printing, exit statuses."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.errors import RecoupeError
from corpus.types import Article, ArticleId, EntityId
from index.library import Library
from tui.commands import json_out
from tui.language.engine_words import translated
from tui.language.i18n import _
from tui.opening import ERROR as ERROR
from tui.opening import FOUND as FOUND
from tui.opening import INTERRUPTED as INTERRUPTED
from tui.opening import NOTHING as NOTHING
from tui.opening import library_of

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The folder of articles, or one file of many.")
]
Data = Annotated[
    Path | None,
    typer.Option("--data", envvar="RECOUPE_DATA", help="Where to keep the index and all derived."),
]
Theme = Annotated[
    str,
    typer.Option(
        "--theme",
        help="dark, light, contrast, contrast-light, 16, 16-light, plain; others in the palette.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, as docs/json.md says.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many at most.")]
AsIs = Annotated[
    bool, typer.Option("--no-update", help="Answer from what is there; do not look at the folder.")
]


@contextmanager
def opened(folder: Path, data: Path | None, *, as_is: bool = False) -> Iterator[Library]:
    """The library, brought up to date with its folder unless another process is at it."""
    library = library_of(folder, data)
    try:
        if not as_is and not library.read_only:
            from tui.commands.progress import bring_up_to_date

            try:
                bring_up_to_date(library, quiet=True)
            except RecoupeError as busy:
                why = translated(busy.message)
                said = _("{why}: answering from what is there").format(why=why)
                print(f"recoupe: {said}", file=sys.stderr)
        yield library
    finally:
        library.close()


def print_lines(lines: Iterable[str]) -> None:
    """Print each line."""
    for line in lines:
        print(line)


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object on one line."""
    print(json_out.line(value))


def _no_article(name: str) -> RecoupeError:
    message = _("no article “{name}”").format(name=name)
    return RecoupeError("No such article", message, _("see: recoupe list FOLDER"))


def no_paragraph(article: Article, number: int | str) -> RecoupeError:
    """An article has no paragraph of this number."""
    message = _("{article} has no paragraph {number}").format(article=article.id, number=number)
    last = _("its last is {number}").format(number=article.paragraphs[-1].number)
    return RecoupeError("No such paragraph", message, last)


def found_id(library: Library, name: str) -> ArticleId:
    """The id of the article that was named. Raises RecoupeError where there is none."""
    article_id = library.find(name)
    if article_id is None:
        raise _no_article(name)
    return article_id


def found_article(library: Library, name: str) -> Article:
    """The article that was named. Raises RecoupeError where there is none."""
    article = library.article(found_id(library, name))
    if article is None:
        raise _no_article(name)
    return article


def found_entity(library: Library, name: str) -> EntityId:
    """The entity of a name, or of an id. Raises RecoupeError where there is none."""
    entity = library.find_entity(name)
    if entity is None:
        message = _("no name “{name}”").format(name=name)
        raise RecoupeError("No such name", message, _("see: recoupe entities FOLDER"))
    return entity


def articles_of(library: Library, ids: Iterable[ArticleId]) -> dict[str, Article]:
    """The articles of some ids, those that are still there."""
    found = (library.article(article_id) for article_id in dict.fromkeys(ids))
    return {article.id: article for article in found if article is not None}


def one_of(choices: Iterable[str]) -> str:
    """What may be given."""
    return _("one of {choices}").format(choices=", ".join(choices))


def in_colour() -> bool:
    """Whether what is printed is read by a person at a terminal with colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
