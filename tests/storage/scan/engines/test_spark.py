"""Spark leaves what the local engine leaves, to the last row."""

from __future__ import annotations

import gzip
import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from storage.errors import ConflictError, CopydeskError
from storage.scan.engines import spark_candidates, spark_components, spark_session
from storage.scan.engines.spark_components import find_components, number_components
from storage.scan.engines.spark_session import open_session
from storage.scan.scan import ScanRequest, run_scan
from tests.storage.scan.test_scan import dump, leave_out_engine, write_corpus

has_spark = find_spec("pyspark") is not None
has_java = bool(os.environ.get("JAVA_HOME") or shutil.which("java"))
needs_spark = pytest.mark.skipif(
    not (has_spark and has_java), reason="Spark or Java is missing; see `make spark`"
)
pytestmark = pytest.mark.filterwarnings("default")  # what PySpark warns of is not ours


@pytest.fixture(params=["few by arrow", "many pickled"])
def is_large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param == "many pickled":
        monkeypatch.setattr(spark_session, "_ARROW", ("there is no such module",))
        for module in (spark_candidates, spark_components, spark_session):
            monkeypatch.setattr(module, "FEW", 0)
    return bool(request.param == "many pickled")


@needs_spark
def test_spark_changes_nothing(tmp_path: Path, is_large: bool) -> None:
    corpus = tmp_path / "a corpus of 100% [é].jsonl"
    lines = write_corpus(corpus).read_bytes().splitlines(keepends=True)
    corpus.write_bytes(
        b"\xef\xbb\xbf"
        + b"".join(lines[:3]).replace(b"\n", b"\r\n")
        + b"\n"
        + b"".join(lines[3:])
        + b'{"id": "d1#2", "text": "It is called as another is"}\n'
        + b'{"id": "d7", "text": "That id was there"}\n{"id": "d7", "text": "And so was this"}\n'
        + b'{"id": "d7#2", "text": "And so was this"}\n{"id": "d7", "text": "That id was there"}\n'
        + b'{"id": "bad", "text": "no UTF-8: \xff"}\n{"text": "It has no id, nor an end"}'
    )
    left: dict[str, Any] = {}
    for engine in ("local", "spark"):
        out = tmp_path / engine
        request = ScanRequest([str(corpus)], out, engine=engine, paraphrase=is_large, workers=1)
        run_scan(request, lambda _: None)
        left[engine] = leave_out_engine(dump(out))

    assert left["spark"] == left["local"]


@needs_spark
def test_components_are_those_of_a_walk_and_an_ended_scan_is_not_mixed(tmp_path: Path) -> None:
    chain = [(at, at + 1) for at in range(40, 60)]
    edges = [*chain[::-1], (3, 1), (1, 7), (7, 9), (9, 3), (12, 12), (100, 40)]
    with open_session(None, 1) as session:
        frame = session.createDataFrame(edges, "one long, other long")
        found = {row["node"]: row["least"] for row in find_components(frame).collect()}
        numbers = {row["node"]: row["number"] for row in number_components(frame).collect()}

    expected = dict.fromkeys((*range(40, 61), 100), 40) | dict.fromkeys((1, 3, 7, 9), 1)
    assert found == {**expected, 12: 12}
    assert numbers == {node: [1, 12, 40].index(least) for node, least in found.items()}

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    request = ScanRequest([str(write_corpus(tmp_path / "corpus.jsonl"))], tmp_path / "out")
    with pytest.raises(KeyboardInterrupt):
        run_scan(request, stop)
    with pytest.raises(ConflictError, match="unfinished scan"):
        run_scan(ScanRequest(request.names, request.out, engine="spark"), stop)


@needs_spark
def test_what_spark_does_not_read_is_said(tmp_path: Path) -> None:
    table = tmp_path / "corpus.csv"
    table.write_text("id,text\n1,Some words\n")

    with pytest.raises(
        CopydeskError, match=r"Spark reads JSON lines and Parquet, and .*corpus\.csv"
    ):
        run_scan(ScanRequest([str(table)], tmp_path / "out", engine="spark"), lambda _: None)


@needs_spark
def test_a_file_that_breaks_off_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "a corpus.jsonl.gz"
    packed.write_bytes(gzip.compress(write_corpus(tmp_path / "corpus.jsonl").read_bytes())[:-20])

    with pytest.raises(CopydeskError, match=r"gave up: .*a corpus\.jsonl\.gz cannot be read"):
        run_scan(ScanRequest([str(packed)], tmp_path / "out", engine="spark"), lambda _: None)
