from __future__ import annotations

from tui.library.columns import COLUMNS


def test_the_arrow_of_the_order_fits_in_beside_each_name() -> None:
    wide = [one for one in COLUMNS if one.width and not one.is_number]
    assert [one.name for one in wide if one.width < len(f"{one.name} ▼")] == []


def test_names_over_numbers_take_no_room_from_titles() -> None:
    numbers = [one for one in COLUMNS if one.is_number]
    assert all(one.width < len(f"{one.name} ▼") for one in numbers)
