"""The lines of the open article that were taken for debris, each with the rule that did it."""

from typing import ClassVar

from corpus.types import Article
from tui.history import Place
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.text import labels
from tui.text.narrowing import has_words
from tui.widgets.entry_list import Entry
from tui.widgets.part_view import PartView

TEXT_LINES = 4


class FoldedView(PartView):
    """Folded pieces in the article's order."""

    TITLE: ClassVar[str] = N_("folded lines")
    PROMPT: ClassVar[str] = N_("words of a line or rule")

    def __init__(self) -> None:
        """No article yet."""
        super().__init__("folded")

    def list_parts(self, article: Article, typed: str) -> None:
        """The pieces."""
        entries = [
            Entry(
                at,
                translated(piece.rule),
                text=piece.text,
                height=TEXT_LINES,
                place=Place(article.id, offset=piece.at),
                role="folded",
            )
            for at, piece in enumerate(article.folded)
            if has_words(f"{translated(piece.rule)} {piece.text}", typed)
        ]
        self.listing.show(entries, empty=_("Nothing of this article was folded."))
        count = len(article.folded)
        told = ngettext("{n} piece folded", "{n} pieces folded", count)
        self.say((labels.name(article), told.format(n=labels.number(count))))
