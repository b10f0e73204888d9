"""Files that hold several articles: tables, JSON, feeds, mailboxes, archives; and mails."""

import io
import json
from email.message import EmailMessage

import pytest

from corpus.readers.reading import articles
from corpus.types import Article, Problem
from tests.corpus.documents import docx, word, zipped

PROSE = "Le conseil a voté hier soir le budget de la ville, après une longue nuit de débats."
MORE = "Les habitants de la rue du Phare demandent depuis trois ans que le mur soit reconstruit."


def read(data: bytes | str, name: str) -> list[Article | Problem]:
    """What a file gives."""
    data = data.encode() if isinstance(data, str) else data
    return list(articles(io.BufferedReader(io.BytesIO(data)), name))


def one(data: bytes | str, name: str) -> Article:
    """The only article of a file."""
    (found,) = read(data, name)
    assert isinstance(found, Article), found
    return found


# Tables


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_gives_an_article_a_row(separator: str, encoding: str) -> None:
    """By the names of its columns, in French or English, in the encodings of spreadsheets."""
    rows = [
        ["Titre", "Date", "Auteur", "Journal", "Vues", "Texte"],
        [
            "Le vote",
            "03/05/2020",
            "Anne Petit et Luc Roy",
            "Le Phare",
            "12",
            f'{PROSE}\n\n"{MORE}"',
        ],
        ["Seul", "", "", "", "0", " "],
        ["", "", "", "", "", ""],
        ["", "2021-06", "", "https://www.lephare.example/x", "3", MORE],
    ]
    lines = (
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows
    )
    first, empty, last = read("".join(lines).encode(encoding), "a.csv")
    assert isinstance(first, Article) and isinstance(last, Article)
    assert (first.id, first.path, first.title) == ("a.csv#1", "a.csv", "Le vote")
    assert (first.byline, first.source) == (("Anne Petit", "Luc Roy"), "Le Phare")
    assert first.text == f'Le vote\n\n{PROSE}\n\n"{MORE}"'
    assert empty == Problem("a.csv#2", "clean", "no text: only a title")
    assert (last.id, last.published, last.source) == ("a.csv#4", "2021-06", "lephare.example")


@pytest.mark.parametrize(
    ("data", "name", "part"),
    [
        ("nom,âge\nAnne,12\n", "a.csv", "no column is named “text”"),
        ("", "a.csv", "no column is named “text”"),
        ("{", "a.json", "not JSON: line 1"),
        ("[" * 100_000, "a.json", "not JSON that holds an article"),
        ("3", "a.json", "neither an object nor a list"),
        ('{"name": 1}', "a.json", "an object without the field “text”"),
        ("<rss><channel><title>Le Phare</title></channel></rss>", "a.rss", "without entries"),
        ("Subject: Bonjour\nContent-Type: image/png\n\nx", "a.eml", "attachments only"),
    ],
)
def test_what_cannot_be_read_says_why(data: str, name: str, part: str) -> None:
    """A file that gives no article gives a reason in plain English."""
    (found,) = read(data, name)
    assert isinstance(found, Problem)
    assert part in found.reason


def test_a_field_without_an_end_stops_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands before it is read; memory is not filled with the rest."""
    monkeypatch.setattr("corpus.readers.table.MAX_FIELD", 500)
    first, problem = read(f'text\n{PROSE.replace(",", "")}\n"' + "x\n" * 1000, "a.csv")
    assert isinstance(first, Article)
    assert problem == Problem("a.csv", "read", "not a table: field larger than field limit (500)")


# JSON


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"articles": rows}])
def test_a_json_list_gives_an_article_an_object(wrap: object) -> None:
    """The list may stand in a field of an object, as programs write it."""
    assert callable(wrap)
    rows = [{"text": PROSE, "title": "Le vote", "date": "2020-05-03"}, 3, {"text": MORE}]
    first, bad, last = read(json.dumps(wrap(rows)), "a.json")
    assert isinstance(first, Article) and isinstance(last, Article)
    assert (first.id, first.title, first.published) == ("a.json#1", "Le vote", "2020-05-03")
    assert bad == Problem("a.json#2", "read", "not a JSON object")
    assert last.id == "a.json#3"


def test_a_json_object_is_one_article_and_lines_are_many() -> None:
    """An object has the file's id; JSON lines are read whatever the file is called."""
    line = json.dumps({"text": PROSE})
    assert one(line, "a.json").id == "a.json"
    ids = [item.id for item in read(f"{line}\n{line}\n", "a.json") if isinstance(item, Article)]
    assert ids == ["a.json#1", "a.json#2"]


