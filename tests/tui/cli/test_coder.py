"""Who codes, as a call, the environment or the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.calling import Copydesk


def test_annotations_are_signed_and_hidden_from_who_codes_blind(
    copydesk: Copydesk,
    articles: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    owl, _ = articles
    copydesk("annotate", owl, "--quote", "barn owl", "--tag", "bird", "--coder", "Anna")
    copydesk("--coder", "Ben", "annotate", owl, "--quote", "belfry", "--tag", "place")

    notes = copydesk("notes", "--json").json
    assert [(one["coder"], one["tags"]) for one in notes] == [
        ("Anna", ["bird"]),
        ("Ben", ["place"]),
    ]
    assert [line.split()[1] for line in copydesk("notes").lines] == ["coder", "Anna", "Ben"]
    (own,) = copydesk("notes", "--json", "--coder", "Ben", "--blind").json
    assert own["tags"] == ["place"]

    monkeypatch.setenv("COPYDESK_CODER", "Anna")
    (own,) = copydesk("notes", "--json", "--blind").json
    assert own["tags"] == ["bird"]
    monkeypatch.delenv("COPYDESK_CODER")

    file = tmp_path / "config.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(file))
    file.write_text('coder = "Ben"\nblind = true\nsensitivity = 9\n')
    (own,) = copydesk("notes", "--json").json  # what is wrong in it is of the app alone
    assert own["tags"] == ["place"]
    assert len(copydesk("notes", "--json", "--no-blind").json) == 2


def test_what_names_no_coder_is_told(
    copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(file))
    file.write_text("blind = true\n")
    assert copydesk("list").status == 2
    file.write_text('coder = "  "\nblind = 1\n')
    told = copydesk("list")
    assert told.status == 1
    assert told.err.splitlines() == [
        "copydesk: config.toml: “coder”: A coder's name must have 1 to 60 characters.",
        "copydesk: config.toml: “blind” must be true or false, not 1.",
    ]
    file.unlink()
    assert copydesk("list", "--coder", "x" * 61).status == 2
    monkeypatch.setenv("COPYDESK_CODER", "\x1b\x07")
    assert copydesk("list").err == (
        "copydesk: COPYDESK_CODER: A coder's name must have 1 to 60 characters.\n"
    )


def test_the_library_of_another_coder_is_imported(
    copydesk: Copydesk, articles: list[str], tmp_path: Path
) -> None:
    owl, theirs = articles[0], tmp_path / "theirs.db"
    copydesk("--library", theirs, "add", tmp_path / "first.txt")
    copydesk("--library", theirs, "annotate", owl, "--quote", "barn owl", "--tag", "bird")
    copydesk("--library", theirs, "coded", owl)

    came = copydesk("import", theirs, "--as", "Ben")
    assert (came.status, came.lines) == (
        0,
        [
            "1 annotation added.",
            "0 tags of articles and 0 memos added; 1 article marked as coded.",
            "Codebook: 1 tag made, 0 completed.",
            "Coders: Ben.",
        ],
    )
    (listed,) = (one for one in copydesk("list", "--json").json if one["id"] == owl)
    assert listed["coded"] == ["Ben"]
    again = copydesk("import", theirs)
    assert "import with --as NAME" in again.err
    assert copydesk("import", tmp_path / "first.txt", "--as", "Ben").status == 2
