"""Whether what was typed is a question, to be answered by what has the most of its words."""

from index.analysis import tokenize

ASKING = frozenset(
    "qui que quoi quel quelle quels quelles comment pourquoi combien où quand lequel laquelle"
    " lesquels lesquelles auquel duquel who whom whose what which where when why how".split()
)
"""Words that ask, in small letters with accents: `où` is not `ou`."""

BEGINNING = 3
"""Words among which the one that asks stands: `dans quelle ville`, `c'est qui`."""

FEWEST = 3
"""Words of a question: `qui` alone, or `march?`, is none."""


def is_question(text: str) -> bool:
    """Whether a query begins by asking, or ends in a question mark."""
    words = [token.exact for token in tokenize(text)]
    if len(words) < FEWEST:
        return False
    return text.rstrip().endswith("?") or not ASKING.isdisjoint(words[:BEGINNING])
