"""Libraries of articles whose names and quotations are marked by hand: no model is needed.

In a paragraph `[Ana Lir]` is a person, `{Orvelle}` a place, `<Lonex>` an organisation, and what
stands between « and » is a direct quotation; a name right after it, with a colon between, speaks:
`« Non » :[Ana Lir]`.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whoosh.reading import IndexReader

from corpus.names import link
from corpus.store import Store
from corpus.types import Annotated, Article, ArticleId, Label, Mention, Paragraph, Quote, Span
from index.arrays.executor import Executor
from index.arrays.index import open_index
from index.build import Builder
from index.facts.build import refresh
from index.facts.facts import Facts
from index.folder import Folder
from index.lexicon import Lexicon
from tests.conftest import never

LABELS: dict[str, Label] = {"[": "PER", "{": "LOC", "<": "ORG"}
MARKED = re.compile(r"«(?P<quote>[^«»]*)»(?P<says> :)?|[\[{<](?P<name>[^\]}>]*)[\]}>]")
PADDING = " Le reste du paragraphe ne dit plus rien" * 6 + "."
"""Makes a passage of each paragraph."""


@dataclass(frozen=True)
class Story:
    """An article to store."""

    id: str
    paragraphs: Sequence[str]
    published: str | None = None
    source: str | None = None
    language: str = "fr"


def read(story: Story) -> tuple[Article, Annotated]:
    """The article without its marks, and what they say."""
    article_id = ArticleId(story.id)
    text, paragraphs = "", []
    mentions: list[Mention] = []
    quotes: list[Quote] = []
    for number, marked in enumerate(story.paragraphs, 1):
        text += "\n\n" if text else ""
        start, at, speaks = len(text), 0, False
        for match in MARKED.finditer(marked):
            text += marked[at : match.start()]
            at = match.end()
            inside = match["name"] if match["quote"] is None else match["quote"]
            span = Span(len(text), len(text) + len(inside))
            text += inside
            if match["quote"] is not None:
                quotes.append(Quote(article_id, span, "direct", None, None, None, False))
            else:
                label = LABELS[match.group()[0]]
                mentions.append(Mention(article_id, span, label, None))
                if speaks:
                    quotes[-1] = Quote(
                        article_id, quotes[-1].span, "direct", inside, span, None, False
                    )
            speaks = match["says"] is not None
        text += marked[at:] + PADDING
        paragraphs.append(Paragraph(number, "body", Span(start, len(text))))
    article = Article(
        article_id,
        path=story.id,
        title=None,
        text=text,
        paragraphs=tuple(paragraphs),
        folded=(),
        language=story.language,
        published=story.published,
        source=story.source,
        byline=(),
        dateline=None,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        alignment=None,
    )
    return article, Annotated(article_id, tuple(mentions), tuple(quotes))


def put(store: Store, stories: Sequence[Story]) -> None:
    """Store articles, in place of those of their ids, and link all names."""
    with store.transaction():
        for story in stories:
            article, annotated = read(story)
            store.put(article, 0)
            store.put_annotated(article, annotated)
    linking = link(store.names.forms())
    with store.transaction():
        store.names.replace(linking)


class Shelf:
    """A store with its two indexes, in a folder."""

    def __init__(self, data: Path, stories: Sequence[Story] = ()) -> None:
        data.mkdir(exist_ok=True)
        self.folder = Folder(data)
        self.facts_folder = data / "facts"
        self.store = Store(self.folder.store)
        self.names = self.store.names
        self._readers: list[IndexReader] = []
        put(self.store, stories)
        self.index()
        self.refresh()

    def index(self) -> None:
        """Bring the text index up to date with the store."""
        ids, stale = self.store.waiting("indexed", 1000), self.store.stale()
        with Builder(self.folder.index, Lexicon(self.folder.lexicon)) as builder:
            for gone in stale:
                builder.remove(gone)
            for article_id in ids:
                article = self.store.article(article_id)
                assert article is not None
                builder.add(article, self.store.key(article_id))
            builder.commit()
        with self.store.transaction():
            self.store.set_indexed(ids, stale)

    def refresh(self, articles: Sequence[ArticleId] | None = None) -> int:
        """Bring the facts index up to date; how many articles were written."""
        told = list(refresh(self.store, self.facts_folder, cancelled=never, articles=articles))
        return told[-1].total if told else 0

    def executor(self, folder: Path) -> Executor:
        """An index as it is now."""
        self._readers.append(open_index(folder).reader())
        return Executor(self._readers[-1])

    def facts(self) -> Facts:
        """Both indexes as they are now."""
        return Facts(self.executor(self.facts_folder), self.executor(self.folder.index))

    def close(self) -> None:
        """Close all that was opened."""
        for reader in self._readers:
            reader.close()
        self.store.close()
