"""Texts that somebody decoded wrongly before they were stored: `cafÃ©` for `café`.

ftfy (Robyn Speer, 2019) tells them from texts that only look strange, and reads them rightly.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SUSPICIOUS = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]"
    "|[\u221a\u201a][\u0080-\uffff]"  # UTF-8 read as Mac Roman
    r"|(?:[\u0420\u0421]\S){3}"  # Cyrillic, as Windows-1251
    r"|[\u0102\u0139\u00c4\u00c5][\u0080-\u02dd]"  # as Windows-1250
)
"""What is in every text that was UTF-8 and read as something else, and in few others."""


class MendedText(NamedTuple):
    """A text, and how many of its lines were mended."""

    text: str
    lines: int


def mend_mojibake(text: str) -> MendedText:
    """Return a text as it was meant, line by line; most texts are returned as they are."""
    if text.isascii() or not _SUSPICIOUS.search(text):
        return MendedText(text, 0)
    import ftfy  # hardly ever needed
    import ftfy.badness

    lines = text.split("\n")
    count = 0
    for number, line in enumerate(lines):
        if _SUSPICIOUS.search(line) and ftfy.badness.is_bad(line):
            mended = ftfy.fix_encoding(line)
            count += mended != line
            lines[number] = mended
    return MendedText("\n".join(lines), count)
