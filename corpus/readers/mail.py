"""Mail: a newsletter saved as a file, or a web page that a browser saved as one (MHTML)."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr
from io import BufferedReader

from corpus.decode import decode
from corpus.readers import draft, fragment, html, kinds, records
from corpus.readers.draft import Line
from corpus.readers.feed import day
from corpus.readers.raw import UnreadableError, read_stream
from corpus.readers.reading import article
from corpus.types import Article, Problem

_PAGES = (".mhtml", ".mht")
_FORWARDED = re.compile(r"(?:(?:re|ré|fwd?|tr)\s*:\s*)+", re.IGNORECASE)
_ASCII = frozenset(("us-ascii", "ascii", "utf-8", "iso-8859-1", "iso-8859-15", "windows-1252"))
"""Encodings that mails state without using them; which one it is shows in the text."""


def read(stream: BufferedReader, name: str) -> Iterator[Article | Problem]:
    """The article of a mail or of a saved page."""
    yield message(read_stream(stream), name)


def message(data: bytes, name: str) -> Article | Problem:
    """The article of a mail: its subject is the title, its sender the outlet."""
    mail = message_from_bytes(data, policy=default)
    if kinds.suffix(name) in _PAGES:
        return _page(mail, name)
    part = mail.get_body(("html", "plain"))
    if part is None:
        raise UnreadableError("no text: a mail of attachments only")
    sender, address = parseaddr(_header(mail, "from"))
    found = {
        "source": sender or address.rpartition("@")[2],
        "date": day(_header(mail, "date")),
    }
    title = _FORWARDED.sub("", _header(mail, "subject"), count=1).strip() or None
    return article(draft.joined(_lines(part), title, records.beside(found)), name)


def _page(mail: EmailMessage, name: str) -> Article | Problem:
    """The article of a page that a browser saved with its pictures."""
    part = mail.get_body(("html",))
    if part is None:
        raise UnreadableError("no page in it")
    extracted = html.extract(_payload(part), encoding=part.get_content_charset())
    return article(extracted, name)


def _lines(part: MIMEPart) -> list[Line]:
    """The paragraphs of a mail's text."""
    charset = part.get_content_charset() or "us-ascii"
    data = _payload(part)
    decoded = decode(data)
    if charset not in _ASCII or decoded is None:
        try:
            text = data.decode(charset, errors="replace")
        except (LookupError, ValueError) as error:
            raise UnreadableError(f"in an encoding that is not known: {charset[:40]}") from error
    else:
        text = decoded.text
    if part.get_content_type() == "text/html":
        return fragment.lines(text)
    if part.get_param("format") == "flowed":  # RFC 3676: a blank at the end, the line goes on
        text = re.sub(r" \r?\n", " ", text)
    return [Line(text)]


def _payload(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(mail: EmailMessage, name: str) -> str:
    """A header's words, "" where there is none, or one that Python's parser stumbles over."""
    try:
        value = str(mail[name] or "")
    except (IndexError, AttributeError, ValueError, LookupError, OverflowError):
        return ""
    return " ".join(value.split())
