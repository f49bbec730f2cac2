"""Who wrote an annotation is its coder, in every format that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.annotation_import.import_annotations import import_annotations
from storage.coder import Coder
from storage.export.export import ExportOptions, render
from storage.export.formats import FORMATS
from storage.export.selection import select_article
from storage.open_library import open_library
from tests.storage.desk import OWL, add, annotate


@pytest.mark.parametrize("name", ["hypothesis", "jsonld"])
def test_coders_go_out_and_come_in(tmp_path: Path, name: str) -> None:
    with open_library(tmp_path / "one.db", Coder("Anna")) as library:
        annotate(library, add(library, OWL), "barn owl", "Mine")
    with open_library(tmp_path / "one.db") as library:
        article = add(library, OWL)
        annotate(library, article, "belfry", "Nobody's")
        chosen = next(one for one in FORMATS if one.name == name)
        written = render(library, select_article(library, article), ExportOptions(chosen))
    with open_library(tmp_path / "two.db", Coder("Ben")) as library:
        article = add(library, OWL)
        import_annotations(library, str(written).encode(), "a file")
        made = {one.note: one.coder for one in library.annotations.find_on([article.id])}
    assert made == {"Mine": "Anna", "Nobody's": "Ben"}
