"""What must hold for text on its way to the terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from corpus.types import Folded, Span
from tests.tui.standin import make_article
from tui.text.render import Line, Mark, Marks, excerpt, layout, paint
from tui.text.wrap import fit, inert, wrap

FRENCH = st.text(
    alphabet=st.sampled_from("aeé’'-–  «»:;!?%0123.,\u00a0\u202fe\u0301漢👩\u200d🚀\ufe0f🇫🇷"),
    max_size=200,
)


@given(FRENCH | st.text(max_size=200), st.integers(2, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    """No line runs into the next pane, whatever it holds."""
    text = inert(text)
    for span in wrap(text, width):
        assert cell_len(text[span.start : span.end].rstrip(" ")) <= width


@given(FRENCH | st.text(max_size=200), st.integers(2, 40))
def test_every_character_is_shown_once_and_in_order(text: str, width: int) -> None:
    """Nothing of an article is lost or doubled by wrapping."""
    text = inert(text)
    spans = wrap(text, width)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]


@given(FRENCH, st.integers(2, 40))
def test_what_shows_as_one_sign_is_never_cut(text: str, width: int) -> None:
    """An accent stays on its letter, a flag is one flag."""
    text = inert(text)
    starts = {start for start, _, _ in split_graphemes(text)[0]} | {0, len(text)}
    assert {span.start for span in wrap(text, width)} <= starts


@given(
    st.lists(st.sampled_from(["mot", "« ab »", "fin !", "ici :", "« a » ;", "50 %"]), min_size=1),
    st.integers(10, 30),
)
def test_french_signs_stay_with_their_words(words: list[str], width: int) -> None:
    """No line begins with a sign that belongs to the word before it, none ends with «."""
    text = " ".join(words)
    for span in wrap(text, width):
        line = text[span.start : span.end].strip()
        assert line[0] not in ":;!?»%"
        assert line[-1] != "«"


def test_a_thousand_stays_in_one_piece() -> None:
    """1 000 is one number, also with a plain space."""
    text = "plus de 1 000 conteneurs"
    assert [text[s.start : s.end].strip() for s in wrap(text, 11)] == [
        "plus de",
        "1 000",
        "conteneurs",
    ]


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\ud800", "\u202e"])
def test_nothing_in_a_text_reaches_the_terminal_as_a_command(hostile: str) -> None:
    """Escape sequences show, and do nothing; offsets stay as they are."""
    shown = inert(f"a{hostile}b")
    assert len(shown) == len(hostile) + 2
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)


@given(FRENCH, st.integers(1, 30))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    """A long title ends with an ellipsis inside its room."""
    assert cell_len(fit(text, width)) <= width


ARTICLE = make_article(
    "a.txt",
    "Un titre",
    ["Premier paragraphe, assez long pour prendre deux lignes.", "Second."],
    folded=(Folded("Partager", "share", 0, None), Folded("Lire aussi", "read-also", 66, None)),
)


def _text_lines(lines: tuple[Line, ...]) -> list[Line]:
    return [line for line in lines if line.span is not None]


@given(st.integers(1, 100))
def test_lines_know_their_place_in_the_text(width: int) -> None:
    """What a line shows is what the article has there."""
    for line in _text_lines(layout(ARTICLE, width=width, show_folded=True)):
        assert line.span is not None
        assert ARTICLE.slice(line.span).rstrip(" ") == line.text


def test_paragraphs_stand_apart() -> None:
    """Between two paragraphs is one blank line, inside one there is none."""
    lines = layout(ARTICLE, width=40, show_folded=False)
    kinds = [line.kind for line in lines]
    assert kinds == [
        "title", "blank", "meta", "blank", "folded", "blank", "body", "body", "blank", "folded",
        "blank", "body",
    ]  # fmt: skip


def test_folded_lines_are_counted_then_shown_with_their_rule() -> None:
    """Debris is one key away: first its number, then its words and why they were folded."""
    told = layout(ARTICLE, width=60, show_folded=False, key="f7")
    hidden = [line.text for line in told if line.kind == "folded"]
    assert hidden == ["⋯ 1 line folded: f7 shows it", "⋯ 1 line folded"]
    told = layout(ARTICLE, width=60, show_folded=False)
    assert {line.text for line in told if line.kind == "folded"} == {"⋯ 1 line folded"}
    shown = [li.text for li in layout(ARTICLE, width=60, show_folded=True) if li.kind == "folded"]
    assert shown == ["⋯ share: Partager", "⋯ read-also: Lire aussi"]


def test_a_mark_lights_its_characters_only() -> None:
    """A name is lit from its first to its last letter, over a line's end too."""
    at = ARTICLE.text.index("assez long pour")
    marks = Marks([Mark(Span(at, at + len("assez long pour")), "PER")])
    lit = [
        run.text
        for line in _text_lines(layout(ARTICLE, width=32, show_folded=False))
        for run in paint(line, marks)
        if "PER" in run.roles
    ]
    assert lit == ["assez long", "pour"]


def test_a_match_inside_a_name_keeps_both_looks() -> None:
    """A searched word stays a person's name."""
    line = next(li for li in layout(ARTICLE, width=60, show_folded=False) if li.kind == "title")
    marks = Marks([Mark(Span(0, 8), "ORG"), Mark(Span(3, 8), "match")])
    assert [(run.text, run.roles) for run in paint(line, marks)] == [
        ("Un ", ("title", "ORG")),
        ("titre", ("title", "ORG", "match")),
    ]


def test_an_excerpt_shows_what_is_lit() -> None:
    """Of a long passage one sees the part that says why it is shown."""
    text = "mot " * 100 + "Kerbrat " + "mot " * 100
    mark = Mark(Span(1000 + 400, 1000 + 407), "shared")
    rows = excerpt(text, 1000, [mark], width=30, height=3)
    assert len(rows) == 3
    assert [run.text for row in rows for run in row if "shared" in run.roles] == ["Kerbrat"]
    assert all(cell_len("".join(run.text for run in row)) <= 30 for row in rows)
