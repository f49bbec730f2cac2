from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.driver import written
from tui.config.configuration import Configuration
from tui.config.configuration_file import read_configuration


@pytest.fixture
def reads(tmp_path: Path) -> Callable[[str], Configuration]:
    """Read a configuration with this text."""

    def read(text: str) -> Configuration:
        return read_configuration(written(tmp_path, "config.toml", text))

    return read
