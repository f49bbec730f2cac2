from __future__ import annotations

from tui.library.columns import COLUMNS


def test_the_arrow_of_the_order_fits_in_beside_each_name() -> None:
    assert [one.name for one in COLUMNS if one.width and one.width < len(f"{one.name} ▼")] == []