# Feeds

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Phare</title>
<item><title>Le &lt;i&gt;vote&lt;/i&gt;</title><link>https://www.lephare.example/1</link>
<pubDate>Mon, 03 May 2021 23:30:00 -0400</pubDate><dc:creator>Anne Petit</dc:creator>
<description>En bref.</description><content:encoded><![CDATA[<h2>Le mur</h2><p>{PROSE}</p>
<script>alert(1)</script><p>{MORE}</p>]]></content:encoded></item>
<item><title>Bref</title></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Phare</title>
<entry><title>Le vote</title><updated>2021-05-03T10:00:00Z</updated>
<author><name>Anne Petit</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p></div></content>
</entry></feed>"""


def test_rss_gives_the_full_text_of_its_entries() -> None:
    """With title, day where it was written, author and outlet; scripts are no text."""
    first, short = read(RSS, "a.xml")
    assert isinstance(first, Article)
    assert first.id == "a.xml#1"
    assert first.text == f"Le vote\n\nLe mur\n\n{PROSE}\n\n{MORE}"
    assert [paragraph.kind for paragraph in first.paragraphs] == [
        "title",
        "heading",
        "body",
        "body",
    ]
    assert (first.published, first.byline) == ("2021-05-03", ("Anne Petit",))
    assert first.source == "lephare.example"
    assert short == Problem("a.xml#2", "clean", "no text: only a title")


def test_atom_gives_the_same() -> None:
    """An entry without an address belongs to the feed's outlet."""
    found = one(ATOM, "a.atom")
    assert (found.text, found.published) == (f"Le vote\n\n{PROSE}", "2021-05-03")
    assert (found.byline, found.source) == (("Anne Petit",), "Le Phare")


def test_a_feed_with_common_faults_is_read() -> None:
    """Names of letters that XML lacks, an encoding that is not the stated one, a lone sign."""
    rss = RSS.replace("En bref.", "En bref & vite.").replace("été", "&eacute;t&eacute;")
    rss = rss.replace("a voté hier", "a vot&eacute; hier").replace("Le Phare", "Le&nbsp;Phare")
    rss = rss.replace('"1.0"?>', '"1.0" encoding="utf-8"?>', 1)
    first, _ = read(rss.encode("cp1252"), "a.xml")
    assert isinstance(first, Article)
    assert PROSE in first.text and MORE in first.text


