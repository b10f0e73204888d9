"""Whoosh at the speed of arrays: how postings are stored, and how queries run over them."""
