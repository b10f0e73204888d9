"""Plain text and Markdown: one file, one article."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from corpus.article import build, refusal
from corpus.clean import Cleaned, clean
from corpus.decode import decode
from corpus.normalise import normalise
from corpus.readers import records
from corpus.readers.front_matter import FrontMatter, front_matter
from corpus.readers.raw import UnreadableError, read_stream
from corpus.types import Article, ArticleId, Folded, Problem, Span

_MARKDOWN = {".md", ".markdown"}
_NO_LINE_END = re.compile(r"[^\n]")


def read(stream: BinaryIO, name: str) -> Iterator[Article | Problem]:
    """The article of a text file."""
    decoded = decode(read_stream(stream))
    if decoded is None:
        raise UnreadableError("not text: it holds bytes that no text encoding has")
    text = decoded.text
    if reason := refusal(text):
        yield Problem(name, "clean", reason)
        return
    markdown = any(suffix.lower() in _MARKDOWN for suffix in PurePosixPath(name).suffixes[-2:])
    front = front_matter(text)
    if front is None:
        yield build(ArticleId(name), name, clean(text, markdown=markdown), alignment=True)
        return
    # Blanked, not cut off, so that offsets lead to the file as it is.
    blanked = _NO_LINE_END.sub(" ", text[: front.end]) + text[front.end :]
    cleaned = clean(blanked, title=front.found.get("title"), markdown=markdown)
    cleaned = _with_front_matter(cleaned, front, text)
    yield build(ArticleId(name), name, cleaned, records.beside(front.found), alignment=True)


def _with_front_matter(cleaned: Cleaned, front: FrontMatter, text: str) -> Cleaned:
    """The cleaned text with its front matter folded, and its title aligned with the line there."""
    lines = normalise(text[: front.end]).text.strip()
    folded = Folded(lines, "front-matter", 0, Span(0, front.end))
    alignment = cleaned.alignment
    if front.title and cleaned.title:
        starts = (front.title.start, *alignment.source_starts[1:])
        alignment = replace(alignment, source_starts=starts)
    return replace(cleaned, folded=(folded, *cleaned.folded), alignment=alignment)
