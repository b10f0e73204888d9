"""How well articles come back from documents: `documents.py NEWS.jsonl.gz`.

Writes articles as web pages of title, paragraphs and one heading, has pandoc and LibreOffice make
documents of them (whichever of the two is installed), reads these back, and prints for each
program and format: the F1 of words, the share of paragraphs that come back exactly, of titles, of
headings known as such, and milliseconds a document. `--skip N` draws other articles.
"""

import argparse
import gzip
import html
import json
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.load import load
from corpus.types import Article

HEADING = "Ce que l’on sait"
MADE_BY = {
    "pandoc": ("docx", "odt", "epub", "rtf"),
    "soffice": ("pdf", "docx", "odt", "epub", "rtf"),
}
SHORTEST, LONGEST = 1_500, 9_000
"""Characters of the articles taken."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it is written: its title and its paragraphs, HEADING being the third."""

    title: str
    paragraphs: tuple[str, ...]

    def html(self) -> str:
        """The page that the programs are given."""
        body = "".join(
            f"<h2>{text}</h2>" if text == HEADING else f"<p>{html.escape(text)}</p>"
            for text in self.paragraphs
        )
        title = html.escape(self.title)
        head = f'<meta charset="utf-8"><title>{title}</title>'
        return f"<!DOCTYPE html><html><head>{head}</head><body><h1>{title}</h1>{body}</body></html>"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("news", type=Path)
    arguments.add_argument("--articles", type=int, default=40)
    arguments.add_argument("--skip", type=int, default=0)
    given = arguments.parse_args()
    pages = drawn(given.news, given.articles, given.skip)
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder, "html")
        sources.mkdir()
        for number, page in enumerate(pages):
            (sources / f"{number}.html").write_text(page.html(), encoding="utf-8")
        for program, formats in MADE_BY.items():
            if shutil.which(program) is None:
                print(f"{program} is not installed")
                continue
            for kind in formats:
                made = Path(folder, program)
                make(program, kind, sources, made)
                report(f"{program} {kind}", made, kind, pages)


def drawn(news: Path, wanted: int, skip: int) -> list[Page]:
    """Articles from all over the file."""
    found: list[Page] = []
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in islice(lines, skip, None, 600):
            article = json.loads(line)
            texts = [" ".join(text.split()) for text in article["text"].split("\n")]
            paragraphs = [text for text in texts if text]
            if SHORTEST < len(article["text"]) < LONGEST and len(paragraphs) > 3:
                paragraphs.insert(2, HEADING)
                found.append(Page(" ".join(article["title"].split()), tuple(paragraphs)))
            if len(found) == wanted:
                break
    return found


def make(program: str, kind: str, sources: Path, made: Path) -> None:
    """Have a program make a document of each page."""
    made.mkdir(exist_ok=True)
    pages = sorted(sources.iterdir())
    if program == "soffice":
        command = ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", kind]
        subprocess.run([*command, "--outdir", made, *pages], capture_output=True, check=True)
        return
    for page in pages:
        target = made / f"{page.stem}.{kind}"
        command = ["pandoc", "-s", str(page), "-o", str(target)]
        subprocess.run(command, capture_output=True, check=True)


def report(name: str, folder: Path, kind: str, pages: list[Page]) -> None:
    """Print how well the documents are read."""
    totals: Counter[str] = Counter()
    start = time.perf_counter()
    for number, page in enumerate(pages):
        found, *_ = load(folder, f"{number}.{kind}")
        if isinstance(found, Article):
            totals.update(compared(page, found))
    elapsed = (time.perf_counter() - start) / len(pages)
    f1 = 2 * totals["shared"] / (totals["words"] + totals["read"])
    print(
        f"{name:14} words F1 {f1:.4f}  paragraphs {totals['exact'] / totals['paragraphs']:.4f}"
        f"  titles {totals['title'] / len(pages):.4f}"
        f"  headings {totals['heading'] / len(pages):.4f}  {elapsed * 1000:.0f} ms"
    )


def compared(page: Page, found: Article) -> dict[str, int]:
    """What of a page came back."""
    kept = {
        " ".join(found.slice(paragraph.span).split()): paragraph.kind
        for paragraph in found.paragraphs
        if paragraph.kind != "title"
    }
    words = Counter(" ".join(page.paragraphs).split())
    read = Counter(" ".join([*kept, *(piece.text for piece in found.folded)]).split())
    return {
        "words": words.total(),
        "read": read.total(),
        "shared": (words & read).total(),
        "paragraphs": len(set(page.paragraphs)),
        "exact": len(kept.keys() & set(page.paragraphs)),
        "title": found.title == page.title,
        "heading": kept.get(HEADING) == "heading",
    }


if __name__ == "__main__":
    main()
