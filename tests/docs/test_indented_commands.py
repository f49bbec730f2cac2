"""Commands that pages show in indented blocks, and those of make and pytest within lines.

They set up, open the app, need a cluster or run tests, so none is run here but the engine's own;
each is held against what would take it: the Makefile, the parser, the files that are there.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

import pytest

from docs.pages import ROOT, list_pages
from tui.cli.arguments import parse

NAMES = ("CONTRIBUTING.md", "SECURITY.md", "packaging/textreuse/README.md")
ENGINE = "api"
"""The page whose indented blocks are of Python; its examples are run as such."""
ENGINE_COMMAND = ROOT / "textreuse" / "__main__.py"
PAGES = [*(path for path in list_pages() if path.stem != ENGINE), *(ROOT / name for name in NAMES)]
TARGETS = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8")))
TAKEN = re.compile(r"\.venv/bin/")


def list_indented(page: str) -> Iterator[str]:
    """Yield the commands of all indented blocks, each as a whole, without its comment."""
    for block in re.findall(r"(?:^|\n)\n((?: {4}\S.*\n(?: {5,}.*\n)*)+)", page):
        whole = re.sub(r"\\\n\s*", " ", block)
        yield from (re.split(r"\s+# ", line)[0].strip() for line in whole.splitlines())


def list_within_lines(page: str) -> Iterator[str]:
    """Yield what pages say within a line how to make and test."""
    for line in re.findall(r"`((?:pytest|make) [^`]*)`", page):
        yield " ".join(line.split())


def is_taken(command: str) -> bool:
    """Tell whether what the command names is there, and takes it."""
    match shlex.split(TAKEN.sub("", command)):
        case ["make", target]:
            return target in TARGETS
        case ["git", "clone", "…", "&&", "cd", "copydesk"]:
            return True  # needs a network
        case ["copydesk", *arguments]:
            return bool(parse(arguments))
        case ["pytest", *arguments] | ["python", "-m", "pytest", *arguments]:
            paths = [one for one in arguments if "/" in one]
            return bool(paths) and all((ROOT / one).exists() for one in paths)
        case ["spark-submit", *options]:
            script = next(at for at, one in enumerate(options) if one.endswith(".py"))
            is_there = (ROOT / "packaging" / "spark" / Path(options[script]).name).exists()
            return is_there and bool(parse(options[script + 1 :]))
        case ["python", "-m", "textreuse", *arguments]:
            for name in ("first.txt", "second.txt"):
                Path(name).write_text("The ferry left the old harbour at dawn.", "utf-8")
            return bool(run_path(str(ENGINE_COMMAND))["main"](arguments) == 0)
    return False


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_is_taken_by_what_it_calls(path: Path) -> None:
    page = path.read_text("utf-8")
    page = re.sub(r"(?m)^ {4}(>>>.*\n(?: {4}.*\n)*)", "", page)
    shown = [*list_indented(page), *list_within_lines(page)]

    assert [line for line in shown if not is_taken(line)] == []


@pytest.mark.parametrize(
    "command", ["make tea", "copydesk", "pytest", "pytest tests/no_such.py", "rm -r .", "brew x"]
)
def test_what_is_not_known_is_told(command: str) -> None:
    assert is_taken(command) == (command == "copydesk")
