"""spaCy's rules of French compounds, written shorter: what they fit, and that they are in use."""

import subprocess
import sys

CHECKED = """
import re
from corpus import pipeline

used = pipeline.load("fr").tokenizer.token_match.__self__.pattern
from spacy.lang.fr import tokenizer_exceptions

rules = tokenizer_exceptions._regular_exp
assert sum(map(len, rules)) > pipeline.HUGE > 10 * len(used), len(used)
some = [*rules[::9], rules[-1]]
pipeline.HUGE = 0
lean = re.compile(pipeline.lean("(?iu)" + "|".join(f"(?:{rule})" for rule in some))).match
whole = [re.compile(f"(?iu){rule}").match for rule in some]
begins = [re.split(r"[\\\\[(?]", rule[1:])[0] for rule in rules]
ends = ("", "-", "-x", "-Étienne", "-l'an", "–russe-2", "s-y", "-forme ", "-is", "-isme", "é")
words = [begin + end for begin in begins for end in ends]
fits = [any(rule(word) for rule in whole) for word in words]
assert 50 < sum(fits) < len(words) / 2, sum(fits)
wrong = [word for word, one in zip(words, fits) if one != bool(lean(word))]
assert not wrong, wrong
assert pipeline.lean("(?iu)(?:^another|pattern)") == "(?iu)(?:^another|pattern)"
"""


def test_the_short_rules_fit_the_same_words() -> None:
    """Every ninth rule by itself against all of them in one; in a process of its own, as spaCy."""
    ran = subprocess.run([sys.executable, "-c", CHECKED], capture_output=True, text=True)
    assert not ran.returncode, ran.stderr
