"""Opening the reader, and how the program ends: all that `recoupe FOLDER` needs before its first
screen, without the machinery of the other commands."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import RecoupeError
from tui.language import i18n
from tui.language.i18n import _
from tui.own.places import data_folder, demo_folder, own_folder
from tui.terminal import manners

if TYPE_CHECKING:
    from index.library import Library

FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses; a bug's is `tui.terminal.crash.BUG`."""


def library_of(folder: Path, data: Path | None) -> "Library":
    """The library of a folder, with its derived and the reader's own files where they belong."""
    from index.library import Library

    return Library(folder, data_folder(folder, data), own_folder(folder))


def open_reader(
    folder: Path,
    *,
    query: str = "",
    theme: str = "",
    language: str = "",
    data: Path | None = None,
    tour: bool = False,
) -> int:
    """The app on a folder that is there, opened once the first screen stands.

    Without a theme or a language those of the configuration count, then the program's choice.
    """
    manners.check(os.environ, (sys.stdin, sys.stdout, sys.stderr))
    manners.prepare(os.environ)
    manners.tolerate(sys.__stderr__)
    # Only now: Textual reads its settings from the environment when it is loaded.
    from tui.app import run
    from tui.config import load
    from tui.start import Start

    if not folder.exists():
        raise RecoupeError("No such folder", f"there is no {folder}", "recoupe --help")
    config = load()
    i18n.use(language or config.language or None)
    if config.mistakes:
        config = load()  # Now they are told in that language.
    if theme:
        config = replace(config, theme=theme)
    demo = folder == demo_folder()
    name = _("the demo articles") if demo else folder.name or str(folder)
    start = Start(lambda: library_of(folder, data), name, own_folder(folder), query, config, tour)
    return run(start)


def ended(command: Callable[[], int | None], arguments: list[str]) -> int:
    """Run a command and say how it failed, if it did; the exit status."""
    try:
        status = command()
    except RecoupeError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        print("recoupe: stopped; what was done is kept", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; say nothing, and keep Python from saying it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except Exception as error:  # noqa: BLE001  (a bug ends here, wherever it comes from)
        from tui.terminal import crash

        crash.tell(crash.leave(error, {"command": " ".join(arguments[:1])}))
        return crash.BUG
    return status or FOUND


def _refuse(error: RecoupeError) -> int:
    from tui.commands.text_out import printable

    line = " ".join(f"recoupe: {error.message} ({error.hint})".split())
    print(printable(line), file=sys.stderr)
    return ERROR
