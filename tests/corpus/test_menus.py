"""A page pasted whole: its menus are folded, its article is not."""

from corpus.clean import clean

OVER = ["Menu", "Rechercher", "Se connecter", "Monde", "Politique", "Sport", "Culture", "Météo"]
OTHERS = [
    "La digue tient encore bon",
    "Trois bateaux vendus aux enchères",
    "Podcasts",
    "Newsletters",
]
TITLE = "Le conseil de Lorvent vote enfin le budget du port"
PROSE = [
    "Le conseil de Lorvent a voté hier soir le budget du port, après une longue nuit de débats et"
    " de suspensions de séance que la maire avait ouverte par un appel au calme de tous les élus.",
    "La maire a promis que les écoles du port rouvriraient avant la fin de la semaine, sans dire"
    " avec quel argent les travaux seraient payés ni par quelle entreprise ils seraient menés à"
    " bien.",
    "Le vote a tenu à deux voix.",
]
UNDER = ["Partager", "Réagir", "À la une", "Contact", "Mentions légales", "Archives", "Boutique"]


def page(*lines: list[str]) -> str:
    """Lines with an empty line between two."""
    return "\n\n".join(line for part in lines for line in part)


def test_menus_over_and_under_the_article_are_folded() -> None:
    """The title is the line that the text speaks of, wherever it stands among the headlines."""
    cleaned = clean(page(OVER, OTHERS, [TITLE], PROSE, UNDER, OTHERS, OVER))
    assert cleaned.title == TITLE
    assert cleaned.text == page([TITLE], PROSE)
    assert {piece.rule for piece in cleaned.folded} >= {"navigation"}


def test_headlines_between_title_and_text_go_with_their_label() -> None:
    """ "Read also" stands over headlines of other articles there too."""
    cleaned = clean(
        page(OVER, OTHERS, [TITLE, "À lire aussi", "La digue tient"], PROSE, UNDER, OVER)
    )
    assert cleaned.text == page([TITLE], PROSE)


def test_teasers_under_the_text_are_folded() -> None:
    """Sentences that stand alone between headlines, after the end of the article."""
    teaser = (
        "Les pêcheurs attendent l’aide promise, et la digue de la vieille ville se fend encore."
    )
    teasers = [part for headline in OTHERS[:2] for part in (headline, teaser, "Politique")]
    cleaned = clean(page(OVER, OTHERS, [TITLE], PROSE, UNDER, OVER, teasers))
    assert cleaned.text == page([TITLE], PROSE)


def test_a_list_inside_an_article_is_kept() -> None:
    """Places, names and results are content, however many, with words of menus among them."""
    lists = ["Chine", "Japon", "Canada", "Suisse", "Ukraine", "Russie", "Belgique", "Sport"] * 2
    cleaned = clean(page([TITLE], PROSE, lists, PROSE))
    assert cleaned.folded == ()
    assert clean(page([TITLE], PROSE, lists)).folded == ()


def test_a_menu_without_a_title_is_kept() -> None:
    """Where no line is what the text speaks of, nothing tells the menu from the article."""
    cleaned = clean(page(OVER, OTHERS, PROSE))
    assert all(line in cleaned.text for line in OTHERS[:2])
