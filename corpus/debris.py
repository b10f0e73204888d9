"""The rules that tell debris from text: which blocks of a page are not the article.

A rule names a whole block, never a part of one, and is written against the block's `key`:
lower case, straight apostrophes and plain blanks. ANYWHERE rules hold wherever the block stands;
EDGE rules, whose words an article may use as a heading, only before the first paragraph of
prose or after the last.
"""

import re

LONGEST = 400
"""Characters over which a block is prose, whatever it begins with."""

_PLAIN = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "))

# A Markdown link: rules see its words.
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")

_NETWORKS = (
    r"(?:facebook|twitter|x|whats ?app|linkedin|pinterest|instagram|telegram|reddit|tumblr|youtube"
    r"|messenger|flipboard|bluesky|threads|tiktok|e-?mail|mail|sms)"
)

_ANYWHERE: dict[str, tuple[str, ...]] = {
    "navigation": (
        r"(?:aller au|accéder au|passer au|skip to(?: the)?(?: main)?) (?:contenu"
        r"|content)(?: principal)?",
        r"(?:article|page|billet) (?:suivante?|précédente?)(?: ?[:›»→].{0,150})?",
        r"(?:previous|next) (?:article|post|page)(?: ?:.{0,150})?",
        r"navigation (?:de l'article|des articles)|plan du site|site map|mentions légales",
        r"(?:accueil|home)(?: ?[>›»/|] ?[^>›»/|.]{2,60}){1,5}",
    ),
    "back-to-top": (
        r"(?:bouton )?(?:retour(?:ner)?|revenir|remonter) en haut(?: de (?:la )?page)?",
        r"(?:bouton )?(?:retour|remonter) vers le haut",
        r"(?:bouton )?haut de page|back to (?:the )?top(?: button)?",
    ),
    "share": (
        r"(?:partager|partagez|share|tweeter|tweet|épingler)(?: (?:cet article|this(?: article"
        r"| story)?))?"
        rf"(?: (?:sur|via|par|on|by|with) (?:{_NETWORKS}|les réseaux sociaux))+ ?:?",
        r"(?:partager|partagez) (?:cet article|l'article|cette page|cette info) ?:?",
        rf"(?:share this|partager)(?: article| story| post| page| cet article)? ?:? ?"
        rf"(?:{_NETWORKS}(?: ?[,|•·/-] ?| +|$))*",
        rf"(?:{_NETWORKS}(?: ?[,|•·/-] ?| +)){{2,}}{_NETWORKS}",
        r"(?:suivez[- ]nous|rejoignez[- ]nous|follow us|nous suivre)"
        r"(?: (?:aussi )?(?:sur|on) .{2,60})?",
        r"copier le lien|copy link|envoyer par e-?mail|imprimer (?:l'|cet )article"
        r"|print this article",
    ),
    "cookie": (
        r"(?:ce site (?:web )?utilise|nous utilisons|notre site utilise) des cookies.*",
        r"en (?:poursuivant|continuant) (?:votre navigation|à naviguer).*",
        r"(?:we use|this (?:web)?site uses|our (?:web)?site uses) cookies.*",
        r"by continuing to (?:use|browse) (?:this|our) (?:web)?site.*",
        r"(?:tout )?(?:accepter|refuser)(?: tout| tous)?(?: les)? cookies|tout accepter"
        r"|tout refuser",
        r"(?:accept|reject) (?:all )?cookies|gérer (?:les|mes) cookies|cookie settings",
    ),
    "newsletter": (
        r"(?:inscrivez[- ]vous|abonnez[- ]vous|s'inscrire|s'abonner|recevez)\b.{0,120}\b"
        r"(?:newsletters?|lettres? d'informations?|infolettres?|alertes? (?:info"
        r"|e-?mails?))\b.{0,120}",
        r"(?:sign up|subscribe)\b.{0,100}\b(?:newsletters?|(?:free|weekly|daily) (?:letter|email"
        r"|briefing)|(?:weekly|daily) letter)\b.{0,100}",
        r"(?:inscrivez[- ]vous|s'inscrire|recevez)\b.{0,80}\b(?:boîte (?:mail|aux lettres)|par"
        r" e-?mail)\b.{0,80}",
    ),
    "paywall": (
        r"(?:débloquez|déverrouillez) (?:gratuitement )?(?:le |l')?(?:editor's digest"
        r"|éditeur's digest)"
        r"(?: gratuitement)?\.?",
        r"unlock the editor's digest for free\.?|(?:article )?réservé aux abonnés",
        r"pour (?:lire la suite|continuer(?: (?:la|votre) lecture)?|lire (?:l'|cet )article),? "
        r"(?:abonnez|connectez|inscrivez|identifiez)-vous.{0,60}",
        r"(?:cet |l')?(?:article|contenu|accès) (?:est )?(?:réservé|exclusivement réservé) "
        r"(?:aux|à nos) abonnée?s.{0,120}",
        r"(?:la suite|le reste) (?:de cet article )?est réservée? (?:aux|à nos) abonnés.{0,80}",
        r"il vous reste \d+ ?% de cet article à lire.{0,120}",
        r"(?:déjà|already) (?:abonnée?|a subscriber|subscribed) ?\?.{0,80}",
        r"(?:subscribe|sign in|register|log in|abonnez-vous|connectez-vous) (?:now )?(?:to|pour) "
        r"(?:continue reading|keep reading|read (?:more|the full (?:article|story))|lire la suite"
        r"|continuer (?:la|votre) lecture|lire (?:l'|cet )article).{0,80}",
        r"this (?:article|content|story) is (?:for|reserved for|available (?:only )?to) "
        r"(?:our )?subscribers.{0,80}",
    ),
    "read-also": (
        r"(?:à |a )?(?:lire|voir|écouter|découvrir|relire) (?:aussi|également"
        r"|encore)(?: ?[:>»–—|-].{2,250})?",
        r"(?:lire|voir|lisez) (?:aussi|également) (?:notre|nos|l'article|le dossier|l'entretien"
        r"|:).{2,250}",
        r"(?:read|see) (?:also|more)(?: ?[:>»|-].{2,250})?|also read(?: ?:.{2,250})?",
        r"articles? (?:similaires?|liés?|connexes?|associés?)|related (?:articles?|posts?|stories)",
        r"sur le même (?:sujet|thème) ?:?|dans la même (?:rubrique|catégorie) ?:?",
        r"(?:à lire (?:aussi|également)|related) ?[:>»|-]? .{2,250}",
        r"(?:nos|les) (?:lecteurs|internautes) ont (?:aussi|également) (?:aimé|lu) ?:?.{0,250}",
        r"(?:vous aimerez|vous pourriez|cela pourrait|ça pourrait) (?:aussi|aimer|également"
        r"|vous)\b.{0,60}",
        r"(?:you may also like|you might also like|more on this (?:story|topic)"
        r"|recommended for you)",
        r"(?:recommandé|recommandés|nos suggestions|à découvrir) pour vous",
    ),
    "read-more": (
        r"(?:lire|voir|lisez|retrouvez) la suite(?: (?:de l'article|ici"
        r"|sur .{2,60}))?(?: ?[>»→…]+| ?\.\.\.)?",
        r"(?:continue|keep) reading(?: .{0,60})?|read the (?:full|original|whole) (?:article"
        r"|story).{0,60}",
        r"(?:lire|voir|lien vers) l'article (?:original|complet)(?: .{0,60})?",
    ),
    "comment-form": (
        r"(?:laisser|ajouter|publier|poster|écrire|laissez|ajoutez) (?:un"
        r"|votre) commentaire.{0,40}",
        r"leave a (?:comment|reply)(?: cancel reply)?|post a comment|add a comment"
        r"|annuler la réponse",
        r"votre adresse e-?mail ne sera pas publiée.{0,120}",
        r"les champs obligatoires sont (?:indiqués|marqués).{0,40}",
        r"réagissez(?: à cet article)?|votre (?:nom|e-?mail|message|commentaire)"
        r" ?(?:\*|\((?:obligatoire|facultatif)\))",
        r"your email address will not be published.{0,120}",
        r"required fields are marked.{0,10}",
        r"(?:enregistrer mon nom, mon e-?mail|save my name, e-?mail).{0,160}",
        r"(?:connectez-vous|identifiez-vous|log in|sign in|vous devez être connecté) "
        r"(?:pour|afin de|to) (?:laisser un commentaire|commenter|publier|comment"
        r"|leave a comment|reply).{0,60}",
        r"soyez le premier à (?:commenter|réagir).{0,60}|be the first to comment.{0,60}",
    ),
    "source-link": (
        r"(?:source ?link|lien (?:vers la )?source|link to source)(?: ?[-–#:]? ?\d+)?",
        r"(?:source ?:? ?|lien ?:? ?|url ?:? ?)?https?://\S+",
    ),
    "advert": (
        r"(?:la suite|l'article se poursuit|article continues?) (?:après|below|after)(?: cette"
        r"| la| this)?"
        r"(?: publicité| pub| advertisement| ad)?",
        r"(?:publicité|pub|advertisement)\.? ?(?:- ?)?(?:faites défiler|continue reading|scroll)"
        r".{0,60}",
        r"publicité|- publicité -|advertisement|contenu sponsorisé|sponsored content",
    ),
    "reading-time": (
        r"(?:temps|durée) de lecture ?:? ?(?:environ )?\d+ ?(?:min|mn)(?:utes?)?\.?",
        r"(?:lecture|read(?:ing)? time) ?:? ?\d+ ?(?:min|mn)(?:ute)?s?\.?",
        r"\d+ ?-?(?:min|mn)(?:ute)?s? (?:de lecture|read)",
    ),
    "player": (
        r"(?:écouter|listen to) (?:cet |l'|this )article(?: ?\(?\d+ ?min.{0,10})?",
        r"votre navigateur ne (?:supporte|prend) pas.{0,80}|your browser does not support.{0,80}",
        r"\[embed (?:url|html)=\"*(?:https?://\S*)?|\"+\]",
    ),
    "copyright": (
        r"(?:©|\(c\)|copyright)(?: ©)? ?\d{4}.{0,100}",
        r".{0,60}\b(?:tous droits(?: de reproduction(?: et de représentation)?)? réservés"
        r"|all rights reserved)\b.{0,60}",
    ),
    "photo-credit": (
        r"\(?(?:crédits?|photo credits?)(?: (?:photo|image|vidéo|illustration)s?)? ?: ?.{2,80}",
    ),
}

