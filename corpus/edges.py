"""Where one name begins and ends, and whether it is one: rules that look at a name's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.gazetteer import COUNTRIES, KNOWN, NEVER, ORG_HEADS, ORG_TAILS, PLACES, is_nationality
from corpus.sounds import EASTERN_SURNAMES, flat
from corpus.types import Label


@dataclass(frozen=True, slots=True, order=True)
class RawName:
    """A name in some text: `start` and `end` are character offsets into that text."""

    start: int
    end: int
    label: Label


UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
EDGE = " \t\r\n\u00a0\u202f«»\"“”„‘’'‹›()[]{}<>—–-,;:.!?…*/&|"
LEADING_WORD = re.compile(
    r"(?:[ldjnsmcDJNSC]|[Qq]u|[Jj]usqu|[Ll]orsqu)[’'](?=\w)"
    r"|(?:ex|anti|pro)-(?=\w)"
    r"|(?:le|la|les|de|du|des|à|au|aux|en|un|une|et|ou|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre"
    r"|par|pour|sur|dans|chez|selon|avec|contre|the|of|in|and|a)\s+"
)
ARTICLE = re.compile(
    r"(?:La|Le|Les|The|Aux?|Des|Du|De|En|À|Selon|Pour|Mais|Et|Si|Un|Une)\s+|L[’'](?=\w)"
)
TITLE = re.compile(
    r"(?:MM?\.|Mmes?|Mlles?|Mgr|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Sir|Lady|Lord|[Pp]resident"
    r"|[Pp]résidente?|[Mm]inistre|Monsieur|Madame|Maître|Docteur|Professeur|Général|Colonel"
    r"|Premier ministre|Prime Minister|Senator|Sénateur|Secretary)\s+"
)
PARTICLES = frozenset(
    "de du des d la le van von der den ter ten ben bin ibn al el do dos da di del y e af zu".split()
)
TRAILING_WORD = re.compile(
    r"(?:\s+(?:le|la|les|de|du|des|à|au|aux|en|et|ou|un|une|pour|par|sur|dans|contre|avec|qui|que|a"
    r"|est|se|ne|hier|of|the|for|and|to|in)|\s+[ld][’']?"
    r"|(?<! du)\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))$"
)
POSSESSIVE = ("'s", "’s")
OFFICE = re.compile(
    r"(?:vice-|sous-|ex-)?(?:ministre|secrétaire|président|présidente|procureur|directeur|directrice"
    r"|chef|premier|garde|gouverneur|porte-parole|ambassadeur|préfet|maire|roi|reine)\b",
    re.IGNORECASE,
)
"""A function: the name of one who holds it, if the model took it along, comes after it."""

NEXT_CAPITAL = re.compile(rf" [{UPPER}][\w’'-]*\w")
HYPHENATED = re.compile(r"-\w+")
HYPHEN_CAPITAL = re.compile(rf"-[{UPPER}]\w+")
ADJECTIVE = (
    r"[a-zà-ÿ]+(?:al|ale|aux|ales|els?|elles?|iques?|ifs?|ives?|aires?|iens?|iennes?|éens?|éennes?"
    r"|ains?|aines?|ais|aises?|ois|oises?)\b"
)
COMPLEMENT = re.compile(
    rf"(?: {ADJECTIVE})?(?: pour (?:la |le |les |l[’'])?| d[’'])"
    rf"[a-zà-ÿ]{{4,}}(?: {ADJECTIVE})?"
)
"""What an institution is for: « pour la stratégie nationale », « d’études politiques »."""

BETWEEN_PEOPLE = re.compile(r" et | and ")
"""Two people in one span."""

BETWEEN_NAMES = re.compile(r" [-–—/] ")
"""Two names in one span, as in the list of a day's matches."""

OF_PLACE = re.compile(rf" (?:de la |de l[’']|de |du |d[’']|des |à )(?=[{UPPER}])")
MAX_GAP = 8
"""Characters between the two halves of an institution's name: " pour les " is the longest link."""

HYPHEN = re.compile("-")
KNOWN_PLACES = COUNTRIES | PLACES
PLACE_WORDS = frozenset(place for place in KNOWN_PLACES if "-" not in place) - {
    "Europe",
    "Normandie",
}
"""Places of which several may be linked: « l’axe Paris-Berlin »; « Lille-Europe » is a station."""

LINK = re.compile(r" (?:pour |de la |de l[’']|de |du |d[’']|des |for |of |of the )?")
OPEN_END = re.compile(r"(?: de la| de l[’']| de| du| d[’']| des)$")
"""A small word that a name cannot end with: the model stopped too soon."""


