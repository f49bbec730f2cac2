"""A line of tags, the last of which is being written."""

from __future__ import annotations

from collections.abc import Sequence

from storage.tables.tag_names import clean_tags
from tui.prompts.choices import Choices, list_choices


def suggest_tags(line: str, tags: Sequence[str], *, may_create: bool = True) -> Choices:
    """Return which of `tags` the last of the tags in `line` may be, or a new one.

    See `list_choices`. What the line has already is not offered again; where it is the last one
    too, no other is taken for it.
    """
    given, begun = _split(line)
    had = {tag.casefold() for tag in given}
    left = [tag for tag in tags if tag.casefold() not in had]
    if begun.casefold() in had:
        return list_choices(begun, left, may_create=False)._replace(first=None)
    return list_choices(begun, left, may_create=may_create)


def complete_tag(line: str, tag: str) -> str:
    """Return `line` with `tag` in place of the last one in it, ready for another."""
    given, _ = _split(line)
    return "".join(f"{one}, " for one in (*given, tag))


def _split(line: str) -> tuple[list[str], str]:
    """Return the tags that are written, and the one that is being written."""
    given, _, begun = line.rpartition(",")
    return clean_tags([given]), "".join(clean_tags([begun]))
