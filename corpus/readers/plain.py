"""Plain text and Markdown: one file, one article."""

from collections.abc import Iterator
from pathlib import Path

from corpus.article import build, refusal
from corpus.clean import clean
from corpus.decode import decode
from corpus.readers.raw import UnreadableError, read_all
from corpus.types import Article, ArticleId, Problem

_MARKDOWN = {".md", ".markdown"}
_HTML = ("<!doctype html", "<html")


def read(file: Path, path: str) -> Iterator[Article | Problem]:
    """The article of a text file at `file`, `path` being its place inside the folder."""
    try:
        data = read_all(file)
    except UnreadableError as error:
        yield Problem(path, "read", str(error))
        return
    decoded = decode(data)
    if decoded is None:
        yield Problem(path, "read", "not text: it holds bytes that no text encoding has")
    elif decoded.text[:100].lstrip().lower().startswith(_HTML):
        yield Problem(path, "read", "not read yet: an HTML page, whatever its name says")
    elif reason := refusal(decoded.text):
        yield Problem(path, "clean", reason)
    else:
        markdown = any(suffix in _MARKDOWN for suffix in file.suffixes[-2:])
        cleaned = clean(decoded.text, markdown=markdown)
        yield build(ArticleId(path), path, cleaned, alignment=True)
