"""Databases in the shapes that QualCoder and Taguette give them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from storage.article_import.input_format import Document
from storage.qda.databases import read_database
from storage.qda.project import Project

QUALCODER: Mapping[str, str] = {
    "project": "databaseversion, date, memo, about",
    "source": "id integer primary key, name, fulltext, mediapath, memo, owner, date, av_text_id",
    "code_cat": "catid integer primary key, name, owner, date, memo, supercatid",
    "code_name": "cid integer primary key, name, memo, catid, owner, date, color, supercid",
    "code_text": (
        "ctid integer primary key, cid, fid, seltext, pos0, pos1, owner, date, memo, avid,"
        " important"
    ),
    "code_image": "imid integer primary key, id, cid",
    "annotation": "anid integer primary key, fid, pos0, pos1, memo, owner, date",
    "attribute_type": "name text primary key, date, owner, memo, caseOrFile, valuetype",
    "attribute": "attrid integer primary key, name, attr_type, value, id, date, owner",
    "cases": "caseid integer primary key, name, memo, owner, date",
    "case_text": "id integer primary key, caseid, fid, pos0, pos1, owner, date, memo",
    "journal": "jid integer primary key, name, jentry, date, owner",
}
TAGUETTE: Mapping[str, str] = {
    "projects": "id integer primary key, name, description, created",
    "documents": (
        "id integer primary key, name, description, filename, created, project_id, text_direction,"
        " contents"
    ),
    "tags": "id integer primary key, project_id, path, description",
    "highlights": "id integer primary key, document_id, start_offset, end_offset, snippet",
    "highlight_tags": "highlight_id, tag_id",
    "commands": "id integer primary key, date, user_login, project_id, document_id, payload",
}


def make(
    path: Path,
    tables: Mapping[str, str],
    rows: Mapping[str, Iterable[Sequence[object]]],
    *more: str,
) -> Path:
    """Make a database with these tables and rows; values stand in the order of the columns."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        for name, columns in tables.items():
            db.execute(f"CREATE TABLE {name} ({columns})")
        for name, values in rows.items():
            for row in values:
                marks = ", ".join("?" for _ in row)
                columns = ", ".join(one.split()[0] for one in tables[name].split(",")[: len(row)])
                db.execute(f"INSERT INTO {name} ({columns}) VALUES ({marks})", row)
        for statement in more:
            db.execute(statement)
        db.commit()
    return path


def read(path: Path) -> Project:
    return read_database(Document(b"", path=str(path)))
