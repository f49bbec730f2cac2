"""Text-PAIR's `alignments.jsonl` (github.com/ARTFL-Project/text-pair, `compareNgrams/main.go`).

Its places are bytes of the files that were compared. In its passages tags are left out, and white
space is one space, so that they may not be what stands there.
"""

from __future__ import annotations

import json
from pathlib import PurePath

from storage.errors import ReadError
from storage.scan.corpus.records import make_record
from storage.scan.foreign.passages import FURTHEST, Columns, ForeignFormat, Pair, Piece
from storage.wording.terminal_text import fit_utf8

_FOUND = ("start_byte", "end_byte", "passage", "start_position", "end_position", "passage_length")
_AROUND = ("context_before", "context_after")
_DATES = ("pub_date", "date", "create_date", "year")


def _read_pair(columns: Columns) -> Pair:
    return Pair(_read_side(columns, "source_"), _read_side(columns, "target_"))


def _read_side(columns: Columns, side: str) -> Piece:
    named = {
        key.removeprefix(side): value for key, value in columns.items() if key.startswith(side)
    }
    begin, end = _read_place(named.get("start_byte")), _read_place(named.get("end_byte"))
    text, path = named.get("passage"), named.get("filename")
    if begin is None or end is None or begin > end or not isinstance(text, str):
        raise ReadError("does not say where its passage stands")
    if not isinstance(path, str) or not path:
        raise ReadError("does not say in which file its passage stands")
    known = {key: value for key, value in named.items() if key not in (*_FOUND, *_AROUND)}
    date = next((fit_utf8(str(known[key])) for key in _DATES if known.get(key)), None)
    path = fit_utf8(path)
    record = make_record({**known, "id": path, "text": text})
    return Piece(
        *(path, record.series, record.title, date, record.url, json.dumps(known, default=str)),
        begin,
        end,
        record.text,
        PurePath(path).name,
    )


def _read_place(value: object) -> int | None:
    """Return a number of bytes: its later versions write a number, its earlier ones a string."""
    number = str(value)
    is_number = number.isascii() and number.isdecimal() and len(number) < 16
    return int(number) if is_number and int(number) < FURTHEST else None


FORMATS = (
    ForeignFormat(
        "Text-PAIR",
        frozenset(("source_filename", "target_filename", "source_start_byte")),
        _read_pair,
    ),
)
