"""Names of the library, one or two lines each, several of them chosen to be merged."""

from collections.abc import Hashable

from rich.cells import cell_len

from corpus.types import Entity, EntityId, Label
from tui.language.i18n import N_, _
from tui.terminal.signs import sign
from tui.text import labels
from tui.text.render import Row, Run
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList

KINDS: dict[Label, str] = {
    "PER": N_("person"),
    "LOC": N_("place"),
    "ORG": N_("organisation"),
    "MISC": N_("other"),
}
WIDE = 90
"""From this width on an entity takes one line, in columns."""
NAME, COUNTS = 32, 38
"""Cells of the columns."""


class EntityList(BlockList[Entity]):
    """Entities; `chosen` are the ones to merge."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """None chosen."""
        super().__init__(id=id)
        self.chosen: dict[EntityId, Entity] = {}

    def key_of(self, item: Entity) -> Hashable:
        """The id stays when an entity is renamed or merged into."""
        return item.id

    def rows_of(self, item: Entity, width: int) -> tuple[Row, ...]:
        """Name, kind, counts, other spellings."""
        mark = sign("chosen" if item.id in self.chosen else "unchosen")
        counts = told(item)
        others = labels.APART.join(form for form in item.variants if form != item.name)
        if width < WIDE:
            return (
                (Run(f"{mark} "), Run(fit(item.name, width - 2), (item.label,))),
                (Run("  "), Run(fit(counts, width - 2), ("meta",))),
                *([(Run("  "), Run(fit(others, width - 2), ("body",)))] if others else []),
                (),
            )
        name = fit(item.name, NAME)
        gap = " " * (NAME + 1 - cell_len(name))
        counts = fit(counts, COUNTS)
        after = " " * (COUNTS + 1 - cell_len(counts))
        rest = fit(others, width - NAME - COUNTS - 4)
        return (
            (
                Run(f"{mark} "),
                Run(name, (item.label,)),
                Run(gap),
                Run(f"{counts}{after}", ("meta",)),
                Run(rest),
            ),
        )

    def toggle(self) -> None:
        """Choose the lit entity too, or no longer."""
        if self.items:
            item = self.items[self.lit]
            if self.chosen.pop(item.id, None) is None:
                self.chosen[item.id] = item
            self.lay_out()

    def clear_chosen(self) -> None:
        """Choose none."""
        self.chosen.clear()
        self.lay_out()


def told(item: Entity) -> str:
    """`person · 61× · 5 articles`."""
    mentions = f"{labels.number(item.mentions)}×"
    return labels.APART.join((_(KINDS[item.label]), mentions, labels.articles(item.articles)))
