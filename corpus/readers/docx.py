"""Word documents (Office Open XML, ECMA-376 part 1, §17)."""

import re
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

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_BREAKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Words that were deleted or moved away, and what is shown instead of a newer form of the same.
_GONE = {"del", "moveFrom", "Fallback", "rPr", "pPr"}
_DEEPEST_STYLE = 10

Styles = dict[str, str]
"""For each style's id its rank: "title", "subtitle", "1" to "9"."""


def read(package: Package, name: str) -> Iterator[Article | Problem]:
    """The article of a document."""
    yield article(extract(package), name)


def extract(package: Package) -> Extracted:
    """The paragraphs of the document's body, tables and text boxes included, then its notes."""
    body = package.read("word/document.xml")
    if body is None:
        raise UnreadableError("not a Word document: it holds no text")
    styles = _styles(package.read("word/styles.xml"))
    lines: list[Line] = []
    subtitle = None
    for text, rank in _paragraphs(parsed(body), styles):
        if rank == "subtitle":
            subtitle = subtitle or " ".join(text.split()) or None
        level = TITLE if rank == "title" else int(rank) if rank.isdigit() else None
        lines.append(Line(text, level))
    notes = package.read("word/footnotes.xml")
    if notes is not None:
        lines += [Line(text) for text, _ in _paragraphs(parsed(notes), {})]
    return extracted(lines, _stated(package), Beside(subtitle=subtitle))


def _stated(package: Package) -> str | None:
    """The title of the document's record."""
    data = package.read("docProps/core.xml")
    found = parsed(data).findtext("{http://purl.org/dc/elements/1.1/}title") if data else None
    return found or None


def _styles(data: bytes | None) -> Styles:
    """The ranks of the document's styles, each its own or that of the style it is based on."""
    if data is None:
        return {}
    found: Styles = {}
    bases: dict[str, str] = {}
    for style in parsed(data).iter("{*}style"):
        key = _attribute(style, "styleId")
        name = _attribute(style.find("{*}name"), "val").lower()
        heading = _HEADING.fullmatch(name)
        outline = _attribute(style.find("{*}pPr/{*}outlineLvl"), "val")
        if name in ("title", "subtitle"):
            found[key] = name
        elif heading:
            found[key] = heading[1]
        elif outline.isdigit() and int(outline) < 9:
            found[key] = str(int(outline) + 1)
        else:
            bases[key] = _attribute(style.find("{*}basedOn"), "val")
    for key in bases:
        base = key
        for _ in range(_DEEPEST_STYLE):
            base = bases.get(base, base)
        if base in found:
            found[key] = found[base]
    return found


def _paragraphs(root: etree._Element, styles: Styles) -> Iterator[tuple[str, str]]:
    """The text of each paragraph, and its rank, "" for none."""
    space = root.tag.partition("}")[0] + "}"
    for paragraph in root.iter(f"{space}p"):
        if any(local(above.tag) in _GONE for above in paragraph.iterancestors()):
            continue
        style = _attribute(paragraph.find(f"{space}pPr/{space}pStyle"), "val")
        yield "".join(_text(paragraph, space)), styles.get(style, "")


def _text(element: etree._Element, space: str) -> Iterator[str]:
    """The words inside a paragraph, not those of a text box in it, which has paragraphs."""
    for child in element:
        name = local(child.tag)
        if name in _GONE or child.tag == f"{space}p":
            continue
        if child.tag == f"{space}t":
            yield child.text or ""
        elif child.tag.startswith(space) and name in _BREAKS:
            yield _BREAKS[name]
        elif child.find(f"{space}rPr/{space}vanish") is None:
            yield from _text(child, space)


def _attribute(element: etree._Element | None, name: str) -> str:
    """An attribute by its local name, "" where there is none."""
    if element is None:
        return ""
    found = (v for k, v in element.attrib.items() if local(k) == name)
    return str(next(found, ""))
