"""A concordance as the JSON that docs/json.md promises, as a table, and aligned for a person."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from rich.cells import cell_len, set_cell_size

from corpus.types import Article
from index.types import Concordance, KwicLine
from tui.commands.json_out import place
from tui.commands.text_out import printable, remarks
from tui.language.i18n import _
from tui.text import labels

COLUMNS = "article paragraph published source left keyword right start end".split()


def as_json(found: Concordance, articles: dict[str, Article]) -> dict[str, Any]:
    """`recoupe kwic`; `articles` are those of the lines, by id."""
    return {
        "query": found.query,
        "reading": list(found.reading.remarks),
        "total": found.total,
        "elapsed_ms": round(found.elapsed_ms, 2),
        "lines": [
            {
                "article": line.info.id,
                "title": line.info.title,
                "source": line.info.source,
                "published": line.info.published,
                "paragraph": line.passage.number,
                **place(articles.get(line.info.id), line.span),
                "left": line.left,
                "keyword": line.keyword,
                "right": line.right,
            }
            for line in found.lines
        ],
    }


def write_table(lines: Iterable[KwicLine], out: TextIO, *, delimiter: str) -> None:
    """A heading and a row for each line, quoted where needed; control characters are shown."""
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in lines:
        info = line.info
        where = (info.id, line.passage.number, info.published or "", info.source or "")
        row = (*where, line.left, line.keyword, line.right, line.span.start, line.span.end)
        writer.writerow(printable(str(cell)) for cell in row)


def aligned(found: Concordance, *, width: int, offset: int) -> Iterator[str]:
    """The keywords one below the other, `width` cells of context on each side, then the place."""
    yield from remarks(found.reading)
    keywords = [printable(line.keyword) for line in found.lines]
    widest = max(map(cell_len, keywords), default=0)
    for line, keyword in zip(found.lines, keywords, strict=True):
        left = _last_cells(printable(line.left), width)
        right = set_cell_size(f"{keyword}{printable(line.right)}", widest + width)
        yield f"{left}{right}  {_place(line)}"
    more = found.total - offset - len(found.lines)
    if more > 0:
        said = _("{n} more: {option} shows the next")
        option = f"--offset {offset + len(found.lines)}"
        yield f"# {said.format(n=labels.number(more), option=option)}"


def _place(line: KwicLine) -> str:
    facts = (line.info.published, line.info.source)
    where = f"{printable(line.info.id)} ¶{line.passage.number}"
    return " · ".join([*(printable(fact) for fact in facts if fact), where])


def _last_cells(text: str, width: int) -> str:
    """The end of a text in exactly `width` cells; a mark without its letter is left out too."""
    while text and (cell_len(text) > width or not cell_len(text[0])):
        text = text[1:]
    return " " * (width - cell_len(text)) + text
