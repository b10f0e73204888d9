"""Dates and periods: found where they stand, with the days that they can mean."""

import re
from time import process_time

import pytest

from corpus.date_grammar import MOST
from corpus.dates import dates
from corpus.types import ArticleId, DateMention, Text

PUBLISHED = "2023-09-14"
"""A Thursday."""


def read(
    string: str, published: str | None = PUBLISHED, language: str = "fr"
) -> tuple[DateMention, ...]:
    """The dates of a text."""
    return dates(Text(ArticleId("a.txt"), language, string, (), published))


def found(
    string: str, published: str | None = PUBLISHED, language: str = "fr"
) -> list[tuple[str, str | None]]:
    """Each date as written, and its days: one, or "first..last", or None."""
    return [(string[d.span.start : d.span.end], days(d)) for d in read(string, published, language)]


def days(mention: DateMention) -> str | None:
    """The days of a date in short."""
    if mention.earliest is None or mention.earliest == mention.latest:
        return mention.earliest
    return f"{mention.earliest}..{mention.latest}"


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        ("Le pont a rouvert le 13 septembre 2021.", [("13 septembre 2021", "2021-09-13")]),
        ("Le 1er mai 2019, tout ferma.", [("1er mai 2019", "2019-05-01")]),
        ("Vu le 13/09/2021 et le 2021-09-14.", [("13/09/2021", "2021-09-13"), ("2021-09-14",) * 2]),
        ("les 12 et 13 mars 2020", [("12 et 13 mars 2020", "2020-03-12..2020-03-13")]),
        ("du 12 au 17 mars 2020", [("12 au 17 mars 2020", "2020-03-12..2020-03-17")]),
        ("de mars à mai 2020", [("mars à mai 2020", "2020-03-01..2020-05-31")]),
        ("entre 2014 et 2019", [("2014 et 2019", "2014-01-01..2019-12-31")]),
        ("du 30 août au 3 septembre 2019", [
            ("30 août au 3 septembre 2019", "2019-08-30..2019-09-03"),
        ]),
        ("les 3 avril et 5 mai 2019", [("3 avril", "2019-04-03"), ("5 mai 2019", "2019-05-05")]),
        ("la saison 2021-2022", [("2021-2022", "2021-01-01..2022-12-31")]),
        ("la guerre (1950-53)", [("1950-53", "1950-01-01..1953-12-31")]),
        ("dans les années 1990", [("années 1990", "1990-01-01..1999-12-31")]),
        ("les années 80", [("années 80", "1980-01-01..1989-12-31")]),
        ("au XXe siècle", [("XXe siècle", "1901-01-01..2000-12-31")]),
        ("fin 2022", [("fin 2022", "2022-10-01..2022-12-31")]),
        ("au premier trimestre 2020", [("premier trimestre 2020", "2020-01-01..2020-03-31")]),
        ("depuis 2019", [("2019", "2019-01-01..2019-12-31")]),
        ("l’été 2022", [("été 2022", "2022-06-21..2022-09-22")]),
    ],
)  # fmt: skip
def test_a_date_that_stands_by_itself(string: str, expected: list[tuple[str, str]]) -> None:
    """Day, month, year and longer periods, with or without an article's own date."""
    assert found(string) == expected
    assert found(string, None) == expected
    assert all(mention.relative_to is None for mention in read(string, None))


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        ("Le préfet a parlé mercredi.", ("mercredi", "2023-09-13")),
        ("Le préfet a parlé jeudi.", ("jeudi", "2023-09-14")),
        ("Le préfet parlera mercredi.", ("mercredi", "2023-09-20")),
        ("Il devrait revenir lundi matin.", ("lundi matin", "2023-09-18")),
        ("On l’a vu lundi dernier.", ("lundi dernier", "2023-09-11")),
        ("Rendez-vous jeudi prochain.", ("jeudi prochain", "2023-09-21")),
        ("Ce mercredi 13 septembre, il neige.", ("mercredi 13 septembre", "2023-09-13")),
        ("Elle était partie le 20 août.", ("20 août", "2023-08-20")),
        ("Le port sera fermé le 2 octobre.", ("2 octobre", "2023-10-02")),
        ("Il avait neigé en décembre.", ("décembre", "2022-12-01..2022-12-31")),
        ("Il viendra en décembre.", ("décembre", "2023-12-01..2023-12-31")),
        ("début septembre", ("début septembre", "2023-09-01..2023-09-10")),
        ("la mi-août", ("mi-août", "2023-08-11..2023-08-20")),
        ("hier", ("hier", "2023-09-13")),
        ("demain soir", ("demain soir", "2023-09-15")),
        ("cette semaine", ("cette semaine", "2023-09-11..2023-09-17")),
        ("la semaine prochaine", ("semaine prochaine", "2023-09-18..2023-09-24")),
        ("le mois dernier", ("mois dernier", "2023-08-01..2023-08-31")),
        ("l’an dernier", ("an dernier", "2022-01-01..2022-12-31")),
        ("avant la fin de l’année", ("fin de l’année", "2023-10-01..2023-12-31")),
        ("il y a trois ans", ("il y a trois ans", "2020-01-01..2020-12-31")),
        ("il y a deux mois", ("il y a deux mois", "2023-07-01..2023-07-31")),
        ("dans deux ans", ("dans deux ans", "2025-01-01..2025-12-31")),
        ("l’été dernier", ("été dernier", "2022-06-21..2022-09-22")),
        ("le 11 octobre dernier", ("11 octobre dernier", "2022-10-11")),
        ("dans la nuit de mardi à mercredi", (
            "nuit de mardi à mercredi", "2023-09-12..2023-09-13",
        )),
    ],
)  # fmt: skip
def test_a_relative_date_is_counted_from_the_article_s_own(
    string: str, expected: tuple[str, str]
) -> None:
    """With the article's date it is resolved, and says from what; without it stays unresolved."""
    assert found(string) == [expected]
    assert read(string)[0].relative_to == PUBLISHED
    assert found(string, None) == [(expected[0], None)]
    assert read(string, None)[0].relative_to is None


