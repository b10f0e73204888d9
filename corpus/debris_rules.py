"""What pages print around articles, in French, in English, and in French made from English by a
machine: the phrases of each rule of `corpus.debris`, as regular expressions over a whole block in
lower case, with straight apostrophes, plain blanks, and no bullets, brackets or marks around it.

ANYWHERE holds wherever the block stands, so no sentence of an article may match; WITHIN too, for
blocks that hold one of the words given. The phrases of EDGE an article may use as a heading: they
hold before its first prose and after its last; those of TAIL could be a title: only after.
"""

from corpus.debris_site import SITE
from corpus.debris_story import STORY

_NETWORKS = (
    r"(?:facebook|twitter|x(?: \(twitter\))?|whats ?app|linkedin|pinterest|instagram|telegram"
    r"|reddit|tumblr|youtube|messenger|flipboard|bluesky|mastodon|threads|tik ?tok|snapchat|skype"
    r"|pocket|viber|line|vk|discord|e-?mail|mail|courriel|sms)"
)
_AGENCY = (
    r"(?:afp|ap(?: photo)?|ap images|associated press|reuters|sipa(?: usa| press)?|epa(?:-efe)?|efe"
    r"|getty(?: images)?(?: via afp)?|maxppp|keystone(?:-sda)?|anp|belga(?: image)?|sputnik|tass"
    r"|ria novosti|kcna(?: via kns)?|kns|yonhap|xinhua|shutterstock|istock(?:photo)?|pixabay"
    r"|unsplash|pexels|flickr|nurphoto|anadolu(?: agency)?|hans lucas|abaca(?:press)?|bestimage"
    r"|starface|dpa|ansa|(?:la )?presse canadienne|the canadian press|bloomberg|zuma(?: press)?"
    r"|wikimedia(?: commons)?|adobe stock|afp forum)"
)

ANYWHERE = {**SITE, **STORY}

WITHIN: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "share",
        ("nouvelle fenêtre", "new window", "nouvel onglet"),
        r".{0,120}(?:(?:s')?ouvre dans (?:une nouvelle fenêtre|un nouvel onglet)"
        r"|opens in (?:a )?new window)",
    ),
    (
        "copyright",
        ("réservés", "reserved"),
        r".{0,80}\b(?:tous droits(?: de reproduction(?: et de représentation)?)? réservés"
        r"|all rights reserved|droits réservés)\b.{0,80}",
    ),
    (
        "syndication",
        ("en premier sur", "first on"),
        r".{2,300} (?:(?:est )?(?:apparue?|parue?) en premier sur|(?:first appeared|appeared first)"
        r" on) .{2,80}",
    ),
    (
        "photo-credit",
        ("/", "©", " via "),
        rf"(?:[\w.'-]+ ){{0,5}}[\w.'-]+ ?(?:[/©]| via ) ?(?:\w+ ?/ ?)?{_AGENCY}"
        rf"(?: ?/ ?(?:{_AGENCY}|file|archives|\w{{2,12}}))*"
        rf"|{_AGENCY} ?/ ?(?:[\w.'-]+ ){{0,4}}[\w.'-]+",
    ),
    (
        # A picture's caption ends with who took it.
        "caption",
        ("/", "©", "photo", "crédit"),
        r".{20,330}(?:[.,)] | \()(?:[\w.'-]+ ){0,4}[\w.'-]+ ?/ ?(?:\w+ ?/ ?)?"
        rf"{_AGENCY}(?: ?/ ?\w+)?\.?\)?"
        rf"|.{{20,330}}[.,)] \(?{_AGENCY} ?/ ?(?:[\w.'-]+ ){{0,4}}[\w.'-]+"
        r"(?: ?/ ?(?:photos? d'archives?|file photo|pool|archives|handout))?\)?"
        r"|.{20,330} (?:\((?:photo|crédit|photo credit|image|archives)\b ?(?:photo )?[^()]{2,60}\)"
        r"|\(?©[^©]{2,50}\)?|\[(?:photo|crédit)[^\[\]]{2,60}\])",
    ),
)

