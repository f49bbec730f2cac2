from __future__ import annotations

import pytest

from tui.prompts.note_scope import NoteScope
from tui.prompts.tag_completion import complete_tag, suggest_tags

TAGS = ["claim", "quote", "claim/disputed", "to check", "Étude", "reclaim", "number"]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("cl", ["claim", "claim/disputed"]),
        ("CLAIM", ["claim", "claim/disputed"]),
        ("disp", ["claim/disputed"]),
        ("che", ["to check"]),
        ("claim, #qu", ["quote"]),
        ("ét", ["Étude"]),
    ],
)
def test_what_begins_so_comes_first(line: str, offered: list[str]) -> None:
    assert suggest_tags(line, TAGS)[: len(offered)] == offered


@pytest.mark.parametrize(("line", "meant"), [("qoute", "quote"), ("nubmer", "number")])
def test_a_slip_of_the_finger_is_understood(line: str, meant: str) -> None:
    assert suggest_tags(line, TAGS)[0] == meant


def test_with_nothing_begun_the_most_used_are_offered_without_those_given() -> None:
    assert suggest_tags("", TAGS, 2) == ["claim", "quote"]
    assert suggest_tags("Claim, ", TAGS, 2) == ["quote", "claim/disputed"]


def test_what_nobody_meant_is_not_offered() -> None:
    assert suggest_tags("xyzzy", TAGS) == []
    assert suggest_tags("x", []) == []


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
