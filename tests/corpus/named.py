"""Stores of articles whose names are given by hand: no model is needed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.article import build
from corpus.clean import clean
from corpus.desk import Decision
from corpus.names import link
from corpus.store import Store
from corpus.types import Annotated, Article, ArticleId, Entity, Label, Mention, Span

PEOPLE: dict[str, Sequence[str]] = {
    "a.txt": ["Christian Jarre", "Jarre", "Jarre", "Lorvent"],
    "b.txt": ["Marcel Jarre", "Jarre", "Lorvent", "Lorvant"],
    "c.txt": ["Hélène Ostier", "Nadia Brun", "Lorvent"],
}
"""Two people of one family name, a place that is spelt wrongly once."""


def filled(path: Path, articles: Mapping[str, Sequence[str]] = PEOPLE) -> Store:
    """A store at `path` of articles that are rows of people's names, linked."""
    store = Store(path)
    for name, forms in articles.items():
        add(store, name, forms)
    relink(store)
    return store


def add(store: Store, name: str, forms: Sequence[str], label: Label = "PER") -> None:
    """Store one more article, not linked yet."""
    article_id = ArticleId(name)
    article = build(
        article_id,
        name,
        clean(f"Voici {' et '.join(forms)} ici.", title="Des gens"),
        alignment=False,
    )
    assert isinstance(article, Article)
    mentions, at = [], 0
    for form in forms:
        at = article.text.index(form, at)
        mentions.append(Mention(article_id, Span(at, at + len(form)), label, None))
        at += len(form)
    with store.transaction():
        store.put(article, 0)
        store.put_annotated(article, Annotated(article_id, tuple(mentions), (), (), ()))


def relink(store: Store, decisions: Sequence[Decision] = ()) -> None:
    """Link all names anew, then apply the decisions."""
    linking = link(store.names.forms())
    with store.transaction():
        store.names.replace(linking)
        store.desk.forget()
        store.desk.apply(decisions)


def contents(store: Store) -> tuple[list[Entity], list[list[Mention]], list[tuple[str, ...]]]:
    """All that a store tells of names: entities, mentions of each article, other spellings."""
    return (
        store.names.entities(),
        [store.names.of_article(info.id) for info in store.infos()],
        [store.names.aliases(word) for word in ("lorvent", "lorvant", "jarre", "ostier")],
    )
