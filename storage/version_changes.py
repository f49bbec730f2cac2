"""What one version of an article changed: its text, and what is known of it."""

from __future__ import annotations

from typing import NamedTuple

from storage.comparable import describe_too_long, find_too_long
from storage.errors import ReadError
from storage.models import Article
from textreuse import Change, find_changes

_FIELDS = ("title", "author", "published")
"""What a reader sees of an article beside its text."""


class FieldChange(NamedTuple):
    """Something known of the article that is not what it was; empty where it was not known."""

    name: str
    old: str
    new: str


class VersionChanges(NamedTuple):
    """What `new` changed."""

    old: Article
    new: Article
    fields: tuple[FieldChange, ...]
    changes: tuple[Change, ...]
    """The weightiest first; in their spans 0 is the old version, 1 the new one."""


def compare_versions(old: Article, new: Article) -> VersionChanges:
    """Hold a version against an earlier one; `ReadError` where they are too long to be compared."""
    too_long = find_too_long([old, new])
    if too_long:
        raise ReadError(describe_too_long([(old, new)[one].title for one in too_long]))
    stated = ((name, getattr(old, name) or "", getattr(new, name) or "") for name in _FIELDS)
    fields = tuple(FieldChange(*one) for one in stated if one[1] != one[2])
    return VersionChanges(old, new, fields, find_changes(old.text, new.text))
