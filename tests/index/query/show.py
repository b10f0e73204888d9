"""A query's tree as one line of text, so that a test says what it expects in one line."""

from datetime import date

from index.query.parser import parse
from index.query.tree import And, Dates, Node, Not, Or, Words


def read(text: str, *, typing: bool = False) -> str:
    """What a query is understood as: `a+b` words in a row, `&` and, `|` or, `!` not."""
    root = parse(text, typing=typing).root
    return "" if root is None else show(root)


def show(node: Node) -> str:
    """One node and what is in it."""
    if isinstance(node, Not):
        return "!" + show(node.part)
    if isinstance(node, And | Or):
        sign = " | " if isinstance(node, Or) else " && " if node.written else " & "
        return "(" + sign.join(map(show, node.parts)) + ")"
    if isinstance(node, Dates):
        return f"date:{_day(node.earliest)}..{_day(node.latest)}"
    return _words(node)


def _day(number: int | None) -> str:
    return "" if number is None else date.fromordinal(number).isoformat()


def _words(node: Words) -> str:
    marks = {"word": ("", ""), "phrase": ('"', '"'), "exact": ('="', '"')}[node.kind]
    form = [t.exact if node.kind == "exact" else t.folded for t in node.tokens]
    if node.last:
        tail = {"typed": "…", "pattern": "", "fuzzy": f"~{node.last.distance}"}[node.last.how]
        form.append(node.last.token.folded + tail)
    field = "" if node.field == "any" else f"{node.field}:"
    near = "" if node.near is None else f"~{node.near}"
    return field + marks[0] + "+".join(form) + marks[1] + near
