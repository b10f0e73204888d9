"""A note as the lines of the reader's file, and back. Pure: lines in, values and lines out.

    ## Explosion au port de Lorvent : douze blessés (AFP, 2024-05-14, ¶ 1)

    > Le feu est éteint

    Who says so? The hospital counts fourteen.

    - tags: #harbour #figures
    - at: <recoupe:port.txt;char=123,145;sha256=…>
    - around: "de Lorvent. « " … " », a déclaré"
    - made: 2026-11-21T22:14:05+01:00
    - id: 5f0c1e22

A note begins with a heading of the second rank and ends before the next heading of the first or
second. The first block quotation is what it is about; the lines named above are its fields;
comments (`<!-- … -->`) are nobody's; all the rest is what the reader writes about it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import count

from tui.keeping import locator, markdown
from tui.keeping.anchor import Anchor

FIELDS = ("tags", "at", "around", "made", "id")

_HEADING = re.compile(r"#{1,2}(?:\s|$)")
_NOTE = re.compile(r"##(?:\s|$)")
_FIELD = re.compile(rf"- ({'|'.join(FIELDS)}):(?:\s+(.*))?$", re.IGNORECASE)
_OURS = rf"#{{1,2}}(?:\s|$)|<!--|- (?:{'|'.join(FIELDS)}):"
_TO_ESCAPE = re.compile(rf"\\*(?:{_OURS})", re.IGNORECASE)
_ESCAPED = re.compile(rf"\\(?=\\*(?:{_OURS}))", re.IGNORECASE)
_TAG = re.compile(r"[^\s,#]+")
BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader keeps of a place: `text` is "" and `tags` are none for a mere bookmark.

    `anchor` is None where the file no longer tells the place. `heading` names the article as it
    was called when the note was made. `made` is ISO 8601, "" where it is not written. `line` is
    where the note begins in the file, from 1. Two notes of a file never have the same `id`.
    """

    id: str
    anchor: Anchor | None
    text: str
    tags: tuple[str, ...]
    heading: str
    made: str
    line: int


@dataclass(slots=True)
class Section:
    """A note's lines by what they are, each by its index in the file; `end` is not included."""

    start: int
    end: int
    quotation: list[int] = field(default_factory=list)
    fields: dict[str, int] = field(default_factory=dict)
    text: list[int] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    def shift(self, at: int, by: int) -> None:
        """Follow `by` lines put in before the line `at`."""
        self.text = [line + by if line >= at else line for line in self.text]
        self.quotation = [line + by if line >= at else line for line in self.quotation]


def sections(lines: Sequence[str]) -> Iterator[Section]:
    """The sections of a file that are notes: those with a field."""
    section: Section | None = None
    for at, line in _outside_comments(lines):
        if _HEADING.match(line):
            if section is not None and section.fields:
                yield _ended(section, lines, at)
            section = Section(at, at) if _NOTE.match(line) else None
        elif section is not None:
            _sort(section, at, line)
    if section is not None and section.fields:
        yield _ended(section, lines, len(lines))


def own_rows(lines: Sequence[str], section: Section) -> list[int]:
    """The lines of a section but for its comments."""
    return [at for at, _ in _outside_comments(lines) if section.start <= at < section.end]


def _ended(section: Section, lines: Sequence[str], end: int) -> Section:
    """The section, its text without the blank lines that follow it."""
    section.end = end
    while section.text and not lines[section.text[-1]].strip():
        section.text.pop()
    return section


