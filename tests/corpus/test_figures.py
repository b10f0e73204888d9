"""Figures: quantities with low, high, unit and hedge."""

from time import process_time

import pytest

from corpus.dates import dates
from corpus.figures import figures
from corpus.types import ArticleId, Figure, Text

Row = tuple[str, float | None, float | None, str, str | None]


def read(string: str, language: str = "fr") -> tuple[Figure, ...]:
    """The figures of a text, its dates set apart."""
    text = Text(ArticleId("a.txt"), language, string, (), "2023-09-14")
    return figures(text, dates(text))


def found(string: str, language: str = "fr") -> list[Row]:
    """Each figure as written, with its values."""
    return [
        (string[f.span.start : f.span.end], f.low, f.high, f.unit, f.hedge)
        for f in read(string, language)
    ]


@pytest.mark.parametrize(
    ("string", "low", "high", "unit", "hedge"),
    [
        ("près de 5 millions d’obus", 5e6, 5e6, "obus", "près de"),
        ("plus de 1 000 conteneurs", 1000, None, "conteneurs", "plus de"),
        ("au moins 12 morts", 12, None, "morts", "au moins"),
        ("moins de 700 femmes", None, 700, "femmes", "moins de"),
        ("jusqu’à 500 000 euros", None, 500_000, "euros", "jusqu’à"),
        ("300 mètres environ", 300, 300, "mètres", "environ"),
        ("une douzaine de grues", 12, 12, "grues", "une douzaine"),
        ("plus d’une centaine de grues", 100, None, "grues", "plus d’"),
        ("des milliers de cartouches", 1000, None, "cartouches", "des"),
        ("plusieurs dizaines de milliers de cartouches", 10_000, None, "cartouches", "plusieurs"),
    ],
)
def test_hedges_open_one_side_or_none(
    string: str, low: float | None, high: float | None, unit: str, hedge: str
) -> None:
    """What makes a figure inexact is kept, inside its span, and tells which side is open."""
    assert found(f"On en compte {string}.") == [(string, low, high, unit, hedge)]


@pytest.mark.parametrize(
    ("string", "low", "high", "unit"),
    [
        ("20 000 à 50 000 travailleurs", 20_000, 50_000, "travailleurs"),
        ("10 à 15 millions de tonnes", 10e6, 15e6, "tonnes"),
        ("900 000 à 1,2 million d’élèves", 900_000, 1.2e6, "élèves"),
        ("300, 500 ou 1.000 tombes", 300, 1000, "tombes"),
        ("18-24 ans", 18, 24, "ans"),
        ("deux ou trois jours", 2, 3, "jours"),
    ],
)
def test_ranges(string: str, low: float, high: float, unit: str) -> None:
    """Two bounds make one figure; a scale that only the last has counts for both."""
    assert found(f"Il en faut {string}.") == [(string, low, high, unit, None)]


def test_between_and_from_to() -> None:
    """ "Entre … et" is a range, "passer de … à" two figures."""
    assert found("entre 10 % et 15 %") == [("10 % et 15 %", 10, 15, "%", None)]
    assert found("Le prix est passé de 20 à 30 euros.") == [
        ("20", 20, 20, "euros", None),
        ("30 euros", 30, 30, "euros", None),
    ]


@pytest.mark.parametrize(
    ("string", "value", "unit"),
    [
        ("1.000 obus", 1000, "obus"),
        ("1\u00a0000 obus", 1000, "obus"),
        ("1\u202f234\u202f567 obus", 1_234_567, "obus"),
        ("5,6 %", 5.6, "%"),
        ("0,5 point", 0.5, "point"),
        ("40 °C", 40, "°C"),
        ("120 km/h", 120, "km/h"),
        ("12 000 mètres carrés", 12_000, "mètres carrés"),
        ("3,5 milliards de dollars", 3.5e9, "dollars"),
        ("2 M€", 2e6, "€"),
        ("£20", 20, "£"),
        ("un million et demi d’euros", 1.5e6, "euros"),
        ("trois mille cinq cents soldats", 3500, "soldats"),
        ("quatre-vingt-dix-sept ans", 97, "ans"),
        ("deux autres jeunes femmes", 2, "femmes"),
        ("les deux tiers des élus".removeprefix("les "), 2 / 3, "élus"),
        ("moitié de la population", 0.5, "population"),
        ("un Français sur trois", 1 / 3, "Français"),
        ("trois quarts d’heure", 0.75, "heure"),
        ("une heure et demie", 1.5, "heure"),
        ("deux missiles", 2, "missiles"),
        ("45 ans", 45, "ans"),
        ("-3,5 %", -3.5, "%"),
    ],
)
def test_numbers_and_units(string: str, value: float, unit: str) -> None:
    """Digits and words, scales, shares, measures and money, with what is counted as written."""
    article = "la " if string.startswith("moitié") else ""
    assert found(f"Cela fait {article}{string}.") == [(string, value, value, unit, None)]


