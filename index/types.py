"""The values that the index room hands out; offsets as in `corpus.types`."""

from dataclasses import dataclass
from typing import Literal

from corpus.types import ArticleInfo, Passage, Span

ReasonKind = Literal["entity", "words"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was understood: one remark a line, in the order in which they apply."""

    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    `snippet` are the characters of the article's text to show, `snippet_span` their place;
    `marks` are the matched words inside the passage, as offsets into the article's text.
    """

    info: ArticleInfo
    passage: Passage
    score: float
    snippet: str
    snippet_span: Span
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to `query`: the best hits, how many passages match in all, and the time taken."""

    query: str
    reading: Reading
    hits: tuple[Hit, ...]
    total: int
    elapsed_ms: float


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
    """A passage of another article on the same thing; its reasons' weights add up to `score`."""

    info: ArticleInfo
    passage: Passage
    text: str
    score: float
    reasons: tuple[Reason, ...]


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
class Changed:
    """Said by a running update when something new can be read: search again.

    `what` is "text" when articles became searchable, "names" when entities were linked, "end"
    when the library is up to date.
    """

    what: Literal["text", "names", "end"]
    articles: int
