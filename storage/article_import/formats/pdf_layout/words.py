"""The words of a page with their places, as PDFium finds them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_LIGATURES = {
    **dict(zip("\x1b\x1c\x1d\x1e\x1f", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict(zip("\x0b\x0c\x0e\x0f", ("ff", "fi", "ffi", "ffl"), strict=True)),
}
"""What fonts of TeX that do not tell their signs have under numbers that are no signs elsewhere."""
_HYPHENS = "\x02\ufffe"
"""What PDFium gives for a hyphen at the end of a line; it goes on with the next line at once."""
_WORD = re.compile(rf"(?:[^\s{_HYPHENS}]|[{''.join(_LIGATURES)}])+[{_HYPHENS}]?|[{_HYPHENS}]")
_MEANT = str.maketrans(_LIGATURES | dict.fromkeys(_HYPHENS, "-") | {"\0": None})
_MARK = re.compile(r"(?<=\D)\d{1,3}$")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = 0.2
"""Of the height of a line: how high above it a figure stands that is the mark of a footnote."""
_SMALLEST = 1.0
LOST = "\ufffd"
"""What stands for a sign that a file does not tell."""


_Turn = Callable[[float, float], tuple[float, float]]
_TURNS: dict[int, _Turn] = {
    0: lambda x, y: (x, y),
    90: lambda x, y: (y, -x),
    180: lambda x, y: (-x, -y),
    270: lambda x, y: (-y, x),
}
"""Where a point stands on a page that is shown turned clockwise by so many degrees."""


class Word(NamedTuple):
    """A word and its place on the page as it is shown: points to the right, and upwards."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """Height of a line in its font, at least 1."""
    is_upright: bool = True
    """Whether it runs from left to right."""


def list_words(page: PdfPage) -> list[Word]:
    """Return the words of a page in the order of the file."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    try:
        handle = text_page.raw
        codes = (
            pdfium.FPDFText_GetUnicode(handle, number) for number in range(text_page.count_chars())
        )
        text = "".join(map(_make_sign, codes))
        turn = _TURNS[page.get_rotation()]
        return [_place(handle, match, turn) for match in _WORD.finditer(text)]
    finally:
        text_page.close()


def _make_sign(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else LOST


def _place(handle: Any, match: re.Match[str], turn: _Turn) -> Word:
    import pypdfium2.raw as pdfium

    first, last = match.start(), match.end() - 1
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, first, x, y)
    origin, baseline = turn(x.value, y.value)
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(handle, first, loose)
    left, bottom, _, top = _turn_box(turn, loose.left, loose.bottom, loose.right, loose.top)
    # The loose box of a last letter may have the space behind it in it.
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(handle, last, *sides)
    its_left, its_right, its_bottom, its_top = (side.value for side in sides)
    last_left, last_bottom, right, _ = _turn_box(turn, its_left, its_bottom, its_right, its_top)
    size = max(_SMALLEST, top - bottom)
    is_upright = last_left >= origin - size and last_bottom - baseline < size
    start = min(origin, left)
    text = match.group().translate(_MEANT)
    if last_bottom - baseline > _RAISED * size and is_upright:
        text = _MARK.sub(lambda mark: mark[0].translate(_SUPERSCRIPT), text)
    return Word(text, start, max(start, right), baseline, size, is_upright)


def _turn_box(
    turn: _Turn, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of a box as its page is shown."""
    (x, y), (other_x, other_y) = turn(left, bottom), turn(right, top)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)
