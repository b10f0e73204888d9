"""ZIP files: archives of articles, and the documents that are ZIP files inside."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from io import BufferedReader
from typing import TypeAlias

from corpus.readers.kinds import passed_over
from corpus.readers.package import Package
from corpus.readers.parts import Part
from corpus.readers.raw import UnreadableError
from corpus.readers.reading import articles, kind_of
from corpus.types import Article, Problem

_DOCUMENTS = {
    "word/document.xml": "docx",
    "content.xml": "odt",
    "META-INF/container.xml": "epub",
}
"""For a member that only one format has, the module whose `read` reads the package."""

_OTHERS = {
    "xl/workbook.xml": "a spreadsheet: save it as CSV",
    "ppt/presentation.xml": "a slide show",
}

PackageReader: TypeAlias = Callable[[Package, str], Iterator[Article | Problem]]


def read(stream: BufferedReader, name: str, first: int) -> Iterator[Article | Problem | Part]:
    """The articles of a document, or those of an archive's members from number `first`.

    A member's articles are named "archive.zip/inside/a.txt", their path is the archive's.
    """
    package = Package(stream)
    document = _document(package)
    if document is not None:
        yield from document(package, name)
        return
    seen: set[str] = set()
    for number, member in enumerate(package.names):
        shown = f"{name}/{_printable(member)}"
        if number < first or _hidden(member):
            continue
        yield Part(number, shown)
        if member in seen:
            yield Problem(shown, "read", "twice in the archive: only the first is read")
            continue
        seen.add(member)
        for item in _member(package, number, shown):
            yield replace(item, path=name) if isinstance(item, Article) else item


def _document(package: Package) -> PackageReader | None:
    """How to read a package that is one document, None for an archive."""
    for member, reason in _OTHERS.items():
        if member in package:
            raise UnreadableError(f"not read: {reason}")
    module = next((module for member, module in _DOCUMENTS.items() if member in package), None)
    if module is None:
        return None
    found: PackageReader = import_module(f"corpus.readers.{module}").read
    return found


def _member(package: Package, number: int, name: str) -> Iterator[Article | Problem]:
    """The articles of one member of an archive."""
    try:
        if _leads_out(package.names[number]):
            raise UnreadableError("its path leads out of the archive")
        with package.open(number) as stream:
            if kind_of(stream, name) != "zip":
                yield from articles(stream, name)
                return
            inner = Package(stream)
            document = _document(inner)
            if document is None:
                raise UnreadableError("an archive inside an archive: unpack it first")
            yield from document(inner, name)
    except UnreadableError as error:
        yield Problem(name, "read", str(error))


def _hidden(member: str) -> bool:
    """Whether a member is passed over as it would be in a folder."""
    parts = member.split("/")
    return "__MACOSX" in parts or parts[-1].startswith(".") or passed_over(member)


def _leads_out(member: str) -> bool:
    """Whether a member's path is absolute or climbs, on any system."""
    path = member.replace("\\", "/")
    return path.startswith("/") or path[1:2] == ":" or ".." in path.split("/")


def _printable(member: str) -> str:
    """A member's name with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in member)
