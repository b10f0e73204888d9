"""Which mentions are one person or thing."""

from collections.abc import Sequence

import pytest

from corpus.names import Linking, link, spellings
from corpus.types import Label

Articles = Sequence[Sequence[str]]


def linked(articles: Articles, label: Label = "PER") -> tuple[Linking, list[list[str | None]]]:
    """The linking of articles whose names all have one label, and the id of each mention."""
    linking = link([(text, label) for text in names] for names in articles)
    return linking, [list(ids) for ids in linking.mentions]


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
        ["Bruno Le Maire", "Bruno Lemaire"],
        ["Adel al-Morsi", "Adel Morsi", "Adel Al Morsi"],
        ["Rachid ben Salmane", "Rachid bin Salman"],
        ["Cécilia Zorn", "Cecilia Sorn"],
        ["Marie Valmont", "Marie Valmont-Reyer"],
        ["Marie Valmont", "Marie Valmont-Le Guen"],
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
             "Michelle Roy", "Jean Roy", "Jean-Pierre Nico", "Pierre Nico", "Luc Orme-Sand",
             "Luc Orme-Vey", "Luc Orme", "Ivan Saint-Ouen", "Ivan Saint", "Theo B.", "Theo C.",
             "Theo Vey", "Theo Vey-Anna Vey"]  # fmt: skip
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


def test_a_first_name_means_the_one_who_bears_it() -> None:
    """In its article if there is one bearer, elsewhere if the corpus nearly always means one."""
    _, ids = linked(
        [["Johnny Valère", "Johnny"]] * 3 + [["Johnny"], ["Johnny Bly", "Johnny Vu", "Johnny"]]
    )
    assert {one for row in ids[:4] for one in row} == {"per:johnny-valere"}
    _, [row] = linked([["Ann Bly", "Ann Vu", "Ann"]])
    assert row[2] == "per:ann"


def test_a_first_name_is_no_family_name() -> None:
    """« Martine » is not short for Martin, nor a name that is nobody's."""
    _, [ids] = linked([["Martin Bly", "Martine", "Luc"]])
    assert len(set(ids)) == 3


def test_a_name_of_its_own_is_short_for_nobody() -> None:
    """A singer known by one name is not the few people who bear it as a family name."""
    _, ids = linked([["Line Brenaud", "Brenaud"]] * 4 + [["Brenaud"]] * 20)
    assert ids[0][1] == ids[0][0] == "per:line-brenaud"
    assert ids[10] == ["per:brenaud"]


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


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("ORG", ["LorventTV", "Lorvent TV", "Lorvent-TV"]),
        ("ORG", ["Front national", "RN", "Rassemblement national", "FN"]),
        ("ORG", ["Etat islamique", "Daech", "EI"]),
        ("LOC", ["Londres", "London"]),
        ("LOC", ["Le Caire", "Cairo", "LE CAIRE"]),
        ("LOC", ["Saint-Orle", "St-Orle", "Saint Orle"]),
        ("LOC", ["Émirats arabes unis", "United Arab Emirates"]),
    ],
)
def test_things_written_otherwise(label: Label, names: list[str]) -> None:
    """Spaces, abbreviations and the English name make no other thing."""
    linking, _ = linked([[name] for name in names], label)
    assert len(linking.entities) == 1


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ligue ouvrière de Lorvent", "LOL"),
        ("La Gauche rassemblée", "LGR"),
        ("Journal du soir", "JDS"),
        ("Institut des ports et estuaires", "Ipest"),
        ("Institut des ports, estuaires, rades et marais", "IPER"),
    ],
)
def test_an_abbreviation_means_what_it_stands_beside(full: str, short: str) -> None:
    """Initials with or without small words, before or after; the last words may be left out."""
    expected = full != "Institut des ports et estuaires"  # its letters are others
    for article in ([full, short, "Lorvent"], ["Lorvent", short, full]):
        _, [ids] = linked([article], "ORG")
        assert (ids[article.index(full)] == ids[article.index(short)]) == expected


