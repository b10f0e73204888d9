"""The text that related passages are asked for: of an article, or any other."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.types import Annotated, Article, ArticleId, EntityId, Mention, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """Text to find related passages of.

    `text` are the characters of `span`, in the language of a code (ISO 639-1); of `read`, what
    lies in `span` counts. For text of no article `span` begins at 0 and `article` is None.
    """

    text: str
    language: str | None
    span: Span
    read: Annotated
    article: Article | None = None


def of_article(article: Article, read: Annotated, span: Span) -> Selection:
    """The characters of `span` in an article; `read` is what was read in the article."""
    return Selection(article.slice(span), article.language, span, read, article)


def of_text(
    text: str, language: str | None, names: Iterable[tuple[Span, EntityId]] = ()
) -> Selection:
    """Any text; `names` says where in it which entities are named, as far as that is known."""
    nobody = ArticleId("")
    # The label of a linked name is its entity's, and plays no part here.
    mentions = tuple(Mention(nobody, span, "MISC", entity) for span, entity in names)
    return Selection(text, language, Span(0, len(text)), Annotated(nobody, mentions))
