"""An open file, or a part of one → its articles, by the reader of its kind."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from io import BufferedReader
from typing import TypeAlias

from corpus.article import build, refusal
from corpus.clean import clean
from corpus.readers.extracted import Extracted
from corpus.readers.kinds import HEAD, Kind, kind
from corpus.readers.parts import Part
from corpus.readers.raw import UnreadableError, read_stream
from corpus.types import Article, ArticleId, Folded, Problem

MAX_CHARACTERS = 5_000_000
"""Of a document's text: the longest novels have 4 million."""

_OF_MANY: dict[Kind, str] = {
    "text": "plain",
    "jsonl": "jsonl",
    "json": "json_document",
    "table": "table",
    "feed": "feed",
    "mail": "mail",
}
"""The modules whose `read` takes an open file and its name, and yields articles."""

_OF_PARTS: dict[Kind, str] = {"mailbox": "mailbox", "zip": "archive"}
"""The modules whose `read` takes besides the part to begin with, and says each part."""

_OF_ONE: dict[Kind, str] = {"html": "html", "pdf": "pdf", "rtf": "rtf"}
"""The modules whose `extract` takes the bytes of a document, and gives its text."""

Reader: TypeAlias = Callable[[BufferedReader, str], Iterator[Article | Problem]]
PartsReader: TypeAlias = Callable[[BufferedReader, str, int], Iterator[Article | Problem | Part]]
Extract: TypeAlias = Callable[[bytes], Extracted | str]


def kind_of(stream: BufferedReader, name: str) -> Kind:
    """The kind of an open file, which stays at its start; raises `UnreadableError` for none."""
    return kind(stream.peek(HEAD)[:HEAD], name)


def articles(stream: BufferedReader, name: str) -> Iterator[Article | Problem]:
    """The articles of an open file; what cannot be read of it is a `Problem`.

    `name` is what ids begin with, and tells the kind where the contents leave it open. Libraries
    are imported when a file needs them. What they raise of a file that no one foresaw is not
    caught here: files that need them are read in a child (`corpus.readers.child`).
    """
    for item in articles_and_parts(stream, name, 0):
        if not isinstance(item, Part):
            yield item


def articles_and_parts(
    stream: BufferedReader, name: str, first: int
) -> Iterator[Article | Problem | Part]:
    """As `articles`, beginning with part `first` of a file that has parts, each of them said."""
    try:
        found = kind_of(stream, name)
        if found in _OF_PARTS:
            read_parts: PartsReader = import_module(f"corpus.readers.{_OF_PARTS[found]}").read
            yield from read_parts(stream, name, first)
        elif found in _OF_MANY:
            read: Reader = import_module(f"corpus.readers.{_OF_MANY[found]}").read
            yield from read(stream, name)
        else:
            extract: Extract = import_module(f"corpus.readers.{_OF_ONE[found]}").extract
            yield article(extract(read_stream(stream)), name)
    except UnreadableError as error:
        yield Problem(name, "read", str(error))


def article(extracted: Extracted | str, name: str) -> Article | Problem:
    """The article of a document's text, or of the reason why there is none."""
    if isinstance(extracted, str):
        return Problem(name, "read", extracted)
    text = extracted.text
    if len(text) > MAX_CHARACTERS:
        return Problem(name, "read", f"more than {MAX_CHARACTERS:,} characters: no article")
    if reason := refusal(text):
        return Problem(name, "clean", reason)
    cleaned = clean(text, title=extracted.title, headings=extracted.headings)
    left_out = tuple(Folded(words, rule, 0, None) for rule, words in extracted.left_out)
    cleaned = replace(cleaned, folded=(*left_out, *cleaned.folded))
    return build(ArticleId(name), name, cleaned, extracted.beside, alignment=False)
