"""How much a template may ask for: each step, and each value before it is made, is counted.

What Python does in C cannot be interrupted, so how large a value will be is worked out before.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2.environment import TemplateModule

MOST_TEXT = 2**22
"""Characters, or parts, of one value that a template makes or uses."""
MOST_STEPS = 2_000_000
"""Steps of one template, besides those that what it is given allows."""
MOST_SECONDS = 20.0
"""Time of one template in all, for what takes long though it is few steps."""
STEPS_OF_A_PART = 1_000
_CHARACTERS_OF_A_STEP = 16
_MOST_BITS = 4096
"""Of a number."""
_LOOK_EVERY = 1_000
"""Steps after which the time is looked at."""
_COSTLY_TEXT = 50_000
"""Characters that filters take which look at them several times, or nest what they make."""
_COSTLY = ("pprint", "striptags", "tojson", "urlize", "xmlattr")
_LONGEST_NUMBER = 5_000
_DEEPEST_INDENT = 16
_PART = 4
"""Characters that are as much work as a part of a list, whatever that is."""
_FIELD = re.compile(r"[{%]")
_NUMBER = re.compile(r"\d+")


class TooMuchError(Exception):
    """A template asks for more than it may; the message says of what."""


class Meter:
    """Counts what one template does, over all parts that are rendered with it."""

    def __init__(self) -> None:
        self._left = MOST_STEPS
        self._since_look = 0
        self._seconds = 0.0
        self._begun: float | None = None

    def begin(self, values: Mapping[str, Any]) -> None:
        """Begin a part, which may take more steps the more there is to render."""
        self._left += STEPS_OF_A_PART + _weigh(values, None)
        self._begun = time.monotonic()

    def end(self) -> None:
        """End the part that was begun."""
        if self._begun is not None:
            self._seconds += time.monotonic() - self._begun
            self._begun = None

    def count(self, characters: int = 0) -> None:
        """Count a step, more of them for many characters; `TooMuchError` where none is left."""
        steps = 1 + characters // _CHARACTERS_OF_A_STEP
        self._left -= steps
        self._since_look += steps
        if self._since_look >= _LOOK_EVERY:
            self._since_look = 0
            running = time.monotonic() - self._begun if self._begun is not None else 0.0
            if self._seconds + running > MOST_SECONDS:
                raise TooMuchError("it takes too long")
        if self._left < 0:
            raise TooMuchError("it takes too many steps, or makes too much text")

    def measure(self, *values: object) -> int:
        """Return the characters and parts of values, and count them; `TooMuchError` above all."""
        size = _weigh(values, MOST_TEXT)
        self.count(size)
        return size

    def allow(self, size: int) -> None:
        """Count what is about to be made; `TooMuchError` where it would be too large."""
        if size > MOST_TEXT:
            raise TooMuchError("it makes a value that is too large")
        self.count(size)

    def count_each(self, items: Any) -> Iterator[Any]:
        """Yield items, each of them a step."""
        for item in items:
            self.count()
            yield item

    def join(self, pieces: Any) -> str:
        """Join text, counted before there is a whole of it."""
        kept = []
        for piece in pieces:
            self.count(len(piece))
            kept.append(piece)
        return "".join(kept)


def _weigh(value: object, most: int | None) -> int:
    """Return how many characters and parts a value has, however it is nested.

    `TooMuchError` above `most`, for numbers that are too long, and for what cannot be weighed.
    """
    size, left = 0, [value]
    while left:
        one = left.pop()
        size += _PART
        if isinstance(one, str | range):
            size += len(one)
        elif isinstance(one, int):
            if one.bit_length() > _MOST_BITS:
                raise TooMuchError("a number is too large")
            size += one.bit_length() // 3
        elif isinstance(one, Mapping):
            left += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            left += one
        elif isinstance(one, TemplateModule):
            raise TooMuchError("an imported template is not text")
        if most is not None and size + len(left) * _PART > most:
            raise TooMuchError("it uses a value that is too large")
    return size


def foresee_operation(operator: str, left: Any, right: Any) -> int:
    """Return how large the result of an operation on values that were measured can be."""
    if operator == "%" and isinstance(left, str):
        return foresee_format(left, right)
    if operator == "*":
        for sequence, times in ((left, right), (right, left)):
            if isinstance(sequence, str | list | tuple) and isinstance(times, int):
                return len(sequence) * max(0, times)
    if operator == "**" and isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * max(0, right)
        return MOST_TEXT + 1 if bits > _MOST_BITS else bits
    return 0


def foresee_call(name: str, value: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> int:
    """Return how large what a filter or a method of text makes of a measured value can be."""
    if name in ("center", "ljust", "rjust", "zfill"):
        return _find_width(args, kwargs)
    if name == "format":
        return foresee_format(value, [args, kwargs])
    if name == "replace":
        old, new = [*map(str, [*args, *kwargs.values()][:2]), "", ""][:2]
        return str(value).count(old) * len(new)
    if name == "join":
        return len(value) * _find_longest(args, kwargs) if hasattr(value, "__len__") else 0
    if name in ("indent", "wordwrap"):
        longest = _find_longest(args, kwargs)
        breaks = len(str(value)) if name == "wordwrap" else str(value).count("\n") + 1
        width = _find_width(args, kwargs) if name == "indent" else 1
        return breaks * max(longest, width)
    return _foresee_costly(name, value, args, kwargs)


def _foresee_costly(name: str, value: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> int:
    if name in ("batch", "slice"):
        return _find_width(args, kwargs)
    if name in _COSTLY:
        deep = name == "tojson" and _find_width(args, kwargs) > _DEEPEST_INDENT
        return MOST_TEXT + 1 if deep or _weigh(value, None) > _COSTLY_TEXT else 0
    if name == "int":
        return MOST_TEXT + 1 if len(str(value)) > _LONGEST_NUMBER else 0
    if name == "sum" and not all(isinstance(one, int | float | str) for one in kwargs.values()):
        return MOST_TEXT + 1
    return 0


def foresee_format(pattern: Any, given: object) -> int:
    """Return how large a pattern can become, whichever style its fields have."""
    pattern = str(pattern)
    numbers = [int(number[:9]) for number in _NUMBER.findall(pattern)]
    field = max([_weigh(given, MOST_TEXT), *numbers, *_list_numbers(given)])
    return len(pattern) + len(_FIELD.findall(pattern)) * field


def _list_numbers(given: object) -> Iterator[int]:
    left = [given]
    while left:
        one = left.pop()
        if isinstance(one, int):
            yield abs(one)
        elif isinstance(one, Mapping):
            left += one.values()
        elif isinstance(one, list | tuple):
            left += one


def _find_width(args: Sequence[Any], kwargs: Mapping[str, Any]) -> int:
    return max(
        (int(one) for one in [*args, *kwargs.values()] if isinstance(one, int | float)), default=0
    )


def _find_longest(args: Sequence[Any], kwargs: Mapping[str, Any]) -> int:
    return max((len(one) for one in [*args, *kwargs.values()] if isinstance(one, str)), default=0)
