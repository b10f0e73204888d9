"""Mending the names that a model found in one article; the « model » here is a hand."""

from itertools import pairwise

import pytest

from corpus.edges import RawName, is_nationality
from corpus.mentions import mend
from corpus.types import Label, Span


def mended(*paragraphs: tuple[str, list[tuple[str, Label]]]) -> list[tuple[str, Label]]:
    """The names after mending, as text and label; given are paragraphs with what a model says."""
    text = "\n\n".join(paragraph for paragraph, _ in paragraphs)
    spans, found, at = [], [], 0
    for paragraph, said in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
        raw, after = [], 0
        for form, label in said:
            start = paragraph.index(form, after)
            after = start + len(form)
            raw.append(RawName(start, after, label))
        found.append(raw)
    names = mend(text, spans, found)
    assert list(names) == sorted(names)
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(any(s.start <= n.start and n.end <= s.end for s in spans) for n in names)
    return [(text[name.start : name.end], name.label) for name in names]


@pytest.mark.parametrize(
    ("sentence", "said", "expected"),
    [
        ("Un vote de l’ONU hier.", ("l’ONU", "ORG"), ("ONU", "ORG")),
        ("Il aime la Chine.", ("la Chine", "LOC"), ("Chine", "LOC")),
        ("L’Espagne attend.", ("L’Espagne", "LOC"), ("Espagne", "LOC")),
        ("Selon M. Durand, non.", ("M. Durand", "PER"), ("Durand", "PER")),
        ("Le président Al Durand parle.", ("président Al Durand", "PER"), ("Al Durand", "PER")),
        ("Un but de l’Américaine Ann Lee.", ("Américaine Ann Lee", "LOC"), ("Ann Lee", "PER")),
        ("Il y a Durand claironne fort.", ("Durand claironne", "PER"), ("Durand", "PER")),
        ("Le Conseil de la paix contre la faim.", ("Conseil de la paix contre la", "ORG"),
         ("Conseil de la paix", "ORG")),
        ("Un envoyé du Kremlin dort.", ("Kremlin", "PER"), ("Kremlin", "ORG")),
        ("Il l’a dit à Bloomberg.", ("Bloomberg", "LOC"), ("Bloomberg", "ORG")),
        ("On lit Le Monde ici.", ("Le Monde", "ORG"), ("Le Monde", "ORG")),
        ("Elle vit à La Ciotat depuis.", ("La Ciotat", "LOC"), ("La Ciotat", "LOC")),
        ("Le Smith Center a parlé.", ("Smith Center", "PER"), ("Smith Center", "ORG")),
        ("Le Journal du dimanche paraît.", ("Journal du dimanche", "ORG"),
         ("Journal du dimanche", "ORG")),
        ("Un avis du Parisien ici.", ("Parisien", "ORG"), ("Parisien", "ORG")),
        ("Ici Omar al-Hariri parle.", ("Omar al-Hariri", "PER"), ("Omar al-Hariri", "PER")),
        ("Il neige en Haute-Corse.", ("Haute-Corse", "LOC"), ("Haute-Corse", "LOC")),
        ("Le train va en Extrême-Orient russe.", ("Extrême-Orient russe", "ORG"),
         ("Extrême-Orient", "LOC")),
        ("En Corée du Nord communiste.", ("Corée du Nord communiste", "LOC"),
         ("Corée du Nord", "LOC")),
        ("Le Lima Peru Asia Center nie.", ("Lima Peru", "ORG"), ("Lima Peru Asia Center", "ORG")),
        ("Selon Mohamed R. il a ri.", ("Mohamed R.", "PER"), ("Mohamed R.", "PER")),
        ("Ils bloquent la D 905bis.", ("D 905bis", "LOC"), ("D 905bis", "LOC")),
        ("Ici L’Avis paraît.", ("L’Avis", "ORG"), ("L’Avis", "ORG")),
        ("Le général de Gaulle parle.", ("de Gaulle", "PER"), ("de Gaulle", "PER")),
        ("Le parlement catalan vote.", ("parlement catalan", "ORG"),
         ("parlement catalan", "ORG")),
        ("Selon l’ex-Front national.", ("ex-Front national", "ORG"), ("Front national", "ORG")),
        ("Une Dupont-Vidal roule.", ("Dupont", "ORG"), ("Dupont-Vidal", "ORG")),
        ("Now Daniel Bo leaves.", ("Daniel Bo", "ORG"), ("Daniel Bo", "PER")),
        ("The European Union’s chief left.", ("The European Union’s", "ORG"),
         ("European Union", "ORG")),
        ("Des talibans ont fui.", ("talibans", "ORG"), ("talibans", "ORG")),
        ("Un bouchon sur l’A7 ce soir.", ("A7", "LOC"), ("A7", "LOC")),
    ],
)  # fmt: skip
def test_one_name(sentence: str, said: tuple[str, Label], expected: tuple[str, Label]) -> None:
    """A name loses what surrounds it and gets the label that its words or tables make sure."""
    assert mended((sentence, [said])) == [expected]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Les Russes avancent.", ("Russes", "LOC")),
        ("Il dit que Lundi vient.", ("Lundi", "LOC")),
        ("Le secrétaire d’État dort.", ("État", "LOC")),
        ("Le plan B tient.", ("B", "LOC")),
        ("La gendarmerie vient.", ("gendarmerie", "ORG")),
        ("Le ministre de la Défense part.", ("ministre de la Défense", "ORG")),
        ("Soutien politique. Un soutien rare.", ("Soutien", "LOC")),
        ("Le Groupe B joue demain.", ("Groupe B", "ORG")),
        ("Les médias d’État nord-coréens.", ("État nord-coréens", "ORG")),
    ],
)
def test_no_name(sentence: str, said: tuple[str, Label]) -> None:
    """Inhabitants, weekdays, letters, functions and mere words are no names."""
    assert mended((sentence, [said])) == []


