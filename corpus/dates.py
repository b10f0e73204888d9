"""Dates and periods in an article, and the days they can mean.

Spans leave out articles and prepositions ("13 septembre", "1998 et 2013"); "depuis 2019" is the
year 2019. What is relative is counted from the article's own date or from the date before it in
the text, never from today; where neither says enough it stays unresolved.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.date_grammar import Expression
from corpus.date_meanings import Counted, Fixed, Following, Recurring, likelier
from corpus.english_dates import ENGLISH
from corpus.french_dates import FRENCH
from corpus.periods import LONG_MONTH, Period, around, hull, said
from corpus.plain import plain
from corpus.tense import Tense, tense_at
from corpus.types import DateMention, Span, Text

VERSION = 2
"""Of these rules: what older ones found is found again."""

NEAR = 400
"""Characters within which a date counts from the one before it."""

TOLD = 100
STORY = 300
"""Characters within which a month has the year of an older date before it: of one in the same
sentence, and of one in a story told sentence by sentence, date by date."""

LEAD = 40
"""Characters before a date that tell how it is used."""

ONWARD = 0.2
"""How much farther back than ahead of such a date a month may lie: stories go on."""

LEANING: dict[Tense | None, float] = {"past": 12.0, None: 3.0, "future": 0.25}
"""How many times farther back than ahead a day without its year may lie and still be the one
meant, by the tense of the verb beside it: news tells what was."""

_TO = re.compile(r" (?:à|au|aux|jusqu'à|jusqu'au|jusqu'en|to|until|through)(?: l[ea])? | ?[-–] ?")
_AND = re.compile(r" (?:et|and)(?: l[ea])? ")
_BETWEEN = re.compile(r"\b(?:entre|between)(?: l[ea]s?)? $")
_TWO = re.compile(r" (?:à|au|et)(?: l[ea])? |[-–]")
_STOP = re.compile(r"[.!?;…](?=\s)|\n")
_WHEN = re.compile(r"\b(?:en|le|in|on) $")
_SINCE = re.compile(r"\b(?:depuis|née?s?|since|born)(?: [\w']{1,20}){0,4} $")
_NEXT_OPENING = re.compile(r"[.!?»\"…] {1,3}(?:le |en |in |on )?$")
_OPENING = re.compile(r"(?:^|[.!?»\"…:] ?|\n)(?:en|in) $")
_NIGHT = re.compile(r"\bnuit d[eu] $")
_ALIKE = re.compile(r"(?:,| et| ou| puis| and| or)(?: de| d'| du| en| le| la| au| à){0,2} ?")


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its days; `of` is the date that they were counted from."""

    start: int
    end: int
    period: Period | None
    of: str | None


def dates(text: Text) -> tuple[DateMention, ...]:
    """The dates of an article in reading order, apart from each other."""
    english = text.language == "en"
    grammar = ENGLISH if english else FRENCH
    small = plain(text.text)
    resolver = Resolver(small, text.published, english=english)
    return tuple(
        DateMention(
            text.article,
            Span(one.start, one.end),
            one.period.first.isoformat() if one.period else None,
            one.period.last.isoformat() if one.period else None,
            one.of if one.period else None,
        )
        for one in resolver.resolve(grammar.expressions(small, text.text))
    )


