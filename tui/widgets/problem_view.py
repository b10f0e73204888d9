"""The files and articles that could not be read, each with the reason."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.message import Message

from corpus.types import Problem
from tui.context import Context
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.text import labels
from tui.text.narrowing import has_words
from tui.text.render import Row, Run
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList, said
from tui.widgets.view import View


class ProblemList(BlockList[Problem]):
    """Problems by path."""

    def key_of(self, item: Problem) -> Hashable:
        """The file and what failed."""
        return (item.path, item.stage, item.reason)

    def rows_of(self, item: Problem, width: int) -> tuple[Row, ...]:
        """The path, then the reason in full."""
        return (
            (Run(fit(item.path, width), ("name",)),),
            *said(_why(item), width)[1:],
            (),
        )


class ProblemView(View):
    """What could not be read, and why."""

    TITLE: ClassVar[str] = N_("problems")
    PROMPT: ClassVar[str] = N_("words of a path or reason")

    @dataclass
    class Found(Message):
        """The library's problems were listed."""

        problems: tuple[Problem, ...]
        """Files and articles that could not be read or annotated."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__("problems")
        self._problems: tuple[Problem, ...] = ()
        self._version = -1

    def make_list(self) -> ProblemList:
        """Empty."""
        return ProblemList(id="problem-list")

    def look(self, context: Context) -> None:
        """They change with the library only."""
        if context.version != self._version:
            self._version = context.version
            self.work.ask(self, "problems", lambda library: self.Found(library.problems()))

    def filtered(self, text: str) -> None:
        """Those that hold all words typed."""
        shown = [p for p in self._problems if has_words(_told(p), text)]
        total = len(self._problems)
        self.listing.show(shown, empty=_("Every file could be read."), keep=True)
        count = ngettext("{n} problem", "{n} problems", total).format(n=labels.number(total))
        self.say((count,) if total else ())

    @on(Found)
    def _show(self, event: Found) -> None:
        self._problems = event.problems
        self.filtered(self.typed)


def _told(problem: Problem) -> str:
    """All that is said of a problem, in small letters."""
    return f"{problem.path} {_why(problem)}".casefold()


def _why(problem: Problem) -> str:
    """What failed, and how."""
    stage, reason = translated(problem.stage), translated(problem.reason)
    return _("{stage}: {reason}").format(stage=stage, reason=reason)
