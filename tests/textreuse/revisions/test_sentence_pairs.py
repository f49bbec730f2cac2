from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import quick
from textreuse.revisions.sentence_pairs import Pair, pair_sentences

A, B, C = [1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12, 13, 14, 15]


def pairs(old: list[list[int]], new: list[list[int]]) -> set[tuple[tuple[int, ...], ...]]:
    return {(tuple(range(*one.old)), tuple(range(*one.new))) for one in pair_sentences(old, new)}


def moved(old: list[list[int]], new: list[list[int]]) -> list[int]:
    return [one.new[0] for one in pair_sentences(old, new) if one.is_moved]


def test_the_same_sentences_belong_together() -> None:
    assert pair_sentences([A, B], [A, B]) == [Pair((0, 1), (0, 1)), Pair((1, 2), (1, 2))]


def test_what_is_in_one_alone_has_no_partner() -> None:
    assert pairs([A, B], [A, C]) == {((0,), (0,)), ((1,), ()), ((), (1,))}


def test_an_edited_sentence_is_found_wherever_it_stands() -> None:
    edited = [1, 2, 3, 4, 99]

    assert pairs([A, B, C], [B, C, edited]) == {((0,), (2,)), ((1,), (0,)), ((2,), (1,))}
    assert moved([A, B, C], [B, C, edited]) == [2]


def test_of_two_that_are_alike_the_more_alike_is_taken() -> None:
    near, far = [1, 2, 3, 4, 99], [1, 2, 3, 98, 99]

    assert pairs([A], [far, near]) == {((), (0,)), ((0,), (1,))}


def test_half_the_words_in_common_are_the_least() -> None:
    assert pairs([[1, 2, 3, 4]], [[1, 2, 8, 9]]) == {((0,), (0,))}
    assert pairs([[1, 2, 3, 4, 5]], [[1, 2, 7, 8, 9]]) == {((0,), ()), ((), (0,))}


def test_as_few_as_can_be_were_moved() -> None:
    assert moved([A, B, C], [C, A, B]) == [0]
    assert moved([A, B, C], [A, B, C]) == []


def test_a_sentence_that_was_cut_in_two_goes_with_both() -> None:
    assert pairs([A + B, C], [A, B, C]) == {((0,), (0, 1)), ((1,), (2,))}
    assert pairs([A, B, C], [A + B, C]) == {((0, 1), (0,)), ((2,), (1,))}


def test_a_sentence_beside_that_says_something_else_is_no_part() -> None:
    assert pairs([A, C], [A, B, C]) == {((0,), (0,)), ((), (1,)), ((1,), (2,))}


@quick
@given(
    *[st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=6), max_size=8) for _ in range(2)]
)
def test_every_sentence_is_in_one_pair(old: list[list[int]], new: list[list[int]]) -> None:
    found = pair_sentences(old, new)

    for side, sentences in (("old", old), ("new", new)):
        count = Counter(at for one in found for at in range(*getattr(one, side)))
        assert count == Counter(range(len(sentences)))


@quick
@given(st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=6), max_size=8))
def test_nothing_is_changed_in_the_same_sentences(sentences: list[list[int]]) -> None:
    expected = [Pair((at, at + 1), (at, at + 1)) for at in range(len(sentences))]

    assert pair_sentences(sentences, sentences) == expected
