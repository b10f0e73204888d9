"""The grammar as a table, for the app's help and for `docs/search.md`."""

from typing import NamedTuple


class Rule(NamedTuple):
    """One thing that can be typed: what it is for, an example, what the example finds."""

    what: str
    example: str
    meaning: str


RULES: tuple[Rule, ...] = (
    Rule("words", "accord céréales", "passages with both words, in any form, best first"),
    Rule("phrase", '"coup du monde"', "the words side by side; also « » and “ ”"),
    Rule("exact form", '="péché"', "as written: not pêche, not péchés; also =péché"),
    Rule("one or the other", "Kiev OR Moscou", "either word; OU is the same"),
    Rule("all", "accord AND (blé OR maïs)", "both sides, never given up; ET is the same"),
    Rule("not", "accord -pêche", "without the word; also NOT, SAUF, NON"),
    Rule("together", "(blé OR maïs) -prix", "parentheses; without them AND binds before OR"),
    Rule("beginning", "munit*", "munition, munitions, whatever begins so"),
    Rule("pattern", "march?", "marche, marché; `?` is a letter (at the end: or none), `*` any"),
    Rule("misspelt", "Choigu~", "one letter off; two with ~2"),
    Rule("near", '"accord céréales"~5', "at most 5 words between them, in any order"),
    Rule("number", "1 000", "also 1000, 1.000 and 1,000"),
    Rule("title", "title:accord", "in the title; titre:"),
    Rule("text", "text:accord", "the text alone, no weight on the title; texte:"),
    Rule("person", "person:Choïgou", "who is named, however spelt; personne:"),
    Rule("place", "place:Odessa", "where; lieu:"),
    Rule("organisation", 'org:"Nations unies"', "which organisation is named; organisation:"),
    Rule("speaker", "speaker:Poutine", "passages in which they are quoted; dit:, locuteur:"),
    Rule("quotation", 'quote:"pas de paix"', "words inside quotation marks; citation:"),
    Rule("outlet", "source:ap", "by a word of its name; journal:, média:"),
    Rule("author", "author:dupont", "in the by-line; auteur:"),
    Rule("section", "tag:europe", "in the label over the article; rubrique:, étiquette:"),
    Rule("language", "lang:fr", "also lang:français; langue:"),
    Rule("date", "date:2023-07", "published in July 2023; a year, a month, a day"),
    Rule("from … to", "date:2023-07..2023-09", "both ends included; A.. and ..B are open"),
    Rule("after, before", "date:>2024", "also >=, <, <="),
    Rule("several in a field", "title:(accord OR paix)", "the field holds for all inside"),
    Rule("not in a field", "accord -source:ap", "any clause can be left out"),
)
"""In the order in which a reader meets them. Words of operators are in capitals."""


def table() -> str:
    """The rules as a table in Markdown."""
    head = ["| | type | finds |", "|---|---|---|"]
    rows = [f"| {rule.what} | `{rule.example}` | {rule.meaning} |" for rule in RULES]
    return "\n".join([*head, *rows])
