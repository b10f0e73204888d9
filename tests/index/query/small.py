"""A small library in memory: an index really made, and what the planner asks of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.types import Entity, EntityId, Label
from index.analysis import fold, terms, tokenize
from index.arrays.executor import Executor
from index.arrays.index import create
from index.days import days
from index.lexicon import Lexicon
from index.query.names import other_spellings
from index.query.parser import parse
from index.query.plan import Plan
from index.query.planner import plan
from index.query.spans import spans
from index.query.whoosh_query import to_whoosh, wider
from index.query.words import Words
from index.schema import schema


@dataclass(frozen=True)
class Doc:
    """A passage, with what is known of its article."""

    text: str
    language: str = "fr"
    title: str = ""
    source: str = ""
    author: str = ""
    tag: str = ""
    date: str = ""


def entity(name: str, *others: str, label: Label = "PER") -> Entity:
    """An entity with its forms."""
    return Entity(EntityId(fold(name).replace(" ", "-")), name, label, (name, *others), 1, 1)


@dataclass
class Small:
    """Asks its passages; they are called by their numbers."""

    docs: Sequence[Doc]
    path: Path
    entities: Sequence[Entity] = ()
    aliases: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lexicon = Lexicon(self.path / "lexicon.sqlite")
        folder = self.path / "index"
        folder.mkdir()
        writer = (index := create(folder, schema())).writer()
        for number, doc in enumerate(self.docs):
            writer.add_document(**_document(number, doc))
            lexicon.add(terms(doc.text, doc.language).exact)
        writer.commit()
        self.executor = Executor(index.reader())
        languages = list(dict.fromkeys(doc.language for doc in self.docs))
        self.words = Words(
            languages=languages,
            passages=len(self.docs),
            frequency=self.executor.frequency,
            matching=lexicon.matching,
            near=lexicon.near,
            sounding=lexicon.sounding,
            aliases=lambda word: self.aliases.get(word, ()),
            spellings=self._spellings,
            entities=self._entities,
            sources=lambda: self.executor.terms("source"),
        )

    def _spellings(self, name: str) -> list[str]:
        named = [e for e in self.entities if any(_same(form, name) for form in e.variants)]
        return [other for e in named[:1] for other in other_spellings(e, name)]

    def _entities(self, name: str, label: Label | None) -> list[Entity]:
        asked = set(name.rstrip("*").split())
        return [
            e
            for e in self.entities
            if label in (None, e.label)
            and any(asked <= {t.folded for t in tokenize(form)} for form in e.variants)
        ]

    def plan(self, text: str, *, typing: bool = False) -> Plan:
        """The plan of a query."""
        return plan(parse(text, typing=typing), self.words)

    def found(self, text: str, *, typing: bool = False, facts: Any = None) -> list[int]:
        """The passages that answer a query, best first."""
        return self.best(to_whoosh(self.plan(text, typing=typing), facts))

    def best(self, query: Any) -> list[int]:
        """The passages that a query of the index finds, best first."""
        docs, scores = self.executor.scored(query)
        return docs[self.executor.best(docs, scores, 100)].tolist()

    def widened(self, text: str) -> tuple[list[int], int] | None:
        """The passages with a part of the clauses, best first, and of how many at most."""
        part = wider(self.plan(text), self.executor.matched)
        return None if part is None else (self.best(part[0]), part[1])

    def lit(self, text: str, number: int) -> list[str]:
        """The marks in a passage."""
        doc = self.docs[number]
        marks = spans(doc.text, doc.language, self.plan(text))
        return [doc.text[mark.start : mark.end] for mark in marks]


def _document(number: int, doc: Doc) -> dict[str, Any]:
    found = terms(doc.text, doc.language)
    given: dict[str, Any] = {
        "article": f"{number}.txt",
        "text": found.stems,
        "exact": found.exact,
        "title": terms(doc.title, doc.language).stems,
        "language": doc.language,
        "author": [t.folded for t in tokenize(doc.author)],
        "tag": [t.folded for t in tokenize(doc.tag)],
    }
    if doc.source:
        given["source"] = doc.source
    if doc.date:
        given["day"], given["day_end"] = days(doc.date)
    return given


def _same(form: str, name: str) -> bool:
    return [t.folded for t in tokenize(form)] == name.split()


def sentences(texts: Iterable[str]) -> list[Doc]:
    """Passages of French text alone."""
    return [Doc(text) for text in texts]
