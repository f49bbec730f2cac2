"""What is exported for who codes blind to outlets: nothing that tells who published an article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.annotation_import.import_annotations import import_annotations
from storage.annotation_import.library_import import import_library
from storage.coder import Coder
from storage.errors import CopydeskError
from storage.export.export import ExportOptions, render, write
from storage.export.filenames import make_usual_name
from storage.export.formats import FORMATS, find_format
from storage.export.selection import (
    Selection,
    select_all,
    select_article,
    select_articles,
    select_passage,
    select_passages,
    select_search,
    select_story,
    select_tag,
)
from storage.library import Library
from storage.open_library import open_library
from storage.tables.hidden_names import HIDDEN
from tests.storage.desk import add
from tests.storage.named_articles import SIGN, make_named_library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make the library."""
    path = tmp_path / "named.db"
    make_named_library(path)
    return path


def select_each(library: Library) -> Iterator[Selection]:
    story, alone = (library.stories.get(one.id) for one in library.stories.list_all())
    articles = library.articles.get_all(story.articles)
    yield select_story(library, story)
    yield select_story(library, alone)
    yield select_article(library, articles[0])
    yield select_articles(library, articles)
    yield select_tag(library, "bird")
    yield select_search(library, "barn owl")
    yield select_all(library)
    yield select_passage(library, story, 1)
    yield select_passages(library, story)


def unpack(content: str | bytes) -> str:
    """Return all that can be read in an export, with the names of its files."""
    data = content.encode() if isinstance(content, str) else content
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(f"{one} {unpack(packed.read(one))}" for one in packed.namelist())


def list_exports(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each selection in each format, as it would be written, and by what name."""
    for selection in select_each(library):
        for made_in in FORMATS:
            options = ExportOptions(made_in)
            try:
                content = unpack(render(library, selection, options))
            except CopydeskError:
                continue  # the format takes no such selection
            yield f"{made_in.name} of {selection.kind}", content
            yield made_in.name, make_usual_name(selection, options)


def test_no_export_tells_what_is_hidden(path: Path) -> None:
    with open_library(path) as library:
        assert sum(SIGN in told.lower() for _, told in list_exports(library)) > 60
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        exports = list(list_exports(library))
        assert len(exports) > 100
        assert [where for where, told in exports if SIGN in told.lower()] == []


def test_files_of_articles_are_not_called_after_them_and_it_is_said(
    path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        options = ExportOptions(is_split=True, has_study=True)
        written = write(library, select_all(library), options, str(folder), parents=True)
        assert HIDDEN in written.notices
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    assert SIGN not in "\n".join(map(str, files)).lower()
    assert SIGN not in "\n".join(one.read_text() for one in files).lower()
    with open_library(path, Coder("Anna")) as library:
        whole = write(library, select_all(library), ExportOptions(), str(tmp_path / "whole.md"))
        assert HIDDEN not in whole.notices


def test_what_was_coded_blind_to_outlets_finds_its_articles_in_the_whole_library(
    path: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.db"
    with open_library(path) as library, open_library(theirs) as other:
        for one in library.articles.list_all():
            known = library.articles.get(one.id)
            add(other, known.text, known.title, outlet=known.outlet, url=known.url or "")
    chosen = find_format("jsonld")
    assert chosen is not None
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        written = write(library, select_all(library), ExportOptions(chosen), str(tmp_path)).path
    with open_library(theirs) as other:
        import_annotations(other, written.read_bytes(), written.name)
        listed = other.articles.list_all()
        (note,) = other.annotations.find_on(one.id for one in listed)
        assert note.targets[0].anchor.quote == "barn owl"
        (memo,) = other.memos.find("article", note.targets[0].article)
        assert (memo.coder, memo.memo) == ("Anna", "a memo")
        assert {one.outlet for one in listed} == {"The Herald"}


def test_annotations_at_an_address_that_is_hidden_find_their_article(
    path: Path, tmp_path: Path
) -> None:
    chosen = find_format("hypothesis")
    assert chosen is not None
    with open_library(path) as library:
        file = write(library, select_all(library), ExportOptions(chosen), str(tmp_path)).path
        (note,) = library.annotations.find_on(one.id for one in library.articles.list_all())
        library.annotations.delete(note.id)
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        import_annotations(library, file.read_bytes(), file.name)
        assert library.annotations.find_on(one.id for one in library.articles.list_all())


def test_a_story_takes_no_name_that_is_hidden_or_shown_in_its_place(path: Path) -> None:
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        ids = library.stories.list_all()[0].articles
        shown = library.stories.list_all()[0].name
        library.stories.create("Herald 2", ids[:1])
        assert library.stories.create(shown, ids).name == f"{shown} (2)"
    with open_library(path) as library:
        assert "Herald 2 (2)" in [one.name for one in library.stories.list_all()]


def test_no_import_of_a_library_tells_what_is_hidden(path: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.db"
    with open_library(path) as library, open_library(ours) as own:
        for one in library.articles.list_all():
            own.articles.delete(add(own, library.articles.get(one.id).text, one.title).id)
    with open_library(ours, Coder("Anna", hides_names=True)) as own:
        ((named, why),) = import_library(own, path).left_out
        assert named.startswith("“Article ")
        assert why == "is in the trash here"


def test_no_search_tells_what_is_hidden(path: Path) -> None:
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        for typed in ("herald", "herald*", "outlet:herald", 'story:"Herald 2"', "outlet:the owl"):
            assert library.search.find(typed) == [], typed
        for typed in ("owl -herald", "owl -outlet:herald", "owl -story:herald", "owl"):
            assert [hit.kind for hit in library.search.find(typed)].count("text") == 1, typed
