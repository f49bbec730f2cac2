"""The report's file: known for ours by its first lines, and for untouched by its last."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from storage.errors import ConflictError
from storage.export.existing_file import read_existing
from storage.files import write_atomically
from storage.models import Story

_OURS = re.compile(
    r'<!doctype html>\s*<html lang="en">\s*<head>\s*<meta charset="utf-8">\s*'
    r'<meta name="generator" content="Copydesk [^"]*">\s*'
    r'<meta name="copydesk-story" content="(?P<story>[^"]*)">'
)
_SEAL = re.compile(r"<!-- copydesk sha256 (?P<sum>[0-9a-f]{64}) -->\n\Z")

_FOREIGN = "\ufffd"
"""What stands for all that is too much to read: we did not write it."""


def seal(page: str) -> str:
    """Return the page with its SHA-256 behind it, by which an edit is noticed."""
    return f"{page}<!-- copydesk sha256 {_compute_sum(page)} -->\n"


def write(report: str, story: Story, path: Path, *, force: bool = False) -> None:
    """Put the report of `story` into the file, atomically.

    `ConflictError` says why it is not touched without `force`: we did not write it, it is that of
    another story, or it was edited since.
    """
    found = read_existing(path)
    existing = _FOREIGN if found is None else found.decode("utf-8", "replace")
    objection = "" if force else _find_objection(existing.replace("\r\n", "\n"), story)
    if objection:
        raise ConflictError(f"{path} {objection}.")
    if existing != report:
        write_atomically(path, report)


def _find_objection(existing: str, story: Story) -> str:
    """Return why a file is not to be replaced; empty where it may be."""
    if not existing.strip():
        return ""
    ours, seal = _OURS.match(existing), _SEAL.search(existing)
    if ours is None:
        return "was not written by Copydesk; use --force to replace it"
    if ours["story"] != story.id:
        return "is the export of another story; use --force to replace it"
    if seal is None or seal["sum"] != _compute_sum(existing[: seal.start()]):
        return "was edited by hand; use --force to replace it or -o to write elsewhere"
    return ""


def _compute_sum(page: str) -> str:
    return hashlib.sha256(page.encode()).hexdigest()
