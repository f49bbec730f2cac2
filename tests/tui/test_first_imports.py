"""What the first screen does not need is not imported before it stands."""

from __future__ import annotations

import subprocess
import sys

LATE = (
    "textreuse",
    "sqlite_utils",
    "dateparser",
    "rapidfuzz",
    "tui.compare",
    "tui.prompts.tag_prompt",
)


def test_the_library_opens_without_the_engine() -> None:
    script = "import sys, tui.app; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, text=True, timeout=60
    )
    assert "tui.library.screen" in told.stdout.split()
    assert not set(told.stdout.split()) & {*LATE}
