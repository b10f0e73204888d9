"""How far an article goes on around the element that holds most of it.

Some pages put each paragraph or part into an element of its own. So the text goes on while prose
does: each element that must be left and each piece that is no prose costs, and prose pays.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.readers.html_page import HEADINGS, Node, Piece

MAX_STEPS = 4
"""Elements around the article's in which it may go on."""

REACH = 8
"""Elements above a block that are looked at for the name of one that was left."""

STEP_COST = 60
LEAVING_COST = 400
SHORT_COST = 20
MAX_DEBT = 400
"""In characters of prose: what leaving an element costs; what it costs besides where the element is
an article by its name; what a piece that is no prose costs at least; and what may be owed."""

_SENTENCE = re.compile(r"[.!?…][\s»\"”’')\]]*$")


@dataclass(slots=True)
class Around:
    """The article's element and those around it, from the inside out.

    `ups` is how many of them must be left to reach a block; it fills as blocks are asked for.
    """

    chain: list[Node]
    ups: dict[Node | None, int]

    def up(self, node: Node) -> int:
        """How many elements must be left to reach a block; more than there are for no way."""
        path: list[Node] = []
        around: Node | None = node
        while around not in self.ups and around is not None:
            path.append(around)
            around = around.parent
        found = self.ups[around]
        self.ups.update(dict.fromkeys(path, found))
        return found

    def cost(self, reached: int, up: int, piece: Piece) -> int:
        """What it costs to leave more elements for a piece that is in none of them.

        An article goes on for nothing in another element of the same name.
        """
        left = self.chain[reached:up]
        names = {node.names for node in left if node.names}
        if any(node.names in names for node in islice(upwards(piece.node), REACH)):
            return STEP_COST
        ends = sum(LEAVING_COST for node in left if node.main or node.tag == "article")
        return ends + STEP_COST * len(left)


def around(top: Node) -> Around:
    """An element, with those around it in which its text may go on."""
    chain = list(islice(upwards(top), MAX_STEPS + 1))
    ups: dict[Node | None, int] = {node: up for up, node in enumerate(chain)}
    return Around(chain, {None: len(chain), **ups})


def upwards(node: Node | None) -> Iterator[Node]:
    """A block and all those around it."""
    while node is not None:
        yield node
        node = node.parent


def extended(
    pieces: Sequence[Piece], start: int, order: Iterable[int], alike: set[int], surroundings: Around
) -> int:
    """How far the article goes on from its outermost piece, one way: prose pays for what is not."""
    best, balance, reached = start, 0, 0
    for index in order:
        piece, up = pieces[index], surroundings.up(pieces[index].node)
        if up >= len(surroundings.chain):
            break
        if up > reached:
            balance -= surroundings.cost(reached, up, piece)
            reached = up
        if index in alike:
            balance += len(piece.text)
        else:
            balance -= max(SHORT_COST, piece.linked)
        if balance > 0:
            best, balance = index, 0
        elif balance < -MAX_DEBT:
            break
    return best


def opened(pieces: Sequence[Piece], kept: list[int], first: int, surroundings: Around) -> int:
    """Where the article begins with the headings right over its first prose.

    A line in the same element, parted from the text by a line break only, is one too.
    """
    for index in reversed(kept[: bisect_left(kept, first)]):
        piece = pieces[index]
        heading = piece.node.tag in HEADINGS and surroundings.up(piece.node) == 0
        if piece.is_linked or not (heading or piece.node is pieces[first].node):
            break
        first = index
    return first


def closed(pieces: Sequence[Piece], kept: list[int], last: int, surroundings: Around) -> int:
    """Where the article ends with the short sentences and lines right under its last prose."""
    end = pieces[last].node
    for index in kept[bisect_right(kept, last) :]:
        piece = pieces[index]
        sentence = piece.node.tag == end.tag and _SENTENCE.search(piece.text)
        alike = piece.node is end or (sentence and surroundings.up(piece.node) == 0)
        if piece.is_linked or not alike:
            break
        last = index
    return last
