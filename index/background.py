"""How common words are in general news: what a small folder cannot tell by itself.

`background_fr.tsv` gives, for each stem that is in at least one news passage of 2,000, the
passages of a million that hold it; `benchmarks/background.py` counts it over any corpus.
`background_en.tsv` is no count: some 500 words that any English news is made of, all put at one
passage of a hundred, until there is a corpus to count.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files

RARE = 0.00002
"""The share of passages that is taken for a word, or a name, that the table does not hold."""


def background(code: str | None) -> Callable[[str], float]:
    """For a language, what share of the passages of general news holds a stem.

    A language without a table has every stem taken as rare.
    """
    table = _table("fr" if code is None else code)
    return lambda stem: table.get(stem, RARE)


@cache
def _table(code: str) -> dict[str, float]:
    file = files("index") / f"background_{code}.tsv"
    if not file.is_file():
        return {}
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {stem: int(count) / 1_000_000 for stem, count in lines}
