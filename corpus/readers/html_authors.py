"""Who signs a page's article: people, an agency, or the outlet, each as the page writes it."""

import re
from collections.abc import Mapping

from corpus import metadata
from corpus.readers.html_page import LONGEST_NAME, Page

MAX_AUTHORS = 12

_AUTHORS = (
    "author authors article:author article:author_name parsely-author sailthru.author dc.creator"
    " dcterms.creator creator byl byline citation_author cxenseparse:author article.author"
    " og:article:author twitter:data1_author"
).split()
_SIGNED = re.compile(r"(?:par|by|auteur ?:|author ?:|écrit par|written by)\s+", re.IGNORECASE)
_BEHIND_NAMES = re.compile(
    r",?\s*(?:[|•·]|(?i:\b(?:publiée?|mise?|posted|published|updated)\b)"
    r"|(?:\ble )?\d{1,2}(?:(?:er)? [a-zéû]|[./h:]\d))"
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|\d ?[h:] ?\d|[{}<>=]|^(?:null|none|undefined|admin|false)$", re.I
)
_PERSON = re.compile(
    r"(?!(?:Le|La|Les|The|L['’])\b)[A-ZÀ-ÖØ-Þ][\w'’.-]*"
    r"(?: (?:(?:de|du|des|van|von|der|den|le|la|el|al|ben|di|da|dos) )?[A-ZÀ-ÖØ-Þ][\w'’.-]*){1,3}"
)


def byline(
    page: Page, metas: Mapping[str, list[str]], linked: tuple[str, ...], title_at: int | None
) -> tuple[str, ...]:
    """Those whom the JSON-LD names (`linked`), or the meta elements (contents by name), or marked
    elements, or else a line near the title, the number of whose piece is `title_at`."""
    captured = [found for found in page.captured if found.kind == "author"]
    marked = [f.value or f.text for f in captured if f.prop]
    stated = (linked, *(metas[name] for name in _AUTHORS if name in metas), marked)
    shown = [f for f in captured if not f.prop and not f.node.aside and f.is_beside(title_at)]
    below = (name for f in shown if f.at > (title_at or 0) for name in _shown_people(f.text))
    above = (name for f in shown if f.at <= (title_at or 0) for name in _shown_people(f.text))
    given = ((name for text in texts for name in _people(text)) for texts in stated)
    for names in (*given, below, above):
        found = tuple(dict.fromkeys(names))
        if found:
            return found[:MAX_AUTHORS]
    return ()


def _people(text: str) -> list[str]:
    """The names in one field: a list of people is parted, anything else is one name."""
    text = _SIGNED.sub("", text.strip(" ,;|·-"), count=1).strip()
    if not text or _NO_NAME.search(text) or len(text) > LONGEST_NAME * 3:
        return []
    parts = metadata.split_names(text)
    people = [part for part in parts if _PERSON.fullmatch(part)]
    if people and all(part in people or part[0].islower() for part in parts):
        return people  # what is not a name tells what they do
    return [text] if len(text) <= LONGEST_NAME else []


def _shown_people(text: str) -> list[str]:
    """The names in a line beside the title: of people and agencies, or behind "Par"."""
    line = _BEHIND_NAMES.split(text, maxsplit=1)[0]
    signed = bool(_SIGNED.match(line.strip()))
    return [
        name
        for name in _people(line)
        if signed or _PERSON.fullmatch(name) or name.casefold() in metadata.AGENCIES
    ]
