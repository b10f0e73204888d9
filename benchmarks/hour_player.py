"""Plays steps in a terminal, by the names of actions, and looks at each screen: for `hour.py`."""

import difflib
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from hour_terminal import PROMPT, Terminal, sent

from tui.config import Config
from tui.keys import BY_NAME, Keymap, Scope
from tui.keys.keymap import TOGETHER, WRITING
from tui.keys.names import canonical, is_written

QUIET = 0.12
"""Seconds without a byte after which a screen that shows what it must is taken as finished."""
SURE = 0.7
"""The same for a screen that is kept, or that is not what was kept: related passages come late."""
LONGEST = 15.0
"""Seconds after which something is not waited for any more."""
LETTER = 0.03
"""Seconds between two letters: a quick hand."""
ALONE = 0.2
"""Seconds after escape, which with the next key would be that key with alt."""

_DATE = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20\d\d\b")
_BROKEN = ("Traceback", "Error:", "[/", "\ufffd")
"""What stands on no good screen."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that a step's screen should not be."""

    step: str
    words: str


@dataclass
class Player:
    """One reader's hands and eyes.

    `where` is the scope that has the keyboard, kept right by the steps: a key of an action is one
    that nothing nearer takes for itself.
    """

    terminal: Terminal
    keymap: Keymap
    golden: Path
    """Where its screens are kept."""
    update: bool = False
    """Whether they are rewritten instead of compared."""
    copies: Path | None = None
    """Where all its screens go besides, kept or not."""
    where: Scope = "list"
    complaints: list[Complaint] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """The names of the files of all steps so far."""

    # Hands

    def do(self, name: str, times: int = 1) -> None:
        """Press the key of an action, a chord key after key."""
        for _ in range(times):
            for key in self.key(name).split():
                self.terminal.type(sent(key))
                pause = ALONE if key == "escape" else LETTER
                self.terminal.listen(pause, pause)

    def key(self, name: str) -> str:
        """The first key that means the action where the keyboard is, as the table writes it."""
        together = next((scopes for scopes in TOGETHER if self.where in scopes), (self.where,))
        together = together[together.index(self.where) :]
        mine = BY_NAME[name].scope
        nearer = together[: together.index(mine)] if mine in together else ()
        taken = {
            canonical(key)
            for other in BY_NAME.values()
            if other.scope in nearer
            for key in self.keymap.keys(other.name)
        }
        for key in self.keymap.keys(name):
            written = self.where in WRITING and is_written(key)
            if not written and canonical(key) not in taken:
                return key
        raise ValueError(f"no key of {name} answers in {self.where}")

    def write(self, text: str) -> None:
        """Letters, one after the other."""
        for letter in text:
            self.terminal.type(letter)
            self.terminal.listen(LETTER, LETTER)

    def enter(self) -> None:
        """End a line that is asked for."""
        self.terminal.type("\r")
        self.terminal.listen(LETTER, LETTER)

    def clear(self) -> None:
        """Empty the box that has the keyboard (Ctrl-U, as in a shell)."""
        self.terminal.type("\x15")
        self.terminal.listen(LETTER, LETTER)

    # Eyes

    def step(self, name: str, *must: str, gone: str = "", kept: bool = True) -> None:
        """Wait until the screen shows all of `must` and nothing of `gone`, then look at it.

        `kept` says whether the screen is the same each time.
        """
        file = f"{len(self.seen) + 1:02}-{name}.txt"
        self.seen.append(file)
        terminal, wanted = self.terminal, tuple(must)

        def there() -> bool:
            shown = "\n".join(terminal.lines())
            return all(words in shown for words in wanted) and not (gone and gone in shown)

        began = time.monotonic()
        if not terminal.listen(LONGEST, LONGEST, there):
            missing = [words for words in wanted if words not in "\n".join(terminal.lines())]
            self.complain(
                file, f"never came: {missing or f'{gone} is still there'}\n{self.shown()}"
            )
        terminal.listen(QUIET, LONGEST)
        if kept:
            self._keep_or_compare(self.golden / file)
        else:
            terminal.listen(SURE, LONGEST)
        if self.copies is not None:
            (self.copies / file).write_text(self.shown(), "utf-8")
        self._look(file, plain=not kept)
        if (took := time.monotonic() - began) > 5:
            print(f"  {file} took {took:.1f} s")

    def same(self, name: str, before: str) -> None:
        """A step that must show what was `shown` before."""
        self.seen.append(f"{len(self.seen) + 1:02}-{name}.txt")
        self.terminal.listen(LONGEST, LONGEST, lambda: self.shown() == before)
        self._differ(self.seen[-1], before)

    def shown(self) -> str:
        """The screen as it is kept: its lines, then what is drawn in reverse."""
        lit = (f"reversed: {one}" for one in self.terminal.reversed())
        return "".join(f"{_still(line)}\n" for line in (*self.terminal.lines(), *lit))

    def complain(self, file: str, words: str) -> None:
        """Something is not as it should be."""
        self.complaints.append(Complaint(file, words))

    def _keep_or_compare(self, path: Path) -> None:
        """Rewrite what was kept, or wait until the screen is as it was kept, and say if not."""
        kept = path.read_text("utf-8") if path.exists() else ""
        terminal = self.terminal
        terminal.listen(SURE, LONGEST, lambda: not self.update and self.shown() == kept)
        if not self.update:
            self._differ(path.name, kept)
        elif self.shown() != kept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.shown(), "utf-8")

    def _differ(self, file: str, kept: str) -> None:
        """Complain where the screen is not as it was."""
        shown = self.shown()
        if shown == kept:
            return
        lines = difflib.unified_diff(
            kept.split("\n"), shown.split("\n"), "kept", "shown", n=0, lineterm=""
        )
        self.complain(file, "\n".join(lines))

    def _look(self, file: str, *, plain: bool) -> None:
        """What holds for every screen of the program."""
        lines = self.terminal.lines()
        for sign in _BROKEN:
            if any(sign in line for line in lines):
                self.complain(file, f"{sign!r} is on the screen\n{self.shown()}")
        if PROMPT.strip() in "".join(lines) or plain:
            return
        if not lines[-1].strip():
            self.complain(file, f"no key line\n{self.shown()}")
        for problem in frames_broken(lines):
            self.complain(file, problem)


def frames_broken(lines: list[str]) -> list[str]:
    """Frames whose sides are not whole, as far as they are not under another frame."""
    found = []
    for row, line in enumerate(lines):
        for start in (match.start() for match in re.finditer("╭", line)):
            end = line.find("╮", start)
            if end < 0:
                found.append(f"the frame at line {row + 1}, cell {start + 1} has no right end")
    return found


def _still(line: str) -> str:
    """A line without what changes from day to day."""
    today = time.strftime("%-d %b %Y")
    return _DATE.sub(
        lambda date: "<today>".ljust(len(today)) if date[0] == today else date[0], line
    )


def keymap_of(preset: str) -> Keymap:
    """The keys of a preset."""
    return Config(preset=preset).keymap  # type: ignore[arg-type]
