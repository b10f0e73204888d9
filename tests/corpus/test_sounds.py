"""How names sound."""

import pytest

from corpus.sounds import flat, given_key, surname_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Choïgou", "Choïgu", "Shoigu"),
        ("Zelensky", "Zelenskyy", "Zelenski"),
        ("Poutine", "Putin"),
        ("Eltsine", "Eltsin"),
        ("Medvedev", "Medvedeff"),
    ],
)
def test_spellings_of_one_surname_sound_alike(spellings: tuple[str, ...]) -> None:
    """The transliterations of one family name share a key."""
    assert len({surname_key(flat(word)) for word in spellings}) == 1


def test_given_names_of_one_person_sound_alike() -> None:
    """Sergueï and Sergei are one given name."""
    assert given_key(flat("Sergueï")) == given_key(flat("Sergei"))
    assert given_key(flat("Evgueni")) == given_key(flat("Yevgeny"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Michel", "Michelle"), ("René", "Renée"), ("Martin", "Martine"), ("Daniel", "Danielle")],
)
def test_a_man_and_a_woman_stay_apart(one: str, other: str) -> None:
    """What tells a man's given name from a woman's is no matter of spelling."""
    assert given_key(flat(one)) != given_key(flat(other))


def test_other_surnames_stay_apart() -> None:
    """Near names of different people do not meet."""
    assert len({surname_key(flat(word)) for word in ("Kim", "Kam", "Lukin", "Lavrov")}) == 4


def test_flat_keeps_the_length() -> None:
    """Offsets into the flat text hold for the text, whatever its letters."""
    text = "Straße Œuvre İstanbul ŒDÈME l’Élysée\u00a0№"
    assert len(flat(text)) == len(text)
    assert flat("Élysée") == "elysee"
