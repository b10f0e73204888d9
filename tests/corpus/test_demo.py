"""The bundled demo articles: what docs/demo.md promises about them is in their text."""

import re
import unicodedata
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "corpus" / "demo"
ENGLISH = ("04", "15", "18")
# What a reader would call copied: a sentence has at least this many words.
COPIED_WORDS = 9

STORIES = {
    "the fire in the port of Brest": ("01", "02", "03", "04"),
    "the Valombre reservoir": ("05", "06", "07", "08"),
    "the theft at the Lantier museum": ("09", "10", "11"),
    "the takeover of the ferry line": ("12", "13", "14", "15"),
    "Kim and Putin": ("16", "17", "18"),
}

# One line per thing: what each article says of it. docs/demo.md shows the same table.
DIFFERENCES = {
    "deaths in Brest": {
        "01": "12 morts",
        "02": "au moins 12 morts",
        "03": "14 morts",
        "04": "at least 13 people",
        "13": "14 morts",
        "14": "quatorze morts",
    },
    "injured in Brest": {
        "01": "37 blessés",
        "02": "une quarantaine de blessés",
        "03": "41 blessés",
        "04": "injured 39",
    },
    "first alarm in Brest": {
        "01": "vers 2 h 40",
        "02": "vers 2 h 40",
        "03": "à 2 h 52",
        "04": "around 2:40 a.m.",
    },
    "solvents in Brest": {
        "01": "380 tonnes",
        "02": "380 tonnes",
        "03": "420 d'après",
        "04": "about 400 tonnes",
    },
    "firefighters in Brest": {"01": "120 pompiers", "03": "150 pompiers"},
    "evacuated in Brest": {"01": "Quelque 2 300 habitants", "03": "2 500 personnes"},
    "ferry passengers": {"01": "412 passagers", "04": "420 passengers"},
    "the ship's officer": {
        "01": "Oleksandr Kovaltchouk",
        "03": "Oleksandr Kovaltchouk",
        "02": "Oleksandr Kowaltschuk",
        "04": "Oleksandr Kovalchuk",
    },
    "the ship": {
        "01": "cargo Zoria",
        "02": "cargo Zoria",
        "03": "le Zoria",
        "04": "the Zorya",
        "15": "ship Zorya",
    },
    "the fire chief": {"01": "Yann Le Bihan", "02": "Yann Lebihan"},
    "the prosecutor in Brest": {
        "01": "Étienne Kerdraon",
        "03": "Etienne Kerdraon",
        "04": "Etienne Kerdraon",
    },
    "demonstrators": {
        "05": "3 200 personnes",
        "06": "près de 3 000 personnes",
        "07": "6 800 personnes",
        "08": "Entre 3 200 et 12 000 personnes",
    },
    "demonstrators, organisers' count": {
        "05": "revendiquent 11 000",
        "06": "10 000 participants",
        "07": "11 000 à 12 000",
    },
    "gendarmes": {"05": "450 gendarmes", "06": "Cinq cents gendarmes"},
    "gendarmes injured": {"05": "Sept gendarmes ont été blessés", "06": "Neuf de ses hommes"},
    "demonstrators injured": {"05": "19 blessés", "08": "vingt-trois chez les manifestants"},
    "arrests at Valombre": {
        "05": "Neuf personnes",
        "06": "Douze personnes",
        "08": "Neuf interpellations, dit la préfecture ; douze",
    },
    "volume of the reservoir": {
        "05": "650 000 m³",
        "06": "720 000 mètres cubes",
        "07": "tombe à 650 000 m³",
    },
    "full reservoir": {"07": "contiendra 720 000 m³"},
    "cost of the reservoir": {"05": "8,4 millions d'euros", "06": "9,1 millions d'euros"},
    "public share": {"05": "70 % d'argent public", "06": "60 % de la somme", "07": "65 %"},
    "farms": {
        "05": "Vingt-quatre exploitations",
        "06": "Vingt-sept fermes",
        "08": "Vingt-quatre agriculteurs au départ, vingt-sept",
    },
    "the spokeswoman": {
        "05": "Élodie Fourestier-Diallo",
        "06": "Elodie Fourestier Diallo",
        "07": "E. Fourestier-Diallo",
        "08": "promet Mme Fourestier.",
    },
    "what was stolen": {
        "09": "trois tableaux",
        "10": "un émail cloisonné",
        "11": "reste introuvable",
    },
    "thieves": {
        "09": "deux individus",
        "10": "Les voleurs étaient trois",
        "11": "Un troisième homme est recherché",
    },
    "time in the museum": {
        "09": "en moins de quatre minutes",
        "10": "sept minutes",
        "11": "Quatre minutes selon la police, sept selon les assureurs",
    },
    "value of the loot": {
        "09": "2,4 millions d'euros",
        "10": "3 millions d'euros",
        "11": "entre deux millions et demi et trois millions",
    },
    "the lender": {"10": "Guiorgui Tchkheïdze", "11": "Giorgi Chkheidze"},
    "the curator": {
        "09": "Anne-Sophie Delorme-Vasseur",
        "10": "Mme Delorme-Vasseur",
        "11": "A.-S. Delorme-Vasseur",
    },
    "jobs cut": {
        "12": "290 postes",
        "13": "c'est 410",
        "14": "340 suppressions d'emplois",
        "15": "340 of its 1,840 jobs",
    },
    "price of the ferry line": {
        "12": "185 millions d'euros",
        "14": "210 millions d'euros",
        "15": "210 million euros",
    },
    "staff of the ferry line": {"12": "1 840 salariés", "13": "1 900 salariés"},
    "rally in Roscoff": {"13": "600 selon les syndicats, 350 selon la police"},
    "passengers hit by the strike": {
        "13": "9 000 passagers",
        "14": "8 200 passagers",
        "15": "Around 11,000 travellers",
    },
    "passengers hit by the strike, the other side": {
        "14": "Le syndicat parle de 11 000",
        "15": "number at 8,200",
    },
    "the shipowner": {"12": "Søren Lindqvist", "14": "Soeren Lindqvist", "15": "Soren Lindqvist"},
    "the union leader": {
        "03": "Jean-Marc Quéméneur",
        "13": "J.-M. Quéméneur",
        "14": "Jean Marc Quemeneur",
    },
    "the head of the observatory": {"03": "Nadia Ben Salem", "13": "Nadia Bensalem"},
    "containers": {
        "16": "plus de 1 000 conteneurs",
        "17": "au moins 10 000 conteneurs",
        "18": "about 6,700",
    },
    "containers, the last count": {"17": "10 000", "18": "at least 10,000"},
    "shells": {"17": "près de cinq millions d'obus", "18": "4.8 million artillery shells"},
    "the Russian minister": {
        "16": "Sergueï Choïgou",
        "17": "Sergueï Shoïgou",
        "18": "Sergei Shoigu",
    },
    "the cosmodrome": {"16": "Vostotchny", "17": "Vostochny", "18": "Vostochny Cosmodrome"},
    "the North Korean leader": {"16": "Kim Jong-un", "17": "Kim Jong Un", "18": "Kim Jong Un"},
}

