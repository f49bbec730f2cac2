"""Ranges of numbers that count one thing, which mypy keeps apart from numbers of other things.

To Python a `Range` is a `range`, and costs nothing beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar, overload

Number = TypeVar("Number", bound=int)

if TYPE_CHECKING:

    class Range(Sequence[Number]):
        """The numbers from `start` up to, not including, `stop`; what they count says the type."""

        start: Number
        stop: Number

        @overload
        def __init__(self, start: Number, stop: Number) -> None: ...
        @overload
        def __init__(self, start: int, stop: int) -> None: ...
        def __init__(self, start: int, stop: int) -> None: ...

        def __len__(self) -> int: ...

        @overload
        def __getitem__(self, at: int) -> Number: ...
        @overload
        def __getitem__(self, at: slice) -> Range[Number]: ...
        def __getitem__(self, at: int | slice) -> Number | Range[Number]: ...

else:
    Range = range
