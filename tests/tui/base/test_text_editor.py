"""A note in the editor of the user: plain functions, and once through the app."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from storage.errors import CopydeskError
from storage.library import Library
from tests.storage.desk import OWL
from tests.tui.driver import reading_texts
from tui.base.text_editor import edit_text, find_editor, split_command
from tui.prompts.note_area import NoteArea
from tui.prompts.note_editor import NoteEditor


def script(folder: Path, does: str) -> list[str]:
    """Write an editor that does something with the file it gets."""
    path = folder / "editor.py"
    path.write_text(f"import sys, pathlib\nnote = pathlib.Path(sys.argv[1])\n{does}\n")
    return [sys.executable, str(path)]


APPENDS = "note.write_bytes(note.read_bytes() + 'Ä \\x1b[2J\\n'.encode())"


def test_what_the_editor_left_is_taken_without_its_last_line_break(tmp_path: Path) -> None:
    assert edit_text("One\n\ntwo ", script(tmp_path, APPENDS)) == "One\n\ntwo Ä \x1b[2J"
    assert edit_text("One\n", script(tmp_path, "pass")) == "One\n"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("sys.exit(3)", "The editor ended with status 3; the note is as it was."),
        ("note.unlink()", "The editor left no text; the note is as it was."),
    ],
)
def test_an_editor_that_fails_changes_nothing(tmp_path: Path, does: str, said: str) -> None:
    with pytest.raises(CopydeskError, match=said):
        edit_text("One", script(tmp_path, does))


def test_the_editor_is_that_of_the_environment() -> None:
    python = Path(sys.executable)
    environment = {"PATH": str(python.parent), "EDITOR": "missing"}

    assert find_editor({**environment, "VISUAL": f"{python.name} -q"}) == [str(python), "-q"]


@pytest.mark.parametrize("named", ["", " ", "no-such-editor", "'unclosed"])
def test_no_editor_is_told_with_what_to_do(named: str, tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"(?i)set EDITOR to"):
        find_editor({"EDITOR": named, "PATH": str(tmp_path)})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (r'"C:\Program Files\Ed\ed.exe" -w', [r"C:\Program Files\Ed\ed.exe", "-w"]),
        ('C:\\Users\\O\'Neil\\ed.exe --at="a b"', [r"C:\Users\O'Neil\ed.exe", "--at=a b"]),
        ('"never closed', ["never closed"]),
        (" ", []),
    ],
)
def test_windows_has_its_own_way_to_write_a_command(line: str, words: list[str]) -> None:
    assert split_command(line, "win32") == words


def test_under_windows_no_program_of_the_working_folder_is_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = {"ed": r".\ed.EXE", r".\ed": r".\ed.EXE", "vi": r"C:\bin\vi.EXE"}
    monkeypatch.setattr("shutil.which", lambda program, **_where: found[program])

    with pytest.raises(CopydeskError, match="no editor “ed”"):
        find_editor({"EDITOR": "ed"}, "win32")
    assert find_editor({"EDITOR": r".\ed -w"}, "win32") == [r".\ed.EXE", "-w"]
    assert find_editor({"EDITOR": "vi"}, "win32") == [r"C:\bin\vi.EXE"]


async def test_a_note_is_written_in_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading_texts(library, OWL, size=(80, 24)) as reader:
        await reader.press("a")
        editor = reader.app.screen
        assert isinstance(editor, NoteEditor)
        area = editor.query_one(NoteArea)
        monkeypatch.setenv("EDITOR", " ".join(script(tmp_path, APPENDS)))
        await reader.type("One ")

        await reader.press("ctrl+e")
        assert "cannot be lent" in editor._said

        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press("ctrl+e")
        assert area.meant == "One Ä ␛[2J"

        monkeypatch.setattr(reader.app.reach, "is_browser", True)
        await reader.press("ctrl+e")
        assert editor._said.startswith("Only at the desk")
        assert area.meant == "One Ä ␛[2J"

        await reader.press("ctrl+j")
        assert [one.note for one in library.annotations.list_all()] == ["One Ä ␛[2J"]
