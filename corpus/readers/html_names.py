"""What the names that sites give their elements say: class, id and role → article or not.

The words are those of the web at large (themes, frameworks, advertisers), in English and French;
none is of one site. A name is only ever a hint: `html_body` looks at how much text stands there.
"""

import re
from functools import lru_cache

MAX_NAMES = 200
"""Characters of an element's names that are looked at."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# "has-sidebar", "no-ads" and "article--with-comments" say what else stands on the page.
_MODIFIER = re.compile(r"(?<![\w-])(?:has|no|not|with|without|is|can)-[\w-]+|--[\w-]+")
_ASIDE = re.compile(
    r"(?<![a-z])(?:"
    # other articles
    r"related|recommend(?:ed|ation|ations|s)?|reco|recos|suggestions?|similar"
    r"|(?:read|see)[-_]?(?:also|more|next)|also|(?:lire|voir)[-_]?(?:aussi|plus)|a[-_]lire"
    r"|(?:sur[-_]le[-_])?meme[-_](?:sujet|theme)|(?:most|plus)[-_]?(?:read|popular|viewed|lus?|vus?)"
    r"|popular|trending|tendances?|teasers?|carousel|slider|slick|swiper|push(?:es)?|rebonds?"
    r"|playlist|latest|derniers?|dernieres?|rebond|maillage|next[-_](?:article|post)|prev(?:ious)?"
    # what is sold, asked or counted
    r"|newsletters?|signup|upsell"
    r"|offers?|offres?|ads?|advert\w*|pub|pubs|publicite|dfp|banner|banniere|sponsor\w*"
    r"|partenaires?|outbrain|taboola|ligatus|affiliat\w*|promo\w*|donat(?:e|ion|ions)|dons?"
    r"|sondage|poll|vote|survey|feedback|cta"
    # what readers do
    r"|shar(?:e|es|ing|ebar|ethis)|addthis|addtoany|sharedaddy|partag(?:e|er|es)|social\w*|reseaux"
    r"|follow|comments?|commentaires?|disqus|respond|reply|forum|bookmark|favoris?"
    # the page's furniture
    r"|nav|navbar|navigation|menus?|breadcrumbs?|ariane|pagination|pager|toolbar|outils|topbar"
    r"|cookies?|consent|gdpr|rgpd|popup|popin|tooltip|toast|footer|sidebar"
    r"|complementary|contentinfo|tags|tag[-_]?(?:list|cloud)|taglist|keywords|mots[-_]cles|topics"
    r"|skip|backtotop|jump"
    # what is said of a picture or of an author
    r"|caption|captions|legende?s?|credits?|copyright|figcaption|author[-_]?(?:bio|box|card|info)"
    r"|about[-_]author|biograph(?:y|ie)|a[-_]propos"
    r")(?![a-z])"
)
# Between the reader and a part of the article, or around it: an offer, or what was bought.
_GATE = re.compile(
    r"(?<![a-z])(?:paywall|subscri(?:be|ption|ptions|ber|bers)|abo|abonn(?:e|es|ement|ements|ez)"
    r"|premium|members?|piano|login|modal|overlay|player|widgets?)(?![a-z])"
)
_MAIN = re.compile(
    r"(?<![a-z])(?:"
    r"(?:article|story|post|entry|news|page|single|content|rich|td[-_]post)[-_]{0,2}"
    r"(?:body|content|text|texte|copy|corps|contenu|main|inner)"
    r"|(?:body|main|full)[-_]{0,2}(?:text|content|copy|article)"
    r"|texte?[-_]{0,2}(?:article|body)|corps[-_]{0,2}(?:article|texte)|richtext|hentry|wysiwyg"
    r")(?![a-z])"
)
_HIDDEN = re.compile(
    r"(?<![\w-])(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|element-invisible"
    r"|a11y-hidden|assistive-text|u-hidden-visually|noprint-only|print-only|only-print)(?![\w-])"
)
_SIGNED = re.compile(
    r"(?<![a-z])(?:byline|author|authors|auteur|auteurs|signature|signatures|writer)(?![a-z])"
)
_SUBTITLE = re.compile(
    r"(?<![a-z])(?:chapo|chapeau|standfirst|subtitle|sub[-_]title|subhead(?:line)?|sous[-_]?titre"
    r"|lead|lede|dek|deck|kicker|intro|excerpt|summary|teaser[-_]text|accroche|description|desc)"
    r"(?![a-z])"
)


@lru_cache(maxsize=4096)
def aside(names: str) -> bool:
    """Whether an element's names say that what it holds is not the article, and none that it is."""
    return _is_said(names, (_ASIDE, _GATE))


@lru_cache(maxsize=4096)
def gate(names: str) -> bool:
    """Whether they say no more than that readers pay or log in for it, or that it is a widget."""
    return not _is_said(names, (_ASIDE,))


@lru_cache(maxsize=4096)
def main(names: str) -> bool:
    """Whether they say that it is the article's text."""
    return bool(_MAIN.search(_plain(names)))


@lru_cache(maxsize=4096)
def hidden(names: str) -> bool:
    """Whether they say that it is for screen readers only."""
    return bool(_HIDDEN.search(names.lower()))


@lru_cache(maxsize=4096)
def signed(names: str) -> bool:
    """Whether they say that it names who wrote the article."""
    return bool(_SIGNED.search(_plain(names)))


@lru_cache(maxsize=4096)
def subtitle(names: str) -> bool:
    """Whether they say that it is the summary under the title."""
    return bool(_SUBTITLE.search(_plain(names)))


def _is_said(names: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether a name fits one of the patterns, and none is that of the article's text alone."""
    said = [
        (any(pattern.search(name) for pattern in patterns), bool(_MAIN.search(name)))
        for name in _plain(names).split()
    ]
    return any(other for other, _ in said) and not any(own and not other for other, own in said)


def _plain(names: str) -> str:
    """Names in lower case, parted at capitals, without what they say of other elements."""
    return _MODIFIER.sub(" ", _CAMEL.sub("-", names).lower())
