"""What several tests need."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.library import Library


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for garbage is an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


HARBOUR = """Explosion au port de Lorvent : douze blessés

Une explosion a blessé douze personnes mardi dans un entrepôt d’engrais du port de Lorvent, a \
annoncé la préfète Hélène Marchandeau. Le feu a été éteint à l’aube par cent vingt pompiers.

« Nous ne savons pas encore ce qui a provoqué l’explosion », a déclaré Hélène Marchandeau, qui \
s’est rendue sur place avec le directeur du port, Ivan Kovaltchouk.

Lire aussi

Votre adresse e-mail ne sera pas publiée.
"""

HARBOUR_AGAIN = """À Lorvent, l'entrepôt d'engrais n'était pas déclaré

Quatorze personnes ont été blessées dans l'explosion de l'entrepôt d'engrais de Lorvent, selon \
l'hôpital. Le directeur du port, Ivan Kovalchuk, assure que le stock était connu de la préfecture.

Les riverains demandent depuis des années le départ des cuves de nitrate, trop proches de l'école.
"""

GARDEN = """Un jardin suspendu ouvre à Valbrune

Le maire de Valbrune, Paul Estève, a inauguré samedi un jardin suspendu de deux hectares. Les \
habitants y cultivent des tomates anciennes et des courges, arrosées par l’eau de pluie.
"""

ENGLISH = """Fertiliser warehouse explodes in Lorvent port

At least twelve workers were injured when a fertiliser warehouse exploded in the French port of \
Lorvent on Tuesday, prefect Helene Marchandeau said. Nitrate was stored there.
"""

PUERTO = """Una explosión sacude el puerto de Lorvent

Doce personas resultaron heridas el martes en un almacén de abonos del puerto de Lorvent, según la \
prefecta. Los bomberos apagaron el fuego al amanecer y los vecinos volvieron a sus casas.
"""

JARDIN = """Un jardín colgante abre sus puertas en la ciudad

El alcalde inauguró el sábado un jardín colgante de dos hectáreas. Los habitantes cultivan allí \
tomates antiguos y calabazas que riegan con el agua de la lluvia.
"""

FARO = """Un faro recién pintado en el puerto

El faro del puerto ha sido pintado de blanco durante la primavera. Los pescadores dicen que se ve \
ahora desde mucho más lejos que antes, incluso cuando hay niebla.
"""

ARTICLES = {"a.txt": HARBOUR, "b.txt": HARBOUR_AGAIN, "c.txt": GARDEN, "d.txt": ENGLISH}

NAMELESS = {"a.txt": PUERTO, "b.txt": JARDIN, "c.txt": FARO}


@pytest.fixture
def shared() -> Path:
    """The folder `shared` beside the checkout; a test that needs it is skipped without it."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no folder `shared` beside the checkout")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four small articles on two stories, one of them in English."""
    return write_articles(tmp_path / "articles", ARTICLES)


@pytest.fixture
def nameless(tmp_path: Path) -> Path:
    """A folder in a language without a model: all works but names, and in a tenth of the time."""
    return write_articles(tmp_path / "nameless", NAMELESS)


def write_articles(folder: Path, articles: dict[str, str]) -> Path:
    """Write the articles into `folder`."""
    folder.mkdir()
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def never() -> bool:
    """A job that nobody cancels."""
    return False


@pytest.fixture
def update() -> Callable[[Path, Path], Library]:
    """Bring the library of a folder up to date and open it."""

    def run(root: Path, data: Path) -> Library:
        library = Library(root, data)
        for _ in library.update(cancelled=never):
            pass
        library.refresh()
        return library

    return run


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The four articles, read, indexed and annotated once for all tests that only ask."""
    base = tmp_path_factory.mktemp("library")
    opened = Library(write_articles(base / "articles", ARTICLES), base / "data")
    for _ in opened.update(cancelled=never):
        pass
    opened.refresh()
    yield opened
    opened.close()
