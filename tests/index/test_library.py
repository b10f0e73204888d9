"""The engine's door, over four small articles that were really read, indexed and annotated."""

import pytest

from corpus.types import ArticleId
from index.library import Library


def found(library: Library, query: str, *, typing: bool = False) -> set[str]:
    """The articles that answer a query."""
    return {hit.info.id for hit in library.search(query, typing=typing).hits}


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("engrais explosion", {"a.txt", "b.txt"}),
        ("prefete", {"a.txt"}),
        ("préfète", {"a.txt"}),
        ("tomate", {"c.txt"}),
        ("blessé", {"a.txt", "b.txt"}),
        ('"directeur du port"', {"a.txt", "b.txt"}),
        ('"port directeur"', set()),
        ("explosion -hôpital", {"a.txt"}),
        ("l'école", {"b.txt"}),
        ("exploded", {"d.txt"}),
        ("introuvable", set()),
    ],
)
def test_search_finds_the_articles_that_say_it(
    library: Library, query: str, articles: set[str]
) -> None:
    """Accents, endings, elisions, phrases and exclusions."""
    assert found(library, query) == articles


def test_an_exact_form_is_found_as_it_is_written(library: Library) -> None:
    """`="cuves"` is not `cuve`; accents count."""
    assert found(library, "cuve") == {"b.txt"}
    assert found(library, '="cuve"') == set()
    assert found(library, '="préfète"') == {"a.txt"}
    assert found(library, '="prefete"') == set()


def test_the_beginning_of_a_word_is_enough_while_typing(library: Library) -> None:
    """Results before the word is whole."""
    assert found(library, "entrepô", typing=True) == {"a.txt", "b.txt"}
    assert found(library, "entrep") == set()


def test_other_spellings_of_a_name_are_found_and_said(library: Library) -> None:
    """`Kovalchuk` finds the article that writes Kovaltchouk, after the literal one."""
    results = library.search("Kovalchuk")
    assert [hit.info.id for hit in results.hits] == ["b.txt", "a.txt"]
    assert any("kovaltchouk" in remark for remark in results.reading.remarks)


def test_when_nothing_has_all_words_those_with_some_are_shown_and_said(library: Library) -> None:
    """Widening is not silent."""
    results = library.search("tomates hélicoptère")
    assert {hit.info.id for hit in results.hits} == {"c.txt"}
    assert any("showing those with 1" in remark for remark in results.reading.remarks)


def test_a_question_is_answered_by_those_with_all_words_then_by_those_with_a_part(
    library: Library,
) -> None:
    """The words of a question are rarely all in its answer; typed as words they must be."""
    assert found(library, "explosion engrais hôpital") == {"b.txt"}
    results = library.search("Quel hôpital après l'explosion d'engrais ?")
    assert [hit.info.id for hit in results.hits][:2] == ["b.txt", "a.txt"]
    assert any("then those with a part" in remark for remark in results.reading.remarks)


def test_a_query_of_an_accent_alone_has_no_answer(library: Library) -> None:
    """Whatever is typed, nothing raises."""
    assert library.search("\uff9f").hits == ()
    assert "a.txt" in found(library, "explosion \uff9f")


def test_marks_are_the_matched_words_in_the_text(library: Library) -> None:
    """What is lit is what was searched."""
    [hit] = library.search("hectare").hits
    article = library.article(hit.info.id)
    assert article is not None
    assert [article.slice(mark) for mark in hit.marks] == ["hectares"]
    assert hit.snippet == article.slice(hit.snippet_span)
    assert library.matches("hectare", hit.info.id) == hit.marks


def test_folded_debris_is_not_searched(library: Library) -> None:
    """The comment form is kept aside with its rule, and feeds nothing."""
    assert found(library, "adresse") == set()
    article = library.article(ArticleId("a.txt"))
    assert article is not None
    assert any("adresse" in folded.text for folded in article.folded)


def test_related_passages_come_from_other_articles_with_reasons_that_add_up(
    library: Library,
) -> None:
    """The other article on the explosion, why, and nothing of the garden."""
    related = library.related(ArticleId("a.txt"), 1)
    assert "b.txt" in {one.info.id for one in related}
    assert {"a.txt", "c.txt"}.isdisjoint(one.info.id for one in related)
    source = library.article(ArticleId("a.txt"))
    assert source is not None
    for one in related:
        assert sum(reason.weight for reason in one.reasons) == pytest.approx(one.score)
        target = library.article(one.info.id)
        assert target is not None
        paragraph = source.paragraph(1)
        assert paragraph is not None
        of_passages = [r for r in one.reasons if r.kind not in ("article", "time")]
        assert of_passages
        for reason in of_passages:
            assert target.slice(reason.target_spans[0]) == reason.text
            assert all(paragraph.span.contains(span) for span in reason.source_spans)


def test_a_title_stands_for_the_passage_that_it_opens(library: Library) -> None:
    """Its few words alone would find nothing."""
    of_title = library.related(ArticleId("a.txt"), 0)
    assert of_title[0].info.id == "b.txt"
    passage = library.passage(ArticleId("a.txt"), 0)
    assert passage is not None
    spans = [s for r in of_title[0].reasons if r.kind == "words" for s in r.source_spans]
    assert spans
    assert all(passage.span.contains(span) for span in spans)


def test_a_passage_that_nobody_else_speaks_of_has_no_related_ones(library: Library) -> None:
    """Nothing rather than noise."""
    assert library.related(ArticleId("c.txt"), 1) == ()


def test_names_have_entities_over_the_articles(library: Library) -> None:
    """One entity for one director, however the two papers spell him."""
    kovaltchouk = [e for e in library.entities() if "Kovaltchouk" in " ".join(e.variants)]
    assert [e.articles for e in kovaltchouk] == [2]
    assert library.entity(kovaltchouk[0].id) == kovaltchouk[0]
    mentions = library.mentions(ArticleId("a.txt"))
    assert kovaltchouk[0].id in {mention.entity for mention in mentions}


def test_an_article_is_found_by_the_beginning_of_its_id(library: Library) -> None:
    """`recoupe show FOLDER a` is enough where it is clear."""
    assert library.find("a") == "a.txt"
    assert library.find("a.txt") == "a.txt"
    assert library.find("") is None
    assert library.find("z") is None
