"""One article's quotations with their speakers: the reading of its paragraphs in order."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from corpus.quote_choice import Announced, announcement, main_subject, words_of
from corpus.quote_cues import Cue, all_cues, aside
from corpus.quote_grammar import ENGLISH_GRAMMAR, FRENCH_GRAMMAR
from corpus.quote_kinds import kind_of
from corpus.quote_phrases import Phrases
from corpus.quote_said import Said, recall
from corpus.quote_spans import Quoted
from corpus.quote_speakers import Speakers, Unread
from corpus.quote_words import atoms_of, portions, sentences, tokens
from corpus.types import Mention, Paragraph, Quote, QuoteKind, Span, Text

FEW = 4
"""Words beside a quotation that do not yet make a sentence: « Mais "…" »."""

EARLY = 60
"""Tokens of a sentence among which its subject is sought."""


class Speech:
    """Reads the quotations of one article."""

    def __init__(self, text: Text, mentions: Sequence[Mention], pieces: Sequence[Quoted]) -> None:
        self.article = text
        self.text = text.text
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.pieces = pieces
        self.grammar = ENGLISH_GRAMMAR if text.language == "en" else FRENCH_GRAMMAR
        outer = [piece.outer for piece in pieces if not piece.depth]
        self.speakers = Speakers(self.text, mentions, outer, self.grammar)
        self.said: list[Said] = []
        self.hook: Said | None = None

    def quotes(self) -> Iterator[Quote]:
        """The quotations in reading order."""
        for paragraph, pieces in self.by_paragraph():
            self.read(paragraph, pieces)
        recall(self.text, self.said)
        for said in self.said:
            speaker = said.speaker if said.kind == "direct" else None
            span = speaker.span if speaker else None
            yield Quote(
                article=self.article.article,
                span=said.piece.span,
                kind=said.kind,
                speaker=self.text[span.start : span.end] if span else None,
                speaker_span=span,
                cue=said.cue if speaker else None,
                continues=said.continues and said.kind == "direct",
            )

    def by_paragraph(self) -> Iterator[tuple[Paragraph, list[Quoted]]]:
        """Each paragraph that has quotations, with them."""
        at = 0
        for paragraph in self.article.paragraphs:
            pieces: list[Quoted] = []
            while at < len(self.pieces) and self.pieces[at].span.start < paragraph.span.end:
                pieces.append(self.pieces[at])
                at += 1
            if pieces:
                yield paragraph, pieces

    def read(self, paragraph: Paragraph, pieces: Sequence[Quoted]) -> None:
        """Find the speakers of a paragraph's quotations."""
        outer = [piece for piece in pieces if not piece.depth]
        names = self.names_in(paragraph.span)
        atoms = atoms_of([piece.outer for piece in outer], names)
        found: dict[Quoted, Said] = {}
        last: Said | None = None
        self.hook = None
        for span, inside, quotes in portions(self.text, paragraph.span, atoms):
            if not quotes and self.hook is None:
                self.speakers.notice(Unread(span, inside, names))
                continue
            for sentence in sentences(self.text, tokens(self.text, span, inside)):
                phrases = Phrases(self.text, sentence, self.grammar, names)
                places = [at for at, token in enumerate(sentence) if token.kind == "quote"]
                if not places:
                    self.introduce(phrases)
                    self.speakers.notice(phrases)
                announcing = cache(partial(all_cues, phrases))
                for at in places:
                    said = Said(outer[sentence[at].at], paragraph)
                    self.attribute(said, phrases, announcing, at, last)
                    found[said.piece] = last = said
        for piece in pieces:
            self.said.append(found[piece] if piece in found else self.nested(piece, paragraph))

    def introduce(self, phrases: Phrases) -> None:
        """Give an opening quotation the person with whom the next sentence begins."""
        if self.hook is None:
            return
        end = min(phrases.size, EARLY)
        spoken = words_of(phrases, 0, end)  # « Tels sont les mots de Y »
        who = spoken or main_subject(phrases, end, verbless=False)
        if who and (spoken or phrases.is_person(who.first)):
            self.hook.speaker = self.speakers.of(phrases, who)
        self.hook = None

    def names_in(self, span: Span) -> Sequence[Mention]:
        """The names of a paragraph."""
        return self.mentions[
            bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)
        ]

    def attribute(
        self,
        said: Said,
        phrases: Phrases,
        announcing: Callable[[], Sequence[Cue]],
        at: int,
        last: Said | None,
    ) -> None:
        """Find kind, speaker and cue of a quotation by its sentence, or else by what is around."""
        words = self.text[said.piece.span.start : said.piece.span.end]
        announced = announcement(phrases, announcing, at, words)
        said.whole = all(phrases.kind(place) == "sign" for place in range(at))
        said.kind = kind_of(words, phrases, at, announced, said.paragraph.kind != "body")
        if announced.cue:
            said.cue = phrases.span(announced.cue.first, announced.cue.last)
        if announced.who:
            said.speaker = self.speakers.of(phrases, announced.who)
        elif not (said.whole and self.by_aside(said)):
            self.by_surroundings(said, phrases, announced, at, last)
        if said.speaker and said.kind == "direct":
            self.speakers.spoke(said.speaker, said.piece.span.end)
        said.continues = said.piece.continues or goes_on(said, phrases, announced, at, last)
        if said.piece.continues and self.said:
            self.share(said)

    def by_aside(self, said: Said) -> bool:
        """Take the speaker from within: « Nous irons, a promis Y. Rien ne … »."""
        span = said.piece.span
        names = self.names_in(span)
        inside = tokens(self.text, span, atoms_of([], names))
        for sentence in sentences(self.text, inside):
            phrases = Phrases(self.text, sentence, self.grammar, names)
            cue = aside(phrases)
            if cue is not None and cue.who is not None:
                said.cue = phrases.span(cue.first, cue.last)
                said.speaker = self.speakers.of(phrases, cue.who)
                said.kind = "direct"
                return True
        return False

    def by_surroundings(
        self, said: Said, phrases: Phrases, announced: Announced, at: int, last: Said | None
    ) -> None:
        """The speaker of a quotation that its own sentence does not announce."""
        words = sum(token.kind in ("word", "name") for token in phrases.sentence)
        alone = (said.whole and said.kind == "direct") or words < FEW
        bare = not words or (alone and main_subject(phrases, phrases.size) is None)
        if said.paragraph.kind != "body":
            subject = None if bare else main_subject(phrases, at, verbless=False)
            said.speaker = self.speakers.of(phrases, subject) if subject else None
        elif bare or (announced.cue and announced.cue.kind == "carried"):
            said.kind = "direct"
            if last and last.speaker:
                said.speaker = last.speaker
            else:
                said.speaker = self.speakers.nearest(said.piece.span)
                said.opens = not self.speakers.unread
                self.hook = said if bare and last is None else None
        elif said.kind == "direct":
            subject = main_subject(phrases, at, verbless=False)
            if subject and phrases.is_somebody(subject):
                said.speaker = self.speakers.of(phrases, subject)
            elif last is not None and last.kind == "direct" and last.cue:
                said.speaker = last.speaker

    def share(self, said: Said) -> None:
        """Give one speaker to the parts of a quotation that runs over several paragraphs."""
        parts = [said]
        for part in reversed(self.said):
            if not part.piece.depth:
                parts.append(part)
                if not part.piece.continues:
                    break
        first = parts[-1]
        if (
            said.cue and first.continues
        ):  # it went on in its own paragraph, unclosed: another begins
            said.continues = False
            return
        known = next((part for part in parts if part.cue and part.speaker), None)
        known = known or next((part for part in reversed(parts) if part.speaker), None)
        if known is None:
            return
        for part in parts:
            if part.cue is None:
                part.speaker, part.kind = known.speaker, "direct"

    def nested(self, piece: Quoted, paragraph: Paragraph) -> Said:
        """An inner quotation: what somebody is said to have said, or a term."""
        words = self.text[piece.span.start : piece.span.end].split()
        before = self.text[max(0, piece.outer.start - 2) : piece.outer.start]
        kind: QuoteKind = "direct" if ":" in before or len(words) > 4 else "scare"
        return Said(piece, paragraph, kind)


def goes_on(said: Said, phrases: Phrases, announced: Announced, at: int, last: Said | None) -> bool:
    """Whether a quotation takes up the one before it after words that only say who speaks."""
    if last is None or last.speaker is None or said.speaker is None or last.kind == "scare":
        return False
    if last.speaker.span != said.speaker.span:
        return False
    if said.whole:
        return said.cue is None
    cue = announced.cue
    return (
        said.cue == last.cue
        and cue is not None
        and cue.kind == "inverted"
        and cue.last < at
        and phrases.form(at - 1) == ","
    )
