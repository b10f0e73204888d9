"""The passages of other articles that speak of the same thing as a paragraph."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate

from corpus.store import Store
from corpus.types import Article, ArticleId, Paragraph, Passage, Span
from index.analysis import fold, language
from index.background import background
from index.reasons import Features, Weights, enough, features, reasons, weights
from index.search import Engine
from index.types import Related

CANDIDATE_TERMS = 14
"""Rarest terms of the source by which candidates are found: more find hardly any other."""

CANDIDATE_POSTINGS = 4_000
"""Passages that those terms may have between them: the engine's time grows with their number.
The rarest few are always looked for."""
MIN_CANDIDATE_TERMS = 3

CANDIDATES = 80
"""Passages that are compared with the source in full."""

PER_ARTICLE = 2
"""Passages shown of one article: one long article must not fill the list."""


def related(
    store: Store, engine: Engine, article: Article, paragraph: Paragraph, *, limit: int
) -> tuple[Related, ...]:
    """The best `limit` passages of other articles, at most two an article; none, not noise."""
    frequency = cache(engine.frequency)
    text, span = article.slice(paragraph.span), paragraph.span
    source = features(text, article.language, span, store.names.of_article(article.id))
    known = {entity.id: entity for entity in store.names.entities(list(source.entities))}
    general = background(article.language)
    weighed = weights(
        source, passages=engine.size(), known=known, frequency=frequency, general=general
    )
    words = features(text, article.language, span, ()).words
    terms = _rarest(words, frequency) + _other_spellings(store, article, words)
    found = engine.find_any(terms, limit=CANDIDATES)
    passages = [passage for passage, _ in found.passages if passage.article != article.id]
    compared = _compare(store, source, weighed, passages)
    return tuple(_at_most(compared, PER_ARTICLE)[:limit])


def _rarest(words: Iterable[str], frequency: Callable[[str], int]) -> list[str]:
    """The rarest of the source's terms that other passages hold too."""
    rare = sorted((t for t in words if frequency(t) > 1), key=lambda t: (frequency(t), t))
    totals = accumulate(map(frequency, rare))
    affordable = sum(total <= CANDIDATE_POSTINGS for total in totals)
    return rare[: min(CANDIDATE_TERMS, max(MIN_CANDIDATE_TERMS, affordable))]


def _other_spellings(
    store: Store, article: Article, words: Mapping[str, tuple[Span, ...]]
) -> list[str]:
    """The terms of the other spellings of the names among the source's words."""
    stem = language(article.language).stem
    folded = {fold(article.slice(spans[0])) for spans in words.values()}
    return [stem(other) for word in sorted(folded) for other in store.names.aliases(word)]


def _compare(
    store: Store, source: Features, weighed: Weights, passages: Sequence[Passage]
) -> list[Related]:
    """Those of `passages` that share enough with the source, best first."""
    infos = {info.id: info for info in store.infos(list({p.article for p in passages}))}
    found: list[Related] = []
    for passage in passages:
        info = infos.get(passage.article)
        if info is None:
            continue
        text = store.text(passage.article, passage.span)
        target = features(
            text, info.language, passage.span, store.names.of_article(passage.article)
        )
        shared = reasons(source, target, weighed, text, passage.span.start)
        if enough(shared, weighed):
            score = sum(reason.weight for reason in shared)
            found.append(Related(info, passage, text, score, shared))
    return sorted(found, key=lambda r: (-r.score, r.passage.article, r.passage.span))


def _at_most(found: Sequence[Related], each: int) -> list[Related]:
    """The list, with no more than `each` of one article."""
    seen: Counter[ArticleId] = Counter()
    kept = []
    for one in found:
        seen[one.info.id] += 1
        if seen[one.info.id] <= each:
            kept.append(one)
    return kept
