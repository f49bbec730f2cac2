from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.wording.csv_cells import defuse, restore


@given(st.text(st.sampled_from("'=+-@ａ＝\t\nx"), max_size=6))
def test_a_cell_comes_back_and_begins_no_formula(text: str) -> None:
    cell = defuse(text)

    assert restore(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\n", "＝"))