def test_halves_are_joined() -> None:
    """A person or an institution that the model cut in two is one name again."""
    said: list[tuple[str, Label]] = [("Kim Jong", "PER"), ("Un", "MISC")]
    assert mended(("Hier Kim Jong Un a parlé.", said)) == [("Kim Jong Un", "PER")]
    assert mended(("Hier Kim Jong Un a parlé.", said[:1])) == [("Kim Jong Un", "PER")]
    halves: list[tuple[str, Label]] = [("Union North", "ORG"), ("Asia Board", "LOC")]
    assert mended(("Au Union North Asia Board on doute.", halves)) == [
        ("Union North Asia Board", "ORG")
    ]


def test_two_people_side_by_side_stay_two() -> None:
    """Two full names with nothing between them are not the halves of one."""
    people: list[tuple[str, Label]] = [("Ana Durand", "PER"), ("Luc Petit", "PER")]
    assert mended(("Hier sous Ana Durand Luc Petit riait.", people)) == people


def test_a_hyphenated_word_is_not_cut() -> None:
    """The model reads « Jong-un » as two words; a name goes on to the end of the second."""
    assert mended(("Puis Kim Jong-un parle.", [("Kim Jong", "PER")])) == [("Kim Jong-un", "PER")]


@pytest.mark.parametrize(
    ("sentence", "said", "expected"),
    [
        ("Ce soir Espagne - Turquie à Nice.", "Espagne - Turquie", ["Espagne", "Turquie"]),
        ("L’axe Paris-Berlin-Varsovie tient.", "Paris-Berlin-Varsovie",
         ["Paris", "Berlin", "Varsovie"]),
        ("La gare de Lille-Europe ferme.", "Lille-Europe", ["Lille-Europe"]),
    ],
)  # fmt: skip
def test_lists_of_places(sentence: str, said: str, expected: list[str]) -> None:
    """Places linked by strokes are each a name, unless the whole is one."""
    assert mended((sentence, [(said, "LOC")])) == [(form, "LOC") for form in expected]


def test_institutions_run_over_small_words() -> None:
    """What an institution is for belongs to its name; the town where it stands does not."""
    ewha: list[tuple[str, Label]] = [("Université pour femmes", "ORG"), ("Ewha de Séoul", "LOC")]
    assert mended(("Lui, de l’Université pour femmes Ewha de Séoul, nie.", ewha)) == [
        ("Université pour femmes Ewha", "ORG"),
        ("Séoul", "LOC"),
    ]
    council: list[tuple[str, Label]] = [("Conseil de sécurité de l’", "ORG"), ("ONU", "ORG")]
    assert mended(("Le Conseil de sécurité de l’ONU vote.", council)) == [
        ("Conseil de sécurité de l’ONU", "ORG")
    ]
    assert mended(
        ("À l’Institut Asan d’études politiques, on nie.", [("Institut Asan", "ORG")])
    ) == [("Institut Asan d’études politiques", "ORG")]
    assert mended(("Il est à l’Université de Corée.", [("Université de Corée", "ORG")])) == [
        ("Université de Corée", "ORG")
    ]


