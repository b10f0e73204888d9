"""Phrases of a site's own: menus, sharing, cookies, newsletters, subscriptions.

As `corpus.debris_rules` says: regular expressions over a whole block, wherever it stands.
"""

_NETWORKS = (
    r"(?:facebook|twitter|x(?: \(twitter\))?|whats ?app|linkedin|pinterest|instagram|telegram"
    r"|reddit|tumblr|youtube|messenger|flipboard|bluesky|mastodon|threads|tik ?tok|snapchat|skype"
    r"|pocket|viber|line|vk|discord|e-?mail|mail|courriel|sms)"
)
_CHANNELS = rf"(?:{_NETWORKS}|google (?:news|actualités)|les réseaux(?: sociaux)?|social media)"
_BETWEEN = r"(?: ?[,|•·/–-] ?| +|$)"
_MAIL = r"(?:e-?mail|mail|courriel)"
_LETTER = (
    r"(?:newsletters?|lettres? (?:d'informations?|d'infos?)|infolettres?|mailing[- ]lists?"
    r"|(?:notre|nos|votre) (?:lettre|bulletin|alerte)s?\b.{0,20}|liste de diffusion"
    rf"|alertes? (?:infos?|{_MAIL}s?))"
)
_CALL = (
    r"(?:(?:partager|partagez|partage|share|tweeter|tweetez|tweet|épingler|pin|envoyer|send|post"
    rf"|publier) (?:(?:cet article|l'article|this|it) )?(?:sur|via|par|on|by|with|to|à) {_CHANNELS}"
    r"(?! ?['-])|partager|share|tweeter|tweet|envoyer|imprimer|print|copier le lien|copy link"
    r"|(?:e-?mail|courriel|whats ?app|messenger))"
)
"""To share an article in one way; networks' names alone are listed elsewhere."""

_STORY = r"(?:articles?|contenus?|histoires?|posts?|billets?|pages?|stor(?:y|ies)|content|vidéos?)"

