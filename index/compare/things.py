"""What a figure counts: its unit, what befell those counted, and what sets them apart.

"12 morts", "douze personnes ont été tuées" and "12 people died" count the same thing; "5 soldats
ukrainiens" and "7 soldats russes" do not, nor "12 morts" and "dont 4 morts".
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from corpus.types import Figure, Span
from index.analysis import fold, language, tokenize
from index.compare.lines import Facts, Item, Place, weight

_STATES = {
    "dead": """mort morts morte mortes décès décédé décédés tué tués tuée tuées péri tuant tuer
        dead deaths death died killed killing kill fatalities""",
    "hurt": """blessé blessés blessée blessées blessant blesser injured wounded injuring hurt
        injuries""",
    "held": """interpellé interpellés interpellée interpellées interpellations interpellation arrêté
        arrêtés arrestations arrestation arrested detained arrests""",
    "missing": "disparu disparus disparue disparues missing",
    "moved": "évacué évacués évacuée évacuées evacuated",
    "infected": """cas cases contaminé contaminés contaminée contaminées contaminations infectés
        infectées infected infections""",
    "in hospital": """hospitalisé hospitalisés hospitalisée hospitalisées hospitalisations
        hospitalized hospitalised""",
    "saved": "secouru secourus secourue secourues sauvés sauvées rescued",
    "condemned": "condamné condamnés condamnée condamnées sentenced convicted",
}
"""What befalls people, by the words that say it."""

_PEOPLE = """
personne personnes people gens individu individus person persons victime victimes victim victims
"""
"""Units that leave open who is counted: what befell them tells."""

_SAME_UNITS = {
    "%": "% pourcent percent",
    "€": "€ euro euros eur",
    "$": "$ us$ dollar dollars usd",
    "£": "£ livre livres gbp pounds",
    "km": "km kilomètre kilomètres kilometer kilometers kilometre kilometres",
    "m": "m mètre mètres meter meters metre metres",
    "kg": "kg kilo kilos kilogrammes kilograms",
    "t": "t tonne tonnes tons",
    "km/h": "km/h",
    "soldat": "soldat soldats soldier soldiers troops",
    "enfant": "enfant enfants child children",
    "femme": "femme femmes woman women",
    "homme": "homme hommes man men",
    "policier": "policier policiers officers",
    "vote": "vote votes voix",
    "drone": "drone drones",
    "missile": "missile missiles",
    "shell": "obus shells",
}
"""Units that are written in several ways, or in two languages."""

MEASURES = frozenset(["%", "€", "$", "£", "km", "m", "kg", "t", "km/h", ""])
"""Units that say nothing of what is counted or measured."""

_TIMES = frozenset(
    "an ans annee annees mois semaine semaines jour jours heure heures h minute minutes min mn "
    "seconde secondes year years month months week weeks day days hour hours minutes seconds "
    "decennie decennies siecle siecles nuit nuits soir soirs".split()
)
"""Ages and durations: they are figures, but say nothing that two articles could differ about."""

_PASSIVE = frozenset(
    "ete etaient etait sont est etre sera seront furent been were was are is be being".split()
)
_AND = frozenset(["et", "and"])
_DOING = frozenset("ont a avaient avait auraient aurait have had has ayant".split())

APART = frozenset(
    """
