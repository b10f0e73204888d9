"""The commands that count over a library: what was when, and who is quoted."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, get_args

import typer

from corpus.errors import RecoupeError
from index.told import Kind, Speakers, Timeline, Unit
from tui.commands.base import (
    FOUND,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    Limit,
    found_entity,
    one_of,
    opened,
    print_json,
    print_lines,
)
from tui.commands.json_out import Json
from tui.commands.text_out import printable
from tui.language.i18n import _
from tui.text import labels

UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}

Query = Annotated[str, typer.Argument(help="As for `search`; without it, all articles.")]


def timeline(
    folder: Folder,
    query: Query = "",
    in_text: Annotated[
        bool, typer.Option("--in-text", help="By the dates in the texts, not by the articles' own.")
    ] = False,
    unit: Annotated[str, typer.Option("--by", help=f"{', '.join(UNITS)}; else what fits.")] = "",
    entity: Annotated[
        str, typer.Option("--entity", metavar="NAME", help="Only what names it, or its id.")
    ] = "",
    start: Annotated[str, typer.Option("--from", metavar="DAY", help="As 2023-07-01.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DAY", help="As 2023-07-31.")] = "",
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Count the articles that answer a query by year, month, week or day."""
    if unit and unit not in UNITS:
        message = _("nothing is “{unit}” long").format(unit=unit)
        raise RecoupeError("No such unit", message, one_of(UNITS))
    kind: Kind = "mentioned" if in_text else "published"
    with opened(folder, data, as_is=as_is) as library:
        found = library.timeline(
            query,
            entity=found_entity(library, entity) if entity else None,
            kind=kind,
            unit=UNITS.get(unit),
            start=_day(start),
            end=_day(end),
        )
    if as_json:
        print_json(_timeline(query, found))
    else:
        print_lines(_timeline_lines(found))
    return FOUND if found.articles else NOTHING


def speakers(
    folder: Folder,
    query: Query = "",
    name: Annotated[str, typer.Option(help="Only speakers whose names have these words.")] = "",
    limit: Limit = 20,
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List who is quoted in the articles that answer a query, the most quoted first."""
    with opened(folder, data, as_is=as_is) as library:
        found = library.speakers(query, name=name, limit=limit)
    if as_json:
        print_json(_speakers(query, found))
    else:
        print_lines(_speaker_lines(found))
    return FOUND if found.items else NOTHING


def _day(written: str) -> str | None:
    """A day as given, None for none. Raises RecoupeError where it is no day."""
    try:
        return date.fromisoformat(written).isoformat() if written else None
    except ValueError:
        message = _("“{written}” is no day").format(written=written)
        raise RecoupeError("No such day", message, _("as 2023-07-01")) from None


def _timeline(query: str, found: Timeline) -> Json:
    return {
        "query": query,
        "kind": found.kind,
        "unit": found.unit,
        "articles": found.articles,
        "earlier": found.earlier,
        "later": found.later,
        "longer": found.wide,
        "undated": found.undated,
        "buckets": [
            {"start": one.start, "end": one.end, "articles": one.articles} for one in found.buckets
        ],
    }


def _timeline_lines(found: Timeline) -> Iterator[str]:
    """Each stretch of time with its articles, as tab-separated columns; first what is in none."""
    counts = (
        (_("{n} earlier"), found.earlier),
        (_("{n} later"), found.later),
        (_("{n} of longer times"), found.wide),
        (_("{n} without a day"), found.undated),
    )
    apart = "".join(f", {words.format(n=labels.number(n))}" for words, n in counts if n)
    yield f"# {labels.articles(found.articles)}{apart}"
    for one in found.buckets:
        yield f"{one.start}\t{one.end}\t{one.articles}"


def _speakers(query: str, found: Speakers) -> Json:
    return {
        "query": query,
        "total": found.total,
        "quotes": found.quotes,
        "articles": found.articles,
        "speakers": [
            {
                "entity": one.entity,
                "name": one.name or None,
                "quotes": one.quotes,
                "articles": one.articles,
            }
            for one in found.items
        ],
    }


def _speaker_lines(found: Speakers) -> Iterator[str]:
    """Quotations, articles, the name ("?" where the text does not say who), the entity."""
    for one in found.items:
        cells = one.quotes, one.articles, printable(one.name or "?"), one.entity or ""
        yield "\t".join(map(str, cells))
