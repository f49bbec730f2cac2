"""Offsets as browsers count them: in UTF-16 code units."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Tells offsets of a text in code points from those in UTF-16 code units, and back."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF]
        # Where each of these begins in code units.
        self._units = [at + number for number, at in enumerate(self._wide)]

    def count_units(self, offset: int) -> int:
        """Return the offset in code units of one in code points."""
        return offset + bisect_left(self._wide, offset)

    def count_points(self, offset: int) -> int:
        """Return the offset in code points of one in code units."""
        return offset - bisect_left(self._units, offset)
