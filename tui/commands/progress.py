"""Bringing a library up to date from the command line, with its progress on stderr."""

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from corpus.types import Problem
from corpus.types import Progress as Step
from index.library import Library
from tui.commands.text_out import printable

STAGES = {
    "read": "reading articles",
    "index": "indexing",
    "names": "reading names",
    "linking": "linking names",
    "facts": "indexing names",
    "copies": "looking for copies",
}


def bring_up_to_date(library: Library, *, quiet: bool = False) -> None:
    """Update a library; a bar where stderr is a terminal, problems a line each.

    With `quiet` problems are not printed: `recoupe list` tells them.
    Raises RecoupeError when another process is already at it.
    """
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task("looking at the folder", total=None)
        for event in library.update(cancelled=lambda: False):
            if isinstance(event, Step):
                bar.update(
                    task,
                    description=STAGES.get(event.stage, event.stage),
                    completed=event.done,
                    total=event.total or None,
                )
                if event.stage not in STAGES:
                    console.print(f"recoupe: {printable(event.stage)}", soft_wrap=True)
            elif isinstance(event, Problem) and not quiet:
                console.print(
                    f"recoupe: {printable(event.path)}: {printable(event.reason)}", soft_wrap=True
                )
    library.refresh()
