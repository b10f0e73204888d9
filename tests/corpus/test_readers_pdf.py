"""PDF documents: pages of lines → paragraphs."""

import io

import pytest

from corpus.readers.reading import articles
from corpus.types import Article, Problem
from tests.corpus.documents import Placed, pdf

TITLE = "Le mur du port sera reconstruit"
FIRST = [
    "Le conseil a voté hier soir le budget de la ville, après une longue",
    "nuit de débats. La reconstruction du mur, réclamée par les riverains",
    "depuis trois ans, coûtera deux millions d'euros à la commune.",
]
SECOND = [
    "Les travaux commenceront au printemps et dureront un an, a précisé",
    "le maire. Les pêcheurs, qui craignent de perdre leurs places à quai",
    "pendant le chantier, demandent à être indemnisés par le département.",
]


def read(data: bytes) -> Article:
    """The article of a document."""
    (found,) = articles(io.BufferedReader(io.BytesIO(data)), "a.pdf")
    assert isinstance(found, Article), found
    return found


def bodies(article: Article) -> list[str]:
    """The paragraphs of an article but its title."""
    return [article.slice(p.span) for p in article.paragraphs if p.kind != "title"]


def column(
    lines: list[str], *, left: float = 60, top: float = 700, size: float = 11, indent: float = 0
) -> list[Placed]:
    """Lines one under another, the first one indented."""
    return [
        (left + (indent if number == 0 else 0), top - number * size * 1.3, size, line)
        for number, line in enumerate(lines)
    ]


def test_lines_become_paragraphs_and_the_largest_the_title() -> None:
    """Paragraphs that a wider distance parts; a heading between them by its larger type."""
    page = [
        (60, 760, 22, TITLE),
        *column(FIRST, top=720),
        (60, 660, 14, "Un chantier d'un an"),
        *column(SECOND, top=640),
    ]
    found = read(pdf([page], title="mur.indd"))
    assert found.title == TITLE
    assert bodies(found) == [" ".join(FIRST), "Un chantier d'un an", " ".join(SECOND)]
    assert [paragraph.kind for paragraph in found.paragraphs][2] == "heading"


def test_an_indented_or_a_full_line_tells_paragraphs_without_distance() -> None:
    """As newspapers are set: no room between paragraphs, the first line farther right."""
    page = [*column(FIRST, top=700), *column(SECOND, top=700 - 3 * 11 * 1.3, indent=14)]
    assert bodies(read(pdf([page]))) == [" ".join(FIRST), " ".join(SECOND)]
    short = [*FIRST[:2], "depuis trois ans, coûtera cher."]
    page = [*column(short, top=700), *column(SECOND, top=700 - 3 * 11 * 1.3)]
    assert bodies(read(pdf([page]))) == [" ".join(short), " ".join(SECOND)]


def test_columns_and_pages_are_read_one_after_another() -> None:
    """A sentence goes on at the top of the next column, and on the next page."""
    parts = ["Les travaux commenceront au printemps", "et dureront un an, a précisé", *SECOND[1:]]
    left = column([*FIRST, parts[0]], top=700, size=6)
    right = column([parts[1], parts[2]], left=310, top=700, size=6)
    nextpage = column([parts[3]], top=700, size=6)
    found = read(pdf([[*left, *right], nextpage]))
    assert " ".join(bodies(found)) == " ".join([*FIRST, *SECOND])
    assert any(text.endswith(" ".join(SECOND)) for text in bodies(found))


def test_what_stands_on_each_page_is_folded_and_names_the_outlet() -> None:
    """Headers, addresses and numbers of pages are no text, and not lost."""
    address = "https://www.lephare.example/mur"
    pages = [
        [
            (60, 810, 8, "Le Phare - Vivre ici"),
            *column(lines, top=700),
            (60, 30, 8, f"{address} {number}/2"),
        ]
        for number, lines in enumerate((FIRST, SECOND), 1)
    ]
    found = read(pdf(pages))
    assert bodies(found) == [" ".join(FIRST), " ".join(SECOND)]
    assert found.source == "lephare.example"
    folded = [piece.text for piece in found.folded if piece.rule == "running-line"]
    assert folded == ["Le Phare - Vivre ici", f"{address} 1/2", f"{address} 2/2"]


def test_words_parted_at_the_end_of_a_line_are_put_together() -> None:
    """But a hyphen that belongs to the word stays: after a pronoun, before a capital."""
    lines = [
        "Le port de Saint-",
        "Malo rouvre, a indi-",
        "qué le maire, a-t-",
        "il ajouté. Les recons-",
        "tructions vont durer, dit-",
        "on, comme toute recons-",
        "truction, et la reconstruction",
        "du quai attendra encore.",
    ]
    (text,) = bodies(read(pdf([column(lines)])))
    assert text == (
        "Le port de Saint-Malo rouvre, a indiqué le maire, a-t-il ajouté. Les reconstructions "
        "vont durer, dit-on, comme toute reconstruction, et la reconstruction du quai attendra "
        "encore."
    )


def test_hyphens_stay_where_the_document_parts_no_words() -> None:
    """One at the end of a line is then the word's own."""
    lines = [*FIRST, *SECOND, "Le dîner franco-", "chinois aura lieu quand même."] * 5
    assert "franco-chinois" in " ".join(bodies(read(pdf([column(lines, top=800)]))))


def test_a_large_first_letter_belongs_to_its_word() -> None:
    """Wherever the document draws it."""
    page = [
        (60, 680, 40, "L"),
        (60, 760, 22, TITLE),
        (90, 700, 11, FIRST[0][1:]),
        (90, 686, 11, FIRST[1]),
        (60, 672, 11, FIRST[2]),
    ]
    found = read(pdf([page]))
    assert found.title == TITLE
    assert bodies(found) == [" ".join(FIRST)]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (pdf([[]]), "its pages are pictures, or empty"),
        (b"%PDF-1.7\n" + b"\xff\x00" * 500, "not a PDF document, or a damaged one"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, part: str) -> None:
    """Scanned pages, and what only begins like a PDF document."""
    (found,) = articles(io.BufferedReader(io.BytesIO(data)), "a.pdf")
    assert isinstance(found, Problem)
    assert part in found.reason
