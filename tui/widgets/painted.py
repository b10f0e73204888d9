"""A pane that draws rows of runs, line by line, in the looks of the stylesheet."""

from abc import abstractmethod
from typing import get_args

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.render import Role, Row, Run

THUMB = "▐"

LOOKS = frozenset(f"role--{role}" for role in get_args(Role))
"""The component classes whose styles are the roles' looks. The program has them, once for all
panes: worked out for each pane anew they would take a third of the time to the first screen."""


class Painted(ScrollView, inherit_bindings=False):
    """Only the lines in view are ever drawn, and only those that changed again."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """The look of each combination of roles is worked out once."""
        super().__init__(id=id)
        self._looks: dict[tuple[Role, ...], Style] = {}
        self._drawn: dict[int, Strip] = {}

    def notify_style_update(self) -> None:
        """Another theme: other looks."""
        self._looks.clear()
        self._drawn.clear()
        super().notify_style_update()

    @property
    def text_width(self) -> int:
        """The cells of a line, without the last one, which shows how far one is."""
        return max(self.size.width - 1, 0)

    @property
    def text_height(self) -> int:
        """The lines in view."""
        return self.size.height

    @property
    def in_view(self) -> bool:
        """Whether there is room to lay anything out; a hidden pane has none."""
        return self.display and self.text_width > 0 and self.text_height > 0

    def look(self, roles: tuple[Role, ...]) -> Style:
        """The style of a run with these roles."""
        if roles not in self._looks:
            style = self.rich_style
            for role in roles:
                style += self.app.get_component_styles(f"role--{role}").partial_rich_style
            self._looks[roles] = style
        return self._looks[roles]

    @abstractmethod
    def draw_line(self, y: int) -> Strip:
        """What stands in screen line `y`."""

    def render_line(self, y: int) -> Strip:
        """Textual's question; the answer is kept to see later what changed."""
        self._drawn[y] = strip = self.draw_line(y)
        return strip

    def repaint(self) -> None:
        """Draw again the lines that look different now, and no other: bytes are slow over SSH."""
        for y in range(self.text_height):
            if self._drawn.get(y) != self.draw_line(y):
                self.refresh(Region(0, y, self.size.width, 1))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled: Textual would draw all lines again, the blank ones too."""
        if round(old_value) != round(new_value):
            self.repaint()

    def strip(self, y: int, row: Row = (), *, left: int = 0) -> Strip:
        """A row as Textual draws it in screen line `y`, `left` cells from the edge."""
        runs = (Run(" " * left), *row)
        segments = [Segment(run.text, self.look(run.roles)) for run in runs if run.text]
        strip = Strip(segments).adjust_cell_length(self.text_width, self.look(()))
        if self._thumb_covers(y):
            strip = Strip.join([strip, Strip([Segment(THUMB, self.look(("bar",)))], 1)])
        return strip.adjust_cell_length(self.size.width, self.look(())).simplify()

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
