"""The engine's values as the JSON that docs/json.md promises to scripts."""

import json
from collections.abc import Iterable
from typing import Any

from corpus.desk import Decision
from corpus.types import Article, ArticleInfo, Entity, Mention, Problem, Span
from index.desk import Decided
from index.types import Related, Results

Json = dict[str, Any]


def line(value: Json) -> str:
    """One JSON object on one line."""
    text = json.dumps(value, ensure_ascii=False)
    # JSON leaves C1 controls as they are; a terminal would obey them.
    return "".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" else c for c in text)


def place(article: Article | None, span: Span) -> Json:
    """A span as offsets into the text and, for plain-text sources, into the source file."""
    source = article.alignment.source_span(span) if article and article.alignment else None
    return {
        "start": span.start,
        "end": span.end,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
    }


def _info(info: ArticleInfo) -> Json:
    return {
        "article": info.id,
        "title": info.title,
        "source": info.source,
        "published": info.published,
    }


def search(results: Results, articles: dict[str, Article]) -> Json:
    """`recoupe search`; `articles` are those of the hits, by id."""
    return {
        "query": results.query,
        "reading": list(results.reading.remarks),
        "total": results.total,
        "articles": results.articles,
        "independent": results.independent,
        "elapsed_ms": round(results.elapsed_ms, 2),
        "hits": [
            {
                **_info(hit.info),
                "paragraph": hit.passage.number,
                **place(articles.get(hit.info.id), hit.passage.span),
                "score": round(hit.score, 4),
                "snippet": hit.snippet,
                "marks": [[mark.start, mark.end] for mark in hit.marks],
                "copies": [info.id for info in hit.copies],
            }
            for hit in results.hits
        ],
    }


def show(article: Article, mentions: Iterable[Mention]) -> Json:
    """`recoupe show`."""
    return {
        "article": article.id,
        "path": article.path,
        "title": article.title,
        "subtitle": article.subtitle,
        "section": article.section,
        "language": article.language,
        "published": article.published,
        "published_precision": article.published_precision,
        "source": article.source,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "text": article.text,
        "paragraphs": [
            {"number": p.number, "kind": p.kind, **place(article, p.span)}
            for p in article.paragraphs
        ],
        "folded": [
            {
                "text": folded.text,
                "rule": folded.rule,
                "source_start": folded.source.start if folded.source else None,
                "source_end": folded.source.end if folded.source else None,
            }
            for folded in article.folded
        ],
        "mentions": [
            {
                **place(article, mention.span),
                "text": article.slice(mention.span),
                "label": mention.label,
                "entity": mention.entity,
            }
            for mention in mentions
        ],
    }


def related(
    article: str, paragraph: int, found: Iterable[Related], articles: dict[str, Article]
) -> Json:
    """`recoupe related`; `articles` are those of the found passages, by id."""
    return {
        "article": article,
        "paragraph": paragraph,
        "related": [
            {
                **_info(one.info),
                "paragraph": one.passage.number,
                **place(articles.get(one.info.id), one.passage.span),
                "score": round(one.score, 4),
                "text": one.text,
                "reasons": [
                    {
                        "kind": reason.kind,
                        "text": reason.text,
                        "weight": round(reason.weight, 4),
                        "source_spans": [[s.start, s.end] for s in reason.source_spans],
                        "target_spans": [[s.start, s.end] for s in reason.target_spans],
                    }
                    for reason in one.reasons
                ],
                "copies": [info.id for info in one.copies],
            }
            for one in found
        ],
    }


def entities(found: Iterable[Entity]) -> Json:
    """`recoupe entities`."""
    return {
        "entities": [
            {
                "entity": entity.id,
                "name": entity.name,
                "label": entity.label,
                "variants": list(entity.variants),
                "mentions": entity.mentions,
                "articles": entity.articles,
            }
            for entity in found
        ]
    }


def decision(decided: Decision) -> Json:
    """A decision on names."""
    return {
        "verb": decided.verb,
        "names": [{"name": named.form, "label": named.label} for named in decided.entities],
        "forms": list(decided.forms),
        "article": decided.article,
    }


def decisions(found: Iterable[Decided], problems: Iterable[Problem]) -> Json:
    """`recoupe names FOLDER list`."""
    return {
        "decisions": [
            {"line": one.line, "effective": one.effective, **decision(one.decision)}
            for one in found
        ],
        "problems": list(map(_problem, problems)),
    }


def _problem(problem: Problem) -> Json:
    return {"path": problem.path, "stage": problem.stage, "reason": problem.reason}


def listing(infos: Iterable[ArticleInfo], problems: Iterable[Problem]) -> Json:
    """`recoupe list`."""
    return {
        "articles": [
            {**_info(info), "language": info.language, "paragraphs": info.paragraphs}
            for info in infos
        ],
        "problems": list(map(_problem, problems)),
    }
