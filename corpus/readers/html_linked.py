"""The JSON-LD of a page → what it says of the article (schema.org), nothing where it says nothing.

Sites write one object, a list, an `@graph` with references, or text that is not quite JSON.
"""

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpus.readers.html_lines import flat

MAX_SCRIPT = 4_000_000
MAX_GUESSED = 50_000
MAX_OBJECTS = 5_000
"""Characters of a script that are read, and of one that is not JSON; objects that are read of one:
large live tickers have some hundreds."""

_ARTICLE = re.compile(r"(?:\w+:)?(?:\w*Article|\w*BlogPosting|Report|Review|SocialMediaPosting)")
_OPENINGS = ("<!--", "//", "/*", "<![CDATA[", "*/")
_CLOSINGS = ("-->", "*/", "]]>", "//", "/*", ";")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_STRING = r'"(?:[^"\\]|\\.){1,2000}"'
_FIELD = re.compile(rf'"(headline|datePublished|articleSection|description)"\s*:\s*({_STRING})')
_NAMED = re.compile(
    rf'"(author|publisher)"\s*:\s*[\[{{\s]{{1,20}}[^\]}}]{{0,300}}?"name"\s*:\s*({_STRING})'
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The article's fields, each text on one line but `body`; empty where there is none."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    section: str = ""
    description: str = ""
    body: str = ""


_Object = dict[str, Any]


def read(scripts: Iterable[str], titles: Iterable[str]) -> LinkedData:
    """The article of a page's scripts; of several, the one that bears one of the page's titles."""
    objects: list[_Object] = []
    for script in scripts:
        objects += _objects(script[:MAX_SCRIPT])
    known = {str(found["@id"]): found for found in objects if "@id" in found and "name" in found}
    articles = [found for found in objects if _is_article(found)]
    if not articles:
        return LinkedData()
    shown = {title.casefold() for title in titles}
    named = (found for found in articles if one_line(found.get("headline")).casefold() in shown)
    article = next(named, articles[0])
    body = article.get("articleBody")
    return LinkedData(
        one_line(article.get("headline")) or one_line(article.get("name")),
        one_line(article.get("datePublished")),
        tuple(_names(article.get("author") or article.get("creator"), known)),
        next(iter(_names(article.get("publisher"), known)), ""),
        next(iter(_names(article.get("articleSection"), known)), ""),
        one_line(article.get("description")),
        _TAG.sub("", html.unescape(body)) if isinstance(body, str) else "",
    )


def one_line(value: object) -> str:
    """A field's text without tags and entities; "" for what is no text."""
    if not isinstance(value, str):
        return ""
    return flat(_TAG.sub("", html.unescape(value)))


def _objects(script: str) -> list[_Object]:
    """The objects of a script, those with fewer others around them first."""
    text = _bare(script)
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return _flattened(json.loads(attempt, strict=False))
        except (ValueError, RecursionError):
            continue
    return [_guessed(text[:MAX_GUESSED])]


def _bare(script: str) -> str:
    """A script without the comment and CDATA marks that old sites put around it."""
    text = script.strip()
    for mark in _OPENINGS:
        text = text.removeprefix(mark).lstrip()
    for mark in _CLOSINGS:
        text = text.removesuffix(mark).rstrip()
    return text


def _flattened(value: object) -> list[_Object]:
    """A value and what is inside it, level by level."""
    found: list[_Object] = []
    level = [value]
    while level and len(found) < MAX_OBJECTS:
        found += [item for item in level if isinstance(item, dict)]
        lists = [item for item in level if isinstance(item, list)]
        inner = [v for item in level if isinstance(item, dict) for v in item.values()]
        level = [v for items in lists for v in items] + [
            v for v in inner if isinstance(v, dict | list)
        ]
    return found[:MAX_OBJECTS]


def _guessed(text: str) -> _Object:
    """The first of each field in a text that is not JSON, where it names an article at all."""
    if not re.search(r'"@type"\s*:[\s\["]{0,20}\w*(?:Article|BlogPosting)"', text):
        return {}
    found: _Object = {"@type": "Article"}
    for name, string in (*_FIELD.findall(text), *_NAMED.findall(text)):
        try:
            found.setdefault(name, json.loads(string, strict=False))
        except ValueError:
            continue
    return found


def _is_article(found: _Object) -> bool:
    """Whether an object is an article of any kind, and says anything of itself."""
    kinds = found.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds) and (
        "headline" in found or "datePublished" in found
    )


def _names(value: object, known: dict[str, _Object]) -> list[str]:
    """The names that a field gives: a text, an object, a reference to one, or a list of those."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            reference = item.get("@id")
            named = item if "name" in item else known.get(str(reference), item)
            item = named.get("name") or named.get("alternateName")
        items = item if isinstance(item, list) else [item]
        found += [name for name in map(one_line, items) if name]
    return found
