"""What the manual tells of keys, arguments, settings and formats is what the program has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.pages import MANUAL, PARTS, fill_parts, list_pages, name_parts

PAGES = [path for path in list_pages() if name_parts(path.read_text("utf-8"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_parts_that_are_written_are_true(path: Path) -> None:
    page = path.read_text("utf-8")

    assert fill_parts(page) == page, "run `make pages`"


def test_every_part_stands_in_one_page() -> None:
    asked = [name for path in PAGES for name in name_parts(path.read_text("utf-8"))]

    assert sorted(asked) == sorted(PARTS)


def test_every_page_stands_in_the_contents() -> None:
    contents = "".join(
        (MANUAL / page).read_text("utf-8") for page in ("index.md", "decisions/index.md")
    )
    pages = {path.stem for path in MANUAL.rglob("*.md")} - {"index"}

    assert {name for name in pages if not re.search(rf"^{name}$", contents, re.M)} == set()


def test_a_part_that_nothing_writes_is_named() -> None:
    with pytest.raises(KeyError, match="weather"):
        fill_parts("<!-- weather: written by `make pages` -->\n<!-- end -->")
