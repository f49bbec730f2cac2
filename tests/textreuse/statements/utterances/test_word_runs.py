from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import thorough
from tests.work import count_calls
from textreuse.statements.utterances.word_runs import WordRun, align_words

rows = st.lists(st.sampled_from("abcdef"), max_size=40) | st.lists(
    st.sampled_from("ab"), max_size=200
)


def read(one: str, other: str) -> list[str]:
    words = one.split()
    return [" ".join(words[run.one : run.one_end]) for run in align_words(words, other.split())]


@thorough
@given(rows, rows)
def test_runs_are_equal_in_order_and_the_same_from_either_side(
    one: list[str], other: list[str]
) -> None:
    runs = align_words(one, other)
    assert align_words(other, one) == [WordRun(there, here, size) for here, there, size in runs]
    assert bool(runs) == bool(set(one) & set(other)) or len(other) > 60 or len(one) > 60
    at, there = 0, 0
    for run in runs:
        assert run.size > 0
        assert one[run.one : run.one_end] == other[run.other : run.other_end]
        assert at <= run.one
        assert there <= run.other
        at, there = run.one_end, run.other_end


def test_nothing_in_common_has_no_runs() -> None:
    assert not align_words([], [])
    assert not align_words(["a"], [])
    assert not align_words(["a"], ["b"])


def test_an_altered_word_parts_two_runs() -> None:
    assert read("we will mend the old wall", "we may mend the old wall") == [
        "we",
        "mend the old wall",
    ]


def test_words_left_out_part_two_runs_however_many_they_are() -> None:
    left_out = " ".join(f"w{number}" for number in range(30))
    before, after = "a b c d e f g h", "i j k l m n o p"
    assert read(f"{before} {left_out} {after}", f"{before} {after}") == [before, after]


def test_stray_words_far_away_belong_to_nothing() -> None:
    assert read(
        "the wall of stone is old", "the wall of stone was in a town by the sea of old"
    ) == ["the wall of stone"]


def test_the_same_words_are_taken_where_they_are_nearest() -> None:
    one = "i have not broken laws i have not violated any rule"
    assert read(one, "i have not violated any rule") == ["i have not violated any rule"]


def test_long_rows_take_time_by_their_length() -> None:
    few, many = ([f"{number % 50}" for number in range(words)] for words in (1_000, 4_000))
    calls = [count_calls(partial(align_words, words, [*words[1:], "x"])) for words in (few, many)]

    assert calls[1] <= 4.5 * calls[0]
