"""A quotation is found again where it stands, and nowhere else."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from tests.tui.kept import PARAGRAPHS, crane, span_of
from tui.keeping.anchor import CONTEXT, LONGEST, anchor
from tui.keeping.find import find

ARTICLE = crane()
WIND = "Le vent soufflait à 110 km/h"


def test_an_untouched_place_is_exact() -> None:
    """Blanks at the ends of a selection are no part of it."""
    span = span_of(ARTICLE, WIND)
    wider = Span(span.start - 1, span.end + 1)
    kept = anchor(ARTICLE, wider)
    assert kept.exact == f"« {WIND} »"[1:-1].strip()
    found = find(ARTICLE, kept)
    assert (found.status, found.span, found.text) == ("exact", span, WIND)


def test_nothing_but_blanks_is_no_place() -> None:
    """There is nothing to find again."""
    end = ARTICLE.paragraphs[0].span.end
    with pytest.raises(ValueError, match="nothing"):
        anchor(ARTICLE, Span(end, end + 2))


def test_a_long_selection_is_quoted_in_part() -> None:
    """Its beginning leads to it."""
    long = crane(["mot " * 3000])
    assert len(anchor(long, Span(9, len(long.text))).exact) <= LONGEST


words = st.text(st.sampled_from("abcdé ’\n«»."), min_size=1, max_size=200)


@given(
    at=st.integers(0, len(ARTICLE.text) - 1),
    length=st.integers(1, 120),
    before=words,
    after=words,
    cut=st.integers(0, 60),
)
def test_edits_elsewhere_keep_the_place(
    at: int, length: int, before: str, after: str, cut: int
) -> None:
    """Whatever is put in or taken out beyond the surroundings."""
    text = ARTICLE.text
    if not text[at : at + length].strip():
        return
    kept = anchor(ARTICLE, Span(at, at + length))
    assert kept.span is not None
    start, end = kept.span.start, kept.span.end
    near, far = max(start - CONTEXT, 0), min(end + CONTEXT, len(text))
    head = (before + text[:near])[: max(len(before) + near - cut, 0)]
    edited = replace(ARTICLE, text=head + text[near:far] + after + text[far + cut :])
    found = find(edited, kept)
    assert found.status in ("exact", "moved")
    assert found.span == Span(len(head) + start - near, len(head) + end - near)
    assert found.text == kept.exact


@pytest.mark.parametrize("nth", [0, 1])
def test_of_equal_words_those_with_the_same_surroundings(nth: int) -> None:
    """“Oui.” stands twice; the first one goes with what stands before it."""
    kept = anchor(ARTICLE, span_of(ARTICLE, "Oui.", nth))
    moved = crane([PARAGRAPHS[0], *PARAGRAPHS])
    assert find(moved, kept).span == span_of(moved, "Oui.", nth)
    rest = [PARAGRAPHS[1], PARAGRAPHS[2]] if nth == 0 else PARAGRAPHS[3:]
    alone = crane([PARAGRAPHS[0], *rest])
    assert find(alone, kept).span == span_of(alone, "Oui.")


def test_equal_words_elsewhere_are_not_the_place() -> None:
    """The sentence is gone; that its words stand in another one does not count."""
    kept = anchor(ARTICLE, span_of(ARTICLE, "la capitainerie"))
    other = crane([*PARAGRAPHS[:3], "Un pêcheur a prévenu la capitainerie vers minuit."])
    assert find(other, kept).status == "lost"


@pytest.mark.parametrize(
    ("old", "new", "quoted", "now"),
    [
        ("110 km/h", "130 km/h", WIND, "Le vent soufflait à 130 km/h"),
        ("110", "130", "110", "130"),
        ("Deux cargos attendent", "Trois cargos attendaient", "Deux cargos attendent au large",
         "Trois cargos attendaient au large"),
        ("selon la capitainerie", "a dit mardi la capitainerie", PARAGRAPHS[3],
         PARAGRAPHS[3].replace("selon la capitainerie", "a dit mardi la capitainerie")),
        ("« Le vent", "“Un vent", WIND, "Un vent soufflait à 110 km/h"),
    ],
)  # fmt: skip
def test_a_changed_place_is_said_to_be_changed(old: str, new: str, quoted: str, now: str) -> None:
    """A figure, a name or some words were edited, and something before them, too."""
    kept = anchor(ARTICLE, span_of(ARTICLE, quoted))
    assert old in ARTICLE.text
    edited = crane(["Mis à jour.", *(text.replace(old, new) for text in PARAGRAPHS)])
    found = find(edited, kept)
    assert (found.status, found.text) == ("changed", now)
    assert found.span == span_of(edited, now)


@pytest.mark.parametrize("quoted", ["soufflait", WIND, PARAGRAPHS[3]])
def test_what_was_taken_out_is_lost(quoted: str) -> None:
    """With its paragraph, or alone."""
    kept = anchor(ARTICLE, span_of(ARTICLE, quoted))
    gone = crane([text for text in PARAGRAPHS if quoted not in text])
    assert find(gone, kept).status == "lost"
    assert find(crane([text.replace(quoted, "") for text in PARAGRAPHS]), kept).status == "lost"
    other = crane(["Le maire de Valbrune a inauguré samedi un jardin de deux hectares."])
    assert find(other, kept).status == "lost"


def test_two_places_equally_alike_are_none() -> None:
    """Rather lost than at the wrong one."""
    lines = [f"Sortie {n} : {n * 7} véhicules comptés." for n in range(1, 9)]
    report = crane([*lines[:4], "Relevé du 3 mars.", *lines[4:]], title=None)
    kept = replace(anchor(report, span_of(report, lines[5])), before="", after="", span=None)
    edited = crane([text for text in lines if text != lines[5]], title=None)
    assert find(edited, kept).status == "lost"


def test_what_editors_change_is_no_change() -> None:
    """Apostrophes, spaces, line ends."""
    kept = anchor(ARTICLE, ARTICLE.paragraphs[1].span)
    typed = replace(kept, exact=kept.exact.replace("’", "'").replace(" des", "\u00a0\n des"))
    assert find(ARTICLE, typed).status == "exact"


def test_another_name_of_the_article_is_a_move() -> None:
    """The words are the same, the article is called otherwise now."""
    kept = anchor(ARTICLE, span_of(ARTICLE, WIND))
    renamed = crane(name="archives/grue.txt")
    found = find(renamed, kept)
    assert (found.status, found.article) == ("moved", "archives/grue.txt")


def test_a_long_text_does_not_hang() -> None:
    """Words that repeat without end are the worst case: a megabyte takes some seconds."""
    long = crane(["la grue le quai " * 10_000])
    kept = anchor(long, Span(80_000, 80_000 + LONGEST))
    lost = replace(kept, exact=kept.exact.replace("quai", "port"), before="Il dit : ")
    begun = process_time()
    find(long, lost)
    assert process_time() - begun < 5
