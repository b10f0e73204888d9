"""The values that the corpus room hands out.

Every offset is a character index (Python `str`) into `Article.text`, never bytes, never
terminal cells; an index into a source file is named so. All values are immutable.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NewType

ArticleId = NewType("ArticleId", str)
"""The path inside the folder, with "/" between parts, plus "#n" (from 1) in a file of many."""

EntityId = NewType("EntityId", str)
"""A readable key such as "per:vladimir-poutine", the same at each rebuild of the same corpus."""

Label = Literal["PER", "LOC", "ORG", "MISC"]
ParagraphKind = Literal["title", "heading", "body", "byline"]
QuoteKind = Literal["direct", "scare"]
Precision = Literal["day", "month", "year"]
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each character of an article's text stands in its decoded source file.

    Between two break points text and source advance together; `text_starts[k]` corresponds to
    `source_starts[k]`. Both rise, and the first of each text is 0.
    """

    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]

    def source_offset(self, offset: int) -> int:
        """The source's character index for the text's character at `offset`."""
        at = bisect_right(self.text_starts, offset) - 1
        return self.source_starts[at] + offset - self.text_starts[at]

    def source_span(self, span: Span) -> Span:
        """The source's characters for a span of the text; what was left out inside is covered."""
        if span.end == span.start:
            start = self.source_offset(span.start)
            return Span(start, start)
        last = self.source_offset(span.end - 1)
        at = bisect_right(self.text_starts, span.end - 1) - 1
        width = 1
        follows = at + 1 < len(self.text_starts) and self.text_starts[at + 1] == span.end
        if follows and self.source_starts[at + 1] - last <= MAX_COMPOSED:
            width = self.source_starts[at + 1] - last
        return Span(self.source_offset(span.start), last + width)


MAX_COMPOSED = 4
"""One shown character comes from at most this many source characters (a letter and its marks)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of `Article.text`. The title, where there is one, is 0; others count from 1."""

    number: int
    kind: ParagraphKind
    span: Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A piece of the source that is kept out of the text, and the rule that did it.

    `at` is the offset in `Article.text` before which the piece stood. `source` is its place in
    the decoded source file, None where the source is not plain text.
    """

    text: str
    rule: str
    at: int
    source: Span | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned: `text` is what is kept, paragraphs parted by one empty line.

    `published` is ISO 8601 cut to what is known ("2023", "2023-09", "2023-09-13"). `source` is
    the outlet. `language` is an ISO 639-1 code. `subtitle` is the summary under the title (also a
    paragraph of the text, where it stands there), `section` the label over it ("Europe"). None
    means that the text does not say.
    `digest` is the SHA-256 of title, date, outlet, bylines and text, in hexadecimal.
    """

    id: ArticleId
    path: str
    title: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    folded: tuple[Folded, ...]
    language: str | None
    published: str | None
    source: str | None
    byline: tuple[str, ...]
    dateline: str | None
    digest: str
    alignment: Alignment | None
    subtitle: str | None = None
    section: str | None = None

    @property
    def published_precision(self) -> Precision | None:
        """How much of the date is known, None where there is no date."""
        return _PRECISIONS.get(len(self.published or ""))

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number, None where there is none."""
        return next((p for p in self.paragraphs if p.number == number), None)

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What a list shows of an article, without its text. `paragraphs` counts all but the title."""

    id: ArticleId
    title: str | None
    source: str | None
    published: str | None
    language: str | None
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of search: a paragraph, or several short ones; `number` is the first one's."""

    article: ArticleId
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in an article. `entity` is None until names have been linked."""

    article: ArticleId
    span: Span
    label: Label
    entity: EntityId | None


@dataclass(frozen=True, slots=True)
class Text:
    """What is needed of an article to annotate it; spans are characters of `text`.

    `published` is what is known of the article's own date, as in `Article`.
    """

    article: ArticleId
    language: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    published: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks; `span` leaves the marks out.

    `kind` is "direct" for reported speech, "scare" for a term held at arm's length or a title.
    `speaker` is who says it, as written at `speaker_span` (where that is a name, exactly the span
    of its `Mention`); both None where the text does not say. `cue` is what announces it: "a
    déclaré", "selon". `continues`: whether it is a further part of the quotation before it.
    """

    article: ArticleId
    span: Span
    kind: QuoteKind
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    continues: bool


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as written, and the days it can mean.

    `earliest` and `latest` are ISO 8601 days ("2019-04-01"), both None where the text does not
    say enough. `relative_to` is the date it was counted from ("2023-09-13": the article's own
    or another of the text), None for one that stands by itself or stays unresolved.
    """

    article: ArticleId
    span: Span
    earliest: str | None
    latest: str | None
    relative_to: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `low` to `high` (None: open) of `unit`, "" for none said.

    `unit` is what is counted or measured, as written after the number ("travailleurs", "%",
    "millions d’euros" counts as euros with the number multiplied). `hedge` is what makes it
    inexact ("près de", "plus de"), None where nothing does.
    """

    article: ArticleId
    span: Span
    low: float | None
    high: float | None
    unit: str
    hedge: str | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """All that has been read in one article, each kind sorted and inside single paragraphs.

    Mentions, dates and figures lie apart from each other; quotes may be nested.
    """

    article: ArticleId
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place, organisation or other thing, over the whole corpus.

    `name` is the form to show; `variants` are all forms met, the most frequent first.
    """

    id: EntityId
    name: str
    label: Label
    variants: tuple[str, ...]
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a library holds now. `annotated` counts the articles whose names have been read."""

    articles: int
    passages: int
    entities: int
    annotated: int
    problems: int
    languages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one file or one part of the work, in words for its owner.

    `path` is the file or article; `stage` is "read", "clean", "annotate" or "index".
    """

    path: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is: `done` of `total` units of `stage`; `total` 0 while unknown.

    `left` are the seconds until the whole job is done, as far as that can be told; None while not.
    """

    stage: str
    done: int
    total: int
    path: str = ""
    left: float | None = None
