"""Words of a sentence that say who speaks → the speaker: a name, or the words themselves."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from corpus.quote_choice import main_subject
from corpus.quote_cues import cues
from corpus.quote_focus import ALONE, EVIDENT, NEAR, NEARER, Candidate, Focus, Speaker, Wanted
from corpus.quote_grammar import Grammar
from corpus.quote_people import UNTELLING, People, details, in_one_word
from corpus.quote_phrases import Phrases, Who
from corpus.quote_roles import FUNCTIONS, INSTITUTIONS, MASCULINE, OUTLETS
from corpus.quote_words import Atom, sentences, tokens
from corpus.types import Mention, Span

PLURAL = frozenset("les des plusieurs certains certaines ces ses leurs quelques deux trois".split())
DEFINITE = frozenset("le la l' ce cet cette the this".split())
GENDERS = {"le": "m", "un": "m", "ce": "m", "cet": "m", "la": "f", "une": "f", "cette": "f"}
OWN = frozenset("son sa his her".split())
KIN = frozenset("épouse époux mari femme compagne compagnon wife husband".split())
LAST_NAMED = frozenset("dernier dernière derniers dernières latter".split())
EPICENE = frozenset("figure star vedette personnalité idole icône victime".split())
"""Nouns whose own gender says nothing of the person's."""

OPENING = frozenset("si s' lorsqu' lorsque quand alors bien tandis comme if when while".split())
"""Words that open a clause in which « il » may mean the subject of the main clause after it."""

EARLY = 60
"""Tokens of a sentence among which its subject is sought."""

ACTED = 0.6
"""Sentences that a subject of another verb stands behind one who was quoted."""


class Unread(NamedTuple):
    """A portion of the text that quotes nobody, not yet taken to tokens."""

    span: Span
    atoms: Sequence[Atom]
    names: Sequence[Mention]


UTTERED = frozenset("mots termes propos dires paroles words".split())
"""What somebody said, where it stands for who said it: « selon les mots de Y »."""


