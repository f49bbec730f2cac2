"""Finding articles page by page in a database file that SQLite cannot find its way through.

After the file format of SQLite (sqlite.org/fileformat2.html): the leaves of tables are read,
wherever they are, and what an article's id proves to be its text is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from storage.backup.sqlite_file import HEADER, read_page_size
from storage.ids import make_text_id

_LEAF = 0x0D
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of the integers of each type."""


class _UnreadableError(Exception):
    """What stands there is no row."""


def carve_articles(path: Path, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Return the articles that stand in the leaves of any table, perhaps several times.

    `columns` are those of the table of articles, in its order, `id` and `text` among them.
    """
    data = path.read_bytes()
    size = read_page_size(data)
    for at in range(0, len(data) - size + 1, size):
        start = at + (HEADER if at == 0 else 0)
        if data[start] != _LEAF:
            continue
        for cell in range(int.from_bytes(data[start + 3 : start + 5], "big")):
            place = start + 8 + 2 * cell
            pointer = at + int.from_bytes(data[place : place + 2], "big")
            try:
                values = _read_values(_read_payload(data, size, pointer))
            except (_UnreadableError, IndexError, UnicodeDecodeError):
                continue
            row = dict(zip(columns, values, strict=False))
            if isinstance(row.get("text"), str) and row["id"] == make_text_id(row["text"]):
                yield row


def _read_payload(data: bytes, size: int, at: int) -> bytes:
    """Return what a row is stored as, put together from all its pages."""
    length, at = _read_number(data, at)
    _rowid, at = _read_number(data, at)
    if length > len(data):
        raise _UnreadableError
    here = length
    if length > size - 35:
        least = (size - 12) * 32 // 255 - 23
        here = least + (length - least) % (size - 4)
        here = least if here > size - 35 else here
    payload = data[at : at + here]
    page = int.from_bytes(data[at + here : at + here + 4], "big")
    while len(payload) < length:
        start = (page - 1) * size
        if page < 1 or start + size > len(data):
            raise _UnreadableError
        payload += data[start + 4 : start + min(size, 4 + length - len(payload))]
        page = int.from_bytes(data[start : start + 4], "big")
    return payload


def _read_values(payload: bytes) -> list[Any]:
    """Return the values of a row."""
    end, at = _read_number(payload, 0)
    types = []
    while at < end:
        kind, at = _read_number(payload, at)
        types.append(kind)
    values: list[Any] = []
    for kind in types:
        length = (kind - 12) // 2 if kind >= 12 else _INTEGERS.get(kind, 8 if kind == 7 else 0)
        stored = payload[at : at + length]
        at += length
        if kind >= 13 and kind % 2:
            values.append(stored.decode("utf-8"))
        elif kind in _INTEGERS:
            values.append(int.from_bytes(stored, "big", signed=True))
        else:
            values.append({8: 0, 9: 1}.get(kind))  # none other is in an article
    return values


def _read_number(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length and where it ends."""
    number = 0
    for index in range(9):
        byte = data[at + index]
        if index == 8:
            return number << 8 | byte, at + 9
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + index + 1
    raise _UnreadableError
