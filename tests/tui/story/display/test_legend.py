from __future__ import annotations

import pytest
from rich.cells import cell_len

from storage.comparing import compare_story
from storage.library import Library
from storage.sample_story import add_sample
from textreuse import EDITED, PARAPHRASE, VERBATIM, WEAK
from tui.keys.keymap import Keymap
from tui.story.display.legend import Legend, fit_legend, make_legend
from tui.story.display.styles import STYLES
from tui.story.lenses import LENSES, Lens
from tui.story.story_reader import StoryReader


@pytest.fixture
def reading(library: Library) -> StoryReader:
    story = add_sample(library)
    made = StoryReader(story, library.articles.get_all(story.articles))
    made.take(compare_story(made.articles))
    return made


def say(legend: Legend, width: int) -> str:
    return "".join(bit.text for bit in fit_legend(legend, width))


def test_with_room_it_says_what_is_seen_what_counts_and_where_one_is(reading: StoryReader) -> None:
    assert say(make_legend(reading, PARAPHRASE), 200) == (
        "f shared  only here  missing here  repeats  quotations  disagreements  notes"
        " │ ┃ verbatim  ┇ edited  ┊ paraphrase  changed"
        "  current  ✎ note  · boilerplate  ╎ ignored"
        " │ all kinds │ A of 4 · ¶1 of 15"
    )


def test_in_120_cells_it_names_the_other_lenses_in_fewer_letters(reading: StoryReader) -> None:
    assert say(make_legend(reading, PARAPHRASE), 118) == (
        "shared  only here  missing  repeats  quotes  disagree  notes"
        " │ ┃ verbatim  ┇ edited  ┊ paraphrase  ✎ note │ A ¶1/15"
    )
    reading.look_through("quotations")
    assert say(make_legend(reading, PARAPHRASE), 118).startswith(
        "shared  only here  missing  repeats  quotations  disagree  notes"
    )


def test_in_80_cells_it_says_it_in_fewer_words(reading: StoryReader) -> None:
    assert say(make_legend(reading, PARAPHRASE), 78) == (
        "shared 1/7 │ ┃ verbatim  ┇ edited  ┊ paraphrase  ✎ note │ A of 4 · ¶1 of 15"
    )
    assert say(make_legend(reading, EDITED), 78) == (
        "shared 1/7 │ ┃ verbatim  ┇ edited  ✎ note │ no paraphrases │ A of 4 · ¶1 of 15"
    )


def test_what_is_not_so_at_first_is_said_as_long_as_there_is_room(reading: StoryReader) -> None:
    assert "verbatim only · locked" in say(make_legend(reading, VERBATIM, locked=True), 80)
    assert "edited" not in say(make_legend(reading, VERBATIM), 200)


@pytest.mark.parametrize("lens", LENSES)
def test_the_current_lens_is_marked_and_each_can_be_chosen(
    reading: StoryReader, lens: Lens
) -> None:
    reading.look_through(lens)
    for width in (60, 80, 120, 200):
        bits = fit_legend(make_legend(reading, PARAPHRASE), width)
        assert [bit.text for bit in bits if bit.style == "chosen"] == [lens]
        if width >= 120:
            assert [bit.lens for bit in bits if bit.lens] == list(LENSES)


@pytest.mark.parametrize(
    ("lens", "marks"),
    [
        ("only here", ["", "dimmed", "current", "annotation", "boilerplate", "ignored"]),
        ("quotations", ["quotation", "flagged", "changed", "current", "annotation"]),
        ("disagreements", ["conflict", "precision", "later", "current", "annotation", "ignored"]),
        ("repeats", ["repeat", "current", "annotation", "boilerplate", "ignored"]),
        ("notes", ["annotation", "boilerplate", "ignored"]),
    ],
)
def test_it_names_the_marks_of_the_lens(reading: StoryReader, lens: Lens, marks: list[str]) -> None:
    reading.look_through(lens)
    legend = make_legend(reading, PARAPHRASE)
    assert [bit.style for bit in legend.marks[0] if bit.text.strip()] == marks
    assert set(marks) <= {"", *STYLES}


def test_before_the_comparison_it_tells_no_paragraph(library: Library) -> None:
    story = add_sample(library)
    reading = StoryReader(story, library.articles.get_all(story.articles))
    assert say(make_legend(reading, PARAPHRASE), 200).endswith("│ A of 4")


def test_it_names_the_keys_in_force(reading: StoryReader) -> None:
    keymap = Keymap({("compare", "next_lens"): ["f8"]})
    assert say(make_legend(reading, PARAPHRASE, keymap), 200).startswith("F8 shared")


def test_it_follows_the_cursor(reading: StoryReader) -> None:
    reading.move_to(1, reading.pages[1].last)
    assert "B of 4 · ¶14 of 14" in say(make_legend(reading, PARAPHRASE), 200)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("sensitivity", [VERBATIM, EDITED, PARAPHRASE, WEAK])
def test_it_is_never_wider_than_the_room(
    reading: StoryReader, lens: Lens, sensitivity: int
) -> None:
    reading.look_through(lens)
    for locked in (False, True):
        legend = make_legend(reading, sensitivity, locked=locked)
        for width in range(221):
            said = say(legend, width)
            assert cell_len(said) <= width
            assert (lens in said) == (width >= cell_len(lens))
