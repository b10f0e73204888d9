"""Quotations are found whatever their marks, and given to who speaks, or honestly to nobody."""

from collections.abc import Sequence
from time import process_time

import pytest
from hypothesis import given, settings, strategies

from corpus.quotes import quotes
from corpus.types import ArticleId, Label, Mention, Paragraph, Quote, Span, Text

ARTICLE = ArticleId("a.txt")
PEOPLE = ("Hélène Marchandeau", "Marchandeau", "Ivan Kovaltchouk", "Paul Estève", "Estève")
ORGANISATIONS = ("Armor Fret",)


def found(words: str, language: str = "fr", names: Sequence[str] = PEOPLE) -> tuple[Quote, ...]:
    """The quotations of a text whose lines are its paragraphs and whose names are known."""
    paragraphs, at = [], 0
    for number, line in enumerate(words.split("\n"), 1):
        paragraphs.append(Paragraph(number, "body", Span(at, at + len(line))))
        at += len(line) + 1
    text = Text(ARTICLE, language, words, tuple(p for p in paragraphs if p.span.end), None)
    return quotes(text, mentions(words, names))


def mentions(words: str, people: Sequence[str]) -> list[Mention]:
    """Every name where it stands, the longest where several do."""
    spans: dict[int, Mention] = {}
    for name in sorted((*people, *ORGANISATIONS), key=len):
        label: Label = "ORG" if name in ORGANISATIONS else "PER"
        at = words.find(name)
        while at >= 0:
            spans[at] = Mention(ARTICLE, Span(at, at + len(name)), label, None)
            at = words.find(name, at + 1)
    kept: list[Mention] = []
    for mention in sorted(spans.values(), key=lambda m: (m.span.start, -m.span.end)):
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return kept


def told(words: str, language: str = "fr") -> list[tuple[str, str, str | None]]:
    """Words between the marks, kind, speaker."""
    return [(words[q.span.start : q.span.end], q.kind, q.speaker) for q in found(words, language)]


@pytest.mark.parametrize(
    "marked",
    [
        "« Le feu est éteint depuis l’aube »",
        "«\u00a0Le feu est éteint depuis l’aube\u00a0»",
        "“Le feu est éteint depuis l’aube”",
        '"Le feu est éteint depuis l’aube"',
        "‘Le feu est éteint depuis l’aube’",
        "« Le feu est éteint depuis l’aube”",
        "„Le feu est éteint depuis l’aube“",
    ],
)
def test_every_kind_of_mark(marked: str) -> None:
    """The span is what stands between them, without the spaces beside it."""
    words = f"{marked}, a déclaré Hélène Marchandeau."
    assert told(words) == [("Le feu est éteint depuis l’aube", "direct", "Hélène Marchandeau")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("« Nous ne savons rien encore », a déclaré Hélène Marchandeau.", "Hélène Marchandeau"),
        ("« Nous ne savons rien encore », déclare la préfète Hélène Marchandeau.",
         "Hélène Marchandeau"),
        ("Selon Hélène Marchandeau, « le stock était connu de tous ».", "Hélène Marchandeau"),
        ("D’après Ivan Kovaltchouk, « le stock était connu de tous ».", "Ivan Kovaltchouk"),
        ("Ivan Kovaltchouk a ajouté : « Le stock était connu de tous. »", "Ivan Kovaltchouk"),
        ("Hélène Marchandeau a parlé. « Le stock était connu », a-t-elle affirmé.",
         "Hélène Marchandeau"),
        ("« Nous tiendrons », a répété mardi, devant la presse, Paul Estève.", "Paul Estève"),
        ("« C’est faux », s’indigne Paul Estève, le maire.", "Paul Estève"),
        ("Pour Paul Estève, « il faut tout reprendre depuis le début ».", "Paul Estève"),
        ("« La grève est illégale », estime Armor Fret.", "Armor Fret"),
        ("Le port doit être « irréprochable », selon les mots de Paul Estève.", "Paul Estève"),
    ],
)  # fmt: skip
def test_who_speaks(words: str, speaker: str) -> None:
    """Before, after, inverted, by pronoun; the speaker's span is exactly that of the mention."""
    [quote] = found(words)
    assert (quote.kind, quote.speaker) == ("direct", speaker)
    assert quote.speaker_span in [mention.span for mention in mentions(words, PEOPLE)]


