"""`copydesk export` in the formats of other programs, and `copydesk import`."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from storage.library import Library
from storage.open_library import open_library
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    brought,
    quote_selector,
    row,
    rows,
    web_annotation,
)
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, asked, story
from tests.tui.driver import at_the_screen
from tui.cli.main import main

FORMATS = {
    "csv": "owls.csv",
    "jsonld": "owls.jsonld",
    "hypothesis": "owls.json",
    "sqlite": "owls.db",
}


class Answer(NamedTuple):
    """What a call came to."""

    status: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture
def copydesk(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line inside this process."""

    def call(*arguments: str | Path) -> Answer:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        return Answer(status, *capsys.readouterr())

    return call


@pytest.fixture
def articles(copydesk: Call, tmp_path: Path) -> list[str]:
    """Add two articles that share the owl to the library, in a story called Owls."""
    (tmp_path / "first.txt").write_text(
        f"---\ntitle: Owl moves in\nurl: {PAGE}\n---\n\n{OWL}\n\n{MILL}\n"
    )
    (tmp_path / "second.txt").write_text(f"{BRIDGE}\n\n{OWL}\n")
    copydesk("add", tmp_path / "first.txt", tmp_path / "second.txt", "--story", "Owls")
    found = {one["title"]: one["id"] for one in json.loads(copydesk("list", "--json").out)}
    return [
        found["Owl moves in"],
        next(one for title, one in found.items() if "Owl m" not in title),
    ]


@pytest.fixture
def annotated(copydesk: Call, articles: list[str]) -> list[str]:
    """Annotate them; returns the ids of the annotations."""
    calls = [
        (articles[0], "--quote", "barn owl", "--note", "Which?", "--tag", "claim/disputed"),
        (articles[1], "--quote", "iron bridge", "--tag", "claim"),
    ]
    return [copydesk("annotate", *call).out.strip() for call in calls]


