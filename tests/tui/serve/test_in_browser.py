"""The app in real browsers, two at once, on a server of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from storage.open_library import open_library
from storage.sample_story import add_sample
from tests.storage.export.html.browsing import Browser, browsing, missing
from tests.tui.driver import written

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=missing()),
    pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX"),
    pytest.mark.usefixtures("no_signal_ignored"),
]

SECONDS = 60.0
"""How long anything may take on a busy machine."""
_BETWEEN_WORDS = re.compile(r"\W+")
START = "import sys; from tui.cli.main import main; sys.exit(main())"


@contextmanager
def serving(library: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve a library; gives its address and the process."""
    arguments = ["serve", "--library", str(library), "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-c", START, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            yield next(word for word in line.split() if word.startswith("http")), process
        finally:
            process.kill()


def until(holds: Callable[[], bool]) -> float:
    """Wait until something holds; return after how many seconds it did."""
    begin = time.monotonic()
    while not holds():
        assert time.monotonic() - begin < SECONDS
        time.sleep(0.05)
    return time.monotonic() - begin


def sees(browser: Browser, *texts: str) -> float:
    """Wait until all of the texts have been drawn, since this was last asked.

    Where a line ends does not matter: how wide a browser's terminal is hangs on when its font came.
    """
    came = [""]

    def look() -> bool:
        came[0] += browser.drawn()
        run_on = _BETWEEN_WORDS.sub("", came[0])
        return all(_BETWEEN_WORDS.sub("", text) in run_on for text in texts)

    try:
        return until(look)
    except AssertionError:
        raise AssertionError(f"no {texts} in {came[0][-3000:]!r}") from None


def is_gone(process: int) -> bool:
    """Tell whether there is no such process, or nothing left of it but its end."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def test_two_browsers_read_one_library_and_reach_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        add_sample(library)
    owl = written(tmp_path, "owl.txt", "An owl sat on the mill for three nights.")
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    with ExitStack() as stack:
        one, other = (stack.enter_context(browsing(tmp_path / name)) for name in ("one", "other"))
        address, server = stack.enter_context(serving(path))
        for browser in (one, other):
            browser.visit(address, downloads)
        for browser in (one, other):
            sees(browser, "The Vellmouth barrier")
            browser.type(Keys.ENTER)
            sees(browser, "23 passages, J: next")

        one.type("J")
        sees(one, "passage 1 of 23")
        one.type("a")
        sees(one, "ctrl+j save")
        one.type("Seen by both")
        other.type("J")  # which is where the note will be
        sees(other, "passage 1 of 23")
        one.press_with_control("j")
        sees(one, "Saved.")
        sees(other, "note 1 of 1 · See")

        one.type("e")
        sees(one, "the story “The Vellmouth barrier”")
        one.type(Keys.ENTER)
        sees(one, "Downloaded as")
        until(lambda: any(one.suffix == ".md" for one in downloads.iterdir()))
        [exported] = downloads.iterdir()
        assert "Seen by both" in exported.read_text("utf-8")

        one.type("q")
        one.choose_file("#files", owl)
        sees(one, "owl.txt is uploaded.")
        one.type("a")
        sees(one, "owl.txt")
        one.type(Keys.ENTER)
        sees(one, "1 added.")
        one.type("a")
        sees(one, "drop on this page")
        for name, told in (
            ("/etc/passwd", "neither an address nor a file that you have uploaded"),
            ("file:///etc/passwd", "is not a web address"),
        ):
            one.type(name, Keys.ENTER)
            sees(one, told)
            one.press_with_control("u")
        assert [said for said in one.complaints() if "Security" in said] == []

        readers = Path(f"/proc/{server.pid}/task/{server.pid}/children")
        processes = readers.read_text("utf-8").split() if readers.exists() else []
        server.send_signal(signal.SIGINT)
        assert server.wait(SECONDS) == 0
        assert all(is_gone(int(process)) for process in processes)
    with open_library(path) as library:
        assert [one.note for one in library.annotations.list_all()] == ["Seen by both"]
        [added] = [one for one in library.articles.list_all() if one.title == "owl"]
        assert library.articles.get(added.id).path is None
