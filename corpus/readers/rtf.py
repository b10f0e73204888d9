"""RTF documents, by striprtf."""

import re

from striprtf.striprtf import rtf_to_text

from corpus.article import Beside
from corpus.readers.draft import Line, extracted
from corpus.readers.extracted import Extracted

# Pictures, which the library would go through sign by sign.
_PICTURE = re.compile(rb"(?:[0-9A-Fa-f]{64}[\r\n]*+)++[0-9A-Fa-f]*")
_TITLE = re.compile(r"\{\\title ((?:[^{}]|\{[^{}]{0,200}\}){1,500})\}")


def extract(data: bytes) -> Extracted:
    """The paragraphs of a document. RTF is ASCII; other bytes are those of Windows' encoding."""
    source = _PICTURE.sub(b"", data).decode("cp1252", errors="replace")
    title = _TITLE.search(source)
    stated = _plain(rf"{{\rtf1\ansi {title[1]}}}").strip() if title else None
    lines = [Line(line) for line in _plain(source).split("\n") if line.strip()]
    return extracted(lines, stated, Beside())


def _plain(source: str) -> str:
    text = rtf_to_text(source, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    return str(text)
