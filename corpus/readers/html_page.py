"""HTML → the pieces of text of a page and where they stand, in one pass without a tree.

A tree of a hostile page costs more memory than the page, and breaks at a depth of 2,048;
libxml2's events cost little and have no depth. Nothing that a page names is fetched. What a
browser would not show (scripts, hidden elements) or would let the reader fill in is no text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers import html_names
from corpus.readers.html_lines import BREAK, CELL, Part, flat, lines

MAX_CAPTURES = 4
"""Elements read for their own text at once: a name inside an author inside a heading."""

MAX_CAPTURED = 1_000
"""Characters of such an element; longer is no name, no date and no title."""

LONGEST_NAME = 60
"""Characters of a person's or outlet's name; longer is something else."""

BEFORE_TITLE, AFTER_TITLE = 6, 12
"""Pieces of text around the title among which its date and authors are looked for."""

MAX_LINKED = 0.5
LONG = 80
"""The part of a piece that may be links; and the characters beside them from which it is prose."""

MAX_SAID = 1_000
"""Elements of each kind that say something of the page; more are read as none."""

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html li main menu ol p pre section summary"
    " table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(
    "script style noscript template title svg math iframe object embed applet canvas audio video"
    " map select option textarea button input label datalist nav dialog figcaption noframes".split()
)
_UNSEEN_AMP = ("amp-ad", "amp-sidebar", "amp-consent", "amp-user", "amp-state", "amp-embed")
_ASIDE_TAGS = frozenset(("aside", "footer"))
# The page as a whole bears names of all that may stand on it.
_WHOLE = frozenset(("html", "body", "main", "article"))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Node:
    """A block element and the one around it.

    `aside` is the nearest element, this one included, whose names say that it is no article;
    `main` whether this element's own say that it is.
    """

    tag: str
    parent: "Node | None"
    names: str
    main: bool
    aside: "Node | None"


@dataclass(slots=True, eq=False)
class Piece:
    """A paragraph, heading, list item or row, as shown; `linked` counts its characters in links."""

    text: str
    node: Node
    linked: int

    @property
    def is_linked(self) -> bool:
        """Whether the piece is links above all, with little text of its own around them."""
        own = len(self.text) - self.linked
        return self.linked > MAX_LINKED * len(self.text) and own < LONG


@dataclass(slots=True, eq=False)
class Captured:
    """An element read for its own text. `kind` is "title", "h1", "time" or "author".

    `value` is what its attributes say for machines, `prop` its itemprop, `at` the number of
    pieces before it, `node` the block it stands in.
    """

    kind: str
    prop: str
    value: str
    at: int
    node: Node
    text: str = ""

    def is_beside(self, title_at: int | None) -> bool:
        """Whether the element stands near the page's title, the piece of that number."""
        return title_at is not None and -BEFORE_TITLE <= self.at - title_at <= AFTER_TITLE


@dataclass(slots=True)
class Page:
    """What a page shows (`pieces`, in order) and what it says of itself, as written."""

    pieces: list[Piece] = field(default_factory=list)
    captured: list[Captured] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    language: str = ""
    address: str = ""


@dataclass(slots=True)
class _Open:
    """An open element: the block it belongs to, and what ends with it."""

    tag: str
    node: Node
    unseen: bool
    captured: Captured | None = None


def parse(text: str) -> Page:
    """The page of a decoded text. Any text is a page: HTML forgives everything."""
    target = _Target()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True, no_network=True)
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # a page without any element
        target.close()
    return target.page


