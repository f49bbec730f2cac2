from __future__ import annotations

import pytest

from storage.wording.plural import inflect, pluralize


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (2000, "2,000 articles")],
)
def test_a_count_is_told_with_what_is_counted(count: int, told: str) -> None:
    assert pluralize(count, "article") == told


def test_other_forms_are_given() -> None:
    assert [pluralize(count, "story", "stories") for count in (1, 2)] == ["1 story", "2 stories"]
    assert [inflect(count, "stands", "stand") for count in (1, 2)] == ["stands", "stand"]
