"""What must hold for what is shown of two passages, whatever the screen."""

from corpus.types import Annotated, Article, Mention, Passage, Span
from tests.tui.compared import FRIDAY, TUESDAY, library
from tests.tui.standin import StandIn, make_article
from tui.recouper import comparing
from tui.recouper.cited import cited
from tui.recouper.one_sided import one_sided
from tui.recouper.pages import Side
from tui.recouper.steps import Mode


def test_the_order_of_the_list() -> None:
    """Differences, agreements, then what one side alone says: numbers first, left before right."""
    held = library()
    page = comparing.of_passages(held, (TUESDAY.id, 1), held.related(TUESDAY.id, 1)[0])
    assert page is not None
    assert [(p.sort, *p.texts) for p in page.points] == [
        ("differ", "12 morts", "14 morts"),
        ("agree", "Port-Louvet", "Port-Louvet"),
        ("agree", "Maude Kerbrat", "Maude Kerbrat"),
        ("right", "", "Trois jours"),
        ("left", "120 pompiers", ""),
    ]


def test_sides_are_in_order() -> None:
    """What is being read stands left, whichever came first; growth is told from both."""
    held = library()
    page = comparing.of_passages(held, (FRIDAY.id, 4), held.related(FRIDAY.id, 4)[0])
    assert page is not None
    assert (page.points[0].texts, page.points[0].grew) == (("14 morts", "12 morts"), True)


def test_amounts_of_one_unit_may_differ() -> None:
    """Where the engine is silent, amounts of one unit are set beside each other, nothing claimed:
    not those that both articles say, nor many times the other, nor of many things."""
    articles = [
        make_article(
            "a.txt",
            None,
            [
                "Kerbrat a vu 40 vélos et 3 chats. Un pain coûte 5 euros.",
                "Un livre coûte 6 euros. Une lampe coûte 7 euros.",
                "Plus loin étaient 90 oiseaux, et 12 chiens dormaient à l’ombre du mur.",
            ],
        ),
        make_article(
            "b.txt",
            None,
            [
                "Au musée, 2 chats dorment ; Kerbrat vend 700 vélos à 9 euros.",
                "Au moins 11 chiens l’attendent, avec 90 oiseaux et 3 000 poules.",
            ],
        ),
    ]
    page = comparing.of_articles(StandIn(articles), articles[0].id, articles[1].id)
    assert page is not None
    assert [p.texts for p in page.points if p.sort == "perhaps"] == [("3 chats", "2 chats")]
    assert [p.texts[0] for p in page.points if p.kind == "figure" and p.sort == "agree"] == []


def named(text: str, *names: str) -> tuple[Side, Annotated]:
    """A passage, its names found as far as they are given."""
    article: Article = make_article("a.txt", None, [text])
    spans = [Span(at, at + len(name)) for name in names for at in [article.text.index(name)]]
    mentions = tuple(Mention(article.id, span, "LOC", None) for span in sorted(spans))
    side = Side(article, Passage(article.id, 1, article.paragraphs[0].span))
    return side, Annotated(article.id, mentions)


def test_words_that_both_say_are_not_one_sides() -> None:
    """Though only one side's were seen to be a name."""
    left, found = named("Ni Lorvent, ni Port Louvet, ni Ker.", "Lorvent", "Port Louvet", "Ker")
    right, none = named("Le train de LORVENT à Port\xa0Louvet, par Kerbrat.")
    for sides, read in (((left, right), (found, none)), ((right, left), (none, found))):
        points = one_sided(sides, read, ())
        assert [point.texts[sides.index(left)] for point in points] == ["Ker"]


def test_both_sides_are_cited() -> None:
    """Each with its own source: the paragraph of the lit point, without one the passage."""
    held = library()
    item = held.related(TUESDAY.id, 1)[0]
    modes: tuple[Mode, ...] = ("passages", "articles")
    for mode in modes:
        page = comparing.shown(held, (TUESDAY.id, 1), item, mode)
        assert page is not None
        one, other = cited(page, page.points[0]).split("\n\n")
        assert "12 morts" in one and "Le Courrier des Quais, 2024-03-12" in one
        assert "14 morts" in other and "La Criée, 2024-03-15" in other
        passages = cited(page, None)
        assert ("Le quai numéro 1" in passages) == (mode == "passages")
