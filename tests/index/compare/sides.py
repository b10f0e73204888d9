"""Sides of invented passages: names from a list, the rest read by the real rules."""

import re

from corpus.dates import dates
from corpus.figures import figures
from corpus.quotes import quotes
from corpus.types import (
    Annotated,
    ArticleId,
    EntityId,
    Label,
    Mention,
    Paragraph,
    Passage,
    Span,
    Text,
)
from index.compare import Side

FORMS: dict[str, tuple[str, Label]] = {
    "Lorvent": ("loc:lorvent", "LOC"),
    "Lorvant": ("loc:lorvent", "LOC"),
    "Valbrune": ("loc:valbrune", "LOC"),
    "Kestovie": ("loc:kestovie", "LOC"),
    "Kestovia": ("loc:kestovie", "LOC"),
    "Orlanie": ("loc:orlanie", "LOC"),
    "Hélène Marchandeau": ("per:helene-marchandeau", "PER"),
    "Helene Marchandeau": ("per:helene-marchandeau", "PER"),
    "Marchandeau": ("per:helene-marchandeau", "PER"),
    "Ivan Kovaltchouk": ("per:ivan-kovaltchouk", "PER"),
    "Ivan Kovalchuk": ("per:ivan-kovaltchouk", "PER"),
    "Paul Estève": ("per:paul-esteve", "PER"),
    "Jean Rivolet": ("per:jean-rivolet", "PER"),
    "Armor Fret": ("org:armor-fret", "ORG"),
    "Sudair": ("org:sudair", "ORG"),
    "Alizair": ("org:alizair", "ORG"),
}
"""Names as written: the entity each means and what it is."""

_FORM = re.compile("|".join(sorted(FORMS, key=len, reverse=True)))


def made(text: str, *, article: str, language: str = "fr", published: str | None = None) -> Side:
    """A passage that is a whole article, with all that is read in it."""
    article_id = ArticleId(article)
    paragraphs, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            paragraphs.append(Paragraph(number, "body", Span(at, at + len(line))))
        at += len(line) + 1
    whole = Text(article_id, language, text, tuple(paragraphs), published)
    mentions = tuple(
        Mention(
            article_id,
            Span(*match.span()),
            FORMS[match.group()][1],
            EntityId(FORMS[match.group()][0]),
        )
        for match in _FORM.finditer(text)
    )
    # As the store has it: dates and figures lie apart from names.
    dated = tuple(d for d in dates(whole) if not _inside(d.span, mentions))
    counted = tuple(f for f in figures(whole, dated) if not _inside(f.span, mentions))
    read = Annotated(article_id, mentions, quotes(whole, mentions), dated, counted)
    passage = Passage(article_id, 1, Span(0, len(text)))
    return Side(article_id, text, language, published, passage, read)


def _inside(span: Span, mentions: tuple[Mention, ...]) -> bool:
    return any(span.overlaps(mention.span) for mention in mentions)
