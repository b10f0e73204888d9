"""The rules that tell debris from text: which blocks of a page are not the article.

A rule names a whole block, never a part of one, and is written against the block's `key`:
lower case, straight apostrophes and plain blanks. `corpus.debris_rules` has the phrases.
"""

import re

from corpus.debris_rules import ANYWHERE, EDGE, TAIL, WITHIN

LONGEST = 400
"""Characters over which a block is prose, whatever it begins with."""

SHORT_LINE, MOST_CALLS = 160, 4
"""Characters and parts of a line that may be several of a page's phrases, one after the other."""

_PHRASES = re.compile(r"(?<=[.!?…]) +| +[|•·] +")

_PLAIN = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "))

# A Markdown link: rules see its words.
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")

# Marks that pages put around a label; the matching close of a bracket goes with its open.
_AROUND = re.compile(r"[\s»›>→➡▶►▸•●■□◆♦◊*+|–—\-·▪⬇↓✉🔔📌👉🔴📷📸▼▲△\[(<]+")
_ENDS = " »›>→➡▶►▸•●■□◆♦◊*|–—-·▪⬇↓▼▲])"

STRAY = re.compile(r"[-–—_.,;:…*•·|/\\\"'«»“”‘’()\[\]<>#=+~^`\s\u200c\u200dΔ←→▼▲►●■×]+")
"""A block of marks without a word."""

RELATED = re.compile(
    r"(?:à |a )?(?:lire|voir) (?:aussi|également) ?:?|et aussi|articles? (?:similaires?|liés?)"
    r"|related (?:articles?|posts?|stories)|sur le même (?:sujet|thème) ?:?|à lire|read more"
    r"|(?:les )?plus lus|most read|dans la même (?:rubrique|catégorie) ?:?|derniers articles"
)
"""A label under which a page lists the headlines of its other articles."""

SECTIONS = frozenset(
    (
        "actu|actualité|actualités|afrique|amérique|amériques|amérique latine|amérique du nord"
        "|analyse"
        "|asie|asie-pacifique|automobile|autriche|belgique|brexit|business|canada|chine|chronique"
        "|cinéma|conflits|coronavirus|corée du nord|corée du sud|culture|décryptage|défense"
        "|diplomatie|dossier|éco|économie|économies|éditorial|education|éducation|élections|emploi"
        "|en direct|energie|énergie|entreprises|environnement|etats-unis|états-unis|europe|exclusif"
        "|explainer|faits divers|faits-divers|finance|finances|football|france|géopolitique"
        "|guerre en ukraine"
        "|high-tech|idées|immobilier|infographie|info|infos|international|interview|investigation"
        "|japon|justice|livres|médias|medias|météo|monde|moyen-orient|musique|news|opinion|opinions"
        "|planète|podcast|politique|politics|portrait|proche-orient|régions|reportage|russie|santé"
        "|science|sciences|sécurité|société|sport|sports|suisse|tech|technologie|technologies"
        "|télévision|tourisme|transports|travel|tribune|ukraine|une|à la une|vidéo|vidéos|world"
        "|breaking news|enquête|social|transport|transport maritime"
        "|mer|agriculture|eau|climat|economy|health|technology|united states|asia"
        "|africa|middle east|feature|débats|chroniques|tribunes|éditoriaux|édito|éditos|entretien"
        "|entretiens|analyses|enquêtes|reportages|portraits|disparitions|voyage|voyages|mode|beauté"
        "|style|bourse|argent|auto|people|insolite|parentalité|patrimoine|histoire|gastronomie"
        "|religion|religions|campus|médecine|arts|scènes|théâtre|photos|diaporamas|vie pratique"
        "|fait divers|média|interviews|sciences et santé|sante|police-justice|les décodeurs"
        "|dossiers"
        "|le monde des livres|opinions et débats|business & finance|science & tech|arts & culture"
        "|us politics|uk|us|india|latin america|north america|asia pacific|lifestyle|entertainment"
        "|markets|money|editorial|analysis|opinion & analysis|breaking|local|national|features"
    ).split("|")
)
"""What pages print over a title: a section of the paper, a place, a kind of article."""


