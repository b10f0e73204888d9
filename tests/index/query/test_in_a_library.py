"""The grammar over the four articles that were really read, indexed and annotated."""

import pytest

from index.library import Library


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("personne:Kovalchuk", {"a.txt", "b.txt"}),
        ("personne:Marchandeau", {"a.txt", "d.txt"}),
        ('lieu:"Valbrune"', {"c.txt"}),
        ("explosion -personne:Marchandeau", {"b.txt"}),
        ("Ivan Kovalchuk", {"a.txt", "b.txt"}),
        ("lang:en", {"d.txt"}),
        ("explo*", {"a.txt", "b.txt", "d.txt"}),
        ("tomate OU nitrate", {"b.txt", "c.txt", "d.txt"}),
        ('"explosion Lorvent"~6', {"a.txt", "b.txt"}),
        ("pompié", {"a.txt"}),
        ("date:2023", set()),
    ],
)
def test_what_the_grammar_asks_the_library_answers(
    library: Library, query: str, articles: set[str]
) -> None:
    """Names by entity, languages, patterns, distances, misspellings."""
    results = library.search(query)
    assert {hit.info.id for hit in results.hits} == articles


def test_every_reading_says_what_was_made_of_the_query(library: Library) -> None:
    """Names with their spellings, unknown fields, what was given up."""
    assert any(
        "Kovaltchouk" in said for said in library.search("personne:kovalchuk").reading.remarks
    )
    assert any("“foo” unknown" in said for said in library.search("foo:port").reading.remarks)
    said = library.search("préfecture explosion tomates").reading.remarks
    assert "no passage has all 3 words: showing those with 2 or fewer" in said
