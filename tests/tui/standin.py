"""A library of a few articles made by hand, behind the same door as the real one."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

from corpus.errors import RecoupeError
from corpus.types import (
    Annotated,
    Article,
    ArticleId,
    ArticleInfo,
    Folded,
    Label,
    Mention,
    Paragraph,
    Passage,
    Problem,
    Progress,
    Span,
    Summary,
    Text,
)
from index.library import Library
from index.types import Changed, Hit, Reading, Reason, Related, Results

NAMES: dict[str, Label] = {
    "Maude Kerbrat": "PER",
    "Kerbrat": "PER",
    "Port-Louvet": "LOC",
    "Armor Fret": "ORG",
    "La Criée": "MISC",
}


def make_article(
    name: str,
    title: str | None,
    paragraphs: list[str],
    *,
    source: str | None = None,
    published: str | None = None,
    folded: tuple[Folded, ...] = (),
) -> Article:
    """An article whose title, where it has one, is its paragraph 0."""
    parts = ([title] if title is not None else []) + paragraphs
    first = 0 if title is not None else 1
    places, start = [], 0
    for number, part in enumerate(parts, first):
        kind = "title" if number == 0 else "body"
        places.append(Paragraph(number, kind, Span(start, start + len(part))))
        start += len(part) + 2
    return Article(
        id=ArticleId(name),
        path=name,
        title=title,
        text="\n\n".join(parts),
        paragraphs=tuple(places),
        folded=folded,
        language="fr",
        published=published,
        source=source,
        byline=(),
        dateline=None,
        digest="0" * 64,
        alignment=None,
    )


def three_articles() -> list[Article]:
    """Two tell one story, the third another; the second has folded lines, the third no title."""
    filler = [
        f"Paragraphe {n} : les quais restent calmes, les grues tournent, et la pluie ne cesse pas"
        " depuis la veille ; personne ne sait dire quand le trafic reprendra tout à fait."
        for n in range(2, 12)
    ]
    port = make_article(
        "port.txt",
        "Port-Louvet : la grève des dockers entre dans sa troisième semaine",
        [
            "Les dockers de Port-Louvet ont reconduit la grève mardi, a annoncé Maude Kerbrat.",
            *filler,
            "« Nous tiendrons », a répété Maude Kerbrat devant le siège d’Armor Fret.",
        ],
        source="Le Courrier des Quais",
        published="2024-03-12",
    )
    freight = make_article(
        "fret.txt",
        "Armor Fret perd patience",
        [
            "La direction d’Armor Fret juge la grève « disproportionnée ».",
            "Selon elle, Kerbrat refuse toute rencontre à Port-Louvet depuis dix jours.",
        ],
        source="La Criée",
        published="2024-03",
        folded=(Folded("Lire aussi : nos recettes", "read-also", 26, None),),
    )
    bread = make_article("pain.txt", None, ["Le prix du pain augmente à nouveau dans les villes."])
    return [freight, bread, port]


def info_of(article: Article) -> ArticleInfo:
    """What a list shows."""
    count = sum(p.number > 0 for p in article.paragraphs)
    return ArticleInfo(
        article.id, article.title, article.source, article.published, article.language, count
    )


class StandIn(Library):
    """Finds the letters typed, in any case; relates paragraphs that share a name."""

    def __init__(self, articles: list[Article]) -> None:
        """In memory, never closed."""
        self.root = Path("articles")
        self.held = {article.id: article for article in articles}
        self.events: list[Progress | Problem | Changed] = [Changed("end", len(articles))]
        self.found_problems: tuple[Problem, ...] = ()
        self.with_names = len(articles)
        self.failure: RecoupeError | None = None
        self.endless = False
        self.asked: list[str] = []
        self.gate = Event()
        self.gate.set()

    def close(self) -> None:
        """Nothing to release."""

    def update(
        self, *, cancelled: Callable[[], bool], in_child: bool = False
    ) -> Iterator[Progress | Problem | Changed]:
        """What the test prepared; with `endless`, it works on until it is stopped."""
        yield from self.events
        if self.failure is not None:
            raise self.failure
        while self.endless and not cancelled():
            time.sleep(0.01)

    def others_update(self, *, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Nobody else is there."""
        return iter(())

    def refresh(self) -> None:
        """Always fresh."""

    def summary(self) -> Summary:
        """Counts."""
        size = len(self.held)
        languages = (("fr", size),)
        return Summary(size, size * 3, 4, self.with_names, len(self.found_problems), languages)

    def articles(self) -> tuple[ArticleInfo, ...]:
        """All, by name."""
        return tuple(info_of(self.held[name]) for name in sorted(self.held))

    def warm(self) -> None:
        """Nothing is cold."""

    def latest(self, limit: int) -> tuple[ArticleInfo, ...]:
        """The newest."""
        infos = sorted(self.articles(), key=lambda info: info.published or "", reverse=True)
        return tuple(infos[:limit])

    def problems(self) -> tuple[Problem, ...]:
        """What the test prepared."""
        return self.found_problems

    def article(self, article_id: ArticleId) -> Article | None:
        """By id."""
        return self.held.get(article_id)

    def with_digests(self, digests: Sequence[str]) -> dict[str, ArticleId]:
        """Articles by their digests."""
        return {one.digest: name for name, one in self.held.items() if one.digest in digests}

    def mentions(self, article_id: ArticleId) -> tuple[Mention, ...]:
        """Every known name, the longest first where they overlap."""
        text = self.held[article_id].text
        pattern = "|".join(sorted(NAMES, key=len, reverse=True))
        found = re.finditer(pattern, text)
        return tuple(
            Mention(article_id, Span(m.start(), m.end()), NAMES[m.group()], None) for m in found
        )

    def annotated(self, article_id: ArticleId) -> Annotated:
        """The names, and what the real rules find in the text."""
        from corpus.dates import dates
        from corpus.figures import figures
        from corpus.quotes import quotes

        article, mentions = self.held[article_id], self.mentions(article_id)
        text = Text(
            article_id, article.language, article.text, article.paragraphs, article.published
        )
        dated = dates(text)
        return Annotated(article_id, mentions, quotes(text, mentions), dated, figures(text, dated))

    def matches(
        self, text: str, article_id: ArticleId, *, typing: bool = False
    ) -> tuple[Span, ...]:
        """The letters typed."""
        found = re.finditer(re.escape(text.strip()), self.held[article_id].text, re.IGNORECASE)
        return tuple(Span(m.start(), m.end()) for m in found)

    def search(self, text: str, *, limit: int = 20, typing: bool = False) -> Results:
        """Paragraphs that hold the letters typed, as soon as the gate is open."""
        self.asked.append(text)
        self.gate.wait()
        hits = []
        for article in self.held.values():
            marks = self.matches(text, article.id)
            for paragraph in article.paragraphs:
                inside = tuple(mark for mark in marks if paragraph.span.contains(mark))
                if inside:
                    passage = Passage(article.id, paragraph.number, paragraph.span)
                    words = article.slice(paragraph.span)
                    hits.append(Hit(info_of(article), passage, 1.0, words, paragraph.span, inside))
        reading = Reading((f"read as: {text.strip()}",))
        return Results(text, reading, tuple(hits[:limit]), len(hits), 0.1)

    def related(
        self, article_id: ArticleId, paragraph: int, *, limit: int = 10
    ) -> tuple[Related, ...]:
        """Paragraphs of other articles that share a name."""
        here = self.held[article_id].paragraph(paragraph)
        if here is None:
            return ()
        mine = [m for m in self.mentions(article_id) if here.span.contains(m.span)]
        found = []
        for other in self.held.values():
            for target in other.paragraphs if other.id != article_id else ():
                reasons = self._reasons(article_id, mine, other, target)
                if reasons and target.number:
                    passage = Passage(other.id, target.number, target.span)
                    words = other.slice(target.span)
                    found.append(Related(info_of(other), passage, words, 1.0, reasons))
        return tuple(found[:limit])

    def _reasons(
        self, source: ArticleId, mine: list[Mention], other: Article, target: Paragraph
    ) -> tuple[Reason, ...]:
        """One for each name in both."""
        reasons = []
        for mention in self.mentions(other.id):
            name = other.slice(mention.span)
            same = tuple(m.span for m in mine if self.held[source].slice(m.span).endswith(name))
            if same and target.span.contains(mention.span):
                reasons.append(Reason("entity", name, 1.0, same, (mention.span,)))
        return tuple(reasons)


def untitled(article: Article) -> Article:
    """The same article without anything that may be missing."""
    return replace(article, source=None, published=None, language=None)
