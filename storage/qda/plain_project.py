"""A project as values of JSON, for the pipe of the process that reads it: some texts at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from storage.errors import ReadError
from storage.qda.project import (
    CodedPlace,
    CodedText,
    Memo,
    NotHeld,
    Project,
    TextSet,
    Value,
    WholeCoding,
)
from storage.tables.codebook_entry import CodebookEntry

_TOGETHER = 500_000
"""Characters, about, from which texts are sent with no more beside them: an answer has a limit."""
_PLACE = 200
"""How many of these a place in a text counts as."""


def to_plain(project: Project) -> Iterator[dict[str, Any]]:
    """Yield the project without its texts, then these; never an empty dictionary."""
    bare = replace(project, texts=())
    yield {"project": {field.name: getattr(bare, field.name) for field in fields(Project)}}
    together: list[CodedText] = []
    size = 0
    for text in project.texts:
        together.append(text)
        size += len(text.text) + len(text.places) * _PLACE
        if size >= _TOGETHER:
            yield {"texts": together}
            together, size = [], 0
    if together:
        yield {"texts": together}


def from_plain(values: Iterable[dict[str, Any]]) -> Project:
    """Return the project that `to_plain` was given, once JSON has carried it."""
    told: dict[str, Any] = {}
    texts: list[CodedText] = []
    for value in values:
        if "project" in value:
            told = value["project"]
        else:
            texts += map(_make_text, value["texts"])
    if not told:
        raise ReadError("crashed its parser; it was skipped")
    return Project(
        told["name"],
        told["origin"],
        tuple(CodebookEntry(*one) for one in told["codes"]),
        tuple(texts),
        tuple(_make_set(one) for one in told["sets"]),
        tuple(tuple(one) for one in told["copies"]),
        _make_memos(told["memos"]),
        tuple(NotHeld(*one) for one in told["left_out"]),
        tuple(told["notices"]),
    )


def _make_text(value: list[Any]) -> CodedText:
    guid, name, text, places, codings, memos, values = value
    return CodedText(
        guid,
        name,
        text,
        tuple(
            CodedPlace(place, start, end, tuple(codes), *rest)
            for place, start, end, codes, *rest in places
        ),
        tuple(WholeCoding(*one) for one in codings),
        _make_memos(memos),
        tuple(Value(*one) for one in values),
    )


def _make_set(value: list[Any]) -> TextSet:
    guid, name, texts, memos = value
    return TextSet(guid, name, tuple(texts), _make_memos(memos))


def _make_memos(values: Iterable[list[Any]]) -> tuple[Memo, ...]:
    return tuple(Memo(*one) for one in values)
