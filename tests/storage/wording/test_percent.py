from __future__ import annotations

import pytest

from storage.wording.percent import format_percent


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        *((0, 0, "0%"), (0, 10, "0%"), (10, 10, "100%"), (1, 2, "50%"), (1, 3, "33%")),
        *((2, 3, "67%"), (1, 1000, "1%"), (999, 1000, "99%"), (994, 1000, "99%")),
    ],
)
def test_only_nothing_is_0_per_cent_and_only_everything_100(
    part: int, whole: int, shown: str
) -> None:
    assert format_percent(part, whole) == shown
