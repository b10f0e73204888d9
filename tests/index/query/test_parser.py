"""The grammar: what is understood, and that nothing that can be typed raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.parser import MAX_DEPTH, MAX_QUERY, parse
from tests.index.query.show import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Choïgou juillet", "(choigou & juillet)"),
        ('"coup du monde"', '"coup+du+monde"'),
        ("« coup du monde »", '"coup+du+monde"'),
        ("“coup du monde”", '"coup+du+monde"'),
        ("„coup du monde“", '"coup+du+monde"'),
        ('="péché"', '="péché"'),
        ("=péché", '="péché"'),
        ("paix -guerre", "(paix & !guerre)"),
        ("paix NOT guerre", "(paix & !guerre)"),
        ("paix SAUF guerre", "(paix & !guerre)"),
        ("paix NON guerre", "(paix & !guerre)"),
        ("paix AND guerre", "(paix && guerre)"),
        ("paix ET guerre", "(paix && guerre)"),
        ("paix OR guerre", "(paix | guerre)"),
        ("paix OU guerre", "(paix | guerre)"),
        ("paix et guerre", "(paix & et & guerre)"),
        ("blé maïs OU riz", "((ble & mais) | riz)"),
        ("blé OU maïs riz", "(ble | (mais & riz))"),
        ("blé OU maïs ET riz", "(ble | (mais && riz))"),
        ("blé (maïs OU riz)", "(ble & (mais | riz))"),
        ("-blé OU maïs", "(!ble | mais)"),
        ("prix NOT (blé OU maïs)", "(prix & !(ble | mais))"),
        ("prix -(blé maïs)", "(prix & !(ble & mais))"),
        ("l’Élysée", "elysee"),
        ("nord-coréen", "nord+coreen"),
        ("1 000 conteneurs", "(1000 & conteneurs)"),
        ("1\u202f000", "1000"),
        ("1.000", "1000"),
        ("1,000", "1000"),
    ],
)
def test_words_phrases_and_operators(text: str, expected: str) -> None:
    """Each operator in both languages, and what binds before what."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("munit*", "munit*"),
        ("march?", "march?"),
        ("Préf?cture", "pref?cture"),
        ("nord-cor*", "nord+cor*"),
        ('"coup du mon*"', '"coup+du+mon*"'),
        ("Choïgu~", "choigu~1"),
        ("Choïgu~2", "choigu~2"),
        ("Choïgu~9", "choigu~2"),
        ('"blé maïs"~5', '"ble+mais"~5'),
        ('"blé maïs"~', '"ble+mais"~5'),
        ("où est Odessa ?", "(ou & est & odessa)"),
    ],
)
def test_words_that_stand_for_others(text: str, expected: str) -> None:
    """Patterns keep their signs, folded; a question mark with a space is none."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:paix", "title:paix"),
        ("titre:paix guerre", "(title:paix & guerre)"),
        ("TITRE:paix", "title:paix"),
        ("étiquette:sport", "tag:sport"),
        ("etiquette:sport", "tag:sport"),
        ("personne:«Anne Morel»", 'person:"anne+morel"'),
        ("lieu:Odessa", "place:odessa"),
        ("dit:Morel", "speaker:morel"),
        ('citation:"pas de paix"', 'quote:"pas+de+paix"'),
        ("titre:(paix OU guerre)", "(title:paix | title:guerre)"),
        ("titre:(paix texte:guerre)", "(title:paix & text:guerre)"),
        ("-source:ap paix", "(!source:ap & paix)"),
        ("titre:-paix guerre", "(!title:paix & guerre)"),
        ("langue:français", "lang:francais"),
        ("texte:=péché", 'text:="péché"'),
    ],
)
def test_fields(text: str, expected: str) -> None:
    """In both languages, in any case, with words, phrases and parentheses."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date:2023", "date:2023-01-01..2023-12-31"),
        ("date:2024-02", "date:2024-02-01..2024-02-29"),
        ("date:2023-07-12", "date:2023-07-12..2023-07-12"),
        ("date:12/07/2023", "date:2023-07-12..2023-07-12"),
        ("date:7/2023", "date:2023-07-01..2023-07-31"),
        ("date:2023-07..2023-09", "date:2023-07-01..2023-09-30"),
        ("date:2023-09..2023-07", "date:2023-07-01..2023-09-30"),
        ("date:..2022", "date:..2022-12-31"),
        ("date:2022..", "date:2022-01-01.."),
        ("date:>2024", "date:2025-01-01.."),
        ("date:>=2024", "date:2024-01-01.."),
        ("date:> 2024", "date:2025-01-01.."),
        ("date:<2022", "date:..2021-12-31"),
        ("date:<=2022", "date:..2022-12-31"),
        ('date:"2023"', "date:2023-01-01..2023-12-31"),
        ("-date:2023 paix", "(!date:2023-01-01..2023-12-31 & paix)"),
        ("date:2023-02-30", "date+2023+02+30"),
        ("date:hier", "date+hier"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    """Years, months and days, ranges and comparisons; what is no date is text."""
    assert read(text) == expected


def test_the_last_word_is_open_only_while_it_is_being_typed() -> None:
    """A space or a quotation mark ends the word."""
    assert read("paix mun", typing=True) == "(paix & mun…)"
    assert read("paix mun ", typing=True) == "(paix & mun)"
    assert read('"paix mun"', typing=True) == '"paix+mun"'
    assert read('"paix mun', typing=True) == '"paix+mun…"'
    assert read("titre:mun", typing=True) == "title:mun…"
    assert read("paix mun") == "(paix & mun)"


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("foo:bar", "field “foo” unknown"),
        ("titre:", "has no value"),
        ("paix OU", "“OU” has nothing beside it"),
        ("ET paix", "“ET” has nothing beside it"),
        ("(paix", "not closed"),
        ("paix)", "closes nothing"),
        ('"paix', "not closed"),
        ("-guerre", "only excluded"),
        ("date:2023-13", "is no date"),
        ("date:2023..2021", "earlier to its later"),
        ("motus~7", "~2 is looked for"),
        ("mot~2", "~1 is looked for"),
        ("a* paix", "stands for too much"),
        ("* paix", "left out"),
        ("blé maïs OU riz", "read as (blé maïs) OR riz"),
        ("x" * 500, "first 400 characters"),
        ("(" * 50 + "paix", "parentheses deep"),
        (" ".join(f"mot{n}*" for n in range(20)), "may stand for others"),
    ],
)
def test_what_is_changed_is_said(text: str, remark: str) -> None:
    """No silent reinterpretation."""
    assert any(remark in said for said in parse(text).remarks)


