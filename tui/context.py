"""What the reader is at: all that a view of the left pane may depend on."""

from dataclasses import dataclass

from corpus.types import Article, Mention


@dataclass(frozen=True, slots=True)
class Context:
    """The open article with its names and the paragraph being read, and what is searched.

    `version` grows whenever the library has changed, so that equal contexts show equal things.
    """

    article: Article | None = None
    mentions: tuple[Mention, ...] = ()
    paragraph: int = 0
    query: str = ""
    version: int = 0
