"""What came of importing annotations, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from storage.anchoring.locate import State
from storage.annotation_import.import_annotations import ImportResult
from storage.tables.codebook import StoredCodebook
from storage.tables.merged_codings import MergedCodings
from storage.wording.plural import inflect, pluralize

_NAMED = 5
"""Annotations that are left out for one reason and named one by one."""


def describe_import(brought: ImportResult) -> list[str]:
    """Say in a line or two what was imported, and how sure its places are."""
    known = len(brought.there)
    there = f"; {known} already in the library" if known else ""
    if brought.differing:
        stays = inflect(brought.differing, "it is", "they are")
        there += f", {brought.differing} of them different in the file (left as {stays} here)"
    lines = [f"{pluralize(len(brought.added), 'annotation')} added{there}."]
    if brought.added:
        told = [f"{brought.states[state]} {state}" for state in get_args(State)]
        lines.append(f"Places: {', '.join(told)}.")
    merged = brought.merged
    if merged.tags or merged.memos or merged.marks:
        lines.append(describe_codings(merged))
    return [*lines, *describe_codebook(brought.codebook)]


def describe_codebook(stored: StoredCodebook) -> list[str]:
    """Say in a line what is new of a codebook; nothing where nothing is."""
    made, changed = map(len, stored)
    if not made and not changed:
        return []
    return [f"Codebook: {pluralize(made, 'tag')} made, {changed} completed."]


def describe_codings(merged: MergedCodings) -> str:
    """Say what is new of what coders said of whole articles and stories."""
    tags, memos = pluralize(merged.tags, "tag"), pluralize(merged.memos, "memo")
    coded = pluralize(merged.marks, "article")
    return f"{tags} of articles and {memos} added; {coded} marked as coded."


def describe_left_out(brought: ImportResult) -> list[str]:
    """Return a sentence for each reason, with the annotations that it kept out."""
    return name_left_out(brought.left_out)


def name_left_out(left_out: Iterable[tuple[str, str]]) -> list[str]:
    """Return a sentence for each reason, with what it kept out."""
    names: dict[str, list[str]] = {}
    for name, why in left_out:
        names.setdefault(why, []).append(name)
    sentences = []
    for why, those in names.items():
        more = f" and {len(those) - _NAMED} more" if len(those) > _NAMED else ""
        sentences.append(f"Left out: {', '.join(those[:_NAMED])}{more} — {why}.")
    return sentences
