"""Saved pages: the article and nothing else, what the page says of it, and pages made to break."""

import json
import random
import time
from pathlib import Path

import pytest

from corpus.article import Beside
from corpus.readers.extracted import Extracted
from corpus.readers.html import NO_ARTICLE, TOO_LARGE, extract

FIRST = (
    "Le conseil municipal de Valbrune a adopté mardi soir, par douze voix contre onze, la"
    " construction d’un pont à péage sur la Sarche, réclamée depuis trente ans par les éleveurs."
)
SECOND = (
    "« Nous ne pouvions plus attendre », a déclaré la maire, Hélène Castaing, à l’issue de quatre"
    " heures de débats. Le chantier doit commencer au printemps et durer deux ans."
)
THIRD = (
    "L’opposition, elle, dénonce le coût de l’ouvrage, estimé à 14 millions d’euros, et annonce"
    " un recours devant le tribunal administratif de Lorvent avant la fin du mois."
)
TITLE = "Valbrune aura son pont à péage"
HEADING = "Un recours en vue"
TEXT = f"{FIRST}\n\n{SECOND}\n\n{HEADING}\n\n{THIRD}"
ARTICLE = f"<p>{FIRST}</p><p>{SECOND}</p><h2>{HEADING}</h2><p>{THIRD}</p>"
TEASER = "Les habitants du quartier des Tanneurs se plaignent du bruit des camions de la carrière."

MENU = "".join(f"<li><a href='/{n}'>Rubrique {n}</a></li>" for n in range(12))
RELATED = "".join(f"<li><a href='/a{n}'>Le marché de Lorvent, épisode {n}</a></li>" for n in "123")
PAGE = f"""<!DOCTYPE html><html lang="fr-FR"><head>
<title>{TITLE} - Le Courrier de la Sarche</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Le Courrier de la Sarche">
<meta property="article:published_time" content="2021-03-09T21:40:00+01:00">
<meta property="article:modified_time" content="2023-01-05T08:00:00+01:00">
<meta property="article:section" content="Politique">
<meta name="author" content="Jeanne Orval">
<style>p {{ color: red }}</style><script>var lecteur = "Abonnez-vous vite, très vite.";</script>
</head><body>
<header><nav><ul>{MENU}</ul></nav></header>
<div class="cookie-banner"><p>Ce site dépose des témoins pour mesurer son audience, et rien
d’autre, promis. Vous pouvez les refuser à tout moment dans les réglages.</p></div>
<article><h1>{TITLE}</h1>
<div class="share-tools"><p>Partager sur les réseaux de votre choix, sans modération.</p></div>
<div class="article-body">{ARTICLE.replace("<h2>", f"<aside><ul>{RELATED}</ul></aside><h2>")}</div>
<div class="newsletter"><p>Recevez chaque matin la lettre du Courrier, écrite par la rédaction.</p>
</div></article>
<section class="comments"><p>Encore de l’argent jeté à la rivière, et nos écoles alors ?</p>
<p>{TEASER} Et cela depuis des années, personne ne nous écoute jamais à la mairie.</p></section>
<section><h2><a href="/b">Le bruit des camions</a></h2><p>{TEASER}</p></section>
<footer><p>Le Courrier de la Sarche est édité par une coopérative de journalistes depuis 1931.</p>
</footer></body></html>"""


def found(page: str | bytes) -> Extracted:
    """The article of a page that has one."""
    extracted = extract(page if isinstance(page, bytes) else page.encode())
    assert not isinstance(extracted, str), extracted
    return extracted


def page(body: str, head: str = "") -> str:
    """A page of a head and a body."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def linked(value: object) -> str:
    """JSON-LD as pages hold it."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2021-03-09T21:40:00+01:00",
    "author": [{"@type": "Person", "name": "Jeanne Orval"}, {"name": "Ivan Tessier"}],
    "publisher": {"@type": "Organization", "name": "Le Courrier de la Sarche"},
    "articleSection": ["Politique", "Travaux"],
    "description": FIRST,
}


def test_article_without_the_page() -> None:
    """The paragraphs and the heading, and no menu, button, teaser, comment, banner or script."""
    extracted = found(PAGE)
    assert extracted.text == TEXT
    assert [extracted.text[at:].split("\n")[0] for at in extracted.headings] == [HEADING]


