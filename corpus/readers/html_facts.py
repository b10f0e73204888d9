"""What a page says of its article: title, date, authors, outlet, section, language.

Only what the page states, in the order of trust: JSON-LD, meta elements, marked elements, then
words shown beside the title. What it does not state is None; no clock is read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpus import metadata
from corpus.readers import html_authors, html_linked
from corpus.readers.html_linked import LinkedData, one_line
from corpus.readers.html_page import AFTER_TITLE, BEFORE_TITLE, LONGEST_NAME, Captured, Page

_DATES = (
    "article:published_time og:published_time og:article:published_time og:pubdate"
    " article:published datepublished date.published publish-date publish_date publishdate"
    " published_date published_at publicationdate publication_date publication-date pubdate"
    " pub_date parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created"
    " dc.date.created dc.date dcterms.date article.published article_date_original"
    " cxenseparse:recs:publishtime citation_publication_date citation_date originalpublicationdate"
    " date.release date_published datecreated rnews:datepublished ptime date"
).split()
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SITES = ("og:site_name", "application-name", "al:android:app_name", "dc.publisher")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_SECTIONS = ("article:section", "og:article:section", "parsely-section", "cxenseparse:category")

_ISO = re.compile(r"((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_UNSET = "1970-01-01"
"""What a content system writes that knows no date."""

_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_PUBLISHED = re.compile(
    r"\b(?:publiée?|mise? en ligne|postée?|parue?|published|posted)(?: le| on| :)?\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:publiée?|mise? (?:en ligne|à jour)|modifiée?|actualisée?|postée?|published|updated"
    r"|posted)\b.{0,30}\d",
    re.IGNORECASE,
)
LONGEST_DATE_LINE = 160
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»]|-{1,2})\s+")
LONGEST_OUTLET = 4
SHORTEST_TITLE = 3
"""Words of an outlet's name behind a title, and of a title before it, where both are guessed."""

_DOMAIN = re.compile(r"(?<=\w)\.(?:fr|com|net|org|info|be|ch|ca|eu|re|co\.uk)$", re.IGNORECASE)
_LONG_WORD = re.compile(r"\w{5,}")
MAX_TITLES = 20
"""Places that are compared; a page has four or five."""

