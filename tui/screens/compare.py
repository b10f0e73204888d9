"""The recouper view: a passage beside each of the related ones, what agrees and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from corpus.types import ArticleId, ArticleInfo
from index.types import Related
from tui import keys
from tui.history import Place
from tui.language.engine_words import told
from tui.language.i18n import _
from tui.messages import Failed
from tui.recouper import comparing
from tui.recouper.pages import TELLING, Page, Point
from tui.recouper.steps import Mode, Steps
from tui.widgets.block_list import BlockList
from tui.widgets.compare_list import CompareList
from tui.widgets.compare_pane import ComparePane
from tui.widgets.compare_summary import CompareSummary
from tui.widgets.key_line import KeyLine
from tui.widgets.related_list import NOTHING_RELATED

if TYPE_CHECKING:
    from index.library import Library
    from tui.terminal.app import TerminalApp
    from tui.work import Work

WIDE = 100
"""From so many columns on the passages stand side by side."""
SHORT = 18
"""Under so many rows two lines of the list must do."""

Source = tuple[ArticleId, int]
"""The paragraph being read: its article and its number."""


@dataclass(frozen=True, slots=True)
class Left:
    """How the reader left the view: where to go, None to stay; the related passage shown last."""

    place: Place | None
    at: int


class CompareScreen(Screen[Left], inherit_bindings=False):
    """Steps through the related passages of one paragraph, their articles, or their copies."""

    BINDINGS = keys.bindings("compare")
    CSS_PATH = "compare.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  (Textual's)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    @dataclass
    class Found(Message):
        """The related passages of the paragraph were looked up."""

        items: tuple[Related, ...]
        """All of them."""

    @dataclass
    class Compared(Message):
        """Two sides were compared."""

        page: Page | None
        """They, None where one of them is gone."""
        copies: tuple[ArticleInfo | None, ...]
        """What can be shown word by word, as `Steps` has it."""

    def __init__(
        self, work: Work, source: Source, items: tuple[Related, ...] | None, at: int = 0
    ) -> None:
        """`items` are the source's related passages, None where they are still to be looked up;
        the one numbered `at` is shown first."""
        super().__init__()
        self._work = work
        self._source = source
        self._steps = Steps(items, at) if items is not None else None
        self._page: Page | None = None
        self._active = 1

    def compose(self) -> ComposeResult:
        """Two passages, the summary, the list, the keys."""
        with Container(id="sides"):
            yield ComparePane(at=0, id="one")
            yield ComparePane(at=1, id="other")
        yield CompareSummary()
        yield CompareList(id="points")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for what is missing."""
        self._list.focus()
        self._activate(1)
        if self._steps is not None:
            self._ask(self._steps)
        else:
            source = self._source
            self._work.ask(self, "related", lambda held: self.Found(held.related(*source)))

    @on(Found)
    def _take(self, event: Found) -> None:
        """Show the first; with nothing to compare, back to the reader."""
        if event.items:
            self._steps = Steps(event.items)
            self._ask(self._steps)
        else:
            self.notify(_(NOTHING_RELATED), timeout=2)
            self.action_leave()

    def _ask(self, steps: Steps) -> None:
        """Compare what is to be shown now."""
        source = self._source
        item, mode, copies = steps.item, steps.mode, steps.copies
        copy = copies[steps.copy] if mode == "copies" else None

        def question(library: Library) -> Message:
            page = comparing.shown(library, source, item, mode, copy)
            if mode == "passages":
                return self.Compared(page, comparing.copies_of(page, item) if page else ())
            return self.Compared(page, copies)

        self._work.ask(self, "compare", question)

    @on(Compared)
    def _compared(self, event: Compared) -> None:
        """Show the two sides."""
        if self._steps is not None:
            self._steps.copies = event.copies
        if event.page is None:
            self._show(None, _("One of the two articles is no longer in the library."))
        elif event.page.alike is not None:
            self._show(event.page, _("Word for word the same."))
        else:
            self._show(event.page, _("Nothing here agrees or differs that recoupe is sure of."))

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        """Back to the reader, where it is said."""
        event.stop()
        self.notify(told(event.error), severity="error", markup=False)
        self.action_leave()

    def _show(self, page: Page | None, empty: str) -> None:
        """Another page, its first point lit."""
        self._page = page
        for pane in self._panes:
            side = page.sides[pane.at] if page is not None else None
            pane.show(side, page.points if page is not None else ())
        self._list.show_page(page, empty=empty)
        self.query_one(CompareSummary).tell(page, self._steps)
        self._light()

    @on(BlockList.Lit)
    def _light(self) -> None:
        """Light the places of the lit point."""
        point = self._lit
        for pane in self._panes:
            pane.light(point.spans[pane.at] if point is not None else ())

    @on(ComparePane.Clicked)
    def _choose_side(self, event: ComparePane.Clicked) -> None:
        self._activate(event.pane.at)

    # What the user does

    @on(BlockList.Chosen)
    def action_open(self) -> None:
        """Read on where the lit point stands, in the article of the side that scrolls."""
        if self._page is None:
            return
        at, side = self._active, self._page.sides[self._active]
        lit = self._lit.spans[at] if self._lit is not None else ()
        claims = [point.spans[at] for point in self._page.points if point.sort in TELLING]
        place = Place(
            side.article.id,
            side.passage.number,
            offset=lit[0].start if lit else side.passage.span.start,
            shared=tuple(sorted({*lit, *(span for spans in claims for span in spans)})),
        )
        self._leave(place)

    def action_copy(self) -> None:
        """Both passages with their sources."""
        from tui.recouper.cited import cited

        text = cited(self._page, self._lit) if self._page is not None else ""
        if text:
            cast("TerminalApp", self.app).copy(text)

    def action_leave(self) -> None:
        """Back to the reader."""
        self._leave(None)

    def action_down(self) -> None:
        """The next line of the list."""
        self._list.action_down()

    def action_up(self) -> None:
        """The line before."""
        self._list.action_up()

    def action_first(self) -> None:
        """The first line."""
        self._list.action_first()

    def action_last(self) -> None:
        """The last line."""
        self._list.action_last()

    def action_next_claim(self) -> None:
        """To the next difference or agreement."""
        self._list.step_claim(1)

    def action_previous_claim(self) -> None:
        """To the one before."""
        self._list.step_claim(-1)

    def action_next_related(self) -> None:
        """The next related passage, article or copy."""
        self._step(1)

    def action_previous_related(self) -> None:
        """The one before."""
        self._step(-1)

    def action_swap_side(self) -> None:
        """The other side scrolls, and is the one that opens."""
        self._activate(1 - self._active)

    def action_scroll_down(self) -> None:
        """A page of one side."""
        self._panes[self._active].scroll_pages(1)

    def action_scroll_up(self) -> None:
        """A page back."""
        self._panes[self._active].scroll_pages(-1)

    def action_line_down(self) -> None:
        """A line of one side."""
        self._panes[self._active].scroll_lines(1)

    def action_line_up(self) -> None:
        """A line back."""
        self._panes[self._active].scroll_lines(-1)

    def action_articles(self) -> None:
        """The two articles as a whole; again: the two passages."""
        self._turn("articles")

    def action_copies(self) -> None:
        """What near copies write otherwise, word by word; again: the two passages."""
        if self._steps is None or not self._steps.copies:
            remark = _("No near copies: a word diff would tell nothing.")
            self.query_one(CompareSummary).say(remark)
        else:
            self._turn("copies")

    def _turn(self, mode: Mode) -> None:
        """Into a mode, or out of it."""
        if self._steps is not None:
            self._steps.turn(mode)
            self._ask(self._steps)

    def _step(self, by: int) -> None:
        """Show the next of what the mode steps through."""
        if self._steps is not None:
            self._steps.step(by)
            self._ask(self._steps)

    def _activate(self, at: int) -> None:
        """Let one side scroll."""
        self._active = at
        for pane in self._panes:
            pane.activate(active=pane.at == at)

    def _leave(self, place: Place | None) -> None:
        """Tell the reader where to go on."""
        self.dismiss(Left(place, self._steps.at if self._steps is not None else 0))

    @property
    def _panes(self) -> tuple[ComparePane, ComparePane]:
        """The two sides, the left or upper one first."""
        return self.query_one("#one", ComparePane), self.query_one("#other", ComparePane)

    @property
    def _list(self) -> CompareList:
        return self.query_one(CompareList)

    @property
    def _lit(self) -> Point | None:
        """What is lit in the list."""
        page = self._page
        return page.points[self._list.lit] if page is not None and page.points else None
