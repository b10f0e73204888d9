"""Quotations in an article, and who speaks them.

Marks are paired first (`quote_spans`). Then each sentence with a quotation is read as words, names
and whole quotations; the words that announce are sought beside each quotation, and whom they name
(`quote_cues`). Pronouns and functions are resolved by what stands before (`quote_people`).
"""

from collections.abc import Sequence

from corpus.quote_spans import quoted
from corpus.quote_speech import Speech
from corpus.types import Mention, Quote, Text

VERSION = 1
"""Of these rules: what older ones found is found again."""


def quotes(text: Text, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The quotations of an article in reading order, apart from each other or nested."""
    pieces = quoted(text.text, text.paragraphs)
    return tuple(Speech(text, mentions, pieces).quotes()) if pieces else ()
