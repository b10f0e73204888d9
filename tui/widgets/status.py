"""The top line: the library and its state; on a narrow screen also the panes by their keys."""

from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from index.types import Summary
from tui import labels
from tui.i18n import N_, _, ngettext
from tui.wrap import fit

TABS = (("1", ""), ("2", N_("article")), ("3", N_("related")))
"""The panes; what the first one is called, its view says."""

UP_TO_DATE = N_("● up to date")
WATCHING = N_("◉ watching")
APART = 2
"""Cells between the parts."""
MIN_TITLE = 10
"""Less of a title says nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """What the top line says.

    `work` is what the update does, "" where all is up to date; `title` and `where` are the open
    article and the place in it; `pane` is 0 to 2; `view` is what the left pane shows.
    """

    library: str
    summary: Summary | None = None
    work: str = ""
    watching: bool = False
    title: str = ""
    where: str = ""
    pane: int = 0
    view: str = ""
    narrow: bool = False


class StatusLine(Widget):
    """One line that is drawn again only when it says something else."""

    def __init__(self, library: str) -> None:
        """`library` is the library's name."""
        super().__init__(id="status")
        self.state = State(library, work=_("opening"), view=_("search"))

    def tell(self, **changes: object) -> None:
        """Say something else."""
        state = replace(self.state, **changes)  # type: ignore[arg-type]
        if state != self.state:
            self.state = state
            self.refresh()

    def render(self) -> RenderResult:
        """What is left, what is right, and what fits between them."""
        width = self.size.width
        if not self.state.narrow:
            right = fit(f"{self._state()} ", width)
            left = self._library().truncate(max(width - cell_len(right) - APART, 0))
            return self._line(left, "", right)
        full = f"{self.state.where}  {self._work()} ".lstrip()
        brief = f"{self.state.where} "
        # The first pair that fits; on the narrowest screen the panes alone.
        left, right = next(
            (left, right)
            for left, right in (
                (self._tabs(), full),
                (self._tabs(), brief),
                (self._tabs(short=True), full),
                (self._tabs(short=True), brief),
                (self._tabs(short=True), ""),
            )
            if not right or left.cell_length + cell_len(right) + APART <= width
        )
        room = width - left.cell_length - cell_len(right) - 2 * APART
        middle = fit(self.state.title, room) if room >= MIN_TITLE else ""
        return self._line(left, middle, right)

    def _line(self, left: Content, middle: str, right: str) -> Content:
        """The parts, the right one at the edge."""
        gap = self.size.width - left.cell_length - cell_len(middle) - cell_len(right)
        before = min(APART, gap)
        return Content.assemble(left, " " * before, middle, " " * (gap - before), (right, "$quiet"))

    def _library(self) -> Content:
        """The program, the library and its size."""
        parts = [self.state.library]
        if self.state.summary is not None:
            parts.append(labels.articles(self.state.summary.articles))
            parts.append(labels.passages(self.state.summary.passages))
        return Content.assemble(
            (" recoupe ", "bold $primary"), (f" {labels.APART.join(parts)}", "$quiet")
        )

    def _tabs(self, *, short: bool = False) -> Content:
        """The panes, the one in front bright."""
        content = Content("")
        for at, (key, name) in enumerate(TABS):
            front = at == self.state.pane
            look = "bold reverse" if front else "$quiet"
            words = f" {key} {_(name) if name else self.state.view} "
            words = f" {key} " if short and not front else words
            content = Content.assemble(content, (words, look), " ")
        return content

    def _work(self) -> str:
        """What is being done, or that nothing is left to do."""
        return self.state.work or _(WATCHING if self.state.watching else UP_TO_DATE)

    def _state(self) -> str:
        """The place, languages, names, problems, what the update does."""
        parts = [self.state.where]
        summary = self.state.summary
        if summary is not None:
            parts += [f"{code} {labels.number(count)}" for code, count in summary.languages[:3]]
            names = _("names {n}").format(n=labels.number(summary.entities))
            parts.append(names if summary.entities else "")
            problems = ngettext("{n} problem: p", "{n} problems: p", summary.problems)
            problems = problems.format(n=labels.number(summary.problems))
            parts.append(problems if summary.problems else "")
        parts.append(self._work())
        return "   ".join(part for part in parts if part)