def test_what_the_page_says() -> None:
    """Title, date of publication (not of the change), author, outlet, section and language."""
    extracted = found(PAGE)
    assert extracted.title == TITLE
    assert extracted.beside == Beside(
        published="2021-03-09",
        source="Le Courrier de la Sarche",
        byline=("Jeanne Orval",),
        language="fr",
        section="Politique",
    )


def test_what_is_left_out_amid_the_article_can_be_looked_at() -> None:
    """A box in the text is kept with its rule; menus are not."""
    left_out = found(PAGE).left_out
    assert ("page-element", "Le marché de Lorvent, épisode 2") in left_out
    assert not any("Rubrique" in text for _, text in left_out)


@pytest.mark.parametrize(
    "script",
    [
        linked(NEWS),
        linked([{"@type": "WebSite", "name": "Courrier"}, NEWS]),
        linked(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {"@type": "WebPage", "@id": "#page", "name": "La page"},
                    {"@type": "Person", "@id": "#jo", "name": "Jeanne Orval"},
                    {"@type": "Person", "@id": "#it", "name": "Ivan Tessier"},
                    {"@type": "Organization", "@id": "#c", "name": "Le Courrier de la Sarche"},
                    {
                        **NEWS,
                        "@type": ["Article", "NewsArticle"],
                        "author": [{"@id": "#jo"}, {"@id": "#it"}],
                        "publisher": {"@id": "#c"},
                    },
                ],
            }
        ),
        linked(NEWS).replace(">{", ">//<![CDATA[\n{", 1).replace("}</", "}\n//]]></"),
        linked(NEWS).replace("}</", ",}</"),
        linked({**NEWS, "author": "Jeanne Orval et Ivan Tessier"}).replace("Orval et", "Orval et"),
    ],
    ids=["object", "list", "graph", "cdata", "trailing comma", "names in one text"],
)
def test_linked_data(script: str) -> None:
    """JSON-LD in all the forms that sites give it."""
    extracted = found(page(f"<div>{ARTICLE}</div>", script))
    assert extracted.title == TITLE
    beside = extracted.beside
    assert beside.published == "2021-03-09"
    assert beside.byline == ("Jeanne Orval", "Ivan Tessier")
    assert beside.source == "Le Courrier de la Sarche"
    assert beside.section == "Politique"
    assert beside.subtitle == FIRST


def test_linked_data_that_is_not_json() -> None:
    """Of JSON cut short or misquoted, the fields that stand there whole count."""
    script = linked(NEWS)
    for broken in (script[: script.index('"articleSection"')] + "</script>", script + "}}"):
        extracted = found(page(f"<div>{ARTICLE}</div>", broken))
        assert extracted.title == TITLE
        assert extracted.text == TEXT
        assert extracted.beside.published == "2021-03-09"
        assert extracted.beside.byline[0] == "Jeanne Orval"
        assert extracted.beside.source == "Le Courrier de la Sarche"


def test_article_without_metadata() -> None:
    """What a page shows beside its title is read as a reader would; the lines are no text."""
    extracted = found(
        page(
            f"<div id=haut><a href=/>Accueil</a></div><h1>{TITLE}</h1>"
            "<p class=auteur>Par Jeanne Orval</p><p>Publié le 9 mars 2021 à 21h40</p>"
            f"<div>{ARTICLE}</div>",
            f"<title>{TITLE} | La Feuille</title>",
        )
    )
    assert extracted.title == TITLE
    assert extracted.beside.published == "2021-03-09"
    assert extracted.beside.byline == ("Jeanne Orval",)
    assert extracted.text == TEXT


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("", None),
        ('<meta property="article:modified_time" content="2023-01-05T08:00:00">', None),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None),
        ('<meta name="date" content="bientôt">', None),
        ('<meta name="dc.date" content="2021-03">', "2021-03"),
        ('<meta name="pubdate" content="20210309">', "2021-03-09"),
        ('<meta name="date" content="9 mars 2021">', "2021-03-09"),
        ('<meta itemprop="datePublished" content="2021-03-09 08:30">', "2021-03-09"),
        ('<link rel="canonical" href="https://feuille.example/2021/03/09/pont">', "2021-03-09"),
        ('<link rel="canonical" href="https://feuille.example/2021/03/99/pont">', None),
    ],
)
def test_date_as_far_as_the_page_says(head: str, published: str | None) -> None:
    """A day, a month, or nothing: never a change, an empty clock or today."""
    text = f"<h1>{TITLE}</h1><article>{ARTICLE}</article><p>© 2024 La Feuille</p>"
    assert found(page(text, head)).beside.published == published


