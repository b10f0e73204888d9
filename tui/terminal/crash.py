"""What is left behind by a bug: a report that can be sent on, for it holds nothing that was read.

No values of variables, and of the error's own words nothing that stands in quotes: both may be
somebody's article.
"""

import re
import sys
import traceback
from collections.abc import Mapping
from datetime import datetime

from corpus.own_file import replace_file
from tui.language.i18n import _
from tui.own.places import state_folder

BUG = 70
"""The exit status after a bug (EX_SOFTWARE of sysexits.h)."""
KEPT = "\n\xa0\u202f"
"""Of what is not printable, what is printed: line ends, and the spaces of French."""
LONGEST = 200
"""Characters of an error's message: a longer one quotes something."""

_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|«[^»\n]*»|“[^”\n]*”|`[^`\n]*`", re.DOTALL)
_OF_PROGRAMS = (ImportError, AttributeError, NameError)
"""Errors that quote names in programs only."""
_PACKAGES = ("recoupe", "textual", "rich", "numpy", "whoosh-reloaded")


def report(error: BaseException, facts: Mapping[str, object]) -> str:
    """The report's text: versions, `facts` of the program, and where the error came from."""
    import platform
    from importlib.metadata import version

    lines = [
        f"recoupe crashed on {datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"Python {platform.python_version()} on {platform.platform()}",
        ", ".join(f"{name} {version(name)}" for name in _PACKAGES),
        *(f"{name}: {value}" for name, value in facts.items()),
        "",
        *_chain(error),
    ]
    return "\n".join(lines) + "\n"


def leave(error: BaseException, facts: Mapping[str, object]) -> str:
    """Write the report; what to tell the user: where it lies, and to whom to send it."""
    text = report(error, facts)
    name = f"crash-{datetime.now():%Y%m%d-%H%M%S}.txt"
    path = state_folder() / name
    failed = _("recoupe failed by a mistake of its own ({kind}).").format(kind=type(error).__name__)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode("utf-8"))
    except OSError:
        return f"{failed}\n{text}"
    return "\n".join(
        (
            failed,
            _("What is needed to mend it stands in {path}").format(path=path),
            _("Please send that file to recoupe's makers: it holds nothing of what you read."),
            _("Your notes and what was indexed are kept."),
        )
    )


def tell(words: str) -> None:
    """Say it on the error output, where nothing of it can be obeyed."""
    print("".join(c if c.isprintable() or c in KEPT else "?" for c in words), file=sys.stderr)


def _chain(error: BaseException) -> list[str]:
    """The error and those that it came from, the first one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_chain(before), "", "and then:", ""] if before is not None else []
    frames = traceback.extract_tb(error.__traceback__)
    lines += [line.rstrip("\n") for line in traceback.format_list(frames)]
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}: {_said(error)}")
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            lines += ["", "of these:", "", *_chain(one)]
    return lines


def _said(error: BaseException) -> str:
    """The error's message without what it quotes."""
    if isinstance(error, OSError):
        return f"[{error.errno}] {error.strerror}"
    if isinstance(error, _OF_PROGRAMS):
        return str(error)
    said = _QUOTED.sub("'…'", str(error))
    return said if len(said) <= LONGEST else f"({len(said)} characters)"
