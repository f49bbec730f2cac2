"""A corpus is read as it stands; what is broken loses itself alone, and is told."""

import bz2
import gzip
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from storage.errors import ReadError
from storage.open_library import open_library
from storage.scan.corpus import json_lines, records
from storage.scan.corpus.json_lines import parse_line
from storage.scan.corpus.read_source import Found, read_source
from storage.scan.corpus.records import make_record
from storage.scan.corpus.sources import list_sources
from storage.scan.values import Skipped
from tests.storage.desk import HONEY, MILL, OWL

PASSIM = {"id": "p1", "series": "Herald", "text": OWL, "date": "1850-01-02", "pages": [{"id": "x"}]}


def read(*paths: Path) -> list[Found | Skipped]:
    return [
        one for source in list_sources([*map(str, paths)]).sources for one in read_source(source)
    ]


def texts(*paths: Path) -> list[str]:
    return [one.record.text for one in read(*paths) if isinstance(one, Found)]


def write_lines(path: Path, *rows: Any) -> Path:
    path.write_bytes(
        b"".join(
            (row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows
        )
    )
    return path


def test_columns_of_passim_pass_through(tmp_path: Path) -> None:
    (found,) = read(write_lines(tmp_path / "a.jsonl", PASSIM))
    assert isinstance(found, Found)
    record = found.record
    assert record[:3] == ("p1", "Herald", OWL)
    assert record.date == "1850-01-02"
    assert json.loads(record.other) == {"pages": [{"id": "x"}]}


def test_what_json_does_not_know_passes_through_as_null(tmp_path: Path) -> None:
    line = {"text": OWL, "share": float("nan"), "more": [{"low": float("-inf")}, 1.5]}
    (found,) = read(write_lines(tmp_path / "a.jsonl", line))
    assert isinstance(found, Found)
    assert json.loads(found.record.other) == {"share": None, "more": [{"low": None}, 1.5]}


def test_names_within_a_column_that_are_no_text_are_written_as_text() -> None:
    days = {date(2026, 3, 5): 1, float("nan"): float("inf")}
    record = make_record({"text": OWL, "days": days})
    assert json.loads(record.other) == {"days": {"2026-03-05": 1, "nan": None}}


def test_a_file_has_an_address_and_no_other_address_is_read(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a b #1.jsonl", PASSIM)

    (found,) = list_sources([path.as_uri()]).sources
    assert found.path == str(path)
    for name in ("hdfs:///user/me/corpus", "s3a://bucket/corpus.jsonl"):
        with pytest.raises(ReadError, match="Mount the storage behind"):
            list_sources([name])


def test_other_names_of_columns_are_known_and_stay(tmp_path: Path) -> None:
    row = {"stories_id": 7, "media_name": "Post", "Publish_Date": "2026-01-02", "body": MILL}
    (found,) = read(write_lines(tmp_path / "a.json", row))
    assert isinstance(found, Found)
    assert found.record[:3] == ("7", "Post", MILL)
    assert found.record.date == "2026-01-02"
    assert "body" not in json.loads(found.record.other)
    assert json.loads(found.record.other)["media_name"] == "Post"


def test_broken_lines_lose_themselves_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "LARGEST_FILE", 2000)
    monkeypatch.setattr(records, "LONGEST_TEXT", 1500)
    path = write_lines(
        tmp_path / "a.jsonl",
        b"\xef\xbb\xbf" + json.dumps({"text": OWL}).encode(),
        b"{",
        b"[" * 1900,
        b"",
        b"7",
        b'{"text": "\xff"}',
        {"id": 1},
        {"text": " \n"},
        {"text": 5},
        {"text": "long " * 320},
        {"text": "longer " * 3000},
        {"text": "half a pair \ud800 of it"},
    )
    found = read(path)
    assert [(one.line, one.why) for one in found if isinstance(one, Skipped)] == [
        (2, "The line is no JSON."),
        (3, "The line is no JSON."),
        (5, "The line is no JSON object."),
        (6, "The line is no UTF-8."),
        (7, "The line has no column that is known for the text; call it text."),
        (8, "The line has no text."),
        (9, "The line has something else for a text."),
        (10, "The line has a text of more than 1,500 characters; split it."),
        (11, "The line is longer than 0 MB."),
    ]
    assert texts(path) == [OWL, "half a pair ? of it"]
    raw = path.read_bytes()
    for one in found:
        if isinstance(one, Found):
            columns = parse_line(raw[one.place : one.place + one.length]).columns
            assert columns is not None
            assert records.make_record(columns).text == one.record.text
            assert one.record.id == f"a.jsonl:{one.line}"


def test_packed_tables_and_arrays_give_the_same(tmp_path: Path) -> None:
    rows = [{"id": "1", "text": OWL, "series": "A"}, {"id": "2", "text": MILL, "series": "B"}]
    plain = write_lines(tmp_path / "a.jsonl", *rows)
    for name, pack in (("b.jsonl.gz", gzip.compress), ("c.json.bz2", bz2.compress)):
        (tmp_path / name).write_bytes(pack(plain.read_bytes()))
    (tmp_path / "d.json").write_text(json.dumps(rows, indent=1))
    # After RFC 4180: what has line breaks stands in quotes.
    cells = [("id", "text", "series"), *((one["id"], one["text"], one["series"]) for one in rows)]
    (tmp_path / "e.csv").write_text("".join('"' + '","'.join(one) + '"\r\n' for one in cells))
    duckdb.sql(f"COPY (FROM read_json('{plain}')) TO '{tmp_path / 'f.parquet'}'")
    (tmp_path / "part-00000").write_bytes(plain.read_bytes())
    expected = [one.record for one in read(plain) if isinstance(one, Found)]
    for name in ("b.jsonl.gz", "c.json.bz2", "d.json", "e.csv", "f.parquet", "part-00000"):
        got = [one.record for one in read(tmp_path / name) if isinstance(one, Found)]
        assert got == expected, name


def test_what_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    packed = gzip.compress(
        b"".join(json.dumps({"id": n, "text": f"{n} {OWL}"}).encode() + b"\n" for n in range(999))
    )
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *found, last = read(tmp_path / "a.jsonl.gz")
    assert len(found) > 50
    assert all(isinstance(one, Found) for one in found)
    assert isinstance(last, Skipped)
    assert last.why.endswith("and all after it cannot be read: the file breaks off.")


def test_a_file_that_cannot_be_read_or_has_nothing_is_named(tmp_path: Path) -> None:
    damaged = "Cannot read {}: the file is damaged, or not packed as its name says."
    cases = {
        "a.jsonl": (b"", "{} has no texts."),
        "b.csv": (b"id,text\n", "{} has no texts."),
        "c.jsonl.gz": (b"{}", damaged),
        "d.jsonl.bz2": (b"{}", damaged),
        "e.jsonl.gz": (gzip.compress(b"{}")[:5], "Cannot read {}: the file breaks off."),
    }
    for name, (content, why) in cases.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert read(path) == [Skipped(str(path), 0, why.format(path))]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "a.jsonl"
    os.mkfifo(pipe)
    [skipped] = read(pipe)
    assert isinstance(skipped, Skipped)
    assert skipped.why == f"Cannot read {pipe}: it is not a regular file."
    with pytest.raises(ReadError, match="Write it into a file, and name that"):
        list_sources(["-"])


def test_no_encoding_is_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes((json.dumps({"text": OWL}) + "\n").encode("utf-16"))
    found = read(tmp_path / "a.jsonl")
    assert [one.why for one in found if isinstance(one, Skipped)] == [
        "The line is no UTF-8.",
        "The line is no JSON.",
    ]


def test_folders_hold_corpora_and_single_articles(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    (folder / "part.json").mkdir(parents=True)
    write_lines(folder / "part.json" / "part-00001.json", {"id": "x", "text": OWL})
    (folder / "part.json" / "_SUCCESS").touch()
    (folder / "b.txt").write_text(MILL)
    (folder / "c.bin").write_bytes(b"\0")
    listed = list_sources([str(folder), str(folder / "b.txt")])
    assert [(Path(one.path).name, one.kind) for one in listed.sources] == [
        ("b.txt", "file"),
        ("part-00001.json", "jsonl"),
    ]
    assert [one.why for one in listed.skipped] == [f"{folder / 'c.bin'} is no file of texts."]
    assert texts(folder) == [MILL, OWL]
    (tmp_path / "none").mkdir()
    for missing in (tmp_path / "none", tmp_path / "missing.jsonl"):
        with pytest.raises(ReadError):
            list_sources([str(missing)])


@pytest.mark.skipif(sys.platform == "win32", reason="links take a right there")
def test_links_in_a_folder_are_told_and_what_scans_wrote_is_left_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "corpus", write_lines(tmp_path / "outside.jsonl", PASSIM)
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(MILL)
    (folder / "more" / "again.txt").symlink_to(folder / "a.txt")
    for name in ("b.jsonl", "c.txt"):
        (folder / name).symlink_to(outside)
    for scan, left in (("done", "scan.db"), ("begun", "work/lock")):
        (folder / scan / left).parent.mkdir(parents=True)
        (folder / scan / left).touch()
        write_lines(folder / scan / "out.json", PASSIM)

    listed = list_sources([str(folder)])

    assert [one.path for one in listed.sources] == [str(folder / "a.txt")]
    advice = f"links outside the folder, to {outside}; name that, too, to have it read."
    assert sorted(one.why for one in listed.skipped) == [
        f"{folder / 'b.jsonl'} {advice}",
        f"{folder / 'c.txt'} {advice}",
    ]
    named = list_sources([str(folder / "b.jsonl"), str(folder / "done" / "out.json")])
    assert len(named.sources) == 2


def test_a_library_gives_its_articles_but_not_their_older_versions(tmp_path: Path) -> None:
    from storage.models import NewArticle

    with open_library(tmp_path / "library.db") as library:
        first = f"{OWL}\n\n{MILL}"
        library.articles.add(NewArticle(first, "Owl", "Herald", url="https://a.test/owl"))
        second, _ = library.articles.add(
            NewArticle(f"{first} And more.", "Owl", "Herald", url="https://a.test/owl")
        )
        third, _ = library.articles.add(NewArticle(HONEY, "Honey", published="2026-03-01"))
        (source,) = list_sources([], library.path).sources
        found = [one for one in read_source(source, library) if isinstance(one, Found)]
    assert {one.record.id for one in found} == {second.id, third.id}
    assert {(one.record.title, one.record.series) for one in found} == {
        ("Owl", "Herald"),
        ("Honey", ""),
    }


def test_a_damaged_table_is_told(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 and no more")
    [skipped] = read(path)
    assert isinstance(skipped, Skipped)
    assert skipped.why == f"{path} cannot be read as a Parquet file: it seems to be damaged."