def test_a_source_without_a_name_is_told_as_it_is_described() -> None:
    """And no mention is made up for it."""
    words = "« Le stock était connu de tous », a affirmé un haut responsable américain."
    [quote] = found(words)
    assert quote.speaker == "un haut responsable américain"


def test_nobody_is_made_up() -> None:
    """Where the text does not say who speaks, nobody is told."""
    [quote] = found("Sur le mur, on lisait ce matin : « Le port est à nous, rendez-le nous. »")
    assert quote.speaker is None and quote.speaker_span is None


def test_the_second_half_of_a_split_quotation() -> None:
    """It goes on, with the same speaker."""
    words = "« Le feu est éteint », a dit Paul Estève, « mais nous restons sur place cette nuit »."
    first, second = found(words)
    assert (first.speaker, second.speaker) == ("Paul Estève", "Paul Estève")
    assert (first.continues, second.continues) == (False, True)


def test_terms_held_at_arm_s_length_are_kept_apart() -> None:
    """A word or a title between marks is nobody's speech."""
    assert told("Le pays voisin mène une « opération spéciale » dans le détroit depuis mardi.") == [
        ("opération spéciale", "scare", None)
    ]


def test_apostrophes_are_no_quotations() -> None:
    """Nor are feet, inches and years."""
    assert told("L'an dernier, aujourd'hui comme hier, l'équipe d'Armor Fret n'a rien dit.") == []
    assert told("It's the workers' union, not the port's, that didn't answer in '98.", "en") == []


def test_a_quotation_over_two_paragraphs() -> None:
    """French opens it again in the second; the speaker is told at the end."""
    words = (
        "« Nous avons tout essayé pour éteindre le feu avant l’aube.\n"
        "« Puis le vent a tourné vers le quai », a raconté Paul Estève."
    )
    first, second = found(words)
    assert (second.continues, second.speaker) == (True, "Paul Estève")
    assert first.speaker == "Paul Estève"


def test_marks_that_never_close_end_with_their_paragraph() -> None:
    """What follows is the article's own words again."""
    words = (
        "Paul Estève a déclaré : « Le feu est éteint depuis l’aube.\nLe calme revient sur le port."
    )
    assert [(q, s) for q, _, s in told(words)] == [
        ("Le feu est éteint depuis l’aube.", "Paul Estève"),
    ]


def test_a_quotation_inside_another() -> None:
    """Both are told, the outer one first."""
    words = "« Il m’a dit “je reviens demain matin” et il est parti », raconte Paul Estève."
    outer, inner = found(words)
    assert outer.speaker == "Paul Estève"
    assert words[inner.span.start : inner.span.end] == "je reviens demain matin"
    assert outer.span.contains(inner.span)


@pytest.mark.parametrize(
    "words",
    [
        "“The fire is out and nobody was hurt,” Paul Estève said on Tuesday.",
        "“The fire is out and nobody was hurt,” said Paul Estève, the mayor.",
        "According to Paul Estève, “the fire is out and nobody was hurt”.",
        "Paul Estève told reporters: “The fire is out and nobody was hurt.”",
    ],
)
def test_english(words: str) -> None:
    """The same in English."""
    [quote] = found(words, "en")
    assert (quote.kind, quote.speaker) == ("direct", "Paul Estève")


MARKS = "«»‹›“”„‟‘’‚‛`´\"'＂〝〞 ab.,:-(é\u00a0"


@given(strategies.text(MARKS, min_size=1, max_size=60))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_mixture_of_marks_is_read(words: str) -> None:
    """Whatever stands in a line, there is an answer, and it lies inside the line."""
    for quote in found(words, names=()):
        assert 0 <= quote.span.start < quote.span.end <= len(words)


@pytest.mark.parametrize(
    "words",
    ["«" * 40_000, '"' * 40_001, "« a » " * 12_000, "x" * 1_000_000, "« oui " * 12_000],
    ids=["opening", "straight", "pairs", "one word", "never closed"],
)
def test_hostile_texts_end(words: str) -> None:
    """In time, with spans inside the text, in order."""
    began = process_time()
    spans = [quote.span for quote in found(words, names=())]
    assert process_time() - began < 7
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert all(0 <= span.start < span.end <= len(words) for span in spans)
