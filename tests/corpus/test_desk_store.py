"""Decisions on names applied to a store: at once, taken back, and after everything anew."""

from pathlib import Path

import pytest

from corpus.desk import Decision, parsed
from corpus.store import Store
from corpus.types import ArticleId, Entity, EntityId
from tests.corpus.named import PEOPLE, add, contents, filled, relink

MERGE = "merge PER Christian Jarre | PER Marcel Jarre"
SPLIT = "split PER Christian Jarre | Jarre"
HERE = "split PER Christian Jarre | Jarre | in: b.txt"
RENAME = "rename Hélène Ostier | La préfète"
REJECT = "reject Lorvent | Lorvent | Lorvant"
ALL = [MERGE, HERE, RENAME, REJECT, "merge La préfète | Jarre", "rename La préfète | Madame"]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The people of `tests.corpus.named`."""
    return filled(tmp_path / "store.sqlite")


def decide(store: Store, *lines: str) -> list[bool]:
    """Have exactly these decisions hold; whether each changes anything."""
    with store.transaction():
        store.desk.apply([parsed(line) for line in lines])
    return [effect for _, effect in store.desk.applied()]


def entity(store: Store, name: str) -> Entity:
    """The entity that bears a name."""
    [found] = [entity for entity in store.names.entities() if entity.name == name]
    return found


def ids_in(store: Store, article: str) -> list[EntityId | None]:
    """The entities of an article's mentions."""
    return [mention.entity for mention in store.names.of_article(ArticleId(article))]


def test_merge(store: Store) -> None:
    """All mentions of both are the first one's, with its id, name and label."""
    first, other = entity(store, "Christian Jarre"), entity(store, "Marcel Jarre")
    assert decide(store, MERGE) == [True]
    both = entity(store, "Christian Jarre")
    assert (both.id, both.mentions, both.articles) == (first.id, 5, 2)
    assert both.variants == ("Jarre", "Christian Jarre", "Marcel Jarre")
    assert other.id not in {one.id for one in store.names.entities()}
    assert set(ids_in(store, "a.txt")[:3] + ids_in(store, "b.txt")[:2]) == {first.id}


def test_split(store: Store) -> None:
    """What is written so leaves, into an entity of its own."""
    assert decide(store, SPLIT) == [True]
    assert entity(store, "Christian Jarre").variants == ("Christian Jarre",)
    new = entity(store, "Jarre")
    assert (new.label, new.mentions, new.articles) == ("PER", 2, 1)
    assert ids_in(store, "a.txt")[1:3] == [new.id, new.id]
    assert ids_in(store, "b.txt")[1] == entity(store, "Marcel Jarre").id


def test_capitals_count_unless_the_line_is_written_by_hand(store: Store) -> None:
    """« JARRE » stays where « Jarre » leaves; « jarre », which nobody wrote, means both."""
    add(store, "d.txt", ["Christian Jarre", "Jarre", "JARRE"])
    relink(store)
    decide(store, SPLIT)
    assert entity(store, "Jarre").variants == ("Jarre",)
    decide(store, "split christian jarre | jarre")
    assert set(entity(store, "Jarre").variants) == {"Jarre", "JARRE"}


def test_split_in_one_article(store: Store) -> None:
    """In the others the form means what it meant."""
    assert decide(store, MERGE, HERE) == [True, True]
    both, alone = entity(store, "Christian Jarre"), entity(store, "Jarre")
    assert (both.mentions, alone.mentions) == (4, 1)
    assert store.names.named("jarre") == [alone.id, both.id]


def test_splitting_all_off_changes_nothing(store: Store) -> None:
    """An entity cannot leave itself."""
    before = contents(store)
    assert decide(store, "split Christian Jarre | Jarre | Christian Jarre") == [False]
    assert contents(store) == before


def test_two_of_one_name_are_told_apart(store: Store) -> None:
    """A second « Jarre » has another name and id than the first, and can be decided on."""
    split = "split PER Marcel Jarre | Jarre"
    assert decide(store, SPLIT, split, "rename Jarre (2) | Jarre père") == [True, True, True]
    assert entity(store, "Jarre père").variants == ("Jarre",)
    assert entity(store, "Jarre").id != entity(store, "Jarre père").id


