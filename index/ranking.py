"""What makes one match count for more than another: the weights that a query is built with."""

TITLE_WEIGHT = 1.5
"""A word in the title, beside its weight in the text."""

ALIAS_WEIGHT = 0.8
"""Another spelling of a name ranks just under the one that was typed."""

PREFIX_WEIGHT = 0.9
"""A word that only begins as typed."""

CORRECTION_WEIGHT = 0.7
"""A word of the corpus that may have been meant by one that is not in it."""

EXACT_WEIGHT = 0.5
"""Passages that write a word with the accents typed come before those that do not."""
