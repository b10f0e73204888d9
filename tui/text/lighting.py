"""What is lit in the open article: names by kind, words searched for and found, what one stands on.

Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from corpus.types import Label, Mention, Span
from tui.text.render import Mark, Marks, mention_marks

KINDS: tuple[Label, ...] = get_args(Label)

What = Literal["find", "match", "name"]
"""A place of what was typed into the find box, of the search's words, of a name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """On which of how many things of a kind one stands, from 1."""

    what: What
    at: int
    total: int


@dataclass(frozen=True, slots=True)
class Lighting:
    """All that may be lit, each kind in reading order.

    `matches` answer the search, `finds` what was typed into the find box; `shared` belongs to the
    lit related passage. Names of the kinds in `hidden` are plain text.
    """

    mentions: tuple[Mention, ...] = ()
    matches: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()
    finds: tuple[Span, ...] = ()
    hidden: frozenset[Label] = frozenset()
    found: Span | None = None
    what: What = "name"
    """What `found` is."""

    def marks(self) -> Marks:
        """What is to be drawn."""
        marks = mention_marks(self.names)
        marks += [Mark(span, "shared") for span in self.shared]
        marks += [Mark(span, "match") for span in (*self.matches, *self.finds)]
        if self.found is not None:
            marks.append(Mark(self.found, "found"))
        return Marks(marks)

    @property
    def names(self) -> list[Mention]:
        """The names that are lit."""
        return [mention for mention in self.mentions if mention.label not in self.hidden]

    def spans(self, what: What) -> Sequence[Span]:
        """What one can step through."""
        if what == "name":
            return [mention.span for mention in self.names]
        return self.finds if what == "find" else self.matches

    @property
    def standing(self) -> Standing | None:
        """What one stands on, None for nothing of that kind, or no longer."""
        spans = self.spans(self.what)
        if self.found is None or self.found not in spans:
            return None
        return Standing(self.what, spans.index(self.found) + 1, len(spans))

    @property
    def name(self) -> Mention | None:
        """The name stood on, by whatever way."""
        if self.found is None:
            return None
        return next((m for m in self.names if m.span.overlaps(self.found)), None)

    def on(self, found: Span | None, what: What = "name") -> "Lighting":
        """Stand on something else."""
        return replace(self, found=found, what=what)

    def toggled(self, label: Label | None) -> "Lighting":
        """One kind of names shown or hidden; all of them for None, hidden only if none was."""
        if label is None:
            return replace(self, hidden=frozenset() if self.hidden else frozenset(KINDS))
        return replace(self, hidden=self.hidden ^ {label})
