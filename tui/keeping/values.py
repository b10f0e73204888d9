"""What is exported: the objects that the commands print with --json, all of a kind."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.types import Article, ArticleId
from tui.commands import facts_out, json_out, kwic_out
from tui.commands.json_out import Json
from tui.keeping import listing
from tui.keeping.forms import MOST, ExportKind
from tui.keeping.notes import Notes

if TYPE_CHECKING:
    from index.library import Library


def values(
    library: "Library",
    own: Path,
    kind: ExportKind,
    query: str,
    *,
    limit: int = MOST,
    typing: bool = False,
) -> Json:
    """All of a kind that goes with `query`.

    That is a search for results and a concordance; words, `#tags` of notes; words of names; a
    speaker for quotations. `own` is the folder of the reader's own files; `typing` as in
    `Library.search`.
    """
    if kind == "notes":
        kept = Notes(own)
        chosen = (note for note in kept.all() if listing.holds(note, query))
        return listing.notes(library, chosen, kept.problems())
    if kind == "entities":
        found = (one for one in library.entities() if listing.has_words(one.name, query))
        return json_out.entities(found)
    if kind == "quotes":
        return {"quotes": _quotes(library, query)}
    if kind == "results":
        results = library.search(query, limit=limit, typing=typing)
        return json_out.search(results, _articles(library, (h.info.id for h in results.hits)))
    lines = library.kwic(query, limit=limit, typing=typing)
    return kwic_out.as_json(lines, _articles(library, (line.info.id for line in lines.lines)))


def _quotes(library: "Library", speaker: str) -> list[Json]:
    """All quotations; those of a name, or of speakers who are called so and are no name."""
    only = library.find_entity(speaker) if speaker else None
    ids = library.articles_naming(only) if only else [info.id for info in library.articles()]
    rows = [
        row
        for article in map(library.article, ids)
        if article is not None
        for row in facts_out.quotes(article, library.annotated(article.id), only, scare=False)
    ]
    if only or not speaker:
        return rows
    return [row for row in rows if listing.has_words(row["speaker"] or "", speaker)]


def _articles(library: "Library", ids: Iterable[ArticleId]) -> dict[str, Article]:
    """The articles of some ids, by id."""
    found = (library.article(article_id) for article_id in dict.fromkeys(ids))
    return {article.id: article for article in found if article is not None}
