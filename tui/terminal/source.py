"""The file that an article was read from: where it is, at which line, and what can show it."""

import shlex
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.decode import decode
from corpus.types import Article
from tui.language.i18n import _
from tui.terminal.manners import far

PLUS = frozenset(
    "vi vim nvim view vis elvis nano pico emacs emacsclient mg joe jed ne kak micro mcedit "
    "gedit less more most".split()
)
"""Editors and pagers that take a line as +12 before the file."""
COLON = frozenset("hx helix zed subl code code-insiders codium".split())
"""Editors that take it after the file's name, as file:12."""

_PAGES = frozenset((".html", ".htm", ".xhtml"))
_NOT_TEXT = frozenset(".pdf .docx .odt .epub .rtf .doc .zip .gz".split())
_LINES = frozenset((".jsonl", ".ndjson"))


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is there; `line` from 1, None where it is not known."""

    file: Path
    line: int | None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to show a file. `here`: it takes the terminal, rather than a window of its own."""

    label: str
    command: tuple[str, ...]
    here: bool


def locate(root: Path, article: Article, offset: int) -> Source | str:
    """Where the text's character at `offset` was read from, or why that cannot be shown.

    Reads the file: not for the thread that draws.
    """
    file = root if root.is_file() and article.path == root.name else root / article.path
    if not file.is_file():
        return _("{path} is no longer there.").format(path=file)
    name, _hash, number = article.id.rpartition("#")
    if (name or article.id).startswith(f"{article.path}/"):
        return _("This article lies in an archive: unpack {path} to open it.").format(path=file)
    if file.suffix.lower() == ".gz":
        return _("This article lies in a packed file: unpack {path} to open it.").format(path=file)
    if file.suffix.lower() in _LINES and number.isdecimal():
        return Source(file.resolve(), int(number))
    return Source(file.resolve(), _line(file, article, offset))


def ways(source: Source, environ: Mapping[str, str]) -> list[Way]:
    """All that can show the file here, the likeliest first."""
    file, found = source.file, []
    if file.suffix.lower() not in _NOT_TEXT:
        editor, pager = _editor(environ), _pager(environ)
        if editor:
            found.append(Way(_("editor: {name}"), command(editor, source), True))
        if pager:
            found.append(Way(_("pager: {name}"), command(pager, source), True))
    opener = _opener(environ)
    if opener:
        page = file.suffix.lower() in _PAGES
        label = _("browser") if page else _("this desktop's program for it")
        found.insert(0 if page else len(found), Way(label, (opener, str(file)), False))
    return [
        Way(way.label.format(name=Path(way.command[0]).name), way.command, way.here)
        for way in found
    ]


def command(editor: list[str], source: Source) -> tuple[str, ...]:
    """The editor's command line for a file, at the line where it takes one."""
    file, name = str(source.file), Path(editor[0]).stem
    if source.line is None:
        return (*editor, file)
    if name in PLUS:
        return (*editor, f"+{source.line}", file)
    if name in COLON:
        goto = ["-g"] if name.startswith("cod") else []
        return (*editor, *goto, f"{file}:{source.line}")
    return (*editor, file)


def _line(file: Path, article: Article, offset: int) -> int | None:
    """The line of the file, from 1; None where offsets do not lead there."""
    if article.alignment is None:
        return None
    try:
        decoded = decode(file.read_bytes())
    except OSError:
        return None
    if decoded is None:
        return None
    before = decoded.text[: article.alignment.source_offset(offset)]
    return before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def _editor(environ: Mapping[str, str]) -> list[str] | None:
    """The user's editor, or one that is there."""
    chosen = _words(environ.get("VISUAL") or environ.get("EDITOR") or "")
    return chosen or _first(environ, "editor", "nano", "vim", "vi")


def _pager(environ: Mapping[str, str]) -> list[str] | None:
    """The user's pager, or one that is there."""
    return _words(environ.get("PAGER") or "") or _first(environ, "less", "more")


def _words(line: str) -> list[str] | None:
    """A command line in words; None for none, or for one that cannot be read."""
    try:
        return shlex.split(line) or None
    except ValueError:
        return None


def _first(environ: Mapping[str, str], *names: str) -> list[str] | None:
    return next(([name] for name in names if shutil.which(name, path=environ.get("PATH"))), None)


def _opener(environ: Mapping[str, str]) -> str | None:
    """What opens a file with the desktop's program for it; None from afar and without a desktop."""
    if far(environ):
        return None
    if sys.platform == "darwin":
        return "open"
    desktop = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return "xdg-open" if desktop and shutil.which("xdg-open", path=environ.get("PATH")) else None
