"""A place in an article → its citation, as text or Markdown, for BibTeX or as CSL-JSON.

All four hold the words themselves and where they come from, so that `recoupe verify` can tell
later whether they still stand there. What the article does not state is left out, never guessed:
a date of which only the month is known stays a month.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from corpus.types import Article, Span
from tui.keeping import latex, locator, markdown
from tui.keeping.anchor import Anchor, anchor, paragraph_of
from tui.keeping.forms import CitationForm

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""BibTeX's own names of the months: a style prints them in its language."""

DASH = "— "
_UNSAFE_NAME = re.compile(r",|\d|\s(?:and|et|&)\s|[{}\\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited and whose it is; facts as in `corpus.types.Article`."""

    anchor: Anchor
    title: str | None
    outlet: str | None
    section: str | None
    published: str | None
    byline: tuple[str, ...]
    language: str | None
    path: str
    paragraph: int

    @property
    def place(self) -> str:
        """The file and the paragraph in it."""
        return f"{self.anchor.article} {f'¶ {self.paragraph}' if self.paragraph else 'title'}"

    @property
    def key(self) -> str:
        """A name for the citation: outlet, year, a word of the title; then what makes it unique."""
        said = re.findall(r"[a-z]{4,}", _ascii(self.title or ""))
        of = _ascii(self.outlet or " ".join(self.byline[:1]) or "anon")
        start = self.anchor.span.start if self.anchor.span else 0
        readable = (
            re.sub(r"[^a-z0-9]", "", of)[:20] + (self.published or "")[:4] + "".join(said[:1])
        )
        return f"{readable}-{(self.anchor.digest or '')[:4]}-{start}"


def cite(article: Article, span: Span) -> Citation:
    """The citation of a span. Raises ValueError where nothing but blanks is in it."""
    place = anchor(article, span)
    return Citation(
        anchor=place,
        title=article.title,
        outlet=article.source,
        section=article.section,
        published=article.published,
        byline=article.byline,
        language=article.language,
        path=article.path,
        paragraph=paragraph_of(article, place.span or span),
    )


def written(citation: Citation, form: CitationForm) -> str:
    """A citation in a format, without the last line end."""
    writers: dict[CitationForm, Callable[[Citation], str]] = {
        "text": as_text,
        "markdown": as_markdown,
        "bibtex": as_bibtex,
        "csl": lambda one: json.dumps([as_csl(one)], ensure_ascii=False, indent=1),
    }
    return writers[form](citation)


def as_text(citation: Citation) -> str:
    """The words in quotation marks, whose they are, and the locator, each on a line."""
    title = markdown.one_line(citation.title or "")
    named = _in_marks(title, citation.language) if title else None
    lines = [
        _in_marks(citation.anchor.exact, citation.language),
        f"{DASH}{', '.join(_facts(citation, named))}",
        locator.written(citation.anchor),
    ]
    return "\n".join(lines)


def as_markdown(citation: Citation) -> str:
    """A block quotation that ends with whose words they are and a link that is the locator."""
    title = markdown.escape(markdown.one_line(citation.title or ""))
    named = f"*{title}*" if title else None
    lines = [
        *markdown.quotation(citation.anchor.exact),
        ">",
        f"> {DASH}{', '.join(_facts(citation, named, markdown.escape))}",
        f"> <{locator.written(citation.anchor)}>",
    ]
    return "\n".join(lines)


def as_bibtex(citation: Citation) -> str:
    """An entry; the words are its `annote`, and the field `recoupe`, which styles pass over, is
    the locator."""
    year, month, day = [*(citation.published or "").split("-"), "", ""][:3]
    title = citation.title or PurePosixPath(citation.anchor.article).name
    fields = {
        "author": " and ".join(map(_bibtex_name, citation.byline)),
        # Doubled, so that styles leave the capitals as they are.
        "title": f"{{{latex.escape(markdown.one_line(title))}}}",
        "journal": latex.escape(markdown.one_line(citation.outlet or "")),
        "year": year,
        "month": MONTHS[int(month) - 1] if month else "",
        "day": str(int(day)) if day else "",
        "language": citation.language or "",
        "note": f"\\P~{citation.paragraph}" if citation.paragraph else "",
        "annote": latex.escape(citation.anchor.exact),
        "recoupe": locator.written(citation.anchor),
    }
    # The months alone are names that the style knows, not text.
    braced = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items()}
    lines = [f"  {name} = {braced[name]}" for name, value in fields.items() if value]
    kind = "article" if citation.outlet else "misc"
    return f"@{kind}{{{citation.key},\n" + ",\n".join(lines) + "\n}"


def as_csl(citation: Citation) -> dict[str, Any]:
    """An item as the CSL-JSON schema names its fields; the words and their place are in `custom`,
    which the schema keeps for what has no field."""
    place = citation.anchor
    span = place.span or Span(0, 0)
    published = [int(part) for part in (citation.published or "").split("-") if part]
    item = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": markdown.one_line(citation.title or ""),
        "container-title": citation.outlet,
        "section": citation.section,
        "author": [{"literal": name} for name in citation.byline],
        "issued": {"date-parts": [published]} if published else None,
        "language": citation.language,
        "archive_location": citation.path,
        "note": f"¶ {citation.paragraph}" if citation.paragraph else "",
    }
    ours = {
        "quotation": place.exact,
        "before": place.before,
        "after": place.after,
        "article": place.article,
        "paragraph": citation.paragraph,
        "start": span.start,
        "end": span.end,
        "sha256": place.digest,
    }
    return {name: value for name, value in item.items() if value} | {"custom": {"recoupe": ours}}


def _in_marks(text: str, language: str | None) -> str:
    """A text in the quotation marks of its language; in others where it has these itself."""
    if language == "fr" and "«" not in text:
        return f"«\u00a0{text}\u00a0»"
    return f"“{text}”"


def _facts(citation: Citation, title: str | None, escape: Callable[[str], str] = str) -> list[str]:
    """Who, what, where and when, as far as it is known; then the place in the library."""
    who = [escape(markdown.one_line(name)) for name in citation.byline]
    outlet = escape(markdown.one_line(citation.outlet or ""))
    language = f"({citation.language})" if citation.language else ""
    when = " ".join(part for part in (citation.published, language) if part)
    facts = [*who, title, outlet, when]
    return [fact for fact in facts if fact] + [escape(markdown.one_line(citation.place))]


def _bibtex_name(name: str) -> str:
    """A name as BibTeX takes it apart; whole where that would go wrong."""
    escaped = latex.escape(markdown.one_line(name))
    return f"{{{escaped}}}" if _UNSAFE_NAME.search(name) else escaped


def _ascii(text: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return plain.encode("ascii", "ignore").decode()
