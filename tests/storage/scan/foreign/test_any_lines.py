"""Whatever stands in a line, it is read or told to be of no use."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import ReadError
from storage.scan.foreign.foreign_files import FORMATS
from storage.scan.foreign.gathered import Gathered

_MEMBER = {"cluster": 1, "id": "a", "begin": 3, "text": "owl", "series": "A", "date": "1848"}
_PAIR = {
    "id": "a",
    "id2": "b",
    "begin": 3,
    "begin2": 0,
    "s1": "owl",
    "s2": "o-wl",
    "series": "A",
    "series2": "B",
}
_BYTES = {
    f"{side}_{name}": value
    for side in ("source", "target")
    for name, value in {
        "filename": "a.txt",
        "start_byte": 3,
        "end_byte": 6,
        "passage": "owl",
        "year": "1848",
        "title": "A",
    }.items()
}
_LINES: tuple[dict[str, Any], ...] = (_MEMBER, _PAIR, _BYTES)
_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    1.5,
    "",
    "7",
    "\ud800",
    "\x1b[2J",
    "\0",
    2**80,
    [],
    {"a": 1},
)


@pytest.mark.parametrize("line", _LINES, ids=lambda line: next(iter(line)))
@given(data=st.data())
def test_any_line_is_read_or_refused(line: dict[str, Any], data: st.DataObject) -> None:
    names, odd = st.sampled_from(sorted(line)), st.sampled_from(_ODD)
    changed = line | data.draw(st.dictionaries(names, odd, max_size=2))
    form = next(one for one in FORMATS if one.columns <= changed.keys())
    with closing(sqlite3.connect(":memory:")) as connection:
        gathered = Gathered(connection)
        with suppress(ReadError):
            gathered.add(form.read(json.loads(json.dumps(changed))))
        for document in gathered.list_documents():
            assert document.pieces
