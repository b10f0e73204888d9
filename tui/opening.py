"""Opening the reader, and how the program ends: all that `recoupe FOLDER` needs before its first
screen, without the machinery of the other commands."""

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import RecoupeError
from tui.config import load, wanted_language
from tui.language import i18n
from tui.language.i18n import _
from tui.own.places import data_folder, demo_folder, own_folder
from tui.terminal import manners

if TYPE_CHECKING:
    from index.library import Library

FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses; a bug's is `tui.terminal.crash.BUG`."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def no_folder(folder: Path) -> RecoupeError:
    """There is no such folder, nor file; it may be a command that was misspelt."""
    from difflib import get_close_matches

    from tui.door import COMMANDS

    message = _("there is no {folder}").format(folder=folder)
    meant = get_close_matches(str(folder), COMMANDS, n=1)
    hint = _("did you mean {name}?").format(name=f"recoupe {meant[0]}") if meant else ""
    return RecoupeError("No such folder", message, hint or "recoupe --help")


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
    i18n.use(language or wanted_language() or None)
    if not folder.exists():
        raise no_folder(folder)
    manners.check(os.environ, (sys.stdin, sys.stdout, sys.stderr))
    manners.prepare(os.environ)
    manners.tolerate(sys.__stderr__)
    # Only now: Textual reads its settings from the environment when it is loaded.
    from tui.app import run
    from tui.start import Start

    config = load()
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
        if sys.stdout is not None:
            # Now, not at exit: then nobody could say that there is no room, or no reader.
            sys.stdout.flush()
    except RecoupeError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        print("recoupe: " + _("stopped; what was done is kept"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()  # The reader of our output has gone: that is nobody's mistake.
        return FOUND
    except Exception as error:  # noqa: BLE001  (a bug ends here, wherever it comes from)
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            _write_no_more()
            message, hint = _("there is no room left to write"), _("make room, and try again")
            return _refuse(RecoupeError("No room", message, hint))
        from tui.terminal import crash

        crash.tell(crash.leave(error, {"command": " ".join(arguments[:1])}))
        return crash.BUG
    return status or FOUND


def _write_no_more() -> None:
    """Keep Python from saying at exit, too, that what is printed cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(error: RecoupeError) -> int:
    from tui.commands.text_out import printable
    from tui.language.engine_words import told

    print(printable(f"recoupe: {' '.join(told(error).splitlines())}"), file=sys.stderr)
    return ERROR
