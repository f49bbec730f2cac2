"""Signs that a mail in quoted-printable spells out, where nobody read them back: `caf=C3=A9`.

RFC 2045, 6.7: an equals sign and two digits of base 16, in capitals, for each byte. Such a line
ends with an equals sign where the text goes on (`parted_words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BYTE = "=[0-9A-F]{2}"
_BYTES = re.compile(rf"=[89A-F][0-9A-F](?:(?:=\r?\n)?{_BYTE})*|=(?:20|09)(?=\r?\n|\Z)|=3D(?=[\"'])")
"""Bytes beyond ASCII; white space before the end of a line; and the sign itself in a link."""
_SOFT_BREAK = re.compile(r"=(?:20)?\r?\n")
_LETTER = re.compile(r"[^\W\d_]")


def list_quoted_signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where signs are spelled out, and what they are: letters and digits, or blanks.

    What is no UTF-8 is Windows-1252, where it is one letter beside others or a line goes on.
    """
    if "=" not in text:
        return
    goes_on = _SOFT_BREAK.search(text) is not None
    for match in _BYTES.finditer(text):
        start, end = match.span()
        spelled = bytes.fromhex(re.sub(r"=\s*", " ", match.group()))
        try:
            signs = spelled.decode("utf-8")
        except UnicodeDecodeError:
            signs = spelled.decode("cp1252", "ignore")
            if not goes_on and not _is_one_letter(
                signs, text[start - 1 : start], text[end : end + 1]
            ):
                continue
        if signs:
            yield start, end, "".join(one if one.isalnum() else " " for one in signs)


def _is_one_letter(signs: str, before: str, after: str) -> bool:
    return len(signs) == 1 and signs.isalpha() and bool(_LETTER.search(before + after))
