from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.storage.special_files import posix
from tui.config.terminal_variables import drop_unusable


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEXTUAL_COLOR_SYSTEM", "nonsense"),
        ("TEXTUAL_COLOR_SYSTEM", "Auto"),
        ("TEXTUAL_DRIVER", ""),
        ("TEXTUAL_THEME", ""),
        ("TEXTUAL_FPS", "fast"),
        ("TEXTUAL_FPS", "0"),
        ("TEXTUAL_FPS", "-1"),
        ("TEXTUAL_FPS", "9" * 400),
        ("TEXTUAL_FPS", "9" * 9000),
        ("TEXTUAL_LOG", "/no/such/folder/log"),
        ("TEXTUAL_LOG", "."),
        ("TEXTUAL_LOG", "a\0b"),
        ("TEXTUAL_SCREENSHOT", "0"),
        ("TEXTUAL_SCREENSHOT_LOCATION", "/no/such/folder"),
        ("ESCDELAY", "9" * 400),
        ("COLUMNS", "²"),
        ("COLUMNS", "999999999"),
        ("LINES", "x"),
    ],
)
def test_what_cannot_be_used_is_as_if_it_were_not_there(name: str, value: str) -> None:
    environment = {name: value, "OTHER": ""}

    drop_unusable(environment)

    assert environment == {"OTHER": ""}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEXTUAL_COLOR_SYSTEM", "truecolor"),
        ("TEXTUAL_COLOR_SYSTEM", "256"),
        ("TEXTUAL_FPS", "30"),
        ("TEXTUAL_LOG", "log"),
        ("TEXTUAL_THEME", "nord"),
        ("TEXTUAL_DRIVER", "some.module:Driver"),
        ("COLUMNS", "120"),
        ("LINES", "40"),
        ("ESCDELAY", "25"),
    ],
)
def test_what_can_stays(name: str, value: str) -> None:
    environment = {name: value}

    drop_unusable(environment)

    assert environment == {name: value}


@posix
def test_a_pipe_is_no_log(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    environment = {"TEXTUAL_LOG": str(tmp_path / "pipe")}

    drop_unusable(environment)

    assert environment == {}
