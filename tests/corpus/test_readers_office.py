"""Word, OpenDocument, EPUB and RTF documents."""

import io
from collections.abc import Iterator

import pytest

from corpus.readers import package
from corpus.readers.reading import articles
from corpus.types import Article, Problem
from tests.corpus.documents import docx, epub, odt, word

PROSE = "Le conseil a voté hier soir le budget de la ville, après une longue nuit de débats."
MORE = "Les habitants de la rue du Phare demandent depuis trois ans que le mur soit reconstruit."
CHAPTER = f"<p>{PROSE}</p><p>{MORE}</p><p>{PROSE} {MORE}</p>"


def read(data: bytes, name: str) -> list[Article]:
    """The articles of a document."""
    items = list(articles(io.BufferedReader(io.BytesIO(data)), name))
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Article)]


def one(data: bytes, name: str) -> Article:
    """The only article of a document."""
    (found,) = read(data, name)
    return found


def reason(data: bytes, name: str) -> str:
    """Why a document gives no article."""
    (found,) = articles(io.BufferedReader(io.BytesIO(data)), name)
    assert isinstance(found, Problem)
    return found.reason


def kinds(article: Article) -> Iterator[tuple[str, str]]:
    """The paragraphs of an article with their kinds."""
    return ((paragraph.kind, article.slice(paragraph.span)) for paragraph in article.paragraphs)


def test_word_gives_title_headings_and_paragraphs() -> None:
    """By their styles, also by one that is based on a heading's, whatever it is called."""
    body = word("Le mur", "t") + word(PROSE) + word("Un chantier.", "own") + word(MORE)
    found = one(docx(body, title="Document1"), "a.docx")
    assert list(kinds(found)) == [
        ("title", "Le mur"),
        ("body", PROSE),
        ("heading", "Un chantier."),
        ("body", MORE),
    ]
    assert found.alignment is None


def test_word_keeps_what_is_shown_and_nothing_else() -> None:
    """Links, tables, text boxes and notes are; deleted and hidden words and field codes are not."""
    body = (
        "<w:p><w:hyperlink><w:r><w:t>Le maire</w:t></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t> a été</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> fut</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t> jadis</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:tab/><w:t>réélu peut</w:t><w:noBreakHyphen/><w:t>être.</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{word(PROSE)}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:r><w:t>Dehors.</w:t><w:txbxContent>{word(MORE)}</w:txbxContent></w:r></w:p>"
    )
    notes = f"<w:footnote>{word('Une note de bas de page.')}</w:footnote>"
    found = one(docx(body, notes=notes), "a.docx")
    assert [text for _, text in kinds(found)] == [
        "Le maire a été réélu peut-être.",
        PROSE,
        "Dehors.",
        MORE,
        "Une note de bas de page.",
    ]


def test_the_title_of_the_record_counts_where_it_fits() -> None:
    """Where the text holds it, or opens without one; not the name of a file or of another text."""
    untitled = word(PROSE) + word(MORE)
    assert one(docx(untitled, title="Le mur de la rue"), "a.docx").title == "Le mur de la rue"
    assert one(docx(untitled, title="mur_v2_final.docx"), "a.docx").title is None
    titled = word("Brève") + word("Le mur de la rue") + word(PROSE) + word(MORE)
    found = one(docx(titled, title="LE MUR DE LA RUE"), "a.docx")
    assert found.title == "Le mur de la rue"
    assert found.text.count("Le mur") == 1


def test_opendocument_gives_the_same() -> None:
    """Headings, blanks, tabs and line breaks; deleted words and remarks are left out."""
    body = (
        "<t:tracked-changes><t:p>Ancien.</t:p></t:tracked-changes>"
        '<t:h t:outline-level="1">Le mur</t:h>'
        f"<t:p>{PROSE[:2]}<t:s t:c='1'/>{PROSE[3:]}"
        "<o:annotation><t:p>Vu.</t:p></o:annotation></t:p>"
        '<t:h t:outline-level="2">Un chantier.</t:h>'
        f"<t:list><t:list-item><t:p><t:span>{MORE}</t:span></t:p></t:list-item></t:list>"
    )
    assert list(kinds(one(odt(body, "Sans nom 1"), "a.odt"))) == [
        ("title", "Le mur"),
        ("body", PROSE),
        ("heading", "Un chantier."),
        ("body", MORE),
    ]


