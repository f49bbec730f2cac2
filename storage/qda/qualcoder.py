"""A project of QualCoder, out of its database `data.qda`.

After its source (github.com/ccbogel/QualCoder, 4.0): positions are code points of
`source.fulltext`, the end behind the last; a coding has one code, and what is remarked on it stands
in `memo`. Codes are below categories or, since 4.0, below codes. A journal is of the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from storage.qda.database_codes import CodeRow, read_code_rows
from storage.qda.guids import make_guid
from storage.qda.positions import Positions
from storage.qda.project import CodedPlace, CodedText, Memo, NotHeld, Project, Value
from storage.qda.qde_elements import read_time
from storage.qda.qde_reader import CASE
from storage.qda.qde_signatures import clean_coder
from storage.qda.qualcoder_ways import ORIGIN, join_codings, take_sets
from storage.qda.variables import name_tags
from storage.wording.plural import pluralize
from storage.wording.terminal_text import clean_line

if TYPE_CHECKING:
    from storage.qda.databases import Tables

_Row = Mapping[str, Any]


def read_qualcoder(tables: Tables) -> Project:
    """Return the project; pictures, recordings and what was coded in them are left out by name."""
    codes = read_code_rows(_list_codes(tables))
    values = _read_values(tables)
    codings = _group(tables.read("code_text"), "fid")
    annotations = _group(tables.read("annotation"), "fid")
    texts, left_out = [], []
    for row in tables.read("source"):
        name, raw = str(row["name"] or ""), row["fulltext"]
        if not raw:
            left_out.append(NotHeld(f"“{name}”", "is no text"))
            continue
        rows = [*codings.get(row["id"], []), *annotations.get(row["id"], [])]
        text, places, lost = _read_places(str(raw), rows, codes.names)
        if lost:
            many = pluralize(lost, "coding")
            left_out.append(NotHeld(f"{many} of “{name}”", "are not inside its text"))
        texts.append(
            CodedText(
                make_guid("article", f"qualcoder {row['id']}"),
                name,
                text,
                tuple(places),
                (),
                _read_memo(row, row.get("memo"), f"source {row['id']}"),
                tuple(values.get(row["id"], ())),
            )
        )
    memos = {
        clean_line(str(row["name"])): str(row.get("memo") or "")
        for row in tables.read("attribute_type")
    }
    joined, sets = take_sets(map(join_codings, texts), memos)
    return Project(
        "",
        ORIGIN,
        tuple(codes.entries),
        tuple(joined),
        tuple(sets),
        memos=tuple(_read_project_memos(tables)),
        left_out=(*left_out, *_list_left_out(tables)),
        notices=tuple(codes.notices),
    )


def _list_codes(tables: Tables) -> Iterator[CodeRow]:
    """Yield categories and codes; a category that is called like an attribute is a variable."""
    attributes = name_tags(clean_line(str(one["name"])) for one in tables.read("attribute_type"))
    for row in tables.read("code_cat"):
        above = _name(row.get("supercatid"), "category")
        code = _make_code(row, f"category {row['catid']}", above, can_be_used=False)
        yield code._replace(is_variable=code.name in attributes)
    for row in tables.read("code_name"):
        above = _name(row.get("supercid"), "code") or _name(row.get("catid"), "category")
        yield _make_code(row, f"code {row['cid']}", above, can_be_used=True)


def _make_code(row: _Row, key: str, above: str, *, can_be_used: bool) -> CodeRow:
    colour, memo = str(row.get("color") or ""), str(row.get("memo") or "")
    return CodeRow(key, above, str(row["name"] or ""), memo, colour, can_be_used)


def _name(number: object, kind: str) -> str:
    return "" if number is None else f"{kind} {number}"


def _group(rows: Iterable[dict[str, Any]], column: str) -> dict[object, list[dict[str, Any]]]:
    grouped: dict[object, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row[column], []).append(row)
    return grouped


def _read_places(
    raw: str, rows: Iterable[_Row], names: Mapping[str, str]
) -> tuple[str, list[CodedPlace], int]:
    """Return a text as it is stored here, what is on it, and how much of that stands outside."""
    bare = raw.removeprefix("\ufeff")
    mark = len(raw) - len(bare)
    positions = Positions(bare, ())
    places, lost = [], 0
    for row in rows:
        try:
            place = positions.find(int(row["pos0"]) - mark, int(row["pos1"]) - mark)
        except (TypeError, ValueError):
            place = None
        if place is None:
            lost += 1
            continue
        code = names.get(f"code {row['cid']}") if "cid" in row else None
        key = f"qualcoder {row.get('ctid')} {row.get('anid')} {row['fid']}"
        made = read_time(str(row.get("date") or ""))
        places.append(
            CodedPlace(
                make_guid("target", key),
                *place,
                (code,) if code else (),
                str(row.get("memo") or ""),
                clean_coder(str(row.get("owner") or "")),
                made,
                made,
            )
        )
    return positions.text, places, lost


def _read_values(tables: Tables) -> dict[int, list[Value]]:
    """Return what each text has of attributes, and the cases that it belongs to with theirs."""
    values: dict[int, list[Value]] = {}
    of_cases: dict[int, list[Value]] = {}
    for row in tables.read("attribute"):
        value = Value(clean_line(str(row["name"])), str(row["value"] or "").strip())
        if value.value:
            held = values if row["attr_type"] == "file" else of_cases
            held.setdefault(row["id"], []).append(value)
    cases = {row["caseid"]: clean_line(str(row["name"])) for row in tables.read("cases")}
    for row in tables.read("case_text"):
        if row["caseid"] in cases:
            told = [Value(CASE, cases[row["caseid"]]), *of_cases.get(row["caseid"], [])]
            known = values.setdefault(row["fid"], [])
            known += [one for one in told if one not in known]
    return values


def _read_memo(row: _Row, text: object, key: str) -> tuple[Memo, ...]:
    if not str(text or "").strip():
        return ()
    made = read_time(str(row.get("date") or ""))
    coder = clean_coder(str(row.get("owner") or ""))
    return (Memo(make_guid("memo", f"qualcoder {key}"), str(text), coder, made, made),)


def _read_project_memos(tables: Tables) -> Iterator[Memo]:
    for row in tables.read("project"):
        yield from _read_memo({}, row.get("memo"), "project")
    for row in tables.read("journal"):
        said = f"{row['name']}\n\n{row['jentry'] or ''}".strip()
        yield from _read_memo(row, said, f"journal {row['jid']}")


def _list_left_out(tables: Tables) -> Iterator[NotHeld]:
    for table, called in (("code_image", "pictures"), ("code_av", "recordings")):
        count = sum(1 for _ in tables.read(table))
        if count:
            yield NotHeld(pluralize(count, "coding"), f"of {called} cannot be kept here")
    cases = [row for row in tables.read("cases") if str(row.get("memo") or "").strip()]
    if cases:
        yield NotHeld(pluralize(len(cases), "memo"), "of cases cannot be kept here")
