"""What a text says of itself, as far as it has been read."""

from collections.abc import Iterable
from typing import Literal

from corpus import bylines, debris, metadata
from corpus.language import detect

Place = Literal["head", "tail", "last"]
"""Where a line stands: before the article's text, after it, or as the very last line."""


class Said:
    """The facts found so far. The first mention of each counts."""

    def __init__(self, text: str) -> None:
        """`text`: all of the source, from which the order of its dates' figures is told."""
        self._text = text
        self._day_first: bool | None = None
        self._asked = False
        self.published: str | None = None
        self.updated: str | None = None
        self.source: str | None = None
        self.byline: tuple[str, ...] = ()
        self.dateline: str | None = None
        self.subtitle: str | None = None
        self.section: str | None = None

    def read_debris(self, text: str, rule: str) -> None:
        """What a folded line tells by the way: the outlet, or the section."""
        if rule == "syndication":
            self.source = self.source or metadata.origin(text)
        elif rule == "navigation":
            self.section = self.section or debris.section_of_path(text)

    def read_edge(self, text: str, *, last: bool) -> str | None:
        """The rule that folds a line before the text, or (`last`) after it."""
        rule = debris.edge(text, last=last)
        if rule:
            return rule
        outlet = debris.outlet(text) or bylines.outlet_with_agency(text)
        agency = None if outlet else bylines.agencies(text)
        if outlet or agency:
            self.source = self.source or outlet or agency
            return "outlet" if outlet else "agency"
        if metadata.is_date_line(text):
            found = metadata.date_line(text) or metadata.date_line(
                text, day_first=self._writes_day_first()
            )
            if metadata.is_update(text):
                self.updated = self.updated or found
            else:
                self.published = self.published or found
            return "date-line"
        return None

    def read_byline(self, text: str, place: Place) -> bool:
        """Whether a line signs."""
        signed = bylines.byline(text, last=place == "last", day_first=None)
        if signed is None:
            names = bylines.bare_names(text, self._text) if place != "tail" else ()
            self.byline = self.byline or names
            return bool(names)
        self.byline = self.byline or signed.names
        self.source = self.source or signed.source
        self.published = self.published or signed.published
        return True

    def read_opening(self, paragraphs: Iterable[str]) -> None:
        """The dateline that the first paragraph of the text opens with."""
        opening = metadata.dateline(next(iter(paragraphs), ""))
        if opening:
            self.dateline = opening.text
            self.source = self.source or opening.agency
            self.published = self.published or opening.published

    def _writes_day_first(self) -> bool | None:
        """Whether this text writes 3/4 for the third of April: by its other dates; if they do not
        tell, in every language but English, where both are written."""
        if not self._asked:
            self._asked = True
            self._day_first = metadata.day_first(self._text)
            if self._day_first is None:
                language = detect(self._text)
                self._day_first = None if language in (None, "en") else True
        return self._day_first
