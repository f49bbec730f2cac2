from __future__ import annotations

import pytest

from storage.evidence import compare_articles
from storage.library import Library
from storage.sample import add_sample
from tui.reading import Reading
from tui.status import status


@pytest.fixture
def reading(library: Library) -> Reading:
    story = add_sample(library)
    return Reading(story, library.articles.all(story.articles))


def compared(reading: Reading) -> Reading:
    reading.comparison = compare_articles(reading.articles)
    return reading


def test_before_the_comparison_is_done_it_says_so(reading: Reading) -> None:
    assert status(reading) == "comparing…"


def test_outside_a_passage_it_counts_them(reading: Reading) -> None:
    count = len(compared(reading).groups)
    assert status(reading).startswith(f"{count} passages, J goes to the next │ A of 4, ")


def test_in_a_passage_it_names_it_and_where_else_it_stands(reading: Reading) -> None:
    compared(reading)
    for _ in range(3):
        reading.step(1)
    assert status(reading).startswith("passage 3 of ")
    assert "also in B, C, D · same words" in status(reading)


def test_a_repeat_is_told_from_a_copy_elsewhere(reading: Reading) -> None:
    compared(reading)
    while reading.current is None or reading.current.articles != (2,):
        reading.step(1)
    assert "also in" not in status(reading)
    assert "again here" in status(reading)


def test_an_edited_passage_is_never_called_the_same(reading: Reading) -> None:
    compared(reading)
    for group in reading.groups:
        reading.step(1)
        kinds = {passage.kind for passage in group.passages}
        if "same words" in status(reading):
            assert "verbatim" in kinds


def test_a_note_takes_the_line_and_is_cut_when_it_is_long(
    library: Library, reading: Reading
) -> None:
    compared(reading).step(1)
    span = reading.to_annotate()
    assert span is not None
    library.annotations.create([reading.target(span)], "Long. " * 50, ["claim"])
    reading.place(library.annotations.all())
    line = status(reading)
    assert line.startswith("note 1 of 1 · #claim · Long.")
    assert "…" in line
    reading.cycle()
    assert status(reading).startswith("passage 1 of ")
