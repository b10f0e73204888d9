"""Names in the open article: stepping through them."""

from tui.i18n import _
from tui.screens.moving import Moving


class Naming(Moving):
    """Names."""

    def action_next_name(self) -> None:
        """To the next name."""
        self.tell_place(_("name"), self.article_view.go_to_name(1))

    def action_previous_name(self) -> None:
        """To the name before."""
        self.tell_place(_("name"), self.article_view.go_to_name(-1))