def test_a_month_as_own_date_gives_all_days_that_can_be_meant() -> None:
    """Of September, "mercredi" is any Wednesday; a year says too little for it."""
    assert found("Il a parlé mercredi.", "2023-09") == [("mercredi", "2023-08-30..2023-09-27")]
    assert found("l’an dernier", "2023-09") == [("an dernier", "2022-01-01..2022-12-31")]
    assert found("Il a parlé mercredi.", "2023") == [("mercredi", None)]
    assert found("l’an dernier", "2023") == [("an dernier", "2022-01-01..2022-12-31")]


def test_a_date_is_counted_from_the_one_before_it() -> None:
    """La veille, le lendemain and "deux ans plus tard" go on from the date before in the text."""
    string = "Elle est née le 5 mai 2001. La veille, il pleuvait. Le lendemain, il gela."
    assert found(string, None)[1:] == [("veille", "2001-05-04"), ("lendemain", "2001-05-05")]
    assert read(string, None)[1].relative_to == "2001-05-05"
    later = "Né en mai 2001, il partit vingt ans plus tard."
    assert found(later)[1] == ("vingt ans plus tard", "2021-05-01..2021-05-31")
    assert found("Vingt ans plus tard, il revint.") == [("Vingt ans plus tard", None)]
    assert found("le lendemain du scrutin") == [("lendemain", None)]
    assert found("Le 5 mai 2001, il naît. Il part en juin de la même année.")[1][1] == (
        "2001-06-01..2001-06-30"
    )


def test_a_month_beside_an_older_year_has_that_year() -> None:
    """ "Ouvert en juin 2017, clos en octobre" is October 2017, not the last one."""
    string = "Le chantier fut ouvert en juin 2017, clos en octobre."
    assert found(string)[1] == ("octobre", "2017-10-01..2017-10-31")
    assert read(string)[1].relative_to == "2017-06"
    elected = "Maire depuis son élection en juin 2017, elle a démissionné en avril."
    assert found(elected)[1] == ("avril", "2023-04-01..2023-04-30")


def test_a_weekday_tells_the_year() -> None:
    """A far day with its weekday is the year that has it so; a near one may be a slip."""
    assert found("le vendredi 13 novembre", "2018-03-02") == [
        ("vendredi 13 novembre", "2015-11-13")
    ]
    assert found("mardi 13 septembre", PUBLISHED) == [("mardi 13 septembre", "2023-09-13")]


