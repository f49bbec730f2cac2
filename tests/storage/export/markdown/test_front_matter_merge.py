from __future__ import annotations

import pytest
import yaml

from storage.export.markdown.front_matter_merge import renewed

SAID = "# Tide\n\n**A** #seen\n\n#claim #to-check\n"
OURS = {"title": '"Tide"', "tags": '["seen", "claim"]'}


def after(lines: str, ours: dict[str, str] | None = None) -> dict[str, object]:
    text = renewed(f"---\n{lines}---\nBelow.\n", ours or OURS, SAID)
    head, below = text.removeprefix("---\n").split("---\n")
    assert below == "Below.\n"
    return dict(yaml.safe_load(head))


def test_a_title_that_was_our_heading_follows_the_story() -> None:
    assert after('title: "Tide"\n', {"title": '"Storm"'}) == {"title": "Storm"}


@pytest.mark.parametrize("line", ['title: "My own"\n', "title: My own\n", "title: >-\n  My own\n"])
def test_a_title_of_the_user_stays(line: str) -> None:
    assert after(line, {"title": '"Storm"'}) == {"title": "My own"}


@pytest.mark.parametrize(
    "lines",
    ['tags: ["to-check", "mine"]\n', "tags:\n  - to-check\n  - mine\n", "tags: to-check, mine\n"],
)
def test_tags_of_the_user_stay_and_ours_are_renewed(lines: str) -> None:
    assert after(lines, {"tags": '["seen", "claim"]'}) == {"tags": ["seen", "claim", "mine"]}


def test_what_says_the_same_stays_as_it_is_written() -> None:
    text = "---\ntitle: Tide\ntags:\n- seen\n- claim\n- mine\n---\n"
    assert renewed(text, {"tags": OURS["tags"]}, SAID) == text


def test_tags_that_cannot_be_read_are_renewed() -> None:
    assert after("tags: {a: [}\n", {"tags": '["seen"]'}) == {"tags": ["seen"]}


def test_other_keys_stay_and_missing_ones_come_to_the_end() -> None:
    assert list(after("reporter: me\ntags: []\n")) == ["reporter", "tags", "title"]
