"""Dates, datelines and bylines, only as the text states them."""

import pytest

from corpus.bylines import byline
from corpus.metadata import date_line, date_stamp, dateline, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-09-13T08:00:00Z", "2023-09-13"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        ("mercredi 1er mars 2023", "2023-03-01"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("août 2019", "2019-08"),
        ("23/01/2020", "2020-01-23"),
        ("03/04/2020", None),
        ("2023-02-30", None),
        ("hier", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text: str, date: str | None) -> None:
    """A month stays a month; what could be two days, or none, is no date."""
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Publié le 4 mai 2021 à 18 h 30", "2021-05-04"),
        ("Publié le 4 mai 2021 à 18h30 – Mis à jour le 5 mai 2021", "2021-05-04"),
        ("May 4, 2021 | 6:05 pm GMT", "2021-05-04"),
        ("Le 4 mai 2021, la loi changeait.", None),
        ("Dimanche 4 mai", None),
    ],
)
def test_a_line_that_only_dates_the_article(text: str, date: str | None) -> None:
    """A line of publication gives its day; a sentence with a date, or a day without year, none."""
    assert date_line(text) == date


def test_a_stamp_glued_to_the_opening() -> None:
    """The stamp's length and month are found, and only at the beginning."""
    assert date_stamp("date 2022-11 LYON (AFP) — Le maire") == (13, "2022-11")
    assert date_stamp("La date 2022-11 est connue") is None


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("LYON, France (AP) — Le maire a", "LYON, France (AP)", "Associated Press"),
        ("Paris, 3 mai (AFP) - Le maire a", "Paris, 3 mai (AFP)", "AFP"),
        ("BREST (Agence Maritime) — Le maire a", "BREST (Agence Maritime)", "Agence Maritime"),
        ("LONDON — The mayor has", "LONDON", None),
    ],
)
def test_a_dateline_gives_place_and_agency(text: str, place: str, agency: str | None) -> None:
    """What stands before the dash is the dateline; the agency in it is the source."""
    found = dateline(text)
    assert found is not None
    assert (found.text, found.agency) == (place, agency)


def test_a_sentence_is_no_dateline() -> None:
    """Brackets in a sentence, or a dash after lower case, are not where a dispatch was written."""
    assert dateline("Le porte-parole de cette agence (AFP) a parlé.") is None
    assert dateline("Lyon — sa ville — l’a fêté.") is None


@pytest.mark.parametrize(
    ("text", "last", "names", "source"),
    [
        ("Par Anne Le Goff et Jean-Luc Petit", False, ("Anne Le Goff", "Jean-Luc Petit"), None),
        ("By Ann Smith, Reuters", False, ("Ann Smith",), "Reuters"),
        ("Par Le Courrier du Rhône avec l’AFP", False, (), "Le Courrier du Rhône"),
        (
            "Mi-rae Park et Anne Petit, Associated Press",
            True,
            ("Mi-rae Park", "Anne Petit"),
            "Associated Press",
        ),
        ("(Par Anne Petit)", False, ("Anne Petit",), None),
        ("Par l’AFP", False, (), "AFP"),
        ("De notre correspondante à Lorvent, Anne Petit", False, ("Anne Petit",), None),
        ("Anne Petit, envoyée spéciale à Lorvent", False, ("Anne Petit",), None),
        ("(Reportage de Ann Smith; édité par Bob Roe)", False, ("Ann Smith",), None),
    ],
)
def test_who_signs(text: str, last: bool, names: tuple[str, ...], source: str | None) -> None:
    """Names come one by one, with the outlet where the line says so."""
    found = byline(text, last=last)
    assert found is not None
    assert (found.names, found.source) == (names, source)


@pytest.mark.parametrize(
    "text",
    ["Par ailleurs, il pleut.", "Par amour", "Anne Petit, maire de Lyon", "Reuters l’a dit."],
)
def test_a_sentence_signs_nothing(text: str) -> None:
    """What merely begins like a signature, or names someone, is none."""
    assert byline(text, last=True) is None
