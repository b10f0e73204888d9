"""Plain text and Markdown, with the lines of metadata that may stand before it."""

import io
from time import process_time

import pytest

from corpus.readers.front_matter import front_matter
from corpus.readers.kinds import kind
from corpus.readers.raw import UnreadableError
from corpus.readers.reading import articles
from corpus.types import Article

PROSE = "Le conseil a voté hier soir le budget de la ville, après une longue nuit de débats."
MORE = "Les habitants de la rue du Phare demandent depuis trois ans que le mur soit reconstruit."


def one(text: str, name: str = "a.md") -> Article:
    """The article of a text file."""
    (found,) = articles(io.BufferedReader(io.BytesIO(text.encode())), name)
    assert isinstance(found, Article)
    return found


def test_front_matter_is_metadata_and_offsets_stay_right() -> None:
    """It is folded, not lost; each paragraph, and the title, lead to their place in the file."""
    head = (
        '---\ntitle: "Le mur du port"\ndate: 2023-09-13\nauthor:\n  - Anne Petit\n'
        "source: https://www.lephare.example/mur\ntags: [port, mur]\n---\n"
    )
    source = f"{head}\n# Le mur du port\n\n{PROSE}\n\n## Trois ans\n\n{MORE}\n"
    found = one(source)
    assert found.text == f"Le mur du port\n\n{PROSE}\n\nTrois ans\n\n{MORE}"
    assert (found.published, found.byline) == ("2023-09-13", ("Anne Petit",))
    assert found.source == "lephare.example"
    assert found.folded[0].rule == "front-matter"
    assert found.folded[0].text == head.strip()
    assert found.alignment is not None
    for paragraph in found.paragraphs:
        place = found.alignment.source_span(paragraph.span)
        assert source[place.start : place.end] == found.slice(paragraph.span)


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{PROSE}\n\n---\n\n{MORE}",
        f"---\n{PROSE}\n---\n\n{MORE}",
        f"---\ntitle: Le mur\n\n{PROSE}\n\n{MORE}",
        f"---\nentre: nous\n---\n\n{PROSE}\n\n{MORE}",
    ],
)
def test_a_rule_at_the_head_of_a_text_is_no_front_matter(text: str) -> None:
    """Unless it closes, and each line between reads like metadata, one of them known."""
    found = one(text)
    assert PROSE in found.text and MORE in found.text
    assert "front-matter" not in [piece.rule for piece in found.folded]


def test_front_matter_is_told_in_no_time() -> None:
    """Whatever a text opens with."""
    began = process_time()
    for opening in ("---\n" * 200_000, "---\n" + "a: b\n" * 100_000, "---\n" + "- " * 500_000):
        assert front_matter(f"{opening}\n\n{PROSE}\n\n{MORE}") is None
    assert process_time() - began < 5


@pytest.mark.parametrize(
    ("head", "name", "found"),
    [
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"Le sigle %PDF-1.7 ouvre un fichier.", "a.txt", "text"),
        (b"\r\n<!DOCTYPE html>", "a.pdf", "html"),
        (b"\xef\xbb\xbf<html lang='fr'>", "a", "html"),
        ("<html>".encode("utf-16"), "a.txt", "html"),
        (b"<!-- saved from url --><p>Bonjour", "a.htm", "html"),
        (b"<?xml version='1.0'?><!-- <rss> --><html>", "a.xml", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE f [<!ENTITY a '>'>]><feed>", "a.txt", "feed"),
        (b"<rdf:RDF xmlns='x'>", "a.rdf", "feed"),
        (b"{\\rtf1", "a.doc", "rtf"),
        (b"PK\3\4", "a.txt", "zip"),
        (b"", "LISEZMOI", "text"),
        (b"", "a.MD.gz", "text"),
    ],
)
def test_the_first_bytes_tell_the_kind(head: bytes, name: str, found: str) -> None:
    """The name tells only where they leave it open."""
    assert kind(head, name) == found


def test_no_head_of_a_file_takes_long() -> None:
    """Declarations that never end, nested or repeated, are looked through once."""
    began = process_time()
    for part in (b"<!doctype [", b"<!--", b"<?xml", b"<!doctype a [ ] ", b"<", b"<!-- -->", b"["):
        with pytest.raises(UnreadableError):
            kind((b"<?xml ?>" + part * 4096)[:4096], "a.xml")
    assert process_time() - began < 5
