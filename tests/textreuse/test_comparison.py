from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.reading import texts_of
from tests.textreuse.stories import CLOCKS, DAM, FERRY, KEEPER, RAIN, ROAD, quick, stories
from textreuse import PreparedText, Settings, Span, compare


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


class TestWithout:
    def test_a_passage_left_out_leaves_every_answer(self) -> None:
        whole = compare([f"{FERRY}\n\n{DAM}", f"{DAM}\n\n{ROAD}\n\n{FERRY}"])
        dam = next(
            passage
            for passage in whole.passages
            if texts_of(whole, [passage.left, passage.right]) == [DAM, DAM]
        )

        comparison = whole.without([dam])

        assert texts_of(comparison, comparison.shared(0)) == [FERRY]
        assert texts_of(comparison, comparison.shared(1, 0)) == [FERRY]
        assert texts_of(comparison, comparison.only_here(0)) == [DAM]
        assert texts_of(comparison, comparison.only_here(1)) == [DAM, ROAD]
        assert [texts_of(comparison, group.spans) for group in comparison.groups] == [[FERRY] * 2]
        assert [group.id for group in comparison.groups] == [1]

    def test_a_repeat_left_out_is_no_repeat(self) -> None:
        whole = compare([f"{FERRY}\n\n{DAM}\n\n{FERRY}\n\n{RAIN}\n\n{DAM}"])
        ferry, _ = whole.passages

        comparison = whole.without([ferry])

        assert texts_of(comparison, comparison.repeats(0)) == [DAM, DAM]

    def test_the_comparison_itself_stays_as_it_was(self) -> None:
        whole = compare([FERRY, FERRY])
        before = whole.shared(0), whole.groups

        assert whole.without(whole.passages).shared(0) == ()
        assert (whole.shared(0), whole.groups) == before

    def test_passages_that_it_has_not_are_passed_over(self) -> None:
        whole = compare([FERRY, FERRY])

        assert whole.without(compare([f"{RAIN} {DAM}", DAM]).passages) == whole
        assert whole.without([]) == whole

    @quick
    @given(stories(), st.sets(st.integers(0, 30)))
    def test_it_is_as_if_the_passages_had_not_been_found(
        self, texts: list[str], chosen: set[int]
    ) -> None:
        whole = compare(texts)
        left_out = [passage for at, passage in enumerate(whole.passages) if at in chosen]

        comparison = whole.without(left_out)

        assert comparison.passages == tuple(
            passage for passage in whole.passages if passage not in left_out
        )
        for article in range(len(texts)):
            spans = {side for passage in comparison.passages for side in passage.side(article)}
            shared = comparison.shared(article) + comparison.repeats(article)
            assert all(any(span.overlap(one) for one in spans) for span in shared)
            assert set(whole.only_here(article)) <= set(comparison.only_here(article))
        grouped = [passage for group in comparison.groups for passage in group.passages]
        assert sorted(grouped, key=repr) == sorted(comparison.passages, key=repr)


class TestProgress:
    TEXTS = (f"{FERRY} {DAM} {RAIN}", f"{ROAD} {FERRY}", f"{DAM} {CLOCKS}")

    @pytest.mark.parametrize("sensitivity", [1, 2, 3])
    @pytest.mark.parametrize("texts", [(), (FERRY,), TEXTS, TEXTS * 40])
    def test_it_rises_from_nothing_to_all(self, texts: Sequence[str], sensitivity: int) -> None:
        told: list[float] = []

        compare(texts, Settings(sensitivity=sensitivity), progress=told.append)

        assert (told[0], told[-1]) == (0, 1)
        assert told == sorted(set(told))
        assert 4 < len(told) <= 101

    def test_the_comparison_is_the_same(self) -> None:
        assert compare(self.TEXTS, progress=lambda _: None) == compare(self.TEXTS)

    def test_what_it_raises_ends_the_comparison_wherever_that_is(self) -> None:
        told: list[float] = []
        compare(self.TEXTS, progress=told.append)
        heard: list[float] = []

        def leave_at(last: float, share: float) -> None:
            heard.append(share)
            if share >= last:
                raise InterruptedError

        for last in told:
            heard.clear()
            with pytest.raises(InterruptedError):
                compare(self.TEXTS, progress=partial(leave_at, last))
            assert heard[-1] == last


@quick
@given(stories(), st.booleans())
def test_a_text_that_was_compared_before_says_the_same(texts: list[str], boilerplate: bool) -> None:
    settings = Settings(boilerplate=boilerplate)
    prepared = [PreparedText(text) for text in texts]
    others = [PreparedText(f"With-\nout a light-\nhouse.\n\nShare\nFacebook\n\n{FERRY}"), *prepared]
    compare(others, settings)
    compare(["Without it, a light house stands.", *others], settings)

    found = compare(prepared, settings)

    expected = compare(texts, settings)
    assert found.passages == expected.passages
    assert found.corpus == expected.corpus
    assert [found.boilerplate(at) for at in range(len(texts))] == [
        expected.boilerplate(at) for at in range(len(texts))
    ]


@quick
@given(stories(), st.sampled_from(range(1, 5)))
def test_without_repeats_all_else_is_found(texts: list[str], sensitivity: int) -> None:
    settings = Settings(sensitivity=sensitivity)
    texts = [f"{text}\n\n{text}" for text in texts]

    found = compare(texts, settings, repeats=False).passages

    assert list(found) == [one for one in compare(texts, settings).passages if not one.is_repeat]
