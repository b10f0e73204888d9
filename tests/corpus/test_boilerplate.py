"""Lines that a source prints under many articles are folded, whatever order they came in."""

from dataclasses import replace
from pathlib import Path

from corpus.boilerplate import fold, is_furniture, key, lines
from corpus.load import load
from corpus.store import Store
from corpus.types import Article, ArticleId

REFRAIN = "Le Phare du soir, le journal que vous aimez, chez vous dès l’aube."

STORY = """Les quais de {name}

Le maire de {name} a présenté mardi le plan des nouveaux quais, longs de {length} mètres, devant \
les habitants réunis à la salle des fêtes de la commune.

{refrain}

Les travaux de {name} doivent commencer au printemps, si le conseil les approuve en janvier.
"""

NAMES = ("Arvelle", "Bordane", "Cormes", "Dartigny", "Esvres-Haut", "Frelon")


def articles(folder: Path, names: tuple[str, ...] = NAMES) -> list[Article]:
    """The cleaned articles of a folder of stories that all hold the refrain."""
    folder.mkdir(exist_ok=True)
    found = []
    for number, name in enumerate(names):
        text = STORY.format(name=name, length=100 + number, refrain=REFRAIN)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        found += [a for a in load(folder, f"{name}.txt") if isinstance(a, Article)]
    return found


def test_a_folded_line_leaves_everything_else_in_its_place(tmp_path: Path) -> None:
    """Paragraphs are numbered on, and each still leads to its own place in the source."""
    [article] = articles(tmp_path, NAMES[:1])
    shown = fold(article, {key(REFRAIN)})
    source = (tmp_path / "Arvelle.txt").read_text(encoding="utf-8")
    assert REFRAIN in article.text and REFRAIN not in shown.text
    assert [(p.number, p.kind) for p in shown.paragraphs][:2] == [(0, "title"), (1, "body")]
    assert [p.number for p in shown.paragraphs] == [0, 1, 2]
    assert shown.alignment is not None
    for paragraph in shown.paragraphs:
        at = shown.alignment.source_span(paragraph.span)
        assert source[at.start : at.end] == shown.slice(paragraph.span)
    [piece] = [piece for piece in shown.folded if piece.rule == "furniture"]
    assert piece.source is not None
    assert source[piece.source.start : piece.source.end] == REFRAIN
    assert shown.text[piece.at :].startswith("Les travaux")
    assert shown.digest == article.digest


def test_an_article_is_never_folded_away(tmp_path: Path) -> None:
    """Where nothing else would be left, all is kept."""
    [article] = articles(tmp_path, NAMES[:1])
    everything = {key(article.slice(p.span)) for p in article.paragraphs}
    assert fold(article, everything | lines(article)).text


def test_few_articles_or_a_small_share_are_no_furniture() -> None:
    """A refrain of four articles, or of a hundred among thousands, is kept."""
    assert not is_furniture(4, 4)
    assert is_furniture(5, 50)
    assert not is_furniture(5, 51)
    assert not is_furniture(150, 8212)


def stored(path: Path, found: list[Article]) -> Store:
    """A store of articles, put one by one, settled at the end."""
    store = Store(path)
    with store.transaction():
        for position, article in enumerate(found):
            store.put(article, position)
    store.settle()
    return store


def shown(store: Store) -> dict[str, str]:
    """All texts."""
    infos = store.infos()
    return {i.id: a.text for i in infos if (a := store.article(i.id)) is not None}


def test_the_order_of_articles_changes_nothing(tmp_path: Path) -> None:
    """All at once, backwards, or settled after each."""
    found = articles(tmp_path / "articles")
    texts = shown(stored(tmp_path / "a.sqlite", found))
    assert all(REFRAIN not in text for text in texts.values())
    assert shown(stored(tmp_path / "b.sqlite", found[::-1])) == texts
    store = Store(tmp_path / "c.sqlite")
    for article in found:
        with store.transaction():
            store.put(article, 0)
        store.settle()
    assert shown(store) == texts


def test_a_line_comes_back_when_its_companions_go(tmp_path: Path) -> None:
    """Furniture is what the folder now says it is."""
    found = articles(tmp_path / "articles")
    store = stored(tmp_path / "a.sqlite", found)
    with store.transaction():
        for article in found[3:]:
            store.remove_file(article.path)
    assert store.settle() == 3  # the three that stay
    assert all(REFRAIN in text for text in shown(store).values())


def test_copies_of_one_article_make_no_furniture(tmp_path: Path) -> None:
    """Their lines are the same because they are one article."""
    [article] = articles(tmp_path, NAMES[:1])
    copies = [replace(article, id=ArticleId(f"{n}.txt"), path=f"{n}.txt") for n in range(8)]
    store = stored(tmp_path / "a.sqlite", copies)
    assert all(REFRAIN in text for text in shown(store).values())


def test_an_article_read_again_keeps_its_fold(tmp_path: Path) -> None:
    """Reading an unchanged file again neither unfolds it nor makes it new."""
    found = articles(tmp_path / "articles")
    store = stored(tmp_path / "a.sqlite", found)
    texts = shown(store)
    with store.transaction():
        assert not store.put(found[0], 0)
    assert store.settle() == 0
    assert shown(store) == texts
