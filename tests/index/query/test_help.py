"""The table of the grammar: each example is read as it says, and the page shows the table."""

from pathlib import Path

import pytest

from index.query.fields import FIELDS
from index.query.help import RULES, Rule, table
from index.query.parser import parse
from tests.index.query.show import read

READ = {
    "words": "(accord & cereales)",
    "phrase": '"coup+du+monde"',
    "exact form": '="péché"',
    "one or the other": "(kiev | moscou)",
    "all": "(accord && (ble | mais))",
    "not": "(accord & !peche)",
    "together": "((ble | mais) & !prix)",
    "beginning": "munit*",
    "pattern": "march?",
    "misspelt": "choigu~1",
    "near": '"accord+cereales"~5',
    "number": "1000",
    "title": "title:accord",
    "text": "text:accord",
    "person": "person:choigou",
    "place": "place:odessa",
    "organisation": 'org:"nations+unies"',
    "speaker": "speaker:poutine",
    "quotation": 'quote:"pas+de+paix"',
    "outlet": "source:ap",
    "author": "author:dupont",
    "section": "tag:europe",
    "language": "lang:fr",
    "date": "date:2023-07-01..2023-07-31",
    "from … to": "date:2023-07-01..2023-09-30",
    "after, before": "date:2025-01-01..",
    "several in a field": "(title:accord | title:paix)",
    "not in a field": "(accord & !source:ap)",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.what)
def test_each_example_is_read_as_the_table_says(rule: Rule) -> None:
    """And without a remark: it is what the grammar is made for."""
    assert read(rule.example) == READ[rule.what]
    assert parse(rule.example).remarks == ()


def test_every_field_has_an_example() -> None:
    """A field that is not in the table is not known to anyone."""
    examples = " ".join(rule.example for rule in RULES)
    assert {field for field in FIELDS.values() if f"{field}:" not in examples} == set()


def test_the_page_shows_the_table() -> None:
    """One table for the app and for `docs/search.md`."""
    page = Path(__file__).parents[3] / "docs" / "search.md"
    assert table() in page.read_text(encoding="utf-8")
