"""Who is quoted, each with the quotations that are shown of them."""

from collections.abc import Hashable
from dataclasses import dataclass

from rich.cells import cell_len

from index.told import Quotation, Speaker
from tui.history import Place
from tui.language.i18n import _, ngettext
from tui.terminal.signs import sign
from tui.text import labels
from tui.text.render import Row, Run, excerpt
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import ONE_LINE_WIDTH

TEXT_LINES = 4
"""Of a longer quotation the beginning is shown: it is read in its article."""
SET_IN = "  "


@dataclass(frozen=True, slots=True)
class More:
    """There is more than is listed: `left` speakers or, of a `speaker`, quotations."""

    left: int
    speaker: Hashable = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A speaker, with their quotations listed or not."""

    speaker: Speaker
    unfolded: bool


QuoteItem = Shown | Quotation | More


def speaker_key(speaker: Speaker) -> Hashable:
    """What makes a speaker the same one in a newer list."""
    return (speaker.entity, None if speaker.entity else speaker.name.casefold())


class QuoteList(BlockList[QuoteItem]):
    """Speakers, and under those unfolded their quotations."""

    alone = False
    """Whether all are of one article, of which each need not tell the date."""

    def key_of(self, item: QuoteItem) -> Hashable:
        """A speaker, a place, the end of a list."""
        if isinstance(item, Shown):
            return speaker_key(item.speaker)
        if isinstance(item, Quotation):
            return (item.info.id, item.span)
        return ("more", item.speaker)

    def cited(self, item: QuoteItem) -> Place | None:
        """The words of a quotation."""
        return Place(item.info.id, found=item.span) if isinstance(item, Quotation) else None

    def rows_of(self, item: QuoteItem, width: int) -> tuple[Row, ...]:
        """A line for a speaker; where and when, and the words, for a quotation."""
        if isinstance(item, Shown):
            return (_speaker_row(item, width),)
        if isinstance(item, Quotation):
            return _quotation_rows(item, width, alone=self.alone)
        words = _more(item)
        return ((Run(SET_IN if item.speaker else ""), Run(fit(words, width), ("meta",))),)


def _speaker_row(item: Shown, width: int) -> Row:
    """The name, and how many quotations in how many articles; of a narrow line the first alone."""
    one = item.speaker
    counts = labels.number(one.quotes)
    if width >= ONE_LINE_WIDTH:
        counts = labels.APART.join((labels.quotations(one.quotes), labels.articles(one.articles)))
    fold = sign("open") if item.unfolded else sign("closed")
    room = width - cell_len(counts) - 3
    name = fit(one.name or _("the text does not say who"), room)
    gap = " " * (room - cell_len(name) + 1)
    # Who has a name is somebody; "le procureur" may be another one in each article.
    return (
        Run(f"{fold} "),
        Run(name, ("name",) if one.entity else ("meta",)),
        Run(gap),
        Run(counts, ("meta",)),
    )


def _quotation_rows(item: Quotation, width: int, *, alone: bool) -> tuple[Row, ...]:
    """Where it stands, and its words."""
    where = labels.place(item.paragraph) if alone else labels.origin(item.info, item.paragraph)
    if not alone:
        where = labels.APART.join((where, labels.name(item.info)))
    words = f"« {'… ' if item.continues else ''}{' '.join(item.text.split())} »"
    text = excerpt(words, 0, (), width=width - len(SET_IN), height=TEXT_LINES)
    return (
        (Run(SET_IN), Run(fit(where, width - len(SET_IN)), ("meta",))),
        *((Run(SET_IN), *row) for row in text),
        (),
    )


def _more(item: More) -> str:
    if item.speaker is None:
        words = ngettext("{n} more speaker…", "{n} more speakers…", item.left)
    else:
        words = ngettext("{n} more quotation…", "{n} more quotations…", item.left)
    return words.format(n=labels.number(item.left))
