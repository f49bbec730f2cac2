from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.export.html.segments import Mark, Segment, cut_segments, trim
from tests.storage.desk import thoroughly

LENGTH = 40
OFFSETS = st.integers(-3, LENGTH + 3)
MARKS = st.lists(
    st.builds(Mark, OFFSETS, OFFSETS, st.sampled_from(["p1", "p2", "n1", ""]), st.just("edited")),
    max_size=12,
)


def covers(mark: Mark, offset: int) -> bool:
    return mark.start <= offset < mark.end


@thoroughly
@given(st.integers(0, LENGTH), MARKS, st.lists(OFFSETS, max_size=5))
def test_segments_are_the_whole_text_in_order(
    length: int, marks: list[Mark], cuts: list[int]
) -> None:
    found = cut_segments(length, marks, cuts)

    assert [offset for one in found for offset in range(one.start, one.end)] == list(range(length))
    assert all(one.start < one.end for one in found)
    starts = {one.start for one in found} | {length}
    assert {cut for cut in cuts if 0 <= cut < length} <= starts


@thoroughly
@given(st.integers(0, LENGTH), MARKS, st.lists(OFFSETS, max_size=5))
def test_every_character_has_the_marks_that_cover_it(
    length: int, marks: list[Mark], cuts: list[int]
) -> None:
    for segment in cut_segments(length, marks, cuts):
        assert len(set(segment.marks)) == len(segment.marks)
        for offset in range(segment.start, segment.end):
            assert set(segment.marks) == {mark for mark in marks if covers(mark, offset)}


def test_of_two_marks_the_shorter_comes_first() -> None:
    long, short = Mark(0, 9, "p1", "edited"), Mark(3, 6, "n1", "note")

    assert cut_segments(9, [long, short]) == [
        Segment(0, 3, (long,)),
        Segment(3, 6, (short, long)),
        Segment(6, 9, (long,)),
    ]


def test_an_empty_text_has_no_segment() -> None:
    assert cut_segments(0, [Mark(0, 4, "p1", "edited")], [0, 2]) == []


@given(st.text("ab \n\t", max_size=9), st.data())
def test_what_is_trimmed_has_no_white_space_at_its_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    first, last = trim(text, start, end)

    assert text[first:last] == (text[start:end].strip() or text[start:end])
    assert start <= first <= last <= end
