from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from tests.textreuse.reading import text_of, texts_of
from tests.textreuse.stories import (
    DAM,
    FERRY,
    KEEPER,
    RAIN,
    ROAD,
    VIOLIN,
    quick,
    stories,
    thorough,
)
from textreuse import Comparison, Group, Passage, Span, compare, group_passages


def group_of(comparison: Comparison, text: str) -> Group:
    """Return the one group with a span that reads `text`."""
    (group,) = (group for group in comparison.groups if text in texts_of(comparison, group.spans))
    return group


def test_one_passage_is_one_group_of_two_places() -> None:
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {RAIN}"])

    (group,) = comparison.groups
    (passage,) = comparison.passages
    assert group.id == 1
    assert group.spans == (passage.left, passage.right)
    assert group.passages == (passage,)
    assert group.articles == (0, 1)


def test_three_texts_that_carry_a_sentence_are_one_group() -> None:
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {RAIN}", f"{ROAD} {FERRY} {VIOLIN}"])

    (group,) = comparison.groups
    assert texts_of(comparison, group.spans) == [FERRY] * 3
    assert group.articles == (0, 1, 2)
    assert len(group.passages) == 3


def test_an_edited_copy_is_in_the_group_of_its_originals() -> None:
    rewrite = FERRY.replace("dawn", "noon")
    comparison = compare([f"{DAM} {FERRY}", f"{rewrite} {RAIN}", f"{ROAD} {FERRY}"])

    (group,) = comparison.groups
    assert texts_of(comparison, group.spans) == [FERRY, rewrite, FERRY]


def test_every_occurrence_is_a_place_of_the_group() -> None:
    comparison = compare([f"{FERRY}\n{DAM}\n{FERRY}", f"{RAIN}\n{FERRY}\n{ROAD}\n{FERRY}"])

    (group,) = comparison.groups
    assert texts_of(comparison, group.spans) == [FERRY] * 4
    assert [span.article for span in group.spans] == [0, 0, 1, 1]


def test_different_passages_are_different_groups() -> None:
    comparison = compare([f"{FERRY} {DAM} {RAIN}", f"{RAIN} {VIOLIN} {FERRY}"])

    assert [group.id for group in comparison.groups] == [1, 2]
    assert [text_of(comparison, group.spans[0]) for group in comparison.groups] == [FERRY, RAIN]


def test_a_long_repeat_does_not_swallow_the_groups_of_its_sentences() -> None:
    half = f"{FERRY} {DAM} {RAIN} {ROAD}"
    comparison = compare([f"{half}\n\n{half}", f"{VIOLIN} {DAM}", f"{ROAD} {KEEPER}"])

    assert texts_of(comparison, group_of(comparison, half).spans) == [half] * 2
    assert texts_of(comparison, group_of(comparison, DAM).spans) == [DAM] * 3
    assert texts_of(comparison, group_of(comparison, ROAD).spans) == [ROAD] * 3


def test_a_place_covers_all_that_is_taken_from_it() -> None:
    short = FERRY.removesuffix(" with forty crates of oranges.")
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {RAIN}", f"{ROAD} {short}"])

    (group,) = comparison.groups
    assert texts_of(comparison, group.spans) == [FERRY, FERRY, short]


def test_ids_count_from_one_by_first_place() -> None:
    comparison = compare([f"{FERRY} {DAM} {RAIN}", RAIN, DAM, FERRY])

    assert [group.id for group in comparison.groups] == [1, 2, 3]
    assert [group.spans[0] for group in comparison.groups] == sorted(
        group.spans[0] for group in comparison.groups
    )


def test_no_passages_have_no_groups() -> None:
    assert compare([FERRY, DAM]).groups == ()


@thorough
@given(stories())
def test_every_passage_is_in_one_group(texts: list[str]) -> None:
    comparison = compare(texts)

    grouped = [passage for group in comparison.groups for passage in group.passages]

    assert sorted(grouped, key=place) == list(comparison.passages)


def place(passage: Passage) -> tuple[Span, Span]:
    return passage.left, passage.right


@thorough
@given(stories())
def test_both_sides_of_a_passage_lie_in_places_of_its_group(texts: list[str]) -> None:
    for group in compare(texts).groups:
        for passage in group.passages:
            for side in (passage.left, passage.right):
                assert any(span.overlap(side) == side.length for span in group.spans)


@quick
@given(stories())
def test_the_places_of_a_group_are_sorted_and_at_least_two(texts: list[str]) -> None:
    for group in compare(texts).groups:
        assert len(group.spans) >= 2
        assert list(group.spans) == sorted(set(group.spans))


@quick
@given(stories())
def test_groups_are_numbered_in_the_order_of_their_places(texts: list[str]) -> None:
    groups = compare(texts).groups

    assert [group.id for group in groups] == list(range(1, len(groups) + 1))
    assert [group.spans for group in groups] == sorted(group.spans for group in groups)


def test_weak_passages_join_nothing() -> None:
    comparison = compare([f"{FERRY} {DAM}", f"{FERRY} {KEEPER}", f"{FERRY} {RAIN}"])
    sure = comparison.passages[0]

    groups = group_passages([sure, *(replace(one, weak=True) for one in comparison.passages[1:])])

    assert [len(group.spans) for group in groups] == [2, 2, 2]
    assert [group.passages[0].weak for group in groups] == [False, True, True]