dont contre autre autres supplementaires supplementaire nouveau nouveaux nouvelle nouvelles chaque
par premier premiers premiere premieres dernier derniers derniere dernieres moyenne environnant
parmi seul seule seuls seules apres avant sauf hors plus moins double triple objectif prevu prevus
prevision attendu attendus including against other others more fewer each per first last among
average after before new additional expected only former autant hausse baisse augmentation
diminution progression recul chute bond increase decrease rise fall up down minimum maximum mini
maxi jusqu encore deja actuellement toujours currently still suivants suivantes precedent precedente
""".split()
)
"""Words beside a figure that make it count a part, a change or another time."""

_DAILY = frozenset(
    "nouveau nouveaux nouvelle nouvelles supplementaires supplementaire par dernier dernieres "
    "derniers derniere new additional per last moyenne average chaque each actuellement toujours "
    "currently still".split()
)
"""Those that tell of what comes in a span of time."""

_AFTER = re.compile(r"\s+(?:après|plus tard|after|later)\b")
"""Behind a duration: it tells when, not in how long."""

NEAR = 4
"""Items before and after a figure in which such words are looked for."""

STATE_WEIGHT = 0.5
"""How much is known when it is known what befell those counted."""

OPENING = 3
"""Items in which a line says in what time it counts."""

REACH = 6
"""Items between people and what befell them."""


class Thing(NamedTuple):
    """What is counted: the unit's key, what befell it, and the words that set it apart.

    `daily` tells that it is what came in a day or another span of time;
    `weight` how much is known when the unit is. `said` is the word that says what is counted, ""
    where only the surroundings do.
    """

    unit: str
    state: str
    apart: frozenset[str]
    daily: bool
    weight: float
    said: str

    @property
    def open(self) -> bool:
        """Whether neither unit nor what befell them tells what is counted."""
        return not self.weight

    @property
    def kind(self) -> tuple[str, str]:
        """What must be the same for two figures to be of the same kind of thing."""
        return self.unit, self.state


def thing(facts: Facts, figure: Figure, place: Place | None) -> Thing | None:
    """What a figure counts, None where it is of no kind that can be compared."""
    if figure.low is None and figure.high is None:
        return None
    unit = unit_key(figure.unit, facts.side.language)
    if unit in _TIMES or place is None:
        return None
    code = facts.side.language
    state, word = _states(code).get(_stem(figure.unit, code), ""), figure.unit
    if not state and unit not in MEASURES:
        state, item = _befallen(facts, place)
        if item and unit in _people(code):
            word = facts.written(Span(item.start, item.end))
    if state and (unit in _people(code) or unit in _states(code)):
        unit = ""
    apart = _apart(facts, figure, place)
    daily = bool(apart & _DAILY) or state == "in hospital" or _in_a_time(facts, place)
    worth = 0.0 if unit in MEASURES or unit in _people(code) else weight(unit, code)
    said = "" if unit in MEASURES and not state else word
    return Thing(unit, state, apart, daily, worth + STATE_WEIGHT * bool(state), said)


def unit_key(unit: str, code: str | None) -> str:
    """A unit as a key that its plural, its sign and its other spellings share."""
    folded = fold(unit).replace(" ", "")
    if folded in _TIMES:
        return folded
    return _units().get(folded) or _stem(unit, code)


def counted(unit: str, code: str | None) -> str:
    """What a unit alone says is counted, or befell those counted: one key for all its words.

    "" for measures, times and people of whom it says nothing.
    """
    key = unit_key(unit, code)
    if key in MEASURES or key in _TIMES or key in _people(code):
        return ""
    return _states(code).get(_stem(unit, code), key)


def _stem(unit: str, code: str | None) -> str:
    return language(code).stem(fold(unit))


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return {fold(word): key for key, words in _SAME_UNITS.items() for word in words.split()}


@lru_cache(maxsize=8)
def _states(code: str | None) -> dict[str, str]:
    """What stems say befell people."""
    stem = language(code).stem
    return {stem(fold(w)): state for state, words in _STATES.items() for w in words.split()}


@lru_cache(maxsize=8)
def _people(code: str | None) -> frozenset[str]:
    """The keys of the units that leave open who is counted."""
    return frozenset(_stem(word, code) for word in _PEOPLE.split())


def _befallen(facts: Facts, place: Place) -> tuple[str, Item | None]:
    """What befell those counted, and the word that says it: "a tué douze personnes"."""
    states = _states(facts.side.language)
    before = _acted(states, place)
    doing = passive = False
    for item in _beside(place, 1, REACH):
        if item.kind == "figure" or (before and item.key in _AND):
            break
        passive = passive or item.key in _PASSIVE
        doing = doing or item.key in _DOING
        if item.key in states:
            state = states[item.key]
            dies = state in ("dead", "missing") and item.key.startswith(("peri", "disparu", "died"))
            return ("", None) if doing and not passive and not dies else (state, item)
    return (states[before.key], before) if before else ("", None)


def _acted(states: Mapping[str, str], place: Place) -> Item | None:
    """The word close before those counted that says what befell them."""
    for item in _beside(place, -1, 3):
        if item.kind in ("figure", "name") or item.key in _AND:
            break
        if item.key in states:
            return item
    return None


def _beside(place: Place, step: int, most: int) -> Iterator[Item]:
    """The items on one side of a figure, up to the end of its clause."""
    items, at = place.line.items, place.number + step
    while 0 <= at < len(items) and abs(at - place.number) <= most:
        if items[at].clause != place.item.clause:
            return
        yield items[at]
        at += step


def _apart(facts: Facts, figure: Figure, place: Place) -> frozenset[str]:
    """The words in and beside a figure that say that not all of the thing is counted."""
    start, end = figure.span.start, figure.span.end
    said = facts.side.text[start:end]
    if figure.hedge:
        said = said.replace(figure.hedge, " ")
    found = {token.folded for token in tokenize(said)} & APART
    for step in (1, -1):
        for item in _beside(place, step, NEAR):
            if item.kind == "figure":
                break
            folded = fold(facts.side.text[item.start : item.end])
            if folded in APART:
                found.add(folded)
    return frozenset(found)


def _in_a_time(facts: Facts, place: Place) -> bool:
    """Whether a duration stands behind a figure, or opens its line: "341 morts en 24 heures", "En
    un jour, 341 morts"; but not "Trois jours après, 14 morts"."""
    opening = place.line.items[: min(OPENING, place.number)]
    for items in (_beside(place, 1, REACH), opening):
        lasting = next((i for i in items if i.kind == "figure"), None)
        if lasting and unit_key(facts.figures[lasting.at].unit, facts.side.language) in _TIMES:
            return not _AFTER.match(facts.side.text, lasting.end)
    return False
