"""What the reader of a document format takes out of it, before it is cleaned."""

from dataclasses import dataclass

from corpus.article import Beside


@dataclass(frozen=True, slots=True)
class Extracted:
    """The running text of a document, and what the format itself says of it.

    `text` has a line for each paragraph, with an empty line between two. `headings` are the
    offsets in `text` where lines begin that the format says are headings. `title` and `beside`
    are what the format's own fields state. `left_out` is what stood in the document and is no
    part of the text, each piece behind the rule that says so; it is kept, folded.
    """

    text: str
    title: str | None
    beside: Beside
    headings: tuple[int, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
