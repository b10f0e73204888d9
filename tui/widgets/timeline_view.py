"""What was when: articles by their day, or the dates in their texts, of what is searched."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from index.told import Bucket, DatedPage, Kind, Timeline, Unit
from tui import keys
from tui.context import Context
from tui.history import Place
from tui.keyed import keyed
from tui.language.i18n import N_, _
from tui.messages import Go
from tui.terminal.signs import sign
from tui.text import labels
from tui.text.plotting import named
from tui.text.timing import FINER, UNITS, Asked, near, told
from tui.widgets.block_list import BlockList
from tui.widgets.dated_list import DatedItem, DatedList, Head, Rest
from tui.widgets.plot import Plot
from tui.widgets.view import View

if TYPE_CHECKING:
    from index.library import Library

PLOT_HEIGHTS = (3, 9)
"""Lines of the columns at least and at most; between, a third of the view."""
LANE = "timeline"
"""Where it is asked for."""
SHORT = 16
"""In a view of less lines, one line of remarks is enough."""


class TimelineView(View):
    """Columns of time, one under the cursor, and what is in it below."""

    TITLE: ClassVar[str] = N_("timeline")
    BINDINGS = keys.bindings("timeline")

    @dataclass
    class Drawn(Message):
        """Articles were counted by time."""

        asked: Asked
        """The question."""
        timeline: Timeline
        """The answer."""

    @dataclass
    class Listed(Message):
        """What is in a bar was read."""

        asked: Asked
        """What the bar is of."""
        bucket: Bucket
        """The bar."""
        offset: int
        """Where in the list the page belongs."""
        page: DatedPage
        """Some of it."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__("timeline")
        self.plot = Plot()
        self._asked = self._drawn = Asked()
        self._listed: tuple[Asked, Bucket] | None = None
        self._wider: list[Asked] = []
        self._timeline: Timeline | None = None
        self._cursor = 0
        self._day = ""
        self._items: list[DatedItem] = []

    def compose(self) -> ComposeResult:
        """Remarks, columns, list."""
        for part in super().compose():
            if part is self.listing:
                yield self.plot
            yield part

    def make_list(self) -> DatedList:
        """Empty."""
        return DatedList(id="dated-list")

    def on_resize(self) -> None:
        """The columns have a third of the height."""
        least, most = PLOT_HEIGHTS
        self.plot.styles.height = min(max(self.size.height // 3, least), most)
        self._say()

    def look(self, context: Context) -> None:
        """Another search, or another library: all of its time again."""
        if context.query != self._asked.query:
            self._wider.clear()
            unit = None if self._asked.start else self._asked.unit
            asked = replace(self._asked, query=context.query, unit=unit, start=None, end=None)
        else:
            asked = self._asked
        self.ask(replace(asked, version=context.version))

    @property
    def idle(self) -> frozenset[str]:
        """There are columns, and a longer time."""
        timeline = self._timeline
        if timeline is None or not timeline.buckets:
            return keys.names("timeline", "kind")
        wider = self._wider or timeline.earlier or timeline.later
        return frozenset() if wider else frozenset(("timeline.zoom_out",))

    def left(self) -> None:
        """What is shown is what was asked for before."""
        if self._asked != self._drawn:
            self.work.drop(self, LANE)
            self._asked = self._drawn
            self._say()

    def ask(self, asked: Asked) -> None:
        """Count, where something else is asked than what is shown."""
        if asked != self._asked:
            self._asked = asked
            words, work = _("Reading all dates…"), self.work
            if self._timeline is None:
                self.listing.show((), empty=words)
            self.wait(words)

            def question(library: "Library") -> Message:
                timeline = asked.timeline(library, lambda: work.overtaken(self, LANE))
                return self.Drawn(asked, timeline)

            work.ask(self, LANE, question)

    # What one can do

    def action_later(self) -> None:
        """The next bar."""
        self._move(1)

    def action_earlier(self) -> None:
        """The bar before."""
        self._move(-1)

    def action_unit(self) -> None:
        """Finer, and from days to years again."""
        if self._timeline is not None:
            at = UNITS.index(self._timeline.unit)
            self.ask(replace(self._asked, unit=UNITS[(at + 1) % len(UNITS)]))

    def action_kind(self) -> None:
        """The articles' own dates, or those in the texts: all of their time."""
        kind: Kind = "mentioned" if self._asked.kind == "published" else "published"
        self._wider.clear()
        self.ask(replace(self._asked, kind=kind, unit=None, start=None, end=None))

    def action_zoom_out(self) -> None:
        """The time before one looked closer; at last all of it, however far away."""
        timeline = self._timeline
        if self._wider:
            version = self._asked.version
            self.ask(replace(self._wider.pop(), version=version))
        elif timeline is not None and (timeline.earlier or timeline.later):
            whole = replace(self._asked, unit=None, start=timeline.first, end=timeline.last)
            self.ask(whole)

    def zoom_in(self) -> None:
        """Look at the bar under the cursor in finer bars."""
        timeline, bucket = self._timeline, self._bucket
        if timeline and bucket and bucket.articles and timeline.unit in FINER:
            self._wider.append(replace(self._asked, unit=timeline.unit))
            finer = FINER[timeline.unit]
            self.ask(replace(self._asked, unit=finer, start=bucket.start, end=bucket.end))

    @property
    def _bucket(self) -> Bucket | None:
        """The bar under the cursor."""
        timeline = self._timeline
        return timeline.buckets[self._cursor] if timeline and timeline.buckets else None

    # What is shown

    @on(Drawn)
    def _draw(self, event: Drawn) -> None:
        """Columns; the cursor stays in its time, else it is at the last that has something."""
        if event.asked != self._asked:
            return
        before, self._timeline, self._drawn = self._bucket, event.timeline, event.asked
        self._say()
        buckets = event.timeline.buckets
        if not buckets:
            self.plot.draw(event.timeline, 0)
            self._items, self._listed = [], None
            self.listing.show((), empty=self._nothing())
            return
        self._point(near(buckets, before, self._day))
        keyed(self).tell_keys()
        self._remember()

    def _remember(self, *, moved: bool = False) -> None:
        """The day one is at: it stays while it is in the bar under the cursor."""
        bucket = self._bucket
        if bucket and (moved or not bucket.start <= self._day <= bucket.end):
            self._day = bucket.start

    def _move(self, step: int) -> None:
        """Some bars further."""
        self._point(self._cursor + step)
        self._remember(moved=True)

    @on(Plot.Pointed)
    def _click(self, event: Plot.Pointed) -> None:
        """To a bar; the one under the cursor is looked into."""
        event.stop()
        if event.at == self._cursor:
            self.zoom_in()
        else:
            self._move(event.at - self._cursor)

    def _point(self, cursor: int) -> None:
        """The cursor on a bar, and what is in it below, unless that is listed already."""
        timeline = self._timeline
        if timeline is None or not timeline.buckets:
            return
        self._cursor = min(max(cursor, 0), len(timeline.buckets) - 1)
        self.plot.draw(timeline, self._cursor)
        bucket = timeline.buckets[self._cursor]
        if not bucket.articles:
            self._items = [self._head(bucket, timeline.unit)]
            self._listed = None
            self.listing.show(self._items)
        elif not self._is_listed(bucket):
            # What is listed stays until the answer is there: nothing is drawn twice.
            self._list(bucket, 0)

    def _is_listed(self, bucket: Bucket) -> bool:
        """Whether the list is this bar's; while the answer is on its way it is another one's."""
        return self._listed == (_of_any_version(self._asked), bucket)

    def _head(self, bucket: Bucket, unit: Unit) -> Head:
        """The first line of the list."""
        words = (named(bucket, unit), labels.articles(bucket.articles))
        fold = f"{sign('closed')} " if unit in FINER and bucket.articles else ""
        return Head(fold + labels.APART.join(words))

    def _list(self, bucket: Bucket, offset: int) -> None:
        """Ask for a page of what is in a bar."""
        asked = self._asked
        self.work.ask(
            self,
            "dated",
            lambda lib: self.Listed(asked, bucket, offset, asked.within(lib, bucket, offset)),
        )

    @on(Listed)
    def _show(self, event: Listed) -> None:
        """What is in the bar under the cursor."""
        timeline, page = self._timeline, event.page
        if timeline is None or event.asked != self._asked or event.bucket != self._bucket:
            return
        before = self._items[1 : event.offset + 1] if event.offset else []
        self._items = [self._head(event.bucket, timeline.unit), *before, *page.items]
        self._listed = (_of_any_version(event.asked), event.bucket)
        left = page.total - event.offset - len(page.items)
        rest = [Rest(left)] if left else []
        self.listing.show([*self._items, *rest], keep=event.offset > 0)

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Look closer, open an article beside the view, or list more."""
        event.stop()
        item, bucket = self.listing.items[event.index], self._bucket
        if bucket is None or not self._is_listed(bucket):
            return
        if isinstance(item, Head):
            self.zoom_in()
        elif isinstance(item, Rest):
            self._list(bucket, len(self._items) - 1)
        else:
            place = Place(item.info.id, query=self._asked.query)
            if item.span is not None:
                place = replace(place, offset=item.span.start, shared=(item.span,))
            self.post_message(Go(place, stay=True))

    def _say(self) -> None:
        """What is counted, and what stands in no bar."""
        if self._timeline is not None:
            lines = told(self._timeline)
            self.say(lines[:1] if self.size.height < SHORT else lines)

    def _nothing(self) -> str:
        """Why there are no columns."""
        if self._timeline is not None and self._timeline.articles:
            return _("None of these articles says on which day.")
        return _("Nothing to show.")


def _of_any_version(asked: Asked) -> Asked:
    """A question, whatever has come into the library since it was asked."""
    return replace(asked, version=0)
