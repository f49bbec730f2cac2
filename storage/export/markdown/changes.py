"""What a version changed, as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from storage.export.escaping import escape_line, make_link
from storage.export.markdown.diff_marks import mark_changes
from storage.export.told_changes import (
    describe_version,
    mark_field,
    summarize_changes,
    tell_changes,
)
from storage.version_changes import VersionChanges


def render_changes(found: VersionChanges) -> str:
    """Return a heading, what is known of both versions, and the changes under those of their kinds.

    What was removed stands as ~~removed~~, what was added as **added**. What articles say makes no
    structure in it.
    """
    return "\n".join(_list_lines(found)) + "\n"


def _list_lines(found: VersionChanges) -> Iterator[str]:
    yield f"# Changes in {make_link(found.new.title, found.new.url)}"
    yield ""
    yield f"- old: {escape_line(describe_version(found.old))}"
    yield f"- new: {escape_line(describe_version(found.new))}"
    yield ""
    yield f"{escape_line(summarize_changes(found))}."
    if found.fields:
        yield from ("", "## Of the article", "")
    for field in found.fields:
        yield f"- {field.name}: {mark_changes(mark_field(field))}"
    for kind in tell_changes(found):
        yield from ("", f"## {kind.name}", "")
        for change in kind.changes:
            yield f"- {change.place}: {mark_changes(change.pieces)}"