_EDGE: dict[str, tuple[str, ...]] = {
    "navigation": (r"accueil|menu|rechercher|recherche|home|search|fermer|close|imprimer|print",),
    "share": (
        rf"partager|partagez|share|tweeter|tweet|copier|{_NETWORKS}|\d+ (?:partages|shares)",
    ),
    "newsletter": (
        r"newsletters?|s'abonner|subscribe|s'inscrire|sign up|je m'abonne|je m'inscris",
    ),
    "read-also": (
        r"et aussi|à lire|à voir|voir aussi|lire plus|read more|plus d'articles|more stories",
        r"(?:les )?plus (?:lus|récents|populaires)|les articles les plus lus|most (?:read|popular)",
        r"à ne pas manquer|nos derniers articles|derniers articles|sur le même sujet.{0,20}",
    ),
    "comment-form": (
        r"(?:\d+ )?(?:commentaires?|comments?|réactions?)(?: ?\(\d+\))?",
        r"(?:nom|name|e-?mail|site (?:web|internet)|website|commentaire|comment) ?\*?",
        r"(?:post comment|submit|envoyer|valider|publier|répondre|reply|réagir)",
    ),
    # Feeds that resell articles number them: "abc-fr-12".
    "feed-id": (r"[a-z]{2,6}-[a-z]{2}-\d{1,6}",),
    # Agencies sign a dispatch with its desk's initials: "ab-cde/fg/hi".
    "desk-code": (r"[a-z]{2,4}(?:-[a-z]{1,4})*(?:/[a-z]{1,4}(?:-[a-z]{1,4})*)+",),
}

