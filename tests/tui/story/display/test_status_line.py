from __future__ import annotations

import pytest

from storage.comparing import compare_story
from storage.library import Library
from storage.sample_story import add_sample
from tests.storage.desk import lost_target
from textreuse import Span, pair_copies, split_words
from tui.story.display.status_line import describe_status
from tui.story.lenses import Lens
from tui.story.meant import find_meant_span
from tui.story.story_reader import StoryReader


@pytest.fixture
def reading(library: Library) -> StoryReader:
    story = add_sample(library)
    return StoryReader(story, library.articles.get_all(story.articles))


def compared(reading: StoryReader) -> StoryReader:
    reading.take(compare_story(reading.articles))
    return reading


def test_before_the_comparison_is_done_it_says_so(reading: StoryReader) -> None:
    assert describe_status(reading) == "not compared"
    reading.progress = 0.5
    assert describe_status(reading) == "comparing, 50% done, Esc: stop"


def test_outside_a_passage_it_counts_them(reading: StoryReader) -> None:
    count = len(compared(reading).items)
    said = f"{count} passages, J: next │ tags the sentence"
    assert describe_status(reading) == said


@pytest.mark.parametrize(
    ("lens", "counted", "named"),
    [
        ("only here", "sentences only here, J: next", "only here 1 of "),
        ("repeats", "repeat, J: next", "repeat 1 of "),
    ],
)
def test_each_lens_counts_and_names_its_own_items(
    reading: StoryReader, lens: Lens, counted: str, named: str
) -> None:
    compared(reading).look_through(lens)
    reading.cursors[0] = reading.page.last - 1
    assert counted in describe_status(reading) or named[:-5] in describe_status(reading)
    reading.cursors[0] = reading.page.first
    reading.step(1)
    assert describe_status(reading).startswith(f"{named}{len(reading.items)}")


def test_a_lens_without_items_says_so(reading: StoryReader) -> None:
    compared(reading).look_through("notes")
    assert describe_status(reading).startswith("no annotations yet")


def test_in_a_passage_it_names_it_and_where_else_it_stands(reading: StoryReader) -> None:
    compared(reading)
    for _ in range(5):
        reading.step(1)
    assert describe_status(reading).startswith("passage 5 of ")
    assert "also in B, C, D · same words" in describe_status(reading)


def test_a_repeat_is_told_from_a_copy_elsewhere(reading: StoryReader) -> None:
    compared(reading).look_through("repeats")
    reading.step(1)
    assert "also in" not in describe_status(reading)
    assert "again here" in describe_status(reading)


def test_only_the_same_words_are_called_the_same(reading: StoryReader) -> None:
    compared(reading)
    said = []
    for _ in reading.items:
        reading.step(1)
        group = reading.group_here()
        assert group is not None
        assert reading.comparison is not None
        copies = pair_copies(
            reading.comparison, group, reading.span_here(group), reading.copies.find_other(group)
        )
        ours, theirs = (
            split_words(reading.articles[span.article].text[span.start : span.end]).keys
            for span in (copies.ours, copies.theirs)
        )
        said.append("same words" in describe_status(reading))
        assert said[-1] == (ours == theirs)
    assert set(said) == {True, False}


def test_a_note_stands_behind_the_passage_until_it_is_gone_to(
    library: Library, reading: StoryReader
) -> None:
    compared(reading).step(1)
    span = find_meant_span(reading)
    assert span is not None
    library.annotations.create([reading.make_target(span)], "Long. " * 50, ["claim"])
    reading.place(library.annotations.list_all())
    line = describe_status(reading)
    assert line.startswith("passage 1 of ")
    assert " · note 1 of 1 · #claim · Long." in line
    assert "…" in line
    reading.step_to_annotation(1)
    assert describe_status(reading).startswith("note 1 of 1 · #claim · Long.")
    assert "passage 1 of " in describe_status(reading)


def test_an_orphan_does_not_count(library: Library, reading: StoryReader) -> None:
    library.annotations.create([lost_target(reading.articles[0], "words that are gone")])
    library.annotations.create([reading.make_target(Span(0, 10, 20))], "Found")
    compared(reading).place(library.annotations.list_all())
    reading.look_through("notes")
    reading.step(1)
    assert describe_status(reading).startswith("note 1 of 1 · Found")
