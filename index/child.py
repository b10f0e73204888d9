"""An update in a process of its own, so that the screen keeps this one's interpreter.

The child is `python -m index ROOT DATA [OWN]`; it prints one JSON line for each event and ends when
its standard input closes: a parent that is gone, however it went, leaves no child behind.
"""

import dataclasses
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

from corpus.errors import RecoupeError
from corpus.types import Problem, Progress
from index.types import Changed, Event

_KINDS: dict[str, type[Event]] = {"progress": Progress, "problem": Problem, "changed": Changed}

LOOK_S = 0.1
"""Seconds between two looks at whether to stop, while the child says nothing."""

GRACE_S = 3.0
"""Seconds the child has to keep what it did, once told to stop."""


def encode(event: Event) -> str:
    """One line of JSON for an event."""
    return json.dumps({"kind": type(event).__name__.lower(), **dataclasses.asdict(event)})


def encode_error(error: RecoupeError) -> str:
    """One line of JSON for what stopped the child."""
    return json.dumps({"kind": "error", "args": [error.title, error.message, error.hint]})


def decode(line: str) -> Event:
    """The event of a line. Raises the RecoupeError that the line tells of."""
    fields = json.loads(line)
    kind = fields.pop("kind")
    if kind == "error":
        raise RecoupeError(*fields["args"])
    return _KINDS[kind](**fields)


def update_in_child(
    root: Path, data: Path, *, cancelled: Callable[[], bool], own: Path | None = None
) -> Iterator[Event]:
    """As `index.update.update`, with the work in a child process."""
    folders = [folder.resolve() for folder in (root, data, own) if folder is not None]
    child = subprocess.Popen(
        [sys.executable, "-m", "index", *map(str, folders)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lines: Queue[str | None] = Queue()
    said: list[str] = []
    readers = [
        threading.Thread(target=_read_lines, args=(child, lines), daemon=True),
        threading.Thread(target=_read_errors, args=(child, said), daemon=True),
    ]
    for reader in readers:
        reader.start()
    try:
        yield from _events(lines, cancelled)
    finally:
        _end(child)
        for reader in readers:
            reader.join()
        _close(child)
    if child.returncode and not cancelled():
        reason = said[-1].strip() if said else f"exit status {child.returncode}"
        raise RecoupeError("Update stopped", reason, "run: recoupe index FOLDER")


def _read_lines(child: subprocess.Popen[str], lines: "Queue[str | None]") -> None:
    assert child.stdout is not None
    for line in child.stdout:
        lines.put(line)
    lines.put(None)


def _read_errors(child: subprocess.Popen[str], said: list[str]) -> None:
    assert child.stderr is not None
    said.extend(line for line in child.stderr if line.strip())


def _events(lines: "Queue[str | None]", cancelled: Callable[[], bool]) -> Iterator[Event]:
    while not cancelled():
        try:
            line = lines.get(timeout=LOOK_S)
        except Empty:
            continue
        if line is None:
            return
        yield decode(line)


def _end(child: subprocess.Popen[str]) -> None:
    """Close the child's input, which asks it to stop; kill it if it does not."""
    assert child.stdin is not None
    child.stdin.close()
    try:
        child.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _close(child: subprocess.Popen[str]) -> None:
    for pipe in (child.stdout, child.stderr):
        assert pipe is not None
        pipe.close()
