"""OpenDocument texts (OASIS ODF 1.3 part 3)."""

from collections.abc import Iterator

from lxml import etree

from corpus.article import Beside
from corpus.readers.draft import TITLE, Line, extracted
from corpus.readers.extracted import Extracted
from corpus.readers.markup import local, parsed
from corpus.readers.package import Package
from corpus.readers.raw import UnreadableError
from corpus.readers.reading import article
from corpus.types import Article, Problem

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"

# Deleted words, remarks, the numbers of notes, and texts for those who do not see a picture.
_GONE = {"tracked-changes", "annotation", "note-citation", "title", "desc", "ruby-text"}
MAX_BLANKS = 100
"""Blanks in a row that one element may stand for."""


def read(package: Package, name: str) -> Iterator[Article | Problem]:
    """The article of a document."""
    yield article(extract(package), name)


def extract(package: Package) -> Extracted:
    """The paragraphs of the document's body, tables, text boxes and notes included."""
    content = package.read("content.xml")
    root = parsed(content) if content else None
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise UnreadableError("not an OpenDocument text: a table, a drawing or a presentation")
    parents = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name")
        for style in root.iter(f"{_STYLE}style")
    }
    lines: list[Line] = []
    subtitle = None
    for element in body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if any(local(above.tag) in _GONE for above in element.iterancestors()):
            continue
        text = "".join(_words(element))
        style = element.get(f"{_TEXT}style-name")
        name = parents.get(style) or style
        if name == "Subtitle":
            subtitle = subtitle or " ".join(text.split()) or None
        lines.append(Line(text, TITLE if name == "Title" else _level(element)))
    return extracted(lines, _stated(package), Beside(subtitle=subtitle))


def _stated(package: Package) -> str | None:
    """The title of the document's record."""
    data = package.read("meta.xml")
    return parsed(data).findtext(f"{_OFFICE}meta/{_DC}title") or None if data else None


def _level(element: etree._Element) -> int | None:
    if element.tag != f"{_TEXT}h":
        return None
    level = element.get(f"{_TEXT}outline-level", "1")
    return int(level) if level.isdecimal() and len(level) < 3 else 1


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph, not those of the paragraphs of a frame or a note in it."""
    yield _plain(element.text)
    for child in element:
        name = local(child.tag)
        if name == "s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * (min(int(count), MAX_BLANKS) if count.isdecimal() else 1)
        elif name == "tab":
            yield " "
        elif name == "line-break":
            yield "\n"
        elif name not in _GONE and name not in ("p", "h"):
            yield from _words(child)
        yield _plain(child.tail)


def _plain(text: str | None) -> str:
    """Text as it counts in ODF: line ends and tabs in the XML are blanks (§6.1.2)."""
    return " ".join(f"|{text or ''}|".split())[1:-1]
