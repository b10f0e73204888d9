"""The columns of a timeline, one of them under the cursor."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from index.told import Timeline
from tui.language.i18n import _
from tui.text import labels, plotting
from tui.text.render import Row, Run
from tui.widgets.painted import Painted

GROUND = 2
"""Lines under the columns, where there is height for both: the cursor's, and what is written."""


class Plot(Painted):
    """As many columns as fit, those around the cursor."""

    DEFAULT_CSS = "Plot { height: 6; overflow: hidden hidden; scrollbar-size: 0 0; }"

    @dataclass
    class Pointed(Message):
        """A column was clicked."""

        at: int
        """Its number."""

    def __init__(self) -> None:
        """Nothing drawn yet."""
        super().__init__(id="plot")
        self._timeline: Timeline | None = None
        self._cursor = 0
        self._lines: list[Row] = []
        self._part = plotting.Part(0, 0, 1)

    def draw(self, timeline: Timeline, cursor: int) -> None:
        """Show these columns, the cursor on one of them."""
        if timeline is not self._timeline:
            self._part = plotting.Part(0, 0, 1)
        self._timeline, self._cursor = timeline, cursor
        self._lay_out()

    def on_resize(self) -> None:
        """More columns fit, or fewer."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Work out all lines."""
        timeline, height = self._timeline, self.text_height
        self._lines = []
        if timeline is None or not timeline.buckets or not self.in_view:
            self.repaint()
            return
        total, width = len(timeline.buckets), self.text_width - 1
        shown = plotting.part(total, self._cursor, width, self._part.first)
        self._part, at = shown, self._cursor - shown.first
        buckets = timeline.buckets[shown.first : shown.first + shown.count]
        counts = [bucket.articles for bucket in buckets]
        under = GROUND if height > GROUND + 1 else min(height - 1, 1)
        # As high as all columns need, so that one keeps its height while others come into view.
        most = max(bucket.articles for bucket in timeline.buckets)
        for line in plotting.columns(counts, most, height - under, shown.cells):
            before, after = "".join(line[:at]), "".join(line[at + 1 :])
            self._lines.append(
                (Run(before, ("meta",)), Run(line[at], ("line",)), Run(after, ("meta",)))
            )
        ground = plotting.ground(shown, self._cursor, *_beside(timeline, shown))
        here = at * shown.cells
        self._lines.append(
            (
                Run(ground[:here], ("bar",)),
                Run(ground[here], ("line",)),
                Run(ground[here + 1 :], ("bar",)),
            )
        )
        self._lines.append(
            (Run(plotting.scale(timeline.buckets, timeline.unit, shown), ("meta",)),)
        )
        self.repaint()

    def draw_line(self, y: int) -> Strip:
        """A line of columns, or one under them."""
        return self.strip(y, self._lines[y] if y < len(self._lines) else (), left=1)

    def on_click(self, event: events.Click) -> None:
        """The column under the mouse."""
        offset = event.get_content_offset(self)
        at = (offset.x - 1) // self._part.cells if offset is not None else -1
        if 0 <= at < self._part.count:
            self.post_message(self.Pointed(self._part.first + at))


def _beside(timeline: Timeline, shown: plotting.Part) -> tuple[str, str]:
    """How many articles the columns before and after those in view have; of dates in the texts
    nothing, for an article may be in several columns."""
    if timeline.kind != "published":
        return "", ""
    counts = [bucket.articles for bucket in timeline.buckets]
    earlier, later = sum(counts[: shown.first]), sum(counts[shown.first + shown.count :])
    return (
        _("{n} earlier").format(n=labels.number(earlier)) if earlier else "",
        _("{n} later").format(n=labels.number(later)) if later else "",
    )
