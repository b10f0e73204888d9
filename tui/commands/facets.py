"""The commands that count: how what answers a query divides, and who stands with whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from corpus.errors import RecoupeError
from corpus.types import Label
from index.types import Companion, Facet, FacetField
from tui.commands import json_out, text_out
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

if TYPE_CHECKING:
    from index.companions import Profile

FIELDS: tuple[FacetField, ...] = get_args(FacetField)
LABELS: dict[str, Label] = {"person": "PER", "place": "LOC", "org": "ORG", "other": "MISC"}


def facets(
    folder: Folder,
    query: Annotated[str, typer.Argument(help="As for `search`.")],
    field: Annotated[
        list[str] | None,
        typer.Option("--field", help=f"Only this one of {', '.join(FIELDS)}; may be repeated."),
    ] = None,
    limit: Limit = 10,
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """Count the articles that answer a query by source, month, language and names."""
    fields = _fields(field or FIELDS)
    with opened(folder, data, as_is=as_is) as library:
        results = library.search(query, limit=1)
        found = library.facets(query, fields=fields, limit=limit)
    if as_json:
        counts = {"total": results.total, "articles": results.articles}
        print_json({"query": query, **counts, "facets": list(map(_facet, found))})
    else:
        print_lines(_facet_lines(found))
    return FOUND if results.total else NOTHING


def entities(
    folder: Folder,
    beside: Annotated[
        str, typer.Option("--with", metavar="NAME", help="Those that stand with this name.")
    ] = "",
    label: Annotated[str, typer.Option(help="person, place, org or other.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many --with, at most.")] = 20,
    as_json: AsJson = False,
    data: Data = None,
    as_is: AsIs = False,
) -> int:
    """List people, places, organisations and others, the most mentioned first.

    With --with NAME those of the same passages, the most surprising first, and NAME's articles by
    month.
    """
    only = _label(label)
    with opened(folder, data, as_is=as_is) as library:
        if not beside:
            named = [one for one in library.entities() if only in (None, one.label)]
            out, lines, shown = json_out.entities(named), text_out.entities(named), len(named)
        else:
            entity = found_entity(library, beside)
            profile = library.profile(entity, limit=limit, label=only)
            if profile is None:
                message = _("nothing is indexed yet")
                raise RecoupeError("No index", message, _("recoupe index FOLDER"))
            out, lines, shown = _profile(profile), _profile_lines(profile), len(profile.companions)
    if as_json:
        print_json(out)
    else:
        print_lines(lines)
    return FOUND if shown else NOTHING


def _fields(names: Sequence[str]) -> list[FacetField]:
    """The facets of some names. Raises RecoupeError where there is none of that name."""
    known = {str(field): field for field in FIELDS}
    unknown = [name for name in names if name not in known]
    if unknown:
        message = _("no facet is called “{name}”").format(name=unknown[0])
        raise RecoupeError("No such facet", message, one_of(FIELDS))
    return [known[name] for name in names]


def _label(name: str) -> Label | None:
    if name and name not in LABELS:
        message = _("no names are “{name}”").format(name=name)
        raise RecoupeError("No such kind", message, one_of(LABELS))
    return LABELS.get(name)


def _facet(facet: Facet) -> Json:
    return {
        "field": facet.field,
        "values": [
            {"label": one.label, "query": one.query, "articles": one.articles}
            for one in facet.values
        ],
    }


def _facet_lines(found: Iterable[Facet]) -> Iterator[str]:
    """Values as tab-separated columns: field, articles, label, the clause that narrows to it."""
    for facet in found:
        for one in facet.values:
            cells = facet.field, one.articles, printable(one.label), printable(one.query)
            yield "\t".join(map(str, cells))


def _profile(profile: "Profile") -> Json:
    [entity] = json_out.entities([profile.entity])["entities"]
    return {
        **entity,
        "passages": profile.passages,
        "quotes": profile.quotes,
        "with": list(map(_companion, profile.companions)),
        "timeline": [
            {"month": month, "articles": articles} for month, articles in profile.timeline
        ],
    }


def _companion(companion: Companion) -> Json:
    return {
        "entity": companion.entity.id,
        "name": companion.entity.name,
        "label": companion.entity.label,
        "together": companion.together,
        "surprise": round(companion.surprise, 2),
    }


def _profile_lines(profile: "Profile") -> Iterator[str]:
    """What is known of an entity, a line a companion: label, passages together, surprise, name;
    then a line a month."""
    yield from (f"# {line}" for line in text_out.entities([profile.entity]))
    passages, articles, quotes = profile.passages, profile.articles, profile.quotes
    where = _("{passages} of {articles}").format(
        passages=labels.passages(passages), articles=labels.articles(articles)
    )
    yield f"# {where}, {labels.quotations(quotes)}"
    for one in profile.companions:
        cells = one.entity.label, one.together, f"{one.surprise:.1f}", printable(one.entity.name)
        yield "\t".join(map(str, cells))
    for month, count in profile.timeline:
        yield f"{month}\t{count}"
