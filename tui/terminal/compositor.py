"""Draws only the lines that changed, and of these only what is in front.

Textual draws for each update, however small, every widget around it from its first line to its
last, the containers under it too, and throws nearly all of it away: half of the time of a key.
"""

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Render = tuple[Region, Region, list[Strip]]
"""Where lines stand, what they are clipped by, and the lines."""


class SparingCompositor(Compositor):
    """Textual's compositor; the same updates for less work."""

    def __init__(self) -> None:
        """Nothing to draw."""
        super().__init__()
        self._changed: list[Region] = []
        """The parts of the screen that the update under way is for; empty: all of it."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed on the screen."""
        self._changed = list(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = []

    def _get_renders(self, crop: Region | None = None) -> Iterable[Render]:
        """The lines of the widgets, those in front first, that stand where something changed."""
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        wanted = self._changed
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            here = [part for part in wanted if part.overlaps(shown)] if shown else []
            if not here:
                continue
            top = max(min(part.y for part in here), shown.y)
            bottom = min(max(part.bottom for part in here), shown.bottom)
            lines = Region(shown.x, top, shown.width, bottom - top)
            yield lines, clip, widget.render_lines(lines.translate(-region.offset))
            # A widget hides all that lies behind it.
            wanted = [part for part in wanted if not shown.contains_region(part)]
            if not wanted:
                return
