from __future__ import annotations

from collections.abc import Sequence

from tests.tui.cli.calling import Copydesk


class TestStories:
    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        copydesk("annotate", added[0], "--quote", "barn owl")

        (story,) = copydesk("stories", "--json").json

        assert list(story) == ["id", "name", "articles", "annotations"]
        assert (story["name"], story["articles"], story["annotations"]) == ("Owls", added, 1)

    def test_people_see_a_table(self, copydesk: Copydesk, added: Sequence[str]) -> None:
        head, row = copydesk("stories").lines

        assert head.split() == ["id", "notes", "articles", "name"]
        assert row.split()[1:] == ["0", str(len(added)), "Owls"]
