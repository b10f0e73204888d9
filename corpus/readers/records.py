"""An article given by named fields (an object of JSON, a row of a table) → an `Article`."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from corpus.article import Beside, build, refusal
from corpus.clean import clean
from corpus.metadata import parse_date, split_names
from corpus.types import Article, ArticleId, Problem

_NAMES = {
    "text": ("text", "texte", "body", "content", "contenu", "article"),
    "title": ("title", "titre", "headline"),
    "date": ("date", "published", "publication", "date de publication"),
    "source": ("source", "outlet", "média", "media", "journal"),
    "author": ("author", "authors", "byline", "auteur", "auteurs"),
    "lang": ("lang", "language", "langue"),
}
_FIELD = {name: field for field, names in _NAMES.items() for name in names}


def field(name: str) -> str | None:
    """The field of an article that a column or a line named so holds, None for another."""
    return _FIELD.get(name.strip().casefold())


def article(found: Mapping[str, Any], article_id: str, path: str) -> Article | Problem:
    """The article of the field "text", with what the fields beside it state.

    They are "title", "date" or "published", "source", "authors", "author" or "byline", "lang" or
    "language". One of another type or without a value states nothing.
    """
    text, title = found.get("text"), _text(found.get("title"))
    if not isinstance(text, str) or not text.strip():
        return Problem(article_id, "clean", "no text: only a title" if title else "no text")
    reason = refusal(text)
    if reason:
        return Problem(article_id, "clean", reason)
    return build(
        ArticleId(article_id), path, clean(text, title=title), beside(found), alignment=False
    )


def beside(found: Mapping[str, Any]) -> Beside:
    """What the fields beside the text state."""
    language = _text(found.get("lang")) or _text(found.get("language")) or ""
    code = language[:2].lower()
    return Beside(
        published=_published(found),
        source=_source(found),
        byline=_byline(found),
        language=code if len(code) == 2 and code.isascii() and code.isalpha() else None,
    )


def outlet(link: str) -> str | None:
    """The outlet that an address of the web belongs to ("lemonde.fr"), None for other texts."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return None
    host = (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    return host.removeprefix("www.") or None


def _source(found: Mapping[str, Any]) -> str | None:
    source = (_text(found.get("source")) or "").strip(" /|-")
    return outlet(source) or source or None


def _published(found: Mapping[str, Any]) -> str | None:
    date = _text(found.get("date")) or _text(found.get("published"))
    return parse_date(date) if date else None


def _byline(found: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of "authors" (a list of names or of objects with a name), "author" or "byline"."""
    for field in ("authors", "author", "byline"):
        value = found.get(field)
        values = value if isinstance(value, list) else [value]
        texts = (_text(v.get("name") if isinstance(v, dict) else v) for v in values)
        names = tuple(name for text in texts if text for name in split_names(text))
        if names:
            return names
    return ()


def _text(value: object) -> str | None:
    """A field's text on one line; None where it is not a text, or blank."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None
