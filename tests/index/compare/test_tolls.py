"""The tolls of one event in two articles, told in sentences that share nothing."""

import dataclasses

import pytest

from corpus.types import Passage, Span
from index.compare import Side, compare
from index.compare.lines import Facts
from index.compare.tolls import ALIKE, UNDATED_ALIKE, likeness, same_event
from tests.index.compare.sides import made

FIRST = """Un feu a détruit un dépôt de solvants du port de Lorvent, faisant {} morts et 37 blessés.
Les pompiers ont couvert de mousse les cuves de solvants. Le cargo amarré au quai a brûlé aussi.
Armor Fret assure que l’alarme du dépôt avait été contrôlée, dit Hélène Marchandeau."""

LATER = """Deux brûlés ont succombé jeudi. Le bilan s’établit désormais à {} morts et 41 blessés.
Les cuves de solvants du dépôt d’Armor Fret étaient trop pleines, dit Hélène Marchandeau.
La mousse des pompiers a séché sur le quai du port de Lorvent. L’alarme n’a pas sonné."""

DAYS = "2023-09-11", "2023-09-14"


def tolls(left: Side, right: Side) -> list[tuple[str, str, bool]]:
    """The differences of two articles: what each says, and whether it grew."""
    return [(d.left, d.right, d.grew) for d in compare(left, right).differences]


def articles(
    first: str = FIRST, later: str = LATER, days: tuple[str | None, str | None] = DAYS
) -> tuple[Side, Side]:
    """Two articles, 12 dead in the first, 14 in the later one."""
    return (
        made(first.format(12), article="a.txt", published=days[0]),
        made(later.format(14), article="b.txt", published=days[1]),
    )


def test_the_tolls_of_one_event_differ_however_they_are_told() -> None:
    """What the articles share shows that it is one toll, and the later one grew."""
    left, right = articles()
    assert tolls(left, right) == [
        ("12 morts", "14 morts", True),
        ("37 blessés", "41 blessés", True),
    ]
    assert [(b, a, grew) for a, b, grew in tolls(right, left)] == tolls(left, right)


def test_passages_are_judged_by_their_articles() -> None:
    """Side by side stand the opening paragraphs alone; what tells of one event is below."""
    first = [
        dataclasses.replace(side, passage=Passage(side.article, 1, Span(0, side.text.index("\n"))))
        for side in articles()
    ]
    assert [d[:2] for d in tolls(*first)] == [
        ("12 morts", "14 morts"),
        ("37 blessés", "41 blessés"),
    ]


OLD = "Un feu y avait fait {} morts le 3 mars 2011."


@pytest.mark.parametrize(
    ("first", "later", "days"),
    [
        (FIRST, LATER, ("2023-09-11", "2023-10-02")),  # too late to be one event
        (FIRST, LATER + "\nOn avait dit 12 morts.", DAYS),  # both values in one
        (FIRST, LATER + "\nUn feu y a fait 20 morts.", DAYS),  # two tolls in one article
        (FIRST, LATER.replace("{} morts", "{} nouveaux morts"), DAYS),  # not the whole toll
        (FIRST, LATER.replace("{} morts", "40 morts"), DAYS),  # many times as much
        (FIRST, "Un navire a coulé au large. On compte {} morts.\nLa houle était forte.", DAYS),
        (FIRST, LATER.replace("désormais à", "à Valbrune à").replace("41", "37"),
         DAYS),  # a place that the other article does not know
        (FIRST.replace(", faisant {} morts et 37 blessés", ""), LATER, DAYS),
    ],
)  # fmt: skip
def test_what_may_be_another_toll_stays_silent(
    first: str, later: str, days: tuple[str | None, str | None]
) -> None:
    """Another time, place, event or part of the dead; the value of both in one article."""
    assert [d for d in tolls(*articles(first, later, days)) if "mort" in d[0]] == []


def test_a_toll_of_long_ago_is_another_one() -> None:
    """The line's date puts it years before its article, and not the other's line."""
    later = LATER.replace("Le bilan s’établit désormais à {} morts et 41 blessés.", OLD)
    assert tolls(*articles(later=later)) == []
    both = FIRST.replace(", faisant {} morts et 37 blessés.", ". " + OLD)
    assert tolls(*articles(both, later)) == [("12 morts", "14 morts", False)]  # did not grow
    since = LATER.replace("désormais à {} morts", "à {} morts depuis le 3 mars 2011")
    assert tolls(*articles(later=since))[0] == ("12 morts", "14 morts", True)


ELSEWHERE = """
Hors du port, la mairie a présenté son budget. Les impôts locaux baisseront un peu cette année.
Un musée de la dentelle recevra les collections qu’un couple de tapissiers avait léguées.
Une chorale répète chaque jeudi. Les bouquinistes reprendront leurs étals sur les remparts.
Deux lignes de tramway desserviront bientôt le stade, la gare, les facultés et la piscine.
Le maire veut ouvrir une école de voile, un marché couvert et deux jardins avant le printemps.
Le conseil en débattra vendredi, quand les élus rentreront de leur voyage en Orlanie.
La fanfare jouera dimanche sous la halle, puis un bal fermera la fête des vendanges."""


def test_without_dates_articles_must_be_more_alike() -> None:
    """Nothing then says that they are of the same days."""
    later = LATER + ELSEWHERE
    left, right = articles(later=later, days=(None, DAYS[1]))
    one, other = Facts(left), Facts(right)
    assert ALIKE <= likeness(one, other) < UNDATED_ALIKE
    assert tolls(left, right) == []
    assert tolls(*articles(later=later)) != []
    assert not same_event(one, other)
    assert same_event(one, one)


def test_days_after_an_event_are_no_span_of_counting() -> None:
    """ "Trois jours après" says when; "en trois jours" says that only those are counted."""
    for opening, found in (("Trois jours après, {} morts", 1), ("En trois jours, {} morts", 0)):
        later = LATER.replace("Le bilan s’établit désormais à {} morts", f"{opening} à Lorvent")
        assert len([d for d in tolls(*articles(later=later)) if "mort" in d[0]]) == found


def test_two_fates_in_one_sentence_are_not_mixed_up() -> None:
    """ "Killed at least 13 people and injured 39" counts the dead first."""
    left = made("The fire killed 13 people and injured 39 in Lorvent.", article="a", language="en")
    right = made("The fire killed 15 people and injured 39 in Lorvent.", article="b", language="en")
    [difference] = compare(left, right).differences
    assert (difference.about, difference.left, difference.right) == (
        "killed",
        "13 people",
        "15 people",
    )


def test_a_fate_before_and_is_another_ones() -> None:
    """ "Une femme tuée et seize personnes, dont un policier, blessées": sixteen are not dead."""
    hurt = "À Lorvent, on compte une femme tuée et seize personnes, dont un policier, blessées."
    left, right = articles(later=LATER.replace("Le bilan s’établit désormais à {} morts", hurt))
    assert [d for d in tolls(left, right) if "mort" in d[0]] == []
