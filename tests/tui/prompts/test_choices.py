from __future__ import annotations

import pytest

from tui.prompts.choices import Choice, Choices, list_choices

STORIES = [
    "Obama, Boehner at odds over budget",
    "Storm surge at the port",
    "The “Sea Gate” inquiry",
    "Port",
]


@pytest.mark.parametrize(
    ("begun", "meant"),
    [
        ("obama, bo", STORIES[0]),
        ("boehner ob", STORIES[0]),
        ("port", "Port"),
        ("surge", STORIES[1]),
        ('the "sea', STORIES[2]),
    ],
)
def test_half_a_name_is_the_best_match_and_a_new_one_comes_last(begun: str, meant: str) -> None:
    rows, first = list_choices(begun, STORIES, may_create=True)
    assert (first, rows[0]) == (0, Choice(meant))
    assert not any(choice.is_new for choice in rows[1:-1])
    assert rows[-1].is_new == (begun != "port")


def test_the_same_name_is_taken_and_offered_once() -> None:
    assert list_choices("PORT", STORIES, may_create=True) == Choices(
        (Choice("Port"), Choice(STORIES[1])), 0
    )


def test_what_is_only_spelled_alike_comes_after_the_new_name() -> None:
    rows, first = list_choices("Prot", STORIES, may_create=True)
    assert (first, rows[0]) == (0, Choice("Prot", is_new=True))
    assert Choice("Port") in rows


def test_where_no_name_may_be_new_a_likeness_is_not_taken_unasked() -> None:
    rows, first = list_choices("Prot", STORIES, may_create=False)
    assert first is None
    assert rows[0] == Choice("Port")
    assert list_choices("xyzzy", STORIES, may_create=False) == Choices()


def test_with_nothing_begun_all_are_offered_and_none_is_taken() -> None:
    assert list_choices("", STORIES, may_create=True) == Choices(tuple(map(Choice, STORIES)))
