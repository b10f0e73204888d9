"""Our own weights: what is shipped, and what the child finds with them in sentences of news."""

import hashlib
from pathlib import Path

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


def test_names_of_french_news() -> None:
    """Names of each kind are found whole, without their articles, and nothing else is."""
    text = "\n\n".join((*SENTENCES, "", *SENTENCES * 40))
    spans, at = [], 0
    for sentence in text.split("\n\n"):
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    paragraphs = tuple(Paragraph(n, "body", span) for n, span in enumerate(spans, 1))
    [found] = annotate(
        [Text(ArticleId("a"), "fr", text, paragraphs, None)], cancelled=lambda: False
    )
    assert isinstance(found, Annotated)
    said = [(text[m.span.start : m.span.end], m.label) for m in found.mentions]
    assert set(said) == FOUND
    assert len(said) == 41 * len(FOUND)
