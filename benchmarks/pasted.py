"""What is left of whole pages, pasted into a text file with all that a site prints around.

    python benchmarks/pasted.py ../shared/eval/html

The lines of each HTML page are taken as they come, which is what selecting all in a browser gives,
and cleaned as plain text; what is not in the page's gold text is debris. Prints for each site the
share of debris kept and of content folded, in letters, and how many titles are right. The rules
were tuned on TUNED; the other sites were not looked at.
"""

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from corpus.clean import clean

TUNED = ("LeMonde", "lemonde", "LeFigaro_2024_04_29", "orange")
UNSEEN = {"script", "style", "noscript", "template", "svg", "head"}
INLINE = {"a", "abbr", "b", "cite", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "u"}
SHORTEST = 12
"""Letters of a line that is looked for in the gold text: shorter ones stand there by chance."""


@dataclass(slots=True)
class Letters:
    """Letters and digits of debris and of content, kept and folded; pages and right titles."""

    debris_kept: int = 0
    debris_folded: int = 0
    content_kept: int = 0
    content_folded: int = 0
    pages: int = 0
    titles: int = 0

    def __str__(self) -> str:
        debris = self.debris_kept + self.debris_folded
        content = self.content_kept + self.content_folded
        return (
            f"{self.pages} pages, {self.titles} titles right, debris kept"
            f" {100 * self.debris_kept / debris:.1f} % of {debris}, content folded"
            f" {100 * self.content_folded / content:.2f} % of {content}"
        )


class Lines(HTMLParser):
    """The text of a page, a line for each element that a browser sets apart."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or what is not shown."""
        self._hidden += tag in UNSEEN
        self.parts.append("" if tag in INLINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        """End them."""
        self._hidden = max(0, self._hidden - (tag in UNSEEN))
        self.parts.append("" if tag in INLINE else "\n")

    def handle_data(self, data: str) -> None:
        """Take what is shown."""
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def main() -> None:
    """Print the figures of each site, and of the tuned and the other ones together."""
    folder = Path(sys.argv[1])
    found: defaultdict[str, Letters] = defaultdict(Letters)
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            name = gold["file"]
            tuned = any(site in name for site in TUNED)
            site = re.sub(r"^fundus-fr-|^readability-|[_-]\d.*|\.html$", "", name)
            html = (folder / name).read_text(encoding="utf-8", errors="replace")
            for part in (site, "tuned on" if tuned else "not looked at"):
                add(found[part], pasted(html), gold)
    for part, letters in found.items():
        print(f"{part:>14}: {letters}")


def pasted(html: str) -> str:
    """The lines of a page with an empty line between two."""
    parser = Lines()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line)


def add(letters: Letters, text: str, gold: dict[str, str]) -> None:
    """Count one page."""
    cleaned = clean(text)
    right = bare(f"{gold['text']} {gold['title']}")
    letters.pages += 1
    letters.titles += bare(cleaned.title or "") == bare(gold["title"])
    kept = [cleaned.text[p.span.start : p.span.end] for p in cleaned.paragraphs]
    for line in map(bare, kept):
        content = len(line) > SHORTEST and line in right
        letters.content_kept += len(line) if content else 0
        letters.debris_kept += 0 if content else len(line)
    for line in (bare(piece.text) for piece in cleaned.folded):
        content = len(line) > SHORTEST and line in right
        letters.content_folded += len(line) if content else 0
        letters.debris_folded += 0 if content else len(line)


def bare(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()


if __name__ == "__main__":
    main()
