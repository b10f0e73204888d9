"""Which language a text is in, by py3langid (a naive Bayes over byte n-grams, offline)."""

from functools import cache
from typing import Any

# News that a reader of French or English may meet; in short texts, the other hundred that the
# model knows (Latin, Walloon, Haitian …) are nearly always wrong.
LANGUAGES = (
    "ar bg ca cs da de el en es et fi fr he hr hu it ja ko lt lv nl no pl pt ro ru sk sl sv tr uk"
    " zh"
).split()

SAMPLE = 400
"""Characters looked at: more changes no verdict and costs time."""

SHORTEST = 20
"""Letters under which any verdict is a guess."""

CONFIDENT = 0.7
"""The model's own probability under which it is not believed."""


@cache
def _model() -> Any:
    """The model, loaded once: 0.9 s, so not before the first text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(LANGUAGES)
    return model


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None where it is too short or uncertain."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < SHORTEST:
        return None
    language, probability = _model().classify(sample)
    return str(language) if probability >= CONFIDENT else None