_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its article. `title_at` is the place among the pieces of its heading.

    `descriptions` are summaries meant for other sites; `body` is the text in the JSON-LD.
    """

    title: str | None
    title_at: int | None
    published: str | None
    byline: tuple[str, ...]
    source: str | None
    section: str | None
    language: str | None
    descriptions: tuple[str, ...]
    body: str


def read(page: Page) -> Facts:
    """The facts of a page."""
    metas: dict[str, list[str]] = {}
    for name, content in page.metas:
        if content:
            metas.setdefault(name, []).append(one_line(content))
    headings = [found for found in page.captured if found.kind == "h1" and found.text]
    titles = [*_first(metas, _TITLES), *(found.text for found in headings)]
    linked = html_linked.read(page.linked_data, titles)
    source = _source(page, metas, linked)
    title = _title(page, metas, linked, headings, source)
    at = next((h.at for h in headings if title and key(h.text) == key(title)), None)
    descriptions = [*_first(metas, _DESCRIPTIONS), linked.description]
    return Facts(
        title,
        at,
        _published(page, metas, linked, at),
        html_authors.byline(page, metas, linked.authors, at),
        source,
        linked.section or next(filter(_is_words, _first(metas, _SECTIONS)), None),
        _language(page, metas),
        tuple(text for text in descriptions if text),
        linked.body,
    )


def key(text: str) -> str:
    """A text as it is compared: its letters and digits, in one case."""
    return _NO_LETTERS.sub("", text).casefold()


def date_said(line: str) -> str | None:
    """The date of a line that says when the article was published, and who by at most."""
    if len(line) > LONGEST_DATE_LINE:
        return None
    said = _PUBLISHED.search(line)
    return metadata.date_line(line) or (metadata.date_line(line[said.start() :]) if said else None)


def is_stamp(line: str) -> bool:
    """Whether a line says when the article was published or changed, with whatever beside it."""
    if len(line) > LONGEST_DATE_LINE or line.endswith((".", "!", "?", "»")):
        return False
    return bool(_STAMP.search(line) or date_said(line))


def _first(metas: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    """The first content of each of the named elements that the page has."""
    return [metas[name][0] for name in names if name in metas]


def _title(
    page: Page,
    metas: dict[str, list[str]],
    linked: LinkedData,
    headings: list[Captured],
    source: str | None,
) -> str | None:
    """The title as the page states it for others, then as it shows it.

    A place that no other place bears out is passed over: there a site may write its own name. Any
    may add the outlet's name behind the title, or cut it short.
    """
    window = next((found.text for found in page.captured if found.kind == "title"), "")
    outlets = {key(name) for name in (source, *_first(metas, _SITES), linked.publisher) if name}
    last = {key(part) for part in _SEPARATOR.split(window)[1:][-1:]}
    window = _without_outlet(window, outlets, guess=True)
    stated = [*_first(metas, _TITLES), linked.headline, *(found.text for found in headings)]
    stated = [text for text in (_without_outlet(text, outlets | last) for text in stated) if text]
    found = [*stated, window] if window else stated
    best = next((text for text in found if _is_borne_out(text, found)), next(iter(found), None))
    if best is None or not best.endswith(("…", "...")):
        return best
    return max((text for text in found if key(text).startswith(key(best))), key=len)


def _is_borne_out(text: str, found: list[str]) -> bool:
    """Whether another place gives the same title, or one with a long word in common."""
    others = list(found)
    others.remove(text)
    words = set(_LONG_WORD.findall(text.casefold()))
    return any(
        key(other) == key(text) or words & set(_LONG_WORD.findall(other.casefold()))
        for other in others[:MAX_TITLES]
    )


def _without_outlet(text: str, outlets: set[str], *, guess: bool = False) -> str:
    """A title without the outlet's name behind it; "" where it is nothing but that name.

    `guess`: a short last part is an outlet's name, though no other place of the page says so.
    """
    if key(text) in outlets:
        return ""
    marks = list(_SEPARATOR.finditer(text))
    while marks:
        before, last = text[: marks[-1].start()], text[marks[-1].end() :]
        words = len(before.split())
        short = len(last.split()) <= LONGEST_OUTLET and words >= SHORTEST_TITLE and guess
        if key(last) not in outlets and not (short and not last[:1].islower()):
            break
        text = before
        guess = False
        marks.pop()
    return text


def _published(
    page: Page, metas: dict[str, list[str]], linked: LinkedData, title_at: int | None
) -> str | None:
    """The date of publication, never that of a change."""
    times = [found for found in page.captured if found.kind == "time"]
    marked = (f.value or f.text for f in times if f.prop in ("datepublished", "datecreated"))
    for written in (linked.published, *_first(metas, _DATES), *marked):
        published = _date(written)
        if published:
            return published
    return _shown_date(page, times, title_at) or _address_date(page, metas)


def _date(written: str) -> str | None:
    """A date as machines or people write it, cut to the day; None for none."""
    match = _ISO.match(written.strip())
    said = "-".join(filter(None, match.groups())) if match else written
    published = metadata.parse_date(said) or metadata.date_line(written)
    return None if published == _UNSET else published


def _shown_date(page: Page, times: list[Captured], title_at: int | None) -> str | None:
    """The date beside the title: of the first `time` there, or of a line that says it.

    Of two in one place the later is that of a change. Without a known title, only a line that says
    that it is the date of publication.
    """
    pieces = page.pieces
    if title_at is not None:
        beside = [f for f in times if f.value and not f.prop and f.is_beside(title_at)]
        together = (f.value for f in beside if f.at <= beside[0].at + 1)
        published = min(filter(None, map(_date, together)), default=None)
        if published:
            return published
        pieces = pieces[max(title_at - BEFORE_TITLE, 0) : title_at + AFTER_TITLE]
    return next(filter(None, (date_said(piece.text) for piece in pieces if not piece.linked)), None)


def _address_date(page: Page, metas: dict[str, list[str]]) -> str | None:
    """The day that the page's own address bears."""
    for address in (page.address, *_first(metas, ("og:url",))):
        match = _ADDRESS_DATE.search(address)
        if match:
            return metadata.parse_date("-".join(match.groups()))
    return None


def _source(page: Page, metas: dict[str, list[str]], linked: LinkedData) -> str | None:
    """The outlet's name, or else the domain of the page's own address."""
    for name in (linked.publisher, *_first(metas, _SITES)):
        if 1 < len(name) <= LONGEST_NAME and not name.startswith(("http", "@")):
            return _DOMAIN.sub("", name)
    for address in (page.address, *_first(metas, ("og:url",))):
        try:
            host = urlsplit(address).hostname
        except ValueError:
            continue
        if host:
            return host.removeprefix("www.")
    return None


def _is_words(text: str) -> bool:
    """Whether a section's name is one to show, not a content system's."""
    return len(text) <= LONGEST_NAME and not re.search(r"[_/{}<>]|https?:", text)


def _language(page: Page, metas: dict[str, list[str]]) -> str | None:
    """The language that the page says it is in, as its ISO 639-1 code."""
    stated = _first(metas, ("og:locale", "content-language", "dc.language", "inlanguage"))
    for text in (page.language, *stated):
        code = text.strip()[:2].lower()
        if len(code) == 2 and code.isascii() and code.isalpha():
            return code
    return None
