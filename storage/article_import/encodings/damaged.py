"""UTF-8 with bytes that are none: damage, or lines in another encoding."""

from __future__ import annotations

import re
from typing import NamedTuple

from storage.article_import.encodings.legacy import LOST, read_legacy

MOST_LOST = 0.1
"""Share of a text's signs above which what is left of it is no text."""
_BY_CHANCE = 0.1
"""Share of bytes beyond ASCII that make signs in UTF-8 though a text is in another encoding."""
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A sign beyond ASCII in UTF-8, nearly: the decoder has the last word."""


class DamagedText(NamedTuple):
    """A text of which not all was UTF-8."""

    text: str
    lost: int = 0
    """Bytes, or beginnings of signs, that stand as `�` in it."""
    encoding: str = ""
    """That in which it, or what `is_mixed` in it, is read in place of UTF-8."""
    is_mixed: bool = False
    """Whether other lines are UTF-8."""


def read_damaged(data: bytes) -> DamagedText | None:
    """Read what is no clean UTF-8; None where too little of it can be read.

    Lines that are hardly UTF-8 are read in another encoding, where that is sure; a whole text is,
    where next to nothing in it is UTF-8. Else each byte that is no UTF-8 is `�`.
    """
    lines = data.split(b"\n")
    valid, odd = 0, []
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        count = len(_SEQUENCE.findall(line))
        if _count_lost(line) > count:
            odd.append(number)
        else:
            valid += count
    others = b"\n".join(lines[number] for number in odd)
    # A line of one or two signs may be UTF-8 by chance.
    is_mixed = valid > _BY_CHANCE * sum(byte > 0x7F for byte in others)
    legacy = read_legacy(others if is_mixed else data) if odd else None
    if legacy is None:
        text, lost = data.decode("utf-8", "replace"), _count_lost(data)
        return DamagedText(text, lost) if lost <= MOST_LOST * len(text) else None
    if not is_mixed:
        return DamagedText(legacy.text, legacy.lost, legacy.encoding)
    read = dict(zip(odd, legacy.text.split("\n"), strict=True))
    kept = [line for number, line in enumerate(lines) if number not in read]
    return DamagedText(
        "\n".join(
            read[number] if number in read else line.decode("utf-8", "replace")
            for number, line in enumerate(lines)
        ),
        legacy.lost + _count_lost(b"\n".join(kept)),
        legacy.encoding,
        is_mixed=True,
    )


def _count_lost(data: bytes) -> int:
    """Return how many bytes, or beginnings of signs, become `�`."""
    return data.decode("utf-8", "replace").count(LOST) - data.count(LOST.encode())
