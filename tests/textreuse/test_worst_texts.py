"""Whatever the texts say, the work of comparing them grows with their length, not its square."""

from __future__ import annotations

import pytest

from benchmarks.worst_texts import KINDS
from tests.work import count_calls
from textreuse import compare

pytestmark = pytest.mark.slow

WORDS = 3_000
MOST = 240
"""Calls for each word of texts of this length."""


def count_calls_to_compare(texts: list[str]) -> int:
    return count_calls(lambda: compare(texts))


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_text_takes_many_calls_for_each_word(kind: str) -> None:
    one, other = KINDS[kind](WORDS, 1), KINDS[kind](WORDS, 2)

    assert count_calls_to_compare([one, other]) <= MOST * 2 * WORDS
    assert count_calls_to_compare([one, KINDS["prose"](WORDS, 2)]) <= MOST * 2 * WORDS


@pytest.mark.parametrize("kind", ["random over 4 words", "100 refrains", "'A. B. ' repeated"])
def test_work_grows_with_the_number_of_pairs_and_with_the_length(kind: str) -> None:
    short = count_calls_to_compare([KINDS[kind](WORDS, seed) for seed in (1, 2)])

    assert count_calls_to_compare([KINDS[kind](WORDS // 2, seed) for seed in range(5)]) <= 5 * short
    # Three times as long, and some of what every text is given for free is not spent by the short.
    long = count_calls_to_compare([KINDS[kind](3 * WORDS, seed) for seed in (1, 2)])
    assert long <= 4.5 * short
