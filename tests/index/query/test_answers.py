"""From what is typed to the passages that an index really finds, and to what is lit in them."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query.spans import spans
from tests.index.query.small import Doc, Small, entity, sentences

MARKET = [
    "Le marché couvert de Tarbelle ouvre mardi, les maraîchers marchaient devant.",  # 0
    "Une marche blanche est prévue samedi à Tarbelle.",  # 1
    "Ils marchaient ; allons, dit la banderole.",  # 2
    "Le préfet ferme le marché aux bestiaux de Roncevel.",  # 3
    "Elle pêche la truite ; ce péché-là, dit le préfet, est véniel.",  # 4
    "Les pêches de vigne manquent à Roncevel.",  # 5
    "Quelque 1 000 bestiaux attendent ; la préfecture parle de pneus.",  # 6
]


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Seven passages that share words and stems."""
    return Small(sentences(MARKET), tmp_path_factory.mktemp("market"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("march?", {0, 1, 3}),
        ("marche", {0, 1, 2, 3}),
        ("march*", {0, 1, 2, 3}),
        ("*ons", {2}),
        ("p?che*", {4, 5}),
        ("préf*", {3, 4, 6}),
        ("Roncevl~", {3, 5}),
        ("Rnocevel~", {3, 5}),
        ("Roncl~2", set()),
        ('="pêche"', {4}),
        ("=péché", {4}),
        ('="marche blanche"', {1}),
        ('="marché blanche"', set()),
        ("bestiaux OU truite", {3, 4, 6}),
        ("marche -Tarbelle", {2, 3}),
        ("marche SAUF (Tarbelle OU Roncevel)", {2}),
        ("-marche OU Tarbelle", {0, 1, 4, 5, 6}),
        ("préfet (truite OU bestiaux)", {3, 4}),
        ('"marché couvert"', {0}),
        ('"couvert marché"', set()),
        ('"couvert marché"~1', {0}),
        ('"Tarbelle blanche"~2', {1}),
        ('"Tarbelle blanche"~1', set()),
        ("1000", {6}),
        ("1.000 bestiaux", {6}),
        ("1\u202f000", {6}),
    ],
)
def test_passages_that_answer(market: Small, query: str, expected: set[int]) -> None:
    """Each operator finds what it says, and no more."""
    assert set(market.found(query)) == expected


@pytest.mark.parametrize(
    ("query", "number", "lit"),
    [
        ("march?", 0, ["marché"]),
        ("march*", 0, ["marché", "marchaient"]),
        ("marche Tarbelle", 0, ["marché", "Tarbelle", "marchaient"]),
        ('"marché couvert"', 0, ["marché couvert"]),
        ('"couvert Tarbelle"~3', 0, ["couvert", "Tarbelle"]),
        ('"Tarbelle blanche"~2', 1, ["blanche", "Tarbelle"]),
        ('="pêche"', 4, ["pêche"]),
        ("truite -vigne", 4, ["truite"]),
        ("Roncevl~", 5, ["Roncevel"]),
        ("texte:truite", 4, ["truite"]),
    ],
)
def test_what_is_lit_is_what_was_found(
    market: Small, query: str, number: int, lit: list[str]
) -> None:
    """The marks in a passage that was found."""
    assert number in market.found(query)
    assert market.lit(query, number) == lit


def test_every_passage_found_by_words_has_marks_and_no_other(market: Small) -> None:
    """Found and lit come from one plan."""
    for query in ("march?", "préf*", "*ons", "Rncevel~", '"marche Tarbelle"~9', "=péché", "pneu"):
        found = set(market.found(query))
        assert {n for n in range(len(MARKET)) if market.lit(query, n)} == found


@pytest.mark.parametrize(
    ("typed", "expected"), [("tarb", {0, 1}), ("préfec", {6}), ("prefec", {6}), ("tarb ", set())]
)
def test_a_word_being_typed_finds_those_that_it_begins(
    market: Small, typed: str, expected: set[int]
) -> None:
    """Before the word is whole, with accents or without; not after a space."""
    assert set(market.found(typed, typing=True)) == expected


def test_a_beginning_finds_all_words_a_pattern_the_most_frequent(tmp_path: Path) -> None:
    """With accents or without, however many; what is not looked for is said."""
    letters = "abcdefghij"
    words = [f"{'pré' if a < 'f' else 'pre'}{a}{b}" for a in letters for b in letters]
    library = Small(sentences(words), tmp_path)
    assert len(library.found("pré*")) == 100
    assert all(library.lit("pre*", number) == [word] for number, word in enumerate(words))
    assert library.plan("pré*").remarks == ()
    assert 0 < len(library.found("*pre?*")) < 100
    assert any("most frequent" in remark for remark in library.plan("*pre?*").remarks)


