"""What is kept of a page, what is folded, and that nothing is lost."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import Cleaned, clean
from corpus.normalise import normalise

PROSE = "Le conseil a voté hier soir le budget de la ville, après une longue nuit de débats."
MORE = "La maire a promis que les écoles du port rouvriraient avant la fin de la semaine."


def rules(cleaned: Cleaned) -> list[tuple[str, str]]:
    """What was folded, by which rule."""
    return [(piece.rule, piece.text) for piece in cleaned.folded]


def kinds(cleaned: Cleaned) -> list[tuple[int, str, str]]:
    """The paragraphs: number, kind, text."""
    return [(p.number, p.kind, cleaned.text[p.span.start : p.span.end]) for p in cleaned.paragraphs]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Partager cet article", "share"),
        ("Facebook | X | WhatsApp", "share"),
        ("Ce site utilise des cookies pour mesurer son audience.", "cookie"),
        ("Inscrivez-vous à notre newsletter du matin", "newsletter"),
        ("Article réservé aux abonnés", "paywall"),
        ("Unlock the Editor’s Digest for free", "paywall"),
        ("À lire aussi : Le port rouvre", "read-also"),
        ("Lire la suite sur Le Phare", "read-more"),
        ("Votre adresse e-mail ne sera pas publiée.", "comment-form"),
        ("Source link -7", "source-link"),
        ("Back to top", "back-to-top"),
        ("Temps de lecture : 3 min", "reading-time"),
        ("Crédit photo : Anne Petit", "photo-credit"),
        ("…", "stray-mark"),
    ],
)
def test_debris_is_folded_between_paragraphs(line: str, rule: str) -> None:
    """Debris is folded wherever it stands, and named; the paragraphs around it stay."""
    cleaned = clean(f"{PROSE}\n\n{line}\n\n{MORE}")
    assert rules(cleaned) == [(rule, line)]
    assert [text for _, _, text in kinds(cleaned)] == [PROSE, MORE]
    assert cleaned.folded[0].at == cleaned.paragraphs[1].span.start


@pytest.mark.parametrize(
    ("line", "rule"),
    [("ab-fr-12", "feed-id"), ("abc-de/fg/hij", "desk-code"), ("Et aussi", "read-also")],
)
def test_words_that_an_article_may_use_are_folded_at_its_edges_only(line: str, rule: str) -> None:
    """At the end the line is debris; between paragraphs it may be a heading, and is kept."""
    assert rules(clean(f"{PROSE}\n\n{MORE}\n\n{line}")) == [(rule, line)]
    assert rules(clean(f"{PROSE}\n\n{line}\n\n{MORE}")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Partager les richesses, voilà ce que demande le maire.",
        "Les cookies au chocolat du port sont fameux.",
        "À lire les comptes, la ville est ruinée.",
        "La publicité rapporte un million d’euros par an.",
        "Le monde d’après",
        "Accueil des réfugiés",
        "Recevez-vous des menaces ?",
        "Source de vie, le fleuve déborde.",
    ],
)
def test_content_is_never_folded(sentence: str) -> None:
    """A sentence or heading that merely uses the words of debris is kept."""
    assert rules(clean(f"{PROSE}\n\n{sentence}\n\n{MORE}")) == []


def test_title_label_and_outlet() -> None:
    """The label over a title is folded, the headline is the title, paragraphs count from 1."""
    cleaned = clean(f"Europe\n\nLe budget de la ville est enfin voté\n\n{PROSE}\n\n{MORE}")
    assert cleaned.title == "Le budget de la ville est enfin voté"
    assert rules(cleaned) == [("section-label", "Europe")]
    assert [number for number, _, _ in kinds(cleaned)] == [0, 1, 2]
    outlet = clean(f"La Gazette du Port\n\nLe budget de la ville est voté\n\n{PROSE}")
    assert (outlet.source, outlet.title) == ("La Gazette du Port", "Le budget de la ville est voté")


def test_a_paragraph_is_no_title() -> None:
    """An article that begins with a sentence has no title."""
    assert clean(f"{PROSE}\n\n{MORE}").title is None


def test_a_headline_with_the_words_of_a_paper_is_a_title() -> None:
    """Papers write their name in capitals; a headline does not."""
    cleaned = clean(f"Le monde d’après le vote\n\n{PROSE}\n\n{MORE}")
    assert (cleaned.title, cleaned.source) == ("Le monde d’après le vote", None)


def test_a_given_title_is_paragraph_0() -> None:
    """The title beside the text opens it; where the text repeats it, the repetition is folded."""
    cleaned = clean(f"Le budget est voté\n\n{PROSE}", title=" Le budget\nest voté ")
    assert kinds(cleaned) == [(0, "title", "Le budget est voté"), (1, "body", PROSE)]
    assert rules(cleaned) == [("repeated-title", "Le budget est voté")]


def test_contents_are_folded_up_to_the_first_heading() -> None:
    """Lines repeated below as headings go, broken ones too; the list's last line may be one."""
    lines = "Un début\nLa nuit\nUn\nLe vote\nLe port\nUn début"
    body = f"{PROSE}\n\nLa nuit\n\n{MORE}\n\nUn « choc »\n\n{PROSE}\n\nLe vote\n\n{MORE}"
    body += f"\n\nLe port\n\n{MORE}"
    cleaned = clean(f"Que retenir du vote ?\n\n{lines}\n\n{body}")
    folded = ["Un début", "La nuit", "Un", "Le vote", "Le port"]
    assert rules(cleaned) == [("contents", line) for line in folded]
    assert kinds(cleaned)[:2] == [(0, "title", "Que retenir du vote ?"), (1, "heading", "Un début")]


