"""A folder, or one file → its articles, cleaned. The first step of everything."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus.readers import child, kinds, reading
from corpus.readers.raw import Expanded, UnreadableError, open_bytes, why
from corpus.types import Article, Problem

VERSION = 3
"""Of reading and cleaning: one more whenever the same file could give another article."""

_OF_LINES: frozenset[kinds.Kind] = frozenset(("jsonl", "table"))
_WHOLE: frozenset[kinds.Kind] = frozenset(("text", "json"))
"""Kinds that only our own code and Python's reads, line by line or whole: they need no child."""

MAX_IN_PROCESS = 1024 * 1024
"""Bytes of a file read whole from which a child reads it all the same, as its time and memory
are watched; of a packed one nobody knows how many there are."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the folder: its posix path inside it, its size in bytes, when it was changed."""

    path: str
    size: int
    mtime_ns: int


def scan(root: Path) -> Iterator[SourceFile | Problem]:
    """Every regular file of a folder, by path, or the one file that `root` is.

    Hidden files and folders are left out, and so are links that lead out of the folder, and the
    folders of pictures and scripts that browsers save beside a page. Linked folders are not
    entered: what they lead to inside the folder is met where it really is. A folder that cannot
    be looked into is a `Problem` of the stage "scan" ("." for `root` itself).
    """
    if root.is_file():
        state = root.stat()
        yield SourceFile(root.name, state.st_size, state.st_mtime_ns)
        return
    found: list[SourceFile | Problem] = []
    real = root.resolve()
    folders = [(os.fspath(root), "")]
    while folders:
        folder, path = folders.pop()
        try:
            with os.scandir(folder) as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            found.append(Problem(path.rstrip("/") or ".", "scan", why(error)))
            continue
        beside = _page_folders([entry.name for entry in shown])
        for entry in shown:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in beside:
                    folders.append((entry.path, f"{path}{entry.name}/"))
            elif (file := _source_file(entry, path + entry.name, real)) is not None:
                found.append(file)
    yield from sorted(found, key=lambda item: item.path)


def load(root: Path, path: str) -> Iterator[Article | Problem]:
    """The articles of one file of `scan(root)`; what cannot be read is a `Problem`.

    Nothing is yielded for a file that is no article by its kind (an image, a style sheet).
    """
    file = root if root.is_file() and path == root.name else root / path
    problem = _refusal(root, file, path)
    if problem:
        yield problem
    elif not kinds.passed_over(path):
        yield from _read(file, path)


def _read(file: Path, path: str) -> Iterator[Article | Problem]:
    """The articles of a file, by its kind in this process or in a child."""
    try:
        with closing(open_bytes(file)) as stream:
            kind = reading.kind_of(stream, path)
            packed = isinstance(stream.raw, Expanded)
            large = packed or file.stat().st_size > MAX_IN_PROCESS
            if kind in _OF_LINES or (kind in _WHOLE and not large):
                yield from reading.articles(stream, path)
                return
    except UnreadableError as error:
        yield Problem(path, "read", str(error))
        return
    except OSError as error:
        yield Problem(path, "read", why(error))
        return
    yield from child.read(file, path)


def _page_folders(names: list[str]) -> set[str]:
    """The names that browsers give to the folder of what belongs to a saved page."""
    pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}
    return {f"{page}{end}" for page in pages for end in ("_files", "_fichiers", ".files")}


def _source_file(entry: os.DirEntry[str], path: str, real: Path) -> SourceFile | None:
    """An entry that is a regular file and really is inside the folder at `real`, else None."""
    try:
        if not entry.is_file():
            return None
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(real):
            return None
        state = entry.stat()
    except OSError:
        return None  # gone since, or a link that leads nowhere
    return SourceFile(path, state.st_size, state.st_mtime_ns)


def _refusal(root: Path, file: Path, path: str) -> Problem | None:
    """Why a path is not opened at all: outside the folder, gone, or without a readable name."""
    if not path.isprintable() and any("\ud800" <= character <= "\udfff" for character in path):
        shown = path.encode("utf-8", "backslashreplace").decode()
        return Problem(shown, "read", "its name is not valid text: rename the file")
    try:
        if not file.is_file():
            return Problem(path, "read", "no such file")
        inside = file is root or file.resolve().is_relative_to(root.resolve())
    except OSError as error:
        return Problem(path, "read", why(error))
    return None if inside else Problem(path, "read", "outside the folder")
