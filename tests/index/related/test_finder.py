"""Related passages over small libraries that were really read and indexed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.types import ArticleId, Span
from index.library import Library
from index.types import Related
from tests.conftest import write_articles

Update = Callable[[Path, Path], Library]

FLOOD = """El río Tarvel inunda el molino

El río Tarvel se desbordó anoche y anegó el molino harinero de la ribera. Los molineros salvaron \
treinta sacos de centeno antes de que cediera la compuerta oxidada del canal viejo.

La alcaldesa prometió reparar la compuerta antes de la vendimia y pidió calma a los vecinos.
"""

DISPATCH = """Inundación en la ribera

El río Tarvel se desbordó anoche y anegó el molino harinero de la ribera. Los molineros salvaron \
treinta sacos de centeno antes de que cediera la compuerta oxidada del canal viejo, según testigos.
"""

LATER = """El molino vuelve a moler

Los molineros de la ribera volvieron a moler centeno ayer, tres semanas después de que el río \
Tarvel anegara el molino harinero. La compuerta oxidada fue sustituida por una de acero, que el \
herrero del pueblo forjó sin cobrar nada por su trabajo de catorce días y sus noches.

Varios carros trajeron centeno de toda la comarca mientras la compuerta nueva era probada por los \
molineros, que temen otra crecida del río Tarvel en primavera. Nadie quiere ver otra vez la \
ribera anegada ni los sacos flotando entre los juncos, como aquella madrugada sin luna.

Junto al molino harinero se guarda la compuerta oxidada como recuerdo de la noche en que el río \
Tarvel se desbordó y anegó la ribera. Los molineros la muestran a los niños de la escuela y \
cuentan cómo salvaron treinta sacos de centeno a hombros, con el agua por la cintura.
"""

GARDEN = """Un jardín en la azotea

Los bibliotecarios plantaron albahaca y romero en la azotea del archivo municipal, donde las \
abejas encontraron pronto las flores más altas del barrio.
"""

BIRDS = """Canta el {0}

El {0} ha vuelto al parque después del invierno. Una jubilada que lo observa con prismáticos lo \
escuchó cantar al amanecer sobre la antena del quiosco, donde suele comer migas de pan.
"""

TARVEL = {
    "a.txt": FLOOD,
    "b.txt": DISPATCH,
    "c.txt": DISPATCH.replace("Inundación", "Crecida").replace("treinta", "cuarenta"),
    "d.txt": LATER,
    "e.txt": GARDEN,
    **{
        f"{bird}.txt": BIRDS.format(bird)
        for bird in ("mirlo", "zorzal", "tordo", "gorrión", "pinzón")
    },
}


@pytest.fixture(scope="module")
def tarvel(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Four articles on a flood, two of which print one dispatch, and one on a garden."""
    base = tmp_path_factory.mktemp("tarvel")
    opened = Library(write_articles(base / "articles", TARVEL), base / "data")
    for _ in opened.update(cancelled=lambda: False):
        pass
    opened.refresh()
    return opened


def voices(found: tuple[Related, ...]) -> list[set[str]]:
    """The articles that each result stands for."""
    return [{one.info.id, *(info.id for info in one.copies)} for one in found]


def test_one_dispatch_is_one_result_with_those_that_print_it(tarvel: Library) -> None:
    """The flood's dispatch, printed twice elsewhere, comes first and once."""
    found = tarvel.related(ArticleId("a.txt"), 1)
    assert voices(found)[0] == {"b.txt", "c.txt"}
    assert all(not {"b.txt", "c.txt"} & voice for voice in voices(found)[1:])


def test_another_report_on_the_same_thing_is_found_at_most_twice(tarvel: Library) -> None:
    """Three passages of the later report speak of the mill: two are shown."""
    found = tarvel.related(ArticleId("a.txt"), 1)
    assert [one.info.id for one in found].count(ArticleId("d.txt")) == 2


def test_what_the_own_article_says_is_not_told_again(tarvel: Library) -> None:
    """A copy's words that stand elsewhere in the reader's article are nothing new to him."""
    found = tarvel.related(ArticleId("a.txt"), 2)
    assert all(not {"b.txt", "c.txt"} & voice for voice in voices(found))


def test_the_weights_of_the_reasons_add_up_to_the_score(tarvel: Library, library: Library) -> None:
    """Exactly, in every result for every paragraph; and each reason stands where it says."""
    results = 0
    for opened in (tarvel, library):
        for info in opened.articles():
            article = opened.article(info.id)
            assert article is not None
            for paragraph in (p for p in article.paragraphs if p.kind == "body"):
                for one in opened.related(info.id, paragraph.number):
                    results += 1
                    target = opened.article(one.info.id)
                    assert target is not None and target.id != info.id
                    assert target.slice(one.passage.span) == one.text
                    assert sum(reason.weight for reason in one.reasons) == one.score
                    for reason in one.reasons:
                        check_spans(reason.kind, reason.source_spans, paragraph.span)
                        check_spans(reason.kind, reason.target_spans, one.passage.span)
                        if reason.kind in ("entity", "words", "date", "figure", "quote"):
                            assert target.slice(reason.target_spans[0]) == reason.text
    assert results > 10


def check_spans(kind: str, spans: tuple[Span, ...], within: Span) -> None:
    """What passages share lies inside them; their articles' dates lie nowhere."""
    if kind == "time":
        assert spans == ()
    elif kind != "article":
        assert spans and all(within.contains(span) for span in spans)


def test_a_passage_that_nobody_else_speaks_of_has_none(tarvel: Library) -> None:
    """Nothing rather than noise."""
    assert tarvel.related(ArticleId("e.txt"), 1) == ()
