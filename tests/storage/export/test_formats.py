from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import get_args

import pytest

import storage
from storage.errors import CopydeskError
from storage.export.export import ExportOptions, render, write
from storage.export.export_format import FORMAT_OPTIONS, ExportFormat, SelectionKind
from storage.export.filenames import make_usual_name
from storage.export.formats import FORMATS, find_format, find_formats_taking, find_formats_with
from storage.export.html.format import HTML
from storage.export.selection import (
    Selection,
    select_all,
    select_article,
    select_articles,
    select_passage,
    select_search,
    select_story,
    select_tag,
)
from storage.export.story_by_story import adapt_format
from storage.library import Library
from tests.storage.desk import HONEY, MILL, OWL, annotate, story

KINDS: tuple[SelectionKind, ...] = get_args(SelectionKind)


@pytest.fixture
def chosen(library: Library) -> dict[SelectionKind, Selection]:
    """Make a selection of each kind."""
    made = story(library, f"{OWL} {HONEY}", f"{MILL} {HONEY}")
    owl = library.articles.get(made.articles[0])
    annotate(library, owl, "barn owl", "Which one?", "bird")
    selections = (
        select_story(library, made),
        select_article(library, owl),
        select_articles(library, library.articles.get_all(made.articles)),
        select_tag(library, "bird"),
        select_search(library, "barn owl"),
        select_all(library),
        select_passage(library, made, 1),
    )
    return {selection.kind: selection for selection in selections}


def test_every_format_that_is_described_can_be_chosen() -> None:
    modules = [module.name for module in walk_packages(storage.__path__, "storage.")]
    described = {
        f"{module}.{name}"
        for module in modules
        for name, value in vars(import_module(module)).items()
        if isinstance(value, ExportFormat) and value not in FORMATS
    }
    assert described == set()


@pytest.mark.parametrize("part", ["name", "label"])
def test_no_two_formats_are_called_the_same(part: str) -> None:
    names = [getattr(one, part) for one in FORMATS]
    assert sorted(set(names)) == sorted(names)


def test_every_kind_of_selection_can_be_exported(
    chosen: dict[SelectionKind, Selection],
) -> None:
    assert set(chosen) == set(KINDS)
    assert [kind for kind in KINDS if not find_formats_taking(kind)] == []


def test_every_option_is_for_some_format() -> None:
    assert [option for option in FORMAT_OPTIONS if not find_formats_with(option)] == []


@pytest.mark.parametrize("made_in", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("kind", KINDS)
def test_a_format_takes_a_selection_or_says_what_it_takes(
    library: Library,
    chosen: dict[SelectionKind, Selection],
    tmp_path: Path,
    made_in: ExportFormat,
    kind: SelectionKind,
) -> None:
    selection, options = chosen[kind], ExportOptions(made_in, "1.0")
    adapted = adapt_format(made_in, kind)
    if kind not in adapted.takes:
        with pytest.raises(CopydeskError, match=r" (covers|only be exported as) .*; choose .*\."):
            render(library, selection, options)
        with pytest.raises(CopydeskError):
            write(library, selection, options, str(tmp_path))
        return

    assert render(library, selection, options)
    folder = tmp_path / "exports"  # where no library has the same name
    folder.mkdir()
    path = write(library, selection, options, f"{folder}/").path
    assert path == folder / make_usual_name(selection, options)
    assert path.name.endswith(f".{adapted.extension}")
    assert path.stat().st_size


@pytest.mark.parametrize("made_in", FORMATS, ids=lambda one: one.name)
def test_a_file_of_ours_is_written_again_and_another_is_not_touched(
    library: Library,
    chosen: dict[SelectionKind, Selection],
    tmp_path: Path,
    made_in: ExportFormat,
) -> None:
    path = tmp_path / "export"
    options = ExportOptions(made_in)
    write(library, chosen["story"], options, str(path))
    before = path.read_bytes()

    path.write_text("Somebody's own words.\n")
    with pytest.raises(CopydeskError, match="use --force to replace it"):
        write(library, chosen["story"], options, str(path))
    assert path.read_text() == "Somebody's own words.\n"

    write(library, chosen["story"], options, str(path), force=True)
    if isinstance(render(library, chosen["story"], options), str):
        assert path.read_bytes() == before


def test_what_is_refused_is_told(library: Library, chosen: dict[SelectionKind, Selection]) -> None:
    refused: dict[SelectionKind, str] = {
        "tag": "An HTML report covers a story; choose one or another format.",
        "passage": "Evidence for a passage can only be exported as Markdown; choose that format.",
    }
    for kind, sentence in refused.items():
        with pytest.raises(CopydeskError) as told:
            render(library, chosen[kind], ExportOptions(HTML))
        assert str(told.value) == sentence


def test_the_evidence_for_a_passage_is_a_file_though_folders_are_wanted(
    library: Library, chosen: dict[SelectionKind, Selection], tmp_path: Path
) -> None:
    options = ExportOptions(is_split=True)

    assert make_usual_name(chosen["story"], options) == "village-news"
    assert make_usual_name(chosen["passage"], options) == "village-news-passage-1.md"
    assert write(library, chosen["passage"], options, f"{tmp_path}/").path.is_file()


def test_a_name_that_is_none_names_nothing() -> None:
    assert [find_format(one.name) for one in FORMATS] == list(FORMATS)
    assert find_format("wordstar") is find_format(None) is None


def test_the_command_line_reads_its_choices_without_waiting_for_what_makes_them() -> None:
    asked = "import sys, storage.export.formats; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    heavy = ["sqlite3", "textreuse", "jinja2", "json", "dataclasses", "storage.library"]
    assert set(told.stdout.split()).isdisjoint(heavy)
