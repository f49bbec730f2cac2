from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.scan_candidates import tell_cost, write_fingerprints
from benchmarks.scan_corpus import TAKINGS, Corpus, Place, write_corpus
from benchmarks.scan_recall import Alignment, read_rows, tell_missed, tell_planted
from storage.scan.work.row_file import RowReader
from storage.search.text_measures import list_hashes
from textreuse import split_words

CORPUS = Corpus(1_000, words=120)


def _read(place: Place) -> str:
    return CORPUS.make_row(place.article)["text"][place.begin : place.end]


def test_an_article_is_the_same_whoever_makes_it_and_another_by_another_seed() -> None:
    assert Corpus(1_000, words=120).make_row(7) == CORPUS.make_row(7)
    assert Corpus(1_000, words=120, seed=2).make_row(7) != CORPUS.make_row(7)


def test_two_in_a_hundred_articles_took_something_of_each_kind_from_another_outlet() -> None:
    planted = list(CORPUS.list_planted())

    # Of those that carry a release the first is the source.
    assert len(planted) == 20 - 1
    assert {one.taking for one in planted} == set(TAKINGS)
    for one in planted:
        source, target = (CORPUS.make_row(side.article) for side in one[1:])
        assert source["series"] != target["series"] or one.taking == "press release"


def test_without_their_texts_articles_have_the_fingerprints_that_a_scan_makes_of_these(
    tmp_path: Path,
) -> None:
    corpus = Corpus(60, words=120)
    write_fingerprints(corpus, tmp_path / "fingerprints", jobs=1)

    with RowReader(tmp_path / "fingerprints") as rows:
        for number, row in enumerate(rows.read_range(0, 60)):
            assert row == list_hashes(corpus.make_row(number)["text"]).row.tobytes()
    told = tell_cost(tmp_path, 60, "local", jobs=1)
    assert told.splitlines()[-1].startswith("| 60 | local | 0 s |")


def test_what_was_taken_stands_at_both_places() -> None:
    for one in CORPUS.list_planted():
        source, target = (split_words(_read(side)).keys for side in one[1:])
        assert len(target) > 20
        if one.taking in ("verbatim", "press release"):
            assert source == target
        else:
            assert source != target
            assert len(set(source) & set(target)) > 0.4 * len(set(source))


def test_what_is_written_is_told_and_a_scan_that_found_it_all_did(tmp_path: Path) -> None:
    told = write_corpus(Corpus(300, words=120), tmp_path / "corpus.jsonl", jobs=1)
    rows = list(read_rows(tmp_path / "corpus.jsonl"))
    planted = list(read_rows(told))
    out = tmp_path / "out.json"
    out.write_text(
        "".join(
            json.dumps(
                {
                    "cluster": at,
                    "id": one[side],
                    "begin": one[f"{side}_begin"],
                    "end": one[f"{side}_end"],
                }
            )
            + "\n"
            for at, one in enumerate(planted)
            for side in ("source", "target")
            if one["taking"] != "heavily edited"
        )
    )

    assert [row["id"] for row in rows] == [f"a{number:07}" for number in range(300)]
    heavy = next(one for one in planted if one["taking"] == "heavily edited")
    (tmp_path / "align.json").write_text("")
    found = tell_planted(told, tmp_path)
    assert "| verbatim | 1 | 100.0% |" in found
    assert "| heavily edited | 1 | 0.0% |" in found
    row = {
        "id": heavy["source"],
        "begin": heavy["source_begin"],
        "end": heavy["source_end"],
        "id2": heavy["target"],
        "begin2": heavy["target_begin"],
        "end2": heavy["target_end"],
    }
    (tmp_path / "align.json").write_text(json.dumps(row) + "\n")
    assert "| heavily edited | 1 | 100.0% |" in tell_planted(told, tmp_path)


@pytest.mark.parametrize(
    ("ours", "line"),
    [
        (Alignment("a", 5, 15, "b", 0, 9), "1 of 1 passages, 1 of 1 pairs"),
        (Alignment("a", 50, 60, "b", 0, 9), "0 of 1 passages, 1 of 1 pairs"),
        (Alignment("a", 5, 15, "c", 0, 9), "0 of 1 passages, 0 of 1 pairs"),
    ],
)
def test_a_passage_is_had_where_both_sides_overlap(ours: Alignment, line: str) -> None:
    told, missed = tell_missed([ours], [Alignment("a", 0, 10, "b", 0, 9)])

    assert told.startswith(line)
    assert bool(missed) == line.startswith("0")