def test_an_abbreviation_means_elsewhere_what_it_mostly_stands_for() -> None:
    """The party, not the channel that has the same initials and shows the party's people."""
    party = [["Parti zélé", "PZ"]] * 4 + [["PZ"]] * 20
    _, ids = linked([*party, ["Pays Zen", "Lorvent", "PZ"]], "ORG")
    assert {one for row in ids[:24] for one in row} == {"org:parti-zele"} == {ids[24][2]}


def test_other_explanations_of_an_abbreviation_stay_apart() -> None:
    """Where it stands beside its long form the article decides."""
    linking, ids = linked([["Cour du lin", "CDL"]] * 3 + [["Club des lions", "CDL"]], "ORG")
    assert ids[3] == ["org:club-des-lions"] * 2
    assert ids[0][0] == ids[0][1] != ids[3][0]
    assert len(linking.entities) == 2
    _, ids = linked([["Cour du lin", "CDL"], ["Club des lions", "CDL"], ["CDL"]], "ORG")
    assert len({ids[0][0], ids[1][0], ids[2][0]}) == 3
    _, [row] = linked([["Office des Nations unies", "ONU"]], "ORG")
    assert row[0] != row[1]


def test_the_beginning_of_an_institutions_name() -> None:
    """A common head suffices; another word only where the corpus shows that it is short."""
    _, ids = linked([["Assemblée du port", "Assemblée"], ["Lorvent Motors", "Lorvent"]], "ORG")
    assert ids[0][0] == ids[0][1]
    assert ids[1][0] != ids[1][1]
    _, ids = linked([["Corbeau rusé", "Corbeau"]] * 3 + [["Corbeau"]], "ORG")
    assert ids[3] == ids[0][:1]


def test_a_known_name_is_not_taken_by_a_longer_one() -> None:
    """An article on a daughter company means the mother by the mother's name."""
    _, ids = linked([["Air Lorvent"]] * 9 + [["Air Lorvent Cargo", "Air Lorvent"]], "ORG")
    assert ids[9][1] == ids[0][0] != ids[9][0]
    _, ids = linked([["Cour du lin"]] * 12 + [["Cour du lin demain", "Cour du lin"]], "ORG")
    assert ids[12][1] == ids[0][0] != ids[12][0]
    _, ids = linked([["Ann Bly"]] * 9 + [["Ann Bly Junior", "Ann Bly"]])
    assert ids[9][1] == ids[0][0] != ids[9][0]


def test_the_first_half_of_a_towns_name() -> None:
    """Unless it is the name of another place, which then stands alone elsewhere, too."""
    _, [row] = linked([["Rives-Perret", "Rives"]], "LOC")
    assert row[0] == row[1]
    _, ids = linked([["Orle-Maritime", "Orle"], *[["Orle"]] * 5], "LOC")
    assert ids[0][1] == ids[1][0] != ids[0][0]
    for place in ("Paris", "Loire"):
        _, [row] = linked([[f"{place}-Lorvent", place]], "LOC")
        assert row[0] != row[1]


def test_places_with_and_without_accents() -> None:
    """États-Unis and Etats-Unis are one place, USA too; the Koreas are two."""
    linking, _ = linked(
        [["États-Unis", "Etats-Unis", "USA", "Corée du Nord", "Corée du Sud"]], "LOC"
    )
    assert sorted(len(entity.variants) for entity in linking.entities) == [1, 1, 3]


def test_the_majority_gives_the_label() -> None:
    """A name labelled otherwise once, or in another spelling, keeps the label it has elsewhere."""
    linking = link([[("Météo-Lorvent", "ORG")] * 2, [("Météo Lorvent", "LOC")]])
    assert [(entity.label, entity.mentions) for entity in linking.entities] == [("ORG", 3)]


def test_ids() -> None:
    """Readable, in any script; the most frequent of two of one id has it without number."""
    linking, ids = linked([["Ivo-de-Lorvent", *["Ivo de Lorvent"] * 2, "Владимир", "🦆"]])
    assert ids[0] == [
        "per:ivo-de-lorvent-2", *["per:ivo-de-lorvent"] * 2, "per:владимир", None
    ]  # fmt: skip
    assert [entity.id for entity in linking.entities] == sorted(set(filter(None, ids[0])))


