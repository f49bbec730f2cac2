from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from storage.errors import ConflictError
from storage.export.export import ExportOptions, render, write
from storage.export.filenames import make_usual_name
from storage.export.formats import find_formats_taking
from storage.export.html.format import HTML
from storage.export.interchange.formats import CSV, GRAPHML, JSONLD
from storage.export.selection import select_all
from storage.export.study_file import STUDY_FILE
from storage.library import Library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add, annotate, story


def list_names(content: str | bytes) -> list[str]:
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def test_a_format_of_stories_makes_a_file_of_each_and_of_annotated_articles_in_none(
    library: Library,
) -> None:
    story(library, OWL, MILL, name="Village")
    story(library, OWL, f"{OWL} {MILL}", name="Village")
    annotate(library, add(library, HONEY), "honey")
    library.stories.create("Bridge", [add(library, BRIDGE, "Bridge").id])  # one that was only read
    whole = select_all(library)

    pages = list_names(render(library, whole, ExportOptions(HTML)))
    graphs = list_names(render(library, whole, ExportOptions(GRAPHML)))

    assert pages == ["1-village.html", "2-village-2.html", "3-other-articles.html", STUDY_FILE]
    assert graphs[:2] == ["1-village.graphml", "2-village-2.graphml"]


def test_no_two_zips_of_the_whole_library_have_one_name(library: Library) -> None:
    whole = select_all(library)
    names = [make_usual_name(whole, ExportOptions(one)) for one in find_formats_taking("all")]

    assert sorted(name for name in names if name.endswith(".zip")) == [
        *("whole-library.graphml.zip", "whole-library.html.zip"),
        "whole-library.zip",
    ]


def test_every_format_takes_the_whole_library(library: Library) -> None:
    story(library, OWL, MILL)

    for chosen in find_formats_taking("all"):
        assert render(library, select_all(library), ExportOptions(chosen)), chosen.name
    assert {one.name for one in find_formats_taking("all")} >= {"html", "graphml", "markdown"}


def test_a_study_file_stands_beside_what_it_tells_of(library: Library, tmp_path: Path) -> None:
    annotate(library, add(library, OWL), "owl")
    options = ExportOptions(CSV, has_study=True)

    path = write(library, select_all(library), options, f"{tmp_path}/").path

    study = tomllib.loads((tmp_path / STUDY_FILE).read_text("utf-8"))
    assert [one["name"] for one in study["files"]] == [path.name] == ["whole-library.csv"]
    write(library, select_all(library), ExportOptions(JSONLD, has_study=True), f"{tmp_path}/")
    study = tomllib.loads((tmp_path / "whole-library.jsonld.study.toml").read_text("utf-8"))
    assert [one["name"] for one in study["files"]] == ["whole-library.jsonld"]
    annotate(library, add(library, MILL), "mill")
    with pytest.raises(ConflictError):
        write(library, select_all(library), options, f"{tmp_path}/")
