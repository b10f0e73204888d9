"""The fields of a query and all names they go by, in English and French."""

from typing import Literal

from index.analysis import fold

Field = Literal[
    "any",
    "title",
    "text",
    "person",
    "place",
    "org",
    "source",
    "author",
    "lang",
    "date",
    "quote",
    "speaker",
    "tag",
]
"""`any` is a word without a field: the text, and the title with more weight."""

SYNONYMS: dict[Field, str] = {
    "title": "title titre",
    "text": "text texte body corps",
    "person": "person people personne personnes qui who",
    "place": "place lieu lieux where où",
    "org": "org organisation organization orga",
    "source": "source journal média media outlet",
    "author": "author auteur auteure autrice byline signature",
    "lang": "lang language langue",
    "date": "date jour day",
    "quote": "quote quotes citation citations cite",
    "speaker": "speaker locuteur locutrice dit said says",
    "tag": "tag tags étiquette rubrique section",
}

FIELDS: dict[str, Field] = {
    fold(name): field for field, names in SYNONYMS.items() for name in names.split()
}
"""Folded names, so that `Étiquette:` is a field too."""

LANGUAGES = {
    fold(name): code
    for code, names in {
        "fr": "fr fra fre français french",
        "en": "en eng anglais english",
        "de": "de deu ger allemand german deutsch",
        "es": "es spa espagnol spanish español",
        "it": "it ita italien italian italiano",
        "nl": "nl nld néerlandais dutch nederlands",
        "pt": "pt por portugais portuguese português",
        "ru": "ru rus russe russian",
        "uk": "uk ukr ukrainien ukrainian",
        "ar": "ar ara arabe arabic",
    }.items()
    for name in names.split()
}
"""What the languages that articles come in are called; a two-letter code stands for itself."""
