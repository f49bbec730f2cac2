"""Who codes, as a call, the environment or the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.tables.hidden_names import HIDDEN
from tests.storage.named_articles import SIGN, make_named_library
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


def test_what_tells_who_published_an_article_is_hidden_from_who_codes_blind_to_that(
    copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "named.db"
    make_named_library(library)
    monkeypatch.setenv("COPYDESK_LIBRARY", str(library))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "config.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(file))
    assert SIGN in copydesk("list").out.lower()
    file.write_text('coder = "Anna"\nhide_outlets = true\n')
    (story,) = (one["id"] for one in copydesk("stories", "--json").json if len(one["articles"]) > 1)
    owl, mill = (one["id"] for one in copydesk("list", "--json").json)
    for call in (
        *(("list",), ("list", "--json"), ("stories",), ("stories", "--json"), ("coded",)),
        *(("read", story), ("quotes", "--story", story), ("notes",), ("notes", "--json")),
        *(("search", "herald"), ("search", "owl"), ("search", "owl", "--json")),
        *(("where", owl), ("where", owl, "--json"), ("counts",), ("counts", "--by", "article")),
        *(("diff", owl, mill), ("agreement", "--decisions"), ("counts", "--by", "story", "--json")),
        *(("export", "--all", "-o", "-"), ("export", "--story", story, "--passages", "-o", "-")),
        *(("export", "--all", "--format", "csv", "-o", "-"), ("drafts",), ("codebook", "list")),
    ):
        told = copydesk(*call)
        assert SIGN not in f"{told.out}{told.err}".lower(), call
    assert HIDDEN in copydesk("export", "--all", "-o", "all.md").err
    assert HIDDEN in copydesk("counts", "-o", "counts.csv").err
    assert SIGN in copydesk("list", "--no-hide-outlets").out.lower()
    whole = copydesk("export", "--all", "-o", "-", "--no-hide-outlets")
    assert SIGN in whole.out.lower()
    assert HIDDEN not in whole.err
    file.unlink()
    assert SIGN not in copydesk("list", "--hide-outlets").out.lower()


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
