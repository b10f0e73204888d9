"""Citations say whose words they are in four formats, and are read back from each."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Article, Span
from tests.tui.kept import crane, span_of
from tui.keeping import latex, markdown
from tui.keeping.anchor import words
from tui.keeping.citation import as_bibtex, as_csl, as_markdown, as_text, cite, written
from tui.keeping.forms import CITATION_FORMS, CitationForm
from tui.keeping.quotations import quotations

ARTICLE = replace(crane(), byline=("Maude Kerbrat", "Service infos, Brest"), section="Mer")
WIND = span_of(ARTICLE, "Le vent soufflait à 110 km/h")
SUFFIXES: dict[CitationForm, str] = {
    "text": ".txt", "markdown": ".md", "bibtex": ".bib", "csl": ".json",
}  # fmt: skip
CSL_FIELDS = {
    "id", "type", "title", "container-title", "section", "author", "issued", "language",
    "archive_location", "note", "custom",
}  # fmt: skip
"""Those that we write, as the schema of CSL-JSON 1.0.2 names them."""


def fields_of(entry: str) -> dict[str, str]:
    """A small reader of BibTeX: braces are counted, as BibTeX counts them."""
    match = re.match(r"@(\w+)\{([^,\s]+),", entry)
    assert match is not None
    fields, at = {"": match[1]}, match.end()
    while name := re.compile(r"\s*(\w+) = (\{?)").match(entry, at):
        start = at = name.end()
        depth = len(name[2])
        while entry[at] not in (",\n" if depth == 0 else "") and (depth or name[2] == ""):
            depth += {"{": 1, "}": -1}.get(entry[at], 0)
            at += 1
        fields[name[1]] = entry[start : at - len(name[2])]
        at = re.compile(r"[,\s]*").match(entry, at).end()  # type: ignore[union-attr]
    assert entry[at:] == "}"
    return fields


def test_text() -> None:
    """The words, whose they are, the locator: each on its line."""
    assert as_text(cite(ARTICLE, WIND)) == (
        "«\u00a0Le vent soufflait à 110 km/h\u00a0»\n"
        "— Maude Kerbrat, Service infos, Brest, «\u00a0La grue\u00a0», L’Écho, 2021-03-04 (fr), "
        "grue.txt ¶ 2\n"
        f"recoupe:grue.txt;char={WIND.start},{WIND.end};sha256={ARTICLE.digest}"
    )
    english = replace(ARTICLE, language="en", byline=(), title=None, source=None, published="2021")
    lines = as_text(cite(english, Span(0, 7))).split("\n")
    assert lines[:2] == ["“La grue”", "— 2021 (en), grue.txt title"]


def test_markdown() -> None:
    """A block quotation, the title in italics, nothing of the text obeyed."""
    hostile = crane(
        ["*gras* <b>_x_</b> [a](http://b) `c` # d", "# titre", "1. un $x$"], title="A*b"
    )
    lines = as_markdown(cite(hostile, Span(5, len(hostile.text)))).split("\n")
    assert lines[0] == r"> \*gras\* \<b\>\_x\_\</b\> \[a\](http://b) \`c\` \# d"
    assert lines[2] == r"> \# titre"
    assert lines[4] == r"> 1\. un \$x\$"
    assert lines[-2] == r"> — *A\*b*, L’Écho, 2021-03-04 (fr), grue.txt ¶ 1"


def test_bibtex() -> None:
    """BibTeX's own fields, the date as exact as it is, names that it would take apart whole."""
    fields = fields_of(as_bibtex(cite(ARTICLE, WIND)))
    assert fields == {
        "": "article",
        "author": "Maude Kerbrat and {Service infos, Brest}",
        "title": "{La grue}",
        "journal": "L’Écho",
        "year": "2021",
        "month": "mar",
        "day": "4",
        "language": "fr",
        "note": "\\P~2",
        "annote": "Le vent soufflait à 110 km/h",
        "recoupe": f"recoupe:grue.txt;char={WIND.start},{WIND.end};sha256={ARTICLE.digest}",
    }
    month = replace(ARTICLE, published="2021-11", source=None, title=None, byline=())
    fields = fields_of(as_bibtex(cite(month, WIND)))
    assert {"", "title", "year", "month"} < fields.keys()
    assert not {"day", "journal", "author"} & fields.keys()
    assert (fields[""], fields["month"], fields["title"]) == ("misc", "nov", "{grue.txt}")