def _outside_comments(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """All lines but those of comments; a comment that nobody closes is none."""
    closing = [at for at, line in enumerate(lines) if "-->" in line]
    hidden_to = -1
    for at, line in enumerate(lines):
        if at > hidden_to and line.startswith("<!--"):
            hidden_to = next((end for end in closing if end >= at), -1)
        if at > hidden_to:
            yield at, line


def _sort(section: Section, at: int, line: str) -> None:
    """Add a line to what it belongs to."""
    match = _FIELD.match(line)
    if match:
        name = match[1].lower()
        if name in section.fields:
            first = section.fields[name] + 1
            section.problems.append((at, f"a second “- {name}:” in one note, after line {first}"))
        else:
            section.fields[name] = at
    elif line.startswith(">") and not section.text and not section.fields and _joins(section, at):
        section.quotation.append(at)
    elif line.strip() or section.text:
        section.text.append(at)


def _joins(section: Section, at: int) -> bool:
    """Whether a quoted line goes on with the quotation, or begins it."""
    return not section.quotation or section.quotation[-1] == at - 1


def note(lines: Sequence[str], section: Section, known: Set[str]) -> Note:
    """The note of a section; what cannot be understood in it is added to its problems.

    `known` are the ids of the notes before it.
    """
    values = {name: _value(lines[at]) for name, at in section.fields.items()}
    exact = markdown.quoted(lines[at] for at in section.quotation)
    before, after = _around(section, values.get("around"))
    written = "\n".join(_ESCAPED.sub("", lines[at], count=1) for at in section.text)
    return Note(
        id=_own_id(values.get("id", ""), known),
        anchor=_anchor(section, values.get("at"), exact, before, after),
        text=written.strip(),
        tags=tags(values.get("tags", "")),
        heading=markdown.unescape(lines[section.start].removeprefix("##").strip()),
        made=values.get("made", ""),
        line=section.start + 1,
    )


def tags(text: str) -> tuple[str, ...]:
    """The tags that a person has written: `#a #b`, or `a, b`; each once."""
    return tuple(dict.fromkeys(_TAG.findall(text)))


def made(new: Note) -> list[str]:
    """A new note's lines. Its anchor must know its place."""
    assert new.anchor is not None
    around = BETWEEN.join(map(_json, (new.anchor.before, new.anchor.after)))
    return [
        f"## {markdown.escape(markdown.one_line(new.heading))}".rstrip(),
        "",
        *markdown.quotation(new.anchor.exact),
        "",
        *([*text_lines(new.text), ""] if new.text else []),
        *([tag_line(new.tags)] if new.tags else []),
        f"- at: <{locator.written(new.anchor)}>",
        f"- around: {around}",
        f"- made: {new.made}",
        f"- id: {new.id}",
    ]


def text_lines(text: str) -> list[str]:
    """What the reader writes, as lines none of which is taken for another part of the note."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return [f"\\{line}" if _TO_ESCAPE.match(line) else line for line in lines]


def tag_line(wanted: Iterable[str]) -> str:
    """The field of the tags."""
    return f"- tags: {' '.join(f'#{tag}' for tag in wanted)}".rstrip()


def _value(line: str) -> str:
    match = _FIELD.match(line)
    return (match[2] or "").strip() if match else ""


def _own_id(written: str, known: Set[str]) -> str:
    """The note's id; a note without one, or a copied one, is called after its number."""
    if written and written not in known:
        return written
    numbered = (f"{written or 'note'}~{number}" for number in count(2))
    return next(number for number in numbered if number not in known)


def _anchor(section: Section, at: str | None, exact: str, before: str, after: str) -> Anchor | None:
    if at is None:
        section.problems.append((section.start, "a note without a line “- at:”: its place is lost"))
        return None
    match = locator.LOCATOR.search(at)
    if match is None:
        reason = "“- at:” says no place, such as <recoupe:a.txt;char=0,9>"
        section.problems.append((section.fields["at"], reason))
        return None
    if not exact:
        section.problems.append((section.start, "a note without a quotation: its place is lost"))
        return None
    return locator.read(match, exact, before, after)


def _around(section: Section, value: str | None) -> tuple[str, str]:
    """What stands before and after the quotation; nothing where that is not said."""
    if value is None:
        return "", ""
    found = around(value)
    if found is None:
        reason = '“- around:” must be two texts in quotation marks: "before" … "after"'
        section.problems.append((section.fields["around"], reason))
    return found or ("", "")


def around(value: str) -> tuple[str, str] | None:
    """The two texts of a field `around`, None where it does not hold two."""
    decoder = json.JSONDecoder(strict=False)
    try:
        before, at = decoder.raw_decode(value, value.index('"'))
        after, end = decoder.raw_decode(value, value.index('"', at))
    except ValueError:
        return None
    whole = isinstance(before, str) and isinstance(after, str) and not value[end:].strip()
    return (before, after) if whole else None


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
