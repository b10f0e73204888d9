"""PDF documents: the lines of each page, with where they stand, by PDFium."""

import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_double
from dataclasses import replace
from math import hypot

import pypdfium2
from pypdfium2 import raw as pdfium

from corpus.article import Beside
from corpus.readers import page_layout, page_lines
from corpus.readers.draft import extracted
from corpus.readers.extracted import Extracted
from corpus.readers.page_layout import SOFT_HYPHEN
from corpus.readers.page_lines import PageLine
from corpus.readers.raw import UnreadableError
from corpus.readers.records import outlet

_LINE_ENDS = (10, 13)
_LINE_HYPHENS = (0x02, 0xFFFE)
"""What PDFium writes for a hyphen at the end of a line, and leaves the line end away."""

_ADDRESS = re.compile(r"https?://\S+")

_UNKNOWN_SHARE = 0.3
"""With so many signs of which a font does not say what they are, nothing can be read."""


def extract(data: bytes) -> Extracted:
    """The paragraphs of a document, without the lines that stand on each of its pages.

    Its title is the largest line of its beginning, its outlet that of an address that a browser
    printed on its pages. Author and date of a PDF's own record are the file's, not the article's.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "locked with a password" if locked else "not a PDF document, or a damaged one"
        raise UnreadableError(reason) from error
    with closing(document):
        lines = [line for page in _pages(document) for line in page]
        stated = document.get_metadata_value("Title").strip() or None
    _check(lines)
    body, running = page_lines.without_running_lines(lines)
    addresses = (_ADDRESS.search(line) for line in running)
    source = next((outlet(found.group()) for found in addresses if found), None)
    found = extracted(page_layout.paragraphs(body), stated, Beside(source=source))
    return replace(found, left_out=tuple(("running-line", line) for line in running))


def _check(lines: list[PageLine]) -> None:
    """Raises `UnreadableError` where the lines hold no words."""
    if not lines:
        raise UnreadableError("no text: its pages are pictures, or empty")
    text = "".join(line.text for line in lines)
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < " " for c in text)
    if unknown > _UNKNOWN_SHARE * len(text):
        raise UnreadableError("its text cannot be read: its fonts do not say which letters it is")


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[PageLine]]:
    """The lines of each page, in the order in which the document draws them."""
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue  # a damaged page; the others are read
        with closing(page), closing(page.get_textpage()) as text:
            yield list(_lines(text, number))


def _lines(page: pypdfium2.PdfTextPage, number: int) -> Iterator[PageLine]:
    """The lines of a page: PDFium writes a line end where the next words stand elsewhere."""
    count = page.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(page, at) for at in range(count)]
    start = 0
    for at, code in enumerate([*codes, _LINE_ENDS[0]]):
        if code in _LINE_ENDS or code in _LINE_HYPHENS:
            line = _line(page, codes, start, min(at + 1, count), number)
            if line:
                yield line
            start = at + 1


def _line(
    page: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int, number: int
) -> PageLine | None:
    """The line of the characters from `start` to `end`, None where it holds no words."""
    text = _decoded(codes[start:end])
    shown = [at for at in range(start, end) if codes[at] > 32]
    if not text.strip() or not shown:
        return None
    first, last = shown[0], shown[-1]
    sizes = sorted(pdfium.FPDFText_GetFontSize(page, at) for at in shown)
    scale = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, first, scale)
    size = sizes[len(sizes) // 2] * (hypot(scale.c, scale.d) or 1)
    left, base = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(page, first, left, base)
    _, _, right, _ = page.get_charbox(last, loose=True)
    return PageLine(number, text, left.value, right, base.value, size)


def _decoded(codes: list[int]) -> str:
    """The text of PDFium's UTF-16 units, a hyphen that parts a word as a soft one."""
    data = b"".join(code.to_bytes(2, "little") for code in codes if code < 0x10000)
    text = data.decode("utf-16-le", errors="replace")
    return text.rstrip("\r\n").replace("\x02", SOFT_HYPHEN).replace("\ufffe", SOFT_HYPHEN)
