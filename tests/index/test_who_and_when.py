"""Who is quoted and what was when, against what reading every article says."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.types import Annotated, Article, ArticleId, DateMention, EntityId, Quote, Span
from index.buckets import UNITS
from index.library import Library
from index.told import Kind, Quotation, Timeline, Unit
from tests.index.facts.stories import Shelf, Story, read
from tests.index.prepared import prepared

NAMES = ["Ana Lirelle", "Tom Duvarne", "Zoé Marchal"]
PUBLISHED = ["2019", "2020-02", "2020-02-29", "2020-03-01", "2020-03-01", "2021-12-31", None]
KINDS: tuple[Kind, ...] = ("published", "mentioned")


def stories(seed: int) -> list[Story]:
    """Twenty articles in which people, described ones and unknown ones are quoted."""
    dice = random.Random(seed)
    found = []
    for number in range(20):
        paragraphs = []
        for _ in range(dice.randint(1, 4)):
            words = [dice.choice(["la lune", "le port", "la mer", "un chat"]) for _ in range(3)]
            said = dice.choice(["", " « {} »", " « {} » :[{}]", " [{1}] dit « {0} »"])
            words.append(said.format(dice.choice(["Oui", "Non", "On verra"]), dice.choice(NAMES)))
            paragraphs.append(" ".join(words) + ".")
        found.append(Story(f"{number:02}.txt", paragraphs, published=dice.choice(PUBLISHED)))
    return found


def marked(story: Story, dice: random.Random) -> tuple[Article, Annotated]:
    """The article with some dates, and some quotations of who is only described."""
    article, annotated = read(story)
    dates, quotes = [], []
    for paragraph in article.paragraphs:
        for at in dice.sample(range(5, 40, 4), dice.randint(0, 3)):
            span = Span(paragraph.span.start + at, paragraph.span.start + at + 3)
            first = date(2018, 1, 1) + timedelta(dice.randint(0, 1500))
            last = first + timedelta(dice.choice([0, 0, 0, 6, 40, 400]))
            day = dice.random() > 0.1
            earliest, latest = (first.isoformat(), last.isoformat()) if day else (None, None)
            dates.append(DateMention(article.id, span, earliest, latest, None))
    for quote in annotated.quotes:
        if quote.speaker is None and dice.random() < 0.5:
            speaker = dice.choice(["le maire", "Le  Maire", "un témoin"])
            quote = replace(quote, speaker=speaker, speaker_span=Span(0, len(speaker)))
        quotes.append(quote)
    return article, replace(annotated, dates=tuple(sorted(dates, key=_span)), quotes=tuple(quotes))


def _span(date_mention: DateMention) -> Span:
    return date_mention.span


@pytest.fixture(scope="module", params=[1, 2])
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    """A library of random stories."""
    folder = tmp_path_factory.mktemp("told")
    opened = made(folder, stories(request.param), random.Random(request.param))
    yield opened
    opened.close()


def made(folder: Path, told: list[Story], dice: random.Random) -> Library:
    """A library of stories with dates."""
    return prepared(folder, [marked(story, dice) for story in told])


# Who said what


def quoted(
    library: Library, among: set[ArticleId] | None = None
) -> list[tuple[str, ArticleId, Quote]]:
    """All quotations with the name of who speaks, found by reading all articles in order."""
    found = []
    for info in sorted(
        library.articles(), key=lambda i: (i.published is None, i.published or "", i.id)
    ):
        annotated = library.annotated(info.id)
        at = {mention.span: mention.entity for mention in annotated.mentions}
        for quote in annotated.quotes:
            entity = at.get(quote.speaker_span) if quote.speaker_span else None
            known = library.entity(entity) if entity else None
            name = known.name if known else " ".join((quote.speaker or "").lower().split())
            if among is None or info.id in among:
                found.append((name, info.id, quote))
    return found


def answering(library: Library, text: str) -> set[ArticleId]:
    """The articles that a search finds."""
    return {hit.info.id for hit in library.search(text, limit=1000).hits}


@pytest.mark.parametrize("text", ["", "lune", "lune chat", "introuvable"])
def test_speakers(told: Library, text: str) -> None:
    """All of them with their counts, the most quoted first, the unknown last."""
    wanted: dict[str, list[ArticleId]] = defaultdict(list)
    among = answering(told, text) if text else None
    for name, article, _ in quoted(told, among):
        wanted[name].append(article)
    found = told.speakers(text, limit=None)
    counts = {one.name.lower(): (one.quotes, one.articles) for one in found.items}
    assert {" ".join(name.split()): count for name, count in counts.items()} == {
        name.lower(): (len(articles), len(set(articles))) for name, articles in wanted.items()
    }
    ranks = [(one.name == "", -one.quotes) for one in found.items]
    assert ranks == sorted(ranks)
    assert (found.total, found.quotes) == (len(wanted), sum(map(len, wanted.values())))
    assert found.articles == len({article for one in wanted.values() for article in one})
    assert told.speakers(text, limit=2, offset=1).items == found.items[1:3]


@pytest.mark.parametrize("text", ["", "lune"])
def test_quotations_of_each_speaker(told: Library, text: str) -> None:
    """In reading order, undated articles last; together they are all there are."""
    among = answering(told, text) if text else None
    wanted = quoted(told, among)
    found = told.quotes(text, limit=None)
    assert [(one.info.id, one.span) for one in found.items] == [(a, q.span) for _, a, q in wanted]
    listed: list[Quotation] = []
    for speaker in told.speakers(text, limit=None).items:
        called = None if speaker.entity else speaker.name
        page = told.quotes(text, speaker=speaker.entity, called=called, limit=None)
        assert (page.total, page.articles) == (speaker.quotes, speaker.articles)
        assert {(one.entity, one.name) for one in page.items} == {(speaker.entity, speaker.name)}
        listed += page.items
    assert tuple(listed) == told.quotes(text, order="speaker", limit=None).items
    assert sorted(listed, key=found.items.index) == list(found.items)
    assert told.quotes(text, limit=3, offset=2).items == found.items[2:5]


def test_a_quotation(told: Library) -> None:
    """Its words and its paragraph are those of the article."""
    for one in told.quotes(limit=None).items:
        article = told.article(one.info.id)
        assert article is not None
        assert one.text == article.slice(one.span)
        paragraph = article.paragraph(one.paragraph)
        assert paragraph is not None
        assert paragraph.span.contains(one.span)


def test_of_one_article_and_of_a_name(told: Library) -> None:
    """The article's own; a name is found by parts of it, in any capitals, without accents."""
    article = told.quotes(limit=1).items[0].info.id
    wanted = [quote.span for _, of, quote in quoted(told) if of == article]
    assert [one.span for one in told.quotes(article=article, limit=None).items] == wanted
    assert told.speakers(article=article).quotes == len(wanted)
    assert {one.name for one in told.quotes(name="ZOE mar", limit=None).items} == {"Zoé Marchal"}
    assert {one.name.lower() for one in told.speakers(name="MAIRE").items} <= {
        "le maire",
        "le  maire",
    }
    assert told.quotes(article=ArticleId("gone.txt")).total == 0
    assert told.quotes(speaker=EntityId("per:nobody")).total == 0


