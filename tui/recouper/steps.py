"""Which two are compared: a step through related passages, their articles, or their copies."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.types import ArticleId, ArticleInfo
from index.types import Related

Mode = Literal["passages", "articles", "copies"]


@dataclass
class Steps:
    """The related passages of one paragraph and the place among them.

    `copies` are what can be shown word by word: None stands for the pair itself, where it is near
    copies, the others for articles that print the related passage too.
    """

    items: tuple[Related, ...]
    at: int = 0
    mode: Mode = "passages"
    copies: tuple[ArticleInfo | None, ...] = ()
    copy: int = field(default=0, init=False)

    @property
    def item(self) -> Related:
        """The related passage."""
        return self.items[self.at]

    @property
    def articles(self) -> list[ArticleId]:
        """The articles of the related passages, each once."""
        return list(dict.fromkeys(item.info.id for item in self.items))

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many is shown, counted from 0."""
        if self.mode == "copies":
            return self.copy, len(self.copies)
        if self.mode == "articles":
            return self.articles.index(self.item.info.id), len(self.articles)
        return self.at, len(self.items)

    def step(self, by: int) -> None:
        """To the next of what the mode steps through, around at the ends."""
        here, total = self.place
        wanted = (here + by) % total
        if self.mode == "copies":
            self.copy = wanted
        elif self.mode == "articles":
            article = self.articles[wanted]
            self.at = next(n for n, item in enumerate(self.items) if item.info.id == article)
        else:
            self.at = wanted

    def turn(self, mode: Mode) -> None:
        """Into a mode, or out of it to the passages."""
        self.mode = "passages" if self.mode == mode else mode
        self.copy = 0
