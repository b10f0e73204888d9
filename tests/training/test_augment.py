"""A text written otherwise still names the same, where it says so."""

from random import Random

from training.augment import Marks, varied

TEXT = "Hier, « l' ONU » a reçu Éva Brun ( de Lyon ) et Éva Brun a ri ."
MARKS: Marks = [(TEXT.index(form), TEXT.index(form) + len(form), label) for form, label in (
    ("ONU", "ORG"), ("Éva Brun", "PER"), ("Lyon", "LOC"),
)]  # fmt: skip


def test_names_stay_names_however_the_text_is_written() -> None:
    """Whatever is drawn, the marks are around the same names, or other people’s."""
    forms: set[str] = set()
    random = Random(1)
    for _ in range(300):
        text, marks = varied(TEXT, MARKS, ["Ugo Roc"], random)
        assert [label for *_, label in marks] == ["ORG", "PER", "LOC"]
        said = [text[start:end] for start, end, _ in marks]
        assert said[0] == "ONU" and said[2].title() == "Lyon"
        forms.add(said[1])
        assert text.upper().endswith(("A RI .", "A RI."))
    assert {"Éva Brun", "Eva Brun", "Ugo Roc", "ÉVA BRUN"} <= forms


def test_the_same_seed_writes_the_same() -> None:
    """Training can be repeated."""
    first, second = Random(3), Random(3)
    drawn = [varied(TEXT, MARKS, ["Ugo Roc"], first) for _ in range(20)]
    assert drawn == [varied(TEXT, MARKS, ["Ugo Roc"], second) for _ in range(20)]
