"""Taking passages and lists along: copied with their source, or written into a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.message import Message

from corpus.errors import RecoupeError
from corpus.types import Article, Span
from tui.history import Place
from tui.keeping.forms import CITATION_FORMS, ENDS, CitationForm, ExportForm, ExportKind
from tui.language.engine_words import told
from tui.language.i18n import N_, _
from tui.screens.moving import Moving
from tui.widgets.block_list import BlockList

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from index.library import Library
    from tui.terminal.app import TerminalApp

CITED_AS: dict[CitationForm, str] = {
    "text": N_("text: the passage, then its source"),
    "markdown": N_("Markdown: a block quotation"),
    "bibtex": N_("BibTeX: an entry"),
    "csl": N_("CSL-JSON: an item, for Zotero and others"),
}
ALONE = N_("the passage alone")

LISTED: dict[ExportKind, str] = {
    "results": N_("results"),
    "notes": N_("notes"),
    "entities": N_("names"),
    "quotes": N_("quotations"),
    "concordance": N_("concordance"),
}
WRITTEN: dict[ExportForm, str] = {
    "csv": N_("table (CSV)"),
    "markdown": N_("table (Markdown)"),
    "json": N_("JSON"),
}


class Citing(Moving):
    """Copies, citations, exports."""

    @dataclass
    class Cited(Message):
        """What is to be copied of a list was read."""

        text: str
        """It, "" where it is no longer there."""

    @dataclass
    class Written(Message):
        """An export is done, or was refused."""

        told: str
        """What was done, or why it was not."""
        refused: bool = False
        """Whether nothing was written."""

    @dataclass
    class Handed(Message):
        """An export is ready for the reader's browser."""

        name: str
        """The file's."""
        text: str

    def passage(self) -> tuple[Article, Span] | None:
        """What is selected, else the paragraph being read; None, and said, where there is none."""
        view = self.article_view
        article = view.article
        paragraph = article.paragraph(view.paragraph) if article is not None else None
        span = view.selected or (paragraph.span if paragraph is not None else None)
        if article is None or span is None:
            self.notify(_("Open an article first."), timeout=2)
            return None
        return article, span

    # Copies

    def action_copy(self) -> None:
        """The passage with its source."""
        self._copy("text")

    def action_copy_as(self) -> None:
        """As what to copy the passage, chosen from a list."""
        from tui.screens.choice import Choice

        def chosen(answer: tuple[int, ...] | None) -> None:
            if answer:
                self._copy((None, *CITATION_FORMS)[answer[0]])

        if self._listed() is not None or self.passage() is not None:
            words = [_(ALONE), *(_(CITED_AS[form]) for form in CITATION_FORMS)]
            self.app.push_screen(Choice(_("copy the passage as"), words), chosen)

    def _copy(self, form: CitationForm | None) -> None:
        """The passage as a citation, or alone."""
        listing = self._listed()
        if listing is not None:
            self.copy_listed(listing.passage, form)
            return
        passage = self.passage()
        if passage is not None:
            self.article_view.settle_selection()
            cast("TerminalApp", self.app).copy(_cited(*passage, form))

    def _listed(self) -> BlockList[Any] | None:
        """The list that has the keyboard."""
        return self.focused if isinstance(self.focused, BlockList) else None

    def copy_listed(self, place: Place | None, form: CitationForm | None = "text") -> None:
        """Copy the passage that is lit in a list, which may be of any article."""
        if place is None:
            self.notify(_("What is lit is no passage: there is nothing to copy."), timeout=3)
            return

        def question(library: "Library") -> Message:
            article = library.article(place.article)
            span = place.found or (paragraph_at(article, place) if article else None)
            text = _cited(article, span, form) if article is not None and span else ""
            return self.Cited(text)

        self.work.ask(self, "copy", question)

    @on(Cited)
    def _copy_cited(self, event: Cited) -> None:
        event.stop()
        if event.text:
            cast("TerminalApp", self.app).copy(event.text)
        else:
            message = _("This article is no longer in the library.")
            self.notify(message, severity="warning", markup=False)

    # Exports

    def action_export(self) -> None:
        """Ask what and as what, then where to."""
        from tui.screens.choice import Choice

        offered = self._offered()

        def chosen(answer: tuple[int, ...] | None) -> None:
            if answer:
                self._ask_file(*offered[answer[0]])

        said = _("{what}: {form}")
        words = [
            said.format(what=_(LISTED[kind]), form=_(WRITTEN[form]))
            for kind, form, _query in offered
        ]
        self.app.push_screen(Choice(_("write into a file"), words), chosen)

    def _offered(self) -> Sequence[tuple[ExportKind, ExportForm, str]]:
        """What can be exported, the list in front first, each with what it is asked for."""
        from tui.widgets.concordance_view import ConcordanceView

        view = self.panes.finder.current
        queries = dict.fromkeys(LISTED, "")
        for kind in queries:
            if kind == view.id:
                queries[kind] = view.typed.strip()
        typed = self.search_pane.query_text
        # A space at its end says that its last word is whole.
        searched = typed if typed.strip() else ""
        queries["results"] = searched
        queries["concordance"] = view.asked if isinstance(view, ConcordanceView) else searched
        # Without a search there are no results, but there are names, quotations and notes.
        kinds = [kind for kind in LISTED if queries[kind] or kind not in ("results", "concordance")]
        kinds.sort(key=lambda kind: kind != view.id)
        return [(kind, form, queries[kind]) for kind in kinds for form in WRITTEN]

    def _ask_file(self, kind: ExportKind, form: ExportForm, query: str) -> None:
        """Where to write it; a file that is there is asked about once more. In a browser it is
        handed to that: its reader has no files here."""
        if self.app.is_web:
            self._hand_over(kind, form, query)
            return
        from tui.screens.prompt import Prompt

        def named(answer: str | None) -> None:
            if answer and answer.strip():
                self._export(kind, form, query, Path(answer.strip()).expanduser())

        name = f"recoupe-{kind}{ENDS[form]}"
        self.app.push_screen(Prompt(_("Write into"), name), named)

    def _export(self, kind: ExportKind, form: ExportForm, query: str, path: Path) -> None:
        """Write it in a thread."""
        own = self.start_of.own

        def question(library: "Library") -> Message:
            from tui.keeping import export
            from tui.keeping.values import values

            try:
                found = values(library, own, kind, query, typing=True)
                export.write(kind, found, form, path)
            except RecoupeError as error:
                return self.Written(told(error), refused=True)
            count = len(export.rows(kind, found))
            words = _("{count} lines of {what} are in {path}")
            return self.Written(
                words.format(count=count, what=_(LISTED[kind]), path=path.absolute())
            )

        self.work.ask(self, "export", question)

    def _hand_over(self, kind: ExportKind, form: ExportForm, query: str) -> None:
        """Write it in a thread, for the browser to keep."""
        own = self.start_of.own

        def question(library: "Library") -> Message:
            from tui.keeping import export
            from tui.keeping.values import values

            text = export.text(kind, values(library, own, kind, query, typing=True), form)
            return self.Handed(f"recoupe-{kind}{ENDS[form]}", text)

        self.work.ask(self, "export", question)

    @on(Handed)
    def _deliver(self, event: Handed) -> None:
        event.stop()
        self.app.deliver_text(StringIO(event.text), save_filename=event.name)

    @on(Written)
    def _tell_written(self, event: Written) -> None:
        event.stop()
        severity: SeverityLevel = "warning" if event.refused else "information"
        self.notify(event.told, severity=severity, markup=False, timeout=8)


def paragraph_at(article: Article, place: Place) -> Span | None:
    """The paragraph of a place; of an article without a title its first one."""
    if place.offset is not None:
        holding = (p.span for p in article.paragraphs if place.offset < p.span.end)
        return next(holding, None)
    wanted = article.paragraph(place.paragraph or 0) or next(iter(article.paragraphs), None)
    return wanted.span if wanted is not None else None


def _cited(article: Article, span: Span, form: CitationForm | None) -> str:
    """A passage as a citation, or alone."""
    # Not needed for the first screen.
    from tui.keeping.citation import cite, written

    return article.slice(span) if form is None else written(cite(article, span), form)
