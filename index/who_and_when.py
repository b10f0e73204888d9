"""The part of `Library` that says who is quoted, and when things are told to have been."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from corpus.store import Store
from corpus.types import ArticleId, EntityId, Mention
from index.gathered import never
from index.told import (
    DatedPage,
    Kind,
    Quotations,
    QuoteOrder,
    Speakers,
    Timeline,
    Unit,
)

if TYPE_CHECKING:
    from index.answers import Answers, Engine
    from index.facts.facts import Docs


class WhoAndWhen:
    """Methods may be called from any thread.

    A `text` is a query, as for `Library.search`; an empty one means the whole library. The first
    question of more than one article after a change of the library reads all quotations, or all
    dates in texts: a third of a second for a hundred thousand. It ends with a RecoupeError soon
    after `cancelled` says that nobody waits for the answer; the next one goes on where it stopped.
    """

    _store: Store
    _engine: "Engine"

    # Who said what

    def speakers(
        self,
        text: str = "",
        *,
        article: ArticleId | None = None,
        name: str = "",
        typing: bool = False,
        limit: int | None = 50,
        offset: int = 0,
        cancelled: Callable[[], bool] = never,
    ) -> Speakers:
        """Who is quoted in the articles that answer `text`, or in one article; most quoted first.

        Where `text` asks for quotations (`quote:`, `speaker:`), in the passages that answer.
        Only those whose name has all words of `name` as parts, accents and capitals aside.
        """
        answers = self._engine.answers()
        if answers is None:
            return Speakers((), 0, 0, 0)
        docs = _docs(answers, text, None, typing)
        held = answers.quotes_of(article) if article else answers.quotes(cancelled)
        rows = held.rows(docs, name=name, here=_of_quotations(text))
        return held.speakers(rows, limit=limit, offset=offset)

    def quotes(
        self,
        text: str = "",
        *,
        speaker: EntityId | None = None,
        called: str | None = None,
        article: ArticleId | None = None,
        name: str = "",
        order: QuoteOrder = "date",
        typing: bool = False,
        limit: int | None = 50,
        offset: int = 0,
        cancelled: Callable[[], bool] = never,
    ) -> Quotations:
        """The direct quotations in the articles that answer `text`, or in one article.

        Where `text` asks for quotations (`quote:`, `speaker:`), those in the passages that answer.
        Only those of `speaker`, or of who is only `called` so and linked to no name ("": those of
        which the text does not say who speaks), or of speakers of a `name`, as in `speakers`.
        """
        answers = self._engine.answers()
        if answers is None:
            return Quotations((), 0, 0)
        docs = _docs(answers, text, None, typing)
        held = answers.quotes_of(article) if article else answers.quotes(cancelled)
        rows = held.rows(
            docs,
            speaker=speaker,
            called=called,
            name=name,
            here=_of_quotations(text),
        )
        return held.page(rows, order=order, limit=limit, offset=offset)

    # When

    def timeline(
        self,
        text: str = "",
        *,
        entity: EntityId | None = None,
        kind: Kind = "published",
        unit: Unit | None = None,
        start: str | None = None,
        end: str | None = None,
        typing: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> Timeline:
        """How many articles are of each stretch of time, or speak of it.

        Of those with passages that answer `text` and name `entity`; of dates in the text, those in
        these passages. `start` and `end` are the first and last day to show (ISO 8601), widened
        to whole units. Without them all is shown but what lies far away; without `unit` the
        finest with at most 120 stretches is taken that holds half of what is dated.
        """
        answers = self._engine.answers()
        if answers is None:
            return Timeline(kind, unit or "day", (), 0, 0, 0, 0, 0, "", "")
        window = _window(start, end) if start or end else None
        docs = _docs(answers, text, entity, typing)
        return answers.timelines.timeline(kind, docs, unit, window, cancelled)

    def articles_in(
        self,
        start: str,
        end: str,
        *,
        text: str = "",
        entity: EntityId | None = None,
        kind: Kind = "published",
        typing: bool = False,
        limit: int | None = 50,
        offset: int = 0,
        cancelled: Callable[[], bool] = never,
    ) -> DatedPage:
        """The articles, or the dates in their texts, that lie within two days, both included.

        As in `timeline`; the earliest first.
        """
        answers = self._engine.answers()
        if answers is None:
            return DatedPage((), 0, 0)
        docs = _docs(answers, text, entity, typing)
        window = _window(start, end)
        return answers.timelines.within(
            kind, docs, window, limit=limit, offset=offset, cancelled=cancelled
        )

    def over_time(self, entity: EntityId, *, buckets: int = 12) -> tuple[int, ...]:
        """How many articles name an entity in each of so many equal parts of the time in which
        the library's articles appeared, the earliest part first."""
        answers = self._engine.answers()
        if answers is None:
            return (0,) * buckets
        return answers.timelines.over_time(answers.facts.passages_of([entity]), buckets)

    # The same name again

    def next_mention(
        self, entity: EntityId, article: ArticleId, offset: int, step: int = 1
    ) -> Mention | None:
        """The next mention of an entity after a character of an article, or (`step` -1) the one
        before it; then on in the other articles that name it, the oldest first.

        None where there are no more. An article that does not name it is left for the first one
        after it in reading order.
        """
        here = [m for m in self._store.names.of_article(article) if m.entity == entity]
        found = [m for m in here if (m.span.start - offset) * step > 0]
        if found:
            return found[0] if step > 0 else found[-1]
        other = self._store.bulk.naming_beside(entity, article, step)
        there = self._store.names.of_article(other) if other else []
        return next((m for m in there[::step] if m.entity == entity), None)


def _docs(answers: "Answers", text: str, entity: EntityId | None, typing: bool) -> "Docs | None":
    """The passages that answer a query and name an entity, None where neither is asked for."""
    docs = answers.search.answering(text, typing=typing) if text.strip() else None
    if entity is None:
        return docs
    named = answers.facts.passages_of([entity])
    if docs is None:
        return named
    import numpy as np

    return docs[np.isin(docs, named)]


def _of_quotations(text: str) -> bool:
    """Whether a query asks for what is said, or who says it."""
    from index.query.parser import parse
    from index.query.tree import fields_of

    root = parse(text).root
    return any(field in ("quote", "speaker") for field in fields_of(root)) if root else False


def _window(start: str | None, end: str | None) -> tuple[int, int]:
    """The days of two dates, without one all days."""
    first = date.fromisoformat(start) if start else date.min
    last = date.fromisoformat(end) if end else date.max
    return first.toordinal(), last.toordinal()