def test_a_query_that_asks_for_quotations(told: Library) -> None:
    """Finds those in the passages that answer, not all of their articles."""
    hits = told.search('speaker:"Ana Lirelle"', limit=1000).hits
    wanted = [
        (article, quote.span)
        for _, article, quote in quoted(told)
        for hit in hits
        if hit.info.id == article and hit.passage.span.contains(quote.span)
    ]
    found = told.quotes('speaker:"Ana Lirelle"', limit=None)
    assert [(one.info.id, one.span) for one in found.items] == wanted
    assert told.speakers('speaker:"Ana Lirelle"').quotes == len(wanted)
    assert 0 < len(wanted) < told.quotes('person:"Ana Lirelle"').total


def test_a_decision_on_names_counts_at_once(tmp_path: Path) -> None:
    """Two speakers merged are one, before the indexes know."""
    with_both = [Story("a.txt", ["« Oui » :[Ana Lirelle], « Non » :[Tom Duvarne]."])]
    library = made(tmp_path, with_both, random.Random(1))
    ana, tom = library.find_entity("Ana Lirelle"), library.find_entity("Tom Duvarne")
    assert ana is not None and tom is not None
    assert library.speakers().total == 2
    library.desk.merge([ana, tom])
    assert [(one.entity, one.quotes) for one in library.speakers().items] == [(ana, 2)]
    library.close()


