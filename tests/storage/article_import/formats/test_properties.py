from __future__ import annotations

import pytest

from storage.article_import.formats.properties import choose_author


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("Nell Harker", "Nell Harker"),
        (" Nell  Harker ; Tom Ivory;", "Nell Harker, Tom Ivory"),
        ("anonymous", ""),
        ("Microsoft Office User", ""),
        ("admin; Tom Ivory", "Tom Ivory"),
        ("Root Hoffmann", "Root Hoffmann"),
        ("", ""),
    ],
)
def test_accounts_are_no_authors(stated: str, author: str) -> None:
    assert choose_author(stated) == author
