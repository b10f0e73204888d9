"""A pane that draws rows of runs, line by line, in the looks of the stylesheet."""

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.render import Role, Row, Run

THUMB = "▐"
MAX_STRIPS = 500
"""Lines kept as they were drawn: some screens full."""


class Painted(ScrollView, inherit_bindings=False):
    """Only the lines in view are ever drawn, and only those that changed again."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """The look of each combination of roles is worked out once."""
        super().__init__(id=id)
        self._looks: dict[tuple[Role, ...], Style] = {}
        self._drawn: dict[int, Strip] = {}
        self._strips: dict[tuple[Row, int, int, bool], Strip] = {}
        self._measured: Size | None = None

    def notify_style_update(self) -> None:
        """Another theme: other looks."""
        self._looks.clear()
        self._drawn.clear()
        self._strips.clear()
        super().notify_style_update()

    @contextmanager
    def _measuring(self) -> Iterator[None]:
        """Ask Textual once for the size, which every line needs and which takes it long to tell."""
        self._measured = self.size
        try:
            yield
        finally:
            self._measured = None

    @property
    def _cells(self) -> Size:
        """The size of what is drawn."""
        return self._measured or self.size

    @property
    def text_width(self) -> int:
        """The cells of a line, without the last one, which shows how far one is."""
        return max(self._cells.width - 1, 0)

    @property
    def text_height(self) -> int:
        """The lines in view."""
        return self._cells.height

    @property
    def in_view(self) -> bool:
        """Whether there is room to lay anything out; a hidden pane has none."""
        return self.display and self.text_width > 0 and self.text_height > 0

    def look(self, roles: tuple[Role, ...]) -> Style:
        """The style of a run with these roles."""
        if roles not in self._looks:
            style = self.rich_style
            for role in roles:
                style += self._look_of(role)
            self._looks[roles] = style
        return self._looks[roles]

    def _look_of(self, role: Role) -> Style:
        """The stylesheet's style of a role. Textual's own way, component classes, works out those
        of all roles with every change of a class, and before the first screen."""
        node = DOMNode(classes=f"role--{role}")
        node._attach(self.app)
        self.app.stylesheet.apply(node, animate=False)
        return node.styles.partial_rich_style

    @abstractmethod
    def draw_line(self, y: int) -> Strip:
        """What stands in screen line `y`."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's question about several lines."""
        with self._measuring():
            return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Textual's question; the answer is kept to see later what changed."""
        self._drawn[y] = strip = self.draw_line(y)
        return strip

    def repaint(self) -> None:
        """Draw again the lines that look different now, and no other: bytes are slow over SSH."""
        with self._measuring():
            for y in range(self.text_height):
                if self._drawn.get(y) != self.draw_line(y):
                    self.refresh(Region(0, y, self._cells.width, 1))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled: Textual would draw all lines again, the blank ones too."""
        if round(old_value) != round(new_value):
            self.repaint()

    def strip(self, y: int, row: Row = (), *, left: int = 0) -> Strip:
        """A row as Textual draws it in screen line `y`, `left` cells from the edge."""
        key = (row, left, self._cells.width, self._thumb_covers(y))
        found = self._strips.get(key)
        if found is None:
            if len(self._strips) >= MAX_STRIPS:
                self._strips.clear()
            found = self._strips[key] = self._strip(*key)
        return found

    def _strip(self, row: Row, left: int, width: int, thumb: bool) -> Strip:
        """A row in a line of so many cells, with the thumb at its end or without."""
        runs = (Run(" " * left), *row)
        segments = [Segment(run.text, self.look(run.roles)) for run in runs if run.text]
        strip = Strip(segments).adjust_cell_length(max(width - 1, 0), self.look(()))
        if thumb:
            strip = Strip.join([strip, Strip([Segment(THUMB, self.look(("bar",)))], 1)])
        return strip.adjust_cell_length(width, self.look(())).simplify()

    def _thumb_covers(self, y: int) -> bool:
        """Whether what is in view stands, within the whole, beside this line.

        Drawn with the line it costs a byte or two; Textual's own scrollbar is drawn apart,
        line by line, at every step.
        """
        whole, view = self.virtual_size.height, self.text_height
        if whole <= view:
            return False
        length = max(view * view // whole, 1)
        start = round((view - length) * self.scroll_offset.y / (whole - view))
        return start <= y < start + length
