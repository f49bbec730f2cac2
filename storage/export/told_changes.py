"""What a version changed, as it is told to people: under names, with places, word by word."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import NamedTuple

from storage.models import Article
from storage.paragraph_numbers import ParagraphNumbers
from storage.version_changes import FieldChange, VersionChanges
from storage.wording.change_kinds import count_changes, name_change
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day_and_time
from textreuse import Change, DiffPiece, has_time


class ToldChange(NamedTuple):
    """One change."""

    place: str
    """The paragraph that it stands in, of the version that has it."""
    pieces: tuple[DiffPiece, ...]
    """All its words; what is in the old version alone is deleted, in the new one inserted."""


class ToldKind(NamedTuple):
    """The changes of one kind."""

    name: str
    changes: tuple[ToldChange, ...]


def tell_changes(found: VersionChanges) -> tuple[ToldKind, ...]:
    """Return the changes of the text by kind, the weightiest first."""
    numbers = ParagraphNumbers()
    return tuple(
        ToldKind(
            name_change(kind).capitalize(),
            tuple(ToldChange(_find_place(found, one, numbers), one.pieces) for one in changes),
        )
        for kind, changes in groupby(found.changes, key=lambda one: one.kind)
    )


def mark_field(field: FieldChange) -> tuple[DiffPiece, ...]:
    """Return what was known, and what is now."""
    return (DiffPiece("replaced", field.old, field.new),)


def summarize_changes(found: VersionChanges) -> str:
    """Return in one line how many changes there are, and of what kinds."""
    counts = Counter(one.kind for one in found.changes)
    kinds = [count_changes(kind, count) for kind, count in counts.items()]
    fields = [f"{one.name} changed" for one in found.fields]
    count = len(found.changes) + len(found.fields)
    return ": ".join(filter(None, [pluralize(count, "change"), ", ".join([*fields, *kinds])]))


def describe_version(article: Article) -> str:
    """Return when a version is of, as far as that is known, and what it is called."""
    known = (
        ("modified", article.modified),
        ("captured", article.captured),
        ("published", article.published),
        ("added", article.added),
    )
    when, time = next(((what, one) for what, one in known if one), ("", ""))
    told = f"{when} {format_day_and_time(time)}{' UTC' if has_time(time) else ''}" if time else ""
    return ", ".join(filter(None, [article.title, article.outlet, told]))


def _find_place(found: VersionChanges, change: Change, numbers: ParagraphNumbers) -> str:
    article, span = (found.new, change.new) if change.new else (found.old, change.old)
    assert span is not None
    old = "" if change.new else "old "
    return f"{old}¶{numbers.find(article.text, span.start)}"
