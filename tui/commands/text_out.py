"""The engine's values as lines for a person at a terminal, or for `grep`.

What comes from articles is data: control characters are shown, never sent to the terminal.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from corpus.desk import Decision, written
from corpus.types import Article, ArticleInfo, Entity, Problem, Span, Summary
from index.desk import Decided
from index.types import Hit, Reading, ReasonKind, Related, Results
from tui.language.engine_words import translated
from tui.language.i18n import N_, _, ngettext
from tui.text import labels

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

REASONS: dict[ReasonKind, str] = {
    "entity": N_("entity"),
    "words": N_("words"),
    "date": N_("date"),
    "figure": N_("figure"),
    "quote": N_("quote"),
    "time": N_("time"),
    "article": N_("article"),
}
"""Why a passage is related, in a word."""

LIT, PLAIN = "\x1b[1;33m", "\x1b[0m"
WIDTH = 88


def printable(text: str) -> str:
    """`text` with its control characters written as \\x1b and the like."""
    return _CONTROL.sub(lambda control: f"\\x{ord(control.group()):02x}", text)


def _lit(text: str, offset: int, marks: Iterable[Span], lit: bool) -> str:
    """A piece that begins at `offset`, its marks in a colour where `lit`."""
    parts, at = [], 0
    for mark in marks:
        start, end = mark.start - offset, mark.end - offset
        if lit and at <= start < end <= len(text):
            parts += [printable(text[at:start]), LIT, printable(text[start:end]), PLAIN]
            at = end
    return " ".join("".join([*parts, printable(text[at:])]).split("\n"))


def headline(info: ArticleInfo) -> str:
    """An article on one line: title or id, outlet, date."""
    title = printable(info.title) if info.title else f"({printable(info.id)})"
    return " · ".join([title, *(printable(part) for part in (info.source, info.published) if part)])


def search(results: Results, *, lit: bool) -> Iterator[str]:
    """Hits as blocks of three lines, after how the query was read."""
    yield from remarks(results.reading)
    if results.independent < results.articles:
        independent = _("{n} that are no copies").format(n=labels.number(results.independent))
        yield f"# {labels.articles(results.articles)}, {independent}"
    for hit in results.hits:
        yield f"{printable(hit.info.id)} ¶{hit.passage.number}  {headline(hit.info)}"
        yield f"    {_snippet(hit, lit)}"
        yield from _copies(hit.copies)
    more = results.total - len(results.hits)
    if more > 0:
        said = _("{n} more: {option} shows them")
        yield f"# {said.format(n=labels.number(more), option=f'--limit {results.total}')}"


def _copies(copies: Sequence[ArticleInfo]) -> Iterator[str]:
    """The articles that print the same, where there are any."""
    if copies:
        ids = ", ".join(printable(info.id) for info in copies)
        yield "    " + _("copies: {ids}").format(ids=ids)


def _snippet(hit: Hit, lit: bool) -> str:
    before = "…" if hit.snippet_span.start > hit.passage.span.start else ""
    after = "…" if hit.snippet_span.end < hit.passage.span.end else ""
    return f"{before}{_lit(hit.snippet, hit.snippet_span.start, hit.marks, lit)}{after}"


def show(article: Article) -> Iterator[str]:
    """The article, each paragraph with its number before it."""
    signed = ", ".join(article.byline)
    facts = (article.source, article.section, signed, article.published, article.language)
    yield " · ".join(printable(fact) for fact in (article.id, *facts) if fact)
    for paragraph in article.paragraphs:
        yield ""
        number = "" if paragraph.kind == "title" else str(paragraph.number)
        yield textwrap.fill(
            printable(article.slice(paragraph.span)),
            WIDTH,
            initial_indent=f"{number:>4}  ",
            subsequent_indent=" " * 6,
            break_long_words=False,
            break_on_hyphens=False,
        )
    if article.folded:
        yield ""
        count = len(article.folded)
        said = ngettext("{n} piece folded as debris", "{n} pieces folded as debris", count)
        yield f"# {said.format(n=labels.number(count))} (--folded)"


def folded(article: Article) -> Iterator[str]:
    """What was folded, each piece after the rule that did it."""
    for piece in article.folded:
        yield f"{piece.rule}\t{printable(' '.join(piece.text.split()))}"


def related(found: Sequence[Related], *, lit: bool) -> Iterator[str]:
    """Related passages, each with its reasons and what they weigh."""
    for one in found:
        marks = sorted(span for reason in one.reasons for span in reason.target_spans)
        score = f"{one.score:.1f}"
        yield f"{printable(one.info.id)} ¶{one.passage.number}  {headline(one.info)}  ({score})"
        yield f"    {_lit(one.text, one.passage.span.start, marks, lit)}"
        reasons = ", ".join(
            f"{printable(reason.text)} ({_(REASONS[reason.kind])} {reason.weight:.1f})"
            for reason in one.reasons
        )
        yield "    " + _("because: {reasons}").format(reasons=reasons)
        yield from _copies(one.copies)


def entities(found: Iterable[Entity]) -> Iterator[str]:
    """Entities as tab-separated columns: label, mentions, articles, name, variants."""
    for entity in found:
        others = " | ".join(printable(v) for v in entity.variants if v != entity.name)
        counts = f"{entity.mentions}\t{entity.articles}"
        yield f"{entity.label}\t{counts}\t{printable(entity.name)}\t{others}"


def decision(decided: Decision) -> str:
    """A decision on names, as the reader's file has it."""
    return printable(written(decided))


def decisions(found: Iterable[Decided], problems: Iterable[Problem]) -> Iterator[str]:
    """Decisions on names with their line in the reader's file, then what cannot be read there."""
    for one in found:
        waits = "" if one.effective else "  # " + _("changes nothing now")
        yield f"{one.line:>4}  {decision(one.decision)}{waits}"
    yield from (f"# {problem(one)}" for one in problems)


def undone(decided: Decision | None) -> str:
    """What was taken back."""
    if decided is None:
        return _("nothing to undo")
    return _("undone: {decision}").format(decision=decision(decided))


def problem(found: Problem) -> str:
    """A file that could not be read, and why."""
    said = _("{path}: {reason}")
    return said.format(path=printable(found.path), reason=printable(translated(found.reason)))


def remarks(reading: Reading) -> Iterator[str]:
    """How a query was read, where that is not plain."""
    return (f"# {printable(translated(remark))}" for remark in reading.remarks)


def summary(found: Summary) -> Iterator[str]:
    """What a library holds, in one line."""
    names = ngettext("{n} name", "{n} names", found.entities)
    problems = ngettext("{n} problem", "{n} problems", found.problems)
    yield ", ".join(
        (
            labels.articles(found.articles),
            labels.passages(found.passages),
            names.format(n=labels.number(found.entities)),
            problems.format(n=labels.number(found.problems)),
        )
    )


def listing(infos: Iterable[ArticleInfo], problems: Iterable[Problem]) -> Iterator[str]:
    """Articles, then problems."""
    for info in infos:
        yield f"{printable(info.id)}\t{info.paragraphs} ¶\t{info.language or '?'}\t{headline(info)}"
    yield from (f"# {problem(one)}" for one in problems)
