"""What is kept of a page, what is folded, and that nothing is lost."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import Cleaned, clean
from corpus.normalise import normalise
from corpus.types import Span

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
        ("Anne Petit / AFP", "photo-credit"),
        ("Une grue sur le quai, mardi à Lorvent. ANNE PETIT / AFP", "caption"),
        ("[À lire aussi : la digue tient bon]", "read-also"),
        ("👉 Suivez-nous sur Google News", "share"),
        ("Cliquez pour partager sur X (ouvre dans une nouvelle fenêtre)", "share"),
        ("L’histoire continue après la publicité", "advert"),
        ("Il vous reste 62.5% de cet article à lire.", "paywall"),
        ("Chaque matin, l’essentiel du port dans votre boîte mail", "newsletter"),
        ("L’article Le port rouvre est apparu en premier sur Le Phare.", "syndication"),
        ("Nos normes : les principes de confiance de Thomson Reuters.", "disclaimer"),
        ("Tags : port, digue, Lorvent", "tags"),
        ("© 2021 Le Phare du Port", "copyright"),
        ("Partager sur Facebook Partager sur X Envoyer par e-mail", "share"),
        ("Share on Facebook | Tweet | Print", "share"),
        ("Get the Harbour Post app. Already a subscriber? Log in.", "share"),
        ("Newsletter : chaque soir, le port dans votre boîte. Votre e-mail : OK", "newsletter"),
        ("Vous avez une information ? Écrivez-nous à la rédaction", "author-box"),
        ("Découvrez notre hors-série « Digues », en kiosque et sur notre boutique", "advert"),
        ("A lire aussi :", "read-also"),
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
    "line",
    [
        "Partager sur Facebook ne suffit pas, dit la capitaine.",
        "Get the harbour master, she said. Already it was too late.",
        "Vous avez une information ? Le commissaire attend toujours.",
        "Découvrez notre ville : elle a une digue, un port et une librairie.",
        "Partager le quai. Se connecter aux autres ports. Tenir.",
        "Non. Oui.",
    ],
)
def test_a_short_sentence_is_kept(line: str) -> None:
    """What only begins like a page's call is text."""
    assert rules(clean(f"{PROSE}\n\n{line}\n\n{MORE}")) == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("ab-fr-12", "feed-id"),
        ("abc-de/fg/hij", "desk-code"),
        ("Et aussi", "read-also"),
        ("(AFP)", "agency"),
        ("Source : Le Phare du Port", "source-credit"),
        ("lephare.example.org/port", "source-link"),
        ("il y a 3 heures", "date-line"),
    ],
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
        "Chaque semaine, elle relit sa boîte aux lettres avec inquiétude.",
        "Faire un don de sang sauve des vies, rappelle l’hôpital.",
        "Publier un avis de recherche prend deux jours, dit la police.",
        "Cela pourrait intéresser les juges.",
        "Créer un compte de pêche coûte douze euros par an.",
        "La vidéo n’est pas truquée, assure la préfecture.",
        "L’article a été publié dans une revue de médecine en mai.",
        "En poursuivant sa navigation vers le sud, le navire a sombré.",
        "Recevoir un bulletin par courrier ne suffit pas, dit la mairie.",
        "- #LePortAvecNous -",
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
    assert cleaned.section == "Europe"
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
    heads = ["QUE VEUT LA VILLE ?", "LES QUAIS SONT VIDES.", "Un port fragile", '- "Jamais" -']
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


def test_labels_among_the_lines_of_a_page() -> None:
    """Beside sure debris a label is debris too, but for the last line: it may be a heading."""
    lines = ["Partager cet article", "Se connecter", "Copier le lien", "Recherche"]
    cleaned = clean("\n\n".join([PROSE, *lines, MORE]))
    assert [text for _, text in rules(cleaned)] == lines[:3]
    assert kinds(cleaned)[1][1:] == ("heading", "Recherche")


def test_a_photo_line_over_everything_else_is_the_title() -> None:
    """ "Photos: …" is a credit below, and a title where nothing stands over it."""
    assert (
        clean(f"Photos : le port sous la neige\n\n{PROSE}").title
        == "Photos : le port sous la neige"
    )


