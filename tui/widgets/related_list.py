"""What other articles say about the passage being read, and why each is shown."""

from collections.abc import Hashable, Iterable, Sequence

from rich.cells import cell_len
from textual.content import Content

from corpus.types import ArticleId, ArticleInfo, Span
from index.types import Reason, ReasonKind, Related
from tui import keys
from tui.history import Place
from tui.language.i18n import N_, _, ngettext
from tui.terminal.signs import sign
from tui.text import labels
from tui.text.render import Mark, Role, Row, Run, excerpt
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList
from tui.widgets.hit_list import heading_rows

TEXT_LINES = 3
WIDE_TEXT_LINES = 2
WIDE = 70
"""From this width on, fewer lines hold as much text."""
REASON_LINES = 2
WORTH = 5
"""Cells of what a reason is worth: `12.3`."""

AROUND: frozenset[ReasonKind] = frozenset({"article", "time"})

ROLES: dict[ReasonKind, Role] = {"entity": "entity", "date": "entity", "figure": "entity"}
"""What is the same thing stands out from what are only words."""

LIT: dict[ReasonKind, Role] = {
    "entity": "shared",
    "date": "shared-fact",
    "figure": "shared-fact",
    "quote": "shared-quote",
    "words": "shared-words",
}
"""How each kind of reason is lit in the text."""

NOTHING_RELATED = N_("Nothing in the other articles speaks of this passage.")


class RelatedList(BlockList[Related]):
    """Related passages, each with its reasons, the heavier first; what is not read yet in bold."""

    BINDINGS = keys.bindings("related")

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """Empty."""
        super().__init__(id=id)
        self.source: tuple[ArticleId, int] | None = None
        self._read: frozenset[ArticleId] = frozenset()
        self._unfolded: set[Hashable] = set()

    def relate(
        self, source: tuple[ArticleId, int], items: Sequence[Related], *, empty: str
    ) -> None:
        """What belongs to a paragraph; the lit item stays lit where it is there again."""
        self.show(items, empty=empty, keep=True)
        self.source = source
        self.border_title = Content(heading(items))

    def clear(self) -> None:
        """Nothing looked up yet."""
        self.source = None
        self._unfolded.clear()
        self.border_title = _("related")
        self.show(())

    def mark_read(self, articles: Iterable[ArticleId]) -> None:
        """These articles, and no other, were read."""
        read = frozenset(articles)
        if read != self._read:
            self._read = read
            self.lay_out()

    def action_unfold(self) -> None:
        """All of the lit item, or less of it again."""
        if self.items:
            self._unfolded ^= {self.key_of(self.items[self.lit])}
            self.lay_out()

    def key_of(self, item: Related) -> Hashable:
        """A passage."""
        return (item.info.id, item.passage.number)

    def cited(self, item: Related) -> Place:
        """Its passage."""
        return Place(item.info.id, found=item.passage.span)

    def rows_of(self, item: Related, width: int) -> tuple[Row, ...]:
        """Title, origin, copies, the text with what is shared lit, the reasons."""
        unfolded = self.key_of(item) in self._unfolded
        role: Role = "body" if item.info.id in self._read else "name"
        head = heading_rows(labels.name(item.info), labels.found(item), width, role=role)
        height = WIDE_TEXT_LINES if width >= WIDE else TEXT_LINES
        below: tuple[Row, ...]
        if unfolded:
            head += _copies(item.copies, width)
            below = _weighed(item, width - 1)
            height = max(self.text_height - len(head) - len(below), height)
        else:
            below = _reasons(item.reasons, width - 1)
        start = item.passage.span.start
        text = excerpt(item.text, start, _lit(item), width=width - 1, height=height)
        return (*head, *((Run(" "), *row) for row in text), *below, ())


def heading(items: Sequence[Related]) -> str:
    """How many articles speak of the same thing, those that copy each other counted once."""
    if not items:
        return _("related")
    voices = len({item.info.id for item in items})
    words = ngettext("{n} independent article", "{n} independent articles", voices)
    parts = [_("related"), words.format(n=voices)]
    copies = {copy.id for item in items for copy in item.copies}
    if copies:
        words = ngettext("+{n} copy", "+{n} copies", len(copies))
        parts.append(words.format(n=len(copies)))
    return labels.APART.join(parts)


def shared_spans(item: Related, *, target: bool) -> tuple[Span, ...]:
    """The places of all that two passages share, in one of them."""
    spans = (reason.target_spans if target else reason.source_spans for reason in item.reasons)
    return tuple(sorted({span for some in spans for span in some}))


def _lit(item: Related) -> list[Mark]:
    """What is shared, where it stands in the text, by kind."""
    return [
        Mark(span, LIT[reason.kind])
        for reason in item.reasons
        for span in reason.target_spans
        if reason.kind in LIT
    ]


def _reason(reason: Reason, width: int) -> str:
    """A reason with the sign of its kind."""
    text = labels.day(reason.text) if reason.kind == "time" else reason.text
    return fit(f"{sign(reason.kind)} {text}", width)


def _ordered(reasons: Sequence[Reason]) -> list[Reason]:
    """The heaviest first; what lies around the passages after what they say themselves."""
    return sorted(reasons, key=lambda r: (r.kind in AROUND, -r.weight))


def _reasons(reasons: Sequence[Reason], width: int) -> tuple[Row, ...]:
    """As many reasons as fit into the lines there are for them."""
    rows: list[list[Run]] = [[Run(" ")]]
    left = width
    for reason in _ordered(reasons):
        words = _reason(reason, width)
        cells = cell_len(words)
        if cells > left:
            if len(rows) == REASON_LINES:
                break
            rows.append([Run(" ")])
            left = width
        rows[-1] += [Run(words, (ROLES.get(reason.kind, "words"),)), Run("  ")]
        left -= cells + 2
    return tuple(tuple(row) for row in rows)


def _weighed(item: Related, width: int) -> tuple[Row, ...]:
    """Every reason with what it is worth, and their sum: the passage's score."""
    rows: list[Row] = []
    for reason in _ordered(item.reasons):
        words = _reason(reason, width - WORTH - 1)
        gap = Run(" " * max(width - WORTH - cell_len(words), 0))
        worth = Run(f"{reason.weight:{WORTH}.1f}", ("words",))
        rows.append((Run(" "), Run(words, (ROLES.get(reason.kind, "words"),)), gap, worth))
    in_all = _("in all")
    total = f"{in_all} {item.score:{WORTH}.1f}"
    rows.append((Run(" " * (width - cell_len(total) + 1)), Run(total, ("name",))))
    return tuple(rows)


def _copies(copies: Sequence[ArticleInfo], width: int) -> tuple[Row, ...]:
    """The articles that print the same, one a line, the outlet before the title."""
    rows: list[Row] = []
    for copy in copies:
        parts = (copy.source, labels.day(copy.published), labels.name(copy))
        words = labels.APART.join(part for part in parts if part)
        rows.append((Run(fit(f"  + {words}", width), ("meta",)),))
    return tuple(rows)
