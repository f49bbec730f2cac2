"""A scan from its corpus to its files; neither workers nor kills change what it finds."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from itertools import combinations, count
from pathlib import Path
from typing import Any

import pytest

from storage.errors import ConflictError, CopydeskError, ReadError
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.open_scan import open_scan
from storage.scan.scan import ScanRequest, run_scan
from storage.scan.stages import (
    compare_candidates,
    make_clusters,
    make_fingerprints,
    read_corpus,
)
from storage.scan.work import folder
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN
from textreuse import EDITED, Settings, compare

RELEASE = f"{OWL} {HONEY}"
TEXTS = [
    RELEASE,
    f"The council met on Monday.\n\n{OWL}",
    MILL,
    f"What the mill needs.\n\n{MILL.replace('spring', 'March')}\n\n{OWL}",
    "Nothing of all that stands here, in a text of its own and of nobody else at all.",
    RELEASE,
    f"{MILL}\n\n{RELEASE}",
    f"{PARADE} {BRIDGE}",
    f"{VAN}\n\n{PARADE} {BRIDGE}",
]


def write_corpus(path: Path) -> Path:
    rows: list[Any] = [
        {
            "id": f"d{number}",
            "series": "Herald Post Echo".split()[number % 3],
            "date": f"2026-03-{20 - number:02}",
            "text": text,
            "locs": [{"loc": "first", "start": 0, "length": 9}],
            "place": {"page": number},
        }
        for number, text in enumerate(TEXTS)
    ]
    rows[3:3] = ["no object", {"id": "d1", "text": TEXTS[1]}, {"id": "d1", "text": "Other words."}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def leave_out_engine(dumped: dict[str, Any]) -> dict[str, Any]:
    tables = [
        line for line in dumped["tables"] if "INSERT INTO \"meta\" VALUES('engine'" not in line
    ]
    return {**dumped, "tables": tables}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus.jsonl")


def scan(
    corpus: Path, out: Path, tell: Callable[[Progress], None] | None = None, **how: Any
) -> None:
    run_scan(ScanRequest([str(corpus)], out, **{"workers": 1, **how}), tell or (lambda _: None))


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def dump(out: Path) -> dict[str, Any]:
    """Return all that a scan left, but when it was made."""
    with sqlite3.connect(out / "scan.db") as index:
        index.execute("DELETE FROM meta WHERE key = 'made'")
        tables = list(index.iterdump())
    index.close()
    files = {one.name: one.read_bytes() for one in sorted(out.glob("*.json*"))}
    return {"names": sorted(one.name for one in out.iterdir()), "tables": tables, **files}


def test_a_scan_finds_what_comparing_finds(corpus: Path, tmp_path: Path) -> None:
    scan(corpus, tmp_path / "out")
    expected = set()
    texts = [*TEXTS[:3], "Other words.", *TEXTS[3:]]
    for (a, left), (b, right) in combinations(enumerate(texts), 2):
        for one in compare([left, right], Settings(sensitivity=EDITED)).passages:
            if not one.is_repeat:
                expected.add((a, one.left.start, one.left.end, b, one.right.start, one.right.end))
    with ScanIndex(tmp_path / "out" / "scan.db") as index:
        found = index.list_passages(range(99))
        meta = index.read_meta()
        documents = index.get_documents(range(99))
        (first,) = (index.get_cluster(1),)
        spans = index.list_spans(1)
    assert {one[:6] for one in found} == expected
    assert len(expected) > 8
    assert (meta["documents"], meta["skipped"], meta["renamed"]) == ("10", "2", "1")
    assert [one.id for one in documents.values()] == "d0 d1 d2 d1#2 d3 d4 d5 d6 d7 d8".split()
    assert documents[4].words == len(texts[4].split())
    assert first is not None
    assert (first.first_date, first.last_date, first.days) == ("2026-03-14", "2026-03-20", 6)
    assert first.documents == len({one.document for one in spans})
    assert {0, 1, 6, 7} <= {one.document for one in spans}
    assert first.excerpt.startswith(MILL)
    told = read_rows(tmp_path / "out" / "skipped.jsonl")
    assert [(one["line"], one["source"]) for one in told] == [(4, str(corpus)), (5, str(corpus))]


def test_files_are_those_of_passim(corpus: Path, tmp_path: Path) -> None:
    scan(corpus, tmp_path / "out")
    rows = read_rows(tmp_path / "out" / "out.json")
    sizes = [row["size"] for row in rows]
    assert sizes == sorted(sizes, reverse=True)
    by_id = {f"d{number}": text for number, text in enumerate(TEXTS)}
    for row in rows:
        assert row["text"] == by_id[row["id"]][row["begin"] : row["end"]]
        assert row["locs"] == (["first"] if row["begin"] < 9 else [])
        assert set(row) >= {"uid", "cluster", "size", "begin", "end", "src", "pboiler", "series"}
        assert row["place"] == {"page": int(row["id"][1:])}
        for source in row["src"]:  # of an earlier day, which are those with higher numbers here
            assert source["uid"] > row["uid"]
    aligned = read_rows(tmp_path / "out" / "align.json")
    for row in aligned:
        ours = by_id[row["id"]][row["begin"] : row["end"]]
        theirs = by_id[row["id2"]][row["begin2"] : row["end2"]]
        assert row["s1"].replace("-", "").replace("\u2010", "-") == ours
        assert row["s2"].replace("-", "").replace("\u2010", "-") == theirs
        assert len(row["s1"]) == len(row["s2"]) >= row["matches"] > 0
        assert "place" not in row
    assert {row["cluster"] for row in rows} == {1, 2}


def test_duckdb_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    scan(corpus, tmp_path / "local", engine="local")
    scan(corpus, tmp_path / "duckdb", engine="duckdb")

    assert leave_out_engine(dump(tmp_path / "local")) == leave_out_engine(dump(tmp_path / "duckdb"))


def test_workers_change_nothing(corpus: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        scan(corpus, tmp_path / f"out{workers}", workers=workers)
    assert dump(tmp_path / "out1") == dump(tmp_path / "out2")


class Killed(BaseException):
    """What no code of the scan handles."""


def test_a_scan_that_is_ended_anywhere_goes_on(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(corpus, tmp_path / "whole")
    monkeypatch.setattr(folder, "SECONDS", 0)
    monkeypatch.setattr(read_corpus, "_AT_ONCE", 1)
    monkeypatch.setattr(make_fingerprints, "_AT_ONCE", 2)
    monkeypatch.setattr(compare_candidates, "_AT_ONCE", 2)
    saved = WorkFolder.save
    left = 0

    def save(self: WorkFolder) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            raise Killed
        return saved(self)

    def tell(_progress: Progress) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Killed

    monkeypatch.setattr(WorkFolder, "save", save)
    ended = 0
    for first in (1, 4, 9):
        out = tmp_path / f"out{first}"
        for step in count(first):  # a little further each time: what is not saved is done again
            left = step
            try:
                scan(corpus, out, tell)
                break
            except Killed:
                ended += 1
        assert dump(out) == dump(tmp_path / "whole")
    assert ended > 20


def test_a_kill_right_after_clusters_were_made_loses_and_doubles_none(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(corpus, tmp_path / "whole")

    def make_and_die(work: WorkFolder, tell: Any) -> None:
        make_clusters.make_clusters(work, tell)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("storage.scan.scan.make_clusters", make_and_die)
        with pytest.raises(Killed):
            scan(corpus, tmp_path / "out")
    scan(corpus, tmp_path / "out")

    assert dump(tmp_path / "out") == dump(tmp_path / "whole")


def test_what_is_there_is_not_overwritten(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").touch()
    (tmp_path / "file").touch()
    scan(corpus, tmp_path / "done")

    def stop(progress: Progress) -> None:
        if progress.stage == "comparing":
            raise Killed

    with pytest.raises(Killed):
        scan(corpus, tmp_path / "begun", stop)
    for name, why in (
        ("full", "not empty"),
        ("file", "is a file"),
        ("done", "finished scan"),
        ("begun", "unfinished scan"),
    ):
        with pytest.raises(ConflictError, match=why):
            scan(corpus, tmp_path / name, paraphrase=True)
    with corpus.open("a") as file:
        file.write("\n")
    with pytest.raises(ConflictError, match=r"from before .*corpus\.jsonl changed"):
        scan(corpus, tmp_path / "begun")
    with pytest.raises(CopydeskError, match="no engine"):
        scan(corpus, tmp_path / "other", engine="steam")
    with pytest.raises(ReadError, match="is unfinished; run the same"):
        open_scan(str(tmp_path / "begun"))
    (tmp_path / "begun" / "work" / "scan.db").write_text("no database")
    with pytest.raises(CopydeskError, match=r"scan.db is damaged; delete its folder"):
        scan(corpus, tmp_path / "begun")


def test_one_scan_at_a_time_is_at_work_in_a_folder(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told: list[ConflictError] = []

    def scan_too(progress: Progress) -> None:
        if progress.stage == "comparing" and not told:
            with pytest.raises(ConflictError, match="Another scan is at work in") as error:
                scan(corpus, out)
            told.append(error.value)

    scan(corpus, out, scan_too)

    assert told
    scan(corpus, tmp_path / "alone")
    assert dump(out) == dump(tmp_path / "alone")


def test_who_comes_as_a_scan_ends_is_told_that_it_is_finished(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    other = write_corpus(tmp_path / "other.jsonl")
    told: list[ConflictError] = []
    clear = shutil.rmtree

    def come_too(path: Path, **how: Any) -> None:
        if path == out / "work" and not told:
            with pytest.raises(ConflictError, match="has a finished scan") as error:
                scan(other, out)
            told.append(error.value)
        clear(path, **how)

    monkeypatch.setattr(shutil, "rmtree", come_too)
    scan(corpus, out)

    assert told
    assert not (out / "work").exists()


def test_where_no_text_is_found_the_first_reason_is_told_and_nothing_left(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"ocr": "Words"}\nno JSON\n')
    said = "no text to scan. In .*: The line has no column .*; call it text. 1 more was skipped"
    with pytest.raises(CopydeskError, match=said):
        scan(path, tmp_path / "out")
    path.write_text('{"text": "Words"}\n')
    scan(path, tmp_path / "out")
    with ScanIndex(tmp_path / "out" / "scan.db") as index:
        assert index.read_meta()["documents"] == "1"


def stop_before_comparing(progress: Progress) -> None:
    if progress.stage == "comparing":
        raise Killed


def test_a_scan_inside_its_corpus_does_not_read_itself(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    write_corpus(folder / "corpus.jsonl")
    out = folder / "found" / "first"

    with pytest.raises(Killed):
        scan(folder, out, stop_before_comparing)
    scan(folder, out)
    scan(folder, tmp_path / "second")

    assert dump(out) == dump(tmp_path / "second")


def test_what_the_disk_refuses_names_the_folder(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("storage.scan.scan.hold_folder", refuse)
    with pytest.raises(CopydeskError, match=r"cannot go on in .*out: database or disk is full"):
        scan(corpus, tmp_path / "out")


def test_what_is_not_as_it_was_begun_is_told(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(Killed):
        scan(corpus, out, stop_before_comparing)
    with pytest.raises(ConflictError, match="unfinished scan without --paraphrase"):
        scan(corpus, out, paraphrase=True)
    with pytest.raises(ConflictError, match="unfinished scan by another engine"):
        scan(corpus, out, engine="spark")
    with pytest.raises(ConflictError, match="unfinished scan of other files"):
        scan(write_corpus(tmp_path / "other.jsonl"), out)


@pytest.mark.parametrize("engine", ["local", "duckdb"])
def test_finding_candidates_is_told_step_by_step(corpus: Path, tmp_path: Path, engine: str) -> None:
    told: list[Progress] = []
    scan(corpus, tmp_path / "out", told.append, engine=engine)
    steps = [(one.done, one.total) for one in told if one.stage == "candidates" and one.total]
    assert len(steps) > 4
    assert steps == sorted(steps)
    assert all(done <= total for done, total in steps)
