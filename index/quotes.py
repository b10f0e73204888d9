"""Who said what, where and when: the direct quotations of a library, as arrays.

They are read from the store once for a generation of the indexes: whatever is asked for is then a
selection among numbers, and only the names and texts of a page are read. What is asked of a single
article is read for that article alone.
"""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.bulk_store import QuoteColumns
from corpus.sounds import flat
from corpus.store import Store
from corpus.types import EntityId, Span
from index.facts.articles import Articles
from index.facts.facts import Docs
from index.reading_order import ranks
from index.told import Quotation, Quotations, QuoteOrder, Speaker, Speakers

UNKNOWN = 0
"""The number of the speaker of quotations of which the text does not say who speaks."""

_Key = tuple[EntityId | None, str]
NOBODY: _Key = (None, "")

BITS = 32
"""Of the number of a place, the lower ones that are the character's."""

Rows = NDArray[np.intp]


class Quotes:
    """Those that the store knows at one moment. For any thread."""

    def __init__(self, articles: Articles, store: Store, parts: Iterable[QuoteColumns]) -> None:
        """`articles` are those of a generation of the text index, `parts` what `store` holds."""
        self._store = store
        self._numbers: dict[_Key, int] = {NOBODY: UNKNOWN}
        self._written = [""]
        found = [np.empty((3, 0), np.int64)]
        for places, ends, entities, speakers in parts:
            named = {one: self._number_of(one, "") for one in dict.fromkeys(entities) if one}
            others = {one: self._number_of(None, one or "") for one in dict.fromkeys(speakers)}
            both = zip(entities, speakers, strict=True)
            who = [named[one] if one else others[written] for one, written in both]
            found.append(np.array([places, ends, who], np.int64))
        table = np.concatenate(found, axis=1)
        # By article and place: whatever part is taken of them is then so by itself.
        place, end, self._who = table[:, np.lexsort((table[1], table[0]))]
        self._keys, self._start = place >> BITS, place & ((1 << BITS) - 1)
        self._end, self._continues = end >> 1, end & 1
        self._indexed = articles
        self._article = articles.numbers(self._keys)

    def _number_of(self, entity: EntityId | None, written: str) -> int:
        """The number of a speaker, a new one for one not met before."""
        number = self._numbers.setdefault(_key(entity, written), len(self._written))
        if number == len(self._written):
            self._written.append(written)
        return number

    @cached_property
    def _rank(self) -> NDArray[np.int64]:
        """The place of each one's article in reading order."""
        return ranks(self._store, self._keys)

    @cached_property
    def _passage(self) -> NDArray[np.int64]:
        """The passage in which each begins, as a document of the text index."""
        return self._indexed.passages(self._keys, self._start)

    @cached_property
    def _entities(self) -> list[EntityId | None]:
        """By speaker: the entity."""
        return [entity for entity, _ in self._numbers]

    def _names(self, who: Iterable[int]) -> dict[int, str]:
        """The names to show for some speakers."""
        entities = {one: self._entities[one] for one in who}
        called = self._store.bulk.called([one for one in entities.values() if one is not None])
        return {
            one: self._written[one] if entity is None else called.get(entity, "")
            for one, entity in entities.items()
        }

    @cached_property
    def _flat(self) -> list[str]:
        """By speaker: the name without capitals and accents."""
        return [flat(name) for name in self._names(range(len(self._written))).values()]

    # What is asked for

    def speakers(
        self,
        rows: Rows,
        *,
        limit: int | None,
        offset: int,
    ) -> Speakers:
        """Some of those who say the quotations of `rows`."""
        who = self._who[rows]
        quotes = np.bincount(who, minlength=len(self._written))
        pairs = np.sort(who.astype(np.int64) << 32 | self._keys[rows])
        each = pairs[np.diff(pairs, prepend=-1) != 0] >> 32
        articles = np.bincount(each, minlength=len(self._written))
        ranked = self._ranked(quotes)
        end = len(ranked) if limit is None else offset + limit
        names = self._names(ranked[offset:end].tolist())
        return Speakers(
            items=tuple(
                Speaker(self._entities[n], name, int(quotes[n]), int(articles[n]))
                for n, name in names.items()
            ),
            total=len(ranked),
            quotes=len(rows),
            articles=self._articles(rows),
        )

    def page(self, rows: Rows, *, order: QuoteOrder, limit: int | None, offset: int) -> Quotations:
        """Some of the quotations of `rows`, with their texts."""
        end = len(rows) if limit is None else offset + limit
        rows = rows[np.argsort(self._rank[rows], kind="stable")]
        shown = (rows if order == "date" else self._by_speaker(rows))[offset:end]
        return Quotations(tuple(self._read(shown)), len(rows), self._articles(rows))

    def rows(
        self,
        docs: Docs | None,
        *,
        speaker: EntityId | None = None,
        called: str | None = None,
        name: str = "",
        here: bool = False,
    ) -> Rows:
        """The quotations of the articles with passages among `docs`, or all.

        With `here` those that begin in these passages themselves. Only those of `speaker`, or of
        who is only `called` so ("": of whom it is not said), or of speakers whose name has all
        words of `name` as parts.
        """
        chosen = np.ones(len(self._who), np.bool_)
        if docs is not None and here:
            chosen &= np.isin(self._passage, docs)
        elif docs is not None:
            found = np.zeros(len(self._indexed.keys) + 1, np.bool_)
            found[self._indexed.of(docs)] = True
            chosen &= found[self._article]
        if speaker is not None or called is not None:
            chosen &= self._who == self._number(speaker, called or "")
        if words := flat(name).split():
            those = [all(word in one for word in words) for one in self._flat]
            chosen &= np.array(those, np.bool_)[self._who]
        return np.flatnonzero(chosen)

    # How it is worked out

    def _number(self, speaker: EntityId | None, called: str) -> int:
        """The number of a speaker, -1 where nobody is quoted so."""
        return self._numbers.get(_key(speaker, called), -1)

    def _ranked(self, quotes: NDArray[np.int64]) -> Rows:
        """The speakers with quotations, the most quoted first, the unknown last."""
        found = np.flatnonzero(quotes)
        return found[np.lexsort((found, -quotes[found], found == UNKNOWN))]

    def _by_speaker(self, rows: Rows) -> Rows:
        ranked = self._ranked(np.bincount(self._who[rows], minlength=len(self._written)))
        place = np.zeros(len(self._written), np.int64)
        place[ranked] = np.arange(len(ranked))
        return rows[np.argsort(place[self._who[rows]], kind="stable")]

    def _articles(self, rows: Rows) -> int:
        """How many articles they stand in; those of an article follow each other."""
        return int(np.count_nonzero(np.diff(self._keys[rows], prepend=-1)))

    def _read(self, rows: Rows) -> Iterable[Quotation]:
        """The quotations; those of articles gone or changed since are left out."""
        keys = list(dict.fromkeys(self._keys[rows].tolist()))
        infos, bodies = self._store.infos_by_key(keys), self._store.bulk.bodies(keys)
        names = self._names(dict.fromkeys(self._who[rows].tolist()))
        columns = (self._keys, self._start, self._end, self._who, self._continues)
        for key, start, end, who, continues in zip(
            *(column[rows].tolist() for column in columns), strict=True
        ):
            if key in infos and key in bodies:
                yield Quotation(
                    info=infos[key],
                    paragraph=bodies[key].paragraph(start),
                    span=Span(start, end),
                    text=bodies[key].text[start:end],
                    entity=self._entities[who],
                    name=names[who],
                    continues=bool(continues),
                )


def _key(entity: EntityId | None, written: str) -> _Key:
    """What makes two speakers one: the entity, or else the words, whatever their capitals."""
    return (entity, "") if entity is not None else (None, " ".join(written.casefold().split()))
