"""The way into the recouper view and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.i18n import _
from tui.screens.moving import Moving
from tui.widgets.related_list import NOTHING_RELATED

if TYPE_CHECKING:
    from tui.screens.compare import Left


class Recouping(Moving):
    """Compares the paragraph being read with what other articles say of it."""

    def action_compare(self) -> None:
        """The lit related passage, or the best, beside the paragraph being read."""
        from tui.screens.compare import CompareScreen

        article = self.article_view.article
        if article is None:
            self.notify(_("Open an article first."), timeout=2)
            return
        source = article.id, self.article_view.paragraph
        related = self.related_list
        items = tuple(related.items) if related.source == source else None
        if items == ():
            self.notify(_(NOTHING_RELATED), timeout=2)
            return
        at = related.lit if items and related.has_focus else 0
        self.app.push_screen(CompareScreen(self.work, source, items, at), self._compared)

    def _compared(self, left: Left | None) -> None:
        """Go where the view was left to; the passage compared last is the lit one."""
        if left is None:
            return
        if left.place is not None:
            self.go(left.place)
        elif left.at < len(self.related_list.items):
            self.related_list.light(left.at)
