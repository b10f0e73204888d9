"""The lines of the open article that were taken for debris, each with the rule that did it."""

from typing import ClassVar

from corpus.types import Article
from tui.context import Context
from tui.history import Place
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.text import labels
from tui.widgets.entry_list import Entry, EntryList
from tui.widgets.view import View

TEXT_LINES = 4


class FoldedView(View):
    """Folded pieces in the article's order."""

    TITLE: ClassVar[str] = N_("folded lines")
    PROMPT: ClassVar[str] = N_("words of a line or rule")

    def __init__(self) -> None:
        """No article yet."""
        super().__init__("folded")
        self._shown: Article | None = None

    def make_list(self) -> EntryList:
        """Empty."""
        return EntryList(id="folded-list")

    def on_mount(self) -> None:
        """Say that there is no article yet."""
        self.filtered("")

    def look(self, context: Context) -> None:
        """Another article."""
        if context.article is not self._shown:
            self._shown = context.article
            self.filtered(self.typed)

    def filtered(self, text: str) -> None:
        """The pieces that hold all words typed."""
        words, article = text.casefold().split(), self._shown
        if article is None:
            self.listing.show((), empty=_("Open an article first."))
            return
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
            if all(word in f"{translated(piece.rule)} {piece.text}".casefold() for word in words)
        ]
        self.listing.show(entries, empty=_("Nothing of this article was folded."))
        count = len(article.folded)
        told = ngettext("{n} piece folded", "{n} pieces folded", count)
        self.say((labels.name(article), told.format(n=labels.number(count))))
