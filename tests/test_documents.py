"""What pages name is there, places in other pages too, and those that are read first stay short."""

from __future__ import annotations

import re

import pytest

import textreuse
from docs.pages import ROOT, list_pages

PAGES = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    *(path.relative_to(ROOT).as_posix() for path in list_pages()),
]
PUBLIC = {f"textreuse.{name}" for name in textreuse.__all__}
_FILE = re.compile(r"`((?:storage|tui|textreuse|tests|docs|benchmarks)/[\w/.-]+)`")
_MODULE = re.compile(r"`((?:storage|tui|textreuse)(?:\.\w+)+)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


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
    missing += [
        f"{link}#{place}" for link, place in _LINK.findall(text) if not _leads(page, link, place)
    ]

    assert missing == []


def _leads(page: str, link: str, place: str) -> bool:
    """Tell whether a link of a page leads to a file, and to a heading in it."""
    path = (ROOT / page).parent / link if link else ROOT / page
    if not path.exists():
        return False
    return not place or place in map(_name_place, _HEADING.findall(path.read_text("utf-8")))


def _name_place(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _is_there(parts: list[str]) -> bool:
    path = ROOT.joinpath(*parts)
    return len(parts) > 1 and (path.with_suffix(".py").exists() or (path / "__init__.py").exists())


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "README.md"])
def test_what_is_read_first_is_one_page(page: str) -> None:
    assert (ROOT / page).stat().st_size < 6 * 1024
