"""A damaged library repaired, and what it holds then."""

from __future__ import annotations

from pathlib import Path

from storage.backup.backup_files import describe_counts
from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.damage import NEW_NOTE, OLD_NOTE, Damage, damage

BOTH_NOTES = {OLD_NOTE: ("claim",), NEW_NOTE: ("number", "claim")}


def mended(path: Path, how: Damage) -> list[str]:
    """Damage a library and repair it; returns what was said."""
    contents = damage(path, how)

    said = list(repair(path))

    found = check(path)
    assert found.findings == ()
    assert f"The library now has {describe_counts(found.articles, found.annotations)}." in said
    (kept,) = path.parent.glob("library-damaged-*.db")
    assert kept.read_bytes() == contents
    assert said[-1] == f"The damaged file is kept at {kept}."
    return said


def notes(path: Path) -> dict[str, tuple[str, ...]]:
    with open_library(path) as library:
        return {one.note: one.tags for one in library.annotations.list_all()}


def texts(path: Path) -> set[str]:
    with open_library(path) as library:
        ids = [one.id for one in library.articles.list_all()]
        return {article.text for article in library.articles.get_all(ids)}
