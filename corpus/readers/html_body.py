"""The pieces of a page → those that are the article.

The element with the most prose close under it is the article's; the text goes on around it while
prose goes on. What stands in links, or in elements whose names say that they are something else,
is not the article, however near. So readability.js and boilerplate detection by text and link
density do (Kohlschütter et al., WSDM 2010), in one linear pass.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from corpus.readers import html_names
from corpus.readers.html_facts import Facts, date_said, is_stamp, key
from corpus.readers.html_page import HEADINGS, LONGEST_NAME, Node, Page, Piece
from corpus.readers.html_range import REACH, Around, around, closed, extended, opened, upwards

LONG_PROSE = 80
SHORT_PROSE = 25
"""Characters of a piece that is prose; a shorter one only where it ends as a sentence does."""

DECAY = 0.7
"""Prose weighs so much less on each element further up."""

RARE = 0.1
"""The part of the article's prose below which a kind of element is not one of its own."""

MAIN_BONUS = 1.5
"""How much more it weighs in an element whose names say that it is the article's text."""

MOSTLY = 4
"""An element named as something else is the article where it holds so many times more prose."""

GATED = 600
GATED_SHARE = 0.5
"""One named for a paywall or a widget is no offer but the article's where it holds so many
characters of prose, and so much as against what stands free."""

LEAD = 40
"""Characters of a summary under the title, and more than a label has."""

NEAR = 30
"""Pieces before the text among which a known summary stands where no title is found."""

SAME = 60
"""Letters and digits that show two texts to be the same."""

ENOUGH = 250
BODY_FOUND = 0.6
MAX_BODY = 400_000
MAX_PIECES = 2_000
"""Characters from which the JSON-LD's own text counts, the part of it that the page must show, and
the most that are looked through."""

MAX_LEFT_OUT = 200
"""Pieces that are left out and kept, folded: enough to see that none is of the article."""

_LEAVES = HEADINGS | frozenset("p li blockquote pre dd dt td tr".split())
_SENTENCE = re.compile(r"[.!?…:;][\s»\"”’')\]]*$")
_TALK = re.compile(r"comment|disqus|respond|reply|forum|reaction", re.IGNORECASE)


def article(page: Page, facts: Facts) -> list[Piece]:
    """The pieces of the article without its title, in order; none where there is no prose."""
    pieces = page.pieces
    shown = _in_linked_data(pieces, facts.body)
    kept = _not_aside(pieces, shown)
    prose = [i for i in kept if _is_prose(pieces[i])]
    prose = _without_teasers(pieces, prose) or [
        i for i in kept if pieces[i].node.tag == "p" and not pieces[i].is_linked
    ]
    if not prose:
        return []
    surroundings = around(_top(pieces, shown or prose))
    inside = [i for i in prose if surroundings.up(pieces[i].node) == 0]
    if shown:
        first, last = min((*shown, *inside)), max((*shown, *inside))
    else:
        alike = _alike(pieces, prose, inside)
        after = (i for i in kept if i > inside[-1])
        last = extended(pieces, inside[-1], after, alike, surroundings)
        before = (i for i in reversed(kept) if i < inside[0])
        first = extended(pieces, inside[0], before, alike, surroundings)
    first = opened(pieces, kept, first, surroundings)
    last = closed(pieces, kept, last, surroundings)
    lead = _lead(pieces, [i for i in kept if i < first], facts, surroundings)
    body = [i for i in kept if first <= i <= last and not _is_link_list(pieces, i)]
    return _trimmed([pieces[i] for i in (*lead, *body)], facts)


def subtitle(chosen: Sequence[Piece], facts: Facts) -> str | None:
    """The summary among the first pieces of an article: named so, or given as its description."""
    known = {key(text)[:SAME] for text in facts.descriptions if len(text) >= LEAD}
    for piece in chosen[:2]:
        if _is_named_lead(piece) or key(piece.text)[:SAME] in known:
            return piece.text
    return None


def left_out(page: Page, chosen: Sequence[Piece]) -> tuple[tuple[str, str], ...]:
    """What the page shows amid the article's pieces without being of them, and prose elsewhere.

    Each piece behind its rule: "page-element" for one in an element named as something else,
    "page-links" for links, "page-rest". Menus and what readers wrote are not worth keeping.
    """
    own = set(chosen)
    places = [index for index, piece in enumerate(page.pieces) if piece in own]
    amid = range(places[0], places[-1]) if places else range(0)
    found: list[tuple[str, str]] = []
    for index, piece in enumerate(page.pieces):
        if piece in own or not (index in amid or (_is_prose(piece) and not _is_talk(piece))):
            continue
        rule = "page-element" if piece.node.aside else "page-links"
        found.append((rule if piece.node.aside or piece.is_linked else "page-rest", piece.text))
    return tuple(found[:MAX_LEFT_OUT])


def _is_talk(piece: Piece) -> bool:
    return any(_TALK.search(node.names) for node in _asides(piece.node))


def _is_prose(piece: Piece) -> bool:
    """Whether a piece is running text, going by its length, its end and its links."""
    if piece.node.tag in HEADINGS or piece.is_linked:
        return False
    length = len(piece.text)
    return length >= LONG_PROSE or (length >= SHORT_PROSE and bool(_SENTENCE.search(piece.text)))


