"""Annotations and their targets as rows of tables."""

from __future__ import annotations

from typing import Any

from storage.models import Annotation, Target


def make_annotation_row(annotation: Annotation) -> dict[str, str | None]:
    """Return the columns of an annotation that is not deleted."""
    return {
        "id": annotation.id,
        "note": annotation.note,
        "created": annotation.created,
        "updated": annotation.updated,
        "deleted": None,
        "coder": annotation.coder,
    }


def make_target_row(target: Target) -> dict[str, Any]:
    """Return the columns of a target, but for whose it is and its place among the others."""
    anchor = target.anchor
    return {
        "article": target.article,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "orphaned": target.orphaned,
    }
