"""Keyword in context (H. P. Luhn, 1960): every occurrence of what a query or a name stands for.

`patterns` say what a keyword is; `forms` turns it into the codes of a segment's words; `rows` finds
it among them; `order` sorts the occurrences by the words around them; `concordance` reads the
text of those that are asked for.
"""
