"""Patterns work alike in every Python that the project takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import textreuse


def find_patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for module in walk_packages(textreuse.__path__, "textreuse."):
        for name, value in vars(import_module(module.name)).items():
            found = value.values() if isinstance(value, dict) else [value]
            for one in found:
                if isinstance(one, re.Pattern):
                    yield f"{module.name}.{name}", one


def has_captured_group(parsed: Any, *, is_captured: bool = False) -> bool:
    """Tell whether a group, inside one that is captured, is repeated without ever going back."""
    for operation, argument in parsed:
        if operation is _constants.POSSESSIVE_REPEAT and is_captured:
            (inner, *more) = argument[2]
            if more or inner[0] not in (_constants.IN, _constants.LITERAL):
                return True
        captures = operation is _constants.SUBPATTERN and argument[0] is not None
        for part in _list_parts(argument):
            if has_captured_group(part, is_captured=is_captured or captures):
                return True
    return False


def _list_parts(argument: Any) -> Iterator[Any]:
    """Yield the patterns that an operation is made of."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (list, tuple)):
        for one in argument:
            yield from _list_parts(one)


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [("(a(?:bc)*+)", True), ("(a|b*+)", False), ("(?:bc)*+", False), ("((?:a|(?:bc)++))", True)],
)
def test_such_a_group_is_seen(pattern: str, wrong: bool) -> None:
    assert has_captured_group(_parser.parse(pattern)) == wrong


def test_no_captured_group_is_repeated_without_ever_going_back() -> None:
    # Up to Python 3.11.4 what is captured around such a group is lost.
    wrong = [
        name
        for name, pattern in find_patterns()
        if has_captured_group(_parser.parse(pattern.pattern, pattern.flags))
    ]

    assert wrong == []