# Names that lead from one story into another.
BRIDGES = {
    "Marchadour": ("01", "02", "03", "04", "13", "14", "15"),
    "Quéméneur": ("03", "13"),
    "Iroise-Express": ("01", "02", "04", "12", "13", "14", "15"),
    "ORP": ("01", "02", "03", "04", "14"),
    "Castaing": ("05", "06", "07", "08", "09", "11"),
    "Saulnier-Roche": ("05", "06", "07", "08", "09", "10", "11"),
    "Valombre": ("05", "06", "07", "08", "09", "11"),
}

DEBRIS = {
    "01": "Partager sur Facebook",
    "02": "Source link",
    "03": "Laisser un commentaire",
    "04": "We use cookies",
    "05": "Abonnez-vous",
    "06": "06/04/2025RUFFEC",
    "07": "Crédit photo",
    "08": "Articles similaires",
    "09": "Lire aussi",
    "10": "hors-série",
    "11": "À LIRE AUSSI",
    "12": "Réservé aux abonnés",
    "13": "Réagissez à cet article",
    "14": "agl-fr-2071 date 2025-06 BREST",
    "15": "RELATED:",
    "16": "Partager cet article",
    "17": "Aller au contenu principal",
    "18": "ADVERTISEMENT",
}


def articles() -> list[Path]:
    """The demo articles, in the order of their names."""
    return sorted(path for path in DEMO.iterdir() if path.is_file())


