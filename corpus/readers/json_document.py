"""A JSON document: an object with a text, or a list of them."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from corpus.decode import decode
from corpus.readers import jsonl, records
from corpus.readers.raw import UnreadableError, read_stream
from corpus.types import Article, Problem

LISTS = ("articles", "items", "documents", "data", "results", "entries")
"""Fields under which programs that save articles put the list of them."""


def read(stream: BinaryIO, name: str) -> Iterator[Article | Problem]:
    """The articles of a document, numbered from 1 where it is a list; JSON lines are read too."""
    data = read_stream(stream)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError("not text: it holds bytes that no text encoding has")
    try:
        found = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise UnreadableError(f"not JSON: line {error.lineno} cannot be read") from error
        yield from jsonl.read(BytesIO(data), name)
        return
    except (ValueError, RecursionError) as error:
        raise UnreadableError("not JSON that holds an article") from error
    yield from _articles(found, name)


def _articles(found: Any, name: str) -> Iterator[Article | Problem]:
    if isinstance(found, dict) and "text" not in found:
        found = next((found[key] for key in LISTS if isinstance(found.get(key), list)), found)
    if isinstance(found, dict):
        if "text" not in found:
            raise UnreadableError("no article: an object without the field “text”")
        yield records.article(found, name, name)
        return
    if not isinstance(found, list):
        raise UnreadableError("no article: neither an object nor a list of objects")
    for number, item in enumerate(found, 1):
        article_id = f"{name}#{number}"
        if isinstance(item, dict):
            yield records.article(item, article_id, name)
        else:
            yield Problem(article_id, "read", "not a JSON object")
