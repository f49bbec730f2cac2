"""The names of the parts of a ZIP archive, told from its bytes before it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = b"PK\x03\x04"
_ENTRY = re.compile(rb"PK\x01\x02.{24}(..).{16}", re.DOTALL)
"""An entry of the list at the end of an archive, before its name; with the length of that."""
_END = 2**20
"""Bytes at the end in which that list is looked for."""


def list_part_names(data: bytes) -> Iterator[bytes]:
    """Yield names of parts; none of what is no archive, and not all of very many."""
    if not data.startswith(_BEGINS):
        return
    end = data[-_END:]
    for entry in _ENTRY.finditer(end):
        yield end[entry.end() : entry.end() + int.from_bytes(entry[1], "little")]