STRAY = re.compile(r"[-–—_.,;:…*•·|/\\\"'«»“”‘’()\[\]<>#=+~^`\s\u200c\u200d]+")
"""A block of marks without a word."""

STRAY_END = re.compile(r"(?<=[.!?…])\s+[.,;]$")
"""A mark left over after the end of the last sentence."""

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
        "|africa|middle east|feature"
    ).split("|")
)
"""What pages print over a title: a section of the paper, a place, a kind of article."""


def _compiled(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """One pattern for all rules; the name of the group that matched is the rule's."""
    rules = (f"(?P<{name.replace('-', '_')}>{'|'.join(table[name])})" for name in table)
    return re.compile("|".join(rules))


_ANYWHERE_PATTERN = _compiled(_ANYWHERE)
_EDGE_PATTERN = _compiled(_EDGE)


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
    return _rule(_ANYWHERE_PATTERN.fullmatch(key(text)))


def edge(text: str) -> str | None:
    """The rule by which a block is debris before or after the article's prose."""
    return None if len(text) > LONGEST else _rule(_EDGE_PATTERN.fullmatch(key(text)))


_OUTLET = re.compile(
    r"(?:l'|(?:le|la|les) )(?:agence|alsace|canard|chronique|courrier|croix|dépêche|dernières"
    r"|devoir|dimanche|échos?|éveil|express|fil|figaro|gazette|hebdo(?:madaire)?|humanité|indépendant"
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


def is_section(text: str) -> bool:
    """Whether a block is a section label, or several with a mark between them."""
    names = _PARTS.split(key(text).strip(" :"))
    return bool(names) and all(name in SECTIONS for name in names)


def _rule(match: re.Match[str] | None) -> str | None:
    if match is None or match.lastgroup is None:
        return None
    return match.lastgroup.replace("_", "-")
