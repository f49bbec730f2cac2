"""The pictures of the manual: each word stands where the terminal shows it, in both themes."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from docs.pages import ROOT
from screenshots.drawing import Frame, draw_picture, draw_tour
from screenshots.picture import Fill, Row, Word, read_rows

_CELL = 12.2
_WORDS = re.compile(r'<tspan x="([\d.]+)"(?: textLength="([\d.]+)")?>([^<]*)</tspan>')
_PICTURES = sorted((ROOT / "screenshots").rglob("*.svg"))
_LARGEST = 1_000_000


def export(x: float, text: str, style: str = "fill: #fff") -> str:
    """Return a row as Rich exports it."""
    wide = _CELL * cell_len(unescape(text))
    return (
        f"<style>\n    .terminal-7-r1 {{ {style} }}\n</style>"
        f'<rect fill="#000" x="0" y="1.5" width="{_CELL}" height="24.65"/>'
        f'<rect fill="#000" x="{_CELL}" y="1.5" width="{_CELL}" height="24.65"/>'
        f'<text class="terminal-7-r1" x="{x}" y="20" textLength="{wide:g}"'
        f' clip-path="url(#terminal-7-line-0)">{text}</text>'
    )


def find_words(svg: str) -> list[tuple[float, str, str]]:
    return [(float(x), wide, unescape(word)) for x, wide, word in _WORDS.findall(svg)]


def test_no_word_runs_into_the_next_whatever_the_font() -> None:
    rows = read_rows(export(12.2, "a&#160;hall.&#160;No"))

    assert find_words(draw_picture(rows)) == [
        (12.2, "", "a"),
        (36.6, "61", "hall."),
        (109.8, "24.4", "No"),
    ]


def test_blanks_between_underlined_words_are_underlined() -> None:
    rows = read_rows(export(0, "a&#160;hall", "fill: #fff;text-decoration: underline;"))

    assert [word.text for word in rows[0].words] == ["a ", "hall"]


def test_a_wide_letter_takes_two_cells_and_signs_stay_escaped() -> None:
    svg = draw_picture(read_rows(export(0, "東&#160;&lt;b&gt;")))

    assert find_words(svg) == [(0.0, "24.4", "東"), (36.6, "36.6", "<b>")]
    assert "&lt;b&gt;" in svg


def test_neighbours_of_one_colour_are_drawn_once() -> None:
    assert read_rows(export(0, "a"))[0].fills == (Fill("#000", 0, 2),)


def test_what_frames_have_in_common_is_drawn_once_and_one_stands_still() -> None:
    same, first, second = (
        Row((Fill("#000", 0, 9),), (Word("fill:#fff", 0, text),)) for text in ("same", "one", "two")
    )
    svg = draw_tour([Frame([same, first], "J", 1.0), Frame([same, second], "K", 3.0)], still=1)

    assert [word for _, _, word in find_words(svg)] == ["same", "one", "two"]
    assert ".f1{visibility:visible}@media (prefers-reduced-motion:no-preference)" in svg
    assert "@keyframes k1{0%{visibility:hidden}25.000%{visibility:visible}" in svg


@pytest.mark.parametrize("path", _PICTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pictures_can_be_read_and_ask_for_nothing(path: Path) -> None:
    svg = path.read_text("utf-8")

    ElementTree.fromstring(svg)
    assert find_words(svg)
    assert len(svg) < _LARGEST
    assert "url(" not in svg


def test_every_picture_is_there_in_both_themes_and_shown_on_a_page() -> None:
    names = {
        theme: {path.name for path in _PICTURES if path.parent.name == theme}
        for theme in ("dark", "light")
    }
    pages = "".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))
    shown = set(re.findall(r"screenshots/dark/([\w-]+\.svg)", pages))

    assert names["dark"] == names["light"] == shown