def test_a_duration_is_one_and_a_time_of_day_none() -> None:
    """ "Pendant 2h30" lasts, "à 14h30" does not."""
    assert found("Il parla pendant 2h30, après 24 heures de route, une grève de 48 heures.") == [
        ("2h30", 2.5, 2.5, "h", None),
        ("24 heures", 24, 24, "heures", None),
        ("48 heures", 48, 48, "heures", None),
    ]
    assert found("À 14h30, vers 8 heures, à 20 heures, peu après 10h du matin, 22:15") == []


@pytest.mark.parametrize(
    "string",
    [
        "Le 12 mai 2019, en 2020, il y a trois ans",
        "le 3e étage, la 2e place, le 1er rang",
        "Ils ont gagné 3-1 puis 6-4.",
        "l’article 49.3, la page 12, le n° 5",
        "l’A6, le G20, la COP26, un Su-35, le Covid-19, TF1",
        "les Boeing 737 suspendus et une Ferrari 250",
        "Appelez le 01 23 45 67 89. Accueil : 0 800 123 456, réseau : 192.168.1.12.",
        "Il habite 12 rue Haute, 75011 Paris.",
        "Les deux hommes et ces trois femmes, tous deux absents",
        "Un homme et une femme sont venus.",
        "les Deux-Sèvres, les 24 Heures de Lorvent",
    ],
)
def test_what_is_no_figure(string: str) -> None:
    """Dates, ranks, scores, references, names, telephones, addresses."""
    assert found(string) == []


@pytest.mark.parametrize(
    ("string", "low", "high", "unit"),
    [
        ("nearly 5 million shells", 5e6, 5e6, "shells"),
        ("more than 1,000 containers", 1000, None, "containers"),
        ("20,000 to 50,000 workers", 20_000, 50_000, "workers"),
        ("tens of thousands of people", 10_000, None, "people"),
        ("several hundred soldiers", 100, None, "soldiers"),
        ("6,000 North Korean troops", 6000, 6000, "troops"),
        ("$3.5 billion", 3.5e9, 3.5e9, "$"),
        ("one in three voters", 1 / 3, 1 / 3, "voters"),
        ("two-thirds of voters", 2 / 3, 2 / 3, "voters"),
        ("12 dead", 12, 12, "dead"),
        ("45-year-old", 45, 45, "year"),
    ],
)
def test_english_figures(string: str, low: float, high: float | None, unit: str) -> None:
    """English has its own thousands, billions and plurals."""
    assert [row[:4] for row in found(f"They count {string}.", "en")] == [(string, low, high, unit)]


def test_a_billion_is_a_thousand_times_more_in_french() -> None:
    """The same word, another number."""
    assert read("deux billions d’étoiles")[0].low == 2e12
    assert read("two billion stars", "en")[0].low == 2e9


LONG = ("1", "1-", "1.", "a-", "' ", " ", "x")
"""Pieces that open no figure, a tenth of a megabyte of each."""

DENSE = ("1 ", "1 000 ", "1, ", "deux-", "cent ", "$1 ", "millions ", "un sur deux ", "two-")
"""Pieces that each open one, some kilobytes of each."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_text_is_read_in_bounded_time(language: str) -> None:
    """What is no prose costs no more than prose."""
    began = process_time()
    for piece in LONG:
        assert read(piece * (100_000 // len(piece)), language) == ()
    for piece in DENSE:
        read(piece * (5_000 // len(piece)), language)
    assert process_time() - began < 20