@pytest.mark.parametrize(
    ("published", "parts"),
    [("2021", [2021]), ("2021-03", [2021, 3]), ("2021-03-04", [2021, 3, 4]), (None, None)],
)
def test_csl(published: str | None, parts: list[int] | None) -> None:
    """The schema's fields only; the date as exact as it is; the place among the custom ones."""
    item = as_csl(cite(replace(ARTICLE, published=published), WIND))
    assert item.keys() <= CSL_FIELDS
    assert (item.get("issued") or {}).get("date-parts") == ([parts] if parts else None)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"literal": "Maude Kerbrat"}, {"literal": "Service infos, Brest"}]
    assert item["custom"]["recoupe"]["quotation"] == "Le vent soufflait à 110 km/h"
    [again] = json.loads(written(cite(replace(ARTICLE, published=published), WIND), "csl"))
    assert again == item


signs = st.sampled_from(list("aé1 \u00a0\u202f’'\"«»“”\\{}~^`#$%&_|<>*[]()+-=.!@:;,/—\n?…"))
texts = st.text(signs, min_size=1, max_size=60).filter(str.strip)


def article_of(text: str, title: str, path: str, byline: list[str]) -> Article:
    one = " ".join(title.split()) or "t"
    made = crane([f"Avant. {text} Après."], name=path.replace("\n", " "), title=one)
    return replace(made, byline=tuple(" ".join(name.split()) for name in byline), source=one)


articles = st.builds(article_of, texts, texts, texts, st.lists(texts, max_size=2))


@given(articles, st.sampled_from(CITATION_FORMS))
def test_every_citation_is_read_back(article: Article, form: CitationForm) -> None:
    """Whatever signs the text, the title, the path and the names are made of."""
    paragraph = article.paragraphs[1].span
    cited = cite(article, Span(paragraph.start + 7, paragraph.end - 7))
    shown = written(cited, form)
    if form == "bibtex":
        fields_of(shown)
    if form in ("text", "markdown"):
        shown = f"Mes mots.\n\n> “Une autre citation”\n\n{shown}\n\n« Suite »\n"
    [found] = quotations(shown, SUFFIXES[form])
    assert words(found.anchor.exact) == words(cited.anchor.exact)
    assert found.anchor.span == cited.anchor.span
    assert found.anchor.article == cited.anchor.article
    assert found.anchor.digest == cited.anchor.digest


@given(st.text(signs, max_size=40))
def test_escapes_read_back(text: str) -> None:
    """LaTeX and Markdown say what was said, and LaTeX's braces come in pairs."""
    line = " ".join(text.split("\n"))
    assert markdown.unescape(markdown.escape(line)) == line
    escaped = latex.escape(line)
    assert latex.unescape(escaped) == line.strip()
    depth = 0
    for sign in escaped:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[#$%&_^]", escaped)


def test_other_programs_lay_bibtex_out_otherwise() -> None:
    """In quotation marks, in one line, in capitals."""
    place = f"recoupe:a.txt;char=3,9;sha256={'0' * 64}"
    shown = f'@Misc{{x, ANNOTE = "un {{mot}} \\& deux", Recoupe="{place}" }}'
    [found] = quotations(f"% note\n\n{shown}", ".bib")
    assert (found.line, found.anchor.exact) == (3, "un {mot} & deux")
    assert quotations("@misc{x, annote = {sans lieu}}", ".bib") == []


def test_quotation_marks_inside_a_quotation() -> None:
    """Other ones stand around it; and where paragraphs begin with some, it is read back whole."""
    speech = crane(["« Un. »", "« Deux. »", "« Trois. »"])
    first, last = speech.paragraphs[1].span, speech.paragraphs[2].span
    shown = as_text(cite(speech, Span(first.start, last.end)))
    assert shown.startswith("“« Un. »\n\n« Deux. »”\n— ")
    by_hand = shown.replace("“", "« ").replace("”", " »")
    for text in (shown, by_hand):
        [found] = quotations(f"« Avant », dit-il.\n\n{text}", ".txt")
        assert words(found.anchor.exact) == "« Un. » « Deux. »"