def test_a_book_of_one_chapter_is_one_article() -> None:
    """With what its record says; the day on which a program made the file is no date."""
    record = (
        "<dc:title>Le mur</dc:title><dc:creator>Anne Petit</dc:creator>"
        "<dc:publisher>Le Phare</dc:publisher><dc:date>2021-05-03T10:00:00Z</dc:date>"
    )
    book = epub(["<h1>Couverture</h1>", f"<h2>Le début</h2>{CHAPTER}"], record)
    found = one(book, "a.epub")
    assert (found.id, found.title, found.byline) == ("a.epub", "Le début", ("Anne Petit",))
    assert (found.published, found.source) == ("2021-05-03", "Le Phare")
    made = record + '<meta property="dcterms:modified">2021-05-03T10:00:00Z</meta>'
    assert one(epub([CHAPTER], made), "a.epub").published is None
    assert one(epub([CHAPTER], made), "a.epub").title == "Le mur"


def test_a_book_of_many_chapters_is_an_article_each() -> None:
    """As the issues of newspapers are; numbers count all chapters."""
    chapters = [f"<h1>Titre {number}</h1>{CHAPTER}" for number in (1, 2)]
    found = read(epub([chapters[0], "<h1>Page de garde</h1>", chapters[1]]), "a.epub")
    assert [(article.id, article.title) for article in found] == [
        ("a.epub#1", "Titre 1"),
        ("a.epub#3", "Titre 2"),
    ]


def test_rtf_gives_its_letters() -> None:
    """In Windows' encoding and in Unicode."""
    source = (
        r"{\rtf1\ansi{\info{\title Le mur}}{\fonttbl{\f0 Arial;}}Le mur\par "
        r"Le conseil a vot\'e9 hier soir le budget de la ville, apr\u232?s une longue nuit de "
        r"d\u233 ?bats.\par " + MORE.replace("\u00e9", r"\'e9") + r"\par}"
    )
    assert list(kinds(one(source.encode("cp1252"), "a.rtf"))) == [
        ("title", "Le mur"),
        ("body", PROSE),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    ("data", "name", "part"),
    [
        (docx("<w:p/>"), "a.docx", "no text"),
        (docx(word(PROSE))[:600], "a.docx", "not a ZIP file, or a damaged one"),
        (epub(["<p>Couverture</p>"]), "a.epub", "its chapters are pictures, or empty"),
        (b"PK\3\4", "a.odt", "not a ZIP file, or a damaged one"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, part: str) -> None:
    """A document without text, one that is cut."""
    assert part in reason(data, name)


def test_a_document_is_not_expanded_beyond_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a member states to be its size is enough to refuse it."""
    data = docx(word("x" * 2_000_000))
    monkeypatch.setattr(package, "MAX_TEXT", 1024 * 1024)
    assert reason(data, "a.docx") == "expands to more than 1 MB: too large for an article"


def test_entities_are_not_expanded() -> None:
    """The contents of a file that the document names do not get into its text."""
    doctype = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "rire">]>'
    data = docx(word(PROSE) + word("Avant &x;&y; après."), doctype=doctype)
    assert [text for _, text in kinds(one(data, "a.docx"))] == [PROSE, "Avant  après."]


def test_a_locked_book_says_so() -> None:
    """Encrypted chapters are not read as if they were text."""
    locked = '<encryption><CipherReference URI="OPS/c 0.xhtml"/></encryption>'
    book = epub([CHAPTER], more={"META-INF/encryption.xml": locked})
    assert reason(book, "a.epub") == "locked: the book's text is encrypted"
