"""How much a call is told besides what it asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.cli.calling import Copydesk, failed, is_wrong_call, library_of
from tui.cli.printing import tells_progress


@pytest.fixture
def mixed(folder: Path) -> Path:
    """Put something among the articles that is none."""
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    return folder


@pytest.mark.parametrize("call", [("-q", "add"), ("add", "--quiet"), ("add", "-q")])
def test_quiet_leaves_out_notices(copydesk: Copydesk, mixed: Path, call: tuple[str, ...]) -> None:
    told = copydesk("compare", mixed)
    quiet = copydesk(*call, mixed)

    assert "1 .png" in told.err
    assert (quiet.status, quiet.err) == (0, "")
    assert len(quiet.lines) == 3


def test_quiet_leaves_out_no_failure(copydesk: Copydesk, folder: Path) -> None:
    answer = copydesk("compare", "-q", folder, folder / "missing.txt", "--json")

    assert failed(answer, f"Cannot read {folder}/missing.txt: no such file.")
    assert len(answer.json["articles"]) == 2


def test_quiet_is_no_word_to_search_for(copydesk: Copydesk, articles: list[str]) -> None:
    assert len(articles) == len(copydesk("search", "owl", "-q", "--json").json)


def test_verbose_tells_which_files_are_used_and_how_long_it_took(copydesk: Copydesk) -> None:
    answer = copydesk("codebook", "list", "--verbose")

    library, configuration, took = answer.err.splitlines()
    assert library == f"copydesk: The library is {library_of(copydesk)}."
    assert configuration.endswith("config.toml.")
    assert re.fullmatch(r"copydesk: Done in \d+\.\d\d s\.", took)


def test_it_holds_for_one_call(copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    copydesk("list", "-q")
    assert not tells_progress()

    assert "The library is" not in copydesk("list").err
    assert tells_progress()


def test_both_are_a_wrong_call(copydesk: Copydesk) -> None:
    assert is_wrong_call(copydesk("list", "-q", "--verbose"))
