"""What is selected in the article: how much that is, and letting it go."""

from tui.language.i18n import _
from tui.screens.viewing import Viewing
from tui.text import labels
from tui.text.units import WORD


class SelectingText(Viewing):
    """The part of the reader that tells of a selection, by mouse or by keys."""

    def standing_words(self) -> str:
        """How much is selected, before anything else that is to be said of the place."""
        view = self.article_view
        span = view.selected
        if view.article is None or span is None:
            return super().standing_words()
        words = sum(1 for _word in WORD.finditer(view.article.text, span.start, span.end))
        counts = (labels.words(words), labels.characters(span.end - span.start))
        return _("{counts} selected").format(counts=", ".join(counts))

    def action_leave_pane(self) -> None:
        """First let go what is selected."""
        view = self.article_view
        if not (view.has_focus and view.forget_selection()):
            super().action_leave_pane()
