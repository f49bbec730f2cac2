"""Tables that only lay a page out: taken apart, so that their text is read as paragraphs."""

from __future__ import annotations

from typing import Any

from storage.article_import.formats.markup.html_elements import BLOCKS

_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "center")
_LAYOUT_ROLES = ("presentation", "none")
_DATA_ROLES = ("table", "grid", "treegrid")
_LONG = 20
"""Words from which on a part of a cell is a paragraph of prose."""
_FEW_CELLS = 3
"""Cells up to which one row alone is no row of data."""
_LONGEST_CELL = 150
"""Words that no cell of a table of data has."""


def unwrap_layout_tables(root: Any) -> None:
    """Put plain containers in the place of all tables in `root` that hold no rows of data.

    What stood in a cell without an element of its own becomes paragraphs, parted where two line
    breaks follow each other. Tables of data stay as they are.
    """
    for table in reversed(list(root.iter("table"))):  # those inside before those around them
        cells = _list_own(table, ("td", "th"))
        if not _is_layout(table, cells):
            continue
        for part in [*_list_own(table, _PARTS), table]:
            part.tag = "div"
            for name in ("role", "width", "border", "align"):
                part.attrib.pop(name, None)
        for cell in cells:
            _wrap_prose(cell)


def _list_own(table: Any, names: tuple[str, ...]) -> list[Any]:
    """Return the parts of a table that are of no table inside it."""
    return [part for part in table.iter(*names) if _find_table(part) is table and part is not table]


def _find_table(part: Any) -> Any:
    return next(part.iterancestors("table"), None)


def _is_layout(table: Any, cells: list[Any]) -> bool:
    """Tell layout from data, by the signs that screen readers go by.

    Those are in Firefox a role, a table inside, headers and captions, one row or one column
    (`HTMLTableAccessible::IsProbablyLayoutTable`); and no cell of data has an article in it.
    """
    role = (table.get("role") or "").strip().lower()
    if role in _LAYOUT_ROLES or role in _DATA_ROLES:
        return role in _LAYOUT_ROLES
    if any(map(_holds_prose, cells)):
        return True
    if _list_own(table, ("th", "caption", "thead")) or table.get("summary"):
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return True
    counts = [
        [
            count
            for cell in row.iterchildren("td", "th")
            if (count := len(cell.xpath("string()").split()))
        ]
        for row in _list_own(table, ("tr",))
    ]
    rows = [row for row in counts if row]
    if max(map(len, rows), default=0) < 2:
        return True
    long = sum(max(row) >= _LONG for row in rows)
    return 2 * long >= len(rows) or (len(rows) == 1 and len(rows[0]) <= _FEW_CELLS)


def _holds_prose(cell: Any) -> bool:
    """Tell whether a cell holds what stands in none of a table of data: an article, or a part."""
    if next(cell.iterdescendants("h1", "article"), None) is not None:
        return True
    parts = [len(one.xpath("string()").split()) for one in cell.iterdescendants("p")]
    parts = parts or [_count_words(run) for run in _list_runs(cell)]
    return sum(count >= _LONG for count in parts) > 1 or sum(parts) >= _LONGEST_CELL


def _list_runs(cell: Any) -> list[list[Any]]:
    """Return what stands in a cell, parted where a paragraph ends: elements and texts in order.

    A run is a block alone, or all between two blocks or two line breaks that follow each other.
    """
    runs: list[list[Any]] = [[cell.text or ""]]
    for node in cell:
        if node.tag in BLOCKS:
            runs += [[node], []]
        elif node.tag == "br" and _follows_break(node):
            runs.append([])
        else:
            runs[-1].append(node)
        runs[-1].append(node.tail or "")
    return runs


def _count_words(run: list[Any]) -> int:
    texts = (one if isinstance(one, str) else one.xpath("string()") for one in run)
    return len("".join(texts).split())


def _follows_break(node: Any) -> bool:
    before = node.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


def _wrap_prose(cell: Any) -> None:
    """Make paragraphs of the text in a cell that stands in none."""
    runs = _list_runs(cell)
    if len(runs) == 1:
        return
    cell.text = None
    for node in list(cell):
        cell.remove(node)
        node.tail = None
    for run in runs:
        nodes = [one for one in run if not isinstance(one, str)]
        if len(nodes) == 1 and nodes[0].tag in BLOCKS:
            cell.append(nodes[0])
        elif any(node.tag != "br" for node in nodes) or any(_has_text(one) for one in run):
            cell.append(_make_paragraph(cell, run))


def _has_text(one: Any) -> bool:
    return isinstance(one, str) and bool(one.strip())


def _make_paragraph(cell: Any, run: list[Any]) -> Any:
    paragraph = cell.makeelement("p")
    for one in run:
        if not isinstance(one, str):
            paragraph.append(one)
        elif len(paragraph):
            paragraph[-1].tail = one
        else:
            paragraph.text = one
    return paragraph