def joined(text: str, names: Sequence[RawName], end: int) -> list[RawName]:
    """The names of one paragraph, halves of one name put together. `end` is the paragraph's."""
    whole: list[RawName] = []
    for name in names:
        if whole and (both := one_name(text, whole[-1], name)):
            whole[-1] = both
        else:
            whole.append(name)
    limits = [*(name.start for name in whole[1:]), end]
    return [grown(text, name, limit) for name, limit in zip(whole, limits, strict=False)]


def one_name(text: str, left: RawName, right: RawName) -> RawName | None:
    """Both as one name if nothing but a space or a link of an institution stands between."""
    first, second = text[left.start : left.end], text[right.start : right.end]
    whole = RawName(left.start, right.end, left.label)
    open_end = OPEN_END.search(first)
    gap = text[left.start + open_end.start() if open_end else left.end : right.start]
    if len(gap) > MAX_GAP or not gap.startswith(" ") or not second[0].isupper():
        return None
    linked = left.label == "ORG" and is_org_head(first) and LINK.fullmatch(gap) is not None
    if linked and gap != " " and right.label == "ORG":
        return whole
    if second in KNOWN or first in KNOWN_PLACES:
        return None
    person = left.label == "PER" and right.label in ("PER", "MISC") and gap == " "
    halves = person and (" " not in first or " " not in second)
    institution = left.label == "ORG" and right.label in ("ORG", "LOC") and gap == " "
    if halves or institution or (linked and " " not in first and right.label != "PER"):
        return whole
    return None


def grown(text: str, name: RawName, limit: int) -> RawName:
    """The name with what the model cut off its end, never beyond `limit`.

    That is the end of an English institution, the rest of a hyphenated word, a third syllable of
    an eastern name (« Kim Jong Un »), or what an institution is for.
    """
    form = text[name.start : name.end]
    person, institution = name.label == "PER", name.label == "ORG" and is_org_head(form)
    more = ENGLISH_TAIL.match(text, name.end, limit)
    if not more and name.label in ("PER", "ORG"):
        more = (HYPHENATED if " " in form else HYPHEN_CAPITAL).match(text, name.end, limit)
    if not more and person and form.count(" ") == 1 and flat_words(form)[0] in EASTERN_SURNAMES:
        more = NEXT_CAPITAL.match(text, name.end, limit)
    if not more and institution and not OF_SOMETHING.search(form):
        more = COMPLEMENT.match(text, name.end, limit)
    return replace(name, end=more.end()) if more else name


ENGLISH_TAIL = re.compile(rf"(?: [{UPPER}]\w+){{0,2}} (?:{'|'.join(sorted(ORG_TAILS))})\b")
OF_SOMETHING = re.compile(r" (?:de|du|des|pour) | d[’']")


def is_org_head(form: str) -> bool:
    """Whether the form begins as institutions do: « Université … », « ministère … »."""
    return flat_words(form)[:1] != [] and flat_words(form)[0] in FLAT_HEADS


def flat_words(form: str) -> list[str]:
    """The form's words without accents and capitals."""
    return flat(form).split()


FLAT_HEADS = frozenset(flat(word) for word in ORG_HEADS)
FLAT_NEVER = frozenset(flat(word) for word in NEVER)


def parted(text: str, name: RawName) -> Iterator[RawName]:
    """The names in one span: a person and a country (« Kim de Corée du Nord »), or it alone."""
    form = text[name.start : name.end]
    between = BETWEEN_NAMES.search(form) if name.label != "MISC" else None
    if name.label == "PER" and not between:
        between = BETWEEN_PEOPLE.search(form)
    if not between and name.label != "PER" and all(p in PLACE_WORDS for p in form.split("-")):
        between = HYPHEN.search(form)
    if between:
        yield from parted(text, replace(name, end=name.start + between.start()))
        yield from parted(text, replace(name, start=name.start + between.end()))
        return
    for link in OF_PLACE.finditer(form):
        tail = form[link.end() :]
        if plain(tail) not in KNOWN:
            continue
        place = RawName(name.start + link.end(), name.end, "LOC")
        if name.label == "PER" and plain(tail) in COUNTRIES:
            yield RawName(name.start, name.start + link.start(), "PER")
            yield place
            return
        if name.label == "ORG" and is_org_head(form) and KNOWN[plain(tail)] == "LOC":
            if link.start() and (" pour " in form[: link.start()] or has_second_name(form, link)):
                yield RawName(name.start, name.start + link.start(), "ORG")
                yield place
                return
        elif name.label == "MISC" and form[0].islower() and plain(tail) not in COUNTRIES:
            yield replace(place, label=KNOWN[plain(tail)])
            return
    yield name


