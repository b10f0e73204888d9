"""Notes and checked quotations as the JSON that docs/json.md promises, and as lines."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.sounds import flat
from corpus.types import Article, Problem
from tui.commands.json_out import place
from tui.commands.text_out import printable, problem
from tui.keeping.anchor import paragraph_of
from tui.keeping.difference import difference, in_line
from tui.keeping.find import Found
from tui.keeping.locate import all_found
from tui.keeping.markdown import one_line
from tui.keeping.note_lines import Note
from tui.keeping.quotations import Quotation
from tui.language.i18n import _, ngettext

if TYPE_CHECKING:
    from index.library import Library

Json = dict[str, Any]
MATCH = ("exact", "moved")
"""What becomes of a quotation that still stands in the library as it was quoted."""


def holds(note: Note, typed: str) -> bool:
    """Whether a note has all the words typed, in text, quotation or heading, or `#tag`."""
    quoted = note.anchor.exact if note.anchor else ""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    return has_words(f"{note.text} {quoted} {note.heading} {tags}", typed)


def has_words(text: str, typed: str) -> bool:
    """Whether all words typed are in a text, whatever their capitals and accents."""
    told = flat(text)
    return all(word in told for word in flat(typed).split())


def notes(library: "Library", listed: Iterable[Note], problems: Iterable[Problem]) -> Json:
    """`recoupe notes`: notes with where they are found now."""
    chosen = list(listed)
    anchored = [one.anchor for one in chosen if one.anchor is not None]
    found = iter(all_found(library, anchored))
    rows = [_note(one, *(next(found) if one.anchor else (None, None))) for one in chosen]
    told = [{"path": p.path, "stage": p.stage, "reason": p.reason} for p in problems]
    return {"notes": rows, "problems": told}


def note_lines(values: Json) -> Iterator[str]:
    """Notes as blocks: where, the quotation, what the reader writes."""
    for row in values["notes"]:
        tags = "".join(f"  #{tag}" for tag in row["tags"])
        where = f"{row['article'] or '?'} {_paragraph(row)}  ({row['status']})"
        yield printable(f"{where}{tags}  {row['heading']}")
        yield printable(f"    > {one_line(row['quotation'])}")
        if row["now"] is not None:
            yield printable(f"    ~ {in_line(difference(row['quotation'], row['now']))}")
        yield from (printable(f"    {line}") for line in row["note"].split("\n") if line)
    for p in values["problems"]:
        yield f"# {problem(Problem(p['path'], p['stage'], p['reason']))}"


def checked(library: "Library", file: Path, quoted: list[Quotation]) -> Json:
    """`recoupe verify`: each quotation of a file, and whether it still stands in the library."""
    found = all_found(library, [one.anchor for one in quoted])
    rows = [
        {"line": one.line, "cited": one.anchor.article, **_found(one.anchor.exact, *where)}
        for one, where in zip(quoted, found, strict=True)
    ]
    matching = sum(row["status"] in MATCH for row in rows)
    return {"file": str(file), "matching": matching, "total": len(rows), "quotations": rows}


def checked_lines(values: Json) -> Iterator[str]:
    """A line for each quotation, what has changed below it; then how many match."""
    for row in values["quotations"]:
        where = f"{row['article']} {_paragraph(row)}" if row["article"] else row["cited"]
        words = one_line(row["quotation"]) or _("(no words are quoted)")
        short = f"{words[:60]}…" if len(words) > 60 else words
        yield printable(f"{values['file']}:{row['line']}: {row['status']:<7}  {where}  {short}")
        if row["now"] is not None:
            pieces = tuple((piece["in"], piece["text"]) for piece in row["difference"])
            yield printable(f"    {one_line(in_line(pieces))}")
    total = values["total"]
    said = ngettext("{n} of {total} quotation matches", "{n} of {total} quotations match", total)
    yield f"# {said.format(n=values['matching'], total=total)}"


def _note(note: Note, found: Found | None, article: Article | None) -> Json:
    quotation = note.anchor.exact if note.anchor else ""
    return {
        "id": note.id,
        **_found(quotation, found, article),
        "heading": note.heading,
        "note": note.text,
        "tags": list(note.tags),
        "made": note.made or None,
        "line": note.line,
    }


def _found(quotation: str, found: Found | None, article: Article | None) -> Json:
    """Where a quotation stands now; `now` is what stands there, where that is something else."""
    nowhere = dict.fromkeys(("paragraph", "start", "end", "source_start", "source_end"))
    where: Json = nowhere
    if article and found and found.span:
        where = {"paragraph": paragraph_of(article, found.span), **place(article, found.span)}
    now = found.text if found and found.status == "changed" else None
    pieces = difference(quotation, now) if now is not None else ()
    return {
        "status": found.status if found else "lost",
        "article": article.id if article else None,
        "title": article.title if article else None,
        "source": article.source if article else None,
        "published": article.published if article else None,
        **where,
        "quotation": quotation,
        "now": now,
        "difference": [{"in": kind, "text": text} for kind, text in pieces],
    }


def _paragraph(row: Json) -> str:
    return f"¶ {row['paragraph']}" if row["paragraph"] is not None else ""
