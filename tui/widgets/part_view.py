"""A view of what there is in the open article."""

from abc import abstractmethod

from corpus.types import Article
from tui.context import Context
from tui.language.i18n import _
from tui.widgets.entry_list import EntryList
from tui.widgets.view import View


class PartView(View):
    """Entries of one article, which change with the article and with what is typed only."""

    def __init__(self, name: str) -> None:
        """No article yet."""
        super().__init__(name)
        self._shown: Article | None = None

    def make_list(self) -> EntryList:
        """Empty."""
        return EntryList(id=f"{self.id}-list")

    def on_mount(self) -> None:
        """Say that there is no article yet."""
        self.filtered("")

    def look(self, context: Context) -> None:
        """Another article."""
        if context.article is not self._shown:
            self._shown = context.article
            self.filtered(self.typed)

    def filtered(self, text: str) -> None:
        """The parts that hold all words typed."""
        if self._shown is None:
            self.listing.show((), empty=_("Open an article first."))
        else:
            self.list_parts(self._shown, text)

    @abstractmethod
    def list_parts(self, article: Article, typed: str) -> None:
        """Show the parts of an article that hold all words typed."""
