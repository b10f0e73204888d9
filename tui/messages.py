"""What the engine's threads tell the screen. Each answer says which question it belongs to."""

from dataclasses import dataclass

from textual.message import Message

from corpus.errors import RecoupeError
from corpus.types import Article, ArticleId, ArticleInfo, Mention, Progress, Span, Summary
from index.types import Changed, Related, Results
from tui.history import Place


@dataclass
class Listed(Message):
    """The library's articles were listed."""

    summary: Summary
    """What the library holds."""
    infos: tuple[ArticleInfo, ...]
    """All articles, or the latest of very many, the newest first."""
    read_only: bool = False
    """Whether others keep the library."""


@dataclass
class Answered(Message):
    """A search is done."""

    results: Results
    """The answer, with the query it answers."""


@dataclass
class Opened(Message):
    """An article was fetched to be shown."""

    place: Place
    """Where to go in it."""
    article: Article | None
    """The article, None where the library no longer holds it."""
    mentions: tuple[Mention, ...]
    """The names in it."""
    matches: tuple[Span, ...]
    """The words in it that the place's query matches."""


@dataclass
class Marked(Message):
    """The marks of an open article were looked up again."""

    article: ArticleId
    """The article."""
    query: str
    """What the matches answer."""
    mentions: tuple[Mention, ...]
    """The names in it."""
    matches: tuple[Span, ...]
    """The matched words in it."""


@dataclass
class RelatedFound(Message):
    """Related passages were looked up."""

    article: ArticleId
    """The article that was asked about."""
    paragraph: int
    """The paragraph that was asked about."""
    related: tuple[Related, ...]
    """What other articles say about it."""


@dataclass
class Go(Message):
    """Something asks the reader to open a place."""

    place: Place
    """Where."""
    stay: bool = False
    """Whether the keyboard stays where it is, where the article can be seen beside it."""


@dataclass
class Search(Message):
    """Something asks for a search: its text is put into the search box."""

    query: str
    """The text."""
    show: bool = False
    """Whether to bring the results in front; else the view that asks stays."""


@dataclass
class Narrow(Message):
    """Something asks to narrow the search by a clause, or to take that clause away again."""

    clause: str
    """A clause of the query language, as `person:"Kim Jong Un"`."""


@dataclass
class Failed(Message):
    """The engine cannot answer."""

    error: RecoupeError
    """Why, and what may help."""


@dataclass
class UpdateMoved(Message):
    """The running update got further."""

    progress: Progress
    """How far."""


@dataclass
class LibraryChanged(Message):
    """The running update brought something new, and the library already sees it."""

    changed: Changed
    """What is new."""


@dataclass
class OthersUpdate(Message):
    """Another process is bringing the library up to date, and has added to it."""


@dataclass
class UpdateEnded(Message):
    """The update is over."""

    cancelled: bool
    """Whether the user stopped it."""
    failure: str
    """Why it could not go on, empty where nothing went wrong."""


@dataclass
class FolderChanged(Message):
    """The folder is being watched, and something in it may have changed."""


@dataclass
class WatchEnded(Message):
    """The folder is no longer watched."""

    failure: str
    """Why it cannot be, empty where that was asked for."""
