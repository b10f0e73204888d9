"""The values that the index room hands out; offsets as in `corpus.types`."""

from dataclasses import dataclass
from typing import Literal

from corpus.types import ArticleInfo, Entity, Passage, Problem, Progress, Span

ReasonKind = Literal["entity", "words", "date", "figure", "quote", "time", "article"]
"""What two passages share: a name, rare words (one, or a pair side by side), a day, a quantity,
words quoted; nearness in time of their articles; what their articles share around them."""

FacetField = Literal["source", "month", "language", "person", "place", "org"]
"""Named as the query's fields are, so that choosing a value narrows the query by its text;
`month` is a value of the field `date`."""

Order = Literal["relevance", "newest", "oldest"]

KwicSort = Literal[
    "article", "date", "source", "left1", "left2", "left3", "right1", "right2", "right3"
]
"""`left2` sorts by the second word left of the keyword, then by the third; and so on."""

FactKind = Literal["name", "figure", "date", "quote"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was understood: one remark a line, in the order in which they apply."""

    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    `snippet` are the characters of the article's text to show, `snippet_span` their place;
    `marks` are the matched words inside the passage, as offsets into the article's text.
    `copies` are the articles whose near-identical passage this one stands for.
    """

    info: ArticleInfo
    passage: Passage
    score: float
    snippet: str
    snippet_span: Span
    marks: tuple[Span, ...]
    copies: tuple[ArticleInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: `query` is the clause that narrows to it; `articles` have it."""

    label: str
    query: str
    articles: int


@dataclass(frozen=True, slots=True)
class Facet:
    """How the articles that answer a query divide by one field, the most frequent value first."""

    field: FacetField
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to `query`: the best hits, how many passages match in all, and the time taken.

    `articles` counts the articles of all matching passages; `independent` counts those that are
    copies of each other once.
    """

    query: str
    reading: Reading
    hits: tuple[Hit, ...]
    total: int
    elapsed_ms: float
    articles: int = 0
    independent: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two passages belong together: what they share, and what that is worth.

    `text` is the shared name or word as the target writes it; the spans say where it stands in
    the source's and in the target's article.
    """

    kind: ReasonKind
    text: str
    weight: float
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A passage of another article on the same thing; its reasons' weights add up to `score`.

    `copies` are other articles that print near-identical text: one dispatch, one voice.
    """

    info: ArticleInfo
    passage: Passage
    text: str
    score: float
    reasons: tuple[Reason, ...]
    copies: tuple[ArticleInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two passages both say; the spans say where, in each one's article."""

    kind: FactKind
    text: str
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What two passages say otherwise about the same thing.

    `about` is that thing ("morts", "arrivée"); `left` and `right` are what each writes. `grew`
    tells that it is a toll of which the later article has more: each may be right on its day.
    """

    kind: FactKind
    about: str
    left: str
    right: str
    left_span: Span
    right_span: Span
    grew: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passages side by side: what agrees, what differs, each in the left one's order."""

    left: Passage
    right: Passage
    agreements: tuple[Agreement, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One occurrence of a keyword, in context (H. P. Luhn, 1960).

    `left` and `right` are the characters around it, spaces and line ends made one space each;
    `span` is the keyword's place in the article's text.
    """

    info: ArticleInfo
    passage: Passage
    span: Span
    left: str
    keyword: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of the lines of a query, in the order asked for, and how many there are in all."""

    query: str
    reading: Reading
    lines: tuple[KwicLine, ...]
    total: int
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that stands in the same passages as another.

    `together` counts those passages; `surprise` is the log-likelihood ratio G² (T. Dunning, 1993)
    of that many, negative where they meet less often than by chance.
    """

    entity: Entity
    together: int
    surprise: float


@dataclass(frozen=True, slots=True)
class Changed:
    """Said by a running update when something new can be read: search again.

    `what` is "text" when articles became searchable, "names" when entities were linked, "end"
    when the library is up to date.
    """

    what: Literal["text", "names", "end"]
    articles: int


Event = Progress | Problem | Changed
"""What an update says while it runs."""
