"""RSS (0.9 to 2.0) and Atom feeds saved to a file: one article an entry.

Read from the tree that `markup` makes, because feedparser expands entities and needs a
millisecond and a half for an entry.
"""

import re
from collections.abc import Iterator
from email.utils import parseaddr, parsedate_tz
from html.entities import name2codepoint
from io import BufferedReader

from lxml import etree

from corpus.decode import decode
from corpus.readers import draft, fragment, records
from corpus.readers.draft import Line
from corpus.readers.markup import parsed
from corpus.readers.raw import UnreadableError, read_stream
from corpus.readers.reading import article
from corpus.types import Article, Problem

_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_NAMED = re.compile(rb"&([A-Za-z]{2,8}[0-9]?);")
_XML_NAMES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{1,40})[\"']")
_LATIN = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"iso-8859-15", b"windows-1252")
_IN_BRACKETS = re.compile(r"[^()]*@[^()]*\(([^()]+)\)")


def read(stream: BufferedReader, name: str) -> Iterator[Article | Problem]:
    """The articles of a feed's entries, numbered from 1."""
    root = _root(read_stream(stream))
    entries = list(root.iter("{*}item", "{*}entry"))
    if not entries:
        raise UnreadableError("no article: a feed without entries, or a damaged one")
    about = next(root.iter("{*}channel"), root)
    outlet = fragment.one_line(_words(about, "title"))
    for number, entry in enumerate(entries, 1):
        found = {
            "authors": list(_authors(entry)),
            "source": records.outlet(_link(entry)) or outlet,
            "date": day(_words(entry, "pubDate", "published", "issued", f"{_DC}date", "updated")),
            "lang": _words(about, "language", f"{_DC}language"),
        }
        title = fragment.one_line(_words(entry, "title"))
        extracted = draft.joined(_lines(entry), title, records.beside(found))
        yield article(extracted, f"{name}#{number}")


def day(date: str) -> str | None:
    """The day of a date as mail and RSS write it, where it was written; of ISO dates the day."""
    parts = parsedate_tz(date)
    if parts is None:
        return date[:10] or None
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}"


def _root(data: bytes) -> etree._Element:
    """The root of a feed, its encoding and the names of letters mended."""
    # Names that HTML has and XML has not; inside of quoted HTML the number means the same.
    data = _NAMED.sub(lambda found: _numbered(found[1]), data)
    declared = _DECLARED.search(data[:200])
    decoded = decode(data)
    if decoded is None or (declared and declared[1].lower() not in _LATIN):
        return parsed(data)
    return parsed(decoded.text.encode("utf-8", "replace"), encoding="utf-8")


def _numbered(name: bytes) -> bytes:
    code = name2codepoint.get(name.decode())
    return b"&%s;" % name if code is None or name in _XML_NAMES else b"&#%d;" % code


def _children(entry: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of these names, in the feed's own namespace where none is given."""
    space = entry.tag.rpartition("}")[0]
    own = f"{space}}}" if space else ""
    for name in names:
        yield from entry.iterchildren(name if name.startswith("{") else f"{own}{name}")


def _words(entry: etree._Element, *names: str) -> str:
    """The text of the first child that has any, of the first name that has one."""
    texts = ("".join(child.itertext()).strip() for child in _children(entry, *names))
    return next((text for text in texts if text), "")


def _link(entry: etree._Element) -> str:
    """The address of an entry's page."""
    for link in _children(entry, "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
    return _words(entry, "link")


def _authors(entry: etree._Element) -> Iterator[str]:
    """The names of an entry's authors; RSS gives a mail address with the name in brackets."""
    for author in _children(entry, "author", f"{_DC}creator"):
        text = " ".join((_words(author, "name") or "".join(author.itertext())).split())
        bracketed = _IN_BRACKETS.fullmatch(text)
        yield bracketed[1] if bracketed else parseaddr(text)[0] if "@" in text else text


def _lines(entry: etree._Element) -> list[Line]:
    """The paragraphs of an entry: its full content where it has any, else its summary."""
    places = (f"{_CONTENT}encoded", "content", "description", "summary")
    contents = list(_children(entry, *places))
    if not contents:
        return []
    best = max(contents, key=lambda content: len("".join(content.itertext())))
    if len(best):  # XHTML, as a tree
        return fragment.lines(etree.tostring(best, encoding="unicode", with_tail=False))
    text = best.text or ""
    if best.tag.endswith("}content") and best.get("type", "text") in ("text", "text/plain"):
        return [Line(line) for line in text.split("\n") if line.strip()]
    return fragment.lines(text)
