"""The verbs that announce what somebody says, French and English, in the forms that news use.

Written by hand as infinitives; third persons, participles and spelling changes are generated.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

FRENCH_REGULAR = """
accuser acquiescer admonester affirmer agacer ajouter alarmer alerter amuser analyser annoncer
anticiper appeler apprécier argumenter arguer asséner assumer assurer attaquer attester avancer
avouer balancer blaguer certifier chuchoter citer clamer commenter compléter concéder condamner
confesser confier confirmer conseiller considérer constater conter contester corriger crier
critiquer décréter déclarer décocher dédramatiser demander démontrer
dénoncer déplorer désoler détailler développer dévoiler diagnostiquer douter égrener embrayer
emporter énerver encourager énoncer énumérer enchaîner enfoncer enrager enthousiasmer épingler
espérer esquisser estimer étonner étriller évoquer exclamer excuser exhorter exiger expliquer
exploser exposer exprimer exulter fanfaronner féliciter formuler fulminer fustiger glisser gronder
grogner hasarder hurler imaginer impatienter implorer indigner indiquer informer inquiéter
insister insurger interpeller interroger invectiver inviter invoquer ironiser jubiler juger jurer
justifier lâcher lamenter lancer lister livrer louer marmonner marteler maugréer menacer mentionner
militer minimiser moquer moraliser murmurer narrer nier noter notifier nuancer objecter observer
offusquer ordonner parler penser persifler pester philosopher plaider plaisanter pleurer pointer
poser préciser préconiser prier proclamer prôner pronostiquer protester qualifier questionner
raconter railler rappeler rapporter rassurer réaffirmer recadrer récapituler réciter réclamer
recommander récuser redouter réfuter regretter réitérer rejeter relater relativiser relayer relever
remarquer remémorer remercier répéter répliquer reprocher résumer rétorquer retracer retweeter
révéler revendiquer rêver saluer scander sermonner signaler souffler souhaiter souligner
soupçonner soupirer spécifier stipuler suggérer supplier synthétiser tacler tancer taquiner
targuer abonder tempérer tempêter temporiser témoigner théoriser tonner trancher tweeter vanter
vilipender vitupérer vociférer engager proposer promulguer présenter décrier
moucher préférer interposer interjeter intimer marquer partager plaisanter ponctuer professer
persuader
""".split()

FRENCH_LIKE_AVERTIR = """
avertir applaudir définir garantir gémir réagir renchérir réfléchir rugir surenchérir réjouir
""".split()

FRENCH_IRREGULAR = """
dire:dit disent disait disaient dirent dira diront dirait diraient:dit dite dits dites:disant
redire:redit redisent redisait:redit:redisant
contredire:contredit contredisait:contredit:contredisant
prédire:prédit prédisent prédisait:prédit prédite:prédisant
écrire:écrit écrivent écrivait écrivaient écrivit écrira:écrit écrite écrits écrites:écrivant
décrire:décrit décrivent décrivait décrivaient décrivit:décrit décrite décrits décrites:décrivant
répondre:répond répondent répondait répondaient répondit répondra:répondu:répondant
prétendre:prétend prétendent prétendait prétendaient:prétendu:prétendant
défendre:défend défendent défendait défendaient:défendu défendue défendus:défendant
reprendre:reprend reprennent reprenait reprit:repris:reprenant
craindre:craint craignent craignait craignaient:craint:craignant
plaindre:plaint plaignent plaignait plaignaient:plaint plainte plaints plaintes:plaignant
dépeindre:dépeint dépeignent dépeignait:dépeint dépeinte:dépeignant
enjoindre:enjoint:enjoint:enjoignant
poursuivre:poursuit poursuivent poursuivait poursuivit:poursuivi:poursuivant
conclure:conclut concluent concluait:conclu:concluant
reconnaître:reconnaît reconnait reconnaissent reconnaissait reconnut:reconnu:reconnaissant
admettre:admet admettent admettait admit:admis:admettant
promettre:promet promettent promettait promettaient promit promettra:promis:promettant
prévenir:prévient préviennent prévenait prévint:prévenu prévenue prévenus:prévenant
convenir:convient conviennent convenait:convenu:convenant
soutenir:soutient soutiennent soutenait soutenaient soutint:soutenu:soutenant
maintenir:maintient maintiennent maintenait:maintenu:maintenant
souvenir:souvient souviennent souvenait:souvenu souvenue souvenus:
démentir:dément démentent démentait démentit:démenti:démentant
croire:croit croient croyait croyaient:cru:croyant
voir:voit voient voyait voyaient:vu:voyant
prévoir:prévoit prévoient prévoyait:prévu:prévoyant
vouloir:veut veulent voulait voulaient voudrait:voulu:voulant
sourire:sourit sourient souriait:souri:souriant
rire:rit rient riait:ri:riant
convaincre::convaincu convaincue convaincus:
émouvoir:émeut émeuvent émouvait:ému émue émus:
"""

ENGLISH_IRREGULAR = """
say:say says said:said:saying
tell:tells told:told:telling
add:added adds:added:adding
write:write writes wrote:written:writing
think:think thinks thought:thought:thinking
swear:swears swore:sworn:swearing
admit:admits admitted:admitted:admitting
quip:quips quipped:quipped:quipping
"""

ENGLISH_REGULAR = """
accuse acknowledge advise affirm agree allege announce answer appeal applaud argue ask assert assure
blame boast call caution charge claim clarify comment complain concede conclude condemn confirm
contend continue counter criticize criticise decide declare demand deny describe dismiss elaborate
emphasize emphasise estimate exclaim explain express fear hail hint hope indicate inform insist
joke lament maintain mention muse note object observe opine plead pledge post praise predict
promise propose protest quote reassure recall recommend recount reiterate remark remember remind
reply report respond retort reveal shout signal slam state stress suggest testify tweet urge vow
warn whisper yell
""".split()

LIGHT = {
    "savoir valoir part état remarquer observer comprendre": "fait font faisait faisaient fit faire"
    " faisant fera",
    "entendre": "laissé laisse laissent laissait laissant laisser",
    "garde avant cause": "mis met mettent mettait mettant mettre",
}
"""What makes a verb that says little an announcing one: « fait savoir », « met en garde »."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """The forms of one language's announcing verbs.

    `participles` announce with a helping verb or after another verb, `presents` are « assurant »,
    `light` maps a form that announces only with one of some words after it to these words.
    """

    finite: frozenset[str]
    participles: frozenset[str]
    presents: frozenset[str]
    infinitives: frozenset[str]
    light: dict[str, frozenset[str]]


def french_regular(verb: str) -> tuple[str, list[str], list[str], str]:
    """The forms of a verb in -er, with its changes of spelling (annonça, jugeait, martèle)."""
    stem = verb[:-2]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    sharp = re.sub(r"[eé](?=[^aeiouyéè]$)", "è", stem)
    doubled = stem + stem[-1] if re.search(r"(?:pel|jet)$", stem) else sharp
    finite = [soft + end for end in ("a", "ait", "aient")] + [stem + "èrent"]
    for present in {stem, sharp, doubled, re.sub("y$", "i", stem)}:
        finite += [present + end for end in ("e", "ent", "era", "eront", "erait", "eraient")]
    return verb, finite, [stem + end for end in ("é", "ée", "és", "ées")], soft + "ant"


def french_like_avertir(verb: str) -> tuple[str, list[str], list[str], str]:
    """The forms of a verb in -ir like avertir."""
    stem = verb[:-1]
    finite = [stem + end for end in ("t", "ssent", "ssait", "ssaient", "rent", "ra", "ront")]
    return verb, finite, [stem + end for end in ("", "e", "s", "es")], stem + "ssant"


def english_regular(verb: str) -> tuple[str, list[str], list[str], str]:
    """The forms of a verb with -ed; its past is finite and participle."""
    stem = verb.removesuffix("e")
    past, third = stem + "ed", verb + "s"
    if verb.endswith("y"):
        past, third = verb[:-1] + "ied", verb[:-1] + "ies"
    elif verb.endswith(("s", "h")):
        third = verb + "es"
    return verb, [past, third], [past], stem + "ing"


def irregular(table: str) -> Iterable[tuple[str, list[str], list[str], str]]:
    """The forms written out in a table: infinitive:finite:participles:present participle."""
    for line in table.strip().split("\n"):
        infinitive, finite, participles, present = line.split(":")
        yield infinitive, finite.split(), participles.split(), present


def verbs(conjugated: Iterable[tuple[str, list[str], list[str], str]]) -> Verbs:
    """All forms of all verbs, by shape."""
    rows = list(conjugated)
    return Verbs(
        finite=frozenset(form for row in rows for form in row[1]),
        participles=frozenset(form for row in rows for form in row[2]),
        presents=frozenset(row[3] for row in rows) - {"", "maintenant"},
        infinitives=frozenset(row[0] for row in rows),
        light={
            form: frozenset(after.split())
            for after, forms in LIGHT.items()
            for form in forms.split()
        },
    )


FRENCH = verbs(
    [
        *map(french_regular, FRENCH_REGULAR),
        *map(french_like_avertir, FRENCH_LIKE_AVERTIR),
        *irregular(FRENCH_IRREGULAR),
    ]
)
ENGLISH = verbs([*map(english_regular, ENGLISH_REGULAR), *irregular(ENGLISH_IRREGULAR)])
