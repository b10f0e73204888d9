"""What two passages say, with the citation of each, to be pasted into notes."""

from corpus.types import Span
from tui.keeping.citation import cite, written
from tui.recouper.pages import Page, Point, Side


def cited(page: Page, point: Point | None) -> str:
    """Of each side the paragraph where the lit point stands, without one the passage.

    An article as a whole is not cited: "" where nothing else is chosen.
    """
    spans = [
        (side, _chosen(side, point.spans[at] if point is not None else ()))
        for at, side in enumerate(page.sides)
    ]
    return "\n\n".join(
        written(cite(side.article, span), "text") for side, span in spans if span is not None
    )


def _chosen(side: Side, lit: tuple[Span, ...]) -> Span | None:
    """What is cited of one side."""
    number = side.paragraph(lit)
    paragraph = side.article.paragraph(number) if number is not None else None
    if paragraph is not None and paragraph.kind == "body":
        return paragraph.span
    return None if side.whole else side.passage.span
