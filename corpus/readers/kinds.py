"""What kind of file it is: told from its first bytes, and from its name where these leave it open.

A name is a wish: "page.pdf" may hold a web page, and is read as one.
"""

import re
from posixpath import splitext
from typing import Literal

from corpus.readers.raw import UnreadableError

Kind = Literal[
    "text", "jsonl", "json", "table", "html", "feed", "mail", "mailbox", "pdf", "rtf", "zip"
]
"""Word, OpenDocument and EPUB files are "zip": only their contents tell them apart."""

HEAD = 4096
"""Bytes that tell the kind."""

_BY_NAME: dict[str, Kind] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "table",
    ".tsv": "table",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".eml": "mail",
    ".mbox": "mailbox",
}

# What only its contents make so, and its name in plain English.
_BY_CONTENTS = {
    ".pdf": "a PDF document",
    ".docx": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "an RTF document",
    ".epub": "an EPUB book",
    ".zip": "a ZIP archive",
    ".doc": "a Word document",
    ".xml": "an XML document",
    ".rss": "a feed",
    ".atom": "a feed",
    ".rdf": "a feed",
}

_NOT_READ = {
    ".tar": "a TAR archive",
    ".tgz": "a TAR archive",
    ".7z": "a 7-Zip archive",
    ".rar": "a RAR archive",
    ".gz": "a gzip file whose name does not say of what",
    ".xlsx": "a spreadsheet: save it as CSV",
    ".xls": "a spreadsheet: save it as CSV",
    ".ods": "a spreadsheet: save it as CSV",
    ".pptx": "a slide show",
    ".odp": "a slide show",
    ".pages": "a Pages document: save it as DOCX",
    ".mobi": "a Kindle book",
}

# What lies beside saved articles and never is one: nothing is said of it.
_BESIDE = set(
    ".png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .avif .heic .mp3 .mp4 .m4a .ogg .wav"
    " .webm .mov .avi .mkv .css .js .mjs .map .woff .woff2 .ttf .otf .eot .lock .db .sqlite"
    " .pyc".split()
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024
"""Bytes before which a PDF document must say that it is one (ISO 32000-1, annex H.3.4.1)."""

_ELEMENT = re.compile(rb"<([a-z][\w:-]*)", re.IGNORECASE)
_HTML_OPENING = re.compile(rb"\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_FEEDS = {b"rss", b"feed", b"rdf:rdf", b"rdf"}
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def suffix(name: str) -> str:
    """The suffix that says what a file holds, in lower case, without the one for gzip."""
    stem, end = splitext(name.lower())
    return splitext(stem)[1] or end if end == ".gz" else end


def passed_over(name: str) -> bool:
    """Whether a file is no article by its name (a picture, a style sheet)."""
    return suffix(name) in _BESIDE


def kind(head: bytes, name: str) -> Kind:
    """The kind of a file by its first HEAD bytes and its name.

    Raises `UnreadableError` where it is none that is read.
    """
    found = _by_magic(head) or _by_markup(_narrow(head), suffix(name))
    if found:
        return found
    end = suffix(name)
    if end in _BY_NAME:
        return _BY_NAME[end]
    if head.startswith(_OLE):
        raise UnreadableError("an old Word document or another of its time: save it as DOCX")
    if end in _BY_CONTENTS:
        raise UnreadableError(f"not {_BY_CONTENTS[end]}, whatever its name says")
    if end in _NOT_READ:
        raise UnreadableError(f"not read: {_NOT_READ[end]}")
    raise UnreadableError(f"not a format that recoupe reads ({end})")


def _by_magic(head: bytes) -> Kind | None:
    """The kind that the first bytes alone state."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    at = head.find(b"%PDF-", 0, _PDF_WITHIN)
    # Text may speak of the mark: before the real one, some programs write a few bytes of junk.
    return "pdf" if at == 0 or (at > 0 and b"\0" in head) else None


def _by_markup(head: bytes, end: str) -> Kind | None:
    """The kind of a document in HTML or XML, by its root element."""
    if _HTML_OPENING.match(head):
        return "html"
    markup = end in _BY_CONTENTS or head.lstrip()[:5].lower() == b"<?xml"
    name = _root(head) if markup else None
    if name in _FEEDS:
        return "feed"
    if name == b"html":
        return "html"
    if name and end in (".xml", ".rss", ".atom", ".rdf"):
        raise UnreadableError(f"an XML document of another kind ({name.decode(errors='replace')})")
    return None


def _root(head: bytes) -> bytes | None:
    """The name of the root element: comments, declarations, a document type may stand before it."""
    at = 0
    while (at := head.find(b"<", at)) >= 0:
        if element := _ELEMENT.match(head, at):
            return element[1].lower()
        if head.startswith(b"<!--", at):
            end = b"-->"
        elif head[at : at + 9].lower() == b"<!doctype" and b"[" in head[at:].partition(b">")[0]:
            end = b"]"
        else:
            end = b">"
        at = head.find(end, at) + 1
        if at == 0:
            return None
    return None


def _narrow(head: bytes) -> bytes:
    """The head without a byte order mark and zero bytes, so that UTF-16 reads like ASCII."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"") if head[:4].count(0) else head
