"""Words of French and English by which it is told what a number counts, in small letters."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What differs between languages.

    `scales` multiply a number, those in `loose` make it inexact; `before` are adjectives that
    stand before what is counted; `not_counted` look like plurals or follow numbers but are not
    counted; `singular` are counted without a plural's ending.
    """

    scales: dict[str, float]
    loose: frozenset[str]
    before: frozenset[str]
    not_counted: frozenset[str]
    singular: re.Pattern[str]


FRENCH_TENS = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1e3,
}  # fmt: skip
_FRENCH_SHARES = {
    "tiers": 1 / 3, "quart": 1 / 4, "cinquième": 1 / 5, "sixième": 1 / 6, "huitième": 1 / 8,
    "dixième": 1 / 10,
}  # fmt: skip
_FRENCH_MANY = {"mille": 1e3, "million": 1e6, "milliard": 1e9, "billion": 1e12}
_ENGLISH_TENS = {"dozen": 12.0, "score": 20.0, "tens": 10.0}
_ENGLISH_SHARES = {"third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_ENGLISH_MANY = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip


def _with_plurals(words: dict[str, float]) -> dict[str, float]:
    """The words and their plurals."""
    return words | {word + "s": value for word, value in words.items() if word[-1] != "s"}


_FRENCH_BEFORE = frozenset(
    """
nouveaux nouvelles autres grands grandes petits petites jeunes vieux vieilles premiers premières
derniers dernières prochains prochaines anciens anciennes gros grosses bons bonnes mauvais
mauvaises beaux belles principaux principales seuls seules vrais vraies véritables simples longs
longues courts courtes doubles propres futurs futures mêmes énormes hauts hautes précédents
précédentes différents différentes pauvres célèbres fameux petit petite grand grande bon bonne gros
nouveau nouvelle seul seule long longue autre éventuels éventuelles importants importantes
""".split()
)
_ENGLISH_BEFORE = frozenset(
    """
new other more additional young old small large big major different former foreign further great
square cubic good long main local national american british french russian chinese ukrainian north
south
""".split()
)
# Words that end like plurals, or follow a number, and are not counted.
_NOT_COUNTED = frozenset(
    """
des les ses ces mes nos vos leurs aux dans sans sous vers chez dès plus moins mais puis pas très
depuis après lors alors toujours jamais ils elles nous vous tous toutes hors certes assez six dix
deux trois auprès dessus dessous dehors longtemps suis es as ailleurs parfois désormais près exprès
lequel dont qui que et ou où à au de du le la un une en par pour sur avec contre entre selon comme
soit est sont était étaient a ont avait avaient sera seront fut furent ne se ce cette cet son sa
leur y on il elle je tu lui si car or ni donc quand lorsque aussi ainsi encore déjà même environ
minimum maximum d l j n s t m c qu jusqu lorsqu jusque avant pendant durant envers malgré parmi
voire ça cela celui celle ceux celles auxquels desquels lesquels lesquelles peut peuvent doit
doivent va vont fait font
""".split()
)
_ENGLISH_NOT_COUNTED = frozenset(
    """
the a an and or but of in on at by for to from with as is are was were has have had his her its
their this that these those who which when while than more less after before since during between
against over under about into out up down off not no so if then also what where there here it he
she they we you i do does did will would can could may might must says said per some all both each
us s us
""".split()
)


FRENCH_WORDS = UnitWords(
    _with_plurals(FRENCH_TENS | _FRENCH_SHARES | _FRENCH_MANY),
    frozenset(_with_plurals(FRENCH_TENS)),
    _FRENCH_BEFORE,
    _NOT_COUNTED,
    re.compile(
        r"(?:euro|dollar|franc|point|kilomètre|mètre|centimètre|millimètre|heure|minute|seconde|an"
        r"|mois|jour|semaine|tonne|kilo|gramme|kilogramme|litre|degré|personne|mort|blessé|cas|fois"
        r"|voix|but|hectare|habitant|exemplaire|watt|baril|emploi|tour|siècle|place|année|femme"
        r"|homme|enfant|million|milliard)"
    ),
)
ENGLISH_WORDS = UnitWords(
    _with_plurals(_ENGLISH_TENS | _ENGLISH_SHARES | _ENGLISH_MANY) | {"bn": 1e9, "tn": 1e12},
    frozenset(_with_plurals(_ENGLISH_TENS)),
    _ENGLISH_BEFORE,
    _ENGLISH_NOT_COUNTED,
    re.compile(
        r"(?:people|men|women|children|dead|wounded|injured|missing|killed|police|percentage|feet|troops|euro|dollar|point|mile|kilometre"
        r"|meter|metre|hour|minute|year|month|week|day|person|man|woman|child)"
    ),
)
