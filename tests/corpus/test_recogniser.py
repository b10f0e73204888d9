"""Our own weights: what is shipped, and what the real child finds with them in French news."""

import hashlib
from pathlib import Path

import pytest

import corpus
from corpus.annotate import annotate, models
from corpus.types import Annotated, ArticleId, Paragraph, Span, Text

WEIGHTS = Path(corpus.__file__).parent / "model" / "fr.npz"

SENTENCES = (
    "À Kaliningrad, Ivan Petrenko a reçu Marie-Claude Vauthier, du quotidien Ouest-France.",
    "Le Conseil de sécurité de l’ONU se réunira mardi, selon l’AFP.",
    "Kim Jong Un et Vladimir Poutine se sont vus hier à Vladivostok, dans l'Extrême-Orient russe.",
    "Les Russes, dit-elle, n’ont pas quitté Marioupol.",
    "Angleterre - Croatie, à 21 h à Bordeaux.",
)
FOUND = {
    ("Kaliningrad", "LOC"), ("Ivan Petrenko", "PER"), ("Marie-Claude Vauthier", "PER"),
    ("Ouest-France", "ORG"), ("Conseil de sécurité de l’ONU", "ORG"), ("AFP", "ORG"),
    ("Kim Jong Un", "PER"), ("Vladimir Poutine", "PER"), ("Vladivostok", "LOC"),
    ("Extrême-Orient", "LOC"), ("Marioupol", "LOC"), ("Angleterre", "LOC"), ("Croatie", "LOC"),
    ("Bordeaux", "LOC"),
}  # fmt: skip


def test_the_stamp_tells_the_weights() -> None:
    """Other weights have another stamp, so that names found by older ones are found again."""
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:8]
    assert f"-{digest}." in models()
    assert WEIGHTS.stat().st_size < 4_000_000


def text_of(name: str, text: str, between: str) -> Text:
    """A text whose paragraphs are parted by `between`, empty ones left out."""
    parts, at = [], 0
    for number, part in enumerate(text.split(between), 1):
        if part:
            parts.append(Paragraph(number, "body", Span(at, at + len(part))))
        at += len(part) + len(between)
    return Text(ArticleId(name), "fr", text, tuple(parts), None)


def real_articles() -> str:
    """The first real input, "" where it is not there."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "articles"
    return "\n\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*")))


WORDS = "Le président Emmanuel\u00a0Macron s’est rendu à l’ONU."
PRINT = Text(
    ArticleId("print"),
    "fr",
    f"Départ\n\n{WORDS}",
    (Paragraph(0, "title", Span(0, 6)), Paragraph(1, "body", Span(8, 8 + len(WORDS)))),
    None,
)
NEWS = text_of("news", "\n\n".join((*SENTENCES, "", *SENTENCES * 40)), "\n\n")
REAL = text_of("real", real_articles(), "\n")


@pytest.fixture(scope="module")
def read() -> dict[str, Annotated]:
    """What the real child finds, in one reading: it needs seconds to load a model."""
    found = annotate([NEWS, PRINT, REAL], cancelled=lambda: False)
    return {item.article: item for item in found if isinstance(item, Annotated)}


def names(text: Text, found: Annotated) -> list[tuple[str, str]]:
    """Names as written, with their labels."""
    return [(text.text[m.span.start : m.span.end], m.label) for m in found.mentions]


def test_names_of_french_news(read: dict[str, Annotated]) -> None:
    """Names of each kind are found whole, without their articles, and nothing else is."""
    said = names(NEWS, read["news"])
    assert set(said) == FOUND
    assert len(said) == 41 * len(FOUND)


def test_real_names_stand_where_they_should(read: dict[str, Annotated]) -> None:
    """Offsets are those of the article's text, signs of print kept."""
    said = names(PRINT, read["print"])
    assert set(said) == {("Emmanuel\u00a0Macron", "PER"), ("ONU", "ORG")}


def test_the_five_articles(shared: Path, read: dict[str, Annotated]) -> None:
    """In real articles every mention is inside one paragraph, in order, and none overlaps."""
    forms = {form for form, _ in names(REAL, read["real"])}
    assert {"Kim Jong-un", "Shoigu", "Du Hyeogn Cha", "The Kyiv Independent"} <= forms
    assert not {"Russes", "État", "Soutien", "l’ONU", "Kim claironnera"} & forms
    before = 0
    for mention in read["real"].mentions:
        assert before <= mention.span.start
        assert any(part.span.contains(mention.span) for part in REAL.paragraphs)
        before = mention.span.end