def test_a_ranking_is_no_list_of_contents() -> None:
    """Lines that come twice as lists, over no paragraph of their own, are content."""
    ranking = "\n\n".join(["Rhône", "Gard", "Var", "Aube", "Nord"])
    assert rules(clean(f"{PROSE}\n\n{ranking}\n\nEt la pluie\n\n{ranking}\n\n{MORE}")) == []


def test_headings() -> None:
    """Short lines over a paragraph are headings; announcements, last lines and lists are not."""
    heads = ["QUE VEUT LA VILLE ?", "Un port fragile", '- "Pas question" -']
    for head in heads:
        assert kinds(clean(f"{PROSE}\n\n{head}\n\n{MORE}"))[1][1] == "heading"
    for line in ("Voici les chiffres :", "Il pleut.", "- un quai"):
        assert kinds(clean(f"{PROSE}\n\n{line}\n\n{MORE}"))[1][1] == "body"
    assert kinds(clean(f"{PROSE}\n\nUn port fragile"))[1][1] == "body"
    assert {kind for _, kind, _ in kinds(clean(f"{PROSE}\n\n- un\n- deux\n\n{MORE}"))} == {"body"}


def test_stamp_dateline_and_stray_mark() -> None:
    """A stamp glued to the dateline gives the month and is folded, like a mark after the end."""
    cleaned = clean(f" date 2022-11 LYON, France (AP) — {PROSE} .\n\n{MORE}")
    assert rules(cleaned) == [("date-stamp", "date 2022-11"), ("stray-mark", ".")]
    assert (cleaned.published, cleaned.dateline) == ("2022-11", "LYON, France (AP)")
    assert cleaned.source == "Associated Press"
    assert cleaned.text.startswith("LYON, France (AP) — Le conseil")


def test_byline_and_date_line() -> None:
    """A signature stays, as a paragraph of its own kind; the line with the date is folded."""
    cleaned = clean(f"Le budget est voté\n\nPar Anne Petit\n\nPublié le 4 mai 2021\n\n{PROSE}")
    assert kinds(cleaned)[1] == (1, "byline", "Par Anne Petit")
    assert cleaned.byline == ("Anne Petit",)
    assert (cleaned.published, rules(cleaned)) == (
        "2021-05-04",
        [("date-line", "Publié le 4 mai 2021")],
    )


def test_headlines_under_a_label_are_folded() -> None:
    """What a page lists under "related" at its end is not the article."""
    cleaned = clean(f"{PROSE}\n\n{MORE}\n\nArticles similaires\n\nLe port rouvre\n\nLa digue tient")
    assert [rule for rule, _ in rules(cleaned)] == ["read-also", "related-list", "related-list"]