@pytest.mark.parametrize(
    "text", ["paix OU", "(paix", '"paix', "paix -", "titre:", "date:20", "a OU "]
)
def test_what_is_half_typed_is_not_remarked_upon(text: str) -> None:
    """The reader knows that the word is not finished."""
    assert parse(text, typing=True).remarks == ()


@pytest.mark.parametrize(
    "text", ["", " ", '"', "«", "-", "=", '=""', '""', "-=", "*", ":", "\x00", "()", "~", "\ud800"]
)
def test_nothing_to_look_for_is_no_error(text: str) -> None:
    """Half-typed operators are an empty query."""
    assert read(text) == ""


def test_what_only_looks_like_an_operator_is_text() -> None:
    """Dashes inside words, lone minus signs, colons in times, small letters."""
    assert read("porte-avions") == "porte+avions"
    assert read("paix - guerre") == "(paix & guerre)"
    assert read("or not") == "(or & not)"
    assert "field" not in "".join(parse("12:30").remarks)


PIECES = st.sampled_from(
    [
        *"ab é\"«»“”=-*?~:,.()<>1\u202f’'",
        " OU ",
        " ET ",
        " NON ",
        "titre:",
        "date:",
        "mot",
        "..",
        "2023",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=MAX_QUERY + 20)))
def test_nothing_that_can_be_typed_raises(text: str) -> None:
    """Any mixture of operators is read somehow."""
    for typing in (False, True):
        assert parse(text, typing=typing).text == text


@pytest.mark.parametrize(
    "piece", ["(", ")", '"', "-", "a OR ", "titre:", "a*", "=", "NON ", "1 000 "]
)
def test_a_pasted_page_is_read_at_once(piece: str) -> None:
    """Neither depth nor length costs more than the cut allows."""
    assert MAX_DEPTH < MAX_QUERY
    parse(piece * 100_000)
