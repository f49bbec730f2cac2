"""`copydesk export` in the formats of other programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.storage.desk import asked
from tests.tui.cli.calling import Buffer, Copydesk

FORMATS = {
    "csv": "owls.csv",
    "jsonld": "owls.jsonld",
    "hypothesis": "owls.json",
    "sqlite": "owls.db",
}


def ids_in(text: str) -> list[str]:
    return [one["id"].rpartition(":")[2] for one in json.loads(text)["items"]]


class TestExport:
    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("kind", list(FORMATS))
    def test_it_goes_into_a_file_called_after_the_story(
        self,
        copydesk: Copydesk,
        tmp_path: Path,
        kind: str,
    ) -> None:
        name = FORMATS[kind]

        assert copydesk("export", "--format", kind) == (0, f"{name}\n", "")
        assert copydesk("export", "--format", kind, "-o", tmp_path).status == 0
        assert copydesk("export", "--format", kind, "-o", "mine").out == "mine\n"
        if kind != "sqlite":
            assert Path("mine").read_bytes() == Path(name).read_bytes()

    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize(
        ("output", "kind"),
        [
            ("a.html", "html"),
            ("b.CSV", "csv"),
            ("c.qdpx", "qdpx"),
            ("d.txt", "markdown"),
            ("e", "markdown"),
            ("folder.csv", "markdown"),
        ],
    )
    def test_the_name_of_a_file_says_what_it_holds(
        self, copydesk: Copydesk, tmp_path: Path, output: str, kind: str
    ) -> None:
        (tmp_path / "folder.csv").mkdir()
        assert copydesk("export", "--format", kind, "-o", "named").status == 0

        written = copydesk("export", "-o", output).lines[0]

        assert Path(written).read_bytes() == Path("named").read_bytes()

    @pytest.mark.usefixtures("annotated")
    def test_a_library_of_reports_is_told_by_its_name_and_json_is_asked_about(
        self, copydesk: Copydesk
    ) -> None:
        assert copydesk("export", "--all", "-o", "all.html.zip").status == 0
        with ZipFile("all.html.zip") as packed:
            assert any(name.endswith(".html") for name in packed.namelist())

        for call in (("-o", "all.html"), ("--format", "html", "-o", "all.HTML")):
            answer = copydesk("export", "--all", *call)
            assert answer.status == 1
            assert "The whole library is a ZIP in this format; call the file all." in answer.err
            assert not Path(call[-1]).exists()

        for name in ("owls.json", "owls.json.zip"):
            answer = copydesk("export", "-o", name)

            assert answer.status == 2
            assert ": .json is the ending of hypothesis and csl; choose with" in answer.err
            assert not Path(name).exists()

    def test_each_way_to_choose(
        self, copydesk: Copydesk, articles: list[str], annotated: list[str]
    ) -> None:
        first, second = annotated
        for call, expected in {
            ("--story", "owls"): [first, second],
            ("--article", articles[1]): [second],
            ("--article", "Owl moves in"): [first],
            ("--tag", "claim"): [first, second],
            ("--tag", "claim/disputed"): [first],
            ("--search", "iron lorry"): [second],
        }.items():
            answer = copydesk("export", "--format", "jsonld", "-o", "-", *call)
            assert ids_in(answer.out) == expected, call

    @pytest.mark.usefixtures("articles")
    def test_one_in_which_nothing_is_annotated_says_so_beside_it(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--format", "csv", "-o", "-")

        assert (answer.status, answer.out.count("\n")) == (0, 1)
        assert answer.err == "copydesk: Nothing is annotated yet in what was exported.\n"

    @pytest.mark.usefixtures("annotated")
    def test_the_home_of_nobody_is_told(self, copydesk: Copydesk) -> None:
        nobody = "~nosuchuser/x.md"

        for call, doing in {
            ("export", "-o", nobody): "write",
            ("export", "--split", "-o", nobody): "write",
            ("export", "--template", nobody): "read",
            ("import", nobody): "read",
            ("add", nobody): "read",
        }.items():
            answer = copydesk(*call)
            sentence = f"copydesk: Cannot {doing} {nobody}: no such user.\n"
            assert answer == (1, "", sentence), call

    @pytest.mark.usefixtures("annotated")
    def test_two_ways_to_choose_are_a_wrong_call(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--format", "csv", "--tag", "claim", "--story", "Owls")

        assert answer.status == 2

    @pytest.mark.usefixtures("annotated")
    def test_a_report_is_of_a_story(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--format", "html", "--tag", "claim")

        assert (answer.status, answer.out) == (1, "")
        assert "An HTML report covers a story" in answer.err

    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("option", ["--split", "--flavour=obsidian", "--template=x"])
    def test_what_is_for_markdown_is_a_wrong_call_elsewhere(
        self, copydesk: Copydesk, option: str
    ) -> None:
        answer = copydesk("export", "--format", "csv", option)

        assert answer.status == 2
        assert "--split, --flavour and --template work only with Markdown." in answer.err

    @pytest.mark.usefixtures("annotated")
    def test_a_split_export_needs_a_folder(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--story", "Owls", "--split", "-o", "-")

        assert answer.status == 2
        assert "name a folder with -o" in answer.err

    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("kind", ["jsonld", "hypothesis", "sqlite"])
    def test_a_file_of_ours_is_replaced_and_another_is_not(
        self,
        copydesk: Copydesk,
        annotated: list[str],
        kind: str,
    ) -> None:
        path = Path(FORMATS[kind])
        call = ("export", "--format", kind)
        copydesk(*call)
        copydesk("annotate", "Owl moves in", "--quote", "choir", "--note", "Newer")

        assert copydesk(*call).status == 0
        assert b"Newer" in path.read_bytes()
        path.write_text('{"rows": []}')
        answer = copydesk(*call)
        assert answer == (
            1,
            "",
            f"copydesk: {path} was not written by Copydesk; use --force to replace it.\n",
        )
        assert path.read_text() == '{"rows": []}'
        assert copydesk(*call, "--force").status == 0
        assert b"Newer" in path.read_bytes()
        assert annotated

    @pytest.mark.usefixtures("annotated")
    def test_a_csv_file_that_differs_is_never_replaced_unasked(self, copydesk: Copydesk) -> None:
        call = ("export", "--format", "csv")
        copydesk(*call)

        assert copydesk(*call).status == 0
        copydesk("annotate", "Owl moves in", "--quote", "choir")
        answer = copydesk(*call)
        assert answer.err == (
            "copydesk: owls.csv already exists and may have been edited;"
            " use --force to replace it.\n"
        )
        assert copydesk(*call, "--force").status == 0

    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("name", ["markdown", "html", *FORMATS])
    def test_nothing_of_copydesk_s_own_is_ever_replaced(
        self, copydesk: Copydesk, tmp_path: Path, name: str
    ) -> None:
        library = Path(copydesk("locate").out.splitlines()[0].partition(" ")[2])
        link = tmp_path / "link.db"
        link.symlink_to(library)
        log = library.with_name(f"{library.name}-wal")

        for path, what in (
            (library, "the library itself"),
            (link, "the library itself"),
            (log, "part of the library"),
        ):
            answer = copydesk("export", "--format", name, "-o", path, "--force")
            assert answer.err == f"copydesk: {path} is {what}; choose another file.\n"
        assert len(json.loads(copydesk("list", "--json").out)) == 2
        assert not log.exists()

    @pytest.mark.usefixtures("annotated")
    def test_a_csv_file_begins_with_a_mark_and_a_pipe_does_not(self, copydesk: Copydesk) -> None:
        copydesk("export", "--format", "csv")

        out = copydesk("export", "--format", "csv", "-o", "-").out

        assert out.startswith('"annotation_id",')
        data = Path("owls.csv").read_bytes()
        assert data.startswith(b'\xef\xbb\xbf"annotation_id",')
        assert b"\r\n" in data

    @pytest.mark.usefixtures("annotated")
    def test_a_database_goes_into_a_pipe(
        self, copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = Buffer()
        monkeypatch.setattr(sys, "stdout", out)

        assert copydesk("export", "--format", "sqlite", "-o", "-").status == 0
        (tmp_path / "copy.db").write_bytes(out.buffer.getvalue())  # type: ignore[attr-defined]
        assert asked(tmp_path / "copy.db", "SELECT count(*) FROM annotations") == [(2,)]

    @pytest.mark.usefixtures("annotated")
    def test_a_place_that_cannot_be_written_is_told(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--format", "jsonld", "-o", "first.txt/owls.jsonld")

        assert (answer.status, answer.out) == (1, "")
        assert re.fullmatch(r"copydesk: Cannot write .*owls\.jsonld: .*\.\n", answer.err)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
    @pytest.mark.usefixtures("annotated")
    def test_a_named_pipe_is_not_waited_for(self, copydesk: Copydesk) -> None:
        os.mkfifo("pipe")

        answer = copydesk("export", "--format", "jsonld", "-o", "pipe")

        assert answer == (1, "", "copydesk: Cannot write pipe: it is not a regular file.\n")

    def test_other_encodings_of_the_terminal_make_no_difference(
        self, copydesk: Copydesk, annotated: list[str]
    ) -> None:
        copydesk("annotate", "Owl moves in", "--quote", "choir", "--note", "Uhu 🦉")
        program = Path(sys.executable).with_name("copydesk")

        for kind in ("jsonld", "csv"):
            done = subprocess.run(
                [program, "export", "--format", kind, "-o", "-"],
                env={**os.environ, "PYTHONIOENCODING": "ascii"},
                capture_output=True,
                check=True,
            )
            assert "Uhu 🦉" in done.stdout.decode()
        assert annotated