def _not_aside(pieces: Sequence[Piece], shown: Iterable[int]) -> list[int]:
    """The indices of pieces that no element's name tells from the article.

    A name is not believed where the element holds too much of the page's prose for that, or a
    piece that is known to be the article's (`shown`).
    """
    free = 0
    held: defaultdict[Node, int] = defaultdict(int)
    for piece in pieces:
        if not _is_prose(piece):
            continue
        around = list(_asides(piece.node))
        free += 0 if around else len(piece.text)
        for node in around:
            held[node] += len(piece.text)
    wrong = {node for node, mass in held.items() if not _is_believed(node, mass, free)}
    wrong.update(node for index in shown for node in _asides(pieces[index].node))
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.node.aside is None or all(node in wrong for node in _asides(piece.node))
    ]


def _is_believed(node: Node, mass: int, free: int) -> bool:
    """Whether an element is what its names say, going by its prose and what stands free."""
    if not node.names or _TALK.search(node.names):
        return True
    if html_names.gate(node.names) and node.tag not in ("aside", "footer"):
        return mass < max(GATED, GATED_SHARE * free)
    return mass < max(ENOUGH, MOSTLY * free)


def _asides(node: Node) -> Iterator[Node]:
    """The nearest elements around a block that are named as something else, at most `REACH`."""
    aside = node.aside
    for _ in range(REACH):
        if aside is None:
            return
        yield aside
        aside = aside.parent.aside if aside.parent else None


def _without_teasers(pieces: Sequence[Piece], prose: list[int]) -> list[int]:
    """Prose but for the summaries of other articles: those under a heading that is a link."""
    own = [i for i in prose if not _is_teaser(pieces, i)]
    return own if sum(len(pieces[i].text) for i in own) >= ENOUGH else prose


def _is_teaser(pieces: Sequence[Piece], index: int) -> bool:
    before = pieces[index - 1] if index else None
    if before is None or before.node.tag not in HEADINGS or not before.is_linked:
        return False
    return before.node.parent is pieces[index].node.parent


def _is_link_list(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is a link to something else, or the label over a list of those."""
    piece = pieces[index]
    if piece.is_linked:
        return True
    if piece.node.tag in _LEAVES or len(piece.text) > LEAD or index + 1 == len(pieces):
        return False
    below = pieces[index + 1]
    return below.is_linked and any(
        node is piece.node.parent for node in islice(upwards(below.node), 4)
    )


def _top(pieces: Sequence[Piece], prose: Sequence[int]) -> Node:
    """The element with the most prose, prose further down weighing less."""
    weights: defaultdict[Node, float] = defaultdict(float)
    for index in prose:
        node: Node | None = pieces[index].node
        if node and node.tag in _LEAVES and node.parent:
            node = node.parent
        weight = float(len(pieces[index].text))
        for _ in range(REACH):
            if node is None:
                break
            weights[node] += weight
            weight *= DECAY
            node = node.parent
    return max(weights, key=lambda node: weights[node] * (MAIN_BONUS if node.main else 1))


def _alike(pieces: Sequence[Piece], prose: Iterable[int], inside: Iterable[int]) -> set[int]:
    """Prose in the same kinds of element as the article's, teasers left out."""
    weights: Counter[str] = Counter()
    for index in inside:
        weights[pieces[index].node.tag] += len(pieces[index].text)
    usual = {tag for tag, weight in weights.items() if weight >= RARE * weights.total()}
    return {i for i in prose if pieces[i].node.tag in usual and not _is_teaser(pieces, i)}


def _in_linked_data(pieces: Sequence[Piece], body: str) -> list[int]:
    """The indices of prose that stands in the JSON-LD's text; none where too little does."""
    if not ENOUGH <= len(body) <= MAX_BODY:
        return []
    whole = key(body)
    found = [
        index
        for index, piece in enumerate(pieces[:MAX_PIECES])
        if _is_prose(piece) and key(piece.text)[:SAME] in whole
    ]
    shown = sum(len(pieces[index].text) for index in found)
    return found if shown >= BODY_FOUND * len(body) else []


def _lead(
    pieces: Sequence[Piece], before: Sequence[int], facts: Facts, surroundings: Around
) -> list[int]:
    """The indices of the summary that stands between the title and the text."""
    known = {key(text)[:SAME] for text in facts.descriptions if len(text) >= LEAD}
    found = []
    for index in before:
        piece = pieces[index]
        if len(piece.text) < LEAD or piece.is_linked or date_said(piece.text):
            continue
        after_title = facts.title_at is not None and index > facts.title_at
        near = surroundings.up(piece.node) < len(surroundings.chain)
        if (after_title and near and (_is_prose(piece) or _is_named_lead(piece))) or (
            index >= before[-1] - NEAR and key(piece.text)[:SAME] in known
        ):
            found.append(index)
    return found


def _is_named_lead(piece: Piece) -> bool:
    return any(html_names.subtitle(node.names) for node in islice(upwards(piece.node), 2))


def _trimmed(chosen: Sequence[Piece], facts: Facts) -> list[Piece]:
    """The pieces without the title, who signed and when, repetitions, and headings of nothing."""
    title = key(facts.title or "")
    names = {key(name) for name in facts.byline}
    seen: set[str] = set()
    found: list[Piece] = []
    opening = True
    for piece in chosen:
        said = key(piece.text)
        if said == title or said in seen or date_said(piece.text):
            continue
        if opening and (piece.node.tag == "h1" or is_stamp(piece.text)):
            continue
        if len(piece.text) <= LONGEST_NAME and (said in names or _is_signed(piece)):
            continue
        if len(piece.text) >= LONG_PROSE:
            seen.add(said)
        opening = opening and not _is_prose(piece)
        found.append(piece)
    while found and found[-1].node.tag in HEADINGS:
        found.pop()
    return found


def _is_signed(piece: Piece) -> bool:
    return any(html_names.signed(node.names) for node in islice(upwards(piece.node), 2))
