"""Saved searches, then those that were used lately."""

from functools import partial
from typing import ClassVar

from textual import on

from corpus.errors import RecoupeError
from tui import keys
from tui.context import Context
from tui.language.engine_words import told
from tui.language.i18n import N_, _
from tui.messages import Search
from tui.own.searches import Saved, Searches
from tui.terminal.signs import sign
from tui.text.narrowing import has_words
from tui.widgets.block_list import BlockList
from tui.widgets.entry_list import Entry, EntryList
from tui.widgets.view import View


class SearchesView(View):
    """Choosing one searches for it."""

    BINDINGS = keys.bindings("searches")
    TITLE: ClassVar[str] = N_("searches")
    PROMPT: ClassVar[str] = N_("words of a search")

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__("searches")
        self._saved: tuple[Saved, ...] = ()
        self._recent: tuple[str, ...] = ()

    def make_list(self) -> EntryList:
        """Empty."""
        return EntryList(id="searches-list")

    def look(self, context: Context) -> None:
        """The reader's file may have been edited meanwhile."""
        self._saved = Searches(self.reader.start_of.own).all()
        held = {saved.query for saved in self._saved}
        typed = (context.query, *self.reader.session.recent)
        self._recent = tuple(dict.fromkeys(q for q in typed if q and q not in held))
        self.filtered(self.typed)

    def filtered(self, text: str) -> None:
        """Those with all words typed."""
        kept, used = sign("bookmark"), _("used lately")
        entries = [
            *(
                Entry(s.query, f"{kept} {s.name or s.query}", s.query if s.name else "")
                for s in self._saved
            ),
            *(Entry(query, f"  {query}", used, role="body") for query in self._recent),
        ]
        shown = [entry for entry in entries if has_words(f"{entry.name} {entry.key}", text)]
        self.listing.show(shown, empty=_("No search was used or saved yet."), keep=True)

    @property
    def idle(self) -> frozenset[str]:
        """There is a search to save."""
        return frozenset() if self.listing.items else keys.names("searches")

    def action_keep(self) -> None:
        """Save the lit search, or save it no longer."""
        if self.listing.items:
            query = str(self.listing.items[self.listing.lit].key)
            saved = query in {one.query for one in self._saved}
            self.run_worker(partial(self._write, query, saved), thread=True, group="searches")

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Search for it."""
        event.stop()
        self.post_message(Search(f"{self.listing.items[event.index].key} ", show=True))

    def _write(self, query: str, saved: bool) -> None:
        """In a thread: another program may be writing the file."""
        searches = Searches(self.reader.start_of.own)
        try:
            if saved:
                searches.remove(query)
            else:
                searches.add(Saved(query))
        except RecoupeError as error:
            self.app.call_from_thread(self.notify, told(error), severity="warning", markup=False)
        self.app.call_from_thread(self.reader.tell_view_again)
