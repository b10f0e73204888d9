"""Finding: in the open article, from match to match, from one result to the next."""

from textual import on
from textual.events import DescendantFocus

from tui.language.i18n import _
from tui.screens.viewing import Viewing
from tui.widgets.article_view import ArticleView
from tui.widgets.find_box import FindBox


class Finding(Viewing):
    """What was typed into the find box goes before the words of the search, until escape."""

    def action_next_match(self) -> None:
        """To the next lit word."""
        self._step(1)

    def action_previous_match(self) -> None:
        """To the lit word before."""
        self._step(-1)

    def action_folded(self) -> None:
        """Show or fold what was taken for debris."""
        self.article_view.toggle_folded()

    def action_longer(self) -> None:
        """Longer lines."""
        self._set_width(1)

    def action_shorter(self) -> None:
        """Shorter lines."""
        self._set_width(-1)

    def action_next_hit(self) -> None:
        """Open the next result."""
        self._open_beside(1)

    def action_previous_hit(self) -> None:
        """Open the result before."""
        self._open_beside(-1)

    def action_find_box(self) -> None:
        """To the box of the view in front."""
        self.panes.bring_box()

    def action_leave_pane(self) -> None:
        """First forget what was found in the article."""
        if not (self.article_view.has_focus and self.article_view.clear_found()):
            super().action_leave_pane()

    @on(ArticleView.FindWanted)
    async def _find(self) -> None:
        """Open the box."""
        if self.article_view.article is None:
            self.notify(_("Open an article first."), timeout=2)
            return
        box = next(iter(self.query(FindBox)), None)
        if box is None:
            box = FindBox()
            await self.query_one("#reading").mount(box)
        box.open()

    @on(FindBox.Typed)
    def _light_found(self, event: FindBox.Typed) -> None:
        """Go where it is found."""
        box = self.query_one(FindBox)
        if box.display and event.text == box.typed:
            self.article_view.find(event.text)
            box.tell(self.article_view.standing)

    @on(FindBox.Step)
    def _step_found(self, event: FindBox.Step) -> None:
        self.article_view.go_to_match(event.step)
        self.query_one(FindBox).tell(self.article_view.standing)

    @on(FindBox.Left)
    def _leave_found(self, event: FindBox.Left) -> None:
        """Back to the article."""
        if event.keep:
            self.article_view.keep_found()
        else:
            self.article_view.drop_found()
        self.panes.bring("article")

    @on(DescendantFocus)
    def _leave_box(self, event: DescendantFocus) -> None:
        """What was typed counts as kept where the keyboard goes elsewhere."""
        box = next(iter(self.query(FindBox)), None)
        if box is not None and box.display and box not in event.widget.ancestors:
            self.article_view.keep_found()
            box.display = False

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        """Say where one is."""
        self.tell_place()

    def _step(self, step: int) -> None:
        """To a lit word beside this place."""
        self.article_view.go_to_match(step)
        self.tell_place("" if self.article_view.standing is not None else _("no match"))

    def _set_width(self, step: int) -> None:
        """Say how long lines are now."""
        width = self.article_view.set_width(step)
        self.tell_place(_("lines of {n}").format(n=width))

    def _open_beside(self, step: int) -> None:
        """Open the result after the lit one, or before it; of a view in front that leads to
        places, its item."""
        view = self.panes.finder.current
        results = view.listing if view.LEADS else self.search_pane.listing
        at = results.lit + step
        if 0 <= at < len(results.items):
            results.light(at)
            results.action_choose()
        else:
            last = _("This is the last result.") if step > 0 else _("This is the first result.")
            self.notify(last, timeout=2)
