"""Whether the names of articles lead to the right person or thing, over a whole corpus.

    python benchmarks/linking_quality.py tests/gold ../shared/corpora/news_fr.jsonl.gz

Prints B³ precision, recall and F1 for both parts of the gold: `dev`, on which the rules were
tuned, and `test`, of which only this figure was ever looked at. First with the gold's mentions
given, then with our own, read in the whole articles: a gold mention that we have with another
span, or not at all, is then an entity by itself. All gold articles are linked as one corpus, and
an entity is right only if it is right in all of them. With --errors, what is wrong in dev.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.gold import GoldArticle, GoldName, of_part, read, texts
from corpus.annotate import annotate
from corpus.names import link
from corpus.readings import Written
from corpus.types import Annotated, ArticleId, EntityId, Span

Place = tuple[ArticleId, Span]
Found = Mapping[Place, EntityId | None]


def main() -> None:
    """Print the figures for the folder of gold and the corpus named on the command line."""
    gold = read(Path(sys.argv[1]))
    words = {key: text.text for key, text in texts(gold, Path(sys.argv[2]), whole=True).items()}
    given = linked({a.id: [(n.span, words[a.id], n.label) for n in a.names] for a in gold})
    ours = our_own(gold, Path(sys.argv[2]))
    for part in ("dev", "test"):
        articles = of_part(gold, part)
        for said, found in (("gold mentions", given), ("our mentions", ours)):
            wanted = {(a.id, n.span): n.entity for a in articles for n in counted(a)}
            held = sum(place in found for place in wanted)
            print(
                f"{part:>4}, {len(articles)} articles, {len(wanted)} names, {said:>13} "
                f"({held} with their span): {b_cubed(wanted, found)}"
            )
            if part == "dev" and "--errors" in sys.argv:
                tell(wanted, found, words)


def counted(article: GoldArticle) -> Iterable[GoldName]:
    """The names that count."""
    return (name for name in article.names if not name.optional)


def our_own(gold: Sequence[GoldArticle], corpus: Path) -> Found:
    """The entities of the names that we read in whole articles."""
    whole = texts(gold, corpus, whole=True)
    found: dict[ArticleId, list[tuple[Span, str, str]]] = {}
    for annotated in annotate(whole.values(), cancelled=lambda: False):
        if isinstance(annotated, Annotated):
            text = whole[annotated.article].text
            found[annotated.article] = [(m.span, text, m.label) for m in annotated.mentions]
    return linked(found)


def linked(articles: Mapping[ArticleId, Sequence[tuple[Span, str, str]]]) -> Found:
    """The entity of each name, given by span, text of its article, label."""
    names: list[list[Written]] = [
        [(text[span.start : span.end], label) for span, text, label in sorted(found)]  # type: ignore[misc]
        for found in articles.values()
    ]
    found: dict[Place, EntityId | None] = {}
    for (article, given), ids in zip(articles.items(), link(names).mentions, strict=True):
        for (span, _, _), entity in zip(sorted(given), ids, strict=True):
            found[article, span] = entity
    return found


def b_cubed(wanted: Mapping[Place, str], found: Found) -> str:
    """Precision, recall and F1 over the wanted names, each counted once.

    Bagga and Baldwin 1998: for a name, the share of its found entity's names that are of its true
    entity, and of its true entity's names that are in its found entity.
    """
    of_found: defaultdict[object, set[Place]] = defaultdict(set)
    of_wanted: defaultdict[str, set[Place]] = defaultdict(set)
    for place, entity in wanted.items():
        of_found[found.get(place) or place].add(place)
        of_wanted[entity].add(place)
    precision = recall = 0.0
    for place, entity in wanted.items():
        together = of_found[found.get(place) or place]
        both = len(together & of_wanted[entity])
        precision += both / len(together) / len(wanted)
        recall += both / len(of_wanted[entity]) / len(wanted)
    f1 = 2 * precision * recall / (precision + recall)
    return f"B³ P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def tell(wanted: Mapping[Place, str], found: Found, words: Mapping[ArticleId, str]) -> None:
    """Print the entities that were taken apart or put together wrongly."""
    of_wanted: defaultdict[str, defaultdict[object, list[str]]]
    of_wanted = defaultdict(lambda: defaultdict(list))
    of_found: defaultdict[object, defaultdict[str, list[str]]]
    of_found = defaultdict(lambda: defaultdict(list))
    for (article, span), entity in wanted.items():
        form = words[article][span.start : span.end]
        meant = found.get((article, span)) or ""
        of_wanted[entity][meant or (article, span)].append(f"{form} [{meant}] {article}")
        if meant:
            of_found[meant][entity].append(f"{form} {article}")
    for what, groups in (("apart", of_wanted), ("together", of_found)):
        for name, parts in groups.items():
            if len(parts) > 1:
                print(f"  {what} {name}: " + " // ".join(", ".join(p) for p in parts.values()))


if __name__ == "__main__":
    main()
