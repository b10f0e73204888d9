"""A folder, or one file → its articles, cleaned. The first step of everything."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.readers import jsonl, plain
from corpus.readers.raw import why
from corpus.types import Article, Problem

VERSION = 1
"""Of reading and cleaning: one more whenever the same file could give another article."""

_TEXT = {".txt", ".text", ".md", ".markdown", ""}
_LINES = {".jsonl", ".ndjson"}

# Known documents that a later version reads, and their names in plain English.
_LATER = {
    ".htm": "HTML page",
    ".html": "HTML page",
    ".xhtml": "HTML page",
    ".mhtml": "saved web page",
    ".pdf": "PDF document",
    ".doc": "Word document",
    ".docx": "Word document",
    ".odt": "OpenDocument text",
    ".rtf": "RTF document",
    ".epub": "EPUB book",
    ".csv": "CSV table",
    ".tsv": "TSV table",
    ".json": "JSON document",
    ".xml": "XML document",
    ".rss": "RSS feed",
    ".atom": "Atom feed",
    ".eml": "e-mail",
    ".mbox": "mailbox",
    ".zip": "ZIP archive",
    ".tar": "TAR archive",
    ".tgz": "TAR archive",
    ".7z": "7-Zip archive",
}

# What lies beside saved articles and never is one: nothing is said of it.
_BESIDE = set(
    ".png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .avif .heic .mp3 .mp4 .m4a .ogg .wav"
    " .webm .mov .avi .mkv .css .js .mjs .map .woff .woff2 .ttf .otf .eot .lock .db .sqlite"
    " .pyc".split()
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the folder: its posix path inside it, its size in bytes, when it was changed."""

    path: str
    size: int
    mtime_ns: int


def scan(root: Path) -> Iterator[SourceFile]:
    """Every regular file of a folder, by path, or the one file that `root` is.

    Hidden files and folders are left out, and so are links that lead out of the folder. Linked
    folders are not entered: what they lead to inside the folder is met where it really is.
    """
    if root.is_file():
        yield _source_file(root, root.name)
        return
    real = root.resolve()
    files: list[tuple[str, Path]] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = (Path(folder, name) for name in names if not name.startswith("."))
        files += ((file.relative_to(root).as_posix(), file) for file in shown)
    for path, file in sorted(files):
        if _belongs(file, real):
            yield _source_file(file, path)


def load(root: Path, path: str) -> Iterator[Article | Problem]:
    """The articles of one file of `scan(root)`; what cannot be read is a `Problem`.

    Nothing is yielded for a file that is no article by its kind (an image, a style sheet).
    """
    file = root if root.is_file() and path == root.name else root / path
    problem = _refusal(root, file, path)
    if problem:
        yield problem
        return
    suffixes = [suffix.lower() for suffix in PurePosixPath(path).suffixes[-2:]]
    suffix = "".join(suffixes[-1:])
    if suffix == ".gz":
        suffix = suffixes[-2] if len(suffixes) > 1 else ".gz"
    if suffix in _LINES:
        yield from jsonl.read(file, path)
    elif suffix in _TEXT:
        yield from plain.read(file, path)
    elif suffix in _LATER:
        yield Problem(path, "read", f"not read yet: {_LATER[suffix]}")
    elif suffix not in _BESIDE:
        yield Problem(path, "read", f"not a format that recoupe reads ({suffix})")


def _source_file(file: Path, path: str) -> SourceFile:
    state = file.stat()
    return SourceFile(path, state.st_size, state.st_mtime_ns)


def _belongs(file: Path, real: Path) -> bool:
    """Whether a path is a regular file that really is inside the folder at `real`."""
    if not file.is_file():
        return False
    return not file.is_symlink() or file.resolve().is_relative_to(real)


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