def _compiled(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """One pattern for all rules; the name of the group that matched is the rule's."""
    rules = (f"(?P<{name.replace('-', '_')}>{'|'.join(table[name])})" for name in table)
    return re.compile("|".join(rules))


_ANYWHERE_PATTERN = _compiled(ANYWHERE)
_EDGE_PATTERN = _compiled(EDGE)
_TAIL_PATTERN = _compiled(TAIL)
_WITHIN = tuple(
    (word, rule, re.compile(pattern)) for rule, words, pattern in WITHIN for word in words
)


def key(text: str) -> str:
    """A block as the rules see it."""
    text = _LINK.sub(r"\1", text) if "](" in text else text
    for special, plain in _PLAIN:  # five times faster than str.translate
        text = text.replace(special, plain)
    return text.casefold()


def anywhere(text: str) -> str | None:
    """The rule by which a block is debris wherever it stands, None where none says so."""
    if len(text) > LONGEST:
        return None
    if STRAY.fullmatch(text):
        return "stray-mark"
    plain = key(text)
    for word, rule, pattern in _WITHIN:
        if word in plain and pattern.fullmatch(plain):
            return rule
    return _matched(_ANYWHERE_PATTERN, plain) or _several(plain)


def _several(plain: str) -> str | None:
    """The rule of a short line that is nothing but a page's phrases: "Get our app. Log in."."""
    parts = _PHRASES.split(plain) if len(plain) <= SHORT_LINE else []
    if not 1 < len(parts) <= MOST_CALLS:
        return None
    sure = None
    for part in parts:
        rule = _matched(_ANYWHERE_PATTERN, part)
        if not (rule or _matched(_EDGE_PATTERN, part.rstrip(" ."))):
            return None
        sure = sure or rule
    return sure


def edge(text: str, *, last: bool) -> str | None:
    """The rule by which a block is debris before the article's prose, or (`last`) after it."""
    if len(text) > LONGEST:
        return None
    plain = key(text)
    return _matched(_EDGE_PATTERN, plain) or (_matched(_TAIL_PATTERN, plain) if last else None)


def _matched(pattern: re.Pattern[str], plain: str) -> str | None:
    """The rule that a block obeys, with or without the marks around its words."""
    match = pattern.fullmatch(plain)
    if match is None:
        opening = _AROUND.match(plain)
        bare = plain[opening.end() if opening else 0 :].rstrip(_ENDS)
        match = pattern.fullmatch(bare) if bare and bare != plain else None
    return _rule(match)


_OUTLET = re.compile(
    r"(?:l'|(?:le|la|les) )(?:agence|alsace|canard|chronique|courrier|croix|dépêche|dernières"
    r"|devoir|dimanche|échos?|éveil|express|fil|figaro|gazette|hebdo(?:madaire)?|humanité"
    r"|indépendant"
    r"|journal|lettre|liberté|libre|matin|messager|monde|montagne|nouvel|nouvelles?|observateur"
    r"|opinion|parisien|petit|point|presse|progrès|provence|quotidien|républicain|revue|soir"
    r"|télégramme|temps|tribune|union|usine|voix)(?: [\w'-]+){0,5}"
    r"|the (?:[\w'-]+ ){1,3}(?:chronicle|examiner|gazette|globe|guardian|herald|independent"
    r"|journal|mail|mirror|monitor|news|observer|post|press|record|reporter|review|standard|star"
    r"|sun|telegraph|times|tribune)"
)
# "Le Monde" is a paper; "Le monde d'après" is a headline.
_CAPITALS = re.compile(r"(?:L['’]|(?:Le|La|Les|The) )[A-ZÀ-ÖØ-Þ]")
_PARTS = re.compile(r"\s*[>›»/|•·–—]\s*|\s+-\s+")


def outlet(text: str) -> str | None:
    """The paper or site that a line over or under the title names, alone or with a section."""
    parts = _PARTS.split(text.strip())
    named = [part for part in parts if _OUTLET.fullmatch(key(part))]
    others = [part for part in parts if part not in named]
    if len(named) != 1 or not all(map(is_section, others)):
        return None
    return named[0] if _CAPITALS.match(named[0]) else None


def stray_end(text: str) -> int:
    """Where a block ends without the mark left over after its last sentence; 0 where none is."""
    if not text.endswith((".", ",", ";")) or not text[-2:-1].isspace():
        return 0
    end = len(text[:-1].rstrip())
    return end if end and text[end - 1] in ".!?…" else 0


def section_of_path(text: str) -> str | None:
    """The section that a line such as "Accueil > Monde > Asie" ends with, if it is a known one."""
    parts = _PARTS.split(text.strip())
    return parts[-1] if len(parts) > 1 and is_section(parts[-1]) else None


def is_section(text: str) -> bool:
    """Whether a block is a section label, or several with a mark between them."""
    names = _PARTS.split(key(text).strip(" :"))
    return bool(names) and all(name in SECTIONS for name in names)


def _rule(match: re.Match[str] | None) -> str | None:
    if match is None or match.lastgroup is None:
        return None
    return match.lastgroup.replace("_", "-")
