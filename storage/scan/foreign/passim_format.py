"""passim's `out.json` and `align.json` (github.com/dasmiq/passim, README and `seriatim.py`)."""

from __future__ import annotations

from storage.errors import ReadError
from storage.scan.corpus.records import make_record
from storage.scan.foreign.passages import FURTHEST, Columns, ForeignFormat, Member, Pair, Piece
from storage.scan.output.align_texts import GAP, HYPHEN
from storage.wording.terminal_text import fit_utf8

_FOUND = frozenset(
    "uid gid cluster size begin end src pboiler s1 s2 matches kind similarity".split()
)
"""What passim found, beside what the corpus has."""


def _read_member(columns: Columns) -> Member:
    return Member(fit_utf8(str(columns["cluster"])), _make_piece(columns, columns.get("text")))


def _read_pair(columns: Columns) -> Pair:
    second = {key for key in columns if key.endswith("2") and key[:-1] in columns}
    ours = {key: value for key, value in columns.items() if key not in second}
    theirs = {key[:-1]: columns[key] for key in second}
    return Pair(
        _make_piece(ours, _take_gaps_out(columns["s1"])),
        _make_piece(theirs, _take_gaps_out(columns["s2"])),
    )


def _take_gaps_out(aligned: object) -> str | None:
    if not isinstance(aligned, str):
        return None
    return aligned.replace(GAP, "").replace(HYPHEN, GAP)


def _make_piece(columns: Columns, text: object) -> Piece:
    begin = columns.get("begin")
    if not isinstance(begin, int) or not 0 <= begin < FURTHEST or not isinstance(text, str):
        raise ReadError("does not say where its passage stands")
    known = {key: value for key, value in columns.items() if key not in _FOUND}
    record = make_record({**known, "text": text})
    if not record.id:
        raise ReadError("does not say in which document its passage stands")
    return Piece(
        *(record.id, record.series, record.title, record.date, record.url, record.other),
        begin,
        begin + len(record.text),
        record.text,
    )


FORMATS = (
    ForeignFormat("passim", frozenset(("cluster", "begin", "id")), _read_member),
    ForeignFormat("passim", frozenset(("id", "id2", "s1", "s2")), _read_pair),
)
