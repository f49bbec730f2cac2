"""Rows of JSON: an object a line, or the objects of an array, alone or in what a service sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from storage.article_import.formats.tables.rows import Table, make_table
from storage.errors import ReadError
from storage.limits import LARGEST_FILE

_HOLDERS = ("articles", "results", "items", "docs", "documents", "stories", "data", "hits", "rows")
"""What services call the array that has the articles."""
_DEEPEST = 3
"""Objects in each other in which that array is looked for."""


def read_json_lines(stream: BinaryIO) -> Table:
    """Return a table of one object a line; `ReadError` for a line that is none, and for none."""
    return make_table(_parse_lines(stream))


def read_json_array(stream: BinaryIO) -> Table:
    """Return a table of the objects in an array; `ReadError` for what has none."""
    try:
        held = json.loads(stream.read(LARGEST_FILE))
    except (ValueError, RecursionError) as error:
        raise ReadError("is no JSON that can be read") from error
    array = find_array(held)
    if array is None:
        raise ReadError("has no list of articles")
    return make_table(one for one in array if isinstance(one, dict))


def find_array(held: Any, depth: int = 0) -> list[Any] | None:
    """Return the array of articles in what a service sent; None where there is none."""
    if isinstance(held, list):
        return held if any(isinstance(one, dict) for one in held) else None
    if not isinstance(held, dict) or depth > _DEEPEST:
        return None
    named = (held[name] for name in _HOLDERS if name in held)
    others = (value for value in held.values() if isinstance(value, dict | list))
    return next(filter(None, (find_array(one, depth + 1) for one in chain(named, others))), None)


def _parse_lines(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(iter(lambda: stream.readline(LARGEST_FILE), b""), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError) as error:
            raise ReadError(f"is no JSON in line {number}") from error
        if not isinstance(value, dict):
            raise ReadError(f"has no object in line {number}")
        yield value
