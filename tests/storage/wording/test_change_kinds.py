from __future__ import annotations

from storage.wording.change_kinds import count_changes, name_change
from textreuse import CHANGE_KINDS


def test_every_kind_has_a_name() -> None:
    assert len({name_change(kind) for kind in CHANGE_KINDS}) == len(CHANGE_KINDS)


def test_a_count_goes_with_its_word() -> None:
    assert count_changes("figure", 1) == "1 figure or date"
    assert count_changes("figure", 2) == "2 figures or dates"
    assert count_changes("added", 2) == "2 added"
