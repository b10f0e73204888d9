"""Copies in a library that is indexed, changed and indexed again."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.copy_store import CopyStore
from corpus.store import Store
from corpus.types import Article, ArticleId, Paragraph, Span
from index.arrays.executor import Executor
from index.arrays.index import open_index
from index.build import Builder
from index.copies import update as module
from index.copies.update import update
from index.lexicon import Lexicon

VOCABULARY = [f"{a}{b}{c}" for a in "bdlmr" for b in "aeiou" for c in ("ne", "tir", "sol", "que")]


def dispatch(seed: int, words: int = 120) -> list[str]:
    """The words of a story."""
    return random.Random(seed).choices(VOCABULARY, k=words)


class Library:
    """A store and an index of articles that are lists of words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.store = Store(folder / "store.sqlite")
        self._lexicon = Lexicon(folder / "lexicon")

    def close(self) -> None:
        """Close the files."""
        self.store.close()
        self._lexicon.close()

    def put(self, articles: dict[str, list[str]], *, gone: str = "") -> int:
        """Add or replace articles, drop one, and bring the groups up to date."""
        with self.store.transaction(), Builder(self._folder / "index", self._lexicon) as builder:
            for stale in (*articles, gone):
                builder.remove(ArticleId(stale))
            self.store.remove_file(gone)
            for name, words in articles.items():
                article = written(name, " ".join(words))
                self.store.put(article, 0)
                builder.add(article, self.store.key(article.id))
            builder.commit()
            self.store.set_indexed(map(ArticleId, articles), [])
        return self.refresh()

    def refresh(self) -> int:
        """Bring the groups up to date with what is there."""
        return update(self.store, Executor(open_index(self._folder / "index").reader()))

    def groups(self) -> set[frozenset[str]]:
        """The groups by the articles' names."""
        names = dict(self.store.places.articles())
        copies: CopyStore = self.store.copies
        groups = copies.groups()
        found = {group: copies.members(group) for group in set(groups.values())}
        assert {key for members in found.values() for key in members} == set(groups)
        return {frozenset(names[key] for key in members) for members in found.values()}


def written(name: str, text: str) -> Article:
    """An article of one paragraph."""
    return Article(
        id=ArticleId(name),
        path=name,
        title=None,
        text=text,
        paragraphs=(Paragraph(1, "body", Span(0, len(text))),),
        folded=(),
        language="fr",
        published=None,
        source=None,
        byline=(),
        dateline=None,
        digest=text,
        alignment=None,
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    made = Library(tmp_path)
    yield made
    made.close()


def groups(*names: str) -> set[frozenset[str]]:
    """Groups written as "a b"."""
    return {frozenset(name.split()) for name in names}


def test_copies_shortened_extended_and_touched_up(library: Library) -> None:
    """Are one group; a story of its own, a brief inside a report and short texts are not."""
    story, report = dispatch(1), dispatch(2, 400)
    touched = [*story[:30], "autrement", *story[31:90], "dit", *story[91:]]
    library.put(
        {
            "agency": story,
            "shortened": story[:80],
            "extended": [*story, *dispatch(3, 60)],
            "touched": touched,
            "capitals": [word.upper() for word in story],
            "other": dispatch(4),
            "report": report,
            "brief": report[100:150],
            "short": story[:15],
            "short too": story[:15],
        }
    )
    assert library.groups() == groups("agency shortened extended touched capitals")


def test_one_more_article(library: Library) -> None:
    """Joins its copies, and leaves when it is changed or gone; nothing else is read again."""
    story = dispatch(1)
    library.put({"a": story, "b": story[:90], "c": dispatch(2)})
    assert library.groups() == groups("a b")
    assert library.put({"d": [*story[:70], *dispatch(5, 40)], "e": dispatch(2)}) == 2
    assert library.groups() == groups("a b d", "c e")
    library.put({"b": dispatch(6)})
    assert library.groups() == groups("a d", "c e")
    library.put({}, gone="c")
    assert library.groups() == groups("a d")
    assert library.refresh() == 0


def test_who_stands_for_a_text_may_go(library: Library) -> None:
    """Prints of one text stay together without the first, and with its versions."""
    story = dispatch(1)
    library.put({"a": story, "b": story, "c": story, "d": story[:80]})
    assert library.groups() == groups("a b c d")
    library.put({}, gone="a")
    assert library.groups() == groups("b c d")


def test_one_by_one_is_all_at_once(tmp_path: Path) -> None:
    """The groups do not depend on the order in which articles came."""
    chance = random.Random(7)
    stories = [dispatch(seed, 150) for seed in range(4)]
    articles = {}
    for number in range(14):
        story = chance.choice(stories)
        begin = chance.choice([0, 0, 20, 60])
        articles[f"{number:02}"] = story[begin : begin + chance.choice([70, 90, 150])]
    (tmp_path / "one").mkdir()
    (tmp_path / "all").mkdir()
    one, whole = Library(tmp_path / "one"), Library(tmp_path / "all")
    for name in articles:
        one.put({name: articles[name]})
    whole.put(articles)
    assert one.groups() == whole.groups()
    assert len(whole.groups()) >= 3
    one.close()
    whole.close()


def test_signatures_of_another_version_are_made_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They cannot be compared with new ones."""
    library.put({"a": dispatch(1), "b": dispatch(1)})
    monkeypatch.setattr(module, "VERSION", "another")
    assert library.refresh() == 2
    assert library.groups() == groups("a b")
