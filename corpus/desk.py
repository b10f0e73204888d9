"""The reader's decisions on names, one a line of text: what `names.txt` says.

    merge  PER Vladimir Poutine | PER Vladimir Poutin
    split  PER Anne Jarre | Jarre | in: tour.txt#12
    rename PER Johnny | Johnny Valère
    reject LOC Nm | Nm | NM

A decision names an entity by a form of its name as articles write it, never by an id, so that it
means the same after everything has been made again.
"""

import json
import re
from dataclasses import dataclass
from typing import Literal, get_args

from corpus.forms import tidy
from corpus.types import ArticleId, Label

Verb = Literal["merge", "split", "rename", "reject"]

VERBS: dict[str, Verb] = {verb: verb for verb in get_args(Verb)}
LABELS: dict[str, Label] = {label: label for label in get_args(Label)}

MARK = rf"(?:in:|{'|'.join(LABELS)})"
FIELD = re.compile(rf'\s*((?:{MARK}\s*)?"(?:[^"\\]|\\.)*"\s*(?=\||$)|[^|]*)(\||$)', re.DOTALL)
"""One field: a JSON string, or whatever stands before the next bar."""

LABELLED = re.compile(rf"({'|'.join(LABELS)})\s+(.+)", re.DOTALL)
IN = re.compile(r"in:\s*(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by a form of its name; the label tells it from others of that name."""

    form: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reader decided.

    merge: `entities` are one, with the first one's name. The others concern the only one of
    `entities`. split: the mentions written as one of `forms` are another entity, in `article` if
    that is given, else everywhere. rename: its name is the only one of `forms`. reject: what is
    written as one of `forms` is no name.
    """

    verb: Verb
    entities: tuple[Named, ...]
    forms: tuple[str, ...] = ()
    article: ArticleId | None = None


def written(decision: Decision) -> str:
    """The decision as its line, without line end; `parsed` reads it back."""
    entities = [f"{e.label} {quoted(e.form)}" if e.label else plain(e) for e in decision.entities]
    fields = entities + [quoted(form) for form in decision.forms]
    if decision.article is not None:
        fields.append(f"in: {quoted(decision.article)}")
    return f"{decision.verb:<6} {' | '.join(fields)}"


def plain(named: Named) -> str:
    """A name without label, in quotation marks where its first word would be read as one."""
    return as_json(named.form) if LABELLED.fullmatch(named.form) else quoted(named.form)


def quoted(text: str) -> str:
    """The text as a field: as a JSON string where it would be read otherwise."""
    safe = text and text == tidy(text) and text.isprintable()
    return (
        text
        if safe and "|" not in text and text[0] != '"' and not IN.match(text)
        else as_json(text)
    )


def as_json(text: str) -> str:
    """The text as a JSON string, without characters that an editor would not show."""
    return json.dumps(text, ensure_ascii=not text.isprintable())


def parsed(line: str) -> Decision:
    """The decision of a line. Raises ValueError, with words for its writer, where it is none."""
    word, _, rest = line.strip().partition(" ")
    verb = VERBS.get(word)
    if verb is None:
        raise ValueError(f"begins with none of {', '.join(VERBS)}")
    fields = [match[1].strip() for match in FIELD.finditer(rest)]
    if rest and not rest.endswith("|"):
        fields.pop()  # the nothing that follows the last field
    if verb == "merge":
        if len(fields) < 2:
            raise ValueError("merge needs two names or more, with | between them")
        return Decision("merge", tuple(map(named, fields)))
    article = None
    if verb == "split" and (place := IN.fullmatch(fields[-1])):
        article = ArticleId(unquoted(place[1]))
        fields.pop()
    if len(fields) < 2 or (verb == "rename" and len(fields) > 2):
        wanted = {"split": "the forms that leave", "rename": "one new name", "reject": "the forms"}
        raise ValueError(f"{verb} needs a name and {wanted[verb]}, with | between them")
    forms = tuple(filled(field) for field in fields[1:])
    return Decision(verb, (named(fields[0]),), forms, article)


def named(field: str) -> Named:
    """The entity that a field names."""
    match = LABELLED.fullmatch(field)
    if match:
        return Named(filled(match[2]), LABELS[match[1]])
    return Named(filled(field), None)


def filled(field: str) -> str:
    """The form that a field holds. Raises ValueError where it is empty."""
    form = tidy(unquoted(field))
    if not form:
        raise ValueError("a name is empty")
    return form


def unquoted(field: str) -> str:
    """The text of a field, out of its quotation marks. Raises ValueError where they are wrong."""
    text = field
    if field.startswith('"'):
        try:
            text = str(json.loads(field, strict=False))
        except json.JSONDecodeError:
            raise ValueError("a name in quotation marks must be a JSON string") from None
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("is not text in UTF-8")
    return text
