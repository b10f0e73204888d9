"""The gold set is sound: spans in order and inside, ids known, parts apart, words as annotated."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gold import raw, read

GOLD = Path(__file__).resolve().parents[1] / "gold"
KINDS = ("names", "quotes", "dates", "figures")
LABELS = {"PER", "LOC", "ORG", "MISC"}
Row = dict[str, Any]


def rows(kind: str) -> list[Row]:
    """The lines of one file."""
    return [json.loads(line) for line in (GOLD / f"{kind}.jsonl").read_text("utf-8").splitlines()]


def articles() -> dict[str, Row]:
    """The annotated articles by id."""
    return {row["id"]: row for row in rows("articles")}


def test_parts_are_apart_and_follow_the_id() -> None:
    """Each article is in one part, the one that its id says; both parts are of a size."""
    found = rows("articles")
    assert len({row["id"] for row in found}) == len(found)
    assert len({row["digest"] for row in found}) == len(found)
    for row in found:
        even = hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0
        assert row["part"] == ("dev" if even else "test"), row["id"]
        assert 0 < row["sentences"] < row["end"]


@pytest.mark.parametrize("kind", KINDS)
def test_spans_lie_inside_in_order_and_apart(kind: str) -> None:
    """Spans of one kind rise in each article and do not overlap (quotes may be nested)."""
    known = articles()
    last: dict[str, tuple[int, int]] = {}
    for row in rows(kind):
        article, span = row["article"], (row["start"], row["end"])
        assert 0 <= span[0] < span[1] <= known[article]["end"], row
        before = last.get(article, (-1, 0))
        assert before < span, row
        nested = kind == "quotes" and span[1] <= before[1]
        assert nested or before[1] <= span[0], row
        last[article] = span


def test_an_entity_has_a_number_and_no_name() -> None:
    """Ids are opaque, labels known."""
    for row in rows("names"):
        assert row["label"] in LABELS
        assert row["entity"][0] == "e" and row["entity"][1:].isdigit(), row


def test_a_speaker_is_a_mention_of_the_entity() -> None:
    """Where a speaker has an entity, its span is one of its mentions in that article."""
    mentions = {(n["article"], n["start"], n["end"]): n["entity"] for n in rows("names")}
    for row in rows("quotes"):
        assert row["kind"] in {"direct", "scare"}
        assert (row["speaker_start"] is None) == (row["speaker_end"] is None)
        if row["kind"] == "scare":
            assert row["speaker_start"] is None, row
        place = (row["article"], row["speaker_start"], row["speaker_end"])
        assert mentions.get(place) == row["speaker"], row


def test_dates_and_figures_are_ranges() -> None:
    """First and last day are real and in order, known together; so are low and high."""
    for row in rows("dates"):
        assert (row["earliest"] is None) == (row["latest"] is None)
        if row["earliest"] is not None:
            assert date.fromisoformat(row["earliest"]) <= date.fromisoformat(row["latest"]), row
    complete = {row["id"] for row in rows("articles") if row["figures"]}
    for row in rows("figures"):
        assert row["article"] in complete
        low, high = row["low"], row["high"]
        assert low is not None or high is not None
        assert low is None or high is None or low <= high, row


def test_the_words_are_those_that_were_annotated(shared: Path) -> None:
    """The corpus holds the very strings; no span begins or ends with a space or cuts a word."""
    gold = read(GOLD)
    words = raw(gold, shared / "corpora" / "news_fr.jsonl.gz")
    for article in gold:
        string = words[article.id]
        for name in article.names:
            assert not string[name.span.start - 1 : name.span.start].isalnum()
            assert not string[name.span.end : name.span.end + 1].isalnum()
        for quote in article.quotes:
            said = string[quote.span.start : quote.span.end]
            assert said == said.strip() and not said.startswith('"'), article.id
