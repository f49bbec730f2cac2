from __future__ import annotations

import pytest

from storage.wording.quoted import bare_quote, quote_words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The gates", "“The gates”"),
        ("“The gates,” she said.", "“The gates,” she said.”"),
        ('"The gates"', "“The gates”"),
        ("«Die Tore»", "“Die Tore”"),
        ("", "“”"),
    ],
)
def test_words_are_quoted_once(text: str, quoted: str) -> None:
    assert quote_words(text) == quoted
    assert quote_words(bare_quote(text)) == quoted
