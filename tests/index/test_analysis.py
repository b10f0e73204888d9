"""What must be found whatever the accents, elisions, ligatures, numbers and endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import find, fold, language, placed, terms


def stems(text: str, language: str = "fr") -> list[str]:
    return terms(text, language).stems


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("elysee", "l’Élysée"),
        ("Élysée", "L'ÉLYSÉE"),
        ("coree", "Corée"),
        ("choigou", "Choïgou"),
        ("coeur", "cœur"),
        ("sanction", "sanctions"),
        ("journal", "journaux"),
        ("expédié", "expédiait"),
        ("blessé", "blessées"),
        ("employé", "employées"),
        ("1000", "1 000"),
        ("1000", "1.000"),
        ("1000", "1\u202f000"),
        ("839000", "839.000"),
        ("nord coréen", "nord-coréen"),
        ("où", "jusqu’où où"),
        ("aujourd'hui", "Aujourd’hui"),
        ("15,6", "15.6"),
        ("NATO", "nato"),
        ("ONU", "l’O.N.U."),
        ("USA", "U.S.A."),
        ("ONU", "l' ONU"),
        ("ONU", "l‘ONU"),
        ("1000", "1'000"),
        ("1000", "1\u2009000"),
        ("1000", "1,000"),
        ("1 mai", "1er mai"),
        ("2 tour", "2ème tour"),
        ("naître née", "naître né"),
        ("aujourd'hui", "aujourd‘hui"),
    ],
)
def test_both_are_indexed_under_the_same_terms(typed: str, written: str) -> None:
    """What a reader types and what an article writes meet."""
    assert stems(typed) == stems(written)


@pytest.mark.parametrize(
    ("one", "other"), [("2017", "120"), ("état", "été"), ("conseil", "console")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """Folding and stemming do not make everything the same."""
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("vitamine C", ["vitamin", "c"]),
        ("plan B", ["plan", "b"]),
        ("W-2", ["w", "2"]),
        ("T-34", ["t", "34"]),
        ("G7", ["g7"]),
        ("C++ et C#", ["c++", "c#"]),
        ("l’été", ["ete"]),
        ("sûr, dû", [*stems("sûre"), *stems("due")]),
    ],
)
def test_short_and_accented_words_do_not_vanish(text: str, wanted: list[str]) -> None:
    """A letter by itself is a word; a word is no stop word for want of its accent."""
    assert stems(text) == wanted


def test_the_t_of_an_inversion_is_no_word() -> None:
    """`parle-t-il` is `parle il`."""
    assert terms("parle-t-il", "fr").running == ["parle", "il"]


def test_questions_have_words_of_their_own() -> None:
    """They are indexed like others, but tell nothing in a question."""
    assert {"combien", "pourquoi"} <= language("fr").asking
    assert stems("combien") == ["combien"]


def test_years_in_a_list_are_not_one_number() -> None:
    """`2010, 2013 et 2017` are three years."""
    assert stems("en 2010, 2013 et 2017") == ["2010", "2013", "2017"]


def test_english_has_its_own_stems_and_stop_words() -> None:
    """The article's language chooses the analysis."""
    assert stems("the visiting ministers", "en") == ["visit", "minist"]


def test_a_language_without_stemmer_is_still_searched() -> None:
    """Spanish words are folded and kept whole."""
    assert stems("los ministros de Perú", "es") == ["los", "ministros", "de", "peru"]


def test_places_cover_the_word_and_not_its_elision() -> None:
    """What is lit is `Élysée`, not `l’`."""
    text = "à l’Élysée"
    [(_, start, end)] = placed(text, "fr")
    assert text[start:end] == "Élysée"


@given(st.text(max_size=200))
def test_indexing_and_lighting_see_the_same_words(text: str) -> None:
    """All ways to read agree on every text, and places lie inside it in order."""
    found = find(text, "fr", lambda term, exact: True)
    assert [word.term for word in found] == stems(text)
    assert [word.exact for word in found] == terms(text, "fr").exact
    assert [(word.term, word.start, word.end) for word in found] == placed(text, "fr")
    ends = [0, *(word.end for word in found)]
    for word, before in zip(found, ends, strict=False):
        assert before <= word.start < word.end <= len(text)


def test_what_is_wanted_is_found_where_all_words_have_it() -> None:
    """Places count all indexed words, wanted or not, whoever has read the text before."""
    text = "Le blé tendre et le blé dur"
    for head, places in (("blé", [0, 2]), ("dur", [3]), ("blé", [0, 2])):
        found = find(text, "fr", lambda term, exact, head=head: exact.startswith(head))
        assert [(w.at, text[w.start : w.end]) for w in found] == [(at, head) for at in places]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
def test_folding_letter_by_letter_is_folding_the_word(word: str) -> None:
    """The quick way for Latin letters gives what the slow one gives."""
    from index import analysis

    lowered = word.lower()
    expected = analysis._NO_STOP_WORDS.get(lowered) or analysis._folded(lowered)
    assert fold(word) == (lowered if lowered.isascii() else expected)


def test_a_letter_that_is_all_accent_is_no_word() -> None:
    """Half-width voicing marks count as letters; folded, nothing is left to look for."""
    assert stems("\uff9e \uff9f mot") == ["mot"]


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(word: str) -> None:
    """A folded word is its own folding, so that a query can be folded again."""
    assert fold(fold(word)) == fold(word)
