from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from storage.wording.terminal_text import find_controls
from tests.storage.desk import quickly
from tui.base.terminal_guard import TerminalGuard

RED = Style(color="red")


def guard(*segments: Segment) -> list[Segment]:
    return TerminalGuard().apply(list(segments), Color.parse("black"))


@quickly
@given(st.text(st.sampled_from("a天\x1b\x07\x9b\u202e\u2028\u061c") | st.characters(codec="utf-8")))
def test_nothing_that_acts_is_left_and_the_line_is_as_wide(text: str) -> None:
    (drawn,) = guard(Segment(text, RED))

    assert find_controls(drawn.text) == set()
    assert cell_len(drawn.text) == cell_len(text)
    assert drawn.style == RED


def test_what_is_clean_stays_the_same_segment() -> None:
    clean = Segment("“Owl” \u00ad天", RED)

    assert guard(clean)[0] is clean
