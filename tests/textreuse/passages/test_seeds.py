from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse import reference
from tests.textreuse.places import make_seed, stretch
from tests.textreuse.stages import number_texts
from tests.textreuse.stories import (
    DAM,
    FERRY,
    RAIN,
    few_words,
    quick,
    stories,
    thorough,
    word_stories,
)
from textreuse import Settings
from textreuse.passages.seeds import find_seeds

ALL = Settings(max_occurrences=1000)


def test_a_match_is_as_long_as_the_words_are_the_same() -> None:
    row = number_texts(f"Yesterday {FERRY} Then it sank.", f"Reporters say {FERRY} Then nothing.")

    assert find_seeds(row, ALL) == [make_seed(left=1, right=20, size=14)]


def test_no_match_runs_from_one_text_into_the_next() -> None:
    one, other = FERRY.removesuffix(" forty crates of oranges."), "forty crates of oranges"

    assert find_seeds(number_texts(FERRY, one, other), ALL) == [
        make_seed(left=0, right=14, size=9),
        make_seed(left=9, right=24, size=4),
    ]


def test_too_few_words_are_no_match() -> None:
    row = number_texts("the old harbour was closed", "she loves the old harbour")

    assert find_seeds(row, ALL) == []
    assert find_seeds(row, Settings(ngram=3)) == [make_seed(left=0, right=8, size=3)]


def test_a_text_is_matched_with_itself() -> None:
    row = number_texts(f"{FERRY} {RAIN} {FERRY}")

    assert find_seeds(row, ALL) == [make_seed(left=0, right=25, size=13)]


def test_a_match_may_overlap_itself() -> None:
    assert find_seeds(number_texts("on and on and on and on"), ALL) == [
        make_seed(left=0, right=2, size=5),
    ]


def test_words_left_out_match_nothing() -> None:
    texts = [f"{DAM} {FERRY}", f"{RAIN} {FERRY}"]
    whole = number_texts(*texts)
    without = number_texts(*texts, left_out=(whole.span(*stretch(12, 25)),))

    assert len(find_seeds(whole, ALL)) == 1
    assert find_seeds(without, ALL) == []


def test_no_texts_have_no_matches() -> None:
    assert find_seeds(number_texts(), ALL) == []
    assert find_seeds(number_texts("", ""), ALL) == []


@thorough
@given(word_stories(), st.integers(1, 6))
def test_they_are_all_the_maximal_matches(texts: list[str], ngram: int) -> None:
    row = number_texts(*texts)

    found = find_seeds(row, Settings(ngram=ngram, max_occurrences=1000))

    assert found == reference.maximal_matches(row.tokens, ngram)


@quick
@given(few_words(), st.integers(1, 6))
def test_they_are_all_the_maximal_matches_of_few_words(texts: list[str], ngram: int) -> None:
    row = number_texts(*texts)

    found = find_seeds(row, Settings(ngram=ngram, max_occurrences=1000))

    assert found == reference.maximal_matches(row.tokens, ngram)


@quick
@given(word_stories())
def test_the_reference_is_what_the_word_maximal_means(texts: list[str]) -> None:
    tokens = number_texts(*texts).tokens[:40]
    n = len(tokens)
    same = {
        (left, right, size)
        for left in range(n)
        for right in range(left + 1, n)
        for size in range(1, n - right + 1)
        if tokens[left : left + size] == tokens[right : right + size]
    }
    maximal = {
        (left, right, size)
        for left, right, size in same
        if (left, right, size + 1) not in same and (left - 1, right - 1, size + 1) not in same
    }

    assert reference.maximal_matches(tokens, 1) == sorted(maximal)


@quick
@given(stories())
def test_they_are_all_the_maximal_matches_of_any_texts(texts: list[str]) -> None:
    row = number_texts(*texts)

    assert find_seeds(row, ALL) == reference.maximal_matches(row.tokens, ALL.ngram)


@thorough
@given(word_stories(), st.integers(1, 4))
def test_of_what_stands_too_often_every_place_keeps_a_match(texts: list[str], most: int) -> None:
    row = number_texts(*texts)
    everything = reference.maximal_matches(row.tokens, ALL.ngram)

    found = find_seeds(row, Settings(max_occurrences=most))

    assert set(found) <= set(everything)
    assert places(found) == places(everything)


def places(matches: Sequence[tuple[int, int, int]]) -> set[int]:
    return {
        place + offset
        for left, right, size in matches
        for place in (left, right)
        for offset in range(size)
    }


def test_a_word_said_over_and_over_does_not_take_all_day() -> None:
    texts = ["buffalo " * 2000, "buffalo " * 3000]

    found = find_seeds(number_texts(*texts), Settings())

    assert len(found) <= 4 * Settings().max_occurrences * 5000
