"""Whether words between marks are what somebody said, or a term, a nickname, a work's title."""

import re

from corpus.quote_choice import Announced
from corpus.quote_grammar import words
from corpus.quote_phrases import Phrases
from corpus.types import QuoteKind

WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")

CALLED = words("""
intitulé intitulée intitulés intitulées titré titrée baptisé baptisée baptisés baptisées surnommé
surnommée surnommés surnommées appelé appelée appelés appelées nommé nommée dénommé dénommée
rebaptisé rebaptisée estampillé estampillée sous-titré called titled entitled nicknamed dubbed
""")
CHARGES = words("""
examen inculpé inculpée inculpés condamné condamnée condamnés poursuivi poursuivie poursuivis jugé
jugée jugés renvoi correctionnelle accusé accusée accusés soupçonné soupçonnée chef chefs enquête
plainte information écroué écrouée mandat procès garde charged convicted
sentenced indicted
""")
TITLED = words("""
mention mentions terme termes mot mots
expression hashtag slogan titre titres film films série séries émission émissions livre livres roman
album albums chanson chansons single clip tube pièce spectacle exposition documentaire feuilleton
saga opération opérations mission programme projet plan concept label jeu application logiciel
magazine quotidien journal hebdomadaire revue site blog groupe collectif association mouvement liste
festival concours prix marque navire bateau voilier restaurant bar hôtel boutique rubrique catégorie
classe série type variante variété plat menu cocktail recette ouvrage essai bd comédie sitcom
téléfilm court-métrage long-métrage court long podcast chronique tableau œuvre dispositif loi projet
film movie series show book novel album song single
play musical documentary magazine word term phrase hashtag
""")
"""What is followed by a title or a term rather than by speech."""

THE = words("le la l' les des aux du au cette ces ce the")
ONE = words("un une d' son sa ses leur leurs a an his her their")
SMALL = words("le la les l' un une des de du d' et à au aux en the a an of and in")
LONG = 8
"""Words from which nothing but speech stands between marks."""


def kind_of(text: str, phrases: Phrases, at: int, announced: Announced, heading: bool) -> QuoteKind:
    """What the words at a place of a sentence are.

    `text` is what stands between the marks; a `heading` quotes speech more often than terms.
    """
    grammar = phrases.grammar
    found = WORD.findall(text)
    forms = [word.lower().replace("’", "'") for word in found]
    if not forms:
        return "scare"
    verb = not grammar.clausal.isdisjoint(forms)
    before = phrases.form(at - 1)
    cue = announced.cue
    if before == ":" or (cue and cue.kind == "inverted" and cue.first > at and announced.close):
        return "direct"
    if before in CALLED:
        return "scare"
    titled = before in TITLED or (before in SMALL and phrases.form(at - 2) in TITLED)
    if is_title(found) and (titled or len(forms) < LONG):
        return "scare"
    if charged(phrases, at) or (titled and len(forms) < LONG):
        return "scare"
    if len(forms) >= LONG or (verb and len(forms) >= 3) or announced.close:
        return "direct"
    named = found[0][0].isupper() and at > 0
    if named or (len(forms) < 3 and before in THE):
        return "scare"
    fragment = before in ONE and len(forms) > 1
    return "direct" if announced.cue or heading or fragment else "scare"


def charged(phrases: Phrases, at: int) -> bool:
    """Whether the words are what a court calls a deed: « mis en examen pour "…" »."""
    forms = [phrases.form(place) for place in range(max(0, at - 14), at)]
    return forms[-1:] == ["pour"] and not CHARGES.isdisjoint(forms)


def is_title(found: list[str]) -> bool:
    """Whether the words have capitals as the title of a work has: « Le Grand Retour »."""
    long = [word for word in found if word.lower() not in SMALL]
    return bool(long) and all(word[0].isupper() for word in long)
