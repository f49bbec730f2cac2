"""Weak matches are numbered after all others, and renumber none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.passage_numbers import PassageNumbers, find_repeats, is_shared
from tests.storage.desk import HONEY, MILL, OWL, PARADE, WEAKLY, compared, thoroughly
from tests.storage.test_passage_numbers import at, cut, having, texts_of_any_sort, told
from textreuse import WEAK, Kind, compare


@thoroughly
@given(texts_of_any_sort, st.data())
def test_weak_matches_renumber_nothing_and_come_last(texts: list[str], data: st.DataObject) -> None:
    found = compare(texts)
    weak = data.draw(
        st.lists(st.booleans(), min_size=len(found.passages), max_size=len(found.passages))
    )
    marked = [
        replace(one, weak=is_weak) for one, is_weak in zip(found.passages, weak, strict=False)
    ]
    whole = replace(found, passages=tuple(marked))
    sure = whole.without(one for one in marked if one.weak)
    usual, at_last = PassageNumbers(whole, sure), PassageNumbers(whole, whole, with_weak=True)

    before = [usual.number_passage(group) for group in filter(is_shared, sure.groups)]
    assert before == list(range(1, usual.passages + 1))
    numbered = {
        passage: usual.number_passage(group)
        for group in filter(is_shared, sure.groups)
        for passage in group.passages
    }
    for group in filter(is_shared, whole.groups):
        number = at_last.number_passage(group)
        known = {numbered[passage] for passage in group.passages if passage in numbered}
        assert number in known if known else usual.passages < number <= at_last.passages
        assert usual.has_passage(number)


def test_weak_matches_are_numbered_after_the_others_and_counted_where_they_are_shown() -> None:
    story = compared(*WEAKLY)
    assert (told(story), story.numbers.passages) == ([1, 2], 2)

    at_last = at(story, WEAK)

    assert (told(at_last), at_last.numbers.passages) == ([1, 3, 2], 3)
    assert [number for number in range(5) if story.numbers.has_passage(number)] == [1, 2, 3]


def test_a_weak_match_between_places_of_sure_passages_has_a_number_of_its_own() -> None:
    sure = compare([f"{OWL} {MILL}", f"{OWL} {MILL} {HONEY}", HONEY])
    owl_and_mill, honey = sure.passages
    between = replace(owl_and_mill, right=honey.left, weak=True)
    whole = replace(sure, passages=(owl_and_mill, between, honey))

    numbered = PassageNumbers(whole, whole, with_weak=True)

    assert [numbered.number_passage(group) for group in whole.groups] == [1, 3, 2]
    assert numbered.passages == 3
    usual = PassageNumbers(whole, sure)
    assert [usual.number_passage(group) for group in sure.groups] == [1, 2]
    assert (usual.passages, usual.has_passage(3)) == (2, True)


@pytest.mark.parametrize("kind", ["verbatim", "paraphrase"])
@pytest.mark.parametrize(("weak", "number"), [(False, 1), (True, 2)])
def test_a_sure_piece_is_one_of_the_sure_passage_though_a_weak_match_is_closer(
    kind: Kind, weak: bool, number: int
) -> None:
    [passage] = compare([f"{OWL} {MILL} {HONEY} {PARADE}"] * 2).passages
    whole = having(cut(passage, 170, weak=True), replace(passage, kind=kind))
    found = having(cut(passage, 160, weak=weak))

    numbered = PassageNumbers(whole, found, with_weak=True)

    assert len(whole.groups) == 2
    assert [numbered.number_passage(group) for group in found.groups] == [number]


def test_what_only_a_weak_match_shares_has_a_number_though_it_is_repeated_for_sure() -> None:
    found = compare([f"{OWL}\n\n{MILL}\n\n{OWL}", OWL])
    marked = [replace(one, weak=one.left.article != one.right.article) for one in found.passages]
    whole = replace(found, passages=tuple(marked))
    sure = whole.without(one for one in marked if one.weak)
    usual, at_last = PassageNumbers(whole, sure), PassageNumbers(whole, whole, with_weak=True)
    [repeat], [_, *matches] = sure.groups, sorted(whole.groups, key=is_shared)

    assert (usual.passages, usual.number_repeat(repeat, 0), usual.has_passage(1)) == (0, 1, True)
    assert [at_last.number_passage(match) for match in matches] == [1, 2]
    assert at_last.passages == 2
    assert (at_last.number_repeat(repeat, 0), at_last.repeats) == (1, 1)


def test_places_that_are_weak_matches_with_one_elsewhere_are_no_repeat() -> None:
    found = compare([f"{OWL}\n\n{MILL}\n\n{OWL}", OWL])
    weak = [replace(one, weak=True) for one in found.passages]
    across = having(*(one for one in weak if not one.is_repeat))

    assert [list(find_repeats(group)) for group in across.groups] == [[], []]
    assert PassageNumbers(across, across, with_weak=True).repeats == 0
