from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from storage.weak_matches import is_weak_match
from tests.storage.desk import MILL, OWL, WEAKLY, compared
from textreuse import WEAK, Comparison, Group, compare, pair_copies


def group_of(found: Comparison, *, weak: bool) -> Group:
    """Return the only group that the passages make, all of them weak or none."""
    [group] = replace(
        found, passages=tuple(replace(one, weak=weak) for one in found.passages)
    ).groups
    return group


def weak_pairs(found: Comparison, group: Group) -> list[tuple[int, int]]:
    """Return the articles of the pairs of places that are a weak match; of one place an article."""
    pairs = list(permutations(group.spans, 2))
    weak = [pair for pair in pairs if is_weak_match(group, pair_copies(found, group, *pair))]
    assert {pair[::-1] for pair in weak} == set(weak)
    return sorted((one.article, other.article) for one, other in weak if one < other)


@pytest.mark.parametrize(("weak", "expected"), [(False, []), (True, [(0, 1), (0, 2), (1, 2)])])
def test_places_are_a_weak_match_where_weak_passages_join_them(
    weak: bool, expected: list[tuple[int, int]]
) -> None:
    three = compare([OWL, OWL, OWL])

    assert weak_pairs(three, group_of(three, weak=weak)) == expected


def test_copies_that_only_share_a_weak_match_with_a_third_are_none() -> None:
    three = compare([OWL, OWL, OWL])
    both_like_the_third = replace(three, passages=three.passages[1:])

    assert weak_pairs(three, group_of(both_like_the_third, weak=True)) == [(0, 2), (1, 2)]


def test_places_in_one_text_are_told_likewise() -> None:
    twice = compare([f"{OWL}\n\n{MILL}\n\n{OWL}"])
    group = group_of(twice, weak=True)
    first, second = group.spans

    for pair in ((first, second), (second, first)):
        assert is_weak_match(group, pair_copies(twice, group, *pair))


def test_copies_that_weak_matches_alone_tell_of_are_weak() -> None:
    story = compared(*WEAKLY, sensitivity=WEAK)
    [weak] = [one for one in story.kept.passages if one.weak]
    surest = story.kept.passages[0]

    assert story.find_weak_copies(weak.left) == {weak.right}
    assert story.find_weak_copies(surest.left) == frozenset()
    assert compared(*WEAKLY).find_weak_copies(weak.left) == frozenset()