def test_wrapped_lines_are_joined() -> None:
    """Lines broken at a width become paragraphs again; offsets still lead to the source."""
    source = (
        "Le conseil a voté hier soir le budget de la ville, après une longue\n"
        "nuit de débats et de suspensions de séance, que la maire a ouverte\n"
        "par un appel au calme.\n"
        "\n"
        "Les écoles du port rouvriront avant la fin de la semaine, a promis\n"
        "la maire, qui n’a pas dit avec quel argent.\n"
    )
    cleaned = clean(source)
    assert len(cleaned.paragraphs) == 2
    for paragraph in cleaned.paragraphs:
        span = cleaned.alignment.source_span(paragraph.span)
        slice_ = cleaned.text[paragraph.span.start : paragraph.span.end]
        assert source[span.start : span.end].replace("\n", " ") == slice_


def test_one_paragraph_a_line() -> None:
    """Without empty lines each line is a paragraph, and the first a title."""
    cleaned = clean(f"Le budget est voté\n{PROSE}\n{MORE}")
    assert [kind for _, kind, _ in kinds(cleaned)] == ["title", "body", "body"]


def test_markdown_headings() -> None:
    """The marks of a Markdown heading are folded, its words kept."""
    cleaned = clean(f"# Le budget voté\n\n{PROSE}\n\n## La nuit\n\n{MORE}", markdown=True)
    assert [kind for _, kind, _ in kinds(cleaned)] == ["title", "body", "heading", "body"]
    assert rules(cleaned) == [("markdown", "#"), ("markdown", "##")]


PIECES = st.sampled_from(
    [
        *(PROSE, MORE, f"{MORE} .", "Europe", "Un titre sans point", "Par Anne Petit", "(AFP)"),
        *("Source link", "date 2021-04 ", "ab-fr-12", "- a -", ".", "# ", "Et aussi"),
        *("e\u0301te\u0301 fini", "cou\u00adpure", "\x1b[1m", "\t"),
        *("\n", "\n\n", "\n\n", "\r\n\r\n"),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_is_lost_and_every_offset_leads_back(source: str) -> None:
    """Kept and folded text hold each character of the source; spans lead to where it stood."""
    cleaned = clean(source)
    shown = cleaned.text + "".join(piece.text for piece in cleaned.folded)
    assert Counter("".join(shown.split())) == Counter("".join(normalise(source).text.split()))
    pieces = [
        (cleaned.text[p.span.start : p.span.end], cleaned.alignment.source_span(p.span))
        for p in cleaned.paragraphs
    ]
    pieces += [(f.text, f.source) for f in cleaned.folded if f.source]
    for text, span in pieces:
        there = normalise(unicodedata.normalize("NFC", source[span.start : span.end])).text
        assert there.split() == text.split()
    assert cleaned.text == "\n\n".join(text for _, _, text in kinds(cleaned))


@pytest.mark.parametrize(
    ("name", "title_start", "folded", "choigu"),
    [
        (
            "000",
            8,
            [
                "section-label",
                "source-link",
                "read-also",
                "comment-form",
                "comment-form",
                "back-to-top",
            ],
            5,
        ),
        ("001", 0, ["paywall", "feed-id"], None),
        ("002", None, ["date-stamp", "stray-mark", "stray-mark"], 4),
        ("003", 0, ["contents"] * 15 + ["read-also"], None),
        ("004", 0, ["source-link"], None),
    ],
)
def test_the_five_articles(
    shared: Path, name: str, title_start: int | None, folded: list[str], choigu: int | None
) -> None:
    """The real articles give their titles, their debris and their paragraph numbers."""
    (file,) = (shared / "articles").glob(f"{name}_*.txt")
    cleaned = clean(file.read_text(encoding="utf-8"))
    assert [rule for rule, _ in rules(cleaned)] == folded
    if title_start is None:
        assert cleaned.title is None
        assert (cleaned.published, cleaned.source) == ("2023-09", "Associated Press")
        assert cleaned.byline == ("Hyung-jin Kim", "Kim Tong-hyung")
    else:
        assert cleaned.alignment.source_offset(0) == title_start
        assert cleaned.published is None
    if choigu is not None:
        found = [n for n, _, text in kinds(cleaned) if "Sergueï Choïgu" in text]
        assert found == [choigu]
    if name == "003":
        assert [n for n, kind, text in kinds(cleaned) if "1 000 conteneurs" in text] == [5, 6]
