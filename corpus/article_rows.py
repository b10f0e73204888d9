"""The parts of an article that the store keeps as one piece of JSON: what is only read whole."""

import json
from typing import Any

from corpus.types import Alignment, Article, Folded, Paragraph, Span


def detail(article: Article) -> str:
    """Paragraphs, folded pieces and the rest of what no column holds."""
    alignment = article.alignment
    return json.dumps(
        {
            "paragraphs": [
                (p.number, p.kind, p.span.start, p.span.end) for p in article.paragraphs
            ],
            "folded": [
                (f.text, f.rule, f.at, f.source and (f.source.start, f.source.end))
                for f in article.folded
            ],
            "byline": article.byline,
            "dateline": article.dateline,
            "alignment": alignment and (alignment.text_starts, alignment.source_starts),
            "subtitle": article.subtitle,
            "section": article.section,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def read_detail(written: str) -> dict[str, Any]:
    """`detail`, the other way: keyword arguments of `Article`."""
    read = json.loads(written)
    alignment = read["alignment"]
    return {
        "paragraphs": tuple(Paragraph(n, k, Span(s, e)) for n, k, s, e in read["paragraphs"]),
        "folded": tuple(Folded(t, r, a, s and Span(*s)) for t, r, a, s in read["folded"]),
        "byline": tuple(read["byline"]),
        "dateline": read["dateline"],
        "alignment": alignment and Alignment(*map(tuple, alignment)),
        "subtitle": read["subtitle"],
        "section": read["section"],
    }
