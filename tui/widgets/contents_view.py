"""The contents of the open article: its headings, and each paragraph by its first words."""

from typing import ClassVar

from corpus.types import Article, Paragraph
from tui.context import Context
from tui.history import Place
from tui.language.i18n import N_, _
from tui.text import labels
from tui.text.narrowing import has_words
from tui.widgets.entry_list import Entry
from tui.widgets.part_view import PartView


class ContentsView(PartView):
    """The lit line is the paragraph being read, unless the keyboard is in the list."""

    TITLE: ClassVar[str] = N_("contents")
    PROMPT: ClassVar[str] = N_("words of a paragraph")

    def __init__(self) -> None:
        """No article yet."""
        super().__init__("contents")

    def look(self, context: Context) -> None:
        """Another article, or another paragraph of it."""
        super().look(context)
        if not self.listing.has_focus:
            numbers = [entry.key for entry in self.listing.items]
            if context.paragraph in numbers:
                self.listing.light(numbers.index(context.paragraph))

    def list_parts(self, article: Article, typed: str) -> None:
        """The paragraphs."""
        entries = [
            _entry(article, paragraph)
            for paragraph in article.paragraphs
            if has_words(article.slice(paragraph.span), typed)
        ]
        self.listing.show(entries, empty=_("No paragraph has these words."), keep=True)
        self.say((labels.name(article),))


def _entry(article: Article, paragraph: Paragraph) -> Entry:
    """Headings stand out; a paragraph of the body begins with its number."""
    words = " ".join(article.slice(paragraph.span).split())
    place = Place(article.id, paragraph.number)
    if paragraph.kind in ("title", "heading"):
        return Entry(paragraph.number, words, place=place)
    return Entry(paragraph.number, f"{paragraph.number:>3}  {words}", place=place, role="body")
