"""The values of who said what, and of what was when; offsets as in `corpus.types`."""

from dataclasses import dataclass
from typing import Literal

from corpus.types import ArticleInfo, EntityId, Span

QuoteOrder = Literal["date", "speaker"]
"""Oldest article first and in reading order; or by speaker, those with most quotations first."""

Kind = Literal["published", "mentioned"]
"""The days on which articles appeared, or those that their texts speak of."""

Unit = Literal["year", "month", "week", "day"]
"""Stretches of time; weeks begin on Monday."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who is quoted, with how many direct quotations in how many articles.

    `entity` is None for who is only described ("le procureur", who may be another one in each
    article); then `name` is as written, and "" for those of whom the text does not say who speaks.
    """

    entity: EntityId | None
    name: str
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class Speakers:
    """A page of speakers: the most quoted first, the unknown last.

    `total` counts the speakers in all, `quotes` their quotations, `articles` those quoting.
    """

    items: tuple[Speaker, ...]
    total: int
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: `text` is what stands at `span` in its article, without the marks.

    `entity` and `name` say who speaks, as in `Speaker`. `continues`: whether it is a further part
    of the one before it.
    """

    info: ArticleInfo
    paragraph: int
    span: Span
    text: str
    entity: EntityId | None
    name: str
    continues: bool


@dataclass(frozen=True, slots=True)
class Quotations:
    """A page of quotations; `total` counts all of them, `articles` those that they stand in."""

    items: tuple[Quotation, ...]
    total: int
    articles: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """A stretch of time, its first and last day in ISO 8601, and the articles that have it."""

    start: str
    end: str
    articles: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles by time: buckets of one unit that follow each other, those without any included.

    `earlier` and `later` count the articles outside of the window of the buckets, `wide` those
    that say no more than a longer stretch ("2020", by month), `undated` those without a day: no
    date of their own, or one in the text that may be several days or none. `articles` counts all
    with any of these. `first` and `last` are the days at the ends of all there is, "" for nothing.
    """

    kind: Kind
    unit: Unit
    buckets: tuple[Bucket, ...]
    articles: int
    earlier: int
    later: int
    wide: int
    undated: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Dated:
    """An article with the first and the last day (ISO 8601) of its date, or of one in its text.

    For a date in the text `span` is its place, `snippet` the characters around it to show and
    `snippet_span` theirs; for an article's own date there are none.
    """

    info: ArticleInfo
    earliest: str
    latest: str
    paragraph: int = 0
    span: Span | None = None
    snippet: str = ""
    snippet_span: Span | None = None


@dataclass(frozen=True, slots=True)
class DatedPage:
    """Some of what is dated in a stretch of time, the earliest first; of how many in all."""

    items: tuple[Dated, ...]
    total: int
    articles: int
