"""Where the reader has been: back and forward as in a browser."""

from dataclasses import dataclass, field

from corpus.types import ArticleId, Span

MOST = 200
"""Places kept behind: who goes from match to match leaves many."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article, in characters so that it survives any change of width.

    `paragraph` says where to go; `offset`, where it is known, says so exactly, and `row` is the
    screen row it stood in. `shared` are the words lit because another passage has them too;
    `found` is the name or word stood on, lit more.
    """

    article: ArticleId
    paragraph: int | None = None
    offset: int | None = None
    row: int | None = None
    query: str = ""
    marks: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()
    found: Span | None = None

    def is_beside(self, other: "Place") -> bool:
        """Whether the other is the same character of the same article, under the same search."""
        mine, theirs = (self.article, self.query), (other.article, other.query)
        return mine == theirs and self.offset is not None and self.offset == other.offset


@dataclass(slots=True)
class History:
    """Two stacks around the present place, which the screen holds."""

    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    @property
    def places(self) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """What lies behind and what lies ahead, the nearest last."""
        return tuple(self._behind), tuple(self._ahead)

    def take(self, behind: tuple[Place, ...], ahead: tuple[Place, ...]) -> None:
        """Take up an earlier history."""
        self._behind, self._ahead = list(behind), list(ahead)

    def leave(self, here: Place) -> None:
        """Remember `here` before going somewhere new, which ends what lay ahead."""
        if not (self._behind and self._behind[-1].is_beside(here)):
            self._behind.append(here)
            del self._behind[:-MOST]
        self._ahead.clear()

    def back(self, here: Place | None) -> Place | None:
        """The place before this one, None at the beginning."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place that `back` came from, None at the end."""
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
        """Move one place over."""
        if not source:
            return None
        if here is not None:
            target.append(here)
        return source.pop()
