"""An index of a scan is read as it was written, and nothing else is taken for one."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from storage.errors import CopydeskError, ReadError
from storage.scan.index.rows import ClusterSpan, IndexedCluster, IndexedDocument, IndexedSource
from storage.scan.index.scan_index import ScanIndex
from storage.scan.index.schema import VERSION
from storage.scan.index.write_index import IndexWriter
from storage.scan.values import AlignedPassage

SOURCE = IndexedSource(0, "/corpus.jsonl", "jsonl", 1234, 5.5)
DOCUMENTS = [
    IndexedDocument(n, f"d{n}", "Herald", "", "2026-01-02", None, 0, 100 * n, 99, 0, "abc", "{}")
    for n in range(3)
]
PASSAGES = [
    AlignedPassage(0, 5, 50, 1, 6, 51, "verbatim", 1.0),
    AlignedPassage(1, 5, 50, 2, 6, 51, "edited", 0.8),
]
CLUSTER = IndexedCluster(1, 3, 1, 9, "2026-01-02", "2026-01-02", 0, "How it begins")
SPANS = [ClusterSpan(1, n, 5, 50) for n in range(3)]


def write(path: Path) -> None:
    index = IndexWriter(path)
    with index.transaction():
        index.add_sources([SOURCE])
        index.add_documents(DOCUMENTS)
        index.count_words([(1, 70)])
        index.add_passages(PASSAGES)
        index.add_clusters([CLUSTER])
        index.add_spans(SPANS)
        index.set_meta({"engine": "local", "stage": "reading"})
        index.set_meta({"stage": None})
    index.finish()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "scan.db")
    assert [one.name for one in tmp_path.glob("scan*")] == ["scan.db"]
    with ScanIndex(tmp_path / "scan.db") as index:
        assert index.read_meta() == {"engine": "local"}
        assert index.list_sources() == [SOURCE]
        documents = index.get_documents([1, 2, 7])
        assert documents == {1: DOCUMENTS[1]._replace(words=70), 2: DOCUMENTS[2]}
        assert index.get_cluster(1) == CLUSTER
        assert index.get_cluster(2) is None
        assert index.list_spans(1) == SPANS
        assert index.list_passages([0, 1]) == PASSAGES[:1]
        assert index.list_passages(range(2000)) == PASSAGES


def test_what_is_interrupted_leaves_what_was_there(tmp_path: Path) -> None:
    index = IndexWriter(tmp_path / "scan.db")
    with index.transaction():
        index.set_meta({"stage": "reading"})
    with suppress(KeyboardInterrupt), index.transaction():
        index.add_sources([SOURCE])
        index.set_meta({"stage": "comparing"})
        raise KeyboardInterrupt
    index.close()
    index = IndexWriter(tmp_path / "scan.db")
    assert index.get_meta("stage") == "reading"
    assert index.connection.execute("SELECT count(*) FROM source").fetchone() == (0,)
    index.close()


def test_other_files_are_no_index(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database")
    sqlite3.connect(tmp_path / "empty.db").close()
    write(tmp_path / "later.db")
    with sqlite3.connect(tmp_path / "later.db") as later:
        later.execute(f"PRAGMA user_version = {VERSION + 1}")
    later.close()
    for name, why in (("text", "not the"), ("empty.db", "not the"), ("later.db", "version")):
        with pytest.raises(ReadError, match=why):
            ScanIndex(tmp_path / name)
    with pytest.raises(CopydeskError, match=r"Another version of Copydesk began .*; delete that"):
        IndexWriter(tmp_path / "later.db")
    with pytest.raises(ReadError):
        ScanIndex(tmp_path / "missing.db")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meta SET value = x'ff'",
        "UPDATE source SET kind = 'fifo'",
        "UPDATE source SET modified = 9e999",
        "UPDATE document SET place = 'behind'",
        "UPDATE document SET length = -1",
        "UPDATE document SET url = x'ff'",
        "UPDATE cluster_span SET begin = 1.5",
        "UPDATE cluster SET days = 9223372036854775807",
        "UPDATE cluster SET excerpt = CAST(x'ff' AS TEXT)",
        "UPDATE passage SET left_begin = 'zzz'",
    ],
)
def test_what_no_scan_writes_is_told_in_a_sentence(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "scan.db"
    write(path)
    change(path, statement)
    with ScanIndex(path) as index, pytest.raises(ReadError, match=r"scan.db is damaged; run"):
        read_all(index)


@pytest.mark.parametrize(
    "statements",
    [
        "DROP TABLE passage",
        """
        DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE endless (key, value) AS
        (SELECT 1, '' UNION ALL SELECT key + 1, '' FROM endless) SELECT * FROM endless
        """,
        """
        ALTER TABLE cluster RENAME excerpt TO text;
        ALTER TABLE cluster ADD excerpt TEXT AS (hex(zeroblob(500000000)))
        """,
        "CREATE TRIGGER seen AFTER INSERT ON meta BEGIN DELETE FROM cluster; END",
        "DROP TABLE cluster_words; CREATE VIRTUAL TABLE cluster_words USING fts5(excerpt)",
    ],
)
def test_nothing_of_an_index_is_run(tmp_path: Path, statements: str) -> None:
    write(tmp_path / "scan.db")
    change(tmp_path / "scan.db", statements)
    with pytest.raises(ReadError, match=r"scan.db is damaged; run the scan again"):
        ScanIndex(tmp_path / "scan.db")


def change(path: Path, statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)


def read_all(index: ScanIndex) -> None:
    index.read_meta()
    index.list_sources()
    index.get_documents(range(3))
    index.get_cluster(1)
    index.list_spans(1)
    index.list_passages(range(3))
