"""Stepping through the lit words and names of the open article."""

from tui.i18n import _
from tui.screens.moving import Moving


class Finding(Moving):
    """Matches of the search."""

    def action_next_match(self) -> None:
        """To the next lit word."""
        self.tell_place(_("match"), self.article_view.go_to_match(1))

    def action_folded(self) -> None:
        """Show or fold what was taken for debris."""
        self.article_view.toggle_folded()

    def action_previous_match(self) -> None:
        """To the lit word before."""
        self.tell_place(_("match"), self.article_view.go_to_match(-1))
