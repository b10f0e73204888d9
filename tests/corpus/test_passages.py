"""How an article is cut into passages."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import build
from corpus.clean import clean
from corpus.passages import CAP, ENOUGH, LONGEST, passages
from corpus.types import Article, ArticleId

SENTENCE = "Le maire a parlé longuement de la digue et du port. "


def article(*paragraphs: str, title: str | None = None) -> Article:
    """An article of these paragraphs."""
    found = build(
        ArticleId("a.txt"), "a.txt", clean("\n\n".join(paragraphs), title=title), alignment=False
    )
    assert isinstance(found, Article)
    return found


def test_a_long_paragraph_stands_alone() -> None:
    """Paragraphs long enough are one passage each, with their number."""
    long = (SENTENCE * 6).strip()
    assert [p.number for p in passages(article(long, long))] == [1, 2]


def test_short_paragraphs_are_joined() -> None:
    """Short ones are joined until they are long enough."""
    found = passages(article(*[(SENTENCE * 2).strip()] * 6))
    assert [p.number for p in found] == [1, 4]
    assert all(p.span.end - p.span.start >= ENOUGH for p in found)


def test_the_title_and_headings_go_with_what_follows() -> None:
    """No passage ends with a heading; the title is in the first."""
    long = (SENTENCE * 6).strip()
    found = passages(article(long, "Une digue fragile", long, title="La digue du port a cédé"))
    assert [p.number for p in found] == [0, 2]


def test_an_endless_paragraph_is_split() -> None:
    """A paragraph over the limit is cut at sentence ends, and keeps its number."""
    found = passages(article((SENTENCE * 100).strip()))
    source = article((SENTENCE * 100).strip()).text
    assert {p.number for p in found} == {1}
    assert all(p.span.end - p.span.start <= CAP + len(SENTENCE) for p in found)
    assert all(source[p.span.start : p.span.end].rstrip().endswith(".") for p in found)


def test_text_without_sentences_is_cut_all_the_same() -> None:
    """Neither blanks nor full stops: the limit itself cuts."""
    found = passages(article("é" * 5000))
    assert [p.span.end - p.span.start for p in found] == [LONGEST, LONGEST, LONGEST, 500]


@given(st.lists(st.text("ab. É", min_size=1, max_size=900), min_size=1, max_size=8))
def test_each_character_is_in_exactly_one_passage(paragraphs: list[str]) -> None:
    """Passages follow each other without overlap, and cover every paragraph."""
    found = build(ArticleId("a"), "a", clean("\n\n".join(paragraphs), title="T"), alignment=False)
    if not isinstance(found, Article):
        return
    covered = [at for p in passages(found) for at in range(p.span.start, p.span.end)]
    assert len(covered) == len(set(covered))
    wanted = {at for p in found.paragraphs for at in range(p.span.start, p.span.end)}
    assert wanted <= set(covered)
