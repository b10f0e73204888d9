"""What the terminal shows now, so that only what differs is sent: bytes are slow over SSH.

Textual draws whatever may have changed: the whole screen with every new layout, a pane's whole
line for one word in it. Here each frame is compared, cell by cell, with what was sent before.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip

from tui.terminal.sgr import PLAIN, Look, alike_when_blank, change, look_of, when_blank

GAP = 6
"""So many cells that stay are sent again rather than stepped over: that takes as many bytes."""

_ODD = re.compile("[^ -\u02ff\u2010-\u2027\u2030-\u205e\u2070-\u2bff]")
"""Characters that may take no cell, or two."""

_NULL = Style.null()


class Cell(NamedTuple):
    """What one cell shows: its characters, "" in all but the first cell of wide ones."""

    text: str
    look: Look


class Frames:
    """What has been sent to one terminal."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._lines: dict[int, list[Cell | None]] = {}
        self._odd: set[int] = set()
        """The lines on which odd characters stand, or have stood."""
        self.size: Size | None = None
        """Of the last whole screen that was sent."""

    def forget(self) -> None:
        """The terminal may show anything: another size, another program in between."""
        self._lines.clear()
        self._odd.clear()

    def sequence(self, update: CompositorUpdate, console: Console) -> str:
        """What to send so that the terminal shows an update; it does from now on."""
        pieces = _pieces(update)
        if pieces is None:
            self.forget()
            return update.render_segments(console)
        if isinstance(update, LayoutUpdate) and update.region.size != self.size:
            # What was still drawn for the old size stands anywhere in a window of the new one.
            self.forget()
            self.size = update.region.size
        colours = COLOR_SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
        pen = _Pen()
        for y, x, strip in pieces:
            cells, odd = _cells(strip, colours)
            if odd:
                self._odd.add(y)
            self._put(pen, y, x, cells)
        return pen.ended()

    def _put(self, pen: "_Pen", y: int, x: int, cells: list[Cell]) -> None:
        """Send what differs of some cells of a line, and know them."""
        line = self._lines.setdefault(y, [])
        end = x + len(cells)
        line.extend([None] * (end - len(line)))
        if line[x:end] == cells:
            return
        # A terminal may take odd characters for wider or narrower than we do: then what stands
        # after them is not where we think, and is sent again.
        if y in self._odd:
            pen.write(y, x, cells)
            pen.lose_place()
        else:
            for start, stop in _different(line, x, cells):
                pen.write(y, x + start, cells[start:stop])
        line[x:end] = cells


class Changed(CompositorUpdate):
    """An update of which only what differs is sent."""

    def __init__(self, frames: Frames, update: CompositorUpdate) -> None:
        self._frames = frames
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Textual's question when it sends the update."""
        return self._frames.sequence(self._update, console)


class _Pen:
    """Writes cells, and knows where it stands and in which look it writes."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._at = (-1, -1)
        self._look = PLAIN

    def write(self, y: int, x: int, cells: list[Cell]) -> None:
        """Write some cells of a line."""
        if self._at != (y, x):
            self._out.append(f"\x1b[{y + 1};{x + 1}H")
        for text, look in cells:
            if look is not self._look and not (text == " " and alike_when_blank(look, self._look)):
                self._out.append(change(self._look, look))
                self._look = look
            self._out.append(text)
        self._at = (y, x + len(cells))

    def lose_place(self) -> None:
        """It may stand elsewhere than it should."""
        self._at = (-1, -1)

    def ended(self) -> str:
        """All that was written, and the plain look again."""
        return "".join([*self._out, change(self._look, PLAIN)])


def _pieces(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]] | None:
    """The line and column at which each strip of an update stands; None for another kind."""
    if isinstance(update, LayoutUpdate):
        return _of_layout(update)
    return _of_chops(update) if isinstance(update, ChopsUpdate) else None


def _of_layout(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield y, x, strip
            x += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """As `ChopsUpdate.render_segments` chooses them."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                inside = first <= x < last and end <= last
                yield y, x, strip if inside else strip.crop(0, min(end, last) - x)


def _cells(strip: Strip, colours: ColorSystem) -> tuple[list[Cell], bool]:
    """What a strip shows, cell by cell, and whether some of it is odd."""
    cells: list[Cell] = []
    odd = False
    for text, style, _ in strip:
        look = look_of(style or _NULL, colours)
        if not _ODD.search(text) and cell_len(text) == len(text):
            blank = Cell(" ", when_blank(look))
            cells.extend([blank if sign == " " else Cell(sign, look) for sign in text])
        else:
            cells.extend(_odd_cells(text, look))
            odd = True
    return cells, odd


def _odd_cells(text: str, look: Look) -> list[Cell]:
    """The cells of a text with characters of no cell, or two; one unit if they do not add up."""
    cells: list[Cell] = []
    for character in text:
        width = get_character_cell_size(character)
        if not width and cells:
            cells[-1] = Cell(cells[-1].text + character, look)
        else:
            cells += [Cell(character, look), *[Cell("", look)] * (width - 1)]
    width = cell_len(text)
    return cells if len(cells) == width else [Cell(text, look), *[Cell("", look)] * (width - 1)]


def _different(line: list[Cell | None], x: int, cells: list[Cell]) -> Iterator[tuple[int, int]]:
    """Where some cells differ from a line's, small gaps closed."""
    start = stop = -1
    for at, cell in enumerate(cells):
        if line[x + at] != cell:
            if start >= 0 and at - stop > GAP:
                yield start, stop
                start = at
            elif start < 0:
                start = at
            stop = at + 1
    if start >= 0:
        yield start, stop