EDGE: dict[str, tuple[str, ...]] = {
    "navigation": (
        r"accueil|menu|rechercher|recherche|home|search|fermer|close|imprimer|print|navigation"
        r"|se connecter|connexion|déconnexion|se déconnecter|mon compte|my account|log ?in|sign in"
        r"|inscription|contact|contactez-nous|nous contacter|contact us|à propos(?: de nous)?"
        r"|qui sommes-nous ?\??|about(?: us)?|faq|aide|help|aide et contact|précédente?|suivante?"
        r"|previous|next|conditions générales.{0,40}|terms (?:of (?:use|service)|and conditions)"
        r"|privacy(?: policy)?|confidentialité|fils? rss|rss|archives|boutique|services"
        r"|offres d'emploi|recrutement|annonceurs|accessibilité.{0,40}|plus|more|voir"
        r"|langues?|français|english|version (?:mobile|imprimable|pdf)|rechercher sur le site.?"
        r"|toute l'actualité(?: en continu)?|en continu|actualités en continu|le direct"
        r"|nos services"
        r"|services partenaires|sites du groupe.{0,30}|les sites du groupe.{0,30}"
        r"|applications? mobiles?|sur (?:iphone|android)|continuer|retour|back|ok|oui|non|découvrir"
        r"|rubriques et services.{0,30}|lire le journal|notre application|consulter|le journal",
        r"[a-z]+_[a-z_]+",
    ),
    "share": (
        r"partager?|partagez|share|tweeter|tweetez?|copier|sauvegarder|enregistrer|offrir|envoyer"
        rf"|{_NETWORKS}|\d[\d .,]*k? ?(?:partages?|shares?|vues?|views?|j'aime|likes?|lectures?)"
        r"|(?:partages?|shares?|vues?|views?|likes?) ?:? ?\d[\d .,]*k?|réagir|écouter|listen",
    ),
    "newsletter": (
        r"newsletters?.{0,30}|s'abonner.{0,30}|subscribe|s'inscrire.{0,30}|sign up|je m'abonne"
        r"|je m'inscris|infolettre|abonnements?|abonnez-vous|subscribe now|suivre|follow"
        r"|adresse e-?mail|votre e-?mail|your email",
    ),
    "read-also": (
        r"et aussi|à (?:re)?lire|à voir|voir aussi|lire plus|read more|plus d'articles|more stories"
        r"|à (?:la une|suivre|écouter|découvrir)|sur le même sujet.{0,20}|read next|see also"
        r"|more news|related|recommandés?|recommended|suggestions|trending(?: now)?|latest news"
        r"|top stories|à ne pas (?:manquer|rater)|ne manquez pas|(?:nos )?derniers articles"
        r"|plus sur ce sujet|more on this|dernières (?:nouvelles|actualités|infos|vidéos)"
        r"|à lire ensuite|notre sélection|en relation|également|aller plus loin",
        r"(?:les )?plus (?:lus|récents|populaires)|les articles les plus lus|most (?:read|popular)",
    ),
    "comment-form": (
        r"(?:\d+ )?(?:commentaires?|comments?|réactions?)(?: récents?)?(?: ?\(\d+\))?"
        r"|\d+ (?:avis|réponses?)",
        r"(?:nom|name|e-?mail|site (?:web|internet)|website|url|commentaire|comment|message|pseudo"
        r"|prénom) ?\*?|(?:votre|your) (?:nom|name|prénom|pseudo|e-?mail|message|commentaire"
        r"|comment)(?: ?[:*]+)?",
        r"(?:post comment|submit|envoyer|valider|publier|répondre|reply|réagir|votre opinion"
        r"|votre avis|poster|commenter|soumettre)",
    ),
    "date-line": (
        r"(?:publiée?|posté|posted|published|mis à jour|modifié|updated|le|à|par|by|date|ajouté)"
        r" ?[,:]?",
        r"(?:publiée?|posté|mis à jour|modifié|published|updated|posted|dernière mise à jour"
        r"|last updated)?(?: le| on)? ?:? ?il y a (?:\d+|une?|quelques) ?(?:secondes?|min(?:ute)?s?"
        r"|h(?:eure)?s?|jours?|semaines?|mois|ans?)(?: ?[•·|] ?.{0,40})?",
        r"(?:published|updated|posted|last updated)? ?(?:\d+|an?) (?:minutes?|mins?|hours?|days?"
        r"|weeks?|months?|years?) ago|(?:cet article date de|article publié il y a) .{2,60}",
        r"(?:aujourd'hui|hier|today|yesterday)(?:,? (?:à|at)? ?\d{1,2} ?[h:] ?\d{0,2})?",
    ),
    "media-label": (r"images?|photos?|vid[ée]os?|img|audio|podcasts?|infographie|diaporama",),
}

TAIL: dict[str, tuple[str, ...]] = {
    # Feeds that resell articles number them: "abc-fr-12".
    "feed-id": (
        r"[a-z]{2,8}-[a-z]{2,8}(?:-[a-z]{2,8})?-\d{1,7}|(?:ref|réf|id|doc|post)[. ]?(?:id)?"
        r" ?[:#-] ?[\w-]*\d[\w-]*|[0-9a-f]{12,64}",
    ),
    # Agencies sign a dispatch with its desk's initials: "ab-cde/fg/hi".
    "desk-code": (r"[a-z]{2,4}(?:-[a-z]{1,4})*(?:/[a-z]{1,4}(?:-[a-z]{1,4})*)+",),
    "source-link": (
        r"(?:source|via)? ?:? ?(?:[a-z0-9-]+\.){1,3}(?:com|fr|org|net|be|ch|ca|info|eu|uk|ru|ua"
        r"|news"
        r"|tv|io|ma|sn|ci|tn|dz)(?:/\S*)?",
    ),
    "source-credit": (r"(?:sources?|via|origine|d'après) ?: ?.{2,80}|avec (?:les )?agences?",),
    "read-also": (
        r"dossiers?(?: ?:.{2,80})?|sujets?(?: ?:.{2,120})?|thématiques?(?: ?:.{2,120})?"
        r"|(?:more|plus) (?:from|on|in|about|sur|dans) .{2,40}|ne manquez pas.{0,100}",
    ),
    "newsletter": (r"(?:abonnez-vous|subscribe) (?:à|to) .{2,60}",),
    "tags": (r"#[\w-]+",),
    "syndication": (
        r"(?:(?:cet|l')(?: |)article|cette (?:histoire|dépêche|tribune)|ce (?:texte|billet|post)"
        r"|this (?:article|story|post|piece)|the article)\b.{0,200}\b(?:initialement|à l'origine"
        r"|d'abord|republiée?|originally|first|republished)\b.{0,200}",
        r"(?:à l'exception du titre|except for the headline|(?:cette|cet|this) (?:histoire|article"
        r"|story|dépêche))\b.{0,80}\b(?:n'a pas été (?:éditée?|modifiée?)|has not been edited)\b.*",
        r"(?:cet|l') ?article a été traduit .{2,160}",
    ),
    "counter": (r"\d{1,3} ?(?:/|sur|of) ?\d{1,3}", r"- ?a ?\+|a[+-] ?a[+-]"),
}
