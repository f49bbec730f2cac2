from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from storage.weak_matches import is_weak_match
from tests.storage.desk import OWL, WEAKLY, compared
from textreuse import WEAK, Comparison, Group, compare, pair_copies


def group_of(found: Comparison, *weak: int) -> Group:
    """Return the only group that the passages make, those of these indices being weak."""
    passages = tuple(replace(one, weak=number in weak) for number, one in enumerate(found.passages))
    [group] = replace(found, passages=passages).groups
    return group


def weak_pairs(found: Comparison, group: Group) -> list[tuple[int, int]]:
    """Return the articles of the pairs of places that are a weak match; of one place an article."""
    pairs = list(permutations(group.spans, 2))
    weak = [pair for pair in pairs if is_weak_match(group, pair_copies(found, group, *pair))]
    assert {pair[::-1] for pair in weak} == set(weak)
    return sorted((one.article, other.article) for one, other in weak if one < other)


def test_two_places_are_a_weak_match_where_no_surer_passage_joins_them() -> None:
    # The third is a copy of the first by way of the second.
    three = compare([OWL, OWL, OWL])
    for weak, expected in (
        ((), []),
        ((1,), []),
        ((0, 1), [(0, 1), (0, 2)]),
        ((0, 1, 2), [(0, 1), (0, 2), (1, 2)]),
    ):
        assert weak_pairs(three, group_of(three, *weak)) == expected


def test_copies_that_only_share_a_weak_match_with_a_third_are_none() -> None:
    three = compare([OWL, OWL, OWL])
    both_like_the_third = replace(three, passages=three.passages[1:])

    assert weak_pairs(three, group_of(both_like_the_third, 0, 1)) == [(0, 2), (1, 2)]


def test_copies_that_weak_matches_alone_tell_of_are_weak() -> None:
    story = compared(*WEAKLY, sensitivity=WEAK)
    [weak] = [one for one in story.kept.passages if one.weak]
    surest = story.kept.passages[0]

    assert story.find_weak_copies(weak.left) == {weak.right}
    assert story.find_weak_copies(surest.left) == frozenset()
    assert compared(*WEAKLY).find_weak_copies(weak.left) == frozenset()