SITE: dict[str, tuple[str, ...]] = {
    "navigation": (
        r"(?:aller|accéder|passer|sauter)(?: directement)? (?:au|le|à la) (?:contenu|menu"
        r"|navigation|recherche)(?: principale?)?",
        r"skip to(?: the)?(?: main)? (?:content|navigation|menu|search)",
        rf"{_STORY} (?:suivante?|précédente?)(?: ?[:›»→-].{{0,150}})?",
        rf"(?:previous|next) {_STORY}(?: ?:.{{0,150}})?",
        r"navigation (?:de l'article|des articles|principale)|post navigation",
        r"plan du site|site map|mentions légales|informations légales",
        r"(?:accueil|home|une)(?: ?[>›»/|→] ?[^>›»/|→.]{2,80}){1,6}",
        r"(?:ouvrir|fermer|afficher|masquer)(?: ou fermer)? (?:le )?menu(?: principal)?"
        r"|toggle (?:navigation|menu)|menu principal|main menu|(?:open|close) menu",
        r"(?:retour|revenir) à (?:la |l')?(?:une|accueil|page d'accueil)(?: du site)?"
        r"|back to (?:home(?:page)?|the front page)",
        r"quitter la version mobile|exit mobile version|afficher la version (?:complète|non amp)"
        r"|view (?:non-amp|full) version",
        r"vous êtes ici ?:.{0,120}|you are here ?:.{0,120}|page \d+ (?:sur|of|/|de) \d+",
    ),
    "back-to-top": (
        r"(?:bouton |lien )?(?:retour(?:ner)?|revenir|remonter|aller) (?:en|vers le|tout en) haut"
        r"(?: de (?:la )?page)?",
        r"(?:bouton )?haut de (?:la )?page|(?:back|scroll|return|go) to (?:the )?top(?: button)?",
    ),
    "share": (
        r"(?:partager|partagez|partage|share|tweeter|tweetez|tweet|épingler|enregistrer|envoyer)"
        rf"(?: (?:cet article|ce contenu|cette page|this(?: {_STORY})?|l'article|le lien))?"
        rf"(?: (?:sur|via|par|on|by|with|avec|to|à) (?:{_CHANNELS}|(?:vos|your|des) (?:amis"
        r"|friends|proches)|un ami|a friend))+ ?:?",
        r"(?:partager|partagez|partage) (?:cet article|l'article|cette page|cette info(?:rmation)?"
        r"|cette vidéo|cette histoire|ce contenu|ceci|via|sur) ?:?",
        rf"(?:share|partager|partagez|partage)(?: this| on| via| sur)?(?: {_STORY})? ?:? ?"
        rf"(?:{_NETWORKS}{_BETWEEN})*",
        rf"(?:{_NETWORKS}{_BETWEEN}){{2,}}{_NETWORKS}?",
        rf"(?:{_CALL}(?: ?[,|•·/–-] ?| +|$)){{2,}}",
        r"(?:cliquez|cliquer|click) (?:pour|here to|to|ici pour) (?:partager|imprimer|envoyer"
        r"|share|print|email|e-mail)\b.{0,120}",
        rf"(?:suivez|rejoignez|retrouvez)[- ]nous(?: (?:aussi |également )?(?:sur|on)"
        rf" {_CHANNELS}.{{0,80}})?[ !:.]*",
        rf"(?:follow us|nous suivre|suivre)(?: (?:sur|on) {_CHANNELS}.{{0,60}})?[ !:.]*",
        r"(?:suivez|retrouvez|follow) .{2,80} (?:sur|on) (?:(?:notre|nos|our) )?(?:pages? "
        rf"|comptes? |chaînes? )?{_CHANNELS}(?: et .{{2,40}})?[ !:.]*",
        r"(?:rejoignez|abonnez-vous à|intégrez|join|subscribe to) (?:notre|nos|our)"
        r" (?:chaîne|canal|groupe|communauté|page|channel|group|community)\b.{0,100}",
        r"(?:likez|aimez) notre page.{0,60}|like us on .{2,40}|spread the love",
        r"(?:téléchargez|installez|download|get) (?:gratuitement )?(?:notre |l'|our |the )"
        r"(?:application|appli|app)\b.{0,80}",
        r"(?:download|get) (?:our|the) (?:[\w'-]+ ){1,4}app(?: (?:now|today|(?:for )?free))?[ .!]*",
        r"copier le lien|lien copié ?!?|copy(?: the)? link|link copied|copy url",
        rf"envoyer (?:cet article )?par {_MAIL}|e-?mail this(?: article)?",
        rf"(?:imprimer|sauvegarder|enregistrer|offrir|aimer|print|save|bookmark|gift) "
        rf"(?:l'|cet |cette |this ){_STORY}(?: \d+| pour plus tard| for later)?",
        r"ajouter à (?:vos|mes|votre|ma) (?:sélections?|favoris|liste)|pour ajouter l'article à"
        r" vos sélections|add to (?:favorites|bookmarks|reading list)",
        r"(?:j'aime ça|like this) ?:?|(?:j'aime|like) (?:chargement|loading).{0,6}"
        r"|(?:chargement|loading)(?: en cours)? ?(?:…|\.\.\.)+",
        r"(?:lire|ouvrir) dans l'app(?:lication)?|(?:read|open|view) in(?: the)? app",
    ),
    "cookie": (
        r"(?:ce site (?:web )?(?:utilise|fait appel à)|(?:nous|nos sites|notre site)"
        r"(?: et nos \d* ?partenaires)? utilis(?:e|ons|ent)) (?:des|les|akismet|nos)\b"
        r".{0,60}(?:cookies?|traceurs|indésirables)\b.*",
        r"(?:we|this (?:web)?site|our (?:web)?site)(?: and our (?:\d* )?partners)?"
        r" uses? (?:cookies|akismet).*",
        r"en (?:poursuivant|continuant) (?:votre navigation|à naviguer|à utiliser ce site).*",
        r"en (?:cliquant|naviguant)\b.{0,120}\bvous (?:acceptez|consentez)\b.*",
        r"by (?:continuing to (?:use|browse)|clicking|using|browsing)\b.{0,120}\b(?:you (?:agree"
        r"|accept|consent)|(?:this|our) (?:web)?site)\b.*",
        r"(?:tout )?(?:accepter|refuser|autoriser)(?: tout| tous)?(?: les)? (?:cookies|traceurs)"
        r"|tout (?:accepter|refuser)|accepter (?:et|&) (?:fermer|continuer)",
        r"(?:accept|reject|allow|manage) (?:all )?cookies|continuer sans accepter.{0,4}",
        r"(?:gérer|gestion des|paramétrer|paramétrage des|paramètres des|modifier)"
        r" ?(?:les |mes |vos )?(?:cookies|préférences|consentements?|traceurs)",
        r"cookie (?:settings|policy|preferences|notice)|politique (?:de|en matière de|relative aux)"
        r" (?:cookies|confidentialité)|utilisation des cookies",
        r"(?:nous respectons votre vie privée|we (?:value|respect) your privacy).*"
        r"|do not sell (?:or share )?my (?:personal )?info.{0,20}",
        r"(?:ce contenu|cette vidéo|ce média|this content)\b.{0,60}\b(?:bloquée?|désactivée?"
        r"|blocked)\b.{0,60}\bcookies\b.*",
    ),
    "newsletter": (
        r"(?:pour |afin de )?(?:inscrivez[- ]vous|abonnez[- ]vous|s'inscrire|s'abonner|recevez"
        rf"|recevoir|je m'inscris|je m'abonne|souscrivez)\b.{{0,160}}\b{_LETTER}\b.{{0,160}}",
        r"(?:sign up|subscribe|get|receive)\b.{0,140}\b(?:newsletters?|(?:free|weekly|daily)"
        r" (?:letter|e-?mail|briefing)|(?:your|my) inbox|mailing list|(?:weekly|daily) letter)\b"
        r".{0,140}",
        r"(?:inscrivez[- ]vous|s'inscrire|recevez|recevoir|retrouvez|abonnez-vous|chaque \w+"
        r"|tou(?:s|tes) les \w+|l'essentiel|l'actualité|le meilleur|les dernières)\b.{0,200}\b"
        rf"(?:dans )?votre boîte (?:{_MAIL}|aux lettres|de réception|à lettres)s?\b.{{0,120}}",
        rf"(?:inscrivez[- ]vous|recevez)\b.{{0,160}}\bpar {_MAIL}\b.{{0,80}}",
        r"newsletters? ?[:–-] .{0,100}\b(?:dans votre boîte|par mail|in your inbox)\b.{0,40}",
        rf"(?:votre|your) (?:adresse )?{_MAIL}(?: address)? ?:? (?:ok|go|valider|envoyer|s'inscrire"
        r"|je m'inscris|submit|sign up|subscribe)",
        r"(?:entrez|saisissez|indiquez|enter|renseignez) (?:votre|your) (?:adresse )?"
        rf"(?:{_MAIL}|e-?mail address)\b.{{0,80}}",
        r"(?:votre|your) (?:adresse )?(?:e-?mail|électronique)(?: address)? (?:sera|est|will be"
        r"|is) (?:uniquement |only )?(?:utilisée|collectée|used)\b.{0,200}",
        r"(?:merci (?:pour|de)|thank you for|thanks for) (?:votre |vous être |your )?"
        r"(?:inscription|inscrite?|abonnée?|subscribing|signing up)\b.{0,80}",
        r"(?:vous pouvez|you can|you may) (?:vous (?:désinscrire|désabonner)"
        r"|unsubscribe)\b.{0,160}",
        r"(?:en (?:vous inscrivant|m'inscrivant|vous abonnant)|by (?:signing up|subscribing"
        r"|registering|submitting))\b.{0,200}\b(?:acceptez|accepte|agree|consent|reconnais"
        r"|reconnaissez|consens)\b.*",
        r"(?:j'accepte|je souhaite|i agree|i would like) (?:de |à |to )?(?:recevoir|receive)\b"
        r".{0,160}",
    ),
    "paywall": (
        r"(?:débloquez|déverrouillez|unlock) (?:gratuitement )?(?:le |l'|the )?"
        r"(?:editor's digest|éditeur's digest|résumé de (?:l'éditeur|la rédaction))"
        r"(?: gratuitement| for free)?\.?",
        r"roula khalaf,? .{10,160}\b(?:newsletter|bulletin|lettre)\b.{0,40}",
        rf"(?:cet |cette |ce |this ){_STORY} (?:est |is )(?:exclusivement "
        rf"|uniquement )?(?:réservée?"
        r"|accessible|for|reserved for|available) (?:exclusivement |uniquement |only |seulement )?"
        r"(?:aux|à nos|pour les|pour nos|to|for|our)(?: our| nos)? ?(?:seuls )?"
        r"(?:abonnée?s|subscribers|members)\b.{0,120}",
        r"(?:article|contenu|édition) réservée?(?: aux| à nos) abonnée?s|réservé aux abonnés"
        r"|subscribers? only|pour les abonnés|lecture restreinte|article abonnés?",
        r"l'accès (?:à (?:cet article|ce contenu) )?est réservé (?:aux|à nos) abonnés.{0,120}",
        r"(?:pour|afin de) (?:lire|poursuivre|continuer|accéder|débloquer|découvrir|profiter)\b"
        r".{0,120}\b(?:abonnez|connectez|inscrivez|identifiez|enregistrez)-vous\b.{0,120}",
        r"(?:abonnez-vous|connectez-vous|inscrivez-vous|identifiez-vous|subscribe|sign in|sign up"
        r"|register|log in) (?:now |gratuitement |dès maintenant )?(?:to|pour|afin de)"
        r" (?:continue(?: reading)?|keep reading|read|access|unlock|enjoy|lire|continuer"
        r"|poursuivre|accéder|débloquer|profiter|découvrir)\b.{0,120}",
        r"(?:to (?:continue|keep) reading|pour continuer (?:la|votre) lecture)\b.{0,120}",
        r"(?:la suite|le reste|l'intégralité) (?:de (?:cet |l')article )?est réservée? (?:aux|à"
        r" nos) abonnés.{0,80}",
        r"il vous reste \d+(?:[.,]\d+)? ?% (?:de (?:cet |l')(?:article|contenu)).{0,160}",
        r"(?:il vous reste|you have|vous avez) (?:\d+|un|une|no) (?:free )?(?:articles?|lectures?)"
        r" (?:gratuite?s? |free )?(?:restante?s?|à lire|gratuite?s?|remaining|left)\b.{0,80}",
        r"(?:vous (?:êtes|possédez|avez) )?(?:déjà|already)(?: un| une| an)? (?:abonnée?|inscrite?"
        r"|compte|membre|a subscriber|subscribed|a member|have an account) ?\?.{0,80}",
        r"(?:vous n'êtes pas|pas) encore (?:abonnée?|inscrite?) ?\?.{0,60}",
        r"abonnez-vous (?:à partir de|dès|pour|maintenant|sans engagement|en ligne|gratuitement"
        r"|aujourd'hui).{0,80}|(?:je m'abonne|s'abonner) (?:à partir de|dès|pour) .{1,60}",
        r"profitez d.{0,60}\b(?:abonnement|essai|semaine offerte|mois offert)\b.{0,80}"
        r"|(?:essai gratuit|(?:une? )?(?:mois|semaine) (?:gratuite?|offerte?)).{0,40}",
        r"(?:découvrir|découvrez|voir|choisir|comparer) (?:nos |les |toutes nos |l'|notre )"
        r"offres?(?: d'abonnement| multicomptes| numériques?)?",
        r"(?:votre|your) (?:abonnement|subscription) (?:n'autorise|ne permet|does not)\b.{0,120}",
        r"(?:accédez|get|enjoy) (?:gratuitement |unlimited )?(?:à |access )?(?:to )?"
        r"(?:tous |tout |l'intégralité |l'ensemble |all )(?:de |of )?(?:nos |our )"
        r"(?:contenus|articles|enquêtes|content).{0,120}",
        r"(?:soutenez|aidez|support)(?:-nous| notre| nos| our"
        r"| independent)\b.{0,120}\b(?:journalisme"
        r"|média|presse|rédaction|dons?|abonn\w+|journalism|newsroom)\b.{0,80}",
        r"faites(?:-nous)? un don(?: (?:à|pour soutenir) (?:notre|nos|la rédaction).{0,40})?[ !.]*"
        r"|faire un don|make a donation",
        r"(?:devenez|become) (?:a |an )?(?:membre|abonnée?|adhérente?|mécène|member|subscriber"
        r"|supporter|premium)\b.{0,80}",
        r"(?:créer|créez|create|ouvrir) (?:gratuitement )?(?:un|votre|mon|a|an|your)(?: free)?"
        r" (?:compte|account)(?: gratuit(?:ement)?)?[ !.]*",
        r"lecture du monde en cours sur un autre appareil\.?"
        r"|vous (?:ne )?pouvez lire le monde (?:que"
        r" )?sur un seul appareil.{0,80}|ce message s'affichera sur l'autre appareil\b.{0,80}"
        r"|parce qu'une autre personne \(ou vous\) est en train de lire.{0,120}|non\. vous pouvez"
        r" vous connecter avec votre compte sur autant d'appareils.{0,160}|vous ignorez qui est"
        r" l'autre personne ?\?|nous vous conseillons de modifier votre mot de passe\.?"
        r"|(?:pourquoi voyez-vous|comment ne plus voir) ce message ?\?"
        r"|y a-t-il d'autres limites ?\?"
        r"|que se passera-t-il si vous continuez à lire ici ?\?|continuer à lire ici"
        r"|.{0,20} et en vous assurant que vous êtes la seule personne à consulter.{0,40}"
        r"|pour plus d'informations, merci de contacter notre service commercial\.?",
    ),
}
