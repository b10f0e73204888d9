"""What comes first among passages that BM25F finds alike or ranks wrongly."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index.analysis import terms
from index.arrays.executor import Executor
from index.arrays.index import create
from index.asked import Asked, asked
from index.query.parser import parse
from index.query.plan import Part, Plan, Row
from index.schema import schema
from index.second_look import REACH, SecondLook

FILLER = "Le marché couvert du quartier vend des poires, du fromage et des fleurs chaque samedi"


PASSAGES = [
    ("", "La ville de Lorvent fut conquise après un siège de trois semaines par les mers"),
    ("", "La conquête de Brumal par les armées du sud dura trois semaines sans un siège"),
    ("", "Le nord et la mer se disputent, dit-on, le vieux port rouge de cette petite cité"),
    ("", "Le port rouge est au nord, près de la mer, dans une petite cité fort ancienne"),
    *(("", FILLER) for _ in range(30)),
]


def indexed(passages: Sequence[tuple[str, str]]) -> Executor:
    """An index of passages, each with the title that it begins with, or "" for one that goes on
    with the article of the passage before. Its files stay mapped when their names are gone."""
    with TemporaryDirectory() as folder:
        index = create(Path(folder), schema())
        writer = index.writer()
        key = 0
        for title, text in passages:
            key += bool(title)
            found = terms(text, "fr")
            writer.add_document(
                article=f"{key}.txt",
                key=key,
                start=0 if title else 100,
                text=found.stems,
                exact=found.exact,
                title=terms(title, "fr").stems,
                words=found.running,
            )
        writer.commit()
        return Executor(index.reader())


def words_of(text: str) -> tuple[Asked, ...]:
    """The words of a query in a French library, without a plan's other spellings."""
    return asked(parse(text), Plan((), (), (), ()), ["fr"])


def ranked(executor: Executor, text: str) -> list[int]:
    """All passages, best first, by a second look alone."""
    docs = np.arange(executor.size, dtype=np.uint32)
    scores = np.zeros(len(docs), np.float32)
    after = SecondLook(executor, ["fr"]).again(words_of(text), docs, scores)
    return [int(doc) for doc in executor.best(docs, after, len(docs))]


def test_a_word_of_the_family_counts() -> None:
    """`conquise` finds the conquest, though not by its stem; the form itself comes before."""
    assert ranked(indexed(PASSAGES), "conquise")[:2] == [0, 1]
    assert ranked(indexed(PASSAGES), "conquête")[:2] == [1, 0]


def test_words_side_by_side_come_first() -> None:
    """In the order typed, stop words between them included."""
    assert ranked(indexed(PASSAGES), "le port rouge est au nord")[0] == 3
    assert ranked(indexed(PASSAGES), "le nord et la mer")[0] == 2


def test_a_title_speaks_for_all_passages_of_its_article() -> None:
    """And not for those of the next one."""
    regatta = [("Les régates de Valbrune", FILLER), ("", FILLER), ("Un marché", FILLER)]
    assert ranked(indexed([*regatta, *PASSAGES]), "régates")[0] == 1


def test_other_spellings_count_as_the_word() -> None:
    """What the plan says that a word stands for."""
    part = Part("choigou", "choigou", aliases=("shoigu",), alias_weights=(1.0,))
    plan = Plan((Row(((part,),)),), (), (), ())
    [word] = asked(parse("Choigou"), plan, ["fr"])
    assert {"choigou", "shoigu"} <= word.stems


def test_question_words_tell_nothing() -> None:
    """Unless there are no others."""
    tell = {word.folded: word.tells for word in words_of("Combien de navires sont partis ?")}
    assert tell["combien"] == tell["de"] == 0 < tell["navires"]
    assert all(word.tells for word in words_of("Y a-t-il ?"))


def test_names_and_numbers_tell_more_and_the_kind_less() -> None:
    """`Quelle est la capitale` asks for a name that stands instead of the word."""
    tell = {
        word.folded: word.tells for word in words_of("Quelle est la capitale de Brumal en 1950")
    }
    assert tell["capitale"] < 1 < tell["brumal"] == tell["1950"]


def test_what_is_excluded_is_not_asked_for() -> None:
    """Nor are the values of fields that no text holds."""
    assert [word.folded for word in words_of("port -rouge date:2020 source:Gazette")] == ["port"]


def test_only_the_best_are_looked_at_and_stay_before_the_rest() -> None:
    """Scores only rise, and those of the rest are what they were."""
    executor = indexed([("Titre", f"{FILLER} {'port ' * (n % 7)}") for n in range(3 * REACH)])
    docs = np.arange(executor.size, dtype=np.uint32)
    before = np.arange(len(docs), 0, -1).astype(np.float32)
    after = SecondLook(executor, ["fr"]).again(words_of("port"), docs, before)
    assert (after[REACH:] == before[REACH:]).all()
    assert (after[:REACH] >= before[:REACH]).all()
    assert (after[:REACH] > before[:REACH]).any()
