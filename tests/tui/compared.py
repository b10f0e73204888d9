"""Articles to be compared: one story on two days, a copy of it, and one on something else."""

from dataclasses import replace

from corpus.types import Article, ArticleId
from index.types import Related
from tests.tui.standin import StandIn, info_of, make_article

FILLER = [f"Le quai numéro {n} reste fermé aux curieux ; on y attend la pluie." for n in range(9)]

TUESDAY = make_article(
    "a-mardi.txt",
    "Port-Louvet sous le choc",
    [
        "L’explosion de l’entrepôt d’engrais de Port-Louvet a fait 12 morts, a annoncé la préfète"
        " Maude Kerbrat. Les 120 pompiers sont restés sur place.",
        *FILLER,
    ],
    source="Le Courrier des Quais",
    published="2024-03-12",
)
FRIDAY = make_article(
    "b-vendredi.txt",
    "Trois jours après",
    [
        *FILLER[:3],
        "L’explosion de l’entrepôt d’engrais de Port-Louvet a fait 14 morts, selon un bilan de la"
        " préfète Maude Kerbrat. Un enfant est soigné à l’hôpital.",
    ],
    source="La Criée",
    published="2024-03-15",
)
ALONE = make_article("c-pain.txt", "Le pain", ["Maude Kerbrat aime le pain."])
COPY = make_article(
    "d-copie.txt",
    "Trois jours après l’explosion",
    [
        "L’explosion de l’entrepôt d’engrais de Port-Louvet a fait 14 morts, selon un bilan de la"
        " préfète Maud Kerbrat. Un enfant est encore soigné à l’hôpital.",
    ],
    source="L’Écho du Louvet",
)


class Copied(StandIn):
    """The copy stands behind the article that it copies."""

    def related(
        self, article_id: ArticleId, paragraph: int, *, limit: int = 10
    ) -> tuple[Related, ...]:
        """As it is found, without the copy's own passage."""
        found = super().related(article_id, paragraph, limit=limit)
        return tuple(
            replace(item, copies=(info_of(COPY),)) if item.info.id == FRIDAY.id else item
            for item in found
            if item.info.id != COPY.id
        )


def library(*articles: Article) -> Copied:
    """The articles given, else all."""
    return Copied(list(articles or (TUESDAY, FRIDAY, ALONE, COPY)))