def test_no_title_no_author_no_outlet() -> None:
    """Where a page says nothing of itself, neither do we."""
    extracted = found(page(ARTICLE))
    assert extracted.title is None
    assert extracted.beside == Beside()


@pytest.mark.parametrize(
    ("head", "shown", "title"),
    [
        (f"<title>{TITLE} - La Feuille</title>", "", TITLE),
        (f"<title>La Feuille</title><meta property=og:title content='{TITLE}'>", "", TITLE),
        (f"<title>{TITLE} | La Feuille</title>", "<h1>La Feuille</h1>", TITLE),
        (f'<meta property="og:title" content="{TITLE[:20]}…">', f"<h1>{TITLE}</h1>", TITLE),
        ("<title>Tanneurs : le bruit, la nuit - encore</title>", "", None),
        (
            '<meta property="og:title" content="L&amp;#039;eau de la Sarche">',
            "",
            "L'eau de la Sarche",
        ),
        ('<meta property="og:title" content="Toute l’info locale">', f"<h1>{TITLE}</h1>", TITLE),
    ],
)
def test_title_without_the_outlet(head: str, shown: str, title: str | None) -> None:
    """The outlet's name is no part of a title, a title cut short is given whole."""
    expected = title or "Tanneurs : le bruit, la nuit - encore"
    head += f"<title>{TITLE}</title>" if "Toute" in head else ""
    assert found(page(shown + ARTICLE, head)).title == expected


def test_summary_under_the_title() -> None:
    """It is kept as the first paragraph, and said to be the subtitle."""
    extracted = found(
        page(
            f'<article><header><h1>{TITLE}</h1><p class="chapo">{TEASER}</p></header>'
            f"<ul>{MENU * 4}</ul><div>{ARTICLE}</div></article>"
        )
    )
    assert extracted.text == f"{TEASER}\n\n{TEXT}"
    assert extracted.beside.subtitle == TEASER


def test_paywall_teaser() -> None:
    """What can be read is the article; the offers behind it are not."""
    extracted = found(
        page(
            f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
            '<div class="paywall"><p>Cet article est réservé aux abonnés du Courrier.</p>'
            "<p>Profitez de tous nos articles pour 1 € le premier mois, sans engagement, sur tous"
            " vos écrans, et soutenez une presse indépendante.</p></div></article>"
        )
    )
    assert extracted.text == f"{FIRST}\n\n{SECOND}"


def test_live_ticker() -> None:
    """All entries of a page that adds them one over the other."""
    texts = [FIRST, SECOND, THIRD]
    entries = "".join(
        f"<div class=post><time>2{n}:15</time><h3>Étape {n}</h3><div><p>{text}</p></div></div>"
        for n, text in enumerate(texts)
    )
    extracted = found(page(f"<main><h1>{TITLE}</h1><div class=live>{entries}</div></main>"))
    assert all(text in extracted.text for text in texts)
    assert len(extracted.headings) == 3


def test_title_repeated_in_the_text() -> None:
    """The title is given once, beside the text."""
    body = f"<div><p>{TITLE}</p>{ARTICLE}</div>"
    assert found(page(body, f'<meta property="og:title" content="{TITLE}">')).text == TEXT


def test_teasers_that_outweigh_the_article() -> None:
    """Summaries under headings that are links belong to other articles."""
    teaser = f"<h2><a href=x>Le bruit des camions</a></h2><p>{TEASER} {TEASER} {TEASER}</p>"
    body = f"<main><div><p>{FIRST}</p><p>{SECOND}</p></div><div>{teaser * 9}</div></main>"
    assert found(page(body)).text == f"{FIRST}\n\n{SECOND}"


