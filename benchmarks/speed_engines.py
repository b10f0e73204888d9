"""The engines that `benchmarks/speed.py` compares: each builds an index and answers questions.

All get the same documents (passages as lists of terms, joined by spaces, with source and day) and
one searched field. `run` returns how many documents match, or None where the engine does not say.
"""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

LIMIT = 20

Row = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """What is asked: `kind` says how the words are meant; source and days only narrow `filter`."""

    kind: str
    words: tuple[str, ...]
    source: str = ""
    first: int = 0
    last: int = 0


class Ours:
    """Our index: the text's stems, source and day, as the library has them."""

    name = "recoupe"

    def __init__(self, folder: Path) -> None:
        # Loaded before the clock runs, as the other engines' libraries are.
        from index.arrays import executor, index

        self.folder, self.index, self.executor_of = folder, index, executor.Executor

    def build(self, rows: Iterable[Row]) -> None:
        from whoosh.fields import ID, NUMERIC, TEXT, Schema

        schema = Schema(
            text=TEXT(), source=ID(sortable=True), day=NUMERIC(int, shift_step=0, sortable=True)
        )
        writer = self.index.writer(self.index.create(self.folder, schema))
        for row in rows:
            writer.add_document(text=row["text"], source=row["source"], day=row["day"])
        writer.commit()

    def open(self) -> None:
        self.executor = self.executor_of(self.index.open_index(self.folder).reader())

    def _query(self, asked: Question) -> Any:
        from whoosh import query

        words = asked.words
        terms = [query.Term("text", word) for word in words]
        if asked.kind == "any":
            return query.Or(terms)
        if asked.kind == "all":
            return query.And(terms)
        if asked.kind == "phrase":
            return query.Phrase("text", list(words))
        if asked.kind == "prefix":
            return query.Prefix("text", words[0])
        if asked.kind == "typing":
            return query.And([terms[0], query.Prefix("text", words[1])])
        if asked.kind == "fuzzy":
            return query.FuzzyTerm("text", words[0], maxdist=1, prefixlength=0)
        if asked.kind == "filter":
            days = query.NumericRange("day", asked.first, asked.last)
            return query.Require(terms[0], query.And([query.Term("source", asked.source), days]))
        return terms[0]

    def run(self, asked: Question) -> int | None:
        executor, query = self.executor, self._query(asked)
        if asked.kind == "facets":
            docs = executor.matched(query)
            codes, names = executor.codes("source")
            np.argsort(-np.bincount(codes[docs], minlength=len(names)), kind="stable")[:10]
            return len(docs)
        if asked.kind == "latest":
            docs = executor.matched(query)
            executor.best(docs, executor.column("day")[docs], LIMIT)
            return len(docs)
        return executor.top(query, LIMIT).total


class Fts5:
    """SQLite FTS5, contentless, with a table of sources and days beside it."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fts.sqlite"

    def build(self, rows: Iterable[Row]) -> None:
        database = sqlite3.connect(self.path)
        database.execute(
            "create virtual table f using fts5(text, content='', "
            "tokenize='unicode61 remove_diacritics 0')"
        )
        database.execute("create table d (id integer primary key, source, day)")
        for row in rows:
            done = database.execute("insert into d values (null, :source, :day)", row)
            values = (done.lastrowid, " ".join(row["text"]))
            database.execute("insert into f(rowid, text) values (?, ?)", values)
        database.commit()
        database.close()

    def open(self) -> None:
        self.database = sqlite3.connect(self.path)

    def run(self, asked: Question) -> int | None:
        quoted = [f'"{word}"' for word in asked.words]
        match = {
            "any": " OR ".join(quoted),
            "all": " AND ".join(quoted),
            "phrase": f'"{" ".join(asked.words)}"',
            "prefix": f"{quoted[0]}*",
            "typing": f"{' AND '.join(quoted)}*",
        }.get(asked.kind, quoted[0])
        best = "select rowid, rank from f where f match ? order by rank limit 20"
        joined = "from f join d on d.id = f.rowid where f match ?"
        if asked.kind == "prefix":
            (count,) = self.database.execute(
                "select count(*) from f where f match ?", (match,)
            ).fetchone()
            return int(count)
        if asked.kind == "facets":
            counts = f"select source, count(*) as n {joined} group by source order by n desc"
            return sum(n for _, n in self.database.execute(counts, (match,)).fetchall())
        if asked.kind == "latest":
            latest = f"select f.rowid {joined} order by day desc, f.rowid limit 20"
            self.database.execute(latest, (match,)).fetchall()
        elif asked.kind == "filter":
            narrowed = (
                f"select f.rowid {joined} and source = ? and day between ? and ? order by rank"
            )
            values = (match, asked.source, asked.first, asked.last)
            self.database.execute(f"{narrowed} limit 20", values).fetchall()
        elif asked.kind == "fuzzy":
            raise NotImplementedError
        else:
            self.database.execute(best, (match,)).fetchall()
        return None


class Xapian:
    """Xapian's glass backend."""

    name = "Xapian"

    def __init__(self, folder: Path) -> None:
        sys.path.append("/usr/lib/python3/dist-packages")
        import xapian

        self.xapian = xapian
        self.path = str(folder / "xapian")

    def build(self, rows: Iterable[Row]) -> None:
        xapian = self.xapian
        database = xapian.WritableDatabase(self.path, xapian.DB_CREATE_OR_OVERWRITE)
        for row in rows:
            document = xapian.Document()
            for place, term in enumerate(row["text"], 1):
                document.add_posting(term[:80], place)
            document.add_boolean_term(f"XS{row['source']}")
            document.add_value(0, xapian.sortable_serialise(row["day"]))
            document.add_value(1, row["source"])
            database.add_document(document)
        database.commit()
        database.close()

    def open(self) -> None:
        self.database = self.xapian.Database(self.path)

    def _begun(self, prefix: str) -> Any:
        query = self.xapian.Query
        return query(query.OP_WILDCARD, prefix, 0, query.WILDCARD_LIMIT_ERROR, query.OP_OR)

    def _query(self, asked: Question) -> Any:
        xapian, words = self.xapian, list(asked.words)
        kinds = {"any": xapian.Query.OP_OR, "all": xapian.Query.OP_AND}
        kinds["phrase"] = xapian.Query.OP_PHRASE
        if asked.kind in kinds:
            return xapian.Query(kinds[asked.kind], words)
        if asked.kind == "prefix":
            return self._begun(words[0])
        if asked.kind == "typing":
            return xapian.Query(xapian.Query.OP_AND, xapian.Query(words[0]), self._begun(words[1]))
        if asked.kind == "filter":
            low, high = map(xapian.sortable_serialise, (asked.first, asked.last))
            days = xapian.Query(xapian.Query.OP_VALUE_RANGE, 0, low, high)
            source = xapian.Query(f"XS{asked.source}")
            narrow = xapian.Query(xapian.Query.OP_AND, source, days)
            return xapian.Query(xapian.Query.OP_FILTER, xapian.Query(words[0]), narrow)
        if asked.kind == "fuzzy":
            raise NotImplementedError
        return xapian.Query(words[0])

    def run(self, asked: Question) -> int | None:
        xapian = self.xapian
        enquire = xapian.Enquire(self.database)
        enquire.set_query(self._query(asked))
        if asked.kind == "latest":
            enquire.set_sort_by_value(0, True)
        if asked.kind == "facets":
            spy = xapian.ValueCountMatchSpy(1)
            enquire.add_matchspy(spy)
            enquire.get_mset(0, LIMIT, self.database.get_doccount())
            return sum(item.termfreq for item in spy.top_values(10)) and None
        enquire.get_mset(0, LIMIT)
        return None