class Buffer(io.TextIOWrapper):
    """Stands for standard output or input, where bytes are asked for."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


def ids_in(text: str) -> list[str]:
    return [one["id"].rpartition(":")[2] for one in json.loads(text)["items"]]


class TestExport:
    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("kind", list(FORMATS))
    def test_it_goes_into_a_file_called_after_the_story(
        self,
        copydesk: Call,
        tmp_path: Path,
        kind: str,
    ) -> None:
        name = FORMATS[kind]

        assert copydesk("export", "--format", kind) == (0, f"{name}\n", "")
        assert copydesk("export", "--format", kind, "-o", tmp_path).status == 0
        assert copydesk("export", "--format", kind, "-o", "deep/mine").out == "deep/mine\n"
        if kind != "sqlite":
            assert Path("deep/mine").read_bytes() == Path(name).read_bytes()

    def test_each_way_to_choose(
        self, copydesk: Call, articles: list[str], annotated: list[str]
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

    @pytest.mark.usefixtures("annotated")
    def test_the_home_of_nobody_is_told(self, copydesk: Call) -> None:
        nobody = "~nosuchuser/x.md"

        for call, doing in {
            ("export", "-o", nobody): "write",
            ("export", "--split", "-o", nobody): "write",
            ("export", "--template", nobody): "read",
            ("import", nobody): "read",
            ("add", nobody): "read",
        }.items():
            answer = copydesk(*call)
            sentence = f"copydesk: Cannot {doing} {nobody}: there is no such user.\n"
            assert answer == (1, "", sentence), call

    @pytest.mark.usefixtures("annotated")
    def test_two_ways_to_choose_are_a_wrong_call(self, copydesk: Call) -> None:
        answer = copydesk("export", "--format", "csv", "--tag", "claim", "--story", "Owls")

        assert answer.status == 2

    @pytest.mark.usefixtures("annotated")
    def test_a_report_is_of_a_story(self, copydesk: Call) -> None:
        answer = copydesk("export", "--format", "html", "--tag", "claim")

        assert (answer.status, answer.out) == (1, "")
        assert "An HTML report is of a story" in answer.err

    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("option", ["--split", "--flavour=obsidian", "--template=x"])
    def test_what_is_for_markdown_is_a_wrong_call_elsewhere(
        self, copydesk: Call, option: str
    ) -> None:
        answer = copydesk("export", "--format", "csv", option)

        assert answer.status == 2
        assert "--split, --flavour and --template are for Markdown." in answer.err

    @pytest.mark.usefixtures("annotated")
    def test_a_split_export_needs_a_folder(self, copydesk: Call) -> None:
        answer = copydesk("export", "--story", "Owls", "--split", "-o", "-")

        assert answer.status == 2
        assert "name a folder with -o" in answer.err

    @pytest.mark.usefixtures("annotated")
    @pytest.mark.parametrize("kind", ["jsonld", "hypothesis", "sqlite"])
    def test_a_file_of_ours_is_replaced_and_another_is_not(
        self,
        copydesk: Call,
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
            f"copydesk: {path} was not written by Copydesk; --force replaces it.\n",
        )
        assert path.read_text() == '{"rows": []}'
        assert copydesk(*call, "--force").status == 0
        assert b"Newer" in path.read_bytes()
        assert annotated

    @pytest.mark.usefixtures("annotated")
    def test_a_csv_file_that_differs_is_never_replaced_unasked(self, copydesk: Call) -> None:
        call = ("export", "--format", "csv")
        copydesk(*call)

        assert copydesk(*call).status == 0
        copydesk("annotate", "Owl moves in", "--quote", "choir")
        answer = copydesk(*call)
        assert answer.err == (
            "copydesk: owls.csv is there already, and may have been edited; --force replaces it.\n"
        )
        assert copydesk(*call, "--force").status == 0

    @pytest.mark.usefixtures("annotated")
    def test_the_library_itself_is_never_replaced(self, copydesk: Call, tmp_path: Path) -> None:
        library = Path(copydesk("locate").out.splitlines()[0].partition(" ")[2])
        link = tmp_path / "link.db"
        link.symlink_to(library)

        for path in (library, link):
            answer = copydesk("export", "--format", "sqlite", "-o", path, "--force")
            assert answer.err == f"copydesk: {path} is the library itself; name another file.\n"
        assert len(json.loads(copydesk("list", "--json").out)) == 2

    @pytest.mark.usefixtures("annotated")
    def test_a_csv_file_begins_with_a_mark_and_a_pipe_does_not(self, copydesk: Call) -> None:
        copydesk("export", "--format", "csv")

        out = copydesk("export", "--format", "csv", "-o", "-").out

        assert out.startswith('"annotation_id",')
        data = Path("owls.csv").read_bytes()
        assert data.startswith(b'\xef\xbb\xbf"annotation_id",')
        assert b"\r\n" in data

    @pytest.mark.usefixtures("annotated")
    def test_a_database_goes_into_a_pipe(
        self, copydesk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = Buffer()
        monkeypatch.setattr(sys, "stdout", out)

        assert copydesk("export", "--format", "sqlite", "-o", "-").status == 0
        (tmp_path / "copy.db").write_bytes(out.buffer.getvalue())  # type: ignore[attr-defined]
        assert asked(tmp_path / "copy.db", "SELECT count(*) FROM annotations") == [(2,)]

    @pytest.mark.usefixtures("annotated")
    def test_a_place_that_cannot_be_written_is_told(self, copydesk: Call) -> None:
        answer = copydesk("export", "--format", "jsonld", "-o", "first.txt/owls.jsonld")

        assert (answer.status, answer.out) == (1, "")
        assert re.fullmatch(r"copydesk: Cannot write .*owls\.jsonld: .*\.\n", answer.err)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
    @pytest.mark.usefixtures("annotated")
    def test_a_named_pipe_is_not_waited_for(self, copydesk: Call) -> None:
        os.mkfifo("pipe")

        answer = copydesk("export", "--format", "jsonld", "-o", "pipe")

        assert answer == (1, "", "copydesk: Cannot write pipe: it is no file.\n")

    def test_other_encodings_of_the_terminal_make_no_difference(
        self, copydesk: Call, annotated: list[str]
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


class TestImport:
    def test_what_was_exported_comes_into_another_library(
        self, copydesk: Call, annotated: list[str], tmp_path: Path
    ) -> None:
        copydesk("export", "--format", "jsonld")
        other = ("--library", tmp_path / "other.db")
        copydesk("add", tmp_path / "first.txt", tmp_path / "second.txt", *other)

        answer = copydesk("import", "owls.jsonld", *other)

        assert answer == (
            0,
            "2 annotations added.\nPlaces: 2 exact, 0 moved, 0 changed, 0 orphan.\n",
            "",
        )
        notes = json.loads(copydesk("notes", "--json", *other).out)
        assert [one["id"] for one in notes] == annotated
        again = copydesk("import", "owls.jsonld", *other)
        assert again.out == "0 annotations added; 2 were there already.\n"

    @pytest.mark.usefixtures("articles")
    def test_standard_input_is_read(self, copydesk: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", Buffer(json.dumps(rows(row())).encode()))

        answer = copydesk("import", "-")

        assert answer.out.startswith("1 annotation added.\n")

    @pytest.mark.usefixtures("articles")
    def test_a_format_that_is_named_is_not_guessed(self, copydesk: Call) -> None:
        Path("rows.json").write_text(json.dumps(rows(row())))

        answer = copydesk("import", "rows.json", "--format", "jsonld")

        why = "the document has no “type” of the Web Annotation model"
        assert answer == (1, "", f"copydesk: Cannot import rows.json: {why}.\n")

    @pytest.mark.usefixtures("articles")
    def test_those_without_their_article_are_named_once_a_reason(self, copydesk: Call) -> None:
        lost = {"source": "https://herald.example/x", "selector": quote_selector("honey")}
        several = [web_annotation(id=f"urn:x:{number}", target=lost) for number in range(7)]
        Path("notes.jsonld").write_text(json.dumps([*several, web_annotation()]))

        answer = copydesk("import", "notes.jsonld")

        assert answer.status == 1
        assert answer.out.startswith("1 annotation added.\n")
        named = ", ".join(f"annotation {number + 1} (urn:x:{number})" for number in range(5))
        why = "stands in https://herald.example/x, which is not in the library"
        assert answer.err == f"copydesk: Left out: {named} and 2 more — {why}.\n"

    @pytest.mark.usefixtures("articles")
    def test_one_changed_here_is_told_and_stays(self, copydesk: Call) -> None:
        Path("rows.json").write_text(json.dumps(rows(row())))
        copydesk("import", "rows.json")
        Path("rows.json").write_text(json.dumps(rows(row(text="It is not."))))

        answer = copydesk("import", "rows.json")

        assert answer.out == (
            "0 annotations added; 1 was there already, 1 of them other than in the file"
            " (left as it is here).\n"
        )
        assert json.loads(copydesk("notes", "--json").out)[0]["note"] == "Is it?"

    @pytest.mark.parametrize("name", ["missing.json", "~nobody-of-that-name/x.json", "."])
    def test_a_file_that_cannot_be_read_is_told(self, copydesk: Call, name: str) -> None:
        answer = copydesk("import", name)

        assert (answer.status, answer.out) == (1, "")
        assert name in answer.err
        assert "fault of its own" not in answer.err

    @pytest.mark.usefixtures("articles")
    def test_a_hostile_file_sends_no_control_characters(self, copydesk: Call) -> None:
        hostile = "\x1b]0;owned\x07\x9b31m"
        lost = {"source": {"id": f"https://x.example/{hostile}", "title": hostile}}
        Path("notes.jsonld").write_text(
            json.dumps([web_annotation(id=f"urn:{hostile}", target=lost)])
        )
        Path("bad.jsonld").write_text(json.dumps([web_annotation(motivation=hostile)]))

        for name in ("notes.jsonld", "bad.jsonld"):
            answer = copydesk("import", name)
            assert answer.status == 1
            assert not {"\x1b", "\x07", "\x9b"}.intersection(answer.out + answer.err)

    @pytest.mark.usefixtures("annotated")
    def test_undo_takes_an_import_back(self, copydesk: Call) -> None:
        Path("rows.json").write_text(json.dumps(rows(row("a"), row("b", "choir"))))
        copydesk("import", "rows.json")
        path = Path(copydesk("locate").out.splitlines()[0].partition(" ")[2])

        with open_library(path) as library:
            assert library.undo_log.undo() == "import of annotations"
            assert len(library.annotations.list_all()) == 2

    async def test_what_is_not_surely_found_comes_to_the_review(self, library: Library) -> None:
        made = story(library, f"{OWL}\n\n{MILL}\n\n{HONEY}", BRIDGE)
        (article, _) = library.articles.get_all(made.articles)
        library.articles.edit(article.id, {"url": PAGE})
        was = MILL.replace("in spring", "next summer")
        around = {"prefix": f"{OWL}\n\n"[-32:], "suffix": f"\n\n{HONEY}"[:32]}
        changed = row("a", target=[{"selector": [quote_selector(was, **around)]}])
        gone = row("b", target=[{"selector": [quote_selector(PARADE)]}])

        brought(library, rows(changed, gone))

        async with at_the_screen(library, made) as reader:
            await reader.press("R")
            reader.sees("review 1 of 2")
            reader.sees("its text is gone")
            await reader.press("d")
            reader.sees("[-summer-]{+spring+}")

    def test_it_does_not_import_textual(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("[]")
        script = (
            "import sys\nfrom tui.cli.main import main\n"
            "main(['import', 'a.json'])\nmain(['export', '--format', 'csv'])\n"
            "sys.exit('textual' in sys.modules or 'trafilatura' in sys.modules)"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

        assert done.returncode == 0, done.stderr
