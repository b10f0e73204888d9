"""Small documents in each format, as bytes, for the tests of the readers."""

import io
import zipfile
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A ZIP file of members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx(body: str, *, title: str = "", notes: str = "", doctype: str = "") -> bytes:
    """A Word document with the XML of its body; "h1" and "h2" are the ids of heading styles."""
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("t", "Title"), ("h1", "heading 1"), ("h2", "heading 2"))
    )
    based = '<w:style w:styleId="own"><w:name w:val="Mon titre"/><w:basedOn w:val="h2"/></w:style>'
    record = f'<c:p xmlns:c="{CORE}" xmlns:d="{DC}"><d:title>{title}</d:title></c:p>'
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": doctype
        + f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}{based}</w:styles>',
        "docProps/core.xml": record,
    }
    if notes:
        members["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{WORD}">{notes}</w:footnotes>'
    return zipped(members)


def word(text: str, style: str = "") -> str:
    """The XML of a paragraph of Word."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, title: str = "") -> bytes:
    """An OpenDocument text with the XML of its body."""
    spaces = f'xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:text:1.0" xmlns:d="{DC}"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<o:c {spaces}><o:body><o:text>{body}</o:text></o:body></o:c>",
            "meta.xml": f"<o:c {spaces}><o:meta><d:title>{title}</d:title></o:meta></o:c>",
        }
    )


def epub(chapters: Sequence[str], record: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """An EPUB book: the XHTML of each chapter's body, and the XML of its record."""
    items = "".join(f'<item id="c{n}" href="c%20{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        f'<package xmlns:dc="{DC}"><metadata>{record}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<c><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></c>'
    members = {"META-INF/container.xml": container, "OPS/book.opf": book, **(more or {})}
    for number, body in enumerate(chapters):
        page = f'<?xml version="1.0"?><html><head><title/></head><body>{body}</body></html>'
        members[f"OPS/c {number}.xhtml"] = page
    return zipped(members)


Placed = tuple[float, float, float, str]
"""A line of a PDF page: from the left, above the bottom, size of type (points), its words."""


def pdf(pages: Sequence[Sequence[Placed]], title: str = "") -> bytes:
    """A PDF document with lines of Helvetica at given places."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    objects.append(f"<< /Title ({title}) >>")
    kids = []
    for page in pages:
        stream = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, size, words in page
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        size = len(stream.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        data
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
            f"startxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
