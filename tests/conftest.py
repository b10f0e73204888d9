"""What several tests need."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from index.library import Library

# How long an example takes tells how busy the machine is.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

SLOWEST = (
    "index/test_update.py", "tui/test_desk.py", "tui/test_cli.py", "corpus/test_recogniser.py",
    "tui/test_serve.py", "tui/test_app.py", "index/test_read_only.py", "tui/test_card.py",
    "tui/test_update.py", "tui/test_keyed.py", "corpus/test_readers_child.py",
    "tui/test_compare.py", "tui/test_keeping_view.py", "tui/test_tour.py", "tui/test_session.py",
    "test_borders.py",
)  # fmt: skip
"""Files that begin first, so that no process is still at one when the others have ended."""


def pytest_collection() -> None:
    """Processes that run the tests together share the work of compiling them, each a part."""
    gc.disable()
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
    together = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if together == 1 or sys.dont_write_bytecode:
        return
    here = Path(__file__).parent
    for path in sorted(here.rglob("test_*.py"))[number::together]:
        with suppress(Exception):  # what is wrong with it is said when it is collected
            import_module(".".join(path.relative_to(here.parent).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest files first."""
    here = Path(__file__).parent
    order = {here / name: place for place, name in enumerate(SLOWEST)}
    items.sort(key=lambda item: order.get(item.path, len(order)))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for garbage is an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


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

PIER = """Lorvent pier to reopen in spring

The pier of Lorvent will reopen in April, said Helene Marchandeau, the prefect. Fertiliser must \
not be stored in a warehouse there any more, and the harbour master Ivan Kovalchuk agreed.
"""

ORCHARD = """An orchard grows above the rooftops of London

Paul Esteve, a gardener, planted apple trees on the roof of a library in London on Saturday. \
The neighbours water them with the rain that falls on the roof.
"""

ARTICLES = {"a.txt": HARBOUR, "b.txt": HARBOUR_AGAIN, "c.txt": GARDEN, "d.txt": ENGLISH}

ANGLOPHONE = {"a.txt": ENGLISH, "b.txt": PIER, "c.txt": ORCHARD}

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


@pytest.fixture
def anglophone(tmp_path: Path) -> Path:
    """A folder in English, whose names are read in a quarter of the time that French takes."""
    return write_articles(tmp_path / "anglophone", ANGLOPHONE)


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
    """The four articles, read, indexed and annotated once for all tests that only ask.

    The processes that run the tests share one reading: loading the models takes seconds of work.
    """
    base, folder = tmp_path_factory.getbasetemp(), tmp_path_factory.mktemp("library")
    ready = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "read"
    with FileLock(f"{ready}.lock"):
        if not ready.exists():
            made = folder / "made"
            made.mkdir()
            first = Library(write_articles(made / "articles", ARTICLES), made / "data")
            for _ in first.update(cancelled=never):
                pass
            first.close()
            made.rename(ready)
    shutil.copytree(ready, folder, dirs_exist_ok=True)
    opened = Library(folder / "articles", folder / "data")
    opened.refresh()
    yield opened
    opened.close()