# Widening


def test_passages_with_a_part_of_the_clauses_where_none_has_all(market: Small) -> None:
    """The one with three of four first, and it keeps what must hold and what must not."""
    assert market.found("préfet marché bestiaux licorne") == []
    widened = market.widened("préfet marché bestiaux licorne")
    assert widened is not None
    assert (widened[0][0], widened[1]) == (3, 3)
    widened = market.widened("truite couvert -Roncevel")
    assert widened is not None
    assert (set(widened[0]), widened[1]) == ({0, 4}, 1)
    assert market.widened("licorne dragon") is None


def test_a_written_and_is_never_given_up(market: Small) -> None:
    """Who writes AND means both."""
    assert market.widened("truite ET licorne") is None
    assert market.widened("bestiaux préfet (truite ET licorne)") is None


# Fields

PRESS = [
    Doc("Accord signé au port.", title="Accord au port", source="Le Monde", date="2023-07-12"),
    Doc("Un accord fragile.", source="Le Monde diplomatique", date="2023-09", author="Zoé Martin"),
    Doc("Accord rompu.", source="Associated Press (AP)", date="2024", tag="Europe"),
    Doc("The deal is off, but Odessa waits.", "en", source="Daily Tide", author="Ann Lee"),
    Doc("Le but de l'accord : Odessa.", source="Le Monde"),
]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Five articles of four outlets, one of them in English, one without a date."""
    return Small(PRESS, tmp_path_factory.mktemp("press"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("title:accord", {0}),
        ("texte:accord", {0, 1, 2, 4}),
        ("source:ap", {2}),
        ('source:"le monde"', {0, 4}),
        ("source:monde", {0, 1, 4}),
        ("SOURCE:AP accord", {2}),
        ("source:inconnu", set()),
        ("-source:monde", set()),
        ("accord -source:monde", {2}),
        ("lang:en", {3}),
        ("langue:anglais", {3}),
        ("auteur:martin", {1}),
        ('auteur:"zoe martin"', {1}),
        ("auteur:mart*", {1}),
        ("rubrique:europe", {2}),
        ("date:2023", {0, 1}),
        ("date:2023-07", {0}),
        ("date:2023-09-30", {1}),
        ("date:2023-08..2023-09", {1}),
        ("date:>2023", {2}),
        ("date:>=2023-09-10", {1, 2}),
        ("date:<2023-09", {0}),
        ("-date:2023 accord", {2, 4}),
        ("but Odessa", {3, 4}),
        ("titre:(accord port)", {0}),
    ],
)
def test_fields_of_the_article(press: Small, query: str, expected: set[int]) -> None:
    """Outlets by a word of their name, dates by what they can mean, people by a word."""
    assert set(press.found(query)) == expected


# Names


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Names in several spellings."""
    texts = [
        "Le ministre Choïgou inspecte la digue avec un ingénieur.",
        "Shoigu inspecte la digue.",
        "Kim Jong-un visite le chantier.",
        "Kim Jong Eun repart en train.",
        "Kim Basque ouvre une crêperie.",
        *["La digue tient bon."] * 5,
    ]
    known = [
        entity("Choïgou", "Shoigu"),
        entity("Kim Jong-un", "Kim Jong Eun", "Kim"),
        entity("Kim Basque"),
    ]
    aliases = {"shoigu": ["choigou"], "choigou": ["shoigu"]}
    return Small(sentences(texts), tmp_path_factory.mktemp("names"), known, aliases)


def test_other_spellings_of_a_name_come_just_after_the_one_typed(names: Small) -> None:
    """And the reading says so."""
    assert names.found("Shoigu") == [1, 0]
    assert names.found("Choïgou") == [0, 1]
    assert any("choigou" in remark for remark in names.plan("Shoigu").remarks)
    assert names.lit("Shoigu", 0) == ["Choïgou"]
    assert names.found("Shoigu", typing=True) == [1, 0]


def test_a_name_of_several_words_finds_its_other_spellings(names: Small) -> None:
    """With hyphens or without; but not everyone who has a part of the name."""
    assert set(names.found("Kim Jong Un")) == {2, 3}
    assert set(names.found("Kim Jong Eun")) == {2, 3}
    assert set(names.found("Kim Jong Eun", typing=True)) == {2, 3}
    assert names.lit("Kim Jong Un", 3) == ["Kim Jong Eun"]


