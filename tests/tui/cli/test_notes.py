from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from storage.open_library import open_library
from tests.storage.desk import OWL
from tests.tui.cli.calling import FIRST, HEADLINE, SECOND, Copydesk, failed, library_of


class TestNotes:
    @pytest.fixture(autouse=True)
    def notes(self, copydesk: Copydesk, added: Sequence[str]) -> None:
        copydesk("annotate", added[1], "--quote", OWL, "--note", "Same words", "--tag", "Copied")
        copydesk("annotate", added[0], "--quote", "paper mill", "--tag", "to check")

    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        notes = copydesk("notes", "--json").json

        note = next(note for note in notes if note["note"])
        start, copy = SECOND.index(OWL), FIRST.index(OWL)
        keys = "id article start end quote tags note created updated coder anchor also_in"
        assert list(note) == keys.split()
        assert note["article"] == {
            "id": added[1],
            "title": "The choir and its lodger",
            "outlet": "",
            "url": None,
        }
        assert (note["start"], note["end"], note["quote"]) == (start, start + len(OWL), OWL)
        assert (note["tags"], note["note"], note["anchor"]) == (["Copied"], "Same words", "exact")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", note["created"])
        assert note["also_in"] == [
            {
                "article": {"id": added[0], "title": HEADLINE, "outlet": "", "url": None},
                "start": copy,
                "end": copy + len(OWL),
                "similarity": 1.0,
            }
        ]

    def test_a_note_on_every_copy_is_one_entry(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        with open_library(library_of(copydesk)) as library:
            one, other = library.annotations.list_all()
            both = library.annotations.create([*one.targets, *other.targets])

        entry = next(one for one in copydesk("notes", "--json").json if one["id"] == both.id)

        (target,) = entry["targets"]
        assert list(target) == ["article", "start", "end"]
        assert (entry["article"]["id"], target["article"]["id"]) == (added[1], added[0])

    def test_people_see_a_table(self, copydesk: Copydesk) -> None:
        head, *rows = copydesk("notes").lines

        assert head.split() == ["id", "outlet", "tags", "note", "quote"]
        assert len(rows) == 2
        assert any("Copied" in row and "Same words" in row and OWL[:30] in row for row in rows)

    @pytest.mark.parametrize(
        ("chosen", "count"),
        [
            (["--tag", "copied"], 1),
            (["--tag", "#TO CHECK"], 1),
            (["--tag", "check"], 0),
            (["--story", "owls"], 2),
            (["--story", "Owls", "--tag", "copied"], 1),
        ],
    )
    def test_some_of_them(self, copydesk: Copydesk, chosen: Sequence[str], count: int) -> None:
        assert len(copydesk("notes", "--json", *chosen).json) == count

    def test_an_unknown_story_is_a_failure(self, copydesk: Copydesk) -> None:
        answer = copydesk("notes", "--story", "Drought")

        assert failed(answer, "No story is called “Drought”. `copydesk stories` shows all stories.")
