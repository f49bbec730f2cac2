from __future__ import annotations

import pytest

from textreuse import name_letters


@pytest.mark.parametrize(
    ("count", "last"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_articles_are_lettered_like_the_columns_of_a_spreadsheet(count: int, last: str) -> None:
    names = name_letters(count)

    assert names[-1] == last
    assert len(set(names)) == count


def test_no_articles_need_no_letters() -> None:
    assert name_letters(0) == []
