"""The parts of related passages, by hand-made values."""

import pytest

from corpus.pieces import Piece
from corpus.types import Annotated, ArticleId, ArticleInfo, Figure, Passage, Span
from index.copies.passages import contained, copied, shingles
from index.related.features import Amount, Features, features, words
from index.related.finder import COMPARABLE, _Compared
from index.related.reasons import Comparison
from index.related.threshold import enough, least_score
from index.related.weights import Weights, amount_weight, day_weight, inverse_frequency, rarity
from index.types import Reason

NOBODY = Annotated(ArticleId("x"), ())


def piece(text: str) -> Features:
    """What a text holds of which nothing has been read."""
    return features(text, "fr", Span(0, len(text)), NOBODY)


def test_what_figures_count_is_one_in_all_words_for_it() -> None:
    """The dead by any word; nothing for measures, times and bare people."""
    units = ("morts", "décès", "tués", "%", "ans", "personnes", "drones", "")
    figures = tuple(
        Figure(ArticleId("x"), Span(at, at + 1), at, at, unit, None)
        for at, unit in enumerate(units)
    )
    read = Annotated(ArticleId("x"), (), figures=figures)
    held = features("x" * 20, "fr", Span(0, 20), read)
    assert held.counted == {"dead", "drone"}
    assert features("x" * 20, "fr", Span(9, 20), NOBODY).counted == frozenset()


def test_what_counts_the_same_comes_before_what_is_nearly_as_good() -> None:
    """But not before what is far better."""

    def found(score: float, *, comparable: bool) -> _Compared:
        info = ArticleInfo(ArticleId("a"), "A", None, None, None, 1)
        piece = Piece(1, info, Passage(ArticleId("a"), 1, Span(0, 1)), "x", NOBODY)
        return _Compared(piece, (), score, 0.0, frozenset(), comparable)

    toll = found(10.0, comparable=True)
    assert toll.rank < found(10.0 + COMPARABLE - 0.1, comparable=False).rank
    assert toll.rank > found(10.0 + COMPARABLE + 0.1, comparable=False).rank


def test_the_rarer_the_weightier_and_what_all_passages_have_is_worth_nothing() -> None:
    """In a corpus of 10,000 passages, for names and words and for whole articles."""
    worth = [rarity(count, 10_000, 0.00002) for count in (1, 10, 100, 1000, 10_000)]
    assert worth == sorted(worth, reverse=True) and worth[-1] == pytest.approx(0.0, abs=0.01)
    tells = [inverse_frequency(count, 10_000, 0.00002) for count in (1, 10, 100, 1000, 10_000)]
    assert tells == sorted(tells, reverse=True) and tells[-1] == pytest.approx(0.0, abs=0.01)


def test_a_day_long_ago_tells_more_than_one_of_the_same_week() -> None:
    """All the news of a week names the same days; a period tells less than a day."""
    near, far = ("2020-03-05", "2020-03-05"), ("1998-07-12", "1998-07-12")
    dates = "2020-03-06", "2020-03-08"
    assert day_weight(far, dates) > day_weight(near, dates)
    assert day_weight(far, dates) > day_weight(("1998-07-01", "1998-07-31"), dates)
    assert day_weight(("1998-01-01", "1998-12-31"), dates) < day_weight(far, dates)
    assert day_weight(near, (None, None)) == day_weight(far, (None, None))


@pytest.mark.parametrize(("low", "more"), [(10.0, 15.0), (1500.0, 1520.0), (0.5, 0.125)])
def test_an_exact_amount_tells_more_than_a_round_one(low: float, more: float) -> None:
    """1,520 euros is hardly chance, 1,500 may be; without a unit either is worth less."""
    assert amount_weight(Amount(low, low, "euro")) < amount_weight(Amount(more, more, "euro"))
    assert amount_weight(Amount(more, more, "")) < amount_weight(Amount(more, more, "euro"))


def test_words_side_by_side_are_one_reason_worth_less_than_their_sum() -> None:
    """The words of a phrase follow from one another; those apart are reasons by themselves."""
    weights = Weights({}, {"loutr": 3.0, "cendr": 2.0, "phar": 2.5})
    source = piece("Des loutres cendrées dormaient sous le phare.")
    text = "Au phare, on a revu les loutres cendrées."
    found = Comparison(source, weights, None).reasons(piece(text), text, 0, None)
    by_text = {reason.text: reason for reason in found}
    assert set(by_text) == {"loutres cendrées", "phare"}
    phrase = by_text["loutres cendrées"]
    assert 3.0 < phrase.weight < 5.0
    assert phrase.target_spans == (Span(24, 40),)
    assert phrase.source_spans == (Span(4, 20),)


def test_an_edited_dispatch_is_a_copy_and_another_report_is_not() -> None:
    """A few words changed at the end leave it a copy; the same names in other words do not."""
    dispatch = (
        "Le gardien du phare de Brélande a recueilli douze loutres cendrées après la tempête de "
        "mardi et les a nourries de sardines fraîches pendant trois jours"
    )
    one, edited, other = (
        shingles(words(text, "fr").stems)
        for text in (
            dispatch,
            dispatch.replace("pendant trois jours", "toute la semaine"),
            "Après la tempête, douze loutres cendrées vivent chez le gardien, à Brélande : il "
            "leur donne des sardines, dit sa voisine, qui les entend jouer sous le phare",
        )
    )
    assert copied(one, edited) and copied(edited, one)
    assert not copied(one, other)
    assert contained(one, shingles(words(f"Hier. {dispatch}. Fin.", "fr").stems))


def test_among_more_passages_more_is_asked() -> None:
    """What is enough in a small folder is chance in a large one; one reason never is enough."""
    two = [Reason("words", "loutre", 6.0, (), ()), Reason("entity", "Brélande", 4.0, (), ())]
    assert least_score(200_000) > least_score(50)
    assert enough(two, 0.0, total=20.0, passages=50, dated=True)
    assert not enough(two, 0.0, total=20.0, passages=200_000, dated=True)
    assert not enough(two[:1], 0.0, total=20.0, passages=5, dated=True)
    assert not enough(two, 0.0, total=200.0, passages=50, dated=True)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "«»", "42", "\u200d🧜🏽‍♀️", "a" * 5000, "’" * 300]
)
def test_any_text_can_be_looked_at(text: str) -> None:
    """Whatever is selected, nothing raises, and it shares nothing with an empty one."""
    nothing = Weights({}, {})
    assert Comparison(piece(text), nothing, None).reasons(piece(""), "", 0, None) == []