class _Target:
    """libxml2's events → `page`."""

    def __init__(self) -> None:
        self.page = Page()
        self._open = [_Open("", Node("", None, "", False, None), False)]
        self._parts: list[Part] = []
        self._cells: list[Node] = []
        self._links = 0
        self._capturing: list[tuple[Captured, list[str]]] = []
        self._script: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        above = self._open[-1]
        block = tag in _BLOCKS or "-" in tag
        if block:
            self._flush()
        elif tag == "br":
            self._parts.append((BREAK, False))
        node = _node(tag, attributes, above.node) if block or tag in _CELLS else above.node
        if tag in _CELLS:
            self._parts.append((CELL, False))
            self._cells.append(node)
        opened = _Open(tag, node, above.unseen or _is_unseen(tag, attributes, block))
        if tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._script = []
        self._note(tag, attributes)
        self._capture(opened, attributes, above.unseen)
        self._links += tag == "a"
        self._open.append(opened)

    def data(self, text: str) -> None:
        """Take a run of text."""
        if self._script is not None:
            self._script.append(text)
            return
        for _, parts in self._capturing:
            parts.append(text[:MAX_CAPTURED])
        if not self._open[-1].unseen:
            self._parts.append((text, self._links > 0))

    def end(self, tag: str) -> None:
        """Close the innermost element; libxml2 closes in order what a page leaves open."""
        closed = self._open[-1]
        if closed.tag != tag or len(self._open) == 1:
            return
        if tag in _BLOCKS or "-" in tag:
            self._flush()
        self._open.pop()
        self._links -= tag == "a"
        if self._script is not None:
            if len(self.page.linked_data) < MAX_SAID:
                self.page.linked_data.append("".join(self._script))
            self._script = None
        if closed.captured is not None:
            _, parts = self._capturing.pop()
            closed.captured.text = flat("".join(parts)[:MAX_CAPTURED])

    def close(self) -> Page:
        """End the page."""
        self._flush()
        return self.page

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what an element says of the page as a whole."""
        if tag == "meta" and len(self.page.metas) < MAX_SAID:
            name = attributes.get("property") or attributes.get("name") or ""
            name = name or attributes.get("itemprop") or attributes.get("http-equiv") or ""
            self.page.metas.append((name.lower(), flat(attributes.get("content", ""))))
        elif tag == "html":
            self.page.language = self.page.language or attributes.get("lang", "")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self.page.address = self.page.address or attributes.get("href", "")

    def _capture(self, opened: _Open, attributes: Mapping[str, str], unseen: bool) -> None:
        """Begin to read an element for its own text, where it is one of those."""
        kind = _kind(opened.tag, attributes)
        if kind is None or (unseen and kind == "title"):
            return
        if len(self._capturing) >= MAX_CAPTURES or len(self.page.captured) >= MAX_SAID:
            return
        value = attributes.get("datetime") or attributes.get("content") or ""
        prop = attributes.get("itemprop", "").lower()
        at = len(self.page.pieces)
        opened.captured = Captured(kind, prop, value[:MAX_CAPTURED], at, opened.node)
        self._capturing.append((opened.captured, []))
        self.page.captured.append(opened.captured)

    def _flush(self) -> None:
        """Make pieces of the text read since the last block began or ended."""
        if self._parts:
            block = self._open[-1].node
            for text, linked, cell in lines(self._parts, block.tag in HEADINGS):
                node = self._cells[cell - 1] if cell else block
                self.page.pieces.append(Piece(text, node, linked))
            self._parts.clear()
            self._cells.clear()


def _node(tag: str, attributes: Mapping[str, str], parent: Node) -> Node:
    """The block that an element opens."""
    named = (attributes.get(name, "") for name in ("class", "id", "role", "itemprop"))
    names = " ".join(filter(None, named))[: html_names.MAX_NAMES]
    node = Node(tag, parent, names, False, parent.aside)
    if tag in _ASIDE_TAGS or (tag not in _WHOLE and names and html_names.aside(names)):
        node.aside = node
    elif names:
        node.main = html_names.main(names)
    return node


def _is_unseen(tag: str, attributes: Mapping[str, str], block: bool) -> bool:
    """Whether what an element holds is not shown, or no running text."""
    if tag in _UNSEEN or tag.startswith(_UNSEEN_AMP):
        return True
    if not attributes:
        return False
    names = attributes.get("class", "")[: html_names.MAX_NAMES]
    return (
        "hidden" in attributes
        or (block and attributes.get("aria-hidden") == "true")
        or bool(_HIDING.search(attributes.get("style", "")))
        or (bool(names) and html_names.hidden(names))
    )


def _kind(tag: str, attributes: Mapping[str, str]) -> str | None:
    """What an element is read for on its own, None for most."""
    if tag in ("h1", "time", "title"):
        return tag
    if not attributes or tag in ("meta", "link"):
        return None
    prop = attributes.get("itemprop", "").lower()
    if prop in ("datepublished", "datecreated"):
        return "time"
    if "author" in prop.split() or attributes.get("rel") == "author":
        return "author"
    names = attributes.get("class", "")[: html_names.MAX_NAMES]
    return "author" if names and html_names.signed(names) else None
