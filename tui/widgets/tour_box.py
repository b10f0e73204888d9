"""A small box over the reader with one step of the tour, away from what it talks about."""

import re
from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget

from tui.keyed import keyed
from tui.language.i18n import _
from tui.tour import Step, steps

if TYPE_CHECKING:
    from tui.screens.moving import Moving

WIDEST, LEAST = 40, 28
FRAME = 2
"""Cells of the frame, left and right, or above and below."""

LOOK_S = 0.15
"""Seconds between two looks at whether the step is done; looking draws nothing."""

_KEY = re.compile(r"\{(\w+)\}")


class TourBox(Widget):
    """The step that is to be done; takes no key itself."""

    DEFAULT_CSS = """
    TourBox {
        position: absolute;
        overlay: screen;
        border: round $accent;
        background: $background;
        padding: 0 1;
    }
    """

    def __init__(self, reader: "Moving") -> None:
        """The first step, as the reader is now."""
        super().__init__(id="tour")
        self._reader = reader
        self._steps = steps(keyed(reader).keymap)
        self._at = 0
        self._before: object = None

    def on_mount(self) -> None:
        """Show the first step; see what the user does."""
        self._before = self._step.seen(self._reader)
        self.watch(self.screen, "size", lambda _: self.place(), init=False)
        self.set_interval(LOOK_S, self._look)
        self.place()

    @property
    def _step(self) -> Step:
        return self._steps[self._at]

    def _look(self) -> None:
        """Go on when the step is done; be gone after the last."""
        seen = self._step.seen(self._reader)
        if not seen or seen == self._before:
            if not seen:
                self._before = seen
            return
        self._at += 1
        if self._at == len(self._steps):
            self.remove()
            self._at -= 1
            return
        self._before = self._step.seen(self._reader)
        self.place()
        self.refresh()

    def render(self) -> RenderResult:
        """The words, keys bright, and how to be rid of it."""
        number = f"{self._at + 1}/{len(self._steps)}"
        quiet = _("{number}   esc: no tour").format(number=number)
        return Content.assemble(self._words(), "\n", (quiet, "$quiet"))

    def _words(self) -> Content:
        """The step's words, with the keys that the user has configured."""
        keymap = keyed(self).keymap
        parts: list[str | tuple[str, str]] = []
        for at, part in enumerate(_KEY.split(_(self._step.words))):
            key = keymap.key(self._step.keys[part]) if at % 2 else ""
            parts.append((key, "bold $accent") if at % 2 else part)
        return Content.assemble(*parts)

    def place(self) -> None:
        """Where it covers nothing that the step is about."""
        columns, rows = self.screen.size
        narrow = self.screen.has_class("-narrow")
        left = self._step.about != "search"
        # The left pane is what the later steps do not need.
        beside = self._reader.panes.finder.outer_size.width if left and not narrow else columns
        width = max(min(WIDEST, columns, beside), LEAST)
        height = len(self._words().wrap(width - 2 * FRAME)) + 1 + FRAME
        self.styles.width, self.styles.height = width, height
        bottom = rows - height - 1
        if narrow:
            # One pane, with a drawer under the article: the drawer is what is at the bottom.
            drawer = self._step.about == "related" and self.screen.has_class("-tall")
            self.styles.offset = Offset(columns - width, 1 if drawer else bottom)
        else:
            self.styles.offset = Offset(0 if left else columns - width, bottom)
