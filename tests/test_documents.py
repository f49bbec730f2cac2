"""What the pages for developers name is there, and the first of them stays short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import textreuse

ROOT = Path(__file__).parents[1]
PAGES = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/how-it-works.md",
    "docs/json.md",
    "docs/decisions/house.md",
]
PUBLIC = {f"textreuse.{name}" for name in textreuse.__all__}
_FILE = re.compile(r"`((?:storage|tui|textreuse|tests|docs|benchmarks)/[\w/.-]+)`")
_MODULE = re.compile(r"`((?:storage|tui|textreuse)(?:\.\w+)+)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES)
def test_files_and_modules_that_are_named_are_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    modules = (name.split(".") for name in _MODULE.findall(text) if name not in PUBLIC)

    missing = [
        name for name in _FILE.findall(text) if not (ROOT / name).exists() and "/x.py" not in name
    ]
    missing += [
        ".".join(parts)
        for parts in modules
        if not any(_is_there(parts[:length]) for length in (len(parts), len(parts) - 1))
    ]
    missing += [link for link in _LINK.findall(text) if not ((ROOT / page).parent / link).exists()]

    assert missing == []


def _is_there(parts: list[str]) -> bool:
    path = ROOT.joinpath(*parts)
    return len(parts) > 1 and (path.with_suffix(".py").exists() or (path / "__init__.py").exists())


def test_the_architecture_is_one_page() -> None:
    assert (ROOT / "ARCHITECTURE.md").stat().st_size < 6 * 1024
