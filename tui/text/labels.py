"""How articles, dates and numbers are named on the screen."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tui.language.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from corpus.types import Article, ArticleInfo, Summary
    from index.types import Hit, Related
    from tui.text.lighting import Standing

MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
APART = " · "


_iso_dates = False


def write_iso_dates(chosen: bool) -> None:
    """Write dates as 2024-03-12 from now on, or again as 12 Mar 2024."""
    global _iso_dates
    _iso_dates = chosen


def day(published: str | None) -> str:
    """An ISO date, cut to what is known, as a person writes it; any other text as it stands."""
    if published is None:
        return _("undated")
    if _iso_dates:
        return published.split("T")[0]
    parts = published.split("T")[0].split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return published
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return published
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, _(MONTHS[int(parts[1]) - 1]))
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def name(info: ArticleInfo | Article) -> str:
    """The title, or the file's name where the article has none."""
    return info.title or PurePosixPath(info.id).name


def origin(info: ArticleInfo, paragraph: int | None = None) -> str:
    """The paragraph where one is meant, date, outlet: the longest last, where it may be cut."""
    parts = [day(info.published), info.source]
    if paragraph is not None:
        parts.insert(0, place(paragraph))
    return APART.join(part for part in parts if part)


def found(item: Hit | Related) -> str:
    """Where a found passage stands, and how many other articles print the same."""
    where_from = origin(item.info, item.passage.number)
    if not item.copies:
        return where_from
    copies = ngettext("+{n} copy", "+{n} copies", len(item.copies))
    return APART.join((copies.format(n=number(len(item.copies))), where_from))


def place(paragraph: int) -> str:
    """A paragraph by its number; the title is number 0."""
    return f"¶ {paragraph}" if paragraph else _("title")


def where(article: Article, paragraph: int, progress: int) -> str:
    """A paragraph, of how many, and how far that is into the text in per cent."""
    last = max((p.number for p in article.paragraphs), default=0)
    at = f"{place(paragraph)}/{last}" if paragraph else place(paragraph)
    return _("{place} · {progress} %").format(place=at, progress=progress)


def standing(on: Standing) -> str:
    """`match 3/17`."""
    words = {
        "find": _("found {at}/{total}"),
        "match": _("match {at}/{total}"),
        "name": _("name {at}/{total}"),
    }
    return words[on.what].format(at=number(on.at), total=number(on.total))


def describe(article: Article) -> str:
    """Everything known about an article that is not its text."""
    parts = [article.source, ", ".join(article.byline), day(article.published), article.language]
    count = sum(p.number > 0 for p in article.paragraphs)
    return APART.join(part for part in (*parts, f"{number(count)} ¶", article.id) if part)


def number(value: int) -> str:
    """A number with its thousands apart, as the interface's language writes it."""
    return f"{value:,}".replace(",", _(","))


def articles(total: int) -> str:
    """`1 article`, `36,128 articles`."""
    return ngettext("{n} article", "{n} articles", total).format(n=number(total))


def passages(total: int) -> str:
    """`1 passage`, `200,449 passages`."""
    return ngettext("{n} passage", "{n} passages", total).format(n=number(total))


def kept(summary: Summary) -> str:
    """What a library holds after an update was stopped."""
    words = _("What was read is kept: {articles}, the names of {n}.")
    return words.format(articles=articles(summary.articles), n=number(summary.annotated))


def quotations(total: int) -> str:
    """`1 quotation`, `7,086 quotations`."""
    return ngettext("{n} quotation", "{n} quotations", total).format(n=number(total))


def words(total: int) -> str:
    """`1 word`, `12 words`."""
    return ngettext("{n} word", "{n} words", total).format(n=number(total))


def characters(total: int) -> str:
    """`1 character`, `83 characters`."""
    return ngettext("{n} character", "{n} characters", total).format(n=number(total))
