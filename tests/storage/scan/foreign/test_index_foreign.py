"""What passim and Text-PAIR found is read as a scan of our own is."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from storage.errors import ReadError
from storage.scan.corpus.sources import list_sources
from storage.scan.foreign.foreign_files import choose_format, find_files
from storage.scan.foreign.index_foreign import index_foreign
from storage.scan.foreign.known_text import LEFT_OUT
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_list import ClusterList
from storage.scan.reading.cluster_texts import find_carriers
from storage.scan.reading.fetch_texts import fetch_texts

HEAD, OWL, TAIL = "Ünd — ", "The owl-keeper moved to the mill on Friday.", " Nobody knows why."
WHOLE = f"{HEAD}{OWL}{TAIL}{TAIL}{OWL}"


def write_lines(path: Path, *lines: dict[str, Any] | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    packs = gzip.compress if path.suffix == ".gz" else bytes
    told = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines)
    path.write_bytes(packs(told.encode()))


def row(cluster: int, name: str, begin: int, text: str, **more: object) -> dict[str, object]:
    about = {"id": name, "series": f"Paper {name}", "date": "1848-02-03", "page": 7}
    place = {"uid": 1, "cluster": cluster, "size": 2, "begin": begin, "end": begin + len(text)}
    return {**about, **place, "text": text, **more}


def read(path: Path, out: Path, corpus: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """Return of each cluster the excerpt, and of each of its documents the passage and the text."""
    files = find_files(path)
    form = choose_format(files)
    assert form is not None
    out.mkdir()
    index_foreign(files, form, out, list_sources([corpus]).sources if corpus else ())
    with ScanIndex(out / "scan.db") as index:
        clusters = ClusterList(index)
        told = []
        for at in range(len(clusters)):
            carriers = find_carriers(index, clusters[at].number)
            found = fetch_texts(index.list_sources(), [one.document for one in carriers])
            assert not found.problems
            texts = [found.texts[one.document.number] for one in carriers]
            pairs = zip(carriers, texts, strict=True)
            told.append(
                (clusters[at].excerpt, [(text[one.begin : one.end], text) for one, text in pairs])
            )
    return told


def test_clusters_of_passim_are_read_part_by_part(tmp_path: Path) -> None:
    found = [row(5, "a", 6, OWL), row(5, "b", 0, OWL), row(9, "a", 6 + len(OWL), TAIL)]
    write_lines(tmp_path / "o" / "out.json" / "part-00000.json", found[0], "broken", {"x": 1})
    write_lines(
        tmp_path / "o" / "out.json" / "part-00001.json.gz", *found[1:], row(9, "c", 3, TAIL)
    )
    told = read(tmp_path / "o", tmp_path / "read")
    assert told == [
        (OWL, [(OWL, OWL + TAIL), (OWL, OWL)]),
        (TAIL.strip(), [(TAIL, OWL + TAIL), (TAIL, TAIL)]),
    ]
    with ScanIndex(tmp_path / "read" / "scan.db") as index:
        assert index.read_meta()["skipped"] == "2"
        document = index.get_documents([0])[0]
        assert (document.series, document.date) == ("Paper a", "1848-02-03")
        assert json.loads(document.other) == {"page": 7}
        assert ClusterList(index)[0].first_date == "1848-02-03"


def test_several_may_read_the_same_at_once(tmp_path: Path) -> None:
    write_lines(tmp_path / "o" / "out.json", row(1, "a", 0, OWL), row(1, "b", 0, OWL))
    files = find_files(tmp_path / "o")
    form = choose_format(files)
    assert form is not None
    out = tmp_path / "read"
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(index_foreign, files, form, out) for _ in range(12)]:
            done.result()

    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("read")] == ["read"]
    assert sorted(one.name for one in out.iterdir()) == ["scan.db", "texts.jsonl"]
    with ScanIndex(out / "scan.db") as index:
        assert ClusterList(index)[0].excerpt == OWL


def test_texts_are_whole_where_the_corpus_has_them_as_they_were(tmp_path: Path) -> None:
    write_lines(tmp_path / "out.json", row(1, "a", 6, OWL), row(1, "b", 0, OWL))
    texts = [{"id": "a", "text": WHOLE}, {"id": "b", "text": f"!{OWL}"}, {"id": "c", "text": "x"}]
    write_lines(tmp_path / "corpus.jsonl", *texts)
    told = read(tmp_path / "out.json", tmp_path / "read", str(tmp_path / "corpus.jsonl"))
    assert told == [(OWL, [(OWL, WHOLE), (OWL, OWL)])]


def test_pairs_of_passim_become_clusters(tmp_path: Path) -> None:
    gaps = OWL.replace("-", "\u2010").replace("moved", "mov-ed")
    pair = {
        "id": "a",
        "id2": "b",
        "uid": 1,
        "uid2": 2,
        "series": "A",
        "series2": "B",
        "begin": 6,
        "end": 6 + len(OWL),
        "begin2": 0,
        "end2": len(OWL),
        "matches": 40,
        "s1": gaps,
        "s2": OWL.replace("-", "\u2010").replace("moved", "moved-"),
    }
    write_lines(tmp_path / "align.json", pair, {**pair, "id2": "c", "series2": "C"})
    told = read(tmp_path / "align.json", tmp_path / "read")
    assert told == [(OWL, [(OWL, OWL)] * 3)]


def test_bytes_of_text_pair_become_characters(tmp_path: Path) -> None:
    start, length = len(HEAD.encode()), len(OWL.encode())
    pair = {
        "source_filename": "/far/away/a.txt",
        "target_filename": "b.txt",
        "source_year": "1848",
        "source_start_byte": start,
        "source_end_byte": start + length,
        "source_passage": OWL,
        "target_start_byte": "4",
        "target_end_byte": str(4 + length),
        "target_passage": OWL,
    }
    write_lines(tmp_path / "results" / "alignments.jsonl", pair)
    assert read(tmp_path, tmp_path / "bare") == [(OWL, [(OWL, OWL)] * 2)]
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(WHOLE, "utf-8")
    (tmp_path / "texts" / "b.txt").write_text(f"<p>{OWL}</p>", "utf-8")
    told = read(
        tmp_path / "results" / "alignments.jsonl", tmp_path / "full", str(tmp_path / "texts")
    )
    assert told == [(OWL, [(OWL, WHOLE), (OWL, OWL)])]


def test_what_is_known_in_pieces_says_where_something_is_missing(tmp_path: Path) -> None:
    rows = [row(1, "a", 6, OWL), row(1, "b", 0, OWL), row(2, "a", 90, TAIL), row(2, "b", 60, TAIL)]
    write_lines(tmp_path / "out.json", *rows)
    (_, ((_, text), _)), _ = read(tmp_path / "out.json", tmp_path / "read")
    assert text == f"{OWL}{LEFT_OUT}{TAIL}"


def test_other_files_are_refused_in_a_sentence(tmp_path: Path) -> None:
    write_lines(tmp_path / "other.jsonl", {"id": "a", "text": "no passage"})
    assert choose_format(find_files(tmp_path / "other.jsonl")) is None
    (tmp_path / "alignments.jsonl.lz4").write_bytes(b"\x04")
    with pytest.raises(ReadError, match="unpack it first"):
        find_files(tmp_path / "alignments.jsonl.lz4")
    write_lines(tmp_path / "deep" / "deeper" / "out.json", row(1, "a", 0, OWL))
    with pytest.raises(ReadError, match="no lines of JSON"):
        find_files(tmp_path / "deep")
    write_lines(tmp_path / "out.json", {"cluster": 1, "begin": -1, "id": "a", "text": "x"})
    files = find_files(tmp_path / "out.json")
    form = choose_format(files)
    assert form is not None
    with pytest.raises(ReadError, match="no passage that can be read"):
        index_foreign(files, form, tmp_path)
