"""What must hold for the reader's place in an article, and for the way back."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import ArticleId, Span
from tests.tui.standin import make_article
from tui.history import History, Place
from tui.text.column import Column

ARTICLE = make_article("a.txt", "Titre", [f"Paragraphe {n} " + "mot " * n * 7 for n in range(1, 9)])


def column_at(place: Place, width: int = 40) -> Column:
    """Laid out."""
    column = Column(ARTICLE, place)
    column.lay_out(width, show_folded=False)
    return column


@given(st.integers(1, 8), st.lists(st.integers(8, 120), min_size=1, max_size=5))
def test_the_place_survives_any_width(paragraph: int, widths: list[int]) -> None:
    """Narrower and wider again, one is at the same character of the same paragraph."""
    column = column_at(Place(ARTICLE.id, paragraph))
    offset = column.offset
    for width in widths:
        column.lay_out(width, show_folded=False)
        assert (column.paragraph, column.offset) == (paragraph, offset)


@given(st.lists(st.integers(-60, 60), max_size=20))
def test_the_place_is_never_on_a_blank_line(steps: list[int]) -> None:
    """There is always a paragraph being read."""
    column = column_at(Place(ARTICLE.id))
    for step in steps:
        column.move_to(column.line + step)
        assert column.lines[column.line].kind != "blank"


def test_a_line_down_reaches_every_line() -> None:
    """j alone reads the whole article."""
    column = column_at(Place(ARTICLE.id, 0))
    seen = {column.line}
    for _ in column.lines:
        column.move_to(column.line + 1)
        seen.add(column.line)
    text = {n for n, line in enumerate(column.lines) if line.kind != "blank"}
    assert seen == text


def test_an_article_opens_at_its_body() -> None:
    """Without a wish one begins where the text begins, not on the title."""
    assert column_at(Place(ARTICLE.id)).paragraph == 1


def test_a_hit_opens_at_its_first_lit_word() -> None:
    """Even where the passage begins with paragraphs that hold none."""
    third = ARTICLE.paragraph(3)
    assert third is not None
    mark = Span(third.span.start + 4, third.span.start + 8)
    assert column_at(Place(ARTICLE.id, 2, marks=(mark,))).paragraph == 3


def test_steps_between_lit_words_go_around() -> None:
    """After the last word comes the first; several on one line are told apart."""
    spans = [Span(10, 12), Span(14, 16), Span(300, 305)]
    column = column_at(Place(ARTICLE.id, 0))
    assert column.span_from(spans, 1, None) == 0
    assert column.span_from(spans, 1, spans[0]) == 1
    assert column.span_from(spans, 1, spans[2]) == 0
    assert column.span_from(spans, -1, spans[0]) == 2
    assert column.span_from([], 1, None) is None


def test_back_and_forward_are_a_browser_s() -> None:
    """Back leads to where one was, forward again; going elsewhere ends what lay ahead."""
    a, b, c, d = (Place(ArticleId(name)) for name in "abcd")
    history = History()
    history.leave(a)
    history.leave(b)
    assert history.back(c) == b
    assert history.forward(b) == c
    assert history.back(c) == b
    history.leave(b)
    assert history.forward(d) is None
    assert history.back(d) == b
    assert history.back(b) == a
    assert history.back(a) is None
