"""What opening and reading a library does not need is not loaded for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest

from storage.backup import backup, backup_files, library_copy
from storage.export.evidence import find_library_evidence
from storage.open_library import open_library
from storage.repair import (
    check,
    derived_data,
    header_repair,
    orphan_rows,
    page_carving,
    repair,
    salvage,
)
from tests.storage.desk import BRIDGE, HONEY, OWL, add, annotate, story, target

LATE = {
    module.__name__
    for module in (
        *(backup, library_copy, backup_files),
        *(page_carving, check, derived_data, orphan_rows, header_repair, repair, salvage),
    )
}
"""The modules of backups, but for the inspection of a file, and those of repair."""
READ = """
library.articles.get_all(article.id for article in library.articles.list_all())
for story in library.stories.list_all():
    library.stories.get(story.id)
    library.note_drafts.find_left(story.id)
    library.view_states.load(story.id)
    library.quick_tags.get(story.id)
library.annotations.list_all()
library.tags.list_all()
library.trash.list_all()
find_library_evidence(library)
library.search.find("owl")
"""
WRITE = "library.articles.edit(library.articles.find('Owl').id, {'title': 'Barn owl'})"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with something of each kind in it."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        owl = add(library, OWL, "Owl")
        annotate(library, owl, "barn owl", "Which barn?", "claim")
        owls = story(library, f"{OWL}\n{HONEY}", f"{BRIDGE}\n{HONEY}")
        library.view_states.save(owls.id, {})
        library.note_drafts.keep(
            library.note_drafts.begin(owls.id, None, [target(owl, "barn")], "Which?")
        )
        library.tags.set_on_article(owl.id, ["bird"])
    return path


def loaded(path: Path, script: str) -> set[str]:
    """Return the modules that are loaded once a script has used the open library."""
    whole = (
        "import sys\nfrom pathlib import Path\n"
        f"from {find_library_evidence.__module__} import find_library_evidence\n"
        f"from {open_library.__module__} import open_library\n"
        f"with open_library(Path(sys.argv[1])) as library:\n{indent(script.strip(), '    ')}\n"
        "print(*sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", whole, str(path)], capture_output=True, text=True, check=True
    )
    return set(ended.stdout.split())


@pytest.mark.parametrize("is_there", [True, False])
def test_opening_loads_nothing_of_backups_or_repair(path: Path, is_there: bool) -> None:
    opening = loaded(path if is_there else path.with_name("new.db"), "library.articles.list_all()")

    assert not opening & LATE


def test_reading_loads_no_sqlite_utils(path: Path) -> None:
    assert "sqlite_utils" not in loaded(path, READ)


def test_writing_does(path: Path) -> None:
    assert "sqlite_utils" in loaded(path, WRITE)
