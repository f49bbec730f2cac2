from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from storage.library import opened
from storage.sample import add_sample
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, asked, done
from tui import __version__
from tui.command_line import main

HEADLINE = "Owl keeps the choir awake"
FIRST = f"{HEADLINE}\n\n{OWL}\n\n{MILL}\n"
SECOND = f"The choir and its lodger\n\n{BRIDGE}\n\n{OWL}\n"

# What would change the title of a terminal, clear it, and colour it.
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m"
HOSTILE = f"Owl {ESCAPES} keeps the choir\n\n{OWL} {ESCAPES}\n\n{MILL}\n"


class Answer(NamedTuple):
    """What a call came to."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Copydesk = Callable[..., Answer]


@pytest.fixture
def copydesk(capsys: pytest.CaptureFixture[str]) -> Copydesk:
    """Call the command line inside this process."""

    def call(*arguments: str | Path) -> Answer:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        return Answer(status, *capsys.readouterr())

    return call


def run(*command: str | Path, stdin: bytes | None = None) -> Answer:
    """Run a program without a terminal."""
    ended = subprocess.run(
        command,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def errors_of(*arguments: str, output: int) -> str:
    """Return what the program says on standard error while it writes to `output`; closes that."""
    with os.fdopen(output, "wb") as stream:
        ended = subprocess.run(
            [PROGRAM, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    return ended.stderr.decode()


PROGRAM = Path(sys.executable).with_name("copydesk")


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a call has imported at its end."""
    script = (
        "import sys\nfrom tui.command_line import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    return set(run(sys.executable, "-c", script, *arguments).err.split())


def controls(text: str) -> set[str]:
    """Return the control characters that a terminal would act on, line breaks aside."""
    return set(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of two articles that share the owl."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, "utf-8")
    (folder / "second.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture
def added(copydesk: Copydesk, folder: Path) -> Sequence[str]:
    """Add the two articles to the library, in a story called Owls; returns their ids."""
    assert copydesk("add", folder, "--story", "Owls").status == 0
    (story,) = copydesk("stories", "--json").json
    return [str(article) for article in story["articles"]]


def library_of(copydesk: Copydesk) -> Path:
    return Path(copydesk("locate").lines[0].partition(" ")[2])


def is_wrong_call(answer: Answer) -> bool:
    """Tell whether a call was refused as wrong, in one line."""
    return (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def failed(answer: Answer, sentence: str) -> bool:
    """Tell whether a call failed with this one sentence, and no fault of the program's own."""
    assert "Traceback" not in answer.err
    assert "fault of its own" not in answer.err
    return (answer.status, answer.err) == (1, f"copydesk: {sentence}\n")


class TestVersionAndHelp:
    def test_the_version(self, copydesk: Copydesk) -> None:
        assert copydesk("--version") == (0, f"copydesk {__version__}\n", "")
        assert copydesk("--library", "x.db", "--version").out == f"copydesk {__version__}\n"

    def test_the_version_imports_next_to_nothing(self) -> None:
        modules = imported_by("--version")

        assert "tui.command_line" in modules
        assert modules.isdisjoint(
            ["textual", "rich", "argparse", "storage", "textreuse", "sqlite3", "typing", "json"]
        )

    @pytest.mark.parametrize("call", [["--help"], ["-h"], ["add", "--help"], ["export", "-h"]])
    def test_help_does_not_import_textual(self, call: Sequence[str]) -> None:
        assert imported_by(*call).isdisjoint(["textual", "rich", "sqlite3", "textreuse"])

    def test_help_names_every_command(self, copydesk: Copydesk) -> None:
        answer = copydesk("--help")

        assert answer.status == 0
        commands = "demo add list stories compare notes annotate export keys locate"
        for command in commands.split():
            assert re.search(rf"^    {command} ", answer.out, re.MULTILINE)
            assert copydesk(command, "--help").status == 0

    def test_commands_without_a_screen_do_not_import_textual(self, folder: Path) -> None:
        for call in (["add", str(folder)], ["list"], ["compare", str(folder)], ["notes"]):
            assert "textual" not in imported_by(*call)


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

    def test_adding_again_adds_nothing(self, copydesk: Copydesk, folder: Path) -> None:
        copydesk("add", folder)
        before = copydesk("list", "--json")

        answer = copydesk("add", folder)

        assert answer.status == 0
        assert all(line.startswith("was there") for line in answer.lines[1:])
        assert copydesk("list", "--json") == before

    @pytest.mark.parametrize("source", [[], ["--source", "Gazette"]])
    def test_standard_input_is_a_dash(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch, source: Sequence[str]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))

        assert copydesk("add", "-", *source).status == 0
        (article,) = copydesk("list", "--json").json
        assert article["title"] == HEADLINE
        assert article["source"] == "".join(source[1:])

    def test_standard_input_in_an_older_encoding_is_told(self) -> None:
        text = "Le marché a été déplacé près de l’église, où les clients déçus ont patienté.\n"

        answer = run(PROGRAM, "add", "-", stdin=text.encode("cp1252"))

        assert answer.status == 0
        assert answer.err == "copydesk: Standard input was read as Windows-1252.\n"

    def test_an_empty_standard_input_keeps_no_file_out(
        self, copydesk: Copydesk, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

        answer = copydesk("add", folder / "first.txt", "-")

        assert failed(answer, "standard input is empty.")
        assert len(copydesk("list", "--json").json) == 1

    def test_the_outlet_of_all(self, copydesk: Copydesk, folder: Path) -> None:
        copydesk("add", folder, "--source", "Gazette")

        assert [one["source"] for one in copydesk("list", "--json").json] == ["Gazette"] * 2

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
        (folder / "memo.docx").write_text("Owl")

        answer = copydesk(
            "add",
            folder / "missing.txt",
            folder / "first.txt",
            folder / "empty.txt",
            folder / "memo.docx",
            "ftp://example.org/owl",
        )

        assert answer.status == 1
        assert answer.err.splitlines() == [
            f"copydesk: Cannot read {folder}/missing.txt: there is no such file.",
            f"copydesk: {folder}/empty.txt is empty.",
            (
                f"copydesk: {folder}/memo.docx is a Word document;"
                " Copydesk reads text, Markdown, web pages, PDF, EPUB and mail."
            ),
            "copydesk: ftp://example.org/owl is not a web address; only http and https are read.",
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


class TestList:
    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        copydesk("annotate", added[0], "--quote", "barn owl", "--tag", "bird")

        second, first = copydesk("list", "--json").json

        assert first == {
            "id": added[0],
            "title": HEADLINE,
            "source": "",
            "author": None,
            "published": None,
            "url": None,
            "words": 32,
            "tags": ["bird"],
            "annotations": 1,
            "stories": ["Owls"],
        }
        assert list(second) == list(first)
        assert (second["tags"], second["annotations"]) == ([], 0)

    def test_front_matter_is_told(self, copydesk: Copydesk, folder: Path) -> None:
        (folder / "third.md").write_text(
            "---\nsource: Gazette\nauthor: Nell\ndate: 2026-03-05T10:00:00+02:00\n"
            f"url: https://example.org\n---\n# Parade\n\n{PARADE}\n"
        )
        copydesk("add", folder / "third.md")

        (article,) = copydesk("list", "--json").json

        assert article["title"] == "Parade"
        assert article["source"] == "Gazette"
        assert article["author"] == "Nell"
        assert article["published"] == "2026-03-05T08:00:00Z"
        assert article["url"] == "https://example.org"

    def test_people_see_a_table(self, copydesk: Copydesk, added: Sequence[str]) -> None:
        head, second, first = copydesk("list").lines

        assert head.split() == ["id", "notes", "words", "date", "source", "tags", "title"]
        assert first.split()[:3] == [added[0], "0", "32"]
        assert first.endswith(HEADLINE)
        assert second.startswith(added[1])

    def test_an_empty_library_has_an_empty_list(self, copydesk: Copydesk) -> None:
        for command in ("list", "stories", "notes"):
            assert copydesk(command, "--json") == (0, "[]\n", "")
            assert len(copydesk(command).lines) == 1


class TestStories:
    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        copydesk("annotate", added[0], "--quote", "barn owl")

        (story,) = copydesk("stories", "--json").json

        assert list(story) == ["id", "name", "articles", "annotations"]
        assert (story["name"], story["articles"], story["annotations"]) == ("Owls", added, 1)

    def test_people_see_a_table(self, copydesk: Copydesk, added: Sequence[str]) -> None:
        head, row = copydesk("stories").lines

        assert head.split() == ["id", "notes", "articles", "name"]
        assert row.split()[1:] == ["0", str(len(added)), "Owls"]


class TestLibrary:
    def test_it_is_named_before_or_after_the_command(
        self, copydesk: Copydesk, folder: Path, tmp_path: Path, home: Path
    ) -> None:
        path = tmp_path / "desk.db"
        copydesk("--library", path, "add", folder / "first.txt")
        copydesk("add", folder / "second.txt", "--library", path)
        copydesk(f"--library={path}", "add", folder / "first.txt")

        assert len(copydesk("--library", path, "list", "--json").json) == 2
        assert copydesk("list", "--json", "--library", path).json == (
            copydesk("list", f"--library={path}", "--json").json
        )
        assert not (home / "data").exists()

    def test_the_environment_names_it_too(
        self, copydesk: Copydesk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COPYDESK_LIBRARY", str(tmp_path / "environment.db"))
        copydesk("add", folder)

        assert (tmp_path / "environment.db").exists()
        assert copydesk("list", "--json", "--library", tmp_path / "other.db").json == []

    @pytest.mark.parametrize("command", [["list"], ["notes", "--json"], ["stories"], ["export"]])
    def test_what_is_no_library_is_refused(
        self, copydesk: Copydesk, folder: Path, command: Sequence[str]
    ) -> None:
        path = folder / "first.txt"

        answer = copydesk(*command, "--library", path)

        assert failed(
            answer, f"{path} is not a Copydesk library. Name another file with --library."
        )
        assert path.read_text("utf-8") == FIRST

    @pytest.mark.usefixtures("added")
    def test_one_of_a_newer_version_is_refused(self, copydesk: Copydesk, folder: Path) -> None:
        done(library_of(copydesk), "PRAGMA user_version = 99")

        answer = copydesk("add", folder)

        assert answer.status == 1
        assert "was made by a newer Copydesk. Update Copydesk to open it" in answer.err

    def test_a_damaged_one_is_told(self, copydesk: Copydesk, folder: Path, tmp_path: Path) -> None:
        path = tmp_path / "desk.db"
        copydesk("add", folder, "--library", path)
        ((page,),) = asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'article'")
        with path.open("r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\xa5" * 4096)

        answer = copydesk("list", "--library", path)

        assert answer.status == 1
        assert re.fullmatch(r"copydesk: .*(damaged|malformed).*\n", answer.err)
        assert "fault of its own" not in answer.err

    @pytest.mark.parametrize("path", ["~nobody-of-that-name/desk.db", "/dev/null/desk.db", "."])
    def test_a_path_that_cannot_be_is_told(self, copydesk: Copydesk, path: str) -> None:
        answer = copydesk("list", "--library", path)

        assert answer.status == 1
        assert answer.err.startswith("copydesk: Cannot open the library ")
        assert answer.err.count("\n") == 1


class TestCompare:
    def test_json_has_the_keys_that_are_promised(self, copydesk: Copydesk, folder: Path) -> None:
        paths = [str(folder / "first.txt"), str(folder / "second.txt")]

        document = copydesk("compare", *paths, "--json").json

        assert list(document) == ["articles", "passages", "groups"]
        assert document["articles"] == [
            {
                "id": 0,
                "path": paths[0],
                "title": HEADLINE,
                "characters": len(FIRST),
                "words": 32,
                "shared_words": 14,
                "only_here_words": 18,
                "repeated_words": 0,
                "boilerplate_words": 0,
            },
            {
                "id": 1,
                "path": paths[1],
                "title": "The choir and its lodger",
                "characters": len(SECOND),
                "words": 32,
                "shared_words": 14,
                "only_here_words": 18,
                "repeated_words": 0,
                "boilerplate_words": 0,
            },
        ]
        left, right = (
            {"article": article, "start": text.index(OWL), "end": text.index(OWL) + len(OWL)}
            for article, text in enumerate((FIRST, SECOND))
        )
        assert document["passages"] == [
            {"left": left, "right": right, "kind": "verbatim", "similarity": 1.0}
        ]
        assert document["groups"] == [{"id": 1, "spans": [left, right]}]

    def test_people_see_who_shares_what(self, copydesk: Copydesk, folder: Path) -> None:
        lines = copydesk("compare", folder).lines

        assert lines[1].split() == ["A", "32", "44%", "56%", "0%", "first.txt"]
        assert lines[2].split() == ["B", "32", "44%", "56%", "0%", "second.txt"]
        assert lines[5].split()[:5] == ["1", "verbatim", "14", "A", "B"]
        assert OWL[:50] in lines[5]

    def test_repeats_are_counted(self, copydesk: Copydesk, folder: Path) -> None:
        (folder / "again.txt").write_text(f"{OWL}\n\n{HONEY}\n\n{OWL}\n")

        (article,) = copydesk("compare", folder / "again.txt", "--json").json["articles"]

        assert (article["repeated_words"], article["shared_words"]) == (28, 0)

    def test_texts_without_anything_in_common(self, copydesk: Copydesk, folder: Path) -> None:
        answer = copydesk("compare", folder / "first.txt")

        assert answer.status == 0
        assert answer.lines[-1] == "They share no passage."

    def test_the_library_is_not_touched(self, copydesk: Copydesk, folder: Path, home: Path) -> None:
        copydesk("compare", folder)
        copydesk("compare", folder, "--json", "--library", folder / "desk.db")

        assert list(home.iterdir()) == []
        assert not (folder / "desk.db").exists()

    def test_a_bad_file_keeps_the_good_ones_not_out(self, copydesk: Copydesk, folder: Path) -> None:
        answer = copydesk("compare", folder, folder / "missing.txt", "--json")

        assert failed(answer, f"Cannot read {folder}/missing.txt: there is no such file.")
        assert len(answer.json["articles"]) == 2

    def test_without_a_file_that_can_be_read_there_is_no_document(self, copydesk: Copydesk) -> None:
        answer = copydesk("compare", "missing.txt", "--json")

        assert failed(answer, "Cannot read missing.txt: there is no such file.")
        assert answer.out == ""


class TestAnnotate:
    def test_a_note_is_stored_and_its_id_told(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        answer = copydesk(
            *("annotate", added[0], "--quote", "the belfry", "--note", "Which *church*?"),
            *("--tag", "to check", "--tag", "#fact", "--tag", "To Check"),
        )

        (note,) = copydesk("notes", "--json").json
        assert (answer.status, answer.err) == (0, "")
        assert answer.lines == [note["id"]]
        assert note["quote"] == "the belfry"
        assert FIRST[note["start"] : note["end"]] == "the belfry"
        assert note["note"] == "Which *church*?"
        assert note["tags"] == ["to check", "fact"]

    def test_an_article_goes_by_a_part_of_its_title(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        copydesk("annotate", "LODGER", "--quote", "iron bridge")

        (note,) = copydesk("notes", "--json").json
        assert note["article"]["id"] == added[1]

    @pytest.mark.parametrize(("nth", "start"), [([], 0), (["--nth", "1"], 0), (["--nth", "2"], 6)])
    def test_of_several_occurrences_the_first_is_meant_or_the_nth(
        self, copydesk: Copydesk, folder: Path, nth: Sequence[str], start: int
    ) -> None:
        (folder / "hoo.txt").write_text("hoo! (hoo!)\n")
        copydesk("add", folder / "hoo.txt")

        assert copydesk("annotate", "hoo", "--quote", "hoo!", *nth).status == 0
        (note,) = copydesk("notes", "--json").json
        assert (note["start"], note["end"]) == (start, start + 4)

    @pytest.mark.parametrize(
        ("quote", "nth", "times"),
        [
            ("snowy owl", "1", "does not occur"),
            ("Barn owl", "1", "does not occur"),
            ("paper mill", "2", "occurs only once"),
            ("choir", "99", "occurs only 2 times"),
        ],
    )
    def test_a_quote_that_does_not_occur_is_a_failure(
        self, copydesk: Copydesk, added: Sequence[str], quote: str, nth: str, times: str
    ) -> None:
        answer = copydesk("annotate", added[0], "--quote", quote, "--nth", nth)

        assert failed(answer, f"The quote {times} in {added[0]} {HEADLINE}.")
        assert copydesk("notes", "--json").json == []

    @pytest.mark.usefixtures("added")
    def test_an_unknown_article_is_a_failure(self, copydesk: Copydesk) -> None:
        answer = copydesk("annotate", "heron", "--quote", "owl")

        assert failed(
            answer,
            "No article has the id “heron” or a title that contains it."
            " `copydesk list` shows them all.",
        )

    def test_a_title_that_fits_several_lists_them(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        answer = copydesk("annotate", "choir", "--quote", "owl")

        assert answer.status == 1
        assert all(article in answer.err for article in added)

    @pytest.mark.parametrize(
        "option", [["--note", "caf\udce9"], ["--tag", "caf\udce9"], ["--quote", "caf\udce9"]]
    )
    def test_what_is_no_text_is_no_fault_of_the_program(
        self, copydesk: Copydesk, added: Sequence[str], option: Sequence[str]
    ) -> None:
        answer = copydesk("annotate", added[0], "--quote", "owl", *option)

        assert "fault of its own" not in answer.err


class TestNotes:
    @pytest.fixture(autouse=True)
    def notes(self, copydesk: Copydesk, added: Sequence[str]) -> None:
        copydesk("annotate", added[1], "--quote", OWL, "--note", "Same words", "--tag", "Copied")
        copydesk("annotate", added[0], "--quote", "paper mill", "--tag", "to check")

    def test_json_has_the_keys_that_are_promised(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        notes = copydesk("notes", "--json").json

        note = next(note for note in notes if note["note"])
        start, copy = SECOND.index(OWL), FIRST.index(OWL)
        keys = "id article start end quote tags note created updated anchor also_in"
        assert list(note) == keys.split()
        assert note["article"] == {
            "id": added[1],
            "title": "The choir and its lodger",
            "source": "",
            "url": None,
        }
        assert (note["start"], note["end"], note["quote"]) == (start, start + len(OWL), OWL)
        assert (note["tags"], note["note"], note["anchor"]) == (["Copied"], "Same words", "exact")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", note["created"])
        assert note["also_in"] == [
            {
                "article": {"id": added[0], "title": HEADLINE, "source": "", "url": None},
                "start": copy,
                "end": copy + len(OWL),
                "similarity": 1.0,
            }
        ]

    def test_a_note_on_every_copy_is_one_entry(
        self, copydesk: Copydesk, added: Sequence[str]
    ) -> None:
        with opened(library_of(copydesk)) as library:
            one, other = library.annotations.all()
            both = library.annotations.create([*one.targets, *other.targets])

        entry = next(one for one in copydesk("notes", "--json").json if one["id"] == both.id)

        (target,) = entry["targets"]
        assert list(target) == ["article", "start", "end"]
        assert (entry["article"]["id"], target["article"]["id"]) == (added[1], added[0])

    def test_people_see_a_table(self, copydesk: Copydesk) -> None:
        head, *rows = copydesk("notes").lines

        assert head.split() == ["id", "source", "tags", "note", "quote"]
        assert len(rows) == 2
        assert any("Copied" in row and "Same words" in row and OWL[:30] in row for row in rows)

    @pytest.mark.parametrize(
        ("chosen", "count"),
        [
            (["--tag", "copied"], 1),
            (["--tag", "#TO CHECK"], 1),
            (["--tag", "check"], 0),
            (["--story", "owls"], 2),
            (["--story", "Owls", "--tag", "copied"], 1),
        ],
    )
    def test_some_of_them(self, copydesk: Copydesk, chosen: Sequence[str], count: int) -> None:
        assert len(copydesk("notes", "--json", *chosen).json) == count

    def test_an_unknown_story_is_a_failure(self, copydesk: Copydesk) -> None:
        answer = copydesk("notes", "--story", "Drought")

        assert failed(answer, "No story is called “Drought”. `copydesk stories` shows them all.")


class TestExport:
    def test_the_only_story_goes_into_a_file_called_after_it(
        self, copydesk: Copydesk, added: Sequence[str], tmp_path: Path
    ) -> None:
        copydesk("annotate", added[0], "--quote", OWL, "--note", "Same words")

        answer = copydesk("export")

        assert answer == (0, "owls.md\n", "")
        assert "Same words" in (tmp_path / "owls.md").read_text("utf-8")

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("option", ["--story", "--article", "--tag", "--search"])
    def test_what_is_to_be_exported_has_to_be_named(self, copydesk: Copydesk, option: str) -> None:
        answer = copydesk("export", option, "")

        assert answer.status == 2
        assert f"{option} is empty" in answer.err

    @pytest.mark.usefixtures("added")
    def test_a_dash_is_standard_output(self, copydesk: Copydesk, tmp_path: Path) -> None:
        before = sorted(tmp_path.iterdir())

        answer = copydesk("export", "-o", "-")

        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith('---\ntitle: "Owls"\n')
        assert answer.out.endswith("-->\n")
        assert sorted(tmp_path.iterdir()) == before

    @pytest.mark.usefixtures("added")
    def test_a_folder_takes_the_file_and_a_name_is_the_file(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        assert copydesk("export", "-o", folder).out == f"{folder}/owls.md\n"
        assert copydesk("export", "-o", folder / "deep" / "mine.md").status == 0
        assert (folder / "deep" / "mine.md").read_bytes() == (folder / "owls.md").read_bytes()

    def test_exporting_again_keeps_what_the_user_wrote(
        self, copydesk: Copydesk, added: Sequence[str], folder: Path
    ) -> None:
        path = folder / "owls.md"
        copydesk("export", "-o", path)
        path.write_text(path.read_text("utf-8") + "\n## Mine\n\nMy conclusion.\n", "utf-8")
        copydesk("annotate", added[0], "--quote", OWL, "--note", "Same words")

        assert copydesk("export", "-o", path).status == 0
        assert path.read_text("utf-8").endswith("\nMy conclusion.\n")
        assert "Same words" in path.read_text("utf-8")

    @pytest.mark.usefixtures("added")
    def test_a_file_of_the_users_needs_force(self, copydesk: Copydesk, folder: Path) -> None:
        path = folder / "diary.md"
        path.write_text("My diary\n")

        answer = copydesk("export", "-o", path)

        assert failed(answer, f"{path} was not written by Copydesk; --force replaces it.")
        assert path.read_text() == "My diary\n"
        assert copydesk("export", "-o", path, "--force").status == 0
        assert "My diary" not in path.read_text("utf-8")

    def test_two_stories_never_go_into_one_file(
        self, copydesk: Copydesk, added: Sequence[str], folder: Path, tmp_path: Path
    ) -> None:
        copydesk("annotate", added[1], "--quote", "iron bridge", "--note", "Only in Owls")
        copydesk("add", folder / "first.txt", "--story", "Owls!")
        copydesk("export", "--story", "Owls")
        before = (tmp_path / "owls.md").read_bytes()

        copydesk("export", "--story", "Owls!")

        assert (tmp_path / "owls.md").read_bytes() == before

    @pytest.mark.usefixtures("added")
    def test_several_stories_are_a_wrong_call_that_lists_them(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        copydesk("add", folder, "--story", "Choirs")

        answer = copydesk("export")

        assert is_wrong_call(answer)
        assert answer.err.endswith("name one with --story: Owls; Choirs\n")
        assert copydesk("export", "--story", "choir", "-o", "-").out.startswith(
            '---\ntitle: "Choirs"'
        )

    def test_without_a_story_there_is_nothing_to_export(self, copydesk: Copydesk) -> None:
        assert failed(copydesk("export"), "There is no story yet; `copydesk FILE...` makes one.")

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("path", ["news/first.txt/owls.md", "~nobody-of-that-name/owls.md"])
    def test_a_place_that_cannot_be_written_is_told(self, copydesk: Copydesk, path: str) -> None:
        answer = copydesk("export", "-o", path)

        assert (answer.status, answer.out) == (1, "")
        assert re.fullmatch(r"copydesk: Cannot write .*owls\.md: .*\.\n", answer.err)


class TestReport:
    def test_the_report_goes_into_a_file_called_after_the_story(
        self, copydesk: Copydesk, added: Sequence[str], tmp_path: Path
    ) -> None:
        copydesk("annotate", added[0], "--quote", OWL, "--note", "Same words")

        assert copydesk("export", "--format", "html") == (0, "owls.html\n", "")

        page = (tmp_path / "owls.html").read_text("utf-8")
        assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
        assert f'<meta name="generator" content="Copydesk {__version__}">' in page
        assert "Same words" in page

    @pytest.mark.usefixtures("added")
    def test_it_goes_to_standard_output_or_into_a_folder(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        answer = copydesk("export", "--format", "html", "-o", "-")

        assert (answer.status, answer.err) == (0, "")
        path = copydesk("export", "--format", "html", "-o", folder).lines[0]
        assert path == f"{folder}/owls.html"
        assert Path(path).read_text("utf-8") == answer.out

    @pytest.mark.usefixtures("added")
    def test_a_file_of_the_users_needs_force(self, copydesk: Copydesk, folder: Path) -> None:
        path = folder / "diary.html"
        path.write_text("My diary\n")

        answer = copydesk("export", "--format", "html", "-o", path)

        assert failed(answer, f"{path} was not written by Copydesk; --force replaces it.")
        assert path.read_text() == "My diary\n"
        assert copydesk("export", "--format", "html", "-o", path, "--force").status == 0
        assert "My diary" not in path.read_text("utf-8")


class TestPassage:
    @pytest.mark.usefixtures("added")
    def test_it_goes_into_a_file_called_after_story_and_passage(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        answer = copydesk("export", "--story", "Owls", "--passage", "1")

        assert answer == (0, "owls-passage-1.md\n", "")
        text = (tmp_path / "owls-passage-1.md").read_text("utf-8")
        assert text.startswith('---\ntitle: "Owls: passage 1"\n')
        assert f"Compared by Copydesk {__version__} with" in text
        assert copydesk("export", "--passage", "1", "-o", "-").out == text

    def test_the_command_that_it_names_gives_the_same_places(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        with opened(library_of(copydesk)) as library:
            articles = library.articles.all(add_sample(library).articles)
        text = copydesk("export", "--passage", "9", "-o", "-").out
        found = re.findall(r"^\| ([A-D]) \|.*? \| (\d+)–(\d+) \|", text, re.MULTILINE)
        [group] = re.findall(r"gives group (\d+)\.", text)
        files = [tmp_path / f"{number}.txt" for number in range(len(articles))]
        for path, article in zip(files, articles, strict=True):
            path.write_text(article.text, "utf-8")

        answer = copydesk("compare", "--json", *files).json

        [same] = [one for one in answer["groups"] if one["id"] == int(group)]
        assert sorted(found) == [
            ("ABCD"[span["article"]], str(span["start"]), str(span["end"]))
            for span in same["spans"]
        ]

    @pytest.mark.usefixtures("added")
    def test_an_unknown_number_is_told_with_how_many_there_are(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--passage", "7")

        assert failed(answer, "There is no passage 7: “Owls” has 1 shared passage.")

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("wrong", [["0"], ["x"], ["1", "--format", "html"]])
    def test_what_is_no_number_or_no_markdown_is_a_wrong_call(
        self, copydesk: Copydesk, wrong: list[str]
    ) -> None:
        assert is_wrong_call(copydesk("export", "--passage", *wrong))


class TestOtherCommands:
    def test_locate_tells_a_thing_a_line(
        self, copydesk: Copydesk, home: Path, tmp_path: Path
    ) -> None:
        things = dict(line.split(" ", 1) for line in copydesk("locate").lines)

        assert list(things) == ["library", "configuration", "log"]
        assert all(Path(path).is_relative_to(home) for path in things.values())
        assert Path(things["library"]).name == "library.db"
        assert list(home.iterdir()) == []
        assert copydesk("locate", "--library", "desk.db").lines[0] == f"library {tmp_path}/desk.db"

    def test_keys_are_printed(self, copydesk: Copydesk) -> None:
        answer = copydesk("keys")

        assert (answer.status, answer.err) == (0, "")
        assert {"everywhere", "library", "compare"} <= set(answer.lines)


class TestWrongCalls:
    @pytest.mark.parametrize(
        "call",
        [
            ["list", "--jsn"],
            ["list", "--js"],
            ["list", "extra"],
            ["add"],
            ["compare"],
            ["annotate", "owl"],
            ["annotate", "--quote", "owl"],
            ["annotate", "owl", "--quote", ""],
            ["annotate", "owl", "--quote", "x", "--nth", "0"],
            ["annotate", "owl", "--quote", "x", "--nth", "-1"],
            ["annotate", "owl", "--quote", "x", "--nth", "two"],
            ["export", "--format", "pdf"],
            ["list", "--library"],
            ["--library"],
            ["--frobnicate"],
            ["--frobnicate", "first.txt"],
            ["notes", "--tag"],
            ["list", "--two\nlines"],
            ["list", f"--{ESCAPES}"],
        ],
    )
    def test_it_is_told_in_one_line(self, copydesk: Copydesk, call: Sequence[str]) -> None:
        answer = copydesk(*call)

        assert is_wrong_call(answer)
        assert answer.err.startswith("copydesk: ")
        assert controls(answer.err) == set()
        assert "_ordinal" not in answer.err

    @pytest.mark.parametrize("call", [["list", "--jsn"], ["add"], ["--frobnicate"]])
    def test_it_touches_nothing(self, copydesk: Copydesk, home: Path, call: Sequence[str]) -> None:
        copydesk(*call)

        assert list(home.iterdir()) == []


class TestFilesNamedLikeCommands:
    @pytest.mark.parametrize(
        "call", [["./list"], ["--", "list"], ["--library", "desk.db", "--", "list"]]
    )
    def test_they_are_opened_as_files(self, tmp_path: Path, call: Sequence[str]) -> None:
        (tmp_path / "list").write_text(FIRST)

        answer = run(PROGRAM, *call)

        assert answer.status == 1
        assert answer.err.startswith("copydesk: The app needs a terminal;")

    def test_a_missing_one_is_told(self) -> None:
        answer = run(PROGRAM, "--", "list")

        assert failed(answer, "Cannot read list: there is no such file.")

    def test_a_command_after_the_dashes_of_add_is_a_file(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        (tmp_path / "list").write_text(FIRST)

        assert copydesk("add", "--", "list").status == 0
        assert len(copydesk("list", "--json").json) == 1


class TestWithoutATerminal:
    @pytest.mark.parametrize("call", [["news/first.txt"], ["news"], ["demo"], []])
    def test_the_app_says_that_it_needs_one(
        self, folder: Path, home: Path, call: Sequence[str]
    ) -> None:
        answer = run(PROGRAM, *call)

        assert failed(
            answer,
            "The app needs a terminal; in a script use `copydesk compare` or `copydesk add`.",
        )
        assert answer.out == ""
        assert folder.exists()
        assert list(home.iterdir()) == []

    def test_a_missing_file_is_told_first(self) -> None:
        assert failed(
            run(PROGRAM, "missing.txt"), "Cannot read missing.txt: there is no such file."
        )

    def test_the_console_script_does_as_main_does(self, folder: Path, copydesk: Copydesk) -> None:
        assert run(PROGRAM, "--version") == copydesk("--version")
        assert run(PROGRAM, "add", folder).status == 0
        assert run(PROGRAM, "list", "--json") == copydesk("list", "--json")
        assert run(PROGRAM, "list", "--jsn").status == 2


class TestHostileArticles:
    @pytest.fixture(autouse=True)
    def hostile(self, copydesk: Copydesk, tmp_path: Path) -> None:
        for name in ("one", "two"):
            path = tmp_path / f"{name}{ESCAPES.replace('/', '')}.txt"
            path.write_text(f"{HOSTILE}{name}\n", "utf-8")
            answer = copydesk(
                "add", path, "--source", f"Gazette {ESCAPES}", "--story", f"Owls {ESCAPES}"
            )
            assert answer.status == 0
            assert controls(answer.out + answer.err) == set()

    @pytest.mark.parametrize(
        "call",
        [
            *(["list"], ["list", "--json"], ["stories"], ["stories", "--json"]),
            *(["notes"], ["notes", "--json"], ["export", "-o", "-"], ["export"]),
            ["export", "--format", "html", "-o", "-"],
            *(["compare", "."], ["compare", ".", "--json"]),
            *(["annotate", "Owl", "--quote", "owl"], ["annotate", "keeps", "--quote", "heron"]),
            *(["export", "--story", "x\x1b[2J"], ["add", "missing\x1b[2J.txt"]),
        ],
    )
    def test_none_of_its_control_characters_reaches_the_terminal(
        self, copydesk: Copydesk, call: Sequence[str]
    ) -> None:
        for listed in copydesk("list", "--json").json:
            copydesk(
                *("annotate", listed["id"], "--quote", f"awake. {ESCAPES}"),
                *("--note", ESCAPES, "--tag", f"bird{ESCAPES}"),
            )

        answer = copydesk(*call)

        assert answer.out + answer.err
        assert controls(answer.out + answer.err) == set()

    def test_json_gives_them_back_as_they_are(self, copydesk: Copydesk) -> None:
        titles = {article["title"] for article in copydesk("list", "--json").json}

        assert titles == {HOSTILE.split("\n")[0]}


class TestFaults:
    @pytest.fixture
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make the program fail in a way that nobody has thought of."""

        def fail() -> Path:
            raise ZeroDivisionError(f"division by {ESCAPES}")

        monkeypatch.setattr("storage.places.library_path", fail)

    @pytest.mark.usefixtures("broken")
    def test_a_fault_of_the_program_is_one_sentence_and_its_details_are_kept(
        self, copydesk: Copydesk, home: Path
    ) -> None:
        answer = copydesk("list")

        (log,) = home.rglob("copydesk.log")
        assert (answer.status, answer.out) == (1, "")
        assert answer.err == (
            "copydesk: Copydesk failed through a fault of its own"
            f" (ZeroDivisionError; the details are in {log})\n"
        )
        assert "Traceback" in log.read_text("utf-8")

    @pytest.mark.usefixtures("broken")
    def test_where_the_details_cannot_be_kept_they_are_told(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
        monkeypatch.setattr("tui.faults.log_path", lambda: Path("/dev/null/copydesk.log"))

        answer = copydesk("list")

        assert "ZeroDivisionError: division by" in answer.err
        assert answer.err.count("\n") == 1
        assert controls(answer.err) == set()

    def test_an_interrupt_ends_it_without_a_word(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted() -> Path:
            raise KeyboardInterrupt

        monkeypatch.setattr("storage.places.library_path", interrupted)

        assert copydesk("list") == (130, "", "")

    @pytest.mark.parametrize("command", ["keys", "list", "--version", "--help"])
    @pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
    def test_a_reader_that_has_had_enough_is_no_fault(
        self, command: str, unbuffered: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
        reading, writing = os.pipe()
        os.close(reading)

        assert errors_of(command, output=writing) == ""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk at hand")
    @pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
    def test_a_full_disk_is_told(self, unbuffered: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)

        errors = errors_of("keys", output=os.open("/dev/full", os.O_WRONLY))

        assert re.fullmatch("copydesk: .*\n", errors)
        assert "fault of its own" not in errors

    @pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
    @pytest.mark.parametrize("call", ["keys >&-", "--version >&-", "add - <&-", "list 2>&-"])
    def test_a_closed_stream_is_no_fault(self, call: str) -> None:
        answer = run("sh", "-c", f'"$0" {call}', PROGRAM)

        assert "Traceback" not in answer.err
        assert "fault of its own" not in answer.err

    def test_a_terminal_that_lacks_a_letter_shows_another(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", "ascii")
        (folder / "third.txt").write_text("Die Brücke über den Bach ist zu\n\nText.\n", "utf-8")

        answer = run(PROGRAM, "add", folder / "third.txt")

        assert (answer.status, answer.err) == (0, "")
        assert "Die Br?cke ?ber den Bach ist zu" in answer.out
