"""What is known of one name, as a list: some of its lines lead somewhere."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from index.told import Quotation
from index.types import Companion
from tui.history import Place
from tui.known import Known
from tui.language.i18n import _
from tui.terminal.signs import sign, sparkline
from tui.text import labels
from tui.text.render import Role, Row, Run, excerpt
from tui.text.wrap import fit, inert, wrap
from tui.widgets.block_list import BlockList
from tui.widgets.entity_list import told

FORM_LINES = 3
"""Lines at the top for how the name is written; if they do not hold all, a list below does."""
QUOTE_LINES = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What the card begins with: it leads nowhere."""

    known: Known


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a section: they lead nowhere."""

    words: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Searches for the name, or no longer."""

    clause: str
    narrowed: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which the name is written."""

    text: str
    mentions: int


CardItem = Head | Heading | Narrowing | Form | Companion | Quotation


class CardList(BlockList[CardItem]):
    """The lines of a card."""

    def show_known(self, known: Known, *, narrowed: bool, keep: bool = False) -> None:
        """What is known of a name; `narrowed` says that the search is about it.

        With `keep` it is more of the same name: the lit item stays lit.
        """
        items = (Head(known), Narrowing(known.clause, narrowed), *_sections(known))
        self.show(items, keep=keep)
        self.light(self.lit if keep else 1)

    def lines_for(self, width: int) -> int:
        """The lines that all of it takes in so many cells."""
        return sum(len(self.rows_of(item, max(width - 2, 1))) for item in self.items)

    def key_of(self, item: CardItem) -> Hashable:
        """Themselves."""
        return item

    def light(self, index: int) -> None:
        """What leads nowhere is stepped over."""
        step = 1 if index >= self.lit else -1
        while 0 < index < len(self.items) - 1 and isinstance(self.items[index], Heading):
            index += step
        super().light(max(index, 1))

    def cited(self, item: CardItem) -> Place | None:
        """The words of a quotation."""
        return Place(item.info.id, found=item.span) if isinstance(item, Quotation) else None

    def rows_of(self, item: CardItem, width: int) -> tuple[Row, ...]:
        """The lines of an item."""
        if isinstance(item, Head):
            return head_rows(item.known, width)
        if isinstance(item, Heading):
            return (), (Run(fit(item.words, width), ("heading",)),)
        if isinstance(item, Narrowing):
            return ((Run(fit(_narrowing(item), width), ("accent",)),),)
        if isinstance(item, Form):
            return (_counted(item.text, item.mentions, width),)
        if isinstance(item, Companion):
            return (_counted(item.entity.name, item.together, width, item.entity.label),)
        return _quotation(item, width)

    def _show_lit(self) -> None:
        """With the first item that leads somewhere all above it is in view, too."""
        super()._show_lit()
        if self.lit == 1 and self._start(2) <= self.text_height:
            self._scroll_to_row(0)


def _sections(known: Known) -> Iterable[CardItem]:
    """Names beside it, what it says, how it is written."""
    if known.companions:
        yield Heading(_("named in the same passages"))
        yield from known.companions
    if known.quotations:
        total = labels.quotations(known.quoted)
        yield Heading(_("says: {quotations}").format(quotations=total))
        yield from known.quotations
    if len(known.forms) > 1:
        yield Heading(_("written in {n} ways").format(n=labels.number(len(known.forms))))
        yield from (Form(*form) for form in known.forms)


def head_rows(known: Known, width: int) -> tuple[Row, ...]:
    """Kind and counts, over time, how it is written."""
    rows: list[Row] = [(Run(fit(told(known.entity), width), ("meta",)),)]
    if any(known.over_time):
        when = _("over time") + " "
        sparks = sparkline(known.over_time)[: max(width - cell_len(when), 0)]
        rows.append((Run(when, ("meta",)), Run(sparks, (known.entity.label,))))
    forms = (f"{inert(form)}\u00a0{labels.number(count)}" for form, count in known.forms)
    words = labels.APART.join(forms)
    for at, line in enumerate(wrap(words, width)[:FORM_LINES], 1):
        end = line.end if at < FORM_LINES else len(words)
        rows.append((Run(fit(words[line.start : end].strip(), width)),))
    return (*rows, ())


def _narrowing(item: Narrowing) -> str:
    """What choosing it does."""
    if item.narrowed:
        return _("no longer only {clause}").format(clause=item.clause)
    return _("search for {clause}").format(clause=item.clause)


def _counted(words: str, count: int, width: int, role: Role = "body") -> Row:
    """Words and a number."""
    number = labels.number(count)
    shown = fit(words, width - cell_len(number) - 1)
    return Run(shown, (role,)), Run(f" {number}", ("meta",))


def _quotation(item: Quotation, width: int) -> tuple[Row, ...]:
    """What is said, and where."""
    rows = excerpt(item.text, item.span.start, (), width=width - 2, height=QUOTE_LINES)
    quote = sign("quote")
    said = [(Run("  " if at else f"{quote} ", ("meta",)), *row) for at, row in enumerate(rows)]
    origin = fit(labels.origin(item.info, item.paragraph), width - 2)
    return (*said, (Run(f"  {origin}", ("meta",)),))
