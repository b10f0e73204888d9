"""What must hold for a word diff, and for the signs around what differs."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus.types import ArticleInfo, Passage, Span
from index.types import Related
from tests.tui.standin import make_article
from tui.recouper.bracketed import Bracketed, lay_out
from tui.recouper.steps import Steps
from tui.text.render import Line, Mark, Marks
from tui.text.word_diff import MOST_WORDS, word_diff, words

WORDS = st.lists(
    st.sampled_from(["feu", "port", "l’", "l'", "douze", "morts", ",", "à", "été"]), max_size=30
)


@given(WORDS, WORDS)
def test_what_no_change_covers_is_the_same(left: list[str], right: list[str]) -> None:
    """Both texts without their changes are equal, but for spaces and the kind of apostrophe."""
    one, other = " ".join(left), " ".join(right)
    found = word_diff(one, other)
    kept = []
    for text, spans in (
        (one, [c.left for c in found.changes]),
        (other, [c.right for c in found.changes]),
    ):
        assert spans == sorted(spans)
        kept.append([w.key for w in words(text) if not any(_inside(w, s) for s in spans)])
    assert kept[0] == kept[1]


def _inside(word: tuple[str, int, int], span: Span) -> bool:
    return span.start <= word[1] and word[2] <= span.end


@given(WORDS)
def test_the_same_text_has_no_changes(text: list[str]) -> None:
    """Another apostrophe and other spaces change nothing."""
    one, other = " ".join(text), "  ".join(text).replace("’", "'")
    found = word_diff(one, other)
    assert not found.changes and (found.alike == 1 or not text)


def test_a_word_written_otherwise_is_one_change() -> None:
    """What stands instead is told with its place; short words do not cut a change in two."""
    one = "Le feu a tué douze personnes dans le port de Brest mardi."
    other = "Le feu a tué une douzaine de personnes sur un quai de Lorvent mardi."
    shown = [
        (one[c.left.start : c.left.end], other[c.right.start : c.right.end])
        for c in word_diff(one, other).changes
    ]
    assert shown == [
        ("douze", "une douzaine de"),
        ("dans le port de Brest", "sur un quai de Lorvent"),
    ]


def test_a_very_long_text_is_cut() -> None:
    """No passage can hold the program up."""
    assert len(words("mot " * 50_000)) == MOST_WORDS


TEXT = "Le feu a fait 12 morts ; « rien » ne l’arrêtait, dit-on, à 漢字 plus de 1 000 mètres."
ARTICLE = make_article("a.txt", "Un titre", [TEXT, "Encore un peu de texte, plus loin."])
PLACES = st.lists(
    st.tuples(st.integers(0, len(ARTICLE.text)), st.integers(0, 20)).map(
        lambda pair: Mark(Span(pair[0], min(pair[0] + pair[1], len(ARTICLE.text))), "differ")
    ),
    max_size=5,
)
WHOLE = Span(0, len(ARTICLE.text))


def _pieces(lines: tuple[Bracketed, ...]) -> list[Line]:
    return [part for line in lines for part in line.parts if isinstance(part, Line)]


@given(PLACES, st.integers(8, 60))
def test_signs_move_no_character(places: list[Mark], width: int) -> None:
    """Each piece shows what the article has at its place, and no line is too wide."""
    lines = lay_out(ARTICLE, WHOLE, places, width=width)
    for piece in _pieces(lines):
        assert piece.span is not None and ARTICLE.slice(piece.span) == piece.text
    for line in lines:
        row = line.painted(Marks())
        assert cell_len("".join(run.text for run in row)) <= width
    shown = Counter("".join(piece.text for piece in _pieces(lines)).replace(" ", ""))
    assert shown == Counter(ARTICLE.text.replace(" ", "").replace("\n", ""))


@given(PLACES, st.integers(8, 60))
def test_signs_come_in_pairs(places: list[Mark], width: int) -> None:
    """Each beginning has its end, in every paragraph."""
    signs = [
        run.text
        for line in lay_out(ARTICLE, WHOLE, places, width=width)
        for run in line.painted(Marks())
        if run.roles == ("differ",)
    ]
    assert signs == ["╞", "╡"] * (len(signs) // 2)


def test_signs_stand_around_the_words() -> None:
    """At any width the words themselves stand between them."""
    at = ARTICLE.text.index("12 morts")
    for width in range(20, 90):
        lines = lay_out(ARTICLE, WHOLE, [Mark(Span(at, at + 8), "differ")], width=width)
        assert "╞12 morts╡" in " ".join(
            "".join(run.text for run in line.painted(Marks())).strip() for line in lines
        )


def _related(name: str, number: int) -> Related:
    info = ArticleInfo(make_article(name, None, ["x"]).id, None, None, None, None, 1)
    return Related(info, Passage(info.id, number, Span(0, 1)), "x", 1.0, ())


def test_steps_go_around_and_keep_the_place() -> None:
    """Of articles each is a step once, and the passages are where they were left."""
    steps = Steps((_related("a", 1), _related("b", 1), _related("a", 2), _related("c", 1)), 2)
    assert steps.place == (2, 4)
    steps.turn("articles")
    assert steps.place == (0, 3)
    steps.step(-1)
    assert (steps.item.info.id, steps.place) == ("c", (2, 3))
    steps.turn("articles")
    steps.step(1)
    assert (steps.mode, steps.place) == ("passages", (0, 4))
