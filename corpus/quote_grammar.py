"""Small words of French and English by which one sees who says something without a parser.

All forms are in small letters with ' for the apostrophe, an elided word keeping its own: « qu' ».
"""

from dataclasses import dataclass
from functools import cached_property

from corpus.quote_verbs import ENGLISH, FRENCH, Verbs


def words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(table.split())


def by_first_word(openings: dict[str, bool]) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """What introduces a source, its words under the first; True: it never means anything else."""
    table: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    for opening, sure in openings.items():
        first = opening.split()[0]
        table[first] = (*table.get(first, ()), (tuple(opening.split()), sure))
    return table


@dataclass(frozen=True)
class Grammar:
    """The closed classes of one language.

    `helpers` come before a participle, `being` among
    them make it passive without « se », `skipped` may stand between helper and participle,
    `clitics` between subject and verb. `definite` and `indefinite` open a noun phrase, `of`
    carries it on, `prepositions` end it. `sources` introduce who says it: « selon ». `borders`
    begin another clause. `pronouns` stand for somebody named before; to each its gender ("m",
    "f", "" unknown) and whether it is plural. `common` are frequent verbs, `personal` words that
    only whole clauses have.
    """

    verbs: Verbs
    helpers: frozenset[str]
    being: frozenset[str]
    skipped: frozenset[str]
    clitics: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    of: frozenset[str]
    prepositions: frozenset[str]
    sources: dict[str, tuple[tuple[tuple[str, ...], bool], ...]]
    borders: frozenset[str]
    pronouns: dict[str, tuple[str, bool]]
    oblique: dict[str, tuple[str, bool]]
    times: frozenset[str]
    common: frozenset[str]
    personal: frozenset[str]

    @cached_property
    def clausal(self) -> frozenset[str]:
        """Words that stand in whole clauses rather than in terms and titles."""
        return self.common | self.personal | self.verbs.finite

    @cached_property
    def announcing(self) -> frozenset[str]:
        """Words with which a verb group may begin."""
        verbs = self.verbs
        every = verbs.finite | verbs.participles | verbs.presents | verbs.infinitives
        return every | verbs.light.keys() | self.helpers


FRENCH_GRAMMAR = Grammar(
    verbs=FRENCH,
    helpers=words("""
a ont avait avaient aura auront aurait auraient ait aient eut est sont était étaient sera seront
serait seraient fut soit avoir être ayant
"""),
    being=words("est sont était étaient sera seront serait seraient fut soit être"),
    skipped=words("""
aussi ainsi alors également encore déjà ensuite enfin notamment par ailleurs d' abord de son sa côté
part pour quant à lui elle eux en outre même plus tard tôt toutefois pourtant cependant bien mal
pas jamais rien tout toujours souvent hier ce matin soir lundi mardi mercredi jeudi vendredi samedi
dimanche nouveau fois une deux plusieurs reprises retour tour son propos sur y lui-même elle-même
eux-mêmes quelque peu très beaucoup surtout aussitôt dit plutôt presque d'abord ironie humour
colère ton voix basse exemple effet réponse nouvelle exclusivité direct moins autre longtemps
vivement néanmoins désormais donc certes emblée point
"""),
    clitics=words("ne n' se s' me m' te t' le la l' les lui leur y en nous vous"),
    definite=words("le la l' les ce cet cette ces ceux celles"),
    indefinite=words("""
un une des plusieurs certains certaines quelques deux trois quatre cinq six autre autres chaque
aucun
"""),
    possessive=words("son sa ses leur leurs mon ma mes notre nos votre vos"),
    of=words("de du des d'"),
    prepositions=words("""
à au aux dans sur lors pour par avec en chez auprès après avant depuis devant contre sous entre vers
sans selon malgré pendant durant dès envers outre parmi afin hors via face suite voici jusqu' jusque
vis-à-vis concernant suivant
"""),
    sources=by_first_word(
        {
            "selon": True,
            "d' après": True,
            "dixit": True,
            "pour": False,
            "aux yeux de": True,
            "aux yeux d'": True,
            "aux yeux du": True,
            "de l' avis de": True,
            "aux dires de": True,
            "de l' aveu de": True,
        }
    ),
    borders=words("""
que qu' qui lequel laquelle lesquels lesquelles car mais où dont lorsque lorsqu' quand si puis
alors donc parce puisque puisqu' tandis quoique
comme ou et
"""),
    pronouns={
        "il": ("m", False),
        "elle": ("f", False),
        "ils": ("m", True),
        "elles": ("f", True),
        "celui-ci": ("m", False),
        "celle-ci": ("f", False),
        "ceux-ci": ("m", True),
        "celles-ci": ("f", True),
        "celui": ("m", False),
        "celle": ("f", False),
    },
    oblique={
        "lui": ("m", False),
        "elle": ("f", False),
        "eux": ("m", True),
        "elles": ("f", True),
        "celui-ci": ("m", False),
        "celle-ci": ("f", False),
        "ceux-ci": ("m", True),
        "lui-même": ("m", False),
        "elle-même": ("f", False),
    },
    times=words("""
lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd' hui demain janvier février mars
avril mai juin juillet août septembre octobre novembre décembre matin soir midi après-midi nuit
semaine mois année jour jours an ans heure heures fois semaines soirée matinée journée weekend
week-end veille lendemain
"""),
    common=words("""
est sont était étaient sera serait soit ai suis es sommes êtes a ont avait avaient aura aurait avons
avez fait font va vont allait vais allons allez peut peuvent pouvait pourrait doit doivent devait
devrait faut veut veulent voulait vient viennent venait sait savent reste restent semble semblent
tient prend met
"""),
    personal=words("c' j' n' je tu nous vous on il elle ils elles pas ne"),
)

ENGLISH_GRAMMAR = Grammar(
    verbs=ENGLISH,
    helpers=words("has have had is was were been be having will would"),
    being=words("is was were be been"),
    skipped=words("""
also later then already once again not never repeatedly earlier previously recently yesterday
publicly monday tuesday wednesday thursday friday saturday sunday ever just been on
"""),
    clitics=words("also later then has have had reportedly repeatedly"),
    definite=words("the this that these those"),
    indefinite=words("a an some several many two three four five six other another one"),
    possessive=words("his her its their my our your"),
    of=words("of"),
    prepositions=words("""
in on at for to from with by as about after before during over under between among against through
into despite without near via amid so
"""),
    sources=by_first_word({"according to": True, "in the words of": True}),
    borders=words(
        "that who which because but where when while if so and or though although since as"
    ),
    pronouns={"he": ("m", False), "she": ("f", False), "they": ("", True), "it": ("n", False)},
    oblique={"him": ("m", False), "her": ("f", False), "them": ("", True)},
    times=words("""
monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow january february
march april may june july august september october november december morning evening night week
month year day days
"""),
    common=words("""
is are was were be been am has have had do does did can could will would should may might must
"""),
    personal=words("i we you he she they it not n't"),
)
