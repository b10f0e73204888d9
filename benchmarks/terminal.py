"""How recoupe feels in a terminal: how fast it is there and answers, what it sends, what it takes.

    recoupe index ../shared/corpora/news_fr.jsonl.gz
    python benchmarks/terminal.py ../shared/corpora/news_fr.jsonl.gz --size 120x40 --size 80x24

Runs the real program in a terminal of its own and prints for each size: seconds from its start to
the first screen and to a list that can be used, and of a processor, children included; for keys
(letters typed in the search box, a line down in the results and in an article, a page down, the
next matched word) milliseconds until the last byte and bytes, median and 95th percentile; its
share of a processor while nobody does anything; its memory after all that. A key's answer is
finished when nothing came for 150 ms; a paragraph's includes its related passages, which are asked
for when one has stayed on it for 150 ms. Other programs' work counts: measure on a machine that is
at rest. `--data` means what it means for `recoupe`. Linux only (/proc). Exit status 1 where a run
did not end as it should.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from processes import memory, seconds
from pty_run import QUIET, Answer, PtyRun

WORDS = ("ministre", "Strasbourg", "élection", "incendie", "Mediapart", "chômage", "train")
STARTS = 5
STILL = 1.0
"""Seconds without a byte after which the program has settled, its look at the folder included."""
IDLE = 10.0
LINES, PAGES, MATCHES, PARAGRAPHS = 20, 4, 5, 4
DOWN, PAGE, ENTER, CLEAR, BOX, ARTICLE = "\x1b[B", "\x1b[6~", "\r", "\x15", "s", "2"
PARAGRAPH, START = "J", "\x1b[H"
HEAD = 5
"""Lines above the list: the top line, the box, how the query was read."""


def opening(arguments: list[str], size: tuple[int, int]) -> tuple[float, float, float, int]:
    """Seconds to the first screen, to the list, and of a processor; the exit status."""
    app = PtyRun(arguments, columns=size[0], rows=size[1])
    app.settle(3.0)
    screens = app.screens()
    first = next(when for when, lines in screens if lines[0].strip() and lines[-1].strip())
    last = rows(screens[-1][1])
    usable = next(
        when for when, lines in screens if alike(rows(lines), last) and any(map(str.strip, last))
    )
    return first, usable, seconds(app.pid), app.quit()


def rows(lines: list[str]) -> list[str]:
    """The lines of the list, without the frame around it: it stands on the left."""
    width = len(lines[0]) // 3
    return [line[2:width].rstrip() for line in lines[HEAD:-2]]


def alike(some: list[str], others: list[str]) -> bool:
    """Whether nine lines of ten are the same, those without text left aside."""
    pairs = [pair for pair in zip(some, others, strict=True) if pair[1]]
    return sum(one == other for one, other in pairs) >= 0.9 * len(pairs) > 0


class Session:
    """One person's session, with what each kind of key did."""

    def __init__(self, arguments: list[str], size: tuple[int, int]) -> None:
        self.app = PtyRun(arguments, columns=size[0], rows=size[1])
        self.app.settle(3.0)
        self.keys: dict[str, list[Answer]] = {}

    def press(self, what: str, key: str, quiet: float = QUIET) -> None:
        """Press a key and keep what it did, if anything."""
        answer = self.app.press(key, quiet)
        if answer.size:
            self.keys.setdefault(what, []).append(answer)

    def type(self, word: str) -> None:
        """Type a word letter by letter into the emptied box."""
        self.app.press(BOX)
        self.app.press(CLEAR)
        for letter in word:
            self.press("letter typed", letter)

    def read(self) -> None:
        """Down the results, into an article and down in it."""
        for _ in range(LINES // 5):
            self.press("result down", DOWN)
        self.app.press(ENTER)
        self.app.settle(STILL)
        self.app.press(ARTICLE)
        self.app.settle(STILL)
        for _ in range(LINES):
            self.press("line down", DOWN)
        self.app.settle(STILL)
        self.app.press(START, STILL)
        for _ in range(PAGES):
            self.press("page down", PAGE)
        for _ in range(MATCHES):
            self.press("next match", "n")
        self.app.press(START, STILL)
        for _ in range(PARAGRAPHS):
            self.press("paragraph down", PARAGRAPH, STILL / 2)

    def idle(self) -> tuple[float, int]:
        """The share of a processor, in percent, and the bytes of some seconds without a key."""
        self.app.settle(STILL)
        before, drawn, began = seconds(self.app.pid), len(self.app.pieces), time.monotonic()
        time.sleep(IDLE)
        share = (seconds(self.app.pid) - before) / (time.monotonic() - began)
        return 100 * share, sum(len(piece.data) for piece in self.app.pieces[drawn:])


def report(what: str, answers: Iterable[Answer]) -> None:
    """One line on a kind of key."""
    answers = list(answers)
    times, sizes = [a.ms for a in answers], [float(a.size) for a in answers]
    print(
        f"  {what:16}{middle(times):8.0f} {tail(times):8.0f} ms"
        f"{middle(sizes):8.0f} {tail(sizes):8.0f} bytes   ({len(answers)})"
    )


def middle(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)


def tail(values: list[float]) -> float:
    """The 95th percentile: the value that five of a hundred exceed."""
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]


def measure(arguments: list[str], size: tuple[int, int]) -> int:
    """All figures of one size of the terminal; how many runs did not end well."""
    print(f"{size[0]}x{size[1]}")
    starts = [opening(arguments, size) for _ in range(STARTS)]
    for at, what in enumerate(("to the first screen", "to a usable list", "of a processor")):
        times = sorted(start[at] for start in starts)
        print(f"  {middle(times):6.2f} s {what} (of {[round(t, 2) for t in times]})")
    session = Session(arguments, size)
    before = memory(session.app.pid)
    for word in WORDS:
        session.type(word)
        session.read()
    print(f"  {'':16}{'median':>8} {'p95':>8}   {'median':>8} {'p95':>8}")
    for what, answers in session.keys.items():
        report(what, answers)
    first = session.keys["letter typed"][: len(WORDS[0])]
    print(f"  the first word's letters: {[round(a.ms) for a in first]} ms")
    share, size_idle = session.idle()
    print(f"  {share:.1f} % of a processor and {size_idle} bytes in {IDLE:.0f} idle seconds")
    for when, found in (("opened", before), ("at the end", memory(session.app.pid))):
        print(f"  {when}: " + ", ".join(f"{name} {mb:.0f} MB" for name, mb in found.items()))
    status = [start[3] for start in starts] + [session.app.quit()]
    print(f"  exit status {status}")
    return sum(one != 0 for one in status)


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--size", action="append", help="COLUMNSxROWS; may be given again")
    options = parser.parse_args()
    if options.data:
        os.environ["RECOUPE_DATA"] = str(options.data)
    failed = 0
    for size in options.size or ["120x40", "80x24"]:
        columns, lines = map(int, size.split("x"))
        failed += measure([str(options.root)], (columns, lines))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