@pytest.mark.parametrize(
    "between",
    ["Par Anne Petit", "Publié le 4 mai 2021 à 18h", "Temps de lecture : 3 min"],
)
def test_a_summary_over_the_byline_is_the_subtitle(between: str) -> None:
    """What stands between the title and who, when or how long is a summary; else it is text."""
    cleaned = clean(f"Le budget est voté\n\n{PROSE}\n\n{between}\n\n{MORE}\n\n{PROSE}")
    assert cleaned.subtitle == PROSE
    assert (cleaned.title, kinds(cleaned)[1][2]) == ("Le budget est voté", PROSE)
    assert clean(f"Le budget est voté\n\n{PROSE}\n\n{MORE}").subtitle is None


def test_a_long_line_under_the_title_is_the_subtitle() -> None:
    """Unless the article's headings are as long: then it is one of them."""
    line = "Après six mois de querelles, la majorité s’est entendue sur le port de pêche"
    text = f"Le budget est voté\n\n{line}\n\nPar Anne Petit\n\n{PROSE}\n\n{MORE}"
    assert clean(text).subtitle == line
    other = "Pendant des années, les quais de la ville ont été laissés à l’abandon"
    assert clean(f"{text}\n\n{other}\n\n{PROSE}").subtitle is None
    assert clean(f"Le budget est voté\n\nUn port fragile\n\n{PROSE}").subtitle is None


def test_the_path_over_an_article_names_its_section() -> None:
    """ "Home > World > Asia" is folded, and its last part is the section."""
    cleaned = clean(f"Accueil > Monde > Asie\n\nLe budget est voté\n\n{PROSE}\n\n{MORE}")
    assert (cleaned.section, cleaned.title) == ("Asie", "Le budget est voté")


def test_lines_before_the_title() -> None:
    """Who signs and when may stand over the title."""
    cleaned = clean(f"Par Anne Petit\n\n4 mai 2021\n\nLe budget est voté\n\n{PROSE}\n\n{MORE}")
    assert (cleaned.title, cleaned.byline) == ("Le budget est voté", ("Anne Petit",))
    assert cleaned.published == "2021-05-04"


def test_a_date_that_could_be_two_is_told_by_language_and_by_the_other_dates() -> None:
    """French writes the day first; in English only another date of the text can tell."""
    line = "Publié le 03/04/2020"
    assert clean(f"Le budget est voté\n\n{line}\n\n{PROSE}\n\n{MORE}").published == "2020-04-03"
    english = "The council voted on the budget of the town last night, after a long debate."
    page = f"Budget passed\n\nPublished 03/04/2020\n\n{english}\n\n"
    assert clean(page + english).published is None
    assert clean(f"{page}It had met on 03/28/2020 already.").published == "2020-03-04"
    assert clean(f"{page}It had met on 28/03/2020 already.").published == "2020-04-03"


def test_the_day_of_publication_wins_over_that_of_a_change() -> None:
    """An update counts only where nothing says when the article first stood there."""
    head = "Le budget est voté\n\nMis à jour le 5 mai 2021\n\n"
    assert clean(f"{head}{PROSE}\n\n{MORE}").published == "2021-05-05"
    assert clean(f"{head}Publié le 4 mai 2021\n\n{PROSE}\n\n{MORE}").published == "2021-05-04"


def test_a_bare_name_signs_where_that_is_sure() -> None:
    """A known first name, and nobody that the article speaks of."""
    assert clean(f"{PROSE}\n\n{MORE}\n\nAnne Petit").byline == ("Anne Petit",)
    assert clean(f"{PROSE} Anne Petit rit.\n\n{MORE}\n\nAnne Petit").byline == ()
    assert clean(f"{PROSE}\n\n{MORE}\n\nPort Lorvent").byline == ()


def test_an_agency_alone_is_the_source() -> None:
    """The footer is folded, and says where the text comes from."""
    cleaned = clean(f"{PROSE}\n\n{MORE}\n\n(avec AFP)")
    assert (cleaned.source, rules(cleaned)) == ("AFP", [("agency", "(avec AFP)")])
    assert clean(f"(AFP) - {PROSE}").source == "AFP"


