"""Articles to keep places of: what two tests of keeping need."""

import hashlib
from dataclasses import replace

from corpus.types import Article, Span
from tests.tui.standin import make_article

PARAGRAPHS = [
    "Une grue s’est couchée jeudi sur le quai des Forges, à Port-Louvet, sans faire de blessé.",
    "« Le vent soufflait à 110 km/h », a expliqué Maude Kerbrat, qui dirige le port depuis 2017.",
    "Oui.",
    "Le trafic reprendra lundi, selon la capitainerie. Deux cargos attendent au large ; un "
    "troisième, le Sterne, a gagné Brest dans la nuit.",
    "Oui.",
]


def crane(
    paragraphs: list[str] | None = None, *, name: str = "grue.txt", title: str | None = "La grue"
) -> Article:
    """An article of these paragraphs, its digest that of its text."""
    made = make_article(
        name, title, paragraphs or PARAGRAPHS, source="L’Écho", published="2021-03-04"
    )
    return replace(made, digest=hashlib.sha256(made.text.encode()).hexdigest())


def span_of(article: Article, words: str, nth: int = 0) -> Span:
    """Where words stand in an article."""
    at = -1
    for _ in range(nth + 1):
        at = article.text.index(words, at + 1)
    return Span(at, at + len(words))
