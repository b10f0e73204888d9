"""The files and articles that could not be read, each with the reason."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.types import Problem
from tui import labels
from tui.wrap import inert

LISTED = 500
"""More are counted, not listed."""


class ProblemsScreen(ModalScreen[None]):
    """A page over the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,p,enter", "dismiss", "Close")]

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """What to list."""
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(classes="page") as page:
            page.border_title = labels.count(len(self._problems), "problem")
            page.border_subtitle = "esc closes"
            yield Static(self._text())

    def _text(self) -> Content:
        """A problem after the other."""
        if not self._problems:
            return Content("Every file could be read.")
        content = Content("")
        for problem in self._problems[:LISTED]:
            reason = f"  {problem.stage}: {inert(problem.reason)}\n"
            content = Content.assemble(
                content, (f"{inert(problem.path)}\n", "bold"), (reason, "$quiet")
            )
        left = len(self._problems) - LISTED
        return Content.assemble(content, f"and {left:,} more" if left > 0 else "")
