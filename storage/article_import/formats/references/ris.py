"""RIS, the tagged lines that databases and reference managers export.

Read by its lines: rispy loses a record that is not ended, and all of a file with a byte order mark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from storage.article_import.decode_text import decode
from storage.article_import.formats.references.reference import Reference, join_date, order_name
from storage.errors import ReadError
from storage.web_addresses import has_web_scheme

_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
_MARK = "\ufeff"
"""A byte order mark, which stands in the midst of files that were put together."""
_BEGINS, _ENDS = "TY", "ER"
_TITLES = ("TI", "T1", "CT")
_OUTLETS = ("T2", "JF", "JO", "JA", "BT", "PB")
_AUTHORS = ("AU", "A1")
_DATES = ("DA", "Y1", "PY")
_SECTIONS = ("SE",)
_ATTACHED = ("L2", "L1", "L3", "L4")
"""Full texts, PDFs, related records, pictures; programs differ, so all are tried."""

_Fields = dict[str, list[str]]


def read_ris(data: bytes) -> Iterator[Reference]:
    """Yield the records, in their order. `ReadError` where there are none."""
    fields: _Fields | None = None
    count, tag = 0, ""
    for line in decode(data)[0].splitlines():
        found = _LINE.match(line.rstrip().lstrip(_MARK))
        if found is None:
            if fields is not None and tag and line.strip():  # a value that goes on
                fields[tag][-1] += f" {line.strip()}"
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag in (_BEGINS, _ENDS):
            if fields is not None:
                yield _make_reference(fields)
            fields = defaultdict(list) if tag == _BEGINS else None
            count += tag == _BEGINS
        if fields is not None:
            fields[tag].append(value)
    if fields is not None:
        yield _make_reference(fields)
    if not count:
        raise ReadError("is damaged or not RIS")


def _make_reference(fields: _Fields) -> Reference:
    addresses = _list(fields, ("UR", *_ATTACHED))
    dates = (join_date(*written.split("/")) for written in _list(fields, _DATES))
    return Reference(
        next(iter(_list(fields, _TITLES)), ""),
        next(iter(_list(fields, _OUTLETS)), ""),
        ", ".join(map(order_name, _list(fields, _AUTHORS))),
        next(filter(None, dates), ""),
        next(filter(has_web_scheme, addresses), ""),
        tuple(name for name in _list(fields, _ATTACHED) if not has_web_scheme(name)),
        next(iter(_list(fields, ("ID",))), ""),
        next(filter(None, (join_date(*written.split("/")) for written in fields["Y2"])), ""),
        next(iter(_list(fields, _SECTIONS)), ""),
    )


def _list(fields: _Fields, tags: tuple[str, ...]) -> list[str]:
    return [value for tag in tags for value in fields.get(tag, []) if value]
