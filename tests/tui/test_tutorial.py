"""The tutorial is true: its keys lead to what it says they show."""

from __future__ import annotations

import re
from pathlib import Path

from docs.pages import MANUAL
from storage.library import Library
from tests.tui.driver import reading_sample, sees, until

STEP = re.compile(r"<!-- (press|type|see): (.*?) -->")


async def test_its_keys_lead_to_what_it_says(library: Library, tmp_path: Path) -> None:
    steps = STEP.findall((MANUAL / "tutorial.md").read_text("utf-8"))
    assert len(steps) > 20
    async with reading_sample(library) as reader:
        for kind, what in steps:
            if kind == "press":
                await reader.press(*what.split())
            elif kind == "type":
                await reader.type(what)
            else:
                await until(reader, sees(reader, what))

    exported = (tmp_path / "the-vellmouth-barrier.md").read_text("utf-8")
    assert "2.47 or 2.74?" in exported
    assert "#claim" in exported
