from __future__ import annotations

from rich.cells import cell_len

from tui.prompts.about import About


def test_a_quote_gives_way_to_what_is_said_of_it() -> None:
    about = About("The surge passed the gates.", "23 words · A ¶4")
    assert about.fit(80) == "“The surge passed the gates.” · 23 words · A ¶4"
    assert about.fit(41) == "“The surge passed the…” · 23 words · A ¶4"
    assert about.fit(20) == "23 words · A ¶4"
    assert about.fit(4) == "23 w"
    assert about.fit(0) == ""


def test_wide_letters_and_controls_stay_in_their_cells() -> None:
    assert cell_len(About("洪水が門を越えた。" * 9, "9 words").fit(31)) <= 31
    assert About("a\x1b[1m\nb").fit(30) == "“a␛[1m b”"
