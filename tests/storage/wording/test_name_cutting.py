from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from storage.wording.name_cutting import NameCutter, cut_end, cut_names

COURTS = [
    "courts_01.03.00_chemists_guardian",
    "courts_01.03.00_chemists_independent",
    "courts_01.03.00_chemists_pa_newswire",
    "courts_01.03.00_chemists_pa",
]


@pytest.mark.parametrize("width", [14, 18, 24, 30, 33])
def test_names_that_begin_alike_keep_what_tells_them_apart(width: int) -> None:
    cut = cut_names(COURTS, width)

    assert len(set(cut)) == len(COURTS)
    for name, shown in zip(COURTS, cut, strict=True):
        own = name.removeprefix("courts_01.03.00_chemists_")
        assert own in shown
        assert cell_len(shown) <= width
        assert shown == name or shown.startswith("…")


def test_as_much_as_fits_stands_before_it_by_whole_words() -> None:
    assert cut_names(COURTS, 24)[0] == "…03.00_chemists_guardian"
    assert cut_names(COURTS, 18)[2] == "…pa_newswire"


def test_a_name_that_says_early_what_is_its_own_loses_its_end() -> None:
    names = ["Police say a man was arrested", "Police: nobody was arrested", "Storm over the coast"]

    assert cut_names(names, 20) == ["Police say a man wa…", "Police: nobody was…", names[2]]


def test_a_word_that_some_begin_with_stays_where_the_next_one_is_seen() -> None:
    names = ["Nvidia’s Campaign to Sell", "Nvidia to Resume Sales", "Nvidia", "rewrite"]

    assert cut_names(names, 12) == ["Nvidia’s Ca…", "Nvidia to R…", "Nvidia", "rewrite"]
    assert cut_names(names, 9) == ["Nvidia’s…", "…to Resu…", "Nvidia", "rewrite"]


def test_names_that_are_one_lose_their_end() -> None:
    assert cut_names(["The storm over the coast"] * 2, 12) == ["The storm o…"] * 2


def test_what_is_its_own_is_cut_at_its_end_where_it_is_too_long() -> None:
    names = [f"courts_chemists_{one}_of_the_galaxy_and_beyond" for one in ("guardian", "keeper")]

    assert cut_names(names, 16) == ["…guardian_of_th…", "…keeper_of_the_…"]


def test_one_long_word_is_shown_from_where_it_differs() -> None:
    names = ["a" * 40 + "bcd", "a" * 40 + "xyz"]

    assert cut_names(names, 10) == ["…abcd", "…axyz"]


def test_names_are_asked_for_once_one_is_too_long() -> None:
    asked = []

    def give() -> list[str]:
        asked.append(True)
        return COURTS

    cutter = NameCutter(give)
    cutter.cut("short", 10)
    assert not asked
    cutter.cut(COURTS[0], 10)
    cutter.cut(COURTS[1], 10)
    assert asked == [True]


def test_wide_letters_take_two_cells() -> None:
    assert cut_end("東京都新聞", 6) == "東京…"
    assert cut_end("東京都新聞", 0) == ""


@given(st.lists(st.text(max_size=30), max_size=6), st.integers(1, 30))
def test_any_names_fit(names: list[str], width: int) -> None:
    for name, shown in zip(names, cut_names(names, width), strict=True):
        assert cell_len(shown) <= max(width, 0)
        assert shown == name or "…" in shown