def test_a_sentence_broken_by_furniture_is_whole_again() -> None:
    """Its parts are one paragraph; what broke it is folded; every part leads to its place."""
    first = "Le conseil municipal a décidé cette nuit de reporter le vote du budget de"
    second = "la ville à la semaine prochaine."
    source = f"{first}\n\nPublicité\n\n{second}\n\n{MORE}"
    cleaned = clean(source)
    assert [text for _, _, text in kinds(cleaned)] == [f"{first} {second}", MORE]
    assert rules(cleaned) == [("advert", "Publicité")]
    at = cleaned.text.index("semaine")
    assert cleaned.alignment.source_offset(at) == source.index("semaine")


def test_paragraphs_and_lists_are_not_joined() -> None:
    """A heading without a stop, or the items of a list, do not run on into what follows."""
    for head in ("Un port fragile", "Le conseil a voté le budget."):
        assert len(clean(f"{PROSE}\n\n{head}\n\niPhone et tablettes sont bannis.").paragraphs) == 3
    assert len(clean(f"{PROSE}\n\n- un quai,\n\n- deux grues").paragraphs) == 3


def test_what_readers_write_under_the_form_is_folded() -> None:
    """Below the form for comments nothing belongs to the article."""
    form = "Laisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée."
    cleaned = clean(f"{PROSE}\n\n{MORE}\n\n{form}\n\nPaul dit :\n\nTrès bon article.")
    assert [text for _, _, text in kinds(cleaned)] == [PROSE, MORE]
    early = clean(f"{form}\n\n{PROSE}\n\n{MORE}")
    assert [text for _, _, text in kinds(early)] == [PROSE, MORE]


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


def test_marks_of_bold_and_links_leave_the_words() -> None:
    """In plain text too; what follows them still leads to its place in the source."""
    source = f"La maire a reçu **le préfet** et [le juge](https://a.example/b).\n\n{PROSE}"
    cleaned = clean(source)
    assert kinds(cleaned)[0][2] == "La maire a reçu le préfet et le juge."
    marks = ["**", "**", "[", "](https://a.example/b)"]
    assert rules(cleaned) == [("markdown", mark) for mark in marks]
    for word in ("préfet", "juge", "budget"):
        assert cleaned.alignment.source_offset(cleaned.text.index(word)) == source.index(word)
    stars = "Il a mis 2 ** 3 sur la table, et *rien* d’autre."
    assert clean(f"{PROSE}\n\n{stars}").text.endswith(stars)
    assert clean(f"{PROSE}\n\n{stars}", markdown=True).text.endswith("et rien d’autre.")


def test_a_first_paragraph_in_bold_is_the_subtitle() -> None:
    """Where the others are not; a short line in bold is a heading."""
    cleaned = clean(f"Le budget est voté\n\n**{PROSE}**\n\n{MORE}\n\n**La nuit**\n\n{MORE}")
    assert cleaned.subtitle == PROSE
    assert [kind for _, kind, _ in kinds(cleaned)] == ["title", "body", "body", "heading", "body"]
    assert clean(f"Le budget est voté\n\n**{PROSE}**\n\n**{MORE}**").subtitle is None


def test_headings_that_the_format_names() -> None:
    """They are headings whatever they look like, on a line of their own, unless debris."""
    source = f"\ufeffLe budget voté\r\n\r\n{PROSE}\r\nTout est dit.\r\n{MORE}\r\nSource link"
    named = [source.index("Tout"), source.index("Source")]
    cleaned = clean(source, headings=named)
    assert [kind for _, kind, _ in kinds(cleaned)] == ["title", "body", "heading", "body"]
    assert kinds(cleaned)[2][2] == "Tout est dit."
    assert rules(cleaned) == [("source-link", "Source link")]


def held(span: Span, at: int) -> bool:
    """Whether a span holds an offset."""
    return span.start <= at < span.end


PIECES = st.sampled_from(
    [
        *(PROSE, MORE, f"{MORE} .", "Europe", "Un titre sans point", "Par Anne Petit", "(AFP)"),
        *("Source link", "date 2021-04 ", "ab-fr-12", "- a -", ".", "# ", "Et aussi"),
        *("**gras**", "[lien](https://a.example)", "de", "## ", "Laisser un commentaire"),
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
    marks = [f.source for f in cleaned.folded if f.source and f.rule == "markdown"]
    for text, span in pieces:
        inside = [mark for mark in marks if span != mark and span.contains(mark)]
        there = "".join(
            source[at] for at in range(span.start, span.end) if not any(held(m, at) for m in inside)
        )
        assert normalise(unicodedata.normalize("NFC", there)).text.split() == text.split()
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