def test_parts_in_elements_of_their_own() -> None:
    """A page that boxes each paragraph has the same text, less what is between."""
    boxes = "".join(
        f'<div class="bloc"><div class="bloc-texte"><p>{text}</p></div></div>'
        "<div class='bloc'><a href=x>Voir aussi le marché</a></div>"
        for text in (FIRST, SECOND, THIRD)
    )
    assert found(page(f"<main>{boxes}</main>")).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_amp_page() -> None:
    """AMP's own elements: advertisements and side bars go, the text stays."""
    extracted = found(
        f"<!doctype html><html amp lang=fr><head>{linked(NEWS)}</head><body>"
        f"<amp-sidebar><p>{TEASER}</p></amp-sidebar><h1>{TITLE}</h1>"
        f"<amp-img src=a.jpg alt='Le pont'></amp-img><p>{FIRST}</p><amp-ad><p>{TEASER}</p></amp-ad>"
        f"<p>{SECOND}</p><h2>{HEADING}</h2><p>{THIRD}</p></body></html>"
    )
    assert extracted.text == TEXT


def test_paragraphs_parted_by_line_breaks() -> None:
    """Old pages know no paragraphs, and lay out with tables."""
    extracted = found(
        "<table><tr><td width=120><a href=a>Une</a><br><a href=b>Sports</a><br></td><td>"
        f"<b>{HEADING}</b><br>{FIRST[:-1]}<br><br>{SECOND}<br>{THIRD}<br>Fin.</td></tr></table>"
    )
    assert extracted.text == f"{HEADING}\n\n{FIRST[:-1]}\n\n{SECOND}\n\n{THIRD}\n\nFin."


def test_rows_of_a_table_are_lines() -> None:
    """Short cells stand side by side, as they are shown."""
    rows = "".join(f"<tr><td>Canton {n}</td><td>{n} 200 voix</td></tr>" for n in range(1, 4))
    text = found(page(f"<div>{ARTICLE}<table>{rows}</table><p>{TEASER}</p></div>")).text
    assert "Canton 2 | 2 200 voix\n" in text


def test_page_that_its_scripts_would_fill() -> None:
    """Where nothing is shown, the text that the JSON-LD gives."""
    script = linked({**NEWS, "articleBody": f"{FIRST}\n{SECOND}"})
    extracted = found(page("<div id=app></div>", script))
    assert extracted.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Jeanne Orval", ("Jeanne Orval",)),
        ("Jeanne Orval et Ivan Tessier", ("Jeanne Orval", "Ivan Tessier")),
        ("Par Jeanne Orval, envoyée spéciale à Lorvent", ("Jeanne Orval",)),
        ("AFP, publié le 9 mars 2021", ("AFP",)),
        ("Par Jeanne Orval Publié le 9 mars 2021 à 21h40", ("Jeanne Orval",)),
        ("Ivan Tessier, le 9 mars 2021", ("Ivan Tessier",)),
        ("La rédaction vous conseille", ()),
        ("jeanne@feuille.example", ()),
    ],
)
def test_who_signs_beside_the_title(line: str, names: tuple[str, ...]) -> None:
    """People and agencies of the line that the page names for it; not what else it says."""
    body = f"<h1>{TITLE}</h1><div class='article-author'>{line}</div><div>{ARTICLE}</div>"
    assert found(page(body)).beside.byline == names


def test_earlier_of_two_dates_beside_the_title() -> None:
    """The later one is that of a change."""
    times = "<time datetime=2021-03-11>11</time><time datetime=2021-03-09T20:00>9</time>"
    body = f"<h1>{TITLE}</h1><p>{times}</p><div>{ARTICLE}</div><time datetime=2019-01-01>x</time>"
    assert found(page(body)).beside.published == "2021-03-09"


def test_rest_of_an_article_that_was_paid_for() -> None:
    """Named for the paywall it stood behind, it is the article all the same."""
    rest = f"<div class='paywall-zone'><p>{THIRD} {SECOND}</p><p>{FIRST} {THIRD}</p></div>"
    text = found(page(f"<article><div class=corps><p>{FIRST}</p>{rest}</div></article>")).text
    assert text == f"{FIRST}\n\n{THIRD} {SECOND}\n\n{FIRST} {THIRD}"


def test_linked_data_knows_the_article_better_than_names() -> None:
    """The text that the JSON-LD gives is found where the page shows it, whatever stands around."""
    other = f"<div><p>{TEASER} {TEASER}</p><p>{TEASER} Encore.</p><p>{TEASER} Toujours.</p></div>"
    script = linked({**NEWS, "articleBody": f"{FIRST} {SECOND} {THIRD}"})
    body = f"{other}<section class=related>{ARTICLE}</section>{other}"
    assert found(page(body, script)).text == TEXT


