"""What is compared: a piece of an article with all that has been read in the article."""

from dataclasses import dataclass
from typing import Protocol

from corpus.passages import passages
from corpus.types import Annotated, Article, ArticleId, Passage, Span


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things to compare: `passage` of an article.

    `text` is the whole article's, which all spans index. `read` is what was read in the whole
    article: what stands outside the passage is not compared, but keeps a difference from being
    claimed that the article itself denies.
    """

    article: ArticleId
    text: str
    language: str | None
    published: str | None
    passage: Passage
    read: Annotated


class Articles(Protocol):
    """Who holds articles and what has been read in them: a store, or a library."""

    def article(self, article_id: ArticleId) -> Article | None: ...

    def annotated(self, article_id: ArticleId) -> Annotated: ...


def side(article: Article, read: Annotated, passage: Passage | None = None) -> Side:
    """The side of one passage of an article; without a passage, of the whole article."""
    whole = Passage(article.id, 0, Span(0, len(article.text)))
    return Side(
        article.id, article.text, article.language, article.published, passage or whole, read
    )


def of_library(
    articles: Articles, left: tuple[ArticleId, int], right: tuple[ArticleId, int]
) -> tuple[Side, Side] | None:
    """The sides of two passages, each named by its article and the number of a paragraph.

    None where there is no such article or paragraph.
    """
    one, other = (_of_paragraph(articles, *named) for named in (left, right))
    return (one, other) if one and other else None


def of_articles(articles: Articles, left: ArticleId, right: ArticleId) -> tuple[Side, Side] | None:
    """The sides of two whole articles, None where one of them does not exist."""
    one, other = articles.article(left), articles.article(right)
    if one is None or other is None:
        return None
    return side(one, articles.annotated(left)), side(other, articles.annotated(right))


def _of_paragraph(articles: Articles, article_id: ArticleId, number: int) -> Side | None:
    article = articles.article(article_id)
    wanted = article.paragraph(number) if article else None
    if article is None or wanted is None:
        return None
    holding = (p for p in passages(article) if p.span.overlaps(wanted.span))
    return side(article, articles.annotated(article_id), next(holding, None))
