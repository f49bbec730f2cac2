"""The pictures of the README: each word stands where the terminal shows it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from rich.cells import cell_len

from screenshots.place_words import place_words

_CELL = 12.2
_WORDS = re.compile(r'<tspan x="([\d.]+)" textLength="([\d.]+)">([^<]*)</tspan>')


def draw(x: float, text: str) -> str:
    """Return a text as Rich draws it."""
    wide = _CELL * cell_len(text)
    return (
        f'<text class="r1" x="{x}" y="20" textLength="{wide:g}" clip-path="url(#c)">{text}</text>'
    )


def find_words(svg: str) -> list[tuple[float, float, str]]:
    return [
        (float(x), float(wide), unescape(word).replace("\xa0", " "))
        for x, wide, word in _WORDS.findall(svg)
    ]


def test_no_word_runs_into_the_next_whatever_the_font() -> None:
    svg = place_words(draw(12.2, "a&#160;hall.") + draw(97.6, "&#160;No&#160;one"))
    assert find_words(svg) == [
        (12.2, 24.4, "a "),
        (36.6, 61.0, "hall."),
        (109.8, 36.6, "No "),
        (146.4, 36.6, "one"),
    ]


def test_a_wide_letter_takes_two_cells_and_signs_stay_escaped() -> None:
    svg = place_words(draw(0, "東&#160;&lt;b&gt;"))
    assert find_words(svg) == [(0.0, 36.6, "東 "), (36.6, 36.6, "<b>")]
    assert "&lt;b&gt;" in svg


def test_the_pictures_are_drawn_so() -> None:
    pictures = list((Path(__file__).parents[1] / "screenshots").glob("*.svg"))
    assert pictures
    for picture in pictures:
        drawn = picture.read_text("utf-8")
        assert drawn == place_words(drawn)
        assert find_words(drawn)