class Tantivy:
    """Tantivy through its Python package."""

    name = "Tantivy"

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.tantivy = tantivy
        self.path = folder / "tantivy"
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field("source", tokenizer_name="raw", fast=True, index_option="basic")
        builder.add_integer_field("day", indexed=True, fast=True)
        self.schema = builder.build()

    def build(self, rows: Iterable[Row]) -> None:
        self.path.mkdir()
        made = self.tantivy.Index(self.schema, path=str(self.path))
        writer = made.writer(128_000_000, 1)
        for row in rows:
            document = self.tantivy.Document()
            document.add_text("text", " ".join(row["text"]))
            document.add_text("source", row["source"])
            document.add_integer("day", row["day"])
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.searcher = self.tantivy.Index.open(str(self.path)).searcher()

    def _query(self, asked: Question) -> Any:
        query, occur, schema = self.tantivy.Query, self.tantivy.Occur, self.schema
        words = asked.words
        terms = [query.term_query(schema, "text", word, "freq") for word in words]
        if asked.kind == "any":
            return query.boolean_query([(occur.Should, term) for term in terms])
        if asked.kind == "all":
            return query.boolean_query([(occur.Must, term) for term in terms])
        if asked.kind == "phrase":
            return query.phrase_query(schema, "text", list(words))
        if asked.kind == "prefix":
            return query.regex_query(schema, "text", f"{words[0]}.*")
        if asked.kind == "typing":
            begun = query.regex_query(schema, "text", f"{words[1]}.*")
            return query.boolean_query([(occur.Must, terms[0]), (occur.Must, begun)])
        if asked.kind == "fuzzy":
            return query.fuzzy_term_query(schema, "text", words[0], 1, False)
        if asked.kind == "filter":
            kind = self.tantivy.FieldType.Integer
            days = query.range_query(schema, "day", kind, asked.first, asked.last)
            source = query.term_query(schema, "source", asked.source, "basic")
            narrow = [(occur.Must, query.const_score_query(part, 0.0)) for part in (source, days)]
            return query.boolean_query([(occur.Must, terms[0]), *narrow])
        return terms[0]

    def run(self, asked: Question) -> int | None:
        query = self._query(asked)
        if asked.kind == "facets":
            wanted = {"by": {"terms": {"field": "source", "size": 10}}}
            self.searcher.aggregate(query, wanted)
            return None
        if asked.kind == "latest":
            return int(self.searcher.search(query, LIMIT, order_by_field="day").count)
        return int(self.searcher.search(query, LIMIT).count)


ENGINES: tuple[Callable[[Path], Any], ...] = (Ours, Fts5, Xapian, Tantivy)


def available(work: Path) -> list[Any]:
    """The engines that are installed, each with a folder of its own; says which are not."""
    found = []
    for engine in ENGINES:
        folder = work / engine.__name__.lower()  # type: ignore[attr-defined]
        folder.mkdir(parents=True, exist_ok=True)
        try:
            found.append(engine(folder))
        except ImportError as error:
            print(f"left out, not installed: {error.name}")
    return found


def fresh(work: Path) -> None:
    """Remove what was built before."""
    shutil.rmtree(work, ignore_errors=True)