def test_the_name_to_show() -> None:
    """The most frequent full form, not in capitals; variants with the most frequent first."""
    linking, _ = linked([["KIM JONG UN", "Kim", "Kim", "Kim", "KIM JONG UN", "Kim Jong Un"]])
    entity = linking.entities[0]
    assert (entity.id, entity.name) == ("per:kim-jong-un", "Kim Jong Un")
    assert entity.variants == ("Kim", "KIM JONG UN", "Kim Jong Un")


@pytest.mark.parametrize(
    ("forms", "shown"),
    [
        ({"Helene Marchadour": 3, "Hélène Marchadour": 2, "HÉLÈNE MARCHADOUR": 4},
         "Hélène Marchadour"),
        ({"Jean Marc Quemeneur": 2, "Jean-Marc Quéméneur": 1}, "Jean-Marc Quéméneur"),
        ({"Etienne Kerdraon": 15, "Étienne Kerdraon": 1}, "Étienne Kerdraon"),  # a capital's
        ({"Bruno Retailleau": 9, "Bruno Rétailleau": 1}, "Bruno Retailleau"),  # a slip
        ({"Béatrice Orme": 1, "Beatrice Orme": 1}, "Béatrice Orme"),
    ],
)  # fmt: skip
def test_the_name_to_show_has_its_accents(forms: dict[str, int], shown: str) -> None:
    """Where a name is written with and without, but for a slip; capitals' are often left out."""
    linking, _ = linked([[form] * count for form, count in forms.items()])
    assert [entity.name for entity in linking.entities] == [shown]


def test_capitals_are_shown_last() -> None:
    """A dateline's "BREST" is no name to show; what is only known so is."""
    linking, _ = linked([["BREST", "BREST", "Brest"], ["NABU"]], "LOC")
    assert [entity.name for entity in linking.entities] == ["Brest", "NABU"]
    linking, _ = linked([["INSEE", "INSEE", "Insee"]], "ORG")
    assert [entity.name for entity in linking.entities] == ["INSEE"]


def test_a_short_form_is_not_the_name_to_show() -> None:
    """However often it stands for the long one."""
    linking, _ = linked([["Conseil du port", "Conseil", "Conseil"]], "ORG")
    assert [entity.name for entity in linking.entities] == ["Conseil du port"]


def test_the_name_to_show_of_an_abbreviation() -> None:
    """Two letters say too little; more are shown if they are what is mostly written."""
    linking, _ = linked([["Parti zélé", "PZ", "PZ"], ["Gauche du port", "GDP", "GDP"]], "ORG")
    assert [entity.name for entity in linking.entities] == ["GDP", "Parti zélé"]


def test_the_order_of_articles_does_not_matter() -> None:
    """Rebuilt in another order, a corpus has the same entities and ids."""
    given: list[tuple[list[str], Label]] = [
        (["Kim Jong Un", "Kim", "Li Na", "Lí Na"], "PER"),
        (["Kim Taewoo", "Kim", "KIM JONG-UN"], "PER"),
        (["Li, Na", "Sergei Shoigu", "Sergueï Choïgou"], "PER"),
        (["ONU", "Kim", "Nations unies"], "ORG"),
    ]
    articles = [[(text, label) for text in texts] for texts, label in given]
    one, other = link(articles), link(articles[::-1])
    assert one.entities == other.entities
    assert one.mentions == other.mentions[::-1]


def test_spellings_are_words_of_one_name_that_sound_alike() -> None:
    """Searching one spelling of a name may find the others; other words of a name never."""
    forms = ["Sergueï Choïgu", "Choïgou", "Shoigu", "Poutine"]
    others = {"choigu", "choigou", "shoigu"}
    assert spellings(forms) == {(one, two) for one in others for two in others - {one}}


def test_mere_signs_are_nobody() -> None:
    """A form without letters or digits has no entity, and harms nobody else."""
    linking, ids = linked([["—", "Ann Lee"]])
    assert ids == [[None, "per:ann-lee"]]
    assert len(linking.entities) == 1