class Speakers:
    """Finds who is meant, for one article."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], quoted: Sequence[Span], grammar: Grammar
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.quoted = quoted
        self.grammar = grammar
        self.unread: list[Candidate | Phrases | Unread] = []
        self.pronouns = grammar.pronouns | grammar.oblique
        self.of_words = grammar.of

    @cached_property
    def settled(self) -> Focus:
        """Who may be meant; made when the first pronoun needs it."""
        return Focus(self.text, People(self.text, self.mentions), self.quoted)

    @property
    def focus(self) -> Focus:
        """Who may be meant here, after all that has been read."""
        focus, unread, self.unread = self.settled, self.unread, []
        for item in unread:
            if isinstance(item, Candidate):
                focus.spoken.append(item)
            else:
                for phrases in [item] if isinstance(item, Phrases) else self.sentences(item):
                    self.act(phrases, focus)
        return focus

    def sentences(self, unread: Unread) -> Iterator[Phrases]:
        """The sentences of a portion of text that quotes nobody."""
        for sentence in sentences(self.text, tokens(self.text, unread.span, unread.atoms)):
            yield Phrases(self.text, sentence, self.grammar, unread.names)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of each mention by where it starts."""
        return {mention.span.start: number for number, mention in enumerate(self.mentions)}

    def spoke(self, speaker: Speaker, offset: int) -> None:
        """Remember who spoke."""
        self.unread.append(Candidate(offset, 0.0, speaker))

    def notice(self, unread: Phrases | Unread) -> None:
        """Remember what quotes nobody, for who speaks or acts in it."""
        self.unread.append(unread)

    def act(self, phrases: Phrases, focus: Focus) -> None:
        """Note who speaks or acts in a sentence, if he can speak."""
        said = [cue for cue in cues(phrases) if cue.who]
        said.sort(key=lambda cue: cue.kind == "source")
        who = said[0].who if said else main_subject(phrases, min(phrases.size, EARLY))
        if who and (who.kind == "name" or (who.kind == "phrase" and phrases.speaks(who))):
            speaker = self.of(phrases, who)
            if speaker is not None:
                start = phrases.sentence[who.first].start
                focus.spoken.append(Candidate(start, ACTED, speaker))

    def of(self, phrases: Phrases, who: Who) -> Speaker | None:
        """The speaker whom words of a sentence mean, None where nobody fits."""
        if who.kind == "name":
            mention = phrases.mentions[phrases.sentence[who.first].at]
            return Speaker(mention.span, self.numbers[mention.span.start])
        if who.kind == "pronoun":
            return self.pronoun(phrases, who)
        forms = [phrases.form(at) for at in range(who.first, who.last)]
        if forms[0] in self.pronouns:  # « celui qui fut ministre »
            return self.pronoun(phrases, who)
        if not UTTERED.isdisjoint(forms[:3]):
            of = (at for at in range(who.first, who.last) if phrases.kind(at) == "name")
            name = next(of, None)
            if name is not None:
                return self.of(phrases, Who("name", name, name + 1))
        others = [phrases.span(who.first, who.last)]
        behind = any(phrases.kind(at) == "quote" for at in range(who.first))
        others += [
            phrases.span(at, at + 1)
            for at in range(phrases.size)
            if phrases.kind(at) == "quote" or (behind and phrases.kind(at) == "name")
        ]
        return self.described(forms, others)

    def pronoun(self, phrases: Phrases, who: Who) -> Speaker | None:
        """Whom « il » means: somebody before, or the subject that follows « s'il a dit …, »."""
        word = phrases.form(who.first)
        gender, plural = self.pronouns.get(word) or self.pronouns.get(
            word.rsplit("-", 1)[-1], ("", False)
        )
        if who.first <= 2 and phrases.form(0) in OPENING:
            for at in range(who.last, phrases.size):
                if phrases.form(at - 1) == "," and phrases.is_person(at):
                    speaker = self.of(phrases, Who("name", at, at + 1))
                    if speaker and self.focus.misfit(speaker, Wanted(gender, plural)) < 1:
                        return speaker
        if "-" not in word and who.first > 2:  # « les maires ont réagi, disant qu'ils … »
            subject = main_subject(phrases, who.first)
            able = subject and (subject.kind == "name" or phrases.speaks(subject))
            speaker = self.of(phrases, subject) if subject and able else None
            if speaker and self.focus.misfit(speaker, Wanted(gender, plural)) < 1:
                return speaker
        # Nobody names himself: « Y "…", a-t-il dit à Z » is neither Y nor Z.
        inverted = "-" in phrases.form(who.first)
        others = [
            phrases.span(at, at + 1)
            for at in range(phrases.size)
            if phrases.kind(at) == "quote"
            or (phrases.kind(at) == "name" and (inverted or at > who.first))
        ]
        wanted = Wanted(gender, plural, others=tuple(others))
        return self.focus.meant(wanted, phrases.sentence[who.first].start)

    def described(self, forms: Sequence[str], others: Sequence[Span]) -> Speaker | None:
        """The one whom « la ministre » means, or else the words themselves.

        The first of `others` is where it is written; what the others quote names somebody else.
        """
        span = others[0]
        if forms[0] in FUNCTIONS:  # « la réponse du ministre »
            forms = ["le" if FUNCTIONS[forms[0]] != "f" else "la", *forms]
        gender, plural = GENDERS.get(forms[0], ""), forms[0] in PLURAL
        if len(forms) == 2 and forms[1] in LAST_NAMED:
            return self.focus.meant(Wanted(gender, plural, latest=True), span.start)
        words = Speaker(span, -1, gender, plural)
        if forms[0] not in DEFINITE and forms[0] not in OWN:
            return words
        joined = " ".join(forms).replace("' ", "'")
        plain = in_one_word(joined).replace("'", "' ").replace("ex-", "ancien ").split()
        if self.names_somebody(span):
            return words
        heads = [form for form in plain[1:5] if form not in UNTELLING]
        if heads and heads[0] in INSTITUTIONS:
            function = ""
        else:
            function = next((head for head in heads if head in FUNCTIONS), "")
        if function:
            return self.holder(forms[0], plain, function, others) or words
        if len(forms) <= 3 and heads and heads[0] in OUTLETS | INSTITUTIONS:
            return self.focus.institution(heads[0], span.start) or words
        return words

    def names_somebody(self, span: Span) -> bool:
        """Whether a phrase ends in capitals that no model took for a name: « le maire Jo Lor »."""
        words = self.text[span.start : span.end].split()
        run = len(words)
        while run and words[run - 1][0].isupper():
            run -= 1
        before = words[run - 1].lower() if run else ""
        if len(words) - run > 2 and words[run].isupper():  # « la présidente du FN Y »
            return True
        depends = before in self.of_words | {"la", "le", "les"} or "'" in before or "’" in before
        return len(words) - run > 1 and not depends

    def holder(
        self, determiner: str, plain: Sequence[str], function: str, others: Sequence[Span]
    ) -> Speaker | None:
        """The person who has a function."""
        gender = FUNCTIONS[function] or GENDERS.get(determiner, "")
        if not gender:
            gender = "f" if "ancienne" in plain else "m" if "ancien" in plain else ""
        reach = NEAR if self.of_words.isdisjoint(plain) else NEARER
        if determiner in OWN:
            reach = NEARER if function in KIN else EVIDENT
        wanted = Wanted(
            "" if function in EPICENE else gender,
            False,
            MASCULINE[function],
            frozenset(details(plain[plain.index(function) + 1 :])),
            former="ancien" in plain or "ancienne" in plain,
            others=tuple(others),
            reach=reach,
        )
        return self.focus.described(wanted, others[0])

    def nearest(self, span: Span) -> Speaker | None:
        """Who is most in focus where a quotation stands alone."""
        return self.focus.meant(Wanted("", False, others=(span,), reach=ALONE), span.start)
