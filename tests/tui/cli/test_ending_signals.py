from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.open_library import open_library
from tests.storage.special_files import posix
from tests.tui.cli.calling import PROGRAM, Copydesk, library_of
from tests.tui.cli.terminal import (
    MOUSE_OFF,
    MOUSE_ON,
    SCREEN_OFF,
    SCREEN_ON,
    Terminal,
    in_terminal,
)
from tui.cli.ending_signals import catch_ending_signals

SIGNALS = ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM"]
SHOWN = "quit"
"""What the last line of every screen has."""

pytestmark = [posix, pytest.mark.usefixtures("no_signal_ignored")]


@pytest.fixture
def watches(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Return what is to happen later, which would end the tests."""
    begun: list[tuple[object, ...]] = []

    class Watch(threading.Thread):
        def __init__(self, *what: object) -> None:
            super().__init__()
            begun.append(what)

    monkeypatch.setattr(threading, "Timer", Watch)
    return begun


def test_windows_ends_it_by_itself() -> None:
    with catch_ending_signals(lambda: None, "win32"):
        assert {signal.getsignal(getattr(signal, name)) for name in SIGNALS} == {signal.SIG_DFL}


@pytest.mark.parametrize("name", SIGNALS)
def test_the_first_signal_ends_what_is_done_and_gives_the_status(
    name: str, watches: list[tuple[object, ...]]
) -> None:
    number, ends = getattr(signal, name), []

    with catch_ending_signals(lambda: ends.append(name)) as came:
        os.kill(os.getpid(), number)
        os.kill(os.getpid(), signal.SIGTERM)

    assert ends == [name]
    assert (came.number, came.status) == (number, 128 + number)
    assert signal.getsignal(number) == signal.SIG_DFL
    assert watches == [(5.0, os._exit, [128 + number])]


def test_without_one_the_status_is_that_of_success() -> None:
    with catch_ending_signals(lambda: None) as came:
        pass

    assert (came.number, came.status) == (None, 0)


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` does
    try:
        with catch_ending_signals(lambda: None) as came:
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)

    assert came.number is None


def is_given_back(terminal: Terminal) -> bool:
    """Tell whether the terminal shows its own screen again, and the mouse is its own."""
    written = terminal.written
    return (
        SCREEN_ON in written
        and MOUSE_ON in written
        and written.rindex(SCREEN_OFF) > written.rindex(SCREEN_ON)
        and written.rindex(MOUSE_OFF) > written.rindex(MOUSE_ON)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "call"), [*((name, ["demo"]) for name in SIGNALS), ("SIGTERM", []), ("SIGHUP", [])]
)
def test_the_terminal_is_given_back(name: str, call: Sequence[str]) -> None:
    with in_terminal(PROGRAM, *call) as terminal:
        terminal.wait_for(SHOWN)
        os.kill(terminal.process, getattr(signal, name))

        assert terminal.wait() == 128 + getattr(signal, name)
        assert is_given_back(terminal)
        assert b"Traceback" not in terminal.written
        assert b"internal error" not in terminal.written


WAITING = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
sys.exit(subprocess.call(sys.argv[1:]) % 256)
"""
"""A program that stays when its terminal goes, and waits for another, as `make run` does."""


@pytest.mark.slow
def test_it_ends_with_its_terminal_under_a_program_that_stays() -> None:
    with in_terminal(Path(sys.executable), "-c", WAITING, PROGRAM, "demo") as terminal:
        terminal.wait_for(SHOWN)
        terminal.hang_up()

        assert terminal.wait() == 128 + signal.SIGHUP


@pytest.mark.slow
@pytest.mark.usefixtures("added")
@pytest.mark.parametrize("hangs_up", [False, True])
def test_the_note_that_is_being_written_is_kept(copydesk: Copydesk, hangs_up: bool) -> None:
    library = library_of(copydesk)
    article = copydesk("list", "--json").json[0]
    path = Path("again.txt")
    with open_library(library) as opened:
        path.write_text(opened.articles.get(article["id"]).text, "utf-8")

    with in_terminal(PROGRAM, path) as terminal:
        terminal.wait_for(SHOWN)
        terminal.type("a")
        terminal.wait_for("ctrl+j")
        terminal.type("Whose barn§")
        terminal.wait_for("§")
        if hangs_up:
            terminal.hang_up()
        else:
            os.kill(terminal.process, signal.SIGTERM)
        assert terminal.wait() == 128 + (signal.SIGHUP if hangs_up else signal.SIGTERM)

    with open_library(library) as opened:
        drafts = [
            draft.note
            for story in opened.stories.list_all()
            for draft in opened.note_drafts.find_left(story.id, alive=True)
        ]
    assert drafts == ["Whose barn§"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {
            "TEXTUAL_COLOR_SYSTEM": "nonsense",
            "TEXTUAL_FPS": "9" * 400,
            "TEXTUAL_THEME": "nonsense",
            "TEXTUAL_ANIMATIONS": "nonsense",
        },
        {
            "TEXTUAL_DRIVER": "",
            "TEXTUAL_LOG": "/no/such/folder/log",
            "ESCDELAY": "9" * 400,
            "COLUMNS": "²",
        },
    ],
    ids=" ".join,
)
def test_the_app_opens_whatever_the_environment_says_of_the_terminal(
    environment: dict[str, str],
) -> None:
    with in_terminal(PROGRAM, "demo", environment=environment) as terminal:
        terminal.wait_for(SHOWN)
        terminal.type("qq")

        assert terminal.wait() == 0


@pytest.mark.slow
@pytest.mark.parametrize("driver", ["nonsense", "os:path", "no.such.module:Driver", "..:x"])
def test_a_driver_that_is_none_is_told(driver: str) -> None:
    with in_terminal(PROGRAM, "demo", environment={"TEXTUAL_DRIVER": driver}) as terminal:
        assert terminal.wait() == 1

    assert terminal.written.decode() == (
        f"copydesk: TEXTUAL_DRIVER is “{driver}”, which is not a Textual driver. Unset it.\r\n"
    )
