"""Which entities the words of a question name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.database import Database
from corpus.name_lookup import NameLookup

FORMS = [
    ("per:kim-jong-un", "PER", 30, [("Kim Jong-un", 20), ("Kim", 9), ("Kim Jong Eun", 1)]),
    ("per:kim-basque", "PER", 5, [("Kim Basque", 4), ("Basque", 1)]),
    ("loc:pays-basque", "LOC", 9, [("Pays basque", 9)]),
    ("org:100-coop", "ORG", 2, [("100% Coop", 2)]),
]


@pytest.fixture
def lookup(tmp_path: Path) -> Iterator[NameLookup]:
    """Four entities with their forms."""
    database = Database(tmp_path / "store.sqlite")
    for entity, label, mentions, forms in FORMS:
        database.write("INSERT INTO entities VALUES (?, ?, ?, ?, 1)", entity, "", label, mentions)
        for form, count in forms:
            database.write(
                "INSERT INTO forms VALUES (?, ?, ?, ?)", entity, form, form.lower(), count
            )
    yield NameLookup(database)
    database.close()


def test_a_name_as_written_comes_before_those_that_hold_its_words(lookup: NameLookup) -> None:
    """`Basque` is whom it alone names; `jong` whoever has it."""
    assert lookup.meant(["kim"]) == ["per:kim-jong-un"]
    assert lookup.meant(["basque"]) == ["per:kim-basque"]
    assert lookup.meant(["basque"], "LOC") == ["loc:pays-basque"]
    assert lookup.meant(["jong"]) == ["per:kim-jong-un"]
    assert lookup.meant(["eun", "kim"]) == ["per:kim-jong-un"]
    assert lookup.meant(["asque"]) == lookup.meant([]) == []


def test_a_name_begun_is_whoever_has_such_a_word(lookup: NameLookup) -> None:
    """The most mentioned first."""
    assert lookup.meant(["ki"], begun=True) == ["per:kim-jong-un", "per:kim-basque"]
    assert lookup.meant(["ki"]) == []


def test_signs_in_a_name_are_no_patterns(lookup: NameLookup) -> None:
    """Neither in what is asked nor in what is known."""
    assert lookup.meant(["%"]) == lookup.meant(["_"], begun=True) == []
    assert lookup.meant(["100"]) == ["org:100-coop"]


def test_spaces_and_hyphens_are_one(lookup: NameLookup) -> None:
    """In a row of words that may be a name."""
    assert lookup.called(["kim", "jong", "un"]) == ["per:kim-jong-un"]
    assert lookup.called(["kim", "jong", "eun"]) == ["per:kim-jong-un"]
    assert lookup.called(["jong", "un"]) == lookup.called(["a"] * 50) == lookup.called([]) == []