def test_people_are_looked_for_in_the_index_of_facts(names: Small) -> None:
    """What the facts index answers is taken over; without it the name is looked for as written."""
    asked = []

    def facts(query: object) -> np.ndarray:
        asked.append(repr(query))
        return np.array([2, 4], np.uint32)

    assert set(names.found("personne:kim", facts=facts)) == {2, 4}
    assert "kim-jong-un" in asked[0]
    assert "kim-basque" in asked[0]
    assert set(names.found("dit:Shoigu digue", facts=facts)) == set()
    assert set(names.found("personne:Shoigu")) == {0, 1}
    assert any("Choïgou" in remark for remark in names.plan("personne:Shoigu").remarks)


def test_words_quoted_are_looked_for_in_the_index_of_facts(names: Small) -> None:
    """As a phrase of its field `quote`."""
    asked = []

    def facts(query: object) -> np.ndarray:
        asked.append(query)
        return np.array([1], np.uint32)

    assert names.found('citation:"la digue tient" digue', facts=facts) == [1]
    assert "quote" in repr(asked[0])


def test_a_person_nobody_knows_is_looked_for_as_text(names: Small) -> None:
    """And the reading says so."""
    assert 0 in names.found("personne:ingénieur")
    assert any("searched as text" in said for said in names.plan("personne:ingénieur").remarks)


# Suggestions


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("prefekture", "préfecture"), ("truyte", "truite"), ("bestaiux", "bestiaux")],
)
def test_a_word_that_no_passage_has_brings_the_one_that_was_meant(
    market: Small, typed: str, meant: str
) -> None:
    """By sound and by letters, from the corpus's own words; it is looked for and said."""
    assert market.found(typed) == market.found(meant) != []
    assert any(f"did you mean “{meant}”" in remark for remark in market.plan(typed).remarks)


def test_a_misspelt_word_is_not_left_out_for_another(market: Small) -> None:
    """Nor is one doubted that begins others while it is typed; one that begins none is."""
    assert set(market.found("marche -bestaiux")) == {0, 1, 2, 3}
    assert market.plan("préfe", typing=True).remarks == ()
    assert market.found("prefekture", typing=True) == [6]


def test_a_rare_word_is_doubted_only_beside_a_much_more_frequent_one(tmp_path: Path) -> None:
    """A hundred times; and it is still what is looked for."""
    texts = ["La truyte de Tarbelle.", *["La truite de Roncevel."] * 120, "La trouite."]
    library = Small(sentences(texts), tmp_path)
    assert library.found("truyte") == [0]
    assert any("did you mean “truite”?" in remark for remark in library.plan("truyte").remarks)
    assert library.plan("truite").remarks == ()


def test_only_common_words_are_said_to_find_nothing(market: Small) -> None:
    """Instead of an empty answer without a reason."""
    assert market.plan("le à").empty
    assert any("common" in remark for remark in market.plan("le à").remarks)
    assert any("left out: le" in remark for remark in market.plan("le préfet").remarks)


def test_words_that_only_ask_are_left_out_of_a_question(market: Small) -> None:
    """Where enough others tell; alone they are words as any."""
    asked = "pourquoi le préfet ferme-t-il le marché ?"
    assert market.found(asked) == market.found("préfet ferme-t-il marché")
    assert market.plan(asked).remarks == ("common words left out: le, pourquoi",)
    assert len(market.plan("pourquoi préfet").optional) == 2


# Anything that can be typed

WORDS = ("marche", "préfet", "Tarbelle", "bestiaux", '"marché couvert"')
SIGNS = ("source:", "auteur:", "lang:", "titre:", "date:2023", "personne:", "dit:", "~3")
PIECES = [*"a é*?~()\"«»-=:.1'", " OU ", " ET ", " NON ", *SIGNS, *WORDS]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.booleans())
def test_any_query_has_an_answer_and_marks(market: Small, text: str, typing: bool) -> None:
    """Parsed, planned, asked, widened and lit without an error."""
    understood = market.plan(text, typing=typing)
    market.found(text, typing=typing, facts=lambda query: np.array([1, 2], np.uint32))
    market.widened(text)
    for doc in market.docs:
        marks = spans(doc.text, doc.language, understood)
        assert all(a.end <= b.start for a, b in pairwise(marks))
        assert all(doc.text[mark.start : mark.end].strip() for mark in marks)


@pytest.mark.parametrize(
    "query",
    ['"ab ab ab ab"~50', "ab", "ab*", '"ab a"', " OU ".join(["ab", "ac"] * 5), "ab? ac? ab* ac*"],
)
def test_lighting_takes_time_in_proportion_to_the_text(market: Small, query: str) -> None:
    """However often the words stand in it: five times the text, about five times the time."""
    understood = market.plan(query)
    text = "ab mot ac mot " * 100

    def taken(times: int) -> float:
        began = process_time()
        spans(text * times, None, understood)
        return process_time() - began

    taken(1)
    assert min(taken(5) for _ in range(2)) < 40 * max(taken(1), 0.001)