def test_a_feed_names_no_file_and_no_entity(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither the feed itself nor an entity in it has a file read."""
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("SECRET")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    hostile = (
        RSS.replace("<rss", f"{doctype}<rss", 1).replace("En bref", "&x;").replace("Le mur", "&x;")
    )
    assert "SECRET" not in repr(read(hostile, "a.xml"))


# Mail


def mail(subject: str, html: str | None = None, **headers: str) -> EmailMessage:
    """A newsletter with a plain text, and one in HTML where it is given."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Le Phare du matin <lettre@lephare.example>"
    message["Date"] = "Mon, 03 May 2021 23:30:00 +0200"
    for name, value in headers.items():
        message[name] = value
    message.set_content(f"{PROSE}\n\n{MORE}\n", charset="iso-8859-1", cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_newsletter_is_an_article() -> None:
    """Its subject is the title, its sender the outlet, its day the date."""
    found = one(mail("TR : Élan pour le mur").as_bytes(), "a.eml")
    assert (found.title, found.source) == ("Élan pour le mur", "Le Phare du matin")
    assert (found.published, found.byline) == ("2021-05-03", ())
    assert found.text == f"Élan pour le mur\n\n{PROSE}\n\n{MORE}"


def test_a_newsletter_in_html_is_read_from_it() -> None:
    """All its tables, with their headings, and no hidden words."""
    html = (
        f"<table><tr><td><h2>Le mur</h2><p>{PROSE}</p></td></tr><tr><td>{MORE}</td></tr></table>"
        '<div style="display:none">Aperçu</div>'
    )
    found = one(mail("Le vote", html).as_bytes(), "a.eml")
    assert found.text == f"Le vote\n\nLe mur\n\n{PROSE}\n\n{MORE}"
    assert found.paragraphs[1].kind == "heading"


def test_a_mailbox_gives_an_article_a_mail() -> None:
    """Parted by lines that begin with "From "; a quoted one is text."""
    first = mail("Un").as_bytes().replace(b"Les habitants", b">From Les habitants")
    picture = b"Subject: x\nContent-Type: image/png\n\nabc\n"
    second = mail("Deux").as_bytes()
    start = b"From lettre@lephare.example Mon May  3 10:00:00 2021\n"
    box = b"\n".join(start + message for message in (first, picture, second))
    one_, bad, two = read(box, "a.mbox")
    assert isinstance(one_, Article) and isinstance(two, Article)
    assert (one_.id, one_.title, two.id, two.title) == ("a.mbox#1", "Un", "a.mbox#3", "Deux")
    assert "From Les habitants" in one_.text and ">" not in one_.text
    assert bad == Problem("a.mbox#2", "read", "no text: a mail of attachments only")


def test_a_saved_page_is_read_as_a_page() -> None:
    """What a browser saves as one file: the page is its root, pictures lie beside it."""
    body = f"<article><h1>Le vote</h1><p>{PROSE}</p><p>{MORE}</p></article>"
    page = f"<html><head><title>Le vote</title></head><body>{body}</body></html>"
    message = EmailMessage()
    message["Subject"] = "=?utf-8?Q?Page?="
    message.set_content(page, subtype="html", charset="utf-8", cte="quoted-printable")
    message.add_related(b"GIF89a", "image", "gif")
    found = one(message.as_bytes(), "a.mhtml")
    assert found.title == "Le vote"
    assert found.text == f"Le vote\n\n{PROSE}\n\n{MORE}"


# Archives


def test_an_archive_gives_the_articles_of_its_members() -> None:
    """Of every kind; what would be passed over in a folder is passed over."""
    members: dict[str, bytes | str] = {
        "notes/a.txt": PROSE,
        "notes/": b"",
        "b.docx": docx(word(PROSE)),
        "c.jsonl": json.dumps({"text": MORE}),
        "photo.png": b"\x89PNG",
        "__MACOSX/._a.txt": b"\0",
        ".hidden.txt": PROSE,
        "d.xyz": b"?",
    }
    found = read(zipped(members), "news.zip")
    assert [item.id for item in found if isinstance(item, Article)] == [
        "news.zip/notes/a.txt",
        "news.zip/b.docx",
        "news.zip/c.jsonl#1",
    ]
    assert {item.path for item in found if isinstance(item, Article)} == {"news.zip"}
    assert [item for item in found if isinstance(item, Problem)] == [
        Problem("news.zip/d.xyz", "read", "not a format that recoupe reads (.xyz)")
    ]


def test_an_archive_is_read_one_deep_and_never_outside() -> None:
    """An archive inside it, a path that climbs, a second file of one name: each is a problem."""
    inner = zipped({"a.txt": PROSE})
    members = {"inner.zip": inner, "../up.txt": PROSE, "/abs.txt": PROSE, "C:\\x.txt": PROSE}
    reasons = [
        item.reason for item in read(zipped(members), "news.zip") if isinstance(item, Problem)
    ]
    assert (
        reasons
        == ["an archive inside an archive: unpack it first"]
        + ["its path leads out of the archive"] * 3
    )


def test_names_and_damage_in_an_archive() -> None:
    """Names of old programs keep their accents; what is damaged is said of its member."""
    data = zipped({"ete.txt": PROSE, "b.txt": MORE})
    named = data.replace(b"ete.txt", "été.txt".encode("cp850"))
    ids = [item.id for item in read(named, "news.zip") if isinstance(item, Article)]
    assert ids == ["news.zip/été.txt", "news.zip/b.txt"]
    at = data.index(b"ete.txt") + len("ete.txt") + 5
    damaged = data[:at] + b"\xff\xff\xff" + data[at + 3 :]
    first, second = read(damaged, "news.zip")
    assert first == Problem("news.zip/ete.txt", "read", "damaged in its archive")
    assert isinstance(second, Article)


def test_an_archive_that_expands_too_far_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """The members count together: many small bombs are one."""
    monkeypatch.setattr("corpus.readers.package.RATIO_FROM", 100_000)
    members = {f"{number}.txt": "mot " * 20_000 for number in range(8)}
    found = read(zipped(members), "news.zip")
    assert [isinstance(item, Article) for item in found].count(True) == 1
    assert isinstance(found[-1], Problem)
    assert "expands beyond any real text" in found[-1].reason
