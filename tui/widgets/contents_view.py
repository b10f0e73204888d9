"""The contents of the open article: its headings, and each paragraph by its first words."""

from typing import ClassVar

from corpus.types import Article, Paragraph
from tui.context import Context
from tui.history import Place
from tui.language.i18n import N_, _
from tui.text import labels
from tui.widgets.entry_list import Entry, EntryList
from tui.widgets.view import View


class ContentsView(View):
    """The lit line is the paragraph being read, unless the keyboard is in the list."""

    TITLE: ClassVar[str] = N_("contents")
    PROMPT: ClassVar[str] = N_("words of a paragraph")

    def __init__(self) -> None:
        """No article yet."""
        super().__init__("contents")
        self._shown: Article | None = None

    def make_list(self) -> EntryList:
        """Empty."""
        return EntryList(id="contents-list")

    def on_mount(self) -> None:
        """Say that there is no article yet."""
        self.filtered("")

    def look(self, context: Context) -> None:
        """Another article, or another paragraph of it."""
        if context.article is not self._shown:
            self._shown = context.article
            self.filtered(self.typed)
        if not self.listing.has_focus:
            numbers = [entry.key for entry in self.listing.items]
            if context.paragraph in numbers:
                self.listing.light(numbers.index(context.paragraph))

    def filtered(self, text: str) -> None:
        """The paragraphs that hold all words typed."""
        words, article = text.casefold().split(), self._shown
        if article is None:
            self.listing.show((), empty=_("Open an article first."))
            return
        entries = []
        for paragraph in article.paragraphs:
            written = article.slice(paragraph.span).casefold()
            if all(word in written for word in words):
                entries.append(_entry(article, paragraph))
        self.listing.show(entries, empty=_("No paragraph has these words."), keep=True)
        self.say((labels.name(article),))


def _entry(article: Article, paragraph: Paragraph) -> Entry:
    """Headings stand out; a paragraph of the body begins with its number."""
    words = " ".join(article.slice(paragraph.span).split())
    place = Place(article.id, paragraph.number)
    if paragraph.kind in ("title", "heading"):
        return Entry(paragraph.number, words, place=place)
    return Entry(paragraph.number, f"{paragraph.number:>3}  {words}", place=place, role="body")
