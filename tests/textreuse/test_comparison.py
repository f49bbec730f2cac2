from __future__ import annotations

import pickle

import pytest

from tests.textreuse.reading import texts_of
from tests.textreuse.stories import CLOCKS, DAM, FERRY, KEEPER, RAIN, ROAD
from textreuse import Span, compare


def test_no_texts_have_nothing_in_common() -> None:
    comparison = compare([])

    assert comparison.passages == ()
    assert comparison.groups == ()


@pytest.mark.parametrize("text", ["", " \n ", "…!?", "\x00", "one word"])
def test_texts_without_much_text_have_nothing_in_common(text: str) -> None:
    comparison = compare([text, text, FERRY])

    assert comparison.passages == ()
    assert comparison.groups == ()
    assert comparison.shared(0) == comparison.repeats(0) == ()
    assert texts_of(comparison, comparison.only_here(2)) == [FERRY]


def test_a_text_alone_stands_only_here() -> None:
    comparison = compare([f"{FERRY} {DAM}\n\n{RAIN}"])

    assert comparison.shared(0) == ()
    assert texts_of(comparison, comparison.only_here(0)) == [FERRY, DAM, RAIN]


def test_two_equal_texts_are_one_verbatim_passage() -> None:
    text = f"{FERRY} {DAM}\n\n{RAIN}\n\n{ROAD} {CLOCKS}"

    comparison = compare([text, text])

    (passage,) = comparison.passages
    assert passage.kind == "verbatim"
    assert comparison.shared(0) == (Span(0, 0, len(text)),)
    assert comparison.only_here(1) == ()


def test_what_is_shared_with_several_texts_is_told_once() -> None:
    text = f"{FERRY} {DAM} {RAIN}"

    comparison = compare([text, f"{FERRY} {DAM}", f"{DAM} {RAIN}"])

    assert comparison.shared(0) == (Span(0, 0, len(text)),)


def test_what_is_shared_with_one_of_the_others() -> None:
    comparison = compare([f"{FERRY} {DAM} {RAIN}", f"{FERRY} {ROAD}", f"{CLOCKS} {RAIN}"])

    assert texts_of(comparison, comparison.shared(0)) == [FERRY, RAIN]
    assert texts_of(comparison, comparison.shared(0, 1)) == [FERRY]
    assert texts_of(comparison, comparison.shared(0, 2)) == [RAIN]
    assert comparison.shared(1, 2) == ()


def test_only_here_are_the_sentences_without_a_shared_word() -> None:
    partly = f"{FERRY[:-1]}, although its pilot had warned them twice."

    comparison = compare([f"{KEEPER} {partly} {RAIN}", f"{FERRY} {ROAD}"])

    assert texts_of(comparison, comparison.shared(0)) == [FERRY[:-1]]
    assert texts_of(comparison, comparison.only_here(0)) == [KEEPER, RAIN]
    assert texts_of(comparison, comparison.only_here(1)) == [ROAD]


def test_a_repeat_is_not_shared() -> None:
    comparison = compare([f"{FERRY}\n\n{DAM}\n\n{FERRY}", RAIN])

    assert texts_of(comparison, comparison.repeats(0)) == [FERRY, FERRY]
    assert comparison.shared(0) == comparison.repeats(1) == ()
    assert texts_of(comparison, comparison.only_here(0)) == [FERRY, DAM, FERRY]


def test_lines_without_a_word_are_not_only_here() -> None:
    comparison = compare([f"{FERRY}\n\n* * *\n\n{DAM}"])

    assert texts_of(comparison, comparison.only_here(0)) == [FERRY, DAM]


def test_words_are_counted_in_a_text_and_in_spans_of_it() -> None:
    comparison = compare([f"{FERRY} {DAM}", FERRY])

    assert comparison.word_count(0) == 25
    assert comparison.word_count(0, comparison.shared(0)) == 13
    assert comparison.word_count(0, comparison.only_here(0)) == 12
    assert comparison.word_count(0, []) == 0


def test_outlets_must_be_as_many_as_texts() -> None:
    with pytest.raises(ValueError, match="2 texts, but 1 outlets"):
        compare([FERRY, DAM], outlets=["The Coast"])


def test_the_texts_are_not_changed_and_later_changes_do_not_reach_the_comparison() -> None:
    texts = [FERRY, FERRY]
    comparison = compare(texts)
    before = comparison.passages

    texts.clear()

    assert texts_of(comparison, comparison.shared(1)) == [FERRY]
    assert comparison.passages == before


def test_a_comparison_goes_from_process_to_process_unchanged() -> None:
    comparison = compare([f"{FERRY} {DAM}", f"{FERRY.replace('dawn', 'noon')} {RAIN}"])

    received = pickle.loads(pickle.dumps(comparison))

    assert received.passages == comparison.passages
    assert received.passages[0].runs == comparison.passages[0].runs
    assert received.groups == comparison.groups
    assert received.only_here(0) == comparison.only_here(0)


def test_a_word_said_over_and_over_does_not_take_all_day() -> None:
    texts = ["buffalo " * 1500, "buffalo " * 2000]

    comparison = compare(texts)

    assert comparison.word_count(0, comparison.shared(0)) == 1500
    assert len(comparison.passages) <= 2 * 3500 * 2
