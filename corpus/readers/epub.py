"""EPUB books, issues of newspapers, saved articles (EPUB 3.3 and the older OPF 2)."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from corpus.decode import decode
from corpus.readers import draft, fragment, records
from corpus.readers.draft import Line
from corpus.readers.markup import parsed
from corpus.readers.package import Package
from corpus.readers.raw import UnreadableError
from corpus.readers.reading import article
from corpus.types import Article, Problem

PROSE = 200
"""Characters of running text that a chapter has at least; covers and title pages have less."""

_MAKERS = ("calibre",)
"""Programs that give themselves as the author or publisher of what they make."""


def read(package: Package, name: str) -> Iterator[Article | Problem]:
    """One article a chapter, numbered from 1 as they stand in the book; without number if alone."""
    container = package.read("META-INF/container.xml")
    root = parsed(container).find(".//{*}rootfile") if container else None
    place = root.get("full-path", "") if root is not None else ""
    data = package.read(place)
    if data is None:
        raise UnreadableError("not an EPUB book: it does not say what it holds")
    book = parsed(data)
    stated = {field: _stated(book, field) for field in ("creator", "date", "language", "publisher")}
    chapters = [
        (number, lines)
        for number, path in enumerate(_chapters(book, place, package), 1)
        if _is_prose(lines := _lines(package, path))
    ]
    if not chapters:
        raise UnreadableError("no text: its chapters are pictures, or empty")
    beside = records.beside(
        {
            "authors": [creator for creator in stated["creator"] if creator.lower() not in _MAKERS],
            "date": next(iter(stated["date"]), None) if _is_published(book) else None,
            "source": next((p for p in stated["publisher"] if p.lower() not in _MAKERS), None),
            "lang": next(iter(stated["language"]), None),
        }
    )
    title = next(iter(_stated(book, "title")), None)
    if len(chapters) == 1:
        yield article(draft.extracted(chapters[0][1], title, beside), name)
        return
    for number, lines in chapters:
        yield article(draft.extracted(lines, None, beside), f"{name}#{number}")


def _stated(book: etree._Element, field: str) -> list[str]:
    """What the book's record says in a field of Dublin Core."""
    found = book.iter(f"{{http://purl.org/dc/elements/1.1/}}{field}")
    return [" ".join(element.text.split()) for element in found if element.text]


def _is_published(book: etree._Element) -> bool:
    """Whether the record's date is more than the moment at which a program wrote the file."""
    modified = [
        meta.text or ""
        for meta in book.iter("{*}meta")
        if meta.get("property") == "dcterms:modified"
    ]
    return not any(date in modified for date in _stated(book, "date"))


def _chapters(book: etree._Element, place: str, package: Package) -> Iterator[str]:
    """The members that hold the chapters, in reading order."""
    folder = posixpath.dirname(place)
    locked = package.read("META-INF/encryption.xml") or b""
    items = {item.get("id"): item for item in book.iter("{*}item")}
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        if path.encode() in locked:
            raise UnreadableError("locked: the book's text is encrypted")
        yield path


def _lines(package: Package, path: str) -> list[Line]:
    data = package.read(path)
    decoded = decode(data) if data else None
    return fragment.lines(decoded.text) if decoded else []


def _is_prose(lines: list[Line]) -> bool:
    """Whether a chapter has running text."""
    return sum(len(line.text) for line in lines if line.rank is None) >= PROSE