def test_rename(store: Store) -> None:
    """The id and the forms stay; the new name finds it, and so does the old one."""
    before = entity(store, "Hélène Ostier")
    assert decide(store, RENAME) == [True]
    after = entity(store, "La préfète")
    assert (after.id, after.variants) == (before.id, before.variants)
    assert store.names.named("la prefete") == store.names.named("HELENE OSTIER") == [after.id]


def test_reject(store: Store) -> None:
    """What is written so is no name any more, in any article."""
    assert decide(store, "reject Lorvent | Lorvent") == [True]
    names = [one.name for one in store.names.entities()]
    assert "Lorvent" not in names
    assert len(ids_in(store, "a.txt")) == 3
    assert len(ids_in(store, "b.txt")) == 3  # « Lorvant » is another form
    assert decide(store, REJECT, "reject Lorvant | Lorvant") == [True, True]
    assert len(ids_in(store, "b.txt")) == 2


def test_other_spellings_follow(store: Store) -> None:
    """Words that are spellings of one name are so no more once they are two names'."""
    merge = "merge Lorvent | Lorvant"
    decide(store, merge, "merge Hélène Ostier | Nadia Brun")
    assert store.names.aliases("lorvent") == ()  # they do not sound alike
    add(store, "d.txt", ["Ivan Choïgou", "Choigu"])
    relink(store)
    assert store.names.aliases("choigu") == ("choigou",)
    decide(store, "split Ivan Choïgou | Choigu")
    assert store.names.aliases("choigu") == ()
    decide(store)
    assert store.names.aliases("choigu") == ("choigou",)


@pytest.mark.parametrize("kept", range(len(ALL)))
def test_taking_back_leaves_no_trace(store: Store, kept: int) -> None:
    """After the last decisions are undone all is as if they had never been taken."""
    decide(store, *ALL[:kept])
    before = contents(store), store.desk.applied()
    assert all(decide(store, *ALL))
    decide(store, *ALL[:kept])
    assert (contents(store), store.desk.applied()) == before


def test_a_line_deleted_in_the_middle(store: Store, tmp_path: Path) -> None:
    """The file edited by hand is applied as if it had always been so."""
    decide(store, *ALL)
    decide(store, *ALL[:1], *ALL[2:])
    other = filled(tmp_path / "other.sqlite")
    decide(other, *ALL[:1], *ALL[2:])
    assert contents(store) == contents(other)


def test_linking_anew_gives_the_same(store: Store, tmp_path: Path) -> None:
    """Applied at once, applied after linking: one result."""
    decide(store, *ALL)
    before = contents(store)
    relink(store, [parsed(line) for line in ALL])
    assert contents(store) == before
    other = filled(tmp_path / "other.sqlite", dict(reversed(PEOPLE.items())))
    relink(other, [parsed(line) for line in ALL])
    assert other.names.entities() == store.names.entities()


def test_decisions_outlive_a_change_of_ids(store: Store) -> None:
    """A corpus that has grown calls the same person otherwise; the decision means her still."""
    decisions: list[Decision] = [parsed("merge Christian Jarre | Nadia Brun")]
    relink(store, decisions)
    assert entity(store, "Christian Jarre").variants[-1] == "Nadia Brun"
    for number in range(4):
        add(store, f"x{number}.txt", ["Christian JARRE", "Christian Jarré", "Christian Jarré"])
    relink(store, decisions)
    assert "Nadia Brun" in entity(store, "Christian Jarré").variants


def test_a_form_that_mostly_means_another_is_not_taken(store: Store) -> None:
    """« Jarre » alone is two people's: a decision on it waits until it is clear."""
    assert decide(store, "rename Nobody | Somebody", "merge Nobody | Lorvent") == [False, False]
    add(store, "d.txt", ["Marcel Jarre", "Jarre"])
    relink(store)
    assert decide(store, "rename Jarre | Jean") == [False]


def test_all_forgotten_with_the_names(store: Store) -> None:
    """Names read anew begin without journal: nothing is taken back into them."""
    decide(store, MERGE)
    with store.transaction():
        store.reset("annotated")
    assert store.desk.applied() == []
    assert decide(store, MERGE) == [False]
