from __future__ import annotations

import pytest

from tui.prompts.note_scope import NoteScope
from tui.prompts.tag_line import complete_tag, suggest_tags


def offered(line: str, tags: list[str]) -> list[str]:
    return [one.name for one in suggest_tags(line, tags).rows if not one.is_new]


TAGS = ["claim", "quote", "claim/disputed", "to check", "Étude", "reclaim", "number"]


@pytest.mark.parametrize(
    ("line", "likeliest"),
    [
        ("cl", ["claim", "claim/disputed"]),
        ("CLAIM", ["claim", "claim/disputed"]),
        ("disp", ["claim/disputed"]),
        ("che", ["to check"]),
        ("claim, #qu", ["quote"]),
        ("ét", ["Étude"]),
    ],
)
def test_what_begins_so_is_offered_and_taken(line: str, likeliest: list[str]) -> None:
    assert offered(line, TAGS) == likeliest
    assert suggest_tags(line, TAGS).first == 0


@pytest.mark.parametrize(("line", "meant"), [("qoute", "quote"), ("nubmer", "number")])
def test_a_slip_of_the_finger_is_understood(line: str, meant: str) -> None:
    assert offered(line, TAGS)[0] == meant


def test_with_nothing_begun_all_are_offered_without_those_given() -> None:
    assert offered("", TAGS) == TAGS
    assert offered("Claim, ", TAGS) == TAGS[1:]
    assert suggest_tags("Claim, ", TAGS).first is None


def test_a_tag_that_is_there_already_is_no_other_one() -> None:
    choices = suggest_tags("claim, claim", TAGS)
    assert ([one.name for one in choices.rows], choices.first) == (["claim/disputed"], None)


def test_what_nobody_meant_is_not_offered() -> None:
    assert offered("xyzzy", TAGS) == []
    assert offered("x", []) == []


def test_a_new_tag_is_offered_in_its_spelling() -> None:
    assert suggest_tags("quote, #new / one ", TAGS).rows[0] == ("new/one", True)


def test_a_completed_line_is_ready_for_the_next() -> None:
    assert complete_tag("cl", "claim") == "claim, "
    assert complete_tag("quote,  #cl", "claim") == "quote, claim, "
    assert complete_tag("quote, ", "claim") == "quote, claim, "


def test_a_scope_is_a_choice_only_where_there_is_another_place() -> None:
    alone = NoteScope(1, every=True)
    alone.turn()
    assert (alone.every, alone.is_changed, alone.describe("f9")) == (False, False, "")

    several = NoteScope(3, every=True)
    assert several.describe("f9") == "On every copy, 3 places; f9: here only"
    several.turn()
    assert (several.every, several.is_changed) == (False, True)
    assert several.describe("f9") == "Here only; f9: on every copy, 3 places"
