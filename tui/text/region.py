"""A selection made by keys: one end stands, the other moves, the signs at both ends belong to it.

Pure. It grows and shrinks by whole units, whichever end moves: forwards the moving end goes to the
end of a unit, backwards to the beginning of one. So `w` three times takes three words and no first
letter of a fourth, and from the other end it leaves three words out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.types import Span
from tui.text.units import Units, around, end_after, end_before, start_after, start_before


@dataclass(frozen=True, slots=True)
class Region:
    """The signs where it began and to which it goes, which may stand before it."""

    fixed: Span
    moving: Span

    @property
    def span(self) -> Span:
        """All characters of it."""
        ends = (self.fixed, self.moving)
        return Span(min(one.start for one in ends), max(one.end for one in ends))

    @property
    def forwards(self) -> bool:
        """Whether the moving end is the later one."""
        return self.moving.start >= self.fixed.start

    def to(self, moving: Span) -> "Region":
        """The moving end at another sign."""
        return replace(self, moving=moving)

    def swapped(self) -> "Region":
        """The other end moves."""
        return Region(self.moving, self.fixed)


def over(units: Units, span: Span) -> Region:
    """The region that is a stretch of the text, its end moving."""
    return Region(units.sign_from(span.start), units.sign_before(span.end))


def onward(units: Units, kind: Sequence[Span], region: Region) -> Region:
    """The moving end a unit further on; as it was where there is no other."""
    if not region.forwards:
        start = start_after(kind, region.moving.start)
        if start is not None and start <= region.fixed.start:
            return region.to(units.sign_from(start))
    end = end_after(kind, region.moving.end if region.forwards else region.fixed.end - 1)
    return region if end is None else region.to(units.sign_before(end))


def back(units: Units, kind: Sequence[Span], region: Region) -> Region:
    """The moving end a unit back; as it was where there is no other."""
    shrinks = region.forwards and region.moving != region.fixed
    if shrinks:
        end = end_before(kind, region.moving.end)
        if end is not None and end > region.fixed.start:
            return region.to(units.sign_before(end))
    start = start_before(kind, region.fixed.start + 1 if shrinks else region.moving.start)
    return region if start is None else region.to(units.sign_from(start))


def widened(units: Units, region: Region) -> Region:
    """To whole words; if it is that already, to whole sentences; then to whole paragraphs."""
    span = region.span
    for kind in (units.words, units.sentences, units.paragraphs):
        wider = around(kind, span)
        if wider != span:
            return over(units, wider)
    return region
