"""The examples are small enough to count on one's fingers; the sums stand beside them."""

from __future__ import annotations

import math

import pytest

from benchmarks.plagdet import Alignment, Pair, Score, score

CASE = Alignment((0, 100), (500, 600))


def test_what_is_found_exactly_scores_one() -> None:
    result = score([Pair([CASE], [CASE])])

    assert result == Score(1, 1, 1)
    assert result.plagdet == 1


def test_characters_of_both_sides_count() -> None:
    # 50 of 100 on the left and 100 of 100 on the right, of a detection of 100 + 200.
    found = Alignment((50, 150), (450, 650))

    result = score([Pair([CASE], [found])])

    assert result.recall == (50 + 100) / 200
    assert result.precision == (50 + 100) / 300
    assert result.plagdet == pytest.approx(2 * 0.75 * 0.5 / 1.25)


def test_the_right_passage_from_a_wrong_source_is_not_found() -> None:
    assert score([Pair([CASE], [Alignment((0, 100), (600, 700))])]) == Score(0, 0, 1)


def test_touching_is_not_meeting() -> None:
    assert score([Pair([CASE], [Alignment((100, 200), (500, 600))])]) == Score(0, 0, 1)


def test_pieces_cost_granularity_and_overlaps_count_once() -> None:
    pieces = [Alignment((0, 60), (500, 560)), Alignment((40, 100), (540, 600))]

    result = score([Pair([CASE], pieces)])

    assert result == Score(1, 1, 2)
    assert result.plagdet == pytest.approx(1 / math.log2(3))


def test_granularity_counts_only_cases_that_are_detected() -> None:
    missed = Alignment((1000, 1100), (1000, 1100))
    pieces = [Alignment((0, 50), (500, 550)), Alignment((50, 100), (550, 600))]

    result = score([Pair([CASE, missed], pieces)])

    assert result == Score(0.5, 1, 2)


def test_one_detection_may_find_two_cases() -> None:
    # 50 + 50 and 50 + 50 of a detection of 200 + 200.
    cases = [Alignment((0, 50), (0, 50)), Alignment((150, 200), (150, 200))]

    assert score([Pair(cases, [Alignment((0, 200), (0, 200))])]) == Score(1, 0.5, 1)


def test_every_case_counts_alike_however_long() -> None:
    short, long = Alignment((0, 10), (0, 10)), Alignment((0, 990), (0, 990))

    result = score([Pair([short], [short]), Pair([long], [])])

    assert result == Score(0.5, 1, 1)


def test_a_detection_in_a_clean_pair_costs_precision() -> None:
    assert score([Pair([CASE], [CASE]), Pair([], [CASE])]) == Score(1, 0.5, 1)


def test_pairs_are_kept_apart() -> None:
    assert score([Pair([CASE], []), Pair([], [CASE])]) == Score(0, 0, 1)


def test_nothing_to_find_and_nothing_found() -> None:
    result = score([Pair([], [])])

    assert result == Score(0, 0, 1)
    assert result.plagdet == 0


def test_a_detection_of_no_length_covers_nothing() -> None:
    assert score([Pair([CASE], [Alignment((5, 5), (505, 505))])]) == Score(0, 0, 1)
