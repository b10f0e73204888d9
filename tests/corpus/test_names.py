"""Which mentions are one person or thing."""

from collections.abc import Sequence

import pytest

from corpus.names import Linking, link
from corpus.types import ArticleId, Label

Articles = Sequence[Sequence[str]]


def linked(articles: Articles, label: Label = "PER") -> tuple[Linking, list[list[str | None]]]:
    """The linking of articles whose names all have one label, and the id of each mention."""
    given = [
        (ArticleId(f"{number}.txt"), [(text, label) for text in names])
        for number, names in enumerate(articles)
    ]
    linking = link(given)
    return linking, [list(linking.entity_ids(article, forms)) for article, forms in given]


@pytest.mark.parametrize(
    "spellings",
    [
        ["Kim Jong-un", "KIM JONG UN", "Kim Jong-Un", "Kim Jong Un", "Kim Jongun"],
        ["Vladimir Poutine", "Vladimir V. Poutine", "Vladimir Putin"],
        ["Vladimir Poutine", "Vladimir Vladimirovitch Poutine"],
        ["Sergueï Choïgu", "Sergueï Choïgou", "Sergei Shoigu"],
        ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenski"],
        ["Édouard Philippe", "Edouard\u00a0Philippe"],
        ["Scott A. Snyder", "Scott Snyder", "Mr. Scott Snyder"],
    ],
)
def test_one_person_written_otherwise(spellings: list[str]) -> None:
    """Case, hyphens, accents, initials and transliteration make no other person."""
    linking, _ = linked([[spelling] for spelling in spellings])
    assert len(linking.entities) == 1
    assert linking.entities[0].mentions == linking.entities[0].articles == len(spellings)


def test_namesakes_stay_apart() -> None:
    """People who share a family name, or nearly a given name, are different people."""
    names = ["Kim Jong Un", "Kim Taewoo", "Hyung-jin Kim", "Kim Yo-jong", "Michel Roy",
             "Michelle Roy", "Jean Roy", "Jean-Pierre Nico", "Pierre Nico"]  # fmt: skip
    linking, _ = linked([names])
    assert len(linking.entities) == len(names)


@pytest.mark.parametrize(
    ("full", "short"),
    [("Du Hyeogn Cha", "Cha"), ("Nam Sung-wook", "Nam"), ("Park Won Gon", "Park"),
     ("Sergueï Choïgu", "Shoigu"), ("Marine Le Pen", "Le Pen"), ("Antony Blinken", "Blinken")],
)  # fmt: skip
def test_a_family_name_means_who_was_named_in_full(full: str, short: str) -> None:
    """Western family names come last, Korean ones first."""
    _, [ids] = linked([[full, short, "Ann Other"]])
    assert ids[0] == ids[1] != ids[2]


def test_a_bare_name_means_who_was_introduced_before() -> None:
    """Neither the last namesake nor a journalist who signs below takes the leader's bare name."""
    article = ["Kim Jong Un", "Kim", "Kim Taewoo", "Kim", "Kim Taewoo", "Hyung-jin Kim"]
    _, [ids] = linked([article])
    assert ids[1] == ids[3] == ids[0]
    assert len(set(ids)) == 3


def test_a_bare_name_in_a_title_means_the_one_named_most() -> None:
    """Where nobody is introduced yet, the article's most frequent namesake is meant."""
    _, [ids] = linked([["Kim", "Kim Taewoo", "Kim Jong Un", "Kim Jong Un"]])
    assert ids[0] == ids[2]


def test_the_corpus_helps_where_the_article_is_silent() -> None:
    """A bare family name means the corpus' one bearer if there is nearly only one, else nobody."""
    _, ids = linked([["Emmanuel Macron"]] * 9 + [["Brigitte Macron"], ["Macron"]])
    assert ids[10] == ids[0]
    _, ids = linked([["Hillary Clinton"]] * 3 + [["Bill Clinton"]] * 3 + [["Clinton"]])
    assert ids[6][0] not in (ids[0][0], ids[3][0])


def test_institutions() -> None:
    """Well-known pairs, small words and the head of a longer name lead to one institution."""
    linking, ids = linked(
        [
            ["ONU", "Nations unies", "Nations Unies"],
            ["Conseil de sécurité", "Conseil de sécurité de l’ONU", "CSNU"],
            ["Conseil de sécurité des Nations Unies", "Kyiv Independent", "The Kyiv Independent"],
        ],
        "ORG",
    )
    assert len(set(ids[0])) == 1
    assert len({*ids[1], ids[2][0]}) == 1
    assert ids[2][1] == ids[2][2]
    assert len(linking.entities) == 3


def test_places_with_and_without_accents() -> None:
    """États-Unis and Etats-Unis are one place, USA too; the Koreas are two."""
    linking, _ = linked(
        [["États-Unis", "Etats-Unis", "USA", "Corée du Nord", "Corée du Sud"]], "LOC"
    )
    assert sorted(len(entity.variants) for entity in linking.entities) == [1, 1, 3]


def test_the_majority_gives_the_label() -> None:
    """A form labelled otherwise once keeps the label that it has elsewhere."""
    linking = link(
        [
            (ArticleId("a"), [("Pyongyang", "LOC"), ("Pyongyang", "LOC")]),
            (ArticleId("b"), [("Pyongyang", "ORG")]),
        ]
    )
    assert [(entity.label, entity.mentions) for entity in linking.entities] == [("LOC", 3)]


def test_the_name_to_show() -> None:
    """The most frequent full form, not in capitals; variants with the most frequent first."""
    linking, _ = linked([["KIM JONG UN", "Kim", "Kim", "Kim", "KIM JONG UN", "Kim Jong Un"]])
    entity = linking.entities[0]
    assert (entity.id, entity.name) == ("per:kim-jong-un", "Kim Jong Un")
    assert entity.variants == ("Kim", "KIM JONG UN", "Kim Jong Un")


def test_the_order_of_articles_does_not_matter() -> None:
    """Rebuilt in another order, a corpus has the same entities, ids and aliases."""
    articles = [
        (ArticleId(str(n)), [(text, label) for text in texts])
        for n, (texts, label) in enumerate(
            [
                (["Kim Jong Un", "Kim", "Li Na", "Lí Na"], "PER"),
                (["Kim Taewoo", "Kim", "KIM JONG-UN"], "PER"),
                (["Li, Na", "Sergei Shoigu", "Sergueï Choïgou"], "PER"),
                (["ONU", "Kim", "Nations unies"], "ORG"),
            ]
        )
        for label in [label]
    ]
    one, other = link(articles), link(articles[::-1])  # type: ignore[arg-type]
    assert one.entities == other.entities
    assert one.aliases == other.aliases


def test_aliases_are_other_spellings_in_one_entity() -> None:
    """Searching one spelling of a name may find the others; other words of a name never."""
    linking, _ = linked([["Sergueï Choïgu", "Choïgou", "Shoigu", "Vladimir Poutine"]])
    assert linking.aliases == {
        "choigu": {"choigou", "shoigu"},
        "choigou": {"choigu", "shoigu"},
        "shoigu": {"choigu", "choigou"},
    }


def test_mere_signs_are_nobody() -> None:
    """A form without letters or digits has no entity, and harms nobody else."""
    linking, ids = linked([["—", "Ann Lee"]])
    assert ids == [[None, "per:ann-lee"]]
    assert len(linking.entities) == 1