class Resolver:
    """Finds the days of one article's expressions."""

    def __init__(self, small: str, published: str | None, *, english: bool) -> None:
        """`small` is the plain text, `published` its own date as in `Text`."""
        self.small = small
        self.published = published
        self.english = english
        self.own = said(published) if published else None

    def resolve(self, found: Sequence[Expression]) -> Iterator[Resolved]:
        """The expressions with their days, in order; two that bound a period are one."""
        given = self.with_years(found)
        before: Resolved | None = None
        at = 0
        while at < len(given):
            one, other = given[at], given[at + 1] if at + 1 < len(given) else None
            period = self.between(one, other, before) if other else None
            alone = period or self.alone(one, before)
            before = self.with_night(alone, before.end if before else 0)
            at += 2 if period else 1
            yield before

    def with_years(self, found: Sequence[Expression]) -> list[Expression]:
        """Of "5 mai, 6 juin et 7 juillet 2018" all have the year that only the last one says."""
        given = list(found)
        for at in range(len(given) - 2, -1, -1):
            one, other = given[at], given[at + 1]
            if not (isinstance(one.meaning, Recurring) and isinstance(other.meaning, Fixed)):
                continue
            period = other.meaning.period
            dated = period and period.days <= LONG_MONTH and one.meaning.usual == "nearest"
            if period and dated and _ALIKE.fullmatch(self.small, one.end, other.start):
                given[at] = replace(one, meaning=Fixed(one.meaning.last(period.first)))
        return given

    def with_night(self, one: Resolved, after: int) -> Resolved:
        """The same with "nuit de" before it, where it says the two days of a night."""
        night = _NIGHT.search(self.small, max(after, one.start - LEAD), one.start)
        two = _TWO.search(self.small, one.start, one.end)
        return replace(one, start=night.start()) if night and two else one

    def between(
        self, one: Expression, other: Expression, before: Resolved | None
    ) -> Resolved | None:
        """The period from one to the other, where the words between them make it one."""
        gap = (one.end, other.start)
        if not _TO.fullmatch(self.small, *gap):
            window = self.small[max(0, one.start - 14) : one.start]
            if not (_AND.fullmatch(self.small, *gap) and _BETWEEN.search(window)):
                return None
        first, last = self.alone(one, before), self.alone(other, before)
        start, end = first.period, last.period
        if isinstance(one.meaning, Recurring):
            start = end and one.meaning.last(end.first)
        elif isinstance(other.meaning, Recurring):
            end = start and other.meaning.next(start.last)
        if not start or not end:
            return Resolved(one.start, other.end, None, None)
        if end.last < start.first:
            return None
        return Resolved(one.start, other.end, Period(start.first, end.last), last.of or first.of)

    def alone(self, one: Expression, before: Resolved | None) -> Resolved:
        """One expression with its days. `before` is the last one that was resolved."""
        meaning = one.meaning
        if isinstance(meaning, Fixed):
            return Resolved(one.start, one.end, meaning.period, None)
        if isinstance(meaning, Following):
            near = before and before.period and one.start - before.end <= NEAR
            if not (near and before and before.period):
                return Resolved(one.start, one.end, None, None)
            return Resolved(one.start, one.end, meaning.of(before.period), cut(before.period))
        if isinstance(meaning, Counted):
            return Resolved(one.start, one.end, self.from_own_date(meaning.of), self.published)
        told = self.told(one, meaning, before)
        if told:
            return told
        period = self.from_own_date(self.meant(one, meaning))
        return Resolved(one.start, one.end, period, self.published)

    def told(self, one: Expression, meaning: Recurring, before: Resolved | None) -> Resolved | None:
        """A month or day whose year is that of an older date shortly before it: "ouvert en juin
        2017, clos en octobre"; None where it is rather counted from the article's own date."""
        period = before.period if before and not before.of else None
        if before is None or period is None or not meaning.dated:
            return None
        if self.own and period.last.year >= self.own.first.year:
            return None
        gap = self.small[before.end : one.start]
        lead = self.small[max(0, before.start - LEAD) : before.start]
        opens = _OPENING.search(lead)
        same_sentence = len(gap) <= TOLD and not _STOP.search(gap)
        if not same_sentence and not (opens and len(gap) <= STORY and _NEXT_OPENING.search(gap)):
            return None
        if period.days > LONG_MONTH:
            found = meaning.next(period.first) if opens else None
        else:
            when = _WHEN.search(lead) and not _SINCE.search(lead)
            found = likelier(meaning, ONWARD)(period.last) if when else None
        return Resolved(one.start, one.end, found, cut(period)) if found else None

    def meant(self, one: Expression, meaning: Recurring) -> Callable[[date], Period | None]:
        """Which one of what comes back: the verb decides, or what is usual."""
        tense = tense_at(self.small, one.start, one.end, english=self.english)
        if meaning.usual == "last":
            return meaning.next if tense == "future" else meaning.last
        return likelier(meaning, LEANING[tense])

    def from_own_date(self, of: Callable[[date], Period | None]) -> Period | None:
        """A date counted from the article's own; None where that is too vague to say much."""
        if self.own is None:
            return None
        first, last = of(self.own.first), of(self.own.last)
        if first is None or last is None:
            return None
        whole = hull(first, last)
        return whole if whole.days - first.days <= LONG_MONTH else None


def cut(period: Period) -> str:
    """ISO 8601 of a date, cut to what a whole month or year says; else of its first day."""
    first = period.first.isoformat()
    if period == around(period.first, "year"):
        return first[:4]
    return first[:7] if period == around(period.first, "month") else first