def has_second_name(form: str, link: re.Match[str]) -> bool:
    """Whether a capital follows the head before the link: « Institut Asan d’études » de Séoul."""
    return any(word[0].isupper() for word in form[: link.start()].split()[1:])


def trimmed(text: str, name: RawName) -> RawName | None:
    """The name without what surrounds it, None where nothing is left."""
    start, end, label = name.start, name.end, name.label
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        while start < end and text[start] in EDGE:
            start += 1
        while start < end and text[end - 1] in EDGE and not abbreviation(text, start, end, label):
            end -= 1
        start = after_leading(text, start, end, label)
        if (
            label != "MISC"
            and is_nationality(text[before[0] : start].strip())
            and " " in text[start:end]
        ):
            label = "PER"
        if more := TRAILING_WORD.search(text, start, end):
            end = more.start()
        if text[end - 2 : end] in POSSESSIVE and plain(text[start : end - 2]) in KNOWN:
            end -= 2
        end = before_trailing(text, start, end, label)
    return RawName(start, end, label) if start < end else None


def abbreviation(text: str, start: int, end: int, label: Label) -> bool:
    """Whether the last full stop belongs to the name: U.S., D.C., « Mohamed R. »."""
    form = text[start:end]
    return (INITIAL if label == "PER" else INITIALS).search(form) is not None


INITIALS = re.compile(rf"(?:\b[{UPPER}]\.){{2,}}$")
INITIAL = re.compile(rf" [{UPPER}]\.$")


def after_leading(text: str, start: int, end: int, label: Label) -> int:
    """Where the name begins once one word that is no part of it is passed."""
    form = plain(text[start:end])
    if form in KNOWN:
        return start
    lead = LEADING_WORD.match(text, start, end)
    if lead and not (label == "PER" and lead.group().strip("’' ") in PARTICLES):
        return lead.end()
    lead = ARTICLE.match(text, start, end)
    rest = plain(text[lead.end() : end]).removesuffix("’s") if lead else ""
    if lead and (rest in KNOWN or (label == "LOC" and opens(text, start))):
        return lead.end()
    if label == "PER" and (lead := TITLE.match(text, start, end)):
        return lead.end()
    first = form.split(" ")[0]
    if label != "MISC" and " " in form and is_nationality(first):
        return start + len(first) + 1
    if label == "PER" and " " in form and no_first_name(first):
        return start + len(first) + 1
    return start


def no_first_name(word: str) -> bool:
    """Whether the word cannot begin a person's name: « République », « Affaire », « AFP »."""
    return flat(word) in FLAT_NEVER or KNOWN.get(word) == "ORG"


def before_trailing(text: str, start: int, end: int, label: Label) -> int:
    """Where the name ends: before a person’s first small word, a place’s adjective."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if label == "PER":
        for word in words[1:]:
            small = word.group().islower() and re.match(r"[ld][’']", word.group()) is None
            if small and word.group() not in PARTICLES:
                return start + word.start() - 1
    elif len(words) > 1 and words[-1].group().islower():
        before = start + words[-1].start() - 1
        known = COUNTRIES if not is_nationality(words[-1].group()) else KNOWN_PLACES
        if plain(text[start:before]) in known:
            return before
    return end


def plain(form: str) -> str:
    """The form with the one apostrophe that the tables use."""
    return form.replace("'", "’")


ROAD = re.compile(r"[ADEMNR][ -]?\d{1,4}[a-z]{0,3}")
"""A road: one letter is enough there."""

SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|[«“\"]\s*|\n|[-–—•]\s+)$")


def opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, so that a capital there says nothing."""
    return SENTENCE_START.search(text, max(0, start - 8), start) is not None


def junk(text: str, name: RawName) -> bool:
    """Whether the words cannot name anything: no capital, one letter, a weekday, an inhabitant."""
    form = text[name.start : name.end]
    if plain(form) in KNOWN:
        return False
    letters = [character for character in form if character.isalpha()]
    small = not any(character.isupper() for character in letters)
    if small and (name.label == "PER" or " " not in form):
        return True
    if len(letters) < 2 and not ROAD.fullmatch(form):
        return True
    words = flat_words(form)
    if len(words) == 1 and (words[0] in FLAT_NEVER or is_nationality(words[0])):
        return True
    if words[0] in ("etats", "etat") and is_nationality(words[-1]):
        return True
    if len(words) == 2 and len(words[1]) == 1 and words[0] in FLAT_HEADS:
        return True
    if OFFICE.match(form):
        return True
    return "http" in form or "@" in form or len(form) > MAX_LENGTH


MAX_LENGTH = 120
"""Longer spans are lists or debris; the longest institutions of the news stay below."""
