"""Who said what: of the open article, of what is searched, of the whole library."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.message import Message

from corpus.types import ArticleId
from index.told import Quotation, Quotations, Speaker, Speakers
from tui import keys
from tui.context import Context
from tui.history import Place
from tui.language.i18n import N_, _, ngettext
from tui.messages import Go
from tui.text import labels
from tui.widgets.block_list import BlockList
from tui.widgets.quote_list import More, QuoteItem, QuoteList, Shown, speaker_key
from tui.widgets.view import View

if TYPE_CHECKING:
    from index.library import Library

Extent = Literal["article", "search", "library"]
EXTENTS: tuple[Extent, ...] = ("article", "search", "library")
SAID: dict[Extent, str] = {
    "article": N_("of this article"),
    "search": N_("of the articles found"),
    "library": N_("of all articles"),
}

LANE = "speakers"
"""Where speakers are asked for."""

SPEAKERS = 200
"""So many are listed at first; more on request."""
QUOTES = 50
"""So many of a speaker are listed at first, and with each request."""
FEW = 30
"""Quotations in all up to which those of every speaker are listed at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of speakers answers: the article or the query, "" for all, and the filter."""

    article: ArticleId | None
    query: str
    name: str
    version: int

    def speakers(self, library: "Library", offset: int, cancelled: Callable[[], bool]) -> Speakers:
        """A page of speakers."""
        return library.speakers(
            self.query,
            article=self.article,
            name=self.name,
            typing=True,
            limit=SPEAKERS,
            offset=offset,
            cancelled=cancelled,
        )

    def quotes(self, library: "Library", speaker: Speaker, offset: int) -> Quotations:
        """A page of the quotations of one of them."""
        return library.quotes(
            self.query,
            speaker=speaker.entity,
            called=None if speaker.entity else speaker.name,
            article=self.article,
            typing=True,
            limit=QUOTES,
            offset=offset,
        )


class QuotesView(View):
    """Speakers by how often they are quoted; each unfolds into quotations in order of date."""

    TITLE: ClassVar[str] = N_("quotations")
    PROMPT: ClassVar[str] = N_("name of a speaker")
    BINDINGS = keys.bindings("quotes")

    @dataclass
    class Found(Message):
        """Speakers were counted."""

        asked: Asked
        """The question."""
        speakers: Speakers
        """A page of them."""
        offset: int
        """Where in the list it belongs."""
        quotes: dict[Hashable, tuple[Quotation, ...]]
        """The quotations of each, where there are few in all."""

    @dataclass
    class Listed(Message):
        """Quotations of a speaker were read."""

        asked: Asked
        """What was listed when they were asked for."""
        speaker: Speaker
        """Who says them."""
        offset: int
        """Where in the speaker's list they belong."""
        quotes: Quotations
        """A page of them."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__("quotes")
        self._looked = Context()
        self._extent: Extent | None = None
        self._asked: Asked | None = None
        self._speakers: tuple[Speaker, ...] = ()
        self._total = 0
        self._shown: Asked | None = None
        self._quotes: dict[Hashable, tuple[Quotation, ...]] = {}
        self._folded: set[Hashable] = set()

    listing: QuoteList

    def make_list(self) -> QuoteList:
        """Empty."""
        return QuoteList(id="quote-list")

    def look(self, context: Context) -> None:
        """Another article, search or library, as far as it matters to what is listed."""
        self._looked = context
        if self._extent is None:
            self._extent = "article" if context.article else "library"
        self.ask()

    def left(self) -> None:
        """Who comes back asks again."""
        if self._asked != self._shown:
            self.work.drop(self, LANE)
            self._asked = None

    def filtered(self, text: str) -> None:
        """Speakers whose names have all words typed as parts."""
        self.ask()

    def ask(self) -> None:
        """List the speakers, where other ones are asked for than those listed."""
        extent, context = self._extent, self._looked
        article = context.article.id if extent == "article" and context.article else None
        if extent == "article" and article is None:
            self._asked = None
            self.listing.show((), empty=_("Open an article first."))
            self.say(())
            return
        query = context.query if extent == "search" else ""
        asked = Asked(article, query, self.typed, context.version)
        if asked != self._asked:
            self._ask(asked, 0)

    def _ask(self, asked: Asked, offset: int) -> None:
        """Ask for a page of speakers, with all their quotations where those are few."""
        self._asked = asked
        words, work = _("Reading all quotations…"), self.work
        if not self.listing.items and asked.article is None:
            self.listing.show((), empty=words)
        self.wait(words)

        def question(library: "Library") -> Message:
            speakers = asked.speakers(library, offset, lambda: work.overtaken(self, LANE))
            quotes: dict[Hashable, tuple[Quotation, ...]] = {}
            if not offset and speakers.quotes <= FEW:
                for one in speakers.items:
                    quotes[speaker_key(one)] = asked.quotes(library, one, 0).items
            return self.Found(asked, speakers, offset, quotes)

        work.ask(self, LANE, question)

    def widen(self) -> None:
        """Of the whole library."""
        self._extent = "library"
        self.ask()

    def action_extent(self) -> None:
        """Of the article, of what is searched, of all."""
        extents = [e for e in EXTENTS if e != "search" or self._looked.query]
        at = extents.index(self._extent) if self._extent in extents else -1
        self._extent = extents[(at + 1) % len(extents)]
        self.ask()

    @on(Found)
    def _show_speakers(self, event: Found) -> None:
        """Speakers, those of before where the list only goes on."""
        if event.asked != self._asked:
            return
        found = event.speakers
        if event.offset:
            self._speakers += found.items
        else:
            self._speakers = found.items
            # Names are being read: what was unfolded stays so.
            same = self._shown and replace(self._shown, version=event.asked.version) == event.asked
            self._quotes = (self._quotes if same else {}) | event.quotes
            self._folded = self._folded if same else set()
        self._shown, self._total = event.asked, found.total
        speakers = ngettext("{n} speaker", "{n} speakers", found.total)
        counts = (labels.quotations(found.quotes), speakers.format(n=labels.number(found.total)))
        asked = event.asked
        of_what: Extent = "article" if asked.article else "search" if asked.query else "library"
        extent = _(SAID[of_what])
        self.say((labels.APART.join((extent, *counts)) if found.total else extent,))
        self._lay_out()

    @on(Listed)
    def _show_quotes(self, event: Listed) -> None:
        """The quotations of one speaker."""
        if event.asked == self._asked:
            key = speaker_key(event.speaker)
            self._quotes[key] = self._quotes.get(key, ())[: event.offset] + event.quotes.items
            self._lay_out()

    def _lay_out(self) -> None:
        items: list[QuoteItem] = []
        for speaker in self._speakers:
            key = speaker_key(speaker)
            unfolded = key in self._quotes and key not in self._folded
            items.append(Shown(speaker, unfolded))
            if unfolded:
                items += self._quotes[key]
                left = speaker.quotes - len(self._quotes[key])
                items += [More(left, key)] if left > 0 else []
        left = self._total - len(self._speakers)
        items += [More(left)] if left > 0 else []
        self.listing.alone = self._extent == "article"
        empty = _("No speaker is called so.") if self.typed else _("Nobody is quoted.")
        self.listing.show(items, empty=empty, keep=True)

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Unfold or fold a speaker; go to a quotation; list more."""
        event.stop()
        item = self.listing.items[event.index]
        if isinstance(item, Shown):
            self._turn(item.speaker)
        elif isinstance(item, More):
            self._list_more(item)
        else:
            query = self._looked.query
            place = Place(item.info.id, offset=item.span.start, query=query, shared=(item.span,))
            self.post_message(Go(place, event.stay))

    def _turn(self, speaker: Speaker) -> None:
        """Unfold a speaker, or fold what is unfolded."""
        key = speaker_key(speaker)
        if key not in self._quotes:
            self._list(speaker, 0)
            return
        self._folded ^= {key}
        self._lay_out()

    def _list_more(self, item: More) -> None:
        """A page more of speakers, or of a speaker's quotations."""
        if item.speaker is None and self._asked is not None:
            self._ask(self._asked, len(self._speakers))
        for speaker in self._speakers:
            if speaker_key(speaker) == item.speaker:
                self._list(speaker, len(self._quotes[item.speaker]))

    def _list(self, speaker: Speaker, offset: int) -> None:
        """Ask for a page of the quotations of a speaker."""
        asked = self._asked
        if asked is not None:
            self.work.ask(
                self,
                "quotes",
                lambda library: self.Listed(
                    asked, speaker, offset, asked.quotes(library, speaker, offset)
                ),
            )
