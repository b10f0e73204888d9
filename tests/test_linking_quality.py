"""The measure of linking says what its makers meant."""

from benchmarks.linking_quality import b_cubed, linked
from corpus.types import ArticleId, EntityId, Span


def places(count: int) -> list[tuple[ArticleId, Span]]:
    """So many places in one article."""
    return [(ArticleId("a"), Span(at, at + 1)) for at in range(count)]


def test_b_cubed() -> None:
    """Two of five of a person given to another, who has five of his own as well."""
    true = dict(zip(places(10), "aaaaabbbbb", strict=True))
    found = {place: EntityId("xxxyyyyyyy"[at]) for at, place in enumerate(true)}
    # precision (3·1 + 2·2/7 + 5·5/7)/10, recall (3·3/5 + 2·2/5 + 5·1)/10
    assert b_cubed(true, found) == "B³ P 0.714 R 0.760 F1 0.736"
    assert b_cubed(true, {place: EntityId(true[place]) for place in true}).endswith("F1 1.000")


def test_what_was_not_found_is_by_itself() -> None:
    """Precision does not suffer, recall does."""
    true = dict(zip(places(4), "aaaa", strict=True))
    assert b_cubed(true, {places(4)[0]: None}) == "B³ P 1.000 R 0.250 F1 0.400"


def test_names_are_linked_in_reading_order() -> None:
    """However they are given."""
    text = "Paul Jarre, Ann Lee, Jarre"
    spans = [Span(21, 26), Span(0, 10), Span(12, 19)]
    found = linked({ArticleId("a"): [(span, text, "PER") for span in spans]})
    assert found[ArticleId("a"), spans[0]] == found[ArticleId("a"), spans[1]] == "per:paul-jarre"
