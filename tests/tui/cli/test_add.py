from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.article_import.file_types import describe_formats
from tests.tui.cli.calling import FIRST, HEADLINE, PROGRAM, Copydesk, failed, run


class TestAdd:
    def test_files_are_told_and_are_in_the_library(self, copydesk: Copydesk, folder: Path) -> None:
        answer = copydesk("add", folder / "first.txt", folder / "second.txt")

        assert (answer.status, answer.err) == (0, "")
        assert [line.split()[0] for line in answer.lines[1:]] == ["added", "added"]
        assert HEADLINE in answer.lines[1]
        assert len(copydesk("list", "--json").json) == 2

    def test_a_folder_means_its_articles(self, copydesk: Copydesk, folder: Path) -> None:
        (folder / "picture.png").write_bytes(b"\x89PNG")

        assert copydesk("add", folder).status == 0
        assert {article["title"] for article in copydesk("list", "--json").json} == {
            HEADLINE,
            "The choir and its lodger",
        }

    def test_links_that_lead_out_of_it_are_followed_where_that_is_wanted(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        link = folder / "link.txt"
        link.symlink_to(folder.parent / "outside.txt")
        (folder.parent / "outside.txt").write_text(f"{FIRST} And more.")

        answer = copydesk("add", folder)

        assert answer.status == 1
        assert answer.err.startswith(f"copydesk: {link} links outside the folder, to ")
        assert len(copydesk("list", "--json").json) == 2
        assert copydesk("add", folder, "--follow-links").status == 0
        assert len(copydesk("list", "--json").json) == 3

    def test_adding_again_adds_nothing(self, copydesk: Copydesk, folder: Path) -> None:
        copydesk("add", folder)
        before = copydesk("list", "--json")

        answer = copydesk("add", folder)

        assert answer.status == 0
        assert all(line.startswith("already there") for line in answer.lines[1:])
        assert copydesk("list", "--json") == before

    @pytest.mark.parametrize("outlet", [[], ["--outlet", "Gazette"]])
    def test_standard_input_is_a_dash(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch, outlet: Sequence[str]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))

        assert copydesk("add", "-", *outlet).status == 0
        (article,) = copydesk("list", "--json").json
        assert article["title"] == HEADLINE
        assert article["outlet"] == "".join(outlet[1:])

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("Owl moves\n\nIt keeps the choir awake.", "Owl moves"),
            ("Owl moves in.\n\nIt keeps the choir awake.", "Owl moves in."),
            (
                "It keeps the choir awake,\nand the organist.",
                "It keeps the choir awake, and the organist.",
            ),
        ],
    )
    def test_a_short_first_paragraph_is_the_title_of_what_has_no_name(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch, text: str, title: str
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        copydesk("add", "-")

        (article,) = copydesk("list", "--json").json
        assert article["title"] == title

    def test_standard_input_in_an_older_encoding_is_told(self) -> None:
        text = "Le marché a été déplacé près de l’église, où les clients déçus ont patienté.\n"

        answer = run(PROGRAM, "add", "-", stdin=text.encode("cp1252"))

        assert answer.status == 0
        assert answer.err == "copydesk: Standard input was read as Windows-1252.\n"

    def test_a_message_begins_with_the_name_of_a_file_as_it_was_typed(
        self, copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("ev").mkdir()
        text = "Le marché a été déplacé près de l’église, où les clients déçus ont patienté.\n"
        Path("ev/marché.txt").write_bytes(text.encode("cp1252"))

        answer = copydesk("add", "ev/marché.txt")

        assert answer.err == "copydesk: ev/marché.txt was read as Windows-1252.\n"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file")
    def test_a_standard_input_without_end_keeps_no_file_out(self, folder: Path) -> None:
        with open("/dev/zero", "rb") as zeros:  # noqa: PTH123
            ended = subprocess.run(
                [PROGRAM, "add", "-", folder / "first.txt"],
                stdin=zeros,
                capture_output=True,
                timeout=60,
                check=False,
            )

        assert ended.returncode == 1
        assert ended.stderr == b"copydesk: Standard input is larger than 64 MB.\n"
        assert HEADLINE.encode() in ended.stdout

    def test_an_empty_standard_input_keeps_no_file_out(
        self, copydesk: Copydesk, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

        answer = copydesk("add", folder / "first.txt", "-")

        assert failed(answer, "Standard input is empty.")
        assert len(copydesk("list", "--json").json) == 1

    @pytest.mark.parametrize("option", ["--outlet", "--source"])
    def test_the_outlet_of_all(self, copydesk: Copydesk, folder: Path, option: str) -> None:
        copydesk("add", folder, option, "Gazette")

        assert [one["outlet"] for one in copydesk("list", "--json").json] == ["Gazette"] * 2

    def test_a_story_is_made_and_grows(self, copydesk: Copydesk, folder: Path) -> None:
        copydesk("add", folder / "second.txt", "--story", "Owls")
        copydesk("add", folder / "first.txt", "--story", "owls")

        (story,) = copydesk("stories", "--json").json
        titles = {one["id"]: one["title"] for one in copydesk("list", "--json").json}
        assert story["name"] == "Owls"
        assert [titles[article] for article in story["articles"]] == [
            "The choir and its lodger",
            HEADLINE,
        ]

    def test_a_story_with_a_longer_name_is_another_one(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        copydesk("add", folder / "first.txt", "--story", "Storm over the moor")
        copydesk("add", folder / "second.txt", "--story", "Storm")

        names = [story["name"] for story in copydesk("stories", "--json").json]
        assert names == ["Storm over the moor", "Storm"]

    def test_bad_files_keep_the_good_ones_not_out(self, copydesk: Copydesk, folder: Path) -> None:
        (folder / "empty.txt").touch()
        (folder / "memo.mobi").write_text("Owl")

        answer = copydesk(
            "add",
            folder / "missing.txt",
            folder / "first.txt",
            folder / "empty.txt",
            folder / "memo.mobi",
            "ftp://example.org/owl",
        )

        assert answer.status == 1
        assert answer.err.splitlines() == [
            f"copydesk: Cannot read {folder}/missing.txt: no such file.",
            f"copydesk: {folder}/empty.txt is empty.",
            (
                f"copydesk: {folder}/memo.mobi is a Kindle book;"
                f" Copydesk reads {describe_formats()}."
            ),
            "copydesk: ftp://example.org/owl is not a web address; use http or https.",
        ]
        assert len(copydesk("list", "--json").json) == 1

    @pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no such file names")
    def test_a_file_name_of_any_bytes(self, folder: Path) -> None:
        name = os.fsencode(folder) + b"/caf\xe9.txt"
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 (a name in bytes)
            file.write(FIRST)

        answer = run(PROGRAM, "add", os.fsdecode(name))

        assert (answer.status, answer.err) == (0, "")
        assert HEADLINE in run(PROGRAM, "list").out
