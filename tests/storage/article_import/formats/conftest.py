from __future__ import annotations

import pytest


@pytest.fixture(scope="module", autouse=True)
def one_process(shared_process: None) -> None:
    """Let readers of all formats use one process that parses."""
