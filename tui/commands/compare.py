"""The command that sets two articles, or two passages, side by side."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from corpus.errors import RecoupeError
from corpus.types import Article, Span
from index.library import Library
from index.types import Comparison
from tui.commands.base import (
    FOUND,
    NOTHING,
    AsIs,
    AsJson,
    Data,
    Folder,
    found_article,
    no_paragraph,
    opened,
    print_json,
    print_lines,
)
from tui.commands.json_out import Json, place
from tui.commands.text_out import printable
from tui.language.i18n import _
from tui.recouper.comparing import undecided
from tui.recouper.pages import Point

Places = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLE [PARAGRAPH] ARTICLE [PARAGRAPH]",
        help="Two articles, or two paragraphs of them; numbers as `show` prints them.",
    ),
]
Place = tuple[Article, int | None]


def compare_(
    folder: Folder, places: Places, as_json: AsJson = False, data: Data = None, as_is: AsIs = False
) -> int:
    """List what two articles or passages agree on, and where they differ."""
    with opened(folder, data, as_is=as_is) as library:
        left, right = _places(library, places)
        found = _compared(library, left, right)
        perhaps = undecided(library, found)
        if as_json:
            print_json(_json(found, perhaps, left[0], right[0]))
        else:
            print_lines(_lines(found, perhaps, left[0], right[0]))
    return FOUND if found.agreements or found.differences else NOTHING


def _places(library: Library, words: list[str]) -> tuple[Place, Place]:
    """What is to be compared. Raises RecoupeError where that cannot be told."""
    if len(words) == 2:
        return (found_article(library, words[0]), None), (found_article(library, words[1]), None)
    if len(words) == 4:
        return _paragraph(library, *words[:2]), _paragraph(library, *words[2:])
    hint = _("recoupe compare FOLDER ARTICLE [PARAGRAPH] ARTICLE [PARAGRAPH]")
    raise RecoupeError("Cannot compare", _("two articles, or two paragraphs of them"), hint)


def _paragraph(library: Library, name: str, number: str) -> Place:
    article = found_article(library, name)
    if not number.isdecimal() or article.paragraph(int(number)) is None:
        raise no_paragraph(article, number)
    return article, int(number)


def _compared(library: Library, left: Place, right: Place) -> Comparison:
    """Two places that exist, side by side."""
    (one, paragraph), (other, against) = left, right
    both = None if paragraph is None or against is None else (paragraph, against)
    found = library.compare(one.id, other.id, both)
    if found is None:  # the folder changed since it was looked at
        raise RecoupeError("No such article", _("an article is gone"), _("try again"))
    return found


def _json(found: Comparison, perhaps: list[Point], left: Article, right: Article) -> Json:
    return {
        "left": _passage(left, found.left.span),
        "right": _passage(right, found.right.span),
        "agreements": [
            {
                "kind": one.kind,
                "text": one.text,
                "left": [_where(left, span) for span in one.left_spans],
                "right": [_where(right, span) for span in one.right_spans],
            }
            for one in found.agreements
        ],
        "differences": [
            {
                "kind": one.kind,
                "about": one.about,
                "grew": one.grew,
                "left": _where(left, one.left_span),
                "right": _where(right, one.right_span),
            }
            for one in found.differences
        ],
        "may_differ": [
            {
                "kind": one.kind,
                "left": [_where(left, span) for span in one.spans[0]],
                "right": [_where(right, span) for span in one.spans[1]],
            }
            for one in perhaps
        ],
    }


def _passage(article: Article, span: Span) -> Json:
    return {
        "article": article.id,
        "published": article.published,
        "paragraph": _number(article, span),
        **place(article, span),
    }


def _where(article: Article, span: Span) -> Json:
    return {
        "paragraph": _number(article, span),
        **place(article, span),
        "text": article.slice(span),
    }


def _number(article: Article, span: Span) -> int:
    """The paragraph in which a span begins."""
    return next((p.number for p in article.paragraphs if span.start < p.span.end), 0)


def _lines(found: Comparison, perhaps: list[Point], left: Article, right: Article) -> Iterator[str]:
    """Differences, what may be some, agreements, as tab-separated columns: the mark `≠`, `?` or
    `=`, the kind, for each side its paragraph and words; behind a difference what it is about."""
    for one in found.differences:
        about = one.about
        if one.grew:
            about += f" ({left.published}, {right.published})"
        cells = _cell(left, [one.left_span]), _cell(right, [one.right_span])
        yield _line("≠", one.kind, *cells, about)
    for may in perhaps:
        yield _line("?", may.kind, _cell(left, may.spans[0]), _cell(right, may.spans[1]))
    for same in found.agreements:
        yield _line("=", same.kind, _cell(left, same.left_spans), _cell(right, same.right_spans))


def _cell(article: Article, spans: Iterable[Span]) -> str:
    first = min(spans)
    return f"¶{_number(article, first)} {article.slice(first)}"


def _line(*cells: str) -> str:
    return "\t".join(printable(" ".join(cell.split())) for cell in cells)