@pytest.mark.parametrize(
    "string",
    [
        "Ils ont envoyé 2019 soldats et 2020 euros.",
        "à 14 h 30, puis à 20 heures",
        "le 31 février",
        "tous les lundis, chaque mardi, le Journal du dimanche",
        "L’actrice Avril Lemaire et la planète Mars",
        "un Su-2019, la loi n° 2004, le vol 1998",
        "Le monde d’aujourd’hui et celui de demain",
        "Il est aujourd’hui retraité, après des années de travail.",
        "le score de 3-1, le 12.5.8.1, le 06 12 05 20 19",
        "Vendredi noir et mardi gras",
        "L’été, les enfants jouent ; il a été 2 fois primé.",
        "pendant trois ans, depuis dix jours, deux ans de prison",
    ],
)
def test_what_is_no_date(string: str) -> None:
    """Quantities, times of day, days of no calendar, habits, names, nowadays."""
    assert found(string) == []


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        ("It opened on September 13, 2021.", ("September 13, 2021", "2021-09-13")),
        ("It opened on 13 September 2021.", ("13 September 2021", "2021-09-13")),
        ("He spoke on Wednesday.", ("Wednesday", "2023-09-13")),
        ("He will speak on Wednesday.", ("Wednesday", "2023-09-20")),
        ("He left last Tuesday.", ("last Tuesday", "2023-09-12")),
        ("in early 2022", ("early 2022", "2022-01-01..2022-03-31")),
        ("the mid-1990s", ("mid-1990s", "1993-01-01..1996-12-31")),
        ("three years ago", ("three years ago", "2020-01-01..2020-12-31")),
        ("from 2014 to 2019", ("2014 to 2019", "2014-01-01..2019-12-31")),
        ("next month", ("next month", "2023-10-01..2023-10-31")),
        ("04/25/2023", ("04/25/2023", "2023-04-25")),
        ("03/04/2023", ("03/04/2023", "2023-03-04..2023-04-03")),
        ("Theresa May said in May", ("May", "2023-05-01..2023-05-31")),
        ("the second half of the year", ("second half of the year", "2023-07-01..2023-12-31")),
    ],
)
def test_english_dates(string: str, expected: tuple[str, str]) -> None:
    """The same in English; numbers that can be day or month mean either."""
    assert found(string, language="en") == [expected]


def test_english_what_is_no_date() -> None:
    """9/11 and "the Sept. 11 attacks" are events, "today" is mostly nowadays."""
    string = "The 9/11 attacks, the Sept. 11 attacks; people today may march; 2019 soldiers."
    assert found(string, language="en") == []


def test_spans_keep_the_text_as_it_is() -> None:
    """No-break spaces, typographic apostrophes, capitals and odd letters do not shift a span."""
    string = "İl\u00a0: Le\u202f13\u00a0SEPTEMBRE\u00a02021, l’été\u00a02022"
    assert [text for text, _ in found(string)] == ["13\u00a0SEPTEMBRE\u00a02021", "été\u00a02022"]


@pytest.mark.parametrize(
    "published", ["", "x", "0000", "0001", "9999-12-31", "2023-02-30", "99999"]
)
def test_the_ends_of_the_calendar_are_no_crash(published: str) -> None:
    """Days that no calendar has are unresolved, whatever an article says of itself."""
    string = (
        "hier, demain, lundi, il y a 9999 siècles, dans 9999 ans, la semaine prochaine, l’an passé,"
        " 9999-12-31, le lendemain, la semaine suivante, 0001-01-01, la veille, le mois précédent,"
        " l’hiver dernier, le 29 février, ce week-end, cet été, 9999 ans plus tard"
    )
    mentions = read(string, published)
    assert len(mentions) > 12
    for mention in mentions:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", mention.earliest or "0000-00-00")
        assert (mention.earliest or "") <= (mention.latest or "")


LONG = ("1", "1-", "1.", "a-", "' ", " ", "x")
"""Pieces that open no date, a tenth of a megabyte of each."""

DENSE = ("1 ", "13, ", "mai-", "May ", "lundi à ", "2019 et ", "la veille ", "début ")
"""Pieces that each open one, some kilobytes of each."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_text_is_read_in_bounded_time(language: str) -> None:
    """What is no prose costs no more than prose, and gives a bounded number of dates."""
    began = process_time()
    for piece in LONG:
        assert read(piece * (100_000 // len(piece)), language=language) == ()
    for piece in DENSE:
        read(piece * (5_000 // len(piece)), language=language)
    assert process_time() - began < 20
    assert len(read("2019; " * (MOST + 9), language=language)) == MOST
