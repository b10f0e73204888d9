"""What the help says, laid out in columns. Pure: actions, their keys and a width in, lines out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from corpus.sounds import flat
from index.query.help import RULES
from tui.keys import ACTIONS, SCOPES, Action, Keymap, groups, shown
from tui.keys.action import WHERE
from tui.keys.keymap import farness
from tui.language.i18n import _
from tui.text.render import Role, Row, Run
from tui.text.wrap import fit, wrap

COLUMN = 46
"""Cells that a column has at least; wider screens have more columns."""
APART = 3
"""Cells between two columns."""
MOST_KEYS = 18
"""Cells for the keys; longer ones push their words to the next line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Keys, or what is typed into the search box, and what they do."""

    keys: str
    words: str
    search: str
    """What it is found by."""


@dataclass(frozen=True, slots=True)
class Block:
    """Entries under one heading; `here` says that they answer where the keyboard is."""

    title: str
    entries: tuple[Entry, ...]
    here: bool


def blocks(keymap: Keymap, here: Collection[str]) -> list[Block]:
    """Everything: by group what answers here, the nearest first; the search's rules; then by place
    the rest."""

    def entries(actions: Iterable[Action]) -> tuple[Entry, ...]:
        return tuple(
            Entry(_keys(keymap, one.name), _(one.help), flat(f"{one.name} {_(one.group)}"))
            for one in actions
        )

    answering = groups(sorted((one for one in ACTIONS if one.name in here), key=farness))
    rules = tuple(Entry(rule.example, _(rule.meaning), flat(rule.what)) for rule in RULES)
    rest = {
        scope: [one for one in ACTIONS if one.scope == scope and one.name not in here]
        for scope in SCOPES
    }
    return [
        *(Block(_(group), entries(actions), True) for group, actions in answering.items()),
        Block(_("What can be searched"), rules, True),
        *(Block(_(WHERE[scope]), entries(rest[scope]), False) for scope in SCOPES if rest[scope]),
    ]


def filtered(all_blocks: Iterable[Block], typed: str) -> list[Block]:
    """What has every word that is typed, in what it does, its keys or its name."""
    words = flat(typed).split()
    found = []
    for block in all_blocks:
        entries = tuple(
            entry
            for entry in block.entries
            if all(
                word in f"{flat(entry.words)} {flat(entry.keys)} {entry.search}" for word in words
            )
        )
        if entries:
            found.append(Block(block.title, entries, block.here))
    return found


def laid_out(all_blocks: Sequence[Block], width: int) -> list[Row]:
    """The lines of a page so wide: blocks in columns, filled one after the other."""
    count = max((width + APART) // (COLUMN + APART), 1)
    each = (width - APART * (count - 1)) // count
    laid = [_lines(block, each) for block in all_blocks]
    columns = _columns(laid, count)
    rows = []
    nothing: Row = ()
    for parts in zip_longest(*columns, fillvalue=nothing):
        row: list[Run] = []
        for part in parts:
            used = sum(cell_len(run.text) for run in part)
            row += [*part, Run(" " * (each - used + APART))]
        rows.append(tuple(row[:-1]))
    return rows


def _columns(laid: Sequence[list[Row]], count: int) -> list[list[Row]]:
    """The blocks' lines in so many columns, as even as whole blocks allow."""
    low, high = max(map(len, laid), default=0), sum(map(len, laid))
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(laid, middle)) <= count else (middle + 1, high)
    return _filled(laid, low)


def _filled(laid: Sequence[list[Row]], height: int) -> list[list[Row]]:
    """Columns no higher than this, each filled before the next; no block is so high."""
    columns: list[list[Row]] = [[]]
    for lines in laid:
        if columns[-1] and len(columns[-1]) + len(lines) > height:
            columns.append([])
        columns[-1] += lines
    return columns


def _lines(block: Block, width: int) -> list[Row]:
    """A block in a column, with an empty line after it."""
    longest = max(cell_len(entry.keys) for entry in block.entries)
    room = min(longest, MOST_KEYS, width // 2)
    lines: list[Row] = [(Run(fit(block.title, width), ("heading",)),)]
    for entry in block.entries:
        keys = Run(fit(entry.keys, width - 2).ljust(room), ("accent",) if block.here else ("meta",))
        words = wrap(entry.words, max(width - room - 4, 8))
        texts = [entry.words[span.start : span.end].strip() for span in words]
        rest: list[Row] = [(Run(" " * (room + 4)), Run(text, _look(block))) for text in texts]
        if cell_len(keys.text) > room:
            lines.append((Run("  "), keys))
        else:
            lines.append((Run("  "), keys, Run("  "), Run(texts[0], _look(block))))
            rest = rest[1:]
        lines += rest
    return [*lines, ()]


def _look(block: Block) -> tuple[Role, ...]:
    return () if block.here else ("meta",)


def _keys(keymap: Keymap, name: str) -> str:
    """`n  ctrl-n`; a dash for an action that has lost its keys."""
    return "  ".join(shown(key) for key in keymap.keys(name)) or "–"
