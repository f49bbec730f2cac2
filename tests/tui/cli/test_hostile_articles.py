from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.export.formats import FORMATS
from tests.storage.desk import MILL, OWL
from tests.tui.cli.calling import ESCAPES, Copydesk, controls

TEXT_FORMATS = [one.name for one in FORMATS if one.name not in ("sqlite", "qdpx", "dataset")]
HOSTILE = f"Owl {ESCAPES} keeps the choir\n\n{OWL} {ESCAPES}\n\n{MILL}\n"


class TestHostileArticles:
    @pytest.fixture(autouse=True)
    def hostile(self, copydesk: Copydesk, tmp_path: Path) -> None:
        for name in ("one", "two"):
            path = tmp_path / f"{name}{ESCAPES.replace('/', '')}.txt"
            path.write_text(f"{HOSTILE}{name}\n", "utf-8")
            answer = copydesk(
                "add", path, "--outlet", f"Gazette {ESCAPES}", "--story", f"Owls {ESCAPES}"
            )
            assert answer.status == 0
            assert controls(answer.out + answer.err) == set()

    @pytest.mark.parametrize(
        "call",
        [
            *(["list"], ["list", "--json"], ["stories"], ["stories", "--json"]),
            *(["notes"], ["notes", "--json"], ["export", "-o", "-"], ["export"]),
            *(["export", "--format", name, "-o", "-"] for name in TEXT_FORMATS),
            *(["compare", "."], ["compare", ".", "--json"]),
            *(["annotate", "Owl", "--quote", "owl"], ["annotate", "keeps", "--quote", "heron"]),
            *(["export", "--story", "x\x1b[2J"], ["add", "missing\x1b[2J.txt"]),
        ],
    )
    def test_none_of_its_control_characters_reaches_the_terminal(
        self, copydesk: Copydesk, call: Sequence[str]
    ) -> None:
        for listed in copydesk("list", "--json").json:
            copydesk(
                *("annotate", listed["id"], "--quote", f"awake. {ESCAPES}"),
                *("--note", ESCAPES, "--tag", f"bird{ESCAPES}"),
            )

        answer = copydesk(*call)

        told = (answer.out + answer.err).replace("\r\n", "\n")  # as the lines of CSV end
        assert told
        assert controls(told) == set()

    def test_what_is_known_of_them_is_stored_without(self, copydesk: Copydesk) -> None:
        listed = copydesk("list", "--json").json

        for one in (*listed, *copydesk("stories", "--json").json):
            for told in one.values():
                assert not isinstance(told, str) or controls(told) == set()
        assert {one["title"] for one in listed} == {"Owl ]0;owned [2J 31m keeps the choir"}

    def test_what_they_say_is_given_back_as_it_is(self, copydesk: Copydesk) -> None:
        for listed in copydesk("list", "--json").json:
            copydesk("annotate", listed["id"], "--quote", f"awake. {ESCAPES}", "--note", ESCAPES)

        noted = copydesk("notes", "--json").json

        assert len(noted) == 2
        assert {one["note"] for one in noted} == {ESCAPES}
        assert {one["quote"] for one in noted} == {f"awake. {ESCAPES}"}

    def test_a_story_is_found_by_the_name_that_it_was_given(self, copydesk: Copydesk) -> None:
        assert len(copydesk("notes", "--story", f"Owls {ESCAPES}").err) == 0

    def test_nor_do_those_of_a_template(
        self, copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "own.j2").write_text(f"{ESCAPES} {{{{ '{ESCAPES}' | raw }}}}", "utf-8")
        call = ["export", "--template", "own.j2", "-o"]

        assert controls(copydesk(*call, "-").out) == set(ESCAPES) & controls(ESCAPES)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)

        assert controls(copydesk(*call, "-").out) == set()
        copydesk(*call, "own.md")
        assert ESCAPES in (tmp_path / "own.md").read_text("utf-8")