# When


def days(published: str) -> tuple[date, date]:
    """The first and last day that a date means."""
    year, month, day = (*map(int, published.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(
            year, month, {2: 29 if year % 4 == 0 else 28}.get(month, 31)
        )
    return date(year, 1, 1), date(year, 12, 31)


Row = tuple[ArticleId, Span | None, date | None, date | None]


def dated(library: Library, kind: Kind, text: str) -> list[Row]:
    """What a search finds, with days, by reading all articles."""
    hits = library.search(text, limit=1000).hits if text else None
    found: list[Row] = []
    for info in library.articles():
        if kind == "published":
            if hits is None or info.id in {hit.info.id for hit in hits}:
                both = days(info.published) if info.published else (None, None)
                found.append((info.id, None, *both))
            continue
        passages = [hit.passage.span for hit in hits or () if hit.info.id == info.id]
        for one in library.annotated(info.id).dates:
            if hits is None or any(passage.contains(one.span) for passage in passages):
                ends = [date.fromisoformat(d) if d else None for d in (one.earliest, one.latest)]
                found.append((info.id, one.span, ends[0], ends[1]))
    return found


def bucket(day: date, unit: Unit) -> tuple[date, date]:
    """The first and last day of the stretch that holds a day."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    start = day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
    after = (start + timedelta(31)).replace(day=1) if unit == "month" else date(day.year + 1, 1, 1)
    return start, after - timedelta(1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    ("text", "window"), [("", None), ("lune", None), ("", ("2020-02-10", "2020-03-05"))]
)
def test_timeline(
    told: Library, kind: Kind, unit: Unit, text: str, window: tuple[str, str] | None
) -> None:
    """Every article that has a day is in the bucket of it, or told apart."""
    start, end = window or (None, None)
    found = told.timeline(text, kind=kind, unit=unit, start=start, end=end)
    rows = dated(told, kind, text)
    low, high = _bounds(found, rows, window, unit)
    apart: dict[str, set[ArticleId]] = defaultdict(set)
    counts: dict[tuple[str, str], set[ArticleId]] = defaultdict(set)
    for article, _, first, last in rows:
        if first is None or last is None:
            apart["undated"].add(article)
        elif last < low:
            apart["earlier"].add(article)
        elif first > high:
            apart["later"].add(article)
        elif bucket(first, unit) == bucket(last, unit):
            begin, finish = bucket(first, unit)
            counts[begin.isoformat(), finish.isoformat()].add(article)
        else:
            apart["wide"].add(article)
    shown = {(one.start, one.end): one.articles for one in found.buckets if one.articles}
    assert shown == {ends: len(articles) for ends, articles in counts.items()}
    for name in ("undated", "earlier", "later", "wide"):
        assert getattr(found, name) == len(apart[name]), name
    assert found.articles == len({article for article, *_ in rows})


def _bounds(
    found: Timeline, rows: list[Row], window: tuple[str, str] | None, unit: Unit
) -> tuple[date, date]:
    """The window, in whole buckets; the buckets cover it without a gap."""
    firsts = [first for _, _, first, _ in rows if first]
    lasts = [last for *_, last in rows if last]
    if window:
        ends = date.fromisoformat(window[0]), date.fromisoformat(window[1])
    else:
        ends = min(firsts), max(lasts)
    low, high = bucket(ends[0], unit)[0], bucket(ends[1], unit)[1]
    assert (found.first, found.last) == (min(firsts).isoformat(), max(lasts).isoformat())
    assert (found.buckets[0].start, found.buckets[-1].end) == (low.isoformat(), high.isoformat())
    for one, other in zip(found.buckets, found.buckets[1:], strict=False):
        assert date.fromisoformat(one.end) + timedelta(1) == date.fromisoformat(other.start)
    return low, high


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", "lune"])
def test_what_is_in_a_stretch_of_time(told: Library, kind: Kind, text: str) -> None:
    """All that lies within, the earliest first, with the words as written."""
    rows = dated(told, kind, text)
    start = sorted(first for _, _, first, _ in rows if first)[1]
    end = sorted(last for *_, last in rows if last)[-2]
    wanted = [
        (first, last, article, span)
        for article, span, first, last in rows
        if first and last and start <= first and last <= end
    ]
    page = told.articles_in(start.isoformat(), end.isoformat(), text=text, kind=kind, limit=None)
    found = [
        (date.fromisoformat(one.earliest), date.fromisoformat(one.latest), one.info.id, one.span)
        for one in page.items
    ]
    assert wanted
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert [one[:2] for one in found] == sorted(one[:2] for one in found)
    assert (page.total, page.articles) == (
        len(wanted),
        len({article for _, _, article, _ in wanted}),
    )
    for one in page.items:
        article = told.article(one.info.id)
        assert article is not None
        if one.span is not None and one.snippet_span is not None:
            assert article.slice(one.snippet_span) == one.snippet
            assert one.snippet_span.contains(one.span)
            paragraph = article.paragraph(one.paragraph)
            assert paragraph is not None and paragraph.span.contains(one.snippet_span)
    part = told.articles_in(
        start.isoformat(), end.isoformat(), text=text, kind=kind, limit=2, offset=1
    )
    assert part.items == page.items[1:3]


@pytest.mark.parametrize("kind", KINDS)
def test_a_timeline_when_articles_have_gone(tmp_path: Path, kind: Kind) -> None:
    """Passages keep their numbers in the index, so that some are higher than passages are many."""
    made(tmp_path, stories(1), random.Random(1)).close()
    shelf = Shelf(tmp_path / "data")
    with shelf.store.transaction():
        for number in range(4):
            shelf.store.remove_file(f"{number:02}.txt")
    shelf.index()
    shelf.refresh()
    shelf.close()
    library = Library(tmp_path / "articles", tmp_path / "data", tmp_path / "own")
    rows = dated(library, kind, "lune")
    assert library.timeline("lune", kind=kind).articles == len({article for article, *_ in rows})
    library.close()


def test_the_unit_is_chosen(told: Library) -> None:
    """The finest that has few enough stretches; a short window has days."""
    assert told.timeline().unit == "month"
    assert told.timeline(start="2020-02-01", end="2020-03-31").unit == "day"
    nothing = told.timeline("introuvable")
    assert (nothing.buckets, nothing.articles, nothing.first) == ((), 0, "")


def test_the_unit_holds_half_of_what_is_dated(tmp_path: Path) -> None:
    """Articles dated to the month are not drawn by day."""
    told = [Story(f"{n}.txt", ["Rien."], "2020-02-03" if n < 2 else "2020-01") for n in range(5)]
    library = made(tmp_path, told, random.Random(1))
    assert library.timeline().unit == "month"
    assert library.timeline(start="2020-02-01", end="2020-02-29").unit == "day"
    library.close()


def test_what_lies_far_away_is_left_out_at_first(tmp_path: Path) -> None:
    """And counted; a window that holds it shows it."""
    told = [
        Story(f"{n:03}.txt", ["Rien."], published=f"2020-01-{n % 28 + 1:02}") for n in range(300)
    ]
    library = made(tmp_path, [*told, Story("old.txt", ["Rien."], "0812-01-01")], random.Random(1))
    found = library.timeline()
    assert (found.unit, len(found.buckets), found.earlier, found.first) == (
        "day",
        28,
        1,
        "0812-01-01",
    )
    assert sum(one.articles for one in found.buckets) == 300
    whole = library.timeline(start=found.first, end=found.last)
    assert (whole.unit, whole.earlier, whole.buckets[0].articles) == ("year", 0, 1)
    library.close()


@pytest.mark.parametrize("kind", KINDS)
def test_of_an_entity(told: Library, kind: Kind) -> None:
    """Articles that name it, dates in the passages that do."""
    ana = told.find_entity("Ana Lirelle")
    assert ana is not None
    wanted = dated(told, kind, 'person:"Ana Lirelle"')
    found = told.timeline(entity=ana, kind=kind)
    assert found.articles == len({article for article, *_ in wanted})
    both = told.timeline("lune", entity=ana, kind=kind)
    named = dated(told, kind, 'lune person:"Ana Lirelle"')
    assert both.articles == len({article for article, *_ in named})


def test_over_time(told: Library) -> None:
    """The articles that name an entity in equal parts of the library's time, undated ones none."""
    ana = told.find_entity("Ana Lirelle")
    assert ana is not None
    ends = [days(info.published) for info in told.articles() if info.published]
    low, high = min(first for first, _ in ends), max(last for _, last in ends)
    size = ((high - low).days + 1) / 4
    wanted = [0] * 4
    for article in told.articles_naming(ana):
        info = next(info for info in told.articles() if info.id == article)
        if info.published and (days(info.published)[1] - days(info.published)[0]).days < size:
            first, last = ((day - low).days for day in days(info.published))
            wanted[int((first + last) / 2 / size)] += 1
    assert told.over_time(ana, buckets=4) == tuple(wanted)
    assert told.over_time(EntityId("per:nobody"), buckets=3) == (0, 0, 0)


@pytest.mark.parametrize("step", [1, -1])
def test_next_mention(told: Library, step: int) -> None:
    """From mention to mention through all articles in reading order, to the end."""
    ana = told.find_entity("Ana Lirelle")
    assert ana is not None
    order = sorted(told.articles(), key=lambda i: (i.published is None, i.published or "", i.id))
    wanted = [m for info in order for m in told.mentions(info.id) if m.entity == ana][::step]
    at = wanted[0]
    walked = [at]
    while (found := told.next_mention(ana, at.article, at.span.start, step)) is not None:
        walked.append(found)
        at = found
    assert walked == wanted
    assert len({mention.article for mention in wanted}) > 2


def test_next_mention_from_an_article_without_it(told: Library) -> None:
    """Goes to the first article after it that names the entity."""
    ana = told.find_entity("Ana Lirelle")
    assert ana is not None
    order = sorted(told.articles(), key=lambda i: (i.published is None, i.published or "", i.id))
    naming = set(told.articles_naming(ana))
    for at, info in enumerate(order):
        if info.id not in naming:
            after = next((other.id for other in order[at:] if other.id in naming), None)
            found = told.next_mention(ana, info.id, 0)
            assert (found.article if found else None) == after
    assert told.next_mention(ana, ArticleId("gone.txt"), 0) is None


def test_without_an_index(tmp_path: Path) -> None:
    """Nothing is known, and nothing breaks."""
    (tmp_path / "articles").mkdir()
    library = Library(tmp_path / "articles", tmp_path / "data")
    nobody = EntityId("per:nobody")
    assert library.speakers().total == library.quotes().total == library.timeline().articles == 0
    assert library.articles_in("2020-01-01", "2020-12-31").total == 0
    assert library.over_time(nobody, buckets=2) == (0, 0)
    library.close()
