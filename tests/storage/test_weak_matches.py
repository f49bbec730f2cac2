from __future__ import annotations

from tests.storage.desk import WEAKLY, compared
from textreuse import WEAK


def test_copies_that_weak_matches_alone_tell_of_are_weak() -> None:
    story = compared(*WEAKLY, sensitivity=WEAK)
    [weak] = [one for one in story.kept.passages if one.weak]
    surest = story.kept.passages[0]

    assert story.find_weak_copies(weak.left) == {weak.right}
    assert story.find_weak_copies(surest.left) == frozenset()
    assert compared(*WEAKLY).find_weak_copies(weak.left) == frozenset()
