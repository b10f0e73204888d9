"""How what is searched divides: by source, month, language and names; each value narrows it."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.message import Message

from index.types import Facet, FacetField, FacetValue
from tui import keys
from tui.context import Context
from tui.language.i18n import N_, _
from tui.messages import Narrow, Search
from tui.terminal.signs import sign, spark
from tui.text import labels
from tui.text.narrowing import has_words, narrowed, toggled, widened
from tui.text.render import Row, Run
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList
from tui.widgets.view import View

if TYPE_CHECKING:
    from index.library import Library

FIELDS: dict[FacetField, str] = {
    "source": N_("sources"),
    "month": N_("months"),
    "language": N_("languages"),
    "person": N_("people"),
    "place": N_("places"),
    "org": N_("organisations"),
}
CLAUSES: dict[FacetField, str] = {"source": "source", "month": "date", "language": "lang"}
"""The fields of which an article has one value: other values can be chosen beside the chosen."""

SHOWN = 6
"""Values of a field that are listed before it is unfolded, besides those chosen."""
COUNTED = 100
"""So many when it is, or when a value is looked for by its name."""

BAR_SHARE = 4
"""One part in so many of the width is for the bars; in a narrow list they are one cell."""
NARROW = 44


@dataclass(frozen=True, slots=True)
class Field:
    """The heading of a field; choosing it lists more of its values, or less."""

    field: FacetField
    unfolded: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field; `most` is how many articles the field's first value has."""

    field: FacetField
    value: FacetValue
    most: int
    chosen: bool


FacetItem = Field | Value

Asked = tuple[str, int]
"""The query, and of which library."""


class FacetList(BlockList[FacetItem]):
    """Fields with their values, each with a bar and a count."""

    def key_of(self, item: FacetItem) -> Hashable:
        """The field, and its value."""
        return (item.field, item.value.query if isinstance(item, Value) else None)

    def rows_of(self, item: FacetItem, width: int) -> tuple[Row, ...]:
        """One line each."""
        if isinstance(item, Field):
            fold = sign("open") if item.unfolded else sign("closed")
            return ((Run(f"{fold} {_(FIELDS[item.field])}", ("heading",)),),)
        return (_value_row(item, width),)


def _value_row(item: Value, width: int) -> Row:
    """Whether it is chosen, its name, its count and its bar."""
    count = labels.number(item.value.articles)
    bar = _bar(item, width)
    name = labels.day(item.value.label) if item.field == "month" else item.value.label
    room = width - _bar_cells(width) - len(labels.number(item.most)) - 5
    name = fit(name, room)
    gap = " " * (room + len(labels.number(item.most)) - cell_len(name) - len(count) + 1)
    return (
        Run(f"{sign('chosen') if item.chosen else ' '} ", ("accent",)),
        Run(name, ("name",) if item.chosen else ()),
        Run(f"{gap}{count} ", ("meta",)),
        Run(bar, ("line",) if item.chosen else ("meta",)),
    )


def _bar(item: Value, width: int) -> str:
    """How the count compares with the field's highest: as long, or as high where it is narrow."""
    cells = _bar_cells(width)
    if cells == 1:
        return spark(item.value.articles, item.most)
    return sign("rule") * max(round(item.value.articles / max(item.most, 1) * cells), 1)


def _bar_cells(width: int) -> int:
    return 1 if width < NARROW else width // BAR_SHARE


class FacetsView(View):
    """Choosing a value puts its clause into the search box, or takes it out again."""

    TITLE: ClassVar[str] = N_("facets")
    PROMPT: ClassVar[str] = N_("name of a value")
    BINDINGS = keys.bindings("facets")

    @dataclass
    class Found(Message):
        """The articles were counted."""

        asked: Asked
        """The question."""
        facets: tuple[Facet, ...]
        """The answer."""
        articles: int
        """How many there are in all."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__("facets")
        self._looked = Context()
        self._unfolded: frozenset[FacetField] = frozenset()
        self._asked: Asked | None = None
        self._facets: tuple[Facet, ...] = ()

    def make_list(self) -> FacetList:
        """Empty."""
        return FacetList(id="facet-list")

    def look(self, context: Context) -> None:
        """Another search, or another library."""
        self._looked = context
        self.ask()

    def ask(self) -> None:
        """Count, where something else is asked than what is shown."""
        asked = (self._looked.query, self._looked.version)
        if asked != self._asked:
            self._asked = asked
            self.work.ask(self, "facets", lambda library: self._count(library, asked))

    def _count(self, library: "Library", asked: Asked) -> Message:
        """In a thread."""
        query = asked[0]
        total = library.search(query, limit=1, typing=True).articles if query else None
        articles = library.summary().articles if total is None else total
        return self.Found(asked, counted(library, query), articles)

    def filtered(self, text: str) -> None:
        """The values whose names have all words typed as parts."""
        self._show()

    @on(Found)
    def _take(self, event: Found) -> None:
        """What was counted."""
        if event.asked == self._asked:
            self._facets = event.facets
            self.say((labels.articles(event.articles), self._looked.query))
            self._show()

    def _show(self) -> None:
        typed = self.typed
        items: list[FacetItem] = []
        for facet in self._facets:
            most = max((value.articles for value in facet.values), default=0)
            unfolded = bool(typed.strip()) or facet.field in self._unfolded
            values = [
                Value(facet.field, value, most, narrowed(self._looked.query, value.query))
                for value in facet.values
                if has_words(value.label, typed)
            ]
            if values:
                items.append(Field(facet.field, unfolded))
                items += [v for at, v in enumerate(values) if unfolded or at < SHOWN or v.chosen]
        empty = _("No value is called so.") if typed.strip() else _("Nothing to count.")
        self.listing.show(items, empty=empty, keep=True)

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Narrow by a value, or no longer; list more of a field, or less."""
        event.stop()
        item = self.listing.items[event.index]
        if isinstance(item, Value):
            self.post_message(Narrow(item.value.query))
        else:
            self._unfolded ^= {item.field}
            self._show()

    def action_clear(self) -> None:
        """The search without any value that is listed as chosen."""
        query = self._looked.query
        for facet in self._facets:
            for value in facet.values:
                query = toggled(query, value.query) if narrowed(query, value.query) else query
        self.post_message(Search(query))


def counted(library: "Library", query: str) -> tuple[Facet, ...]:
    """The values of all fields; of one of which an article has one value, the others, too."""
    texts = dict.fromkeys(FIELDS, query)
    texts |= {field: widened(query, clause) for field, clause in CLAUSES.items()}
    found: dict[FacetField, Facet] = {}
    for text in dict.fromkeys(texts.values()):
        fields = [field for field in FIELDS if texts[field] == text]
        facets = library.facets(text, fields=fields, limit=COUNTED, typing=True)
        found |= {facet.field: facet for facet in facets}
    return tuple(found[field] for field in FIELDS if field in found)
