from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from storage import paths
from storage.article_import.things import Given, WantedRecords
from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import at_the_screen, written
from tui.add.import_job import read_paste, split_names
from tui.add.path_completion import complete_path
from tui.base.browser_reach import BrowserReach
from tui.base.download import deliver
from tui.base.reach import Reach, find_reach

WEB_DRIVER = "textual.drivers.web_driver:WebDriver"


@pytest.fixture
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder of uploads the working folder, with one file in it and one beside it."""
    folder = tmp_path / "uploads"
    folder.mkdir()
    written(folder, "owl.txt", "The owl.")
    written(folder, "notes.db", "")
    written(tmp_path, "secret.txt", "Secret.")
    if os.name == "posix":
        (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def reach(uploads: Path, tmp_path: Path) -> BrowserReach:
    return BrowserReach(uploads, tmp_path / "data" / "library.db")


OUTSIDE = (
    "/etc/passwd",
    "../secret.txt",
    "..",
    ".",
    "./owl.txt",
    "~",
    "~/secret.txt",
    "~root",
    "link.txt",
    "..\\secret.txt",
    "C:secret.txt",
    "owl.txt\0",
    "",
    "zotero:",
    "zotero:My Papers",
    "notes.db",
    "gone.txt",
)


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_browser_adds_no_file_that_was_not_uploaded(reach: BrowserReach, name: str) -> None:
    assert reach.refuse(name)
    assert reach.refuse(WantedRecords(name, ("1",)))


@pytest.mark.parametrize("name", ["/etc/pass", "../sec", "~/", "./o", "/"])
def test_nor_is_a_name_outside_completed_or_told_to_be_there(
    reach: BrowserReach, tmp_path: Path, name: str
) -> None:
    assert complete_path(name, reach) is None
    assert complete_path(str(tmp_path / "sec"), reach) is None
    assert not reach.exists(str(tmp_path / "secret.txt"))
    assert split_names(f"'{tmp_path}/secret.txt' owl.txt", reach) != ["owl.txt"]
    assert isinstance(read_paste(f"owl.txt\n{tmp_path}/secret.txt", reach), list)


@given(st.text(st.sampled_from("./\\~:ab \0"), max_size=8))
def test_what_may_be_named_lies_in_the_folder_of_uploads(name: str) -> None:
    here = Path.cwd()
    reach = BrowserReach(here, here / "library.db")

    if reach.may_name(name):
        assert (here / name).parent == here
        assert Path(name).expanduser() == Path(name)


def test_uploads_addresses_and_pastes_are_added(reach: BrowserReach) -> None:
    assert reach.refuse("owl.txt") == ""
    assert reach.refuse("https://gazette.example/owl") == ""
    assert reach.refuse(Given("The pasted text", b"The owl.")) == ""
    assert complete_path("ow", reach) == "owl.txt"


def test_without_a_folder_of_uploads_no_file_is_reached(tmp_path: Path, uploads: Path) -> None:
    assert BrowserReach(None, tmp_path / "library.db").refuse(str(uploads / "owl.txt"))
    assert BrowserReach(None, tmp_path / "library.db").refuse("owl.txt")


def test_sentences_tell_no_places(reach: BrowserReach, tmp_path: Path, uploads: Path) -> None:
    home = Path.home()
    for told, shown in (
        (f"Cannot read {uploads}/owl.txt: no such file.", "Cannot read owl.txt: no such file."),
        (f"{tmp_path}/data/library.db is locked.", "library.db is locked."),
        (f"A copy is in {home}/state/copydesk/drafts/x.md.", "A copy is in x.md."),
        (f"The index {paths.scans_path()}/a/scan.db is", "The index a/scan.db is"),
        (f"{gettempdir()}/copydesk-x/desk.db is full.", "copydesk-x/desk.db is full."),
        (f"https://a.example{home}/y is gone.", f"https://a.example{home}/y is gone."),
        (f"Details in {home}/elsewhere/y.", "Details in elsewhere/y."),
    ):
        assert reach.tell(told) == shown
    assert reach.name_file(str(tmp_path / "secret.txt")) == "secret.txt"
    assert reach.find_clipboard() == []


def test_whatever_draws_in_a_browser_reaches_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", WEB_DRIVER)
    assert find_reach(tmp_path / "library.db").is_browser
    for driver in ("", "textual.drivers.headless_driver:HeadlessDriver", "no.such:Driver"):
        monkeypatch.setenv("TEXTUAL_DRIVER", driver)
        assert type(find_reach(tmp_path / "library.db")) is Reach


async def test_in_a_browser_what_is_added_was_uploaded_and_an_export_is_a_download(
    library: Library, reach: BrowserReach, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[tuple[str, bytes]] = []

    def take(_app: App[None], binary: BytesIO, *, save_filename: str) -> None:
        came.append((save_filename, binary.read()))

    monkeypatch.setattr(App, "deliver_binary", take)
    add_sample(library)
    reach.waiting.append("owl.txt")
    async with at_the_screen(library, None, reach=reach) as reader:
        await reader.press("a")
        reader.sees("a file that you drop on this page")
        reader.sees("owl.txt")
        await reader.press("enter")
        reader.is_told("1 added.")
        [owl] = [one for one in library.articles.list_all() if one.title == "owl"]
        assert library.articles.get(owl.id).path is None
        assert reach.waiting == []
        await reader.press("a")
        await reader.type("/etc/passwd")
        await reader.press("enter")
        reader.sees("/etc/passwd is neither an address nor a file that you have uploaded.")
        await reader.press("escape", "e")
        reader.does_not_see("destination")
        reader.does_not_see("overwrite")
        reader.does_not_see("where")
        await reader.press("tab", "enter")
        reader.is_told("Downloaded as ")
    [(name, content)] = came
    assert name.endswith(".md")
    assert b"---" in content


def test_a_folder_is_delivered_as_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[bytes] = []
    monkeypatch.setattr(App, "deliver_binary", lambda _app, binary, **_: came.append(binary.read()))
    folder = tmp_path / "a-story"
    folder.mkdir()
    written(folder, "one.md", "One.")

    assert deliver(App(), folder) == "a-story.zip"
    with zipfile.ZipFile(BytesIO(came[0])) as archive:
        assert archive.read("a-story/one.md") == b"One."