def test_a_person_of_a_country_is_two_names() -> None:
    """« Kim de Corée du Nord » names a person and a country."""
    assert mended(("Il remercie Kim de Corée du Nord.", [("Kim de Corée du Nord", "PER")])) == [
        ("Kim", "PER"),
        ("Corée du Nord", "LOC"),
    ]


def test_a_compound_is_two_people_only_if_both_stand_alone() -> None:
    """« Kim-Poutine » gives both; the family name « Le-Goff » of one person does not."""
    said: list[tuple[str, Label]] = [("Vladimir Poutine", "PER"), ("Kim", "PER")]
    assert mended(
        ("Le sommet Kim-Poutine commence.", [("Kim-Poutine", "PER")]),
        ("Or Vladimir Poutine a vu Kim.", said),
    ) == [("Kim", "PER"), ("Poutine", "PER"), ("Vladimir Poutine", "PER"), ("Kim", "PER")]
    assert mended(("Hier Dupont-Aignan a parlé.", [("Dupont-Aignan", "PER")])) == [
        ("Dupont-Aignan", "PER")
    ]
    weather: list[tuple[str, Label]] = [
        ("Météo", "ORG"),
        ("Météo-France", "ORG"),
        ("France", "LOC"),
    ]
    assert mended(("Météo dit ce que Météo-France dit de la France.", weather)) == weather


def test_the_article_decides_together() -> None:
    """A family name is a person's wherever its article uses it, found or missed by the model."""
    assert mended(
        ("Ici Nam Sung-wook, professeur.", [("Nam Sung-wook", "PER")]),
        ("Mais Nam doute.", [("Nam", "LOC")]),
        ("Pour le reste, Nam hésite.", []),
    ) == [("Nam Sung-wook", "PER"), ("Nam", "PER"), ("Nam", "PER")]


def test_a_place_with_a_person_s_name_stays_a_place() -> None:
    """One person called as a town does not make a person of a town named more often."""
    town: tuple[str, Label] = ("Bastia", "LOC")
    names = [town, town, ("Luc Bastia", "PER"), town]
    assert mended(("De Bastia à Bastia, Luc Bastia va à Bastia.", names)) == names


def test_other_spellings_of_a_person_are_people() -> None:
    """A family name alone, spelled otherwise than in the full name, has the person's label."""
    said: list[tuple[str, Label]] = [("Serge Choïgou", "PER"), ("Shoigu", "ORG")]
    assert mended(("Serge Choïgou est là. Or Shoigu dort.", said)) == [
        ("Serge Choïgou", "PER"),
        ("Shoigu", "PER"),
    ]


def test_headings_in_capitals() -> None:
    """In a heading in capitals only names known otherwise are taken."""
    assert mended(
        ("QUE VEUT KIM DE LA CORÉE DU NORD ?", [("VEUT", "MISC"), ("KIM DE", "PER")]),
        ("Hier Kim a parlé, et Kim part.", [("Kim", "PER"), ("Kim", "PER")]),
    ) == [("KIM", "PER"), ("CORÉE DU NORD", "LOC"), ("Kim", "PER"), ("Kim", "PER")]


def test_known_names_are_not_taken_out_of_unknown_ones() -> None:
    """« France » is a country, but not inside a longer name, nor inside a word."""
    assert mended(("La France joue.", [])) == [("France", "LOC")]
    assert mended(("Il dirige Miss France Monde et les Françaises.", [])) == []


def test_nationalities_in_all_forms() -> None:
    """Gender, number and compounds; a country with the same letters is no inhabitant."""
    assert all(map(is_nationality, ["Russes", "Coréenne", "sud-coréens", "Grecque", "Françaises"]))
    assert not any(map(is_nationality, ["Russie", "Suisse", "Romain", "Paris"]))
