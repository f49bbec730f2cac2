from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from storage.backup.backup import back_up
from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.desk import OWL, add, annotate

NOTES = 150
"""More than the undo log has steps, so that nothing else knows of all."""


@pytest.fixture(scope="module", params=[True, False], ids=["with backup", "without"])
def noted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with a library of many notes, to copy; a backup has none of them."""
    path = tmp_path_factory.mktemp("noted") / "library.db"
    with open_library(path) as library:
        owl = add(library, OWL)
    if request.param:
        back_up(path, "by-hand")
    with open_library(path) as library:
        for number in range(NOTES):
            annotate(library, owl, "barn owl", f"Note {number}", f"tag {number % 5}")
    return path.parent


@pytest.fixture
def path(noted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(noted, tmp_path / "desk")) / "library.db"


@pytest.mark.parametrize(
    ("stored", "garbled"),
    [
        (b'"note" TEXT', b'"nope" TEXT'),
        (b'"note" TEXT', b'"n\xf4te" TEXT'),
        (b'"quote" TEXT', b'"quoze" TEXT'),
        (b'"text" TEXT', b'"tezt" TEXT'),
        (b'"key" TEXT', b'"kgy" TEXT'),
        (b'CREATE TABLE "annotation"', b'CREATE TABLE "annotatiom"'),
        (b'CREATE TABLE "tag"', b'CREATE TABLE "tbg"'),
        (b"STRICT", b"STRIPT"),
        (b"CREATE TRIGGER", b"CREATE TRIGGEP"),
    ],
)
def test_no_note_is_lost_with_the_name_of_a_column(
    path: Path, stored: bytes, garbled: bytes
) -> None:
    contents = path.read_bytes()
    assert stored in contents
    path.write_bytes(contents.replace(stored, garbled))
    assert check(path).damage is not None

    list(repair(path))

    assert check(path).findings == ()
    with open_library(path) as library:
        kept = {one.note: one for one in library.annotations.list_all()}
        (owl,) = library.articles.list_all()
    assert kept.keys() == {f"Note {number}" for number in range(NOTES)}
    for number in range(NOTES):
        one = kept[f"Note {number}"]
        assert one.tags == (f"tag {number % 5}",)
        assert [(target.article, target.anchor.quote) for target in one.targets] == [
            (owl.id, "barn owl")
        ]
