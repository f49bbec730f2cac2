from __future__ import annotations

import pytest
from hypothesis import given

from tests.textreuse import reference
from tests.textreuse.places import make_box
from tests.textreuse.stories import (
    DAM,
    FERRY,
    KEEPER,
    RAIN,
    ROAD,
    monotonous_texts,
    quick,
    stories,
    thorough,
)
from textreuse import Settings
from textreuse.passages.alignment import Box, align_chain, find_common_runs, round_to_sentences
from textreuse.passages.chains import chain_seeds
from textreuse.passages.seeds import find_seeds
from textreuse.text.corpus import Corpus, Position, build_corpus
from textreuse.text.prepared_text import PreparedText

LOOSE = Settings()


def boxes_of(texts: list[str], settings: Settings = LOOSE) -> tuple[Corpus, list[Box]]:
    row = build_corpus([PreparedText(text) for text in texts])
    found = [
        align_chain(row, chain, settings)
        for chain in chain_seeds(row, find_seeds(row, settings), settings)
    ]
    return row, [box for box in found if box is not None]


def sides(row: Corpus, box: Box) -> tuple[str, str]:
    left, right = row.span(box.left, box.left_end), row.span(box.right, box.right_end)
    return (
        row.texts[left.article][left.start : left.end],
        row.texts[right.article][right.start : right.end],
    )


def rounded_sides(one: str, other: str, settings: Settings = LOOSE) -> tuple[str, str]:
    row, (box,) = boxes_of([one, other], settings)
    return sides(row, round_to_sentences(row, box, settings))


def test_a_lone_last_word_of_both_sentences_is_taken_in() -> None:
    rewrite = FERRY.replace("of oranges", "full oranges")

    assert rounded_sides(f"{FERRY} {DAM}", f"{rewrite} {ROAD}") == (FERRY[:-1], rewrite[:-1])


def test_a_lone_first_word_of_both_sentences_is_taken_in() -> None:
    rewrite = FERRY.replace("The ferry", "The boat")

    assert rounded_sides(f"{DAM} {FERRY}", f"{KEEPER} {rewrite}") == (FERRY[:-1], rewrite[:-1])


def test_a_lone_word_of_the_sentence_beside_is_not() -> None:
    one, other = f"{FERRY} Divers sank.", f"{FERRY} Our divers swam."

    assert rounded_sides(one, other) == (FERRY[:-1], FERRY[:-1])
    one, other = f"They slept. {FERRY}", f"How they snored! {FERRY}"
    assert rounded_sides(one, other) == (FERRY[:-1], FERRY[:-1])


def test_a_word_that_only_one_side_ends_with_is_not() -> None:
    longer = FERRY.replace(" of oranges.", " and sold oranges to all of us.")

    assert rounded_sides(FERRY, longer)[0] == FERRY.split(" of")[0]


APPOSITION = ", a plan that the council and two of the harbour's oldest families had fought for,"


@pytest.mark.parametrize("other_word", ["", "at last "])
def test_the_end_of_a_sentence_belongs_to_what_stands_before_an_insertion(other_word: str) -> None:
    start = "After eleven years of quarrels the bridge across the northern arm of the bay"
    longer = f"{start}{APPOSITION} was opened."
    shorter = f"{start} {other_word}was opened."

    assert rounded_sides(f"{longer} {DAM}", f"{shorter} {ROAD}") == (longer[:-1], shorter[:-1])


def test_the_beginning_of_a_sentence_belongs_to_what_stands_behind_an_insertion() -> None:
    rest = "was opened after eleven years of quarrels about the northern arm of the bay."
    longer, shorter = f"The bridge{APPOSITION} {rest}", f"The bridge {rest}"

    assert rounded_sides(f"{DAM} {longer}", f"{ROAD} {shorter}") == (longer[:-1], shorter[:-1])


def test_beyond_more_than_an_insertion_it_does_not() -> None:
    start = "After eleven years of quarrels the bridge across the northern arm of the bay"
    shorter = f"{start} was opened."

    longer = f"{start}{APPOSITION} and paid for with two years of their own tolls, was opened."
    assert rounded_sides(longer, shorter) == (start, start)
    longer = f"{start}{APPOSITION} itself opened."
    assert rounded_sides(longer, shorter) == (start, start)


def test_nothing_is_taken_in_that_makes_the_sides_too_unlike() -> None:
    rewrite = FERRY.replace("of oranges", "full oranges")
    copied = FERRY.split(" of")[0]

    for strict in (Settings(sensitivity=1), Settings(min_similarity=0.95)):
        assert rounded_sides(FERRY, rewrite, strict) == (copied, copied)


def test_what_begins_and_ends_with_its_sentences_stays() -> None:
    row, boxes = boxes_of([f"{FERRY} {DAM}", f"{RAIN} {FERRY}"])

    assert [round_to_sentences(row, box, LOOSE) for box in boxes] == boxes


@quick
@given(stories())
def test_rounding_only_adds(texts: list[str]) -> None:
    row, boxes = boxes_of(texts)
    for box in boxes:
        round_box = round_to_sentences(row, box, LOOSE)
        assert round_box.left <= box.left < box.left_end <= round_box.left_end
        assert round_box.right <= box.right < box.right_end <= round_box.right_end
        assert round_box.common >= box.common
        assert round_box.similarity >= LOOSE.min_similarity
        assert not round_box.overlaps_itself
        assert row.article(round_box.left) == row.article(Position(round_box.left_end - 1))
        assert row.is_unbroken(round_box.left, round_box.left_end)
        assert row.is_unbroken(round_box.right, round_box.right_end)


@quick
@given(stories())
def test_rounding_takes_words_of_its_sentences(texts: list[str]) -> None:
    row, boxes = boxes_of(texts)
    for box in boxes:
        round_box = round_to_sentences(row, box, LOOSE)
        for run in round_box.runs:
            lone_before = run[2] == 1 and run[0] < box.left
            lone_after = run[2] == 1 and run[0] >= box.left_end
            if lone_before and run == round_box.runs[0]:
                assert row.sentence(run[0]) == row.sentence(box.left)
            if lone_after and run == round_box.runs[-1]:
                assert row.sentence(run[0]) == row.sentence(Position(box.left_end - 1))


@thorough
@given(monotonous_texts(), monotonous_texts())
def test_common_runs_are_the_longest_common_words_from_either_side(one: str, other: str) -> None:
    left, right = [list(map(ord, text.split())) for text in (one, other)]

    runs = find_common_runs(left, right)

    assert sum(size for _, _, size in runs) == reference.longest_common(left, right)
    assert all(left[a : a + size] == right[b : b + size] for a, b, size in runs)
    assert [(b, a, size) for a, b, size in find_common_runs(right, left)] == runs


def test_a_box_measures_what_corresponds() -> None:
    box = make_box(10, 20, 50, 58, (10, 50, 3), (16, 54, 4))

    assert box.common == 7
    assert box.similarity == pytest.approx(14 / 18)
    assert not box.overlaps_itself
    assert make_box(10, 20, 19, 29, (10, 19, 10)).overlaps_itself
