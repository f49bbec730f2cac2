from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.things import find_collection
from storage.article_import.web.urls import is_address
from storage.errors import CopydeskError
from tests.storage.library_files import file_mode
from tui.base.browser_reach import BrowserReach
from tui.serve import uploads
from tui.serve.uploads import Uploads, clean_name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "uploads"
    path.mkdir()
    return path


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("owl.txt", "owl.txt"),
        ("Bericht über Möwen (2).PDF", "Bericht über Möwen (2).PDF"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\owl.docx", "owl.docx"),
        (".bashrc", "upload.bashrc"),
        ("~", "upload"),
        ("", "upload"),
        ("..", "upload"),
        ("zotero:", "zotero"),
        ("https://x.example/", "upload"),
        ("a\x1b[31m\u202eb.txt", "a-31m-b.txt"),
        ("con.txt", "file con.txt"),
        ("a" * 300 + ".pdf", "a" * 120 + ".pdf"),
        ("no ending." + "x" * 40, "no ending." + "x" * 40),
    ],
)
def test_a_name_is_only_a_name(given_name: str, name: str) -> None:
    assert clean_name(given_name) == name


@given(st.text(st.sampled_from("./\\~: \0\n\x1b\u202eé-a猫"), max_size=150))
def test_no_name_leads_anywhere(given_name: str) -> None:
    name = clean_name(given_name)
    here = Path.cwd()

    assert BrowserReach(here, here / "library.db").may_name(name)
    assert (here / name).parent == here
    assert name.isprintable()
    assert name[0] not in " .-~"
    assert len(name.encode()) < 200
    assert not is_address(name)
    assert find_collection(name) is None


async def test_files_of_one_name_are_kept_apart_and_private(folder: Path) -> None:
    kept = Uploads(folder)

    names = [await kept.keep(name, pieces(b"An ", b"owl.")) for name in ("a.txt", "A.txt", "a.txt")]

    assert names == ["a.txt", "A (2).txt", "a (3).txt"]
    assert {one.name for one in folder.iterdir()} == set(names)
    assert (folder / "a.txt").read_bytes() == b"An owl."
    assert file_mode(folder / "a.txt") == 0o600


async def test_what_is_too_much_is_refused_and_nothing_of_it_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD", 2**20)
    monkeypatch.setattr(uploads, "LARGEST_UPLOADS", 2**20 + 10)
    monkeypatch.setattr(uploads, "MOST_UPLOADS", 4)
    kept = Uploads(folder)
    half = bytes(2**19)

    with pytest.raises(CopydeskError, match=r"^big\.txt is larger than 1 MB\.$"):
        await kept.keep("big.txt", pieces(half, half, b"x"))
    await kept.keep("one.txt", pieces(half, half))
    with pytest.raises(CopydeskError, match="All that you uploaded is more than 1 MB"):
        await kept.keep("two.txt", pieces(b"x" * 11))
    await kept.keep("three.txt", pieces(b"x" * 10))
    with pytest.raises(CopydeskError, match="more than 4 files"):
        await kept.keep("four.txt", pieces(b""))

    assert {one.name for one in folder.iterdir()} == {"one.txt", "three.txt"}
