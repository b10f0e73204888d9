"""The text that related passages are asked for."""

from dataclasses import dataclass

from corpus.types import Annotated, Article, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """Text to find related passages of.

    `text` are the characters of `span`, in the language of a code (ISO 639-1); of `read`, what
    lies in `span` counts.
    """

    text: str
    language: str | None
    span: Span
    read: Annotated
    article: Article


def of_article(article: Article, read: Annotated, span: Span) -> Selection:
    """The characters of `span` in an article; `read` is what was read in the article."""
    return Selection(article.slice(span), article.language, span, read, article)
