from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.export.formats import FORMATS
from tests.storage.desk import MILL, OWL
from tests.tui.cli.calling import ESCAPES, Copydesk, controls

TEXT_FORMATS = [one.name for one in FORMATS if one.name != "sqlite"]
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

    def test_json_gives_them_back_as_they_are(self, copydesk: Copydesk) -> None:
        titles = {article["title"] for article in copydesk("list", "--json").json}

        assert titles == {HOSTILE.split("\n")[0]}
