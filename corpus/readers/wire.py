"""Articles and problems as lines of JSON, for the pipe from the child that reads files."""

import dataclasses
import json
from typing import Any, TypeAlias

from corpus.readers.parts import Part
from corpus.types import Alignment, Article, ArticleId, Folded, Paragraph, Problem, Span

Message: TypeAlias = dict[str, Any]


def line(item: Article | Problem | Part) -> bytes:
    """One line for what a reader yields."""
    if isinstance(item, Part):
        return packed({"part": item.name, "number": item.number})
    return packed({type(item).__name__.lower(): dataclasses.asdict(item)})


def packed(message: Message) -> bytes:
    """One line for any message of the child or to it."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def article(fields: Message) -> Article:
    """The article of a line."""
    alignment = fields["alignment"]
    return Article(
        **fields
        | {
            "id": ArticleId(fields["id"]),
            "paragraphs": tuple(
                Paragraph(**paragraph | {"span": Span(**paragraph["span"])})
                for paragraph in fields["paragraphs"]
            ),
            "folded": tuple(
                Folded(**piece | {"source": piece["source"] and Span(**piece["source"])})
                for piece in fields["folded"]
            ),
            "byline": tuple(fields["byline"]),
            "alignment": alignment and Alignment(*map(tuple, alignment.values())),
        }
    )
