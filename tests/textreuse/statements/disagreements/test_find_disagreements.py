from __future__ import annotations

from pathlib import Path

import storage
from tests.textreuse.statements.disagreements.telling import tell

SAMPLE = sorted((Path(storage.__file__).parent / "sample").glob("*.txt"))


def test_the_height_of_the_surge_in_the_sample_story() -> None:
    told = tell(*(path.read_text(encoding="utf-8") for path in SAMPLE))
    assert told.count(("conflict", "number", "2.47", "2.74")) == 2
