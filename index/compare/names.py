"""Names in both sides, and two names that stand for the same holder of one office."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from corpus.sounds import flat, surname_key
from corpus.types import Mention, Span
from index.analysis import fold
from index.compare.contexts import Context, days_between, windows
from index.compare.lines import Facts, Item, Place
from index.types import Agreement, Difference

OFFICES = frozenset(
    """
president presidente ministre maire procureur procureure prefet prefete chancelier chanceliere
gouverneur gouverneure roi reine pape pdg patron patronne directeur directrice secretaire
ambassadeur ambassadrice commandant commandante archeveque selectionneur entraineur
prime minister mayor prosecutor chancellor governor king queen pope ceo ambassador coach director
""".split()
)
"""Offices that one person holds at a time, where it is said of what."""

HELD = 60
"""Days after which an office may have another holder."""

TOLD_TOGETHER = 0.4
"""The part of a line, the office included, that the other has too where it is of the same news."""

OFFICE_WORDS = 8
"""Items that say an office, at most."""

MOST = 200
"""Names of one side alone that are looked at: more than long articles have."""

SPELLING = 0.7
"""From this likeness on (Ratcliff and Obershelp, 1988) two names are one, spelt wrongly."""

SAME_DAY = 1
"""Days between two articles that tell the same day's news."""

BESIDE = 4
"""Items on each side of a name in which another makes it one of a list."""

_OF = frozenset("de du des d of".split())
_FORMER = frozenset("ancien ancienne ex former futur future vice adjoint adjointe deputy".split())


def names(one: Facts, other: Facts) -> tuple[list[Agreement], list[Difference]]:
    """Who and what both name, and where they give one office two holders."""
    lefts, rights = _places(one), _places(other)
    agreements = [
        Agreement("name", _fullest(one, spans), tuple(spans), tuple(rights[key]))
        for key, spans in lefts.items()
        if key in rights
    ]
    return agreements, list(_differences(one, other))


def _places(facts: Facts) -> dict[str, list[Span]]:
    places = defaultdict(list)
    for mention in facts.names:
        places[facts.name_key(mention)].append(mention.span)
    return places


def _fullest(facts: Facts, spans: list[Span]) -> str:
    """The longest of the forms in which a side writes one name."""
    return max((facts.written(span) for span in spans), key=len)


def _differences(one: Facts, other: Facts) -> Iterator[Difference]:
    """Names that one side alone has, in the office or the words where the other has another."""
    lefts = list(islice(_alone(one, other), MOST))
    rights = list(islice(_alone(other, one), MOST))
    taken: set[int] = set()
    seen: set[tuple[str, str]] = set()
    for left, mention in lefts:
        for right, against in rights:
            keys = one.name_key(mention), other.name_key(against)
            if mention.label != against.label or right in taken or keys in seen:
                continue
            if alike(one.written(mention.span), other.written(against.span)):
                continue
            about = _about(one, other, one.places["name", left], other.places["name", right])
            if about is not None:
                taken.add(right)
                seen.add(keys)
                yield Difference(
                    "name",
                    about,
                    one.written(mention.span),
                    other.written(against.span),
                    mention.span,
                    against.span,
                )
                break


def _alone(facts: Facts, against: Facts) -> Iterator[tuple[int, Mention]]:
    """The names of a side that the other article never has."""
    there = {against.name_key(m) for m in against.side.read.mentions}
    for at, mention in enumerate(facts.names):
        if ("name", at) in facts.places and facts.name_key(mention) not in there:
            yield at, mention


def alike(one: str, other: str) -> bool:
    """Whether two names may be one: a word that sounds the same, wrong letters, an acronym."""
    keys = [{surname_key(w) for w in flat(form).replace("-", " ").split()} for form in (one, other)]
    if keys[0] & keys[1] or SequenceMatcher(None, flat(one), flat(other)).ratio() >= SPELLING:
        return True
    return acronym(one, other) or acronym(other, one)


def acronym(short: str, long: str) -> bool:
    """Whether one form is made of letters with which the words of another begin, in order."""
    initials = iter([word[0] for word in flat(long).replace("-", " ").split()])
    return " " not in short and len(short) > 1 and all(c in initials for c in flat(short))


def _about(one: Facts, other: Facts, left: Place, right: Place) -> str | None:
    """The office that both names hold, or "" where they stand in the same words; None where
    neither is sure."""
    apart = days_between(one.side.published, other.side.published)
    context = Context(one, other, left, right)
    offices = _office(one, left), _office(other, right)
    now = apart <= HELD and not context.dated and context.share >= TOLD_TOGETHER
    if offices[0] and now and _keys(offices[0]) == _keys(offices[1]):
        return one.written(Span(offices[0][0].start, offices[0][-1].end))
    if apart > SAME_DAY or context.other_dates or _listed(left) or _listed(right):
        return None
    same = context.near_share >= 0.9 and context.near >= 2.5 and context.share >= 0.7
    return "" if same and _neighbours(left) == _neighbours(right) else None


def _listed(place: Place) -> bool:
    """Whether another name is near: one of a list can be left out without contradiction."""
    return any(item.kind == "name" for part in windows(place) for item in part[:BESIDE])


def _neighbours(place: Place) -> list[list[str]]:
    return [[item.key for item in part[:2]] for part in windows(place)]


def _office(facts: Facts, place: Place) -> list[Item]:
    """The words of the office said right before a person's name ("le ministre de la Défense X").

    None where no single holder is meant: the office must be of something.
    """
    if place.item.at >= len(facts.names) or facts.names[place.item.at].label != "PER":
        return []
    items, at = place.line.items, place.number
    before: list[Item] = []
    for item in reversed(items[max(0, at - OFFICE_WORDS) : at]):
        if item.clause != place.item.clause or item.kind in ("figure", "date"):
            break
        before.insert(0, item)
    first = max((n for n, item in enumerate(before) if _is_office(facts, item)), default=None)
    if first is None:
        return []
    around = {fold(facts.side.text[i.start : i.end]) for i in before}
    of = {item.key for item in before[first + 1 : first + 3]} & _OF
    return before[first:] if of and len(_keys(before[first:])) > 1 and not around & _FORMER else []


def _is_office(facts: Facts, item: Item) -> bool:
    return fold(facts.side.text[item.start : item.end]) in OFFICES


def _keys(items: list[Item]) -> list[str]:
    return [item.key for item in items if item.kind in ("word", "name")]
