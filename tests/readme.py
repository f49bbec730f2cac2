"""`make readme`: writes the table of keys into the README."""

from __future__ import annotations

import re
from pathlib import Path

from tui.keys.table import format_markdown_table

README = Path(__file__).parents[1] / "README.md"
_TABLE = re.compile(r"\| where \| keys \|\n(?:\|.*\n)+")


def with_keys(readme: str) -> str:
    """Return the README with the table of keys as it is now."""
    return _TABLE.sub(lambda _: format_markdown_table() + "\n", readme)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), encoding="utf-8")
