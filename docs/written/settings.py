"""The settings of `config.toml`, as the program reads them."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

from docs.written.tables import write_table
from tui.config import configuration
from tui.config.configuration import DEFAULTS, Configuration

_IN_TABLES = {"citation": "citation.style", "keymap": "keys.PLACE.ACTION"}
"""Settings that stand in a table of the file, as they are written there."""


def write_settings() -> str:
    """Return all settings, with what they may be and what holds without them."""
    hints = get_type_hints(Configuration)
    return write_table(
        ["setting", "what it may be", "default", "what it is for"],
        [
            (f"`{_IN_TABLES.get(name, name)}`", _describe(hints[name]), _tell_default(name), does)
            for name, does in _read_meanings()
        ],
    )


def _describe(kind: object) -> str:
    if isinstance(kind, UnionType):
        kind = next(one for one in get_args(kind) if one is not NoneType)
    if get_origin(kind) is not None:
        return ", ".join(f"`{json.dumps(one)}`" for one in get_args(kind))
    if kind is bool:
        return "`true`, `false`"
    if kind is Path:
        return "a path"
    return "text" if kind is str else "see below"


def _tell_default(name: str) -> str:
    value = getattr(DEFAULTS, name)
    return f"`{json.dumps(value)}`" if isinstance(value, bool | int | str) and value != "" else ""


def _read_meanings() -> Iterator[tuple[str, str]]:
    """Yield each setting with what is written below it."""
    (described,) = (
        one
        for one in ast.parse(inspect.getsource(configuration)).body
        if isinstance(one, ast.ClassDef) and one.name == Configuration.__name__
    )
    for field, below in zip(described.body, described.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            assert isinstance(below, ast.Expr)
            assert isinstance(below.value, ast.Constant)
            yield field.target.id, " ".join(str(below.value.value).split())
