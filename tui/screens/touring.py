"""The tour on the reader."""

from tui.screens.moving import Moving


class Touring(Moving):
    """Shows the first steps, in a box (`tui.widgets.tour_box`)."""

    def begin_tour(self) -> None:
        """Show the first step; the tour does not come by itself again."""
        from tui import tour
        from tui.widgets.tour_box import TourBox

        tour.mark()
        self.mount(TourBox(self))

    def end_tour(self) -> bool:
        """Be rid of it; whether it was in view."""
        boxes = self.query("#tour")
        if not boxes or self.app.screen is not self:
            return False
        boxes.remove()
        return True
