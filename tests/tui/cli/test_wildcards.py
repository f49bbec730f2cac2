from __future__ import annotations

from pathlib import Path

import pytest

from tui.cli.arguments import parse
from tui.cli.wildcards import expand_wildcards


@pytest.mark.parametrize("system", ["win32", "linux", "darwin"])
def test_only_on_windows_does_the_program_expand_names(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "c.md", "[d].txt"):
        Path(name).touch()
    names = ["-", "?.txt", "[d].*", "*.pdf", "https://a.example/?id=1", "[ab].txt"]

    found = expand_wildcards(names, system)

    if system == "win32":
        assert found == ["-", "a.txt", "b.txt", "[d].txt", *names[3:]]
    else:
        assert found == names


def test_names_of_files_are_expanded_and_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.arguments.expand_wildcards", lambda names: [*names, "more"])

    assert parse(["add", "*.txt"]).files == ["*.txt", "more"]
    assert parse(["scan", "*.jsonl", "-o", "out"]).corpus == ["*.jsonl", "more"]
    assert parse(["search", "owl*"]).words == ["owl*"]
    assert parse([]).files == []
