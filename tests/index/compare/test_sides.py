"""Names in two passages, tolls that grow, whole articles, and input made to harm."""

import dataclasses
import time

import pytest

from corpus.types import ArticleId, Figure, Mention, Passage, Span
from index.compare import compare, of_articles, of_library
from index.compare.amounts import compatible
from index.library import Library
from tests.index.compare.sides import made

AMOUNTS = (
    # low, high, hedge of each, and whether both can be true
    ((12, 12, None), (12, 12, None), True),
    ((12, 12, None), (14, 14, None), False),
    ((15.6, 15.6, None), (15.7, 15.7, None), False),
    ((15.6, 15.6, None), (16, 16, None), True),
    ((1000, 1000, None), (1021, 1021, None), True),
    ((1000, 1000, None), (1200, 1200, None), False),
    ((5e6, 5e6, None), (4.8e6, 4.8e6, None), True),
    ((5e6, 5e6, "près de"), (4.7e6, 4.7e6, None), True),
    ((5e6, 5e6, "près de"), (3e6, 3e6, None), False),
    ((1000, None, "plus de"), (1200, 1200, None), True),
    ((1000, None, "plus de"), (900, 900, None), False),
    ((None, 50, "moins de"), (60, 60, None), False),
    ((20000, 50000, None), (30000, 30000, None), True),
    ((20, 20, "vingtaine"), (24, 24, None), True),
    ((20, 20, None), (24, 24, None), False),
    ((-2, -2, None), (2, 2, None), False),
)

Amount = tuple[float | None, float | None, str | None]


@pytest.mark.parametrize(("one", "other", "both"), AMOUNTS)
def test_what_two_amounts_can_both_say(one: Amount, other: Amount, both: bool) -> None:
    """Rounding, hedges and ranges leave room; the order does not matter."""
    article = ArticleId("a.txt")
    left = Figure(article, Span(0, 1), one[0], one[1], "", one[2])
    right = Figure(article, Span(0, 1), other[0], other[1], "", other[2])
    assert compatible(left, right) is compatible(right, left) is both


def test_names_agree_in_any_spelling() -> None:
    """An entity in both sides agrees once, at all its places, in its fullest form."""
    left = made("Ivan Kovaltchouk vit à Lorvent. Lorvent a voté.", article="a.txt")
    right = made("Ivan Kovalchuk a quitté Lorvant.", article="b.txt")
    found = compare(left, right).agreements
    assert [(a.kind, a.text) for a in found] == [
        ("name", "Ivan Kovaltchouk"),
        ("name", "Lorvent"),
    ]
    assert [len(a.left_spans) for a in found] == [1, 2]
    assert [right.text[a.right_spans[0].start : a.right_spans[0].end] for a in found] == [
        "Ivan Kovalchuk",
        "Lorvant",
    ]


def test_names_not_linked_yet_agree_by_form() -> None:
    """Before linking, a name is the same where it is written the same."""
    side = made("Lorvent a voté.", article="a.txt")
    bare = Mention(ArticleId("a.txt"), Span(0, 7), "LOC", None)
    unlinked = dataclasses.replace(side, read=dataclasses.replace(side.read, mentions=(bare,)))
    assert [a.text for a in compare(unlinked, unlinked).agreements] == ["Lorvent"]


@pytest.mark.parametrize(
    ("days", "grew"),
    [
        (("2023-09-13", "2023-09-14"), True),
        (("2023-09-13", "2023-09-13"), False),
        ((None, "2023-09-13"), False),
    ],
)
def test_a_toll_that_grew(days: tuple[str | None, str | None], grew: bool) -> None:
    """The later article has more dead: both may be right, and that is said."""
    text = "Le séisme de Lorvent a fait {} morts, selon un bilan provisoire."
    left = made(text.format(120), article="a.txt", published=days[0])
    right = made(text.format(164), article="b.txt", published=days[1])
    [difference] = compare(left, right).differences
    assert difference.grew is grew
    assert difference.about == "morts"


def test_only_the_passage_is_compared_but_the_article_is_heard() -> None:
    """A number that the other article has elsewhere is no difference."""
    one = "L’incendie de l’hôtel de Lorvent a fait 12 morts."
    other = "L’incendie de l’hôtel de Lorvent a fait 14 morts."
    left, right = made(one, article="a.txt"), made(f"{other}\n{one}", article="b.txt")
    first = Passage(ArticleId("b.txt"), 1, Span(0, len(other)))
    found = compare(left, dataclasses.replace(right, passage=first))
    assert found.differences == ()
    assert all(span.end <= len(other) for a in found.agreements for span in a.right_spans)


def test_articles_and_paragraphs_of_a_library(library: Library) -> None:
    """Sides are found by article, or by article and paragraph; None where there is none."""
    a, b = ArticleId("a.txt"), ArticleId("b.txt")
    whole, parts = of_articles(library, a, b), of_library(library, (a, 1), (b, 1))
    assert whole is not None and parts is not None
    for sides in (whole, parts):
        assert [d.about for d in compare(*sides).differences] == ["blessé"]
    assert of_articles(library, a, ArticleId("none")) is None
    assert of_library(library, (a, 99), (b, 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \u00a0\n",
        "12 morts " * 500,
        "« " * 500,
        "« Nous n’irons pas plus loin que Lorvent » " * 100,
        "Lorvent Valbrune Paul Estève " * 500,
        "le 3 mars 2021, " * 500,
        "x" * 50_000,
    ],
)
def test_no_text_harms(text: str) -> None:
    """Repeated facts by the thousand neither crash nor take long."""
    left, right = made(text, article="a.txt"), made(text, article="b.txt")
    began = time.process_time()
    compare(left, right)
    assert time.process_time() - began < 3
