from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from docs.pages import MAN_PAGE
from docs.written.man_page import _escape, write_man_page
from tui.cli.arguments import COMMANDS


def test_it_is_that_of_the_parser() -> None:
    assert MAN_PAGE.read_text("utf-8") == write_man_page(), "run `make pages`"


def test_it_has_every_command() -> None:
    lines = write_man_page().splitlines()

    assert re.match(r'\.TH COPYDESK 1 "\d{4}-\d\d-\d\d" "Copydesk [\d.]+"', lines[0])
    assert [name for name in COMMANDS if f".SS {name}" not in lines] == []
    assert "copydesk \\- read" not in lines


@pytest.mark.parametrize(
    ("text", "escaped"),
    [(".TH", "\\&.TH"), ("'x", "\\&'x"), ("--json", "\\-\\-json"), ("a\\n", "a\\en")],
)
def test_nothing_in_a_text_is_acted_on(text: str, escaped: str) -> None:
    assert _escape(text) == escaped


@pytest.mark.skipif(not shutil.which("mandoc"), reason="there is no mandoc")
def test_it_is_sound() -> None:
    told = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", MAN_PAGE],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert told.stdout == ""
