"""`copydesk import` of projects of coded texts, and `copydesk export --format qdpx`."""

from __future__ import annotations

from pathlib import Path

from storage.open_library import open_library
from tests.storage.qda.made_databases import QUALCODER, make
from tests.storage.qda.study import fill
from tests.tui.cli.calling import Copydesk


def test_a_project_goes_out_and_comes_into_another_library(
    copydesk: Copydesk, tmp_path: Path
) -> None:
    desk, other = tmp_path / "desk.db", tmp_path / "other.db"
    with open_library(desk):
        pass
    fill(desk)
    written = copydesk("export", "--format", "qdpx", "--library", desk)
    assert written.out == "owls.qdpx\n"
    assert "A REFI-QDA project has no place for passages" in written.err
    assert copydesk("export", "--format", "qdpx", "--library", desk).status == 0
    came = copydesk("import", "owls.qdpx", "--library", other)
    assert came.err == ""
    assert came.out.splitlines() == [
        "2 articles added.",
        "4 annotations added.",
        "With 8 codes, 4 tags of articles and 3 memos.",
        "Coded by Anna and Bob.",
        "Stories: Owls.",
    ]
    again = copydesk("import", "owls.qdpx", "--format", "qdpx", "--library", other)
    assert again.out.splitlines()[:2] == [
        "0 articles added; 2 already in the library.",
        "0 annotations added; 4 already in the library.",
    ]
    refused = copydesk("add", "owls.qdpx", "--library", other)
    assert refused == (
        1,
        "",
        "copydesk: owls.qdpx may be a project of coded texts; use `copydesk import`.\n",
    )
    Path("broken.qdpx").write_bytes(Path("owls.qdpx").read_bytes()[:500])
    broken = copydesk("import", "broken.qdpx", "--library", other)
    assert (broken.status, broken.err) == (
        1,
        "copydesk: broken.qdpx is damaged or not a REFI-QDA project.\n",
    )


def test_the_folder_of_a_qualcoder_project_is_imported_by_its_name(
    copydesk: Copydesk, tmp_path: Path
) -> None:
    folder = tmp_path / "Owl study.qda"
    folder.mkdir()
    rows = {"source": [[1, "Owls", "An owl.", None, "", "", ""], [2, "Photo", None, "/images/a"]]}
    make(folder / "data.qda", QUALCODER, rows)
    answer = copydesk("import", folder)
    assert answer == (
        1,
        "1 article added.\n0 annotations added.\nStories: Owl study.\n",
        "copydesk: Left out: “Photo” — is no text.\n",
    )
