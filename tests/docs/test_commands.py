"""Every command that the manual shows is run, page by page, and prints what the page says."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from docs.pages import ROOT, list_pages
from tests.docs.commands import NOT_RUN, Command, list_blocks, list_commands
from tui.cli.main import main

PAGES = [path for path in list_pages() if "decisions" not in path.parts]
SHOWN = {path.stem: [*list_commands(path.read_text("utf-8"))] for path in PAGES}

pytestmark = pytest.mark.usefixtures("shared_process")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a page what stands in a clone: the sample story, as files."""
    shutil.copytree(ROOT / "storage" / "sample", tmp_path / "storage" / "sample")
    return tmp_path


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """Take the words of argparse as they are: for each it looks through folders of translations."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argparse._", str)
        patch.setattr("os.cpu_count", lambda: 1)  # a scan starts no processes then
        yield


def run(command: Command) -> str:
    """Run a command as it stands; returns what it printed, and what went wrong."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(command.words[1:])
    assert status == 0, (command.line, said.getvalue())
    return said.getvalue()


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("page", [name for name, commands in SHOWN.items() if commands])
def test_commands_print_what_the_page_says(page: str) -> None:
    for command in SHOWN[page]:
        if not command.why_not_run:
            assert command.words[0] == "copydesk", command.line
            printed = run(command)
            assert command.prints(printed), f"$ {command.line}\n{printed}"


@pytest.mark.parametrize("page", SHOWN)
def test_what_is_not_run_says_why(page: str) -> None:
    assert {one.why_not_run for one in SHOWN[page]} <= {"", *NOT_RUN}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_commands_stand_only_where_they_are_run(path: Path) -> None:
    written = r"<!-- [a-z-]+: written by.*?<!-- end -->"
    page = re.sub(written, "", path.read_text("utf-8"), flags=re.DOTALL)
    shown = [body for language, body in list_blocks(page) if language != "console"]
    command = re.compile(r"^(\$ .*)?\b(copydesk|make) ", re.MULTILINE)

    assert [body for body in shown if command.search(body)] == []


def test_what_is_printed_is_held_line_by_line() -> None:
    shown = Command("copydesk list", "", "id  title\n…\n12… Owl\n")

    assert shown.prints("id  title \n12ab Owl\n")
    assert shown.prints("id  title\nmore\nof it\n12ab Owl\n")
    assert not shown.prints("id  title\n13ab Owl\n")
    assert not shown.prints("id  title\n12ab Owl\nmore\n")
    assert not Command("copydesk list", "", "").prints("anything\n")
