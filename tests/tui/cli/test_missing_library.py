from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.cli.calling import Copydesk, failed


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["stories", "--json"],
        ["notes"],
        ["search", "owl"],
        ["where", "owl"],
        ["edit", "owl", "--title", "Barn owl"],
        ["annotate", "owl", "--quote", "barn"],
        ["export"],
        ["export", "--tag", "owl", "-o", "-"],
        ["check"],
        ["check", "--repair"],
        ["backup"],
        ["backup", "copy.db"],
    ],
)
@pytest.mark.parametrize("by_option", [True, False])
def test_one_that_is_named_is_not_made_by_what_adds_nothing(
    copydesk: Copydesk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Sequence[str],
    by_option: bool,
) -> None:
    path = tmp_path / "deep" / "typo.db"
    monkeypatch.setenv("COPYDESK_LIBRARY", str(tmp_path / "no.db" if by_option else path))
    before = sorted(tmp_path.rglob("*"))

    answer = copydesk(*command, *(["--library", path] if by_option else []))

    assert failed(answer, f"There is no library at {path}.")
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_file_is_none_either(copydesk: Copydesk, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()

    answer = copydesk("list", "--library", "empty.db")

    assert failed(answer, f"There is no library at {tmp_path / 'empty.db'}.")
    assert (tmp_path / "empty.db").stat().st_size == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["list"], "The library is empty. Add articles with `copydesk add FILE...`.\n"),
        (["list", "--json"], "[]\n"),
        (["stories"], "No stories yet. Make one with `copydesk add --story NAME FILE...`.\n"),
        (["notes", "--json"], "[]\n"),
        (["search", "owl", "--json"], "[]\n"),
    ],
)
def test_the_usual_one_is_empty_before_anything_is_in_it(
    copydesk: Copydesk, home: Path, command: Sequence[str], told: str
) -> None:
    assert copydesk(*command) == (0, told, "")
    assert list(home.iterdir()) == []


def test_nothing_is_found_in_it_either(copydesk: Copydesk, home: Path) -> None:
    for command in (["where", "owl"], ["annotate", "owl", "--quote", "barn"]):
        answer = copydesk(*command)

        assert answer.status == 1
        assert answer.err.startswith("copydesk: No article has “owl” as its id")
    assert failed(
        copydesk("export"), "No stories yet. Make one with `copydesk add --story NAME FILE...`."
    )
    assert list(home.iterdir()) == []


def test_what_adds_makes_it(copydesk: Copydesk, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "new.db"

    assert copydesk("add", folder, "--library", path).status == 0
    assert len(copydesk("list", "--json", "--library", path).json) == 2
