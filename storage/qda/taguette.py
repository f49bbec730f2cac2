"""A project of Taguette, out of the database that it works with or exports (`.sqlite3`).

After its source (github.com/remram44/taguette, 1.5): `highlights` stand in `documents`, which are
HTML, at positions that `html_positions` tells; `taguette_paths` tells what tags are called; who
made a highlight, and when, stands in `commands`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from storage.codebook.taguette_paths import ORIGIN, write_paths
from storage.errors import ReadError
from storage.qda.database_codes import CodeRow, read_code_rows
from storage.qda.guids import make_guid
from storage.qda.html_positions import HtmlText
from storage.qda.project import CodedPlace, CodedText, Memo, NotHeld, Project, TextSet
from storage.qda.qde_elements import read_time
from storage.qda.qde_signatures import clean_coder
from storage.wording.plural import pluralize
from storage.wording.terminal_text import clean_line

if TYPE_CHECKING:
    from storage.qda.databases import Tables


class _Made(NamedTuple):
    """Who made something, and when."""

    coder: str = ""
    time: str = ""


def read_taguette(tables: Tables) -> Project:
    """Return the project; of several, each is a set."""
    tags = list(tables.read("tags", "id"))
    paths = write_paths([str(row["path"]) for row in tags])
    codes = read_code_rows(
        CodeRow(str(row["id"]), "", path, str(row["description"] or ""))
        for row, path in zip(tags, paths, strict=True)
    )
    given: dict[object, list[str]] = {}
    for row in tables.read("highlight_tags", "highlight_id"):
        name = codes.names.get(str(row["tag_id"]))
        if name:
            given.setdefault(row["highlight_id"], []).append(name)
    made = _read_commands(tables)
    highlights: dict[object, list[dict[str, Any]]] = {}
    for row in tables.read("highlights", "start_offset"):
        highlights.setdefault(row["document_id"], []).append(row)
    texts: dict[object, list[CodedText]] = {}
    left_out: list[NotHeld] = []
    for row in tables.read("documents", "id"):
        text = _read_document(row, highlights.get(row["id"], []), given, made, left_out)
        if text is not None:
            texts.setdefault(row["project_id"], []).append(text)
    projects = list(tables.read("projects", "id"))
    only = len(projects) == 1
    return Project(
        clean_line(str(projects[0]["name"])) if only else "",
        ORIGIN,
        tuple(codes.entries),
        tuple(text for row in projects for text in texts.get(row["id"], [])),
        () if only else tuple(_make_sets(projects, texts)),
        memos=_read_memo("project", projects[0]) if only else (),
        left_out=tuple(left_out),
        notices=tuple(codes.notices),
    )


def _read_document(
    row: Mapping[str, Any],
    highlights: list[dict[str, Any]],
    given: Mapping[object, list[str]],
    made: Mapping[object, _Made],
    left_out: list[NotHeld],
) -> CodedText | None:
    name = clean_line(str(row["name"] or row["filename"] or ""))
    try:
        page = HtmlText(str(row["contents"]))
    except ReadError as error:
        left_out.append(NotHeld(f"“{name}”", str(error)))
        return None
    places, lost = [], 0
    for one in highlights:
        place = page.find(int(one["start_offset"]), int(one["end_offset"]))
        if place is None:
            lost += 1
            continue
        coder, time = made.get(one["id"], _Made())
        guid = make_guid("target", f"taguette {one['document_id']} {one['id']}")
        codes = tuple(given.get(one["id"], ()))
        places.append(CodedPlace(guid, *place, codes, "", coder, time, time))
    if lost:
        many = pluralize(lost, "highlight")
        left_out.append(NotHeld(f"{many} of “{name}”", "are not inside its text"))
    guid = make_guid("article", f"taguette {row['id']}")
    return CodedText(guid, name, page.text, tuple(places), (), _read_memo("document", row))


def _make_sets(
    projects: list[dict[str, Any]], texts: Mapping[object, list[CodedText]]
) -> Iterator[TextSet]:
    for row in projects:
        guids = tuple(text.guid for text in texts.get(row["id"], []))
        if guids:
            guid = make_guid("story", f"taguette {row['id']}")
            yield TextSet(guid, clean_line(str(row["name"])), guids, _read_memo("project", row))


def _read_memo(kind: str, row: Mapping[str, Any]) -> tuple[Memo, ...]:
    """Return the description of a document or project as a memo of nobody."""
    text = str(row["description"] or "")
    made = read_time(str(row.get("created") or ""))
    guid = make_guid("memo", f"taguette {kind} {row['id']}")
    return (Memo(guid, text, "", made, made),) if text.strip() else ()


def _read_commands(tables: Tables) -> dict[object, _Made]:
    """Return who made each highlight, and when."""
    made: dict[object, _Made] = {}
    for row in tables.read("commands", "id"):
        try:
            said = json.loads(row["payload"])
        except (TypeError, ValueError):
            continue
        if isinstance(said, dict) and said.get("type") == "highlight_add":
            coder = clean_coder(str(row["user_login"] or ""))
            time = read_time(str(row["date"] or ""))
            made.setdefault(said.get("highlight_id"), _Made(coder, time))
    return made
