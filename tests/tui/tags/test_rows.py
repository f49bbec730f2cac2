from __future__ import annotations

from tui.tags.rows import TAG_COLUMNS, choose_columns


def test_definitions_have_what_the_longest_tag_leaves() -> None:
    assert choose_columns(80, 20) == TAG_COLUMNS
    assert choose_columns(120, 60) == TAG_COLUMNS
    wide = {column.name: column.width for column in choose_columns(120, 20)}
    assert (wide["tag"], wide["definition"]) == (31, 0)