def article(number: str) -> Path:
    """The one article whose name begins with this number."""
    (path,) = DEMO.glob(f"{number}-*")
    return path


def plain(text: str) -> str:
    """The text with one kind of space and one apostrophe, as sites differ in both."""
    return re.sub(r"[ \u00a0\u202f]", " ", text).replace("’", "'")


def read(number: str) -> str:
    """The text of one article, made plain."""
    return plain(article(number).read_text(encoding="utf-8"))


def runs(text: str, length: int = COPIED_WORDS) -> set[tuple[str, ...]]:
    """All runs of this many words in a text."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_enough_articles() -> None:
    """There are at least 14 articles, and the folder holds nothing but articles."""
    assert len(articles()) >= 14
    assert {path.suffix for path in articles()} == {".txt", ".md"}


def test_enough_english() -> None:
    """Three articles are English and all the others French, as their small words tell."""
    english = []
    for path in articles():
        words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
        if words.count("the") > words.count("le"):
            english.append(path.name[:2])
    assert tuple(english) == ENGLISH


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.name)
def test_is_utf8_nfc(path: Path) -> None:
    """An article is UTF-8 without a mark at its start, in NFC, with plain line ends."""
    text = path.read_bytes().decode("utf-8", errors="strict")
    assert unicodedata.is_normalized("NFC", text)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.name)
def test_has_the_length_of_an_article(path: Path) -> None:
    """An article has 350 to 700 words: long enough to hold facts, short enough to read."""
    assert 350 <= len(path.read_text(encoding="utf-8").split()) <= 700


def test_every_story_is_told_several_times() -> None:
    """Each article belongs to one of five stories, each told by three or four articles."""
    told = [number for numbers in STORIES.values() for number in numbers]
    assert sorted(told) == [path.name[:2] for path in articles()]
    assert all(3 <= len(numbers) <= 4 for numbers in STORIES.values())


@pytest.mark.parametrize(
    ("number", "fragment"),
    [
        pytest.param(number, fragment, id=f"{thing}-{number}")
        for thing, said in DIFFERENCES.items()
        for number, fragment in said.items()
    ],
)
def test_planted_difference_is_there(number: str, fragment: str) -> None:
    """An article says of a thing what the table of differences says that it says."""
    assert fragment in read(number)


@pytest.mark.parametrize("story", STORIES)
def test_every_article_takes_part_in_a_difference(story: str) -> None:
    """No article of a story is there without a difference to find in it."""
    differing = {number for said in DIFFERENCES.values() for number in said}
    assert set(STORIES[story]) <= differing


@pytest.mark.parametrize("name", BRIDGES)
def test_name_leads_to_another_story(name: str) -> None:
    """A name that bridges two stories is in just the articles that are listed for it."""
    found = tuple(path.name[:2] for path in articles() if name in read(path.name[:2]))
    assert found == BRIDGES[name]
    assert sum(bool(set(found) & set(numbers)) for numbers in STORIES.values()) >= 2


@pytest.mark.parametrize("number", DEBRIS)
def test_debris_is_there(number: str) -> None:
    """Each article carries some debris of the page that it was saved from."""
    assert plain(DEBRIS[number]) in read(number)


def test_typography_differs_from_site_to_site() -> None:
    """Some articles have no-break spaces, some typewriter quotes; one quotes inside a quote."""
    texts = {path.name[:2]: path.read_text(encoding="utf-8") for path in articles()}
    assert "\u202f;" in texts["05"]
    assert "«\u00a0" in texts["03"]
    assert "« " in texts["08"]
    assert '"' in texts["06"]
    assert "’" not in texts["06"]
    assert re.search(r"«[^»]*“[^”]*”[^»]*»", texts["03"])


def test_an_edited_copy_of_a_dispatch() -> None:
    """The two prints of the same dispatch share most of their runs of words, yet differ."""
    one, other = runs(read("01"), 4), runs(read("02"), 4)
    assert 0.75 < len(one & other) / min(len(one), len(other)) < 1


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.name)
def test_nothing_is_copied_from_the_real_articles(path: Path, shared: Path) -> None:
    """No run of nine words is common to a demo article and a real one."""
    real = [file for file in (shared / "articles").rglob("*") if file.is_file()]
    assert real
    taken = runs(path.read_text(encoding="utf-8"))
    for file in real:
        assert not taken & runs(file.read_text(encoding="utf-8"))
