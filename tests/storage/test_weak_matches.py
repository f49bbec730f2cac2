from __future__ import annotations

from dataclasses import replace

from storage.weak_matches import is_weak_match
from tests.storage.desk import MILL, OWL, WEAKLY, compared
from textreuse import WEAK, Comparison, Group, compare


def group_of(found: Comparison, *weak: int) -> Group:
    """Return the only group that the passages make, those of these indices being weak."""
    passages = tuple(replace(one, weak=number in weak) for number, one in enumerate(found.passages))
    [group] = replace(found, passages=passages).groups
    return group


def test_two_places_are_a_weak_match_where_no_surer_passage_joins_them() -> None:
    three = compare([f"{OWL} {MILL}", OWL, OWL])
    for weak, expected in (
        ((), (False, False, False)),
        # The second is a copy of the first, and the third of the second.
        ((1,), (False, False, False)),
        ((1, 2), (False, True, True)),
        ((0, 1, 2), (True, True, True)),
    ):
        group = group_of(three, *weak)
        first, second, third = group.spans
        pairs = ((first, second), (first, third), (second, third))
        assert tuple(is_weak_match(group, *pair) for pair in pairs) == expected
        assert tuple(is_weak_match(group, *pair[::-1]) for pair in pairs) == expected


def test_copies_that_weak_matches_alone_tell_of_are_weak() -> None:
    story = compared(*WEAKLY, sensitivity=WEAK)
    [weak] = [one for one in story.kept.passages if one.weak]
    surest = story.kept.passages[0]

    assert story.find_weak_copies(weak.left) == {weak.right}
    assert story.find_weak_copies(surest.left) == frozenset()
    assert compared(*WEAKLY).find_weak_copies(weak.left) == frozenset()
