from __future__ import annotations

import pytest

from tests.textreuse.places import positions, stretch
from tests.textreuse.stories import DAM, FERRY, KEEPER
from textreuse.comparison import compare
from textreuse.passages.exact_coverage import ExactCoverage, find_coverage


def test_what_passages_cover() -> None:
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {KEEPER}", DAM])
    found = find_coverage(comparison.corpus, comparison.passages)

    assert set(found) == {(0, 1), (0, 2)}
    between, start = found[0, 1], comparison.corpus.first[1]
    assert between.share(0, *stretch(12, 25)) == 1
    assert between.share(1, *stretch(start, start + 13)) == 1
    assert between.share(0, *stretch(0, 12)) == 0
    assert between.share(0, *stretch(0, 25)) == pytest.approx(13 / 25)


def test_words_in_two_passages_are_covered_once() -> None:
    between = ExactCoverage(
        [(positions(0, 6), positions(50, 56)), (positions(3, 9), positions(70, 76))]
    )

    assert between.share(0, *stretch(0, 12)) == pytest.approx(9 / 12)


def test_a_passage_is_near_where_both_its_ends_are() -> None:
    here, far, long = (
        (positions(100, 110), positions(500, 510)),
        (positions(104, 114), positions(900, 910)),
        (positions(0, 90), positions(400, 490)),
    )
    between = ExactCoverage([here, far, long])

    assert set(between.near(stretch(95, 120), stretch(495, 520))) == {here, long}
    assert set(between.near(stretch(95, 120), stretch(895, 920))) == {far}
    assert set(between.near(stretch(200, 210), stretch(500, 510))) == set()
    assert set(between.near(stretch(0, 5), stretch(400, 405))) == {long}
    assert not list(ExactCoverage().near(stretch(0, 5), stretch(400, 405)))
    assert ExactCoverage().share(0, *stretch(0, 5)) == 0
