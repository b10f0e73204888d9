"""Which encoding bytes are in."""

from pathlib import Path

import pytest

from corpus.decode import decode

TEXT = "À Noël, l’été reviendra ; « ça » coûtera 12 € à l’élève, où qu’il naïvement œuvre. " * 3
PLAIN = "À Noël, la forêt a brûlé ; le maire, très gêné, a cédé sa façade. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman"])
def test_french_text_is_read_in_its_encoding(encoding: str) -> None:
    """All signs of French typography come back."""
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT


@pytest.mark.parametrize("encoding", ["cp850", "iso-8859-15"])
def test_encodings_without_typographic_signs(encoding: str) -> None:
    """Letters alone are enough to tell the encoding."""
    decoded = decode(PLAIN.encode(encoding))
    assert decoded is not None
    assert decoded.text == PLAIN


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_is_no_part_of_the_text(encoding: str) -> None:
    """A byte order mark says the encoding, and goes."""
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark(encoding: str) -> None:
    """The places of the zero bytes tell UTF-16 and UTF-32."""
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT


def test_text_encoded_twice_is_mended() -> None:
    """UTF-8 read as cp1252 and saved as UTF-8 comes back as it was."""
    twice = PLAIN.encode().decode("cp1252", errors="replace")
    assert "\ufffd" not in twice
    decoded = decode(twice.encode())
    assert decoded is not None
    assert decoded.text == PLAIN


def test_one_paragraph_encoded_twice_is_mended() -> None:
    """What was pasted from a broken page, and no other part; also where latin-1 was taken."""
    for taken in ("cp1252", "latin-1"):
        twice = TEXT.replace("à", "â").encode().decode(taken, errors="replace").encode()
        decoded = decode(f"{TEXT}\n".encode() + twice)
        assert decoded is not None
        assert decoded.text == f"{TEXT}\n{TEXT.replace('à', 'â')}"


def test_a_no_break_space_lost_in_between_is_mended() -> None:
    """Programs make the second half of “à”, encoded twice, a blank."""
    twice = "À l’été, à Noël : 12\u00a0€.".encode().decode("cp1252").replace("\u00a0", " ")
    decoded = decode(twice.encode())
    assert decoded is not None
    assert decoded.text == "À l’été, à Noël : 12 €."


def test_a_letter_cut_at_the_end_is_a_gap() -> None:
    """It is not taken for two signs of another encoding."""
    decoded = decode(TEXT.encode() + "l’".encode()[:-1])
    assert decoded is not None
    assert decoded.text == f"{TEXT}l\ufffd"


def test_a_line_in_another_encoding_is_mended() -> None:
    """A UTF-8 file with a part in cp1252 gives both parts."""
    decoded = decode(PLAIN.encode() + b"\n" + PLAIN.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == f"{PLAIN}\n{PLAIN}"


def test_a_quotation_of_mojibake_is_left_alone() -> None:
    """One such pair may be what the author wrote about."""
    decoded = decode("Le sigle « Ã© » amuse.".encode())
    assert decoded is not None
    assert "Ã©" in decoded.text


def test_zero_bytes_are_no_text() -> None:
    """Bytes with zeros that no wide encoding explains are refused."""
    assert decode(b"Bonjour\0le\0monde " * 20) is None


@pytest.mark.parametrize(
    "name",
    [
        "cp1252",
        "cp850",
        "iso-8859-15",
        "mac_roman",
        "mixed_utf8_latin1",
        "mojibake_double_utf8",
        "nfd",
        "utf-16-be",
        "utf-16-le",
        "utf-16",
        "utf-32",
        "utf-8-sig",
        "utf-8",
    ],
)
def test_the_hostile_files_are_read_right(shared: Path, name: str) -> None:
    """Each file in a wrong or mixed encoding gives its French letters, and no other."""
    decoded = decode((shared / "hostile" / f"fr_{name}.txt").read_bytes())
    assert decoded is not None
    letters = {character for character in decoded.text if character.isalpha() and character > "~"}
    assert letters <= set("ÉéŒïçàëº")
    assert "réunit" in decoded.text or "re\u0301unit" in decoded.text
