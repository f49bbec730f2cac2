from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.errors import ReadError
from storage.library import Library
from storage.scan.index.schema import VERSION
from storage.scan.reading.open_scan import open_scan
from tests.storage.scan.reading.made import make_cluster, write_index


def test_a_scan_is_opened_by_its_folder_or_its_index(tmp_path: Path) -> None:
    path = write_index(tmp_path / "scan.db")
    for name in (str(tmp_path), str(path)):
        with open_scan(name) as index:
            assert index.path == path


def test_a_damaged_index_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = write_index(tmp_path / "scan.db", [make_cluster(number) for number in range(1, 900)])
    whole = path.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole.replace(b"cluster", b"clutter")):
        path.write_bytes(damaged)
        with pytest.raises(ReadError, match=r"damaged; run the scan again|not the index of a scan"):
            open_scan(str(tmp_path))


def test_what_passim_found_is_read_once(tmp_path: Path, home: Path) -> None:
    rows = [
        {"id": one, "cluster": 1, "begin": 0, "text": "The same words in both."} for one in "ab"
    ]
    found = tmp_path / "out.json"
    found.write_text("".join(f"{json.dumps(one)}\n" for one in rows))
    told: list[str] = []
    with open_scan(str(tmp_path), tell=told.append) as index:
        first = index.path
        assert index.read_meta()["found_by"] == "passim"
    assert first.is_relative_to(home)
    with open_scan(str(found), tell=told.append) as index:
        assert index.path == first
    os.utime(found, (5, 5))
    with open_scan(str(found), tell=told.append) as index:
        assert index.path != first
    assert [one.split(",")[0] for one in told] == ["Reading what passim found"] * 2


@pytest.mark.parametrize("how", ["another version", "damaged"])
@pytest.mark.usefixtures("home")
def test_what_was_kept_and_cannot_be_read_any_more_is_made_anew(how: str, tmp_path: Path) -> None:
    rows = [
        {"id": one, "cluster": 1, "begin": 0, "text": "The same words in both."} for one in "ab"
    ]
    (tmp_path / "out.json").write_text("".join(f"{json.dumps(one)}\n" for one in rows))
    with open_scan(str(tmp_path)) as index:
        path = index.path
    if how == "damaged":
        path.write_bytes(path.read_bytes()[:500])
    else:
        with closing(sqlite3.connect(path)) as kept:
            kept.execute(f"PRAGMA user_version = {VERSION - 1}")
    told: list[str] = []
    for _ in range(2):
        with open_scan(str(tmp_path), tell=told.append) as index:
            assert (index.path, index.count("cluster")) == (path, 1)
    assert len(told) == 1


def test_what_is_no_scan_is_told_in_a_sentence(library: Library, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "corpus.jsonl").write_text('{"id": "a", "text": "b"}\n')
    for name, why in (
        ("missing", "no such file or folder"),
        ("folder", "There is no scan in .*folder, of Copydesk, passim or Text-PAIR"),
        ("corpus.jsonl", "There is no scan in .*corpus.jsonl"),
        (library.path.name, "is not the index of a scan"),
    ):
        with pytest.raises(ReadError, match=why):
            open_scan(str(tmp_path / name))
