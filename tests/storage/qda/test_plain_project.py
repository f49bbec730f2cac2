from __future__ import annotations

import json

import pytest
from hypothesis import given

from storage.article_import.input_format import Document
from storage.errors import ReadError
from storage.qda.plain_project import from_plain, to_plain
from storage.qda.project import NotHeld, Project
from storage.qda.project_formats import find_format
from storage.qda.project_parser import parse_project
from storage.qda.qdpx import write_qdpx
from tests.storage.desk import quickly
from tests.storage.qda.projects import projects
from tests.storage.qda.test_qdpx import STUDY


@quickly
@given(projects())
def test_json_carries_a_project_whole(project: Project) -> None:
    assert from_plain(json.loads(json.dumps(one)) for one in to_plain(project)) == project


def test_what_is_left_out_and_told_is_carried_too() -> None:
    project = Project(left_out=(NotHeld("a", "is b"),), notices=("Odd.",))
    assert from_plain(json.loads(json.dumps(one)) for one in to_plain(project)) == project


@pytest.mark.slow
def test_projects_are_read_in_a_process_of_their_own() -> None:
    chosen = find_format("qdpx")
    assert chosen is not None
    assert parse_project(chosen, Document(write_qdpx(STUDY))) == STUDY
    with pytest.raises(ReadError, match="is damaged"):
        parse_project(chosen, Document(b"PK\x03\x04"))
    damaged = find_format("qda")
    assert damaged is not None
    with pytest.raises(ReadError, match="cannot be read as a project of QualCoder"):
        parse_project(damaged, Document(b"SQLite format 3\0" + b"\1" * 4000))
