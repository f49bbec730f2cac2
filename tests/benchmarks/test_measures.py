from __future__ import annotations

import pytest

from benchmarks.measures import auc, overlap


def test_overlap_adds_up_texts_before_it_divides() -> None:
    # 1 of 2 and 3 of 3 found are right; 1 of 1 and 3 of 6 are found.
    result = overlap([({1, 2}, {1}), ({1, 2, 3}, {1, 2, 3, 4, 5, 6})])

    assert (result.precision, result.recall) == (4 / 5, 4 / 7)
    assert result.f1 == pytest.approx(2 * (4 / 5) * (4 / 7) / (4 / 5 + 4 / 7))


def test_overlap_of_nothing_is_nothing() -> None:
    result = overlap([(set(), set())])

    assert (result.precision, result.recall, result.f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("positive", "negative", "expected"),
    [
        ([3, 4], [1, 2], 1),
        ([1, 2], [3, 4], 0),
        ([1, 1], [1], 0.5),
        ([1, 3], [2], 0.5),
        # 2 beats 1 and ties with 2; 3 beats both.
        ([2, 3], [1, 2], 3.5 / 4),
    ],
)
def test_auc(positive: list[float], negative: list[float], expected: float) -> None:
    assert auc(positive, negative) == expected


def test_auc_needs_both_classes() -> None:
    with pytest.raises(ValueError, match="auc"):
        auc([1], [])
