"""What two passages, or two whole articles, agree on and what they differ about.

`compare` is pure over two `Side`s; `of_library` and `of_articles` make the sides from a store or
a library.
"""

from index.compare.comparison import compare
from index.compare.sides import Side, of_articles, of_library, side

__all__ = ["Side", "compare", "of_articles", "of_library", "side"]
