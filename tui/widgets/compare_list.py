"""What two passages agree on and where they differ: one line each, the left side's words first."""

from collections.abc import Hashable
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from tui.language.i18n import _
from tui.recouper.pages import TELLING, Page, Point, Sort, numbered
from tui.terminal.signs import Sign, sign
from tui.text.render import Role, Row, Run
from tui.text.wrap import fit
from tui.widgets.block_list import BlockList

WIDE = 90
"""From this width on each side's words stand under its passage."""

SIGNS: dict[Sort, Sign] = {
    "differ": "differ",
    "changed": "differ",
    "perhaps": "perhaps",
    "agree": "agree",
    "shared": "words",
    "left": "previous",
    "right": "next",
}
"""The sorts told apart without colour."""

ROLES: dict[Sort, Role] = {
    "differ": "differ",
    "changed": "differ",
    "perhaps": "shared-fact",
    "agree": "body",
}


class CompareList(BlockList[Point], inherit_bindings=False):
    """The points of a page, those first of which something is claimed.

    The screen has all keys: most of them move the passages too.
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name)
        """Empty."""
        super().__init__(id=id)
        self._page: Page | None = None

    def show_page(self, page: Page | None, *, empty: str) -> None:
        """Another page; the first point is lit."""
        self._page = page
        self.show(page.points if page is not None else (), empty=empty)

    def step_claim(self, step: int) -> None:
        """Light the next point of which something is claimed, around at the ends."""
        claims = [at for at, point in enumerate(self.items) if point.sort in TELLING]
        ahead = [at for at in claims if (at > self.lit if step > 0 else at < self.lit)]
        if claims:
            self.light((ahead or claims)[0 if step > 0 else -1])

    def key_of(self, item: Point) -> Hashable:
        """The places it stands in."""
        return (item.sort, item.spans)

    def rows_of(self, item: Point, width: int) -> tuple[Row, ...]:
        """The sort's sign, the kind's, what it is about, what each side writes."""
        left, right = numbered(self._page, item) if self._page is not None else item.texts
        about = _("{about} (grew)").format(about=item.about) if item.grew else item.about
        about = _("{about}: ").format(about=about) if about else ""
        head = f"{sign(SIGNS[item.sort])} {sign(item.kind)} "
        roles = (ROLES.get(item.sort, "words"),)
        start = Run(head, roles)
        if width >= WIDE:
            # The right side's words begin where its pane does.
            half = (width + 2) // 2 - cell_len(head)
            words = fit(about + (left or _absent(item)), half - 2)
            gap = " " * (half - cell_len(words))
            other = fit(right or _absent(item), width - half - cell_len(head))
            return ((start, Run(words, roles), Run(gap), Run(other, roles)),)
        return ((start, Run(fit(about + _beside(item, left, right), width - len(head)), roles)),)


def _absent(item: Point) -> str:
    """What stands for words that one side does not have: for a change that it is one."""
    return sign("ellipsis") if item.sort == "changed" else ""


def _beside(item: Point, left: str, right: str) -> str:
    """Both sides' words in one line, once where they are the same."""
    if item.sort in ("differ", "changed", "perhaps"):
        return f"{left or _absent(item)} / {right or _absent(item)}"
    if not left or not right or left == right:
        return left or right
    return f"{left} {sign('agree')} {right}"
