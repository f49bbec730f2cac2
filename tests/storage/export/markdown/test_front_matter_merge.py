from __future__ import annotations

from typing import ClassVar

import pytest
import yaml

from storage.export.markdown.front_matter_merge import renew

SAID = "# Tide\n\n**A** #seen\n\n#claim #to-check\n"
OURS = {"title": '"Tide"', "tags": '["seen", "claim"]'}


def after(lines: str, ours: dict[str, str] | None = None) -> dict[str, object]:
    text = renew(f"---\n{lines}---\nBelow.\n", ours or OURS, SAID)
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
    assert renew(text, {"tags": OURS["tags"]}, SAID) == text


def test_tags_that_cannot_be_read_are_renewed() -> None:
    assert after("tags: {a: [}\n", {"tags": '["seen"]'}) == {"tags": ["seen"]}


def test_other_keys_stay_and_missing_ones_come_to_the_end() -> None:
    assert list(after("reporter: me\ntags: []\n")) == ["reporter", "tags", "title"]


class TestFormerNames:
    """Keys of earlier versions, which called outlets sources."""

    NOW: ClassVar = {"outlet": '"The Gazette"', "outlets": '["The Gazette", "The Coast"]'}
    THEN = 'source: "The Gazette"\nrating: 5\nsources: ["The Gazette", "The Coast"]\n'

    def test_they_are_renamed_where_they_stand(self) -> None:
        told = after(self.THEN, self.NOW)
        assert told == {
            "outlet": "The Gazette",
            "rating": 5,
            "outlets": ["The Gazette", "The Coast"],
        }
        assert list(told) == ["outlet", "rating", "outlets"]

    def test_by_our_heading_of_then_they_are_known_though_their_values_change(self) -> None:
        text = f"---\n{self.THEN}---\n"
        now = {"outlet": '"The Herald"', "outlets": '["The Herald"]'}

        told = renew(text, now, "# Tide\n\n## Sources\n")

        assert told == '---\noutlet: "The Herald"\nrating: 5\noutlets: ["The Herald"]\n---\n'

    def test_a_list_written_line_by_line_is_renamed_whole(self) -> None:
        lines = "sources:\n  - The Gazette\n  - The Coast\nrating: 5\n"
        told = after(lines, {"outlets": self.NOW["outlets"]})
        assert told == {"outlets": ["The Gazette", "The Coast"], "rating": 5}

    def test_a_key_of_the_user_that_only_bears_such_a_name_stays(self) -> None:
        ours = {"outlet": '"The Gazette"'}
        assert after("source: Mrs Pell\n", ours) == {"source": "Mrs Pell", "outlet": "The Gazette"}
        both = 'source: Mrs Pell\noutlet: "The Coast"\n'
        assert after(both, ours) == {"source": "Mrs Pell", "outlet": "The Gazette"}

    def test_a_key_of_the_user_that_has_the_new_name_stays(self) -> None:
        lines = 'outlet: a shop in Kiln Lane\nsource: "The Gazette"\n'
        said = "## Sources"
        told = renew(f"---\n{lines}---\n", {"outlet": '"The Herald"'}, said)
        assert told == "---\n" + lines.replace("The Gazette", "The Herald") + "---\n"
