"""What is read as articles, or leads to them, and what is not."""

from __future__ import annotations

from itertools import groupby

from docs.written.tables import write_table
from storage.article_import.file_types import ADVICE, NOT_READ, list_formats
from storage.article_import.input_format import InputFormat

_LOOKS_UNASKED = InputFormat._field_defaults["looks_like"]


def write_formats() -> str:
    """Return all formats in the order in which their looks are tried."""
    alike = groupby(list_formats(), key=lambda one: one.called)
    return write_table(
        ["what", "files are called", "known by its content"],
        [_describe(called, [*found]) for called, found in alike],
    )


def _describe(called: str, formats: list[InputFormat]) -> tuple[str, str, str]:
    endings = [f"`{ending}`" for one in formats for ending in one.endings]
    looks = any(one.looks_like is not _LOOKS_UNASKED for one in formats)
    name = called.removeprefix("a ").removeprefix("an ")
    return f"{name[:1].upper()}{name[1:]}", " ".join(endings), "yes" if looks else "no"


def write_not_read() -> str:
    """Return what people may take for readable, and what to do with it."""
    return write_table(
        ["ending", "what it is", "what to do"],
        [(f"`{ending}`", what, ADVICE.get(ending, "")) for ending, what in NOT_READ.items()],
    )
