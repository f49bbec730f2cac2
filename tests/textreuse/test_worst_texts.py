"""Whatever the texts say, the work of comparing them grows with their length, not with its square.

Work is counted in calls, of functions and of what a generator yields: the same at every run.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from benchmarks.worst_texts import KINDS
from textreuse import compare

pytestmark = pytest.mark.slow

WORDS = 6_000
MOST = 300
"""Calls for each word: forty times those of prose, which does its work in fewer and longer ones."""


def count_calls(texts: list[str]) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        compare(texts)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_text_takes_many_calls_for_each_word(kind: str) -> None:
    one, other = KINDS[kind](WORDS, 1), KINDS[kind](WORDS, 2)

    assert count_calls([one, other]) <= MOST * 2 * WORDS
    assert count_calls([one, KINDS["prose"](WORDS, 2)]) <= MOST * 2 * WORDS


@pytest.mark.parametrize("kind", ["random over 4 words", "100 refrains", "'A. B. ' repeated"])
def test_work_grows_with_the_number_of_pairs_and_with_the_length(kind: str) -> None:
    short = count_calls([KINDS[kind](WORDS, seed) for seed in (1, 2)])

    assert count_calls([KINDS[kind](WORDS // 2, seed) for seed in range(5)]) <= 5 * short
    assert count_calls([KINDS[kind](3 * WORDS, seed) for seed in (1, 2)]) <= 4 * short
