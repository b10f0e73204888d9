"""Other ways in which the same sentence could have been written, its names moved along.

What is learned from one source's typography must hold for another's: headings in capitals,
capitals without accents, straight or angled quotes, spaces before stops, other people.
"""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

Marks: TypeAlias = list[tuple[int, int, str]]
"""Names of a text: first character, end, label; sorted and apart."""

LOUD_LENGTH = 120
"""Characters; what is longer is no heading, and nobody prints it in capitals."""

LOOSE_SPACE = re.compile(r"(?<=\w[’']) (?=\w)| (?=[.,)])|(?<=\() ")
"""Spaces that a wiki's links leave behind and newspapers do not have."""

QUOTE = re.compile(r"« ?| ?»")
ACCENTED = str.maketrans("ÀÂÇÈÉÊÎÔÛ", "AACEEEIOU")


def varied(text: str, marks: Marks, people: Sequence[str], random: Random) -> tuple[str, Marks]:
    """One text with its names as it might stand elsewhere; drawn anew at each call."""
    if random.random() < 0.7:
        text, marks = replaced(text, marks, LOOSE_SPACE, lambda _: "")
    if random.random() < 0.3:
        text, marks = replaced(text, marks, QUOTE, lambda _: '"')
    if random.random() < 0.1:
        text = text.translate(ACCENTED)
    if people and random.random() < 0.3:
        text, marks = other_people(text, marks, people, random)
    if len(text) < LOUD_LENGTH and random.random() < 0.1 and len(text.upper()) == len(text):
        text = text.upper()
    return text, marks


def replaced(
    text: str, marks: Marks, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]
) -> tuple[str, Marks]:
    """The text with each match replaced, and the names where they then stand."""
    pieces: list[str] = []
    places = list(range(len(text) + 1))
    at = shift = 0
    for match in pattern.finditer(text):
        said = new(match)
        pieces += [text[at : match.start()], said]
        for old in range(at, match.start()):
            places[old] += shift
        for step, old in enumerate(range(match.start(), match.end())):
            places[old] = match.start() + shift + min(step, len(said))
        at = match.end()
        shift += len(said) - (match.end() - match.start())
    for old in range(at, len(text) + 1):
        places[old] += shift
    return "".join([*pieces, text[at:]]), [(places[s], places[e], label) for s, e, label in marks]


def other_people(
    text: str, marks: Marks, people: Sequence[str], random: Random
) -> tuple[str, Marks]:
    """The text with each person's full name exchanged for another's, the same one alike."""
    drawn: dict[str, str] = {}
    pieces: list[str] = []
    moved: Marks = []
    at = length = 0
    for start, end, label in marks:
        form = text[start:end]
        if label == "PER" and " " in form and text[start - 1 : start] not in ("'", "’"):
            form = drawn.setdefault(form, random.choice(people))
        pieces += [text[at:start], form]
        begin = length + start - at
        length = begin + len(form)
        moved.append((begin, length, label))
        at = end
    return "".join([*pieces, text[at:]]), moved
