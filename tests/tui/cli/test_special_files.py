"""Names that lead to no file, given for whatever a command reads or writes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from storage import paths
from tests.storage.special_files import SPECIAL, make_huge, posix
from tests.tui.cli.calling import Answer, Copydesk, library_of

Make = Callable[[Path], None]
FORMATS = ["markdown", "csv", "jsonld", "hypothesis", "html", "sqlite"]

pytestmark = [posix, pytest.mark.usefixtures("annotated")]
special = pytest.mark.parametrize("make", SPECIAL)


def is_refused(answer: Answer, reason: str) -> bool:
    return (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1) and reason in (
        answer.err
    )


@special
def test_no_export_goes_there(copydesk: Copydesk, tmp_path: Path, make: Make) -> None:
    make(tmp_path / "target")
    before = (tmp_path / "target").lstat()

    for format_name, force in product(FORMATS, ([], ["--force"])):
        answer = copydesk("export", "--format", format_name, "-o", "target", *force)

        assert is_refused(answer, "Cannot write target: it is not a regular file."), format_name
        assert (tmp_path / "target").lstat().st_ino == before.st_ino, format_name


@special
def test_no_file_of_a_split_export_does(copydesk: Copydesk, tmp_path: Path, make: Make) -> None:
    (tmp_path / "out").mkdir()
    make(tmp_path / "out" / "owls.md")

    answer = copydesk("export", "--split", "-o", "out", "--force")

    assert is_refused(answer, "owls.md: it is not a regular file.")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["owls.md"]


@special
def test_no_backup_does(copydesk: Copydesk, tmp_path: Path, make: Make) -> None:
    make(tmp_path / "target")

    assert is_refused(
        copydesk("backup", "target"), "Cannot write target: it is not a regular file."
    )


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_huge_file_is_not_read(copydesk: Copydesk, tmp_path: Path, format_name: str) -> None:
    make_huge(tmp_path / "target")

    answer = copydesk("export", "--format", format_name, "-o", "target")

    assert answer.status == 1
    assert "use --force to replace it." in answer.err
    assert (tmp_path / "target").stat().st_size == 10 * 2**30

    assert copydesk("export", "--format", format_name, "-o", "target", "--force").status == 0
    assert (tmp_path / "target").stat().st_size < 2**20


def test_a_huge_file_is_no_backup(copydesk: Copydesk, tmp_path: Path) -> None:
    make_huge(tmp_path / "target")

    assert is_refused(copydesk("backup", "target"), "is not a backup of a Copydesk library")


def test_a_link_that_dangles_leads_to_a_new_file(copydesk: Copydesk, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("notes.md")

    assert copydesk("export", "-o", "link").status == 0
    assert (tmp_path / "link").is_symlink()
    assert "barn owl" in (tmp_path / "notes.md").read_text("utf-8")


@pytest.mark.parametrize("call", [["export", "-o"], ["backup"], ["export", "--split", "-o"]])
def test_a_link_that_leads_to_itself_is_not_replaced(
    copydesk: Copydesk, tmp_path: Path, call: list[str]
) -> None:
    (tmp_path / "link").symlink_to("link")

    answer = copydesk(*call, "link")

    assert is_refused(answer, "Cannot write")
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("call", [["export", "-o"], ["backup"], ["export", "--split", "-o"]])
def test_a_file_is_no_folder(copydesk: Copydesk, call: list[str]) -> None:
    answer = copydesk(*call, "first.txt/x.md")

    assert is_refused(answer, "Cannot write")


@special
def test_no_template_is_read_from_it(copydesk: Copydesk, tmp_path: Path, make: Make) -> None:
    make(tmp_path / "template")

    answer = copydesk("export", "--template", "template", "-o", "-")

    assert is_refused(answer, "template is not a file.")


@special
def test_no_annotations_are(copydesk: Copydesk, tmp_path: Path, make: Make) -> None:
    make(tmp_path / "notes.json")

    assert is_refused(copydesk("import", "notes.json"), "notes.json is not a file.")


@special
def test_no_configuration_is(copydesk: Copydesk, make: Make) -> None:
    path = paths.configuration_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)

    assert is_refused(copydesk("keys"), f"Cannot use {path}: it is not a regular file.")


@special
def test_no_library_is(copydesk: Copydesk, tmp_path: Path, make: Make) -> None:
    path = tmp_path / "other.db"
    make(path)

    for call in ("list", "search owl", "check", "check --repair", "add first.txt"):
        answer = copydesk(*call.split(), "--library", "other.db")

        refused = f"Cannot open the library {path}: it is not a regular file."
        assert is_refused(answer, refused), call


@pytest.mark.parametrize(
    "call",
    [["list"], ["check"], ["check", "--repair"], ["backup"], ["add", "first.txt"], ["locate"]],
)
def test_a_library_that_is_a_link_to_itself_is_told(
    copydesk: Copydesk, tmp_path: Path, call: list[str]
) -> None:
    (tmp_path / "loop.db").symlink_to("loop.db")

    answer = copydesk(*call, "--library", "loop.db")

    assert answer.status == (0 if call == ["locate"] else 1)
    assert "internal error" not in answer.err
    assert (tmp_path / "loop.db").is_symlink()


@special
def test_a_log_of_unfinished_writes_is_not_waited_for(copydesk: Copydesk, make: Make) -> None:
    library = library_of(copydesk)
    make(library.with_name(f"{library.name}-wal"))

    answer = copydesk("list")

    assert (answer.status, answer.err.count("\n")) == (1, 1)
    assert "internal error" not in answer.err


def test_another_link_astray_keeps_no_export_back(copydesk: Copydesk) -> None:
    for own in (paths.demo_path(), paths.state_path(), paths.log_path()):
        own.parent.mkdir(parents=True, exist_ok=True)
        own.symlink_to(own.name)

    assert copydesk("export", "-o", "notes.md").status == 0