def test_brief_under_many_comments() -> None:
    """The readers wrote a hundred times more than the paper."""
    talk = "".join(f"<p>{n}. {TEASER} {TEASER} {TEASER}</p>" for n in range(60))
    extracted = found(
        page(f"<main><h1>{TITLE}</h1><p>{FIRST}</p></main><div id=comments>{talk}</div>")
    )
    assert extracted.text == FIRST


def test_misleading_names() -> None:
    """An element named as an advertisement that holds the whole article is the article."""
    extracted = found(page(f"<p>{TEASER}</p><div class='widget ad-zone'>{ARTICLE * 2}</div>"))
    assert SECOND in extracted.text
    marked = page(f"<body class='has-comments no-ads'><div class='article-body with-pub'>{ARTICLE}")
    assert found(marked).text == TEXT


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>{}</script>",
        "<style>{}</style>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<p hidden>{}</p>",
        '<div style="color: red; display : none"><p>{}</p></div>',
        '<div style="visibility:hidden">{}</div>',
        '<div aria-hidden="true"><p>{}</p></div>',
        '<span class="visually-hidden">{}</span>',
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        "<button>{}</button>",
        "<svg><title>{}</title><text>{}</text></svg>",
        "<iframe>{}</iframe>",
        "<!-- {} -->",
        "<nav><p>{}</p></nav>",
        "<figure><img src=a><figcaption>{}</figcaption></figure>",
    ],
)
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
    """Neither in a paragraph nor between two."""
    secret = hidden.replace("{}", TEASER)
    assert TEASER not in found(page(f"<div><p>{FIRST}</p>{secret}<p>{SECOND}</p></div>")).text
    if "<p>" not in hidden and "<div" not in hidden:
        assert TEASER not in found(page(f"<div><p>{FIRST} {secret}{SECOND}</p></div>")).text


def test_entities_and_blanks() -> None:
    """Signs as they are shown, French no-break spaces included, blanks and line ends as one."""
    extracted = found(
        page(
            "<p>&laquo;&nbsp;Je n&rsquo;ai\n  pas &amp; n&#39;aurai &#233;t&eacute; qu&#146;un"
            " maire&nbsp;&raquo;, dit-elle &ndash; 12&#8239;% &lt;seulement&gt;.</p>"
        )
    )
    assert extracted.text == (
        "«\xa0Je n’ai pas & n'aurai été qu’un maire\xa0», dit-elle – 12\u202f% <seulement>."
    )


def test_injected_scripts_are_never_run_nor_shown() -> None:
    """Markup in a title is words; code in attributes and scripts is nothing."""
    extracted = found(
        page(
            f"<p onclick=alert(1)>{FIRST}<img src=x onerror=alert(2)><svg/onload=alert(3)></svg>"
            f'<iframe srcdoc="<script>alert(4)</script>"></iframe></p><script>alert(5)</script>'
            f'<p>{SECOND}</p><a href="javascript:alert(6)">clic</a>'
            '<script type="text/javascript">document.write("<p>alert(7)</p>")</script>',
            '<meta property="og:title" content="&lt;script&gt;alert(8)&lt;/script&gt;Le pont">',
        )
    )
    assert "alert" not in extracted.text
    assert extracted.title == "alert(8)Le pont"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("cp1252", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "windows-1252"),
        ("utf-16", "utf-8"),
        ("iso-8859-15", "shift_jis"),
        ("cp1252", "hex"),
        ("cp1252", "a-code-that-is-none"),
    ],
)
def test_declared_encoding_may_be_wrong(encoding: str, declared: str) -> None:
    """The bytes say what they are."""
    text = page(ARTICLE, f'<meta charset="{declared}"><title>{TITLE}</title>').replace("’", "'")
    extracted = extract(text.encode(encoding), encoding=declared)
    assert isinstance(extracted, Extracted)
    assert extracted.text == TEXT.replace("’", "'")
    assert extracted.title == TITLE


@pytest.mark.parametrize("declared", ["<meta charset=koi8-r>", None])
def test_declared_encoding_of_another_script(declared: str | None) -> None:
    """Where the bytes alone look like nonsense, what is declared counts."""
    text = "Городской совет принял решение о строительстве нового моста через реку."
    data = f"{declared or ''}<p>{text}</p>".encode("koi8-r")
    extracted = extract(data, encoding=None if declared else "koi8-r")
    assert isinstance(extracted, Extracted)
    assert extracted.text == text


