from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.storage.desk import PARADE
from tests.tui.cli.calling import HEADLINE, Copydesk


class TestList:
    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        copydesk("annotate", added[0], "--quote", "barn owl", "--tag", "bird")

        second, first = copydesk("list", "--json").json

        assert first == {
            "id": added[0],
            "title": HEADLINE,
            "outlet": "",
            "author": None,
            "published": None,
            "url": None,
            "words": 32,
            "tags": ["bird"],
            "annotations": 1,
            "stories": ["Owls"],
            "coded": [],
            "memos": {},
            "citation_key": None,
            "details": {},
        }
        assert list(second) == list(first)
        assert (second["tags"], second["annotations"]) == ([], 0)

    def test_front_matter_is_told(self, copydesk: Copydesk, folder: Path) -> None:
        (folder / "third.md").write_text(
            "---\nsource: Gazette\nauthor: Nell\ndate: 2026-03-05T10:00:00+02:00\n"
            f"url: https://example.org\n---\n# Parade\n\n{PARADE}\n"
        )
        copydesk("add", folder / "third.md")

        (article,) = copydesk("list", "--json").json

        assert article["title"] == "Parade"
        assert article["outlet"] == "Gazette"
        assert article["author"] == "Nell"
        assert article["published"] == "2026-03-05T08:00:00Z"
        assert article["url"] == "https://example.org"

    def test_people_see_a_table(self, copydesk: Copydesk, added: Sequence[str]) -> None:
        head, second, first = copydesk("list").lines

        assert head.split() == ["id", "notes", "words", "date", "outlet", "tags", "title"]
        assert first.split()[:3] == [added[0], "0", "32"]
        assert first.endswith(HEADLINE)
        assert second.startswith(added[1])

    def test_an_empty_library_has_an_empty_list(self, copydesk: Copydesk) -> None:
        for command in ("list", "stories", "notes"):
            assert copydesk(command, "--json") == (0, "[]\n", "")
            assert len(copydesk(command).lines) == 1
