"""What PAN measures of pairs, and METER of letters, is the same of a scan as of comparing pairs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measures import overlap
from benchmarks.plagdet import Alignment, Interval, Pair, score
from benchmarks.scan_corpus import Corpus, Place
from benchmarks.scan_recall import read_alignments
from storage.scan.scan import ScanRequest, run_scan
from textreuse import EDITED, Settings, compare

CORPUS = Corpus(1_500, words=120, seed=4)
PLANTED = [one for one in CORPUS.list_planted() if one.taking != "reworded"]
TEXTS = {side.article: CORPUS.make_row(side.article)["text"] for one in PLANTED for side in one[1:]}


def test_a_scan_has_the_figures_of_comparing(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(
        "".join(json.dumps({"id": f"{key}", "text": text}) + "\n" for key, text in TEXTS.items())
    )
    run_scan(ScanRequest([str(corpus)], tmp_path / "out", workers=1), lambda _: None)
    scanned: defaultdict[tuple[int, int], list[Alignment]] = defaultdict(list)
    for one in read_alignments(tmp_path / "out" / "align.json"):
        left, right = (one.left_begin, one.left_end), (one.right_begin, one.right_end)
        scanned[int(one.left), int(one.right)].append(Alignment(left, right))
        scanned[int(one.right), int(one.left)].append(Alignment(right, left))
    pairs = [(one.source.article, one.target.article) for one in PLANTED]
    compared = {pair: _compare(*pair) for pair in pairs}

    by_scan = score(_judge(scanned))
    by_comparing = score(_judge(compared))
    assert by_scan == by_comparing
    assert by_scan.plagdet > 0.8
    letters = [
        overlap(
            (_list_letters(pair.detections), _list_letters(pair.cases)) for pair in _judge(found)
        )
        for found in (scanned, compared)
    ]
    assert letters[0] == letters[1]
    assert letters[0].f1 > 0.8


def _compare(left: int, right: int) -> list[Alignment]:
    return [
        Alignment((one.left.start, one.left.end), (one.right.start, one.right.end))
        for one in compare([TEXTS[left], TEXTS[right]], Settings(sensitivity=EDITED)).passages
        if not one.is_repeat
    ]


def _judge(found: dict[tuple[int, int], list[Alignment]]) -> list[Pair]:
    return [
        Pair(
            [Alignment(_get_place(one.source), _get_place(one.target))],
            sorted(found[one.source.article, one.target.article]),
        )
        for one in PLANTED
    ]


def _get_place(place: Place) -> Interval:
    return place.begin, place.end


def _list_letters(alignments: Sequence[Alignment]) -> set[int]:
    return {at for one in alignments for at in range(*one.right)}
