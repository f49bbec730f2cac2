"""The pages of the manual, and their parts that are written by `make pages`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from docs.written import (
    command_line,
    engine,
    formats_imported,
    formats_read,
    formats_written,
    key_tables,
    schemas,
    settings,
)

ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "docs"
README = ROOT / "README.md"
MAN_PAGE = ROOT / "packaging" / "copydesk.1"

PARTS: Mapping[str, Callable[[], str]] = {
    "first-keys": key_tables.write_first_keys,
    "keys": key_tables.write_keys,
    "command-line": command_line.write_commands,
    "engine": engine.write_engine,
    "settings": settings.write_settings,
    "formats-read": formats_read.write_formats,
    "formats-not-read": formats_read.write_not_read,
    "formats-imported": formats_imported.write_formats,
    "formats-written": formats_written.write_formats,
    "schemas": schemas.write_list,
}
"""What writes each part, by the name under which a page asks for it."""

_PART = re.compile(
    r"(?P<begin><!-- (?P<name>[a-z-]+): written by `make pages` -->\n).*?(?P<end><!-- end -->)",
    re.DOTALL,
)


def list_pages() -> Iterator[Path]:
    """Return README and all pages of the manual, in the order of their names."""
    yield README
    yield from sorted(MANUAL.rglob("*.md"))


def name_parts(page: str) -> list[str]:
    """Return the names of the parts that a page asks for."""
    return [match["name"] for match in _PART.finditer(page)]


def fill_parts(page: str) -> str:
    """Return the page with each of its parts as it is now; `KeyError` for one that is unknown."""
    return _PART.sub(
        lambda match: f"{match['begin']}\n{PARTS[match['name']]()}\n\n{match['end']}", page
    )
