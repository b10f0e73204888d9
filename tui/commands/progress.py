"""Bringing a library up to date from the command line, with its progress on stderr."""

import sys
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from corpus.types import Problem
from corpus.types import Progress as Step
from index.library import Library
from tui.commands.text_out import printable, problem
from tui.language.engine_words import translated
from tui.language.i18n import N_, _
from tui.text import labels
from tui.text.remaining import Remaining

STAGES = {
    "read": N_("reading articles"),
    "index": N_("indexing"),
    "names": N_("reading names"),
    "linking": N_("linking names"),
    "facts": N_("indexing names"),
    "copies": N_("looking for copies"),
}


BAR = 10
"""Cells: all of a line stands in 80."""

REDRAWN = 0.3
"""Seconds at least between two drawings of the line."""


def bring_up_to_date(library: Library, *, quiet: bool = False) -> None:
    """Update a library; one line with a bar where stderr is a terminal, problems a line each.

    With `quiet` problems are not printed: `recoupe list` tells them.
    Raises RecoupeError when another process is already at it. Ctrl-C stops it: KeyboardInterrupt
    passes, after a line that says what is kept.
    """
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    try:
        with _Line(console) as line:
            for event in library.update(cancelled=lambda: False):
                if isinstance(event, Step):
                    line.tell(event)
                elif isinstance(event, Problem) and not quiet:
                    console.print(f"recoupe: {problem(event)}", soft_wrap=True)
    except KeyboardInterrupt:
        console.print(f"recoupe: {labels.kept(library.summary())}", soft_wrap=True)
        raise
    library.refresh()


class _Line:
    """The line that tells how far it is, nothing where nobody looks at a terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        text = TextColumn("{task.description}", markup=False)
        count = TextColumn("{task.fields[count]}", markup=False)
        left = TextColumn("{task.fields[left]}", markup=False)
        stop = TextColumn(_("{key} stops").format(key="Ctrl-C"), markup=False)
        self._bar = Progress(
            *(text, BarColumn(BAR), count, left, stop),
            console=console,
            transient=True,
            auto_refresh=False,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task(_("looking at the folder"), total=None, count="", left="")
        self._left = Remaining()
        self._drawn = 0.0

    def __enter__(self) -> "_Line":
        self._bar.start()
        self._bar.refresh()
        return self

    def __exit__(self, *_error: object) -> None:
        self._bar.stop()

    def tell(self, step: Step) -> None:
        """A report of progress; rare ones that are no stage have a line of their own."""
        self._left.hear(step.left)
        done, total = labels.number(step.done), labels.number(step.total)
        # An update cannot say that the total is no longer known.
        self._bar.tasks[0].total = step.total or None
        self._bar.update(
            self._task,
            description=_stage(step.stage),
            completed=step.done,
            count=f"{done}/{total}" if step.total else done if step.done else "",
            left=self._left.words,
        )
        if step.stage not in STAGES:
            self._console.print(f"recoupe: {_stage(step.stage)}", soft_wrap=True)
        if monotonic() - self._drawn > REDRAWN:
            self._drawn = monotonic()
            self._bar.refresh()


def _stage(stage: str) -> str:
    """What is being done; rare stages are sentences of the engine's."""
    return _(STAGES[stage]) if stage in STAGES else printable(translated(stage))
