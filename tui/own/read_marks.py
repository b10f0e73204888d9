"""Which articles were read: ids in a file of the reader's, one a line."""

from pathlib import Path

from corpus.own_file import OwnFile
from corpus.types import ArticleId

NAME = "read.txt"


class ReadMarks:
    """The articles read in one library."""

    def __init__(self, own: Path) -> None:
        """They are kept in the folder `own`, which need not exist."""
        self._file = OwnFile(own / NAME)
        try:
            lines = self._file.text().splitlines()
        except OSError:
            lines = []
        self.articles = {ArticleId(line) for line in lines}

    def __contains__(self, article: ArticleId) -> bool:
        """Whether an article was read."""
        return article in self.articles

    def mark(self, article: ArticleId, *, read: bool) -> None:
        """Say that an article was read, or that it is to be read still.

        Another reader's marks in the same file stay. Raises RecoupeError where it cannot be
        written.
        """
        if read == (article in self.articles) or "\n" in article:
            return
        with self._file.writing():
            # A set forgets the order that a person's eye or a diff would follow.
            kept = dict.fromkeys(self._file.text().splitlines())
            if read:
                kept[article] = None
            else:
                kept.pop(article, None)
            self._file.replace("".join(f"{one}\n" for one in kept))
        self.articles = {ArticleId(line) for line in kept}
