"""When garbage is collected: not while the program starts, and always after."""

from __future__ import annotations

import argparse
import asyncio
import gc
from collections.abc import Iterator

import pytest

from storage.library import Library
from tests.tui.driver import at_the_screen
from tui.cli import commands
from tui.cli.main import main


@pytest.fixture
def starting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be a program that has just been called, with little time to wait."""
    monkeypatch.setattr("tui.app._COLLECT_AFTER", 0.01)
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize(("command", "is_collecting"), [("keys", True), ("demo", False)])
def test_a_command_collects_unless_it_opens_the_app(
    monkeypatch: pytest.MonkeyPatch, command: str, is_collecting: bool
) -> None:
    found = []

    def work(_options: argparse.Namespace) -> int:
        found.append(gc.isenabled())
        return 0

    monkeypatch.setitem(commands._COMMANDS, command, work)

    assert main([command]) == 0
    assert found == [is_collecting]
    assert gc.isenabled()


@pytest.mark.parametrize("arguments", [["--version"], ["no-such-file"], ["list", "--no-such"]])
def test_it_is_collected_after_every_call(arguments: list[str]) -> None:
    main(arguments)

    assert gc.isenabled()


@pytest.mark.usefixtures("starting")
async def test_the_app_collects_once_its_first_screen_stands(library: Library) -> None:
    async with at_the_screen(library, None, (80, 24)), asyncio.timeout(30):
        while not gc.isenabled():
            await asyncio.sleep(0.01)

    assert gc.get_freeze_count() > 10_000


async def test_an_app_in_a_program_that_collects_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app._COLLECT_AFTER", 0.01)
    before = gc.get_freeze_count()

    async with at_the_screen(library, None, (80, 24)):
        await asyncio.sleep(0.1)

    assert gc.get_freeze_count() == before
