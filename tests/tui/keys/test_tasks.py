from __future__ import annotations

from tui.keys.keymap import DEFAULT_KEYMAP
from tui.keys.table import PLACES, keys_of
from tui.keys.tasks import find_task, group_by_task


def test_every_key_of_the_large_screens_is_for_a_task() -> None:
    for where in ("library", "compare", "everywhere"):
        assert [key.action for key in keys_of(where) if find_task(key) == where] == []


def test_every_key_that_holds_on_a_screen_is_in_one_group() -> None:
    for where in PLACES:
        if where == "everywhere":
            continue
        groups = group_by_task(DEFAULT_KEYMAP, where)
        grouped = [key for keys in groups.values() for key in keys]
        assert sorted(grouped) == sorted([*keys_of(where), *keys_of("everywhere")])


def test_the_groups_of_the_compare_view_follow_the_work() -> None:
    assert [*group_by_task(DEFAULT_KEYMAP, "compare")] == [
        *("passages", "select", "annotate", "move", "export", "view"),
    ]
