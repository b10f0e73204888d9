"""What is found of each quotation, and what quotations of one article tell of each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.quote_focus import Speaker
from corpus.quote_spans import Quoted
from corpus.sounds import flat
from corpus.types import Paragraph, QuoteKind, Span

WORD = re.compile(r"[^\W\d_]+")
SHORT, STEM = 3, 5
"""Letters up to which a word says nothing, and of which its stem is made."""

MOST = 100
"""Quotations among which the words of a heading are sought again."""

TERM = 3
"""Words of a term: so few that nobody says are held at arm's length, not reported."""


@dataclass(slots=True)
class Said:
    """What is known of one quotation so far.

    `paragraph` holds it; `whole`: it begins its sentence, so that the next may go on with it;
    `opens`: it stands alone before anybody else is quoted.
    """

    piece: Quoted
    paragraph: Paragraph
    kind: QuoteKind = "direct"
    speaker: Speaker | None = None
    cue: Span | None = None
    continues: bool = False
    whole: bool = False
    opens: bool = False


def recall(text: str, said: Sequence[Said]) -> None:
    """Settle what a heading quotes by the same words below: a term there, or who says them."""
    for one, after in pairwise(said):
        if one.opens and after.cue and after.speaker and after.paragraph is not one.paragraph:
            one.speaker = after.speaker
    headings = [one for one in said if is_heading(one)]
    if headings:
        terms = {
            flat(cut(text, one)) for one in said if one.kind == "scare" and not is_heading(one)
        }
        for one in headings:
            one.kind = "scare" if flat(cut(text, one)) in terms else one.kind
    nameless = [one for one in said if one.kind == "direct" and not one.speaker and not one.cue]
    if not nameless:
        return
    known = [
        (stems(cut(text, one)), one.speaker)
        for one in said
        if one.speaker and one.cue and one.kind == "direct" and not is_heading(one)
    ][:MOST]
    for one in nameless:
        own = stems(cut(text, one))
        one.speaker = next((speaker for words, speaker in known if own and own <= words), None)
        if one.speaker is None and not is_heading(one) and len(cut(text, one).split()) <= TERM:
            one.kind = "scare"


def is_heading(said: Said) -> bool:
    """Whether a quotation stands in a title or heading."""
    return said.paragraph.kind != "body"


def cut(text: str, said: Said) -> str:
    """The words of a quotation."""
    return text[said.piece.span.start : said.piece.span.end]


def stems(words: str) -> frozenset[str]:
    """The longer words of a quotation without accents and endings."""
    return frozenset(word[:STEM] for word in WORD.findall(flat(words)) if len(word) > SHORT)