@pytest.mark.parametrize("tag", ["div", "b", "font", "table><tr><td", "ul><li", "blockquote"])
def test_any_depth(tag: str) -> None:
    """Ten thousand open elements hide no article."""
    assert found(page(f"<{tag}>" * 10_000 + ARTICLE)).text == TEXT


def test_elements_left_open() -> None:
    """A page that closes nothing, or in the wrong order."""
    text = f"<html><body><div><p>{FIRST}<p><b><i>{SECOND}</b></i><h2>{HEADING}<p>{THIRD}"
    assert THIRD in found(text).text
    assert found(text).text.startswith(f"{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize(
    "nothing", ["", "   \n", "<html></html>", f"<ul>{MENU}</ul>", "<!DOCTYPE html>", "<p> </p>"]
)
def test_page_without_article(nothing: str) -> None:
    """A reason instead of an empty article."""
    assert extract(nothing.encode()) == NO_ARTICLE


def test_bytes_that_are_no_text() -> None:
    """A picture named as a page."""
    assert "not text" in str(extract(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)))


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """Entities and what a document type names stay where they are."""
    secret = tmp_path / "secret.txt"
    secret.write_text("le mot de passe est tournesol", encoding="utf-8")
    extracted = found(
        f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "{secret.as_uri()}" '
        f'[<!ENTITY secret SYSTEM "{secret.as_uri()}"><!ENTITY dix "dix dix dix dix">]>'
        f'<html><head><title/><link rel="import" href="{secret.as_uri()}"/></head>'
        f"<body><p>{FIRST} &secret; &dix;</p><div/><p>{SECOND}</p></body></html>"
    )
    assert "tournesol" not in extracted.text
    assert "dix dix" not in extracted.text
    assert SECOND in extracted.text


@pytest.mark.parametrize(
    "large",
    [
        "<div>" + "".join(f"<p>{n} {FIRST}</p>" for n in range(6_000)),
        "<p>" + "x" * 5_000_000,
        f"<p>{FIRST}</p><p>" + ".) " * 600_000,
        f"<p>{FIRST}</p>" + "<br>Mot. " * 15_000,
        f"<p>{FIRST}</p>" + f"<h1 class=author>{TITLE}" * 8_000,
        f'<script type="application/ld+json">{"{0:" * 400_000}</script><p>{FIRST}'.replace(
            "0", '"a"'
        ),
        f"<script>{'x' * 10_500_000}</script><p>{FIRST}</p>",
    ],
    ids=["paragraphs", "no blanks", "marks", "breaks", "nested titles", "deep JSON", "script"],
)
def test_large_pages_take_seconds(large: str) -> None:
    """Five megabytes of anything are read in time that grows with them and no faster."""
    began = time.process_time()
    extracted = extract(large.encode())
    assert time.process_time() - began < 10
    assert isinstance(extracted, Extracted)


def test_too_large_a_page_says_so() -> None:
    """Tags cost more than text, so both have a limit."""
    assert extract(b"<p>" * 260_000) == TOO_LARGE
    assert extract(b"mot " * 3_100_000) == TOO_LARGE


def test_any_soup_of_tags() -> None:
    """Whatever stands where it should not: text, or a reason; headings begin lines."""
    chosen = random.Random(7)
    tags = "div p b a h2 td tr table script li br article aside time meta title".split()
    for _ in range(100):
        parts = (
            chosen.choice(
                (f"<{tag} class=auteur>", f"</{tag}>", f"<{tag} href='", FIRST, "&", "\x1e")
            )
            for tag in chosen.choices(tags, k=40)
        )
        extracted = extract("".join(parts).encode())
        if isinstance(extracted, Extracted):
            starts = [at == 0 or extracted.text[at - 1] == "\n" for at in extracted.headings]
            assert all(starts)
            assert extracted.text.strip()


def test_charset_lies_of_the_hostile_files(shared: Path) -> None:
    """Their text is right, whatever they say of themselves."""
    for name in ("meta_charset_lies.html", "meta_charset_lies2.html"):
        extracted = found((shared / "hostile" / name).read_bytes())
        assert extracted.title == "Été"
        assert "députés. « Œuvre », naïveté, çà et là" in extracted.text
