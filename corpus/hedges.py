"""Words that make a number inexact, before it ("plus de") or after it ("environ").

An approximation ("près de 5 millions") leaves low and high at the number; "plus de" and "au moins"
open it upwards, "moins de" and "jusqu'à" downwards.
"""

import re
from dataclasses import dataclass
from typing import Literal

Bound = Literal["about", "least", "most"]

LONGEST = 40
"""Characters before a number in which a hedge is looked for."""

_ABOUT = (
    r"près de|près d'|environ|quelques?|autour de|autour d'|aux alentours de|aux alentours d'"
    r"|à peu près|approximativement|de l'ordre de|de l'ordre d'|presque|quasiment|à peine"
    r"|tout juste|pas loin de|pas loin d'|proche de|proches de|avoisinant|avoisine|estimée?s? à"
    r"|(?:une|en) moyenne de|la bagatelle de"
    r"|about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated at"
)
_LEAST = (
    r"(?:un peu |bien |beaucoup |largement |nettement |légèrement )?plus (?:de|d')|au moins"
    r"|au minimum|pas moins (?:de|d')|minimum|supérieure?s? à|au-delà (?:de|d')|à partir (?:de|d')"
    r"|dépass(?:e|ent|ait|é|er|ant)|excéd(?:er|ant|ait|é)|excède"
    r"|(?:a little |slightly |well )?(?:more|greater) than|well over|just over|over|at least"
    r"|upwards of|no fewer than|no less than|above|exceeding"
)
_MOST = (
    r"(?:un peu |bien |beaucoup |légèrement )?moins (?:de|d')|jusqu'à|au plus|au maximum|maximum"
    r"|pas plus (?:de|d')|inférieure?s? à|en dessous de|en-dessous de|sous les|sous la barre des"
    r"|(?:slightly |just )?(?:less|fewer) than|under|below|up to|at most|no more than|as many as"
    r"|as much as|just under"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=\W))(?:(?P<about>{_ABOUT})|(?P<most>{_MOST})|(?P<least>{_LEAST}))"
    r"(?: |(?<='))(?:les? |la |l'|un |une |the |a )?$"
)
_AFTER = re.compile(
    r" (?:(?P<about>environ|à peu près|or so)"
    r"|(?P<least>au moins|au minimum|minimum|voire plus|et plus|ou plus|at least|or more)"
    r"|(?P<most>au maximum|maximum|au plus|tout au plus|at most))\b"
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge where it stands, and what it does to a number."""

    start: int
    end: int
    bound: Bound


def before(plain: str, at: int) -> Hedge | None:
    """The hedge right before a number that begins at `at`; an article may stand between."""
    start = max(0, at - LONGEST)
    match = _BEFORE.search(plain[start:at])
    return _hedge(match, start) if match else None


def after(plain: str, at: int) -> Hedge | None:
    """The hedge right behind a number and unit that end at `at`."""
    match = _AFTER.match(plain, at)
    return _hedge(match, 0) if match else None


def _hedge(match: re.Match[str], at: int) -> Hedge:
    """A match as a hedge; its group's name is what it does."""
    bounds: dict[str, Bound] = {"about": "about", "least": "least", "most": "most"}
    name = next(name for name in bounds if match[name])
    return Hedge(at + match.start(name), at + match.end(name), bounds[name])
