from __future__ import annotations

import pytest

from storage.ids import name_by_id
from storage.tables.story_names import is_called_after

CHESS = "A quiet  chess tournament"


@pytest.mark.parametrize(
    ("name", "title", "is_after"),
    [
        ("A quiet chess tournament", CHESS, True),
        ("A quiet chess tournament (2)", CHESS, True),
        (f"{name_by_id('abc')} (12)", CHESS, True),
        ("Chess", CHESS, False),
        ("A quiet chess tournament", "A quiet chess", False),
        ("", "", False),
    ],
)
def test_the_name_of_an_article_alone(name: str, title: str, *, is_after: bool) -> None:
    assert is_called_after(name, "abc", title) is is_after
