"""The top line: the library and its state; on a narrow screen also the panes by their keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui.keyed import keyed
from tui.language.i18n import N_, _, ngettext
from tui.text import labels
from tui.text.wrap import fit

if TYPE_CHECKING:
    from corpus.types import Summary

TABS = (
    ("reader.pane_search", ""),
    ("reader.pane_article", N_("article")),
    ("reader.pane_related", N_("related")),
)
"""The panes by what leads to them; what the first one is called, its view says."""

UP_TO_DATE = N_("● up to date")
WATCHING = N_("◉ watching")
READ_ONLY = N_("◌ read-only")
APART = 2
"""Cells between the parts."""
MIN_TITLE = 10
"""Less of a title says nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """What the top line says.

    `work` is what the update does, in the longest words first, "" where all is up to date; `title`
    and `where` are the open article and the place in it, `found` what one stands on there; `pane`
    is 0 to 2; `view` is what the left pane shows; `mouse` is said where the terminal has it;
    `read_only` whether others keep the library.
    """

    library: str
    summary: Summary | None = None
    work: tuple[str, ...] = ("",)
    watching: bool = False
    title: str = ""
    where: str = ""
    found: str = ""
    pane: int = 0
    view: str = ""
    narrow: bool = False
    mouse: str = ""
    read_only: bool = False


class StatusLine(Widget):
    """One line that is drawn again only when it says something else."""

    def __init__(self, library: str, *, narrow: bool = False) -> None:
        """`library` is the library's name; a `narrow` line shows the panes."""
        super().__init__(id="status")
        self.state = State(library, work=(_("opening"),), view=_("search"), narrow=narrow)

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
            library = self._library()
            room = width - library.cell_length - APART
            states = [f"{self._state(work)} " for work in self._work()]
            right = next((one for one in states if cell_len(one) <= room), states[-1])
            right = fit(right, width)
            left = library.truncate(max(width - cell_len(right) - APART, 0))
            return self._line(left, "", right)
        place = self._place() or self._problems()
        # The first pair that fits; on the narrowest screen what one stands on, or the place.
        tabs, short = self._tabs(), self._tabs(short=True)
        room = max(width - short.cell_length - APART, 0)
        busy = [f"{place}  {work} ".lstrip() for work in self._work()]
        # What is being done is worth more than the names of the panes.
        first = (tabs, short) if self.state.work[0] else (tabs,)
        pairs = (
            *((left, one) for left in first for one in busy),
            (tabs, f"{place} "),
            *((short, one) for one in busy),
            (short, f"{place} "),
            (short, fit(f"{self.state.mouse or self.state.found or self.state.where} ", room)),
        )
        fitting = (
            (left, right)
            for left, right in pairs
            if left.cell_length + cell_len(right) + APART <= width
        )
        left, right = next(fitting, (short, ""))
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
        for at, (action, name) in enumerate(TABS):
            key = keyed(self).keymap.key(action)
            key = key if " " not in key else ""  # A chord takes more room than it is worth.
            front = at == self.state.pane
            look = "bold reverse" if front else "$quiet"
            words = f" {key} {_(name) if name else self.state.view} ".replace("  ", " ")
            words = f" {key} " if short and key and not front else words
            content = Content.assemble(content, (words, look), " ")
        return content

    def _place(self) -> str:
        """That the mouse is the terminal's, the place, and what one stands on."""
        parts = (self.state.mouse, self.state.where, self.state.found)
        return labels.APART.join(part for part in parts if part)

    def _work(self) -> tuple[str, ...]:
        """What is being done, or that nothing is left to do; the longest words first."""
        rest = WATCHING if self.state.watching else UP_TO_DATE
        if self.state.work[0]:
            return self.state.work
        return (_(READ_ONLY if self.state.read_only else rest),)

    def _state(self, work: str) -> str:
        """The place, languages, names, problems, what the update does."""
        parts = [self._place()]
        summary = self.state.summary
        if summary is not None:
            parts += [f"{code} {labels.number(count)}" for code, count in summary.languages[:3]]
            names = _("names {n}").format(n=labels.number(summary.entities))
            parts.append(names if summary.entities else "")
        parts += [self._problems(), work]
        return "   ".join(part for part in parts if part)

    def _problems(self) -> str:
        """How many files could not be read, and the key that lists them."""
        count = self.state.summary.problems if self.state.summary is not None else 0
        if not count:
            return ""
        problems = ngettext("{n} problem", "{n} problems", count).format(n=labels.number(count))
        told = _("{problems}: {key}")
        return keyed(self).keymap.told("reader.view_problems", told, problems, problems=problems)
