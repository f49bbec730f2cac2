"""Projects into libraries: what comes, what is known already, what stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage.annotation_import.projects.import_project import ImportedProject, store_project
from storage.article_import.input_format import Document
from storage.coder import Coder
from storage.export.export import ExportOptions, render
from storage.export.interchange.formats import QDPX
from storage.export.selection import select_story
from storage.library import Library
from storage.open_library import open_library
from storage.qda.guids import make_guid
from storage.qda.project import (
    CodedPlace,
    CodedText,
    Memo,
    Project,
    TextSet,
    Value,
    WholeCoding,
)
from storage.qda.qdpx import read_qdpx
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.conftest import Shelf
from tests.storage.desk import HONEY, MILL, OWL, add, annotate
from tests.storage.qda.study import FIRST, fill

TIME = "2026-03-05T10:30:00.000Z"


def export(path: Path) -> bytes:
    with open_library(path) as library:
        chosen = select_story(library, library.stories.find("Owls"))
        data = render(library, chosen, ExportOptions(QDPX, "1.0"))
    assert isinstance(data, bytes)
    return data


def load(path: Path, data: bytes) -> ImportedProject:
    with open_library(path) as library:
        return store_project(library, read_qdpx(Document(data)), "study")


def code(words: str, text: str, number: int = 1, **more: object) -> CodedPlace:
    start = text.index(words)
    place = CodedPlace(make_guid("target", f"there {number}"), start, start + len(words))
    return place._replace(created=TIME, updated=TIME, **more)  # type: ignore[arg-type]


def foreign(text: str, *places: CodedPlace, title: str = "Owls", **more: object) -> Project:
    coded = CodedText(make_guid("article", "there 1"), title, text, places)
    codes = tuple(CodebookEntry(code) for one in places for code in one.codes)
    return Project("Study", "MAXQDA", codes, (coded._replace(**more),))  # type: ignore[arg-type]


def test_what_was_exported_is_the_same_in_another_library(library: Library, shelf: Shelf) -> None:
    fill(library.path)
    data = export(library.path)
    with shelf() as other:  # type: ignore[attr-defined]
        came = load(other.path, data)
        assert (len(came.added), came.annotations, came.tags, came.memos) == (2, 4, 4, 3)
        assert came.coders == ("Anna", "Bob")
        assert (came.left_out, came.notices) == ((), ())
        assert export(other.path) == data
        assert [one.name for one in other.stories.list_all()] == ["Owls"]
        assert [one.name for one in other.codebook.list_entries()] == [
            one.name for one in library.codebook.list_entries()
        ]
        assert load(other.path, data) == came._replace(
            added=(),
            there=came.added,
            annotations=0,
            known_annotations=4,
            tags=0,
            memos=0,
        )
        assert export(other.path) == data


def test_what_was_exported_changes_nothing_where_it_is_from(library: Library) -> None:
    fill(library.path)
    data = export(library.path)
    came = load(library.path, data)
    assert (len(came.added), len(came.there)) == (0, 2)
    assert (came.annotations, came.known_annotations, came.tags, came.memos) == (0, 4, 0, 0)
    assert export(library.path) == data


def test_codings_are_one_step_for_undo(library: Library) -> None:
    store_project(library, foreign(OWL, code("belfry", OWL, codes=("owl",), coder="Bob")), "x")
    (one,) = library.annotations.list_all()
    assert (one.coder, one.tags, one.created) == ("Bob", ("owl",), TIME)
    assert library.undo_log.undo() == "project imported"
    assert library.annotations.list_all() == []


def test_a_text_that_differs_in_white_space_is_the_article_that_is_there(library: Library) -> None:
    known = add(library, f"{OWL}\n\n{MILL}", "Owls")
    text = f"{OWL}\r{MILL}".replace("\r", "\n")
    came = store_project(library, foreign(text, code("paper mill", text, codes=("mill",))), "x")
    assert (len(came.added), len(came.there), came.annotations) == (0, 1, 1)
    (one,) = library.annotations.find_on([known.id])
    anchor = one.targets[0].anchor
    assert known.text[anchor.start : anchor.end] == "paper mill"


def test_a_text_whose_codings_all_stand_in_an_article_is_that(library: Library) -> None:
    known = add(library, f"{OWL}\n\n{MILL}\n\n{HONEY}", "Owls")
    text = f"{MILL}\n\n{HONEY}\n\nPrinted by the mill."
    long = code("The old paper mill will reopen in spring as a school", text, codes=("mill",))
    came = store_project(library, foreign(text, long), "x")
    assert (len(came.added), came.annotations) == (0, 1)
    assert library.annotations.find_on([known.id])[0].tags == ("mill",)


def test_another_text_of_the_same_title_is_another_article(library: Library) -> None:
    add(library, OWL, "Owls")
    came = store_project(library, foreign(MILL, code("school", MILL, codes=("x",))), "x")
    assert (len(came.added), len(came.there)) == (1, 0)


def test_a_coding_that_somebody_has_made_here_is_known_whatever_its_guid(library: Library) -> None:
    article = add(library, OWL, "Owls")
    made = annotate(library, article, "belfry", "Why?", "owl", "claim")
    place = code("belfry", OWL, codes=("claim", "owl"), note="Why?")
    came = store_project(library, foreign(OWL, place), "x")
    assert (came.annotations, came.known_annotations) == (0, 1)
    others = [
        place._replace(coder="Bob"),
        place._replace(note="Because."),
        place._replace(codes=("owl",)),
        place._replace(end=place.end + 1),
    ]
    for other in others:
        assert store_project(library, foreign(OWL, other), "x").annotations == 1
        assert store_project(library, foreign(OWL, other), "x").annotations == 0
    assert library.annotations.get(made.id) == made


def test_rows_of_one_number_in_two_databases_are_two_annotations(library: Library) -> None:
    store_project(library, foreign(OWL, code("belfry", OWL, codes=("a",))), "x")
    store_project(library, foreign(MILL, code("school", MILL, codes=("b",))), "y")
    assert {one.tags for one in library.annotations.list_all()} == {("a",), ("b",)}


def test_variables_become_fields_of_the_article_or_tags(library: Library) -> None:
    values = (
        Value("Outlet", "Gazette"),
        Value("Date", "2026-03-05"),
        Value("url", "javascript:alert(1)"),
        Value("Age, in years", "12"),
        Value("and/or", "x/y"),
        Value("genre", "report"),
    )
    text = foreign(OWL, values=values, codings=(WholeCoding("genre/report", "Anna"),))
    came = store_project(library, text, "x")
    (listed,) = library.articles.list_all()
    assert (listed.title, listed.outlet, listed.published, listed.url) == (
        "Owls",
        "Gazette",
        "2026-03-05",
        None,
    )
    assert [(one.tag, one.coder) for one in library.all_coders.find_tags([listed.id])] == [
        ("genre/report", "Anna"),
        ("url/javascript:alert(1)", ""),
        ("Age; in years/12", ""),
        ("and-or/x-y", ""),
    ]
    assert "A comma in a name became a semicolon" in came.notices[0]


def test_a_coder_keeps_the_value_of_a_variable_and_the_memo_that_are_here(
    library: Library,
) -> None:
    fill(library.path)
    with open_library(library.path, Coder("Anna")) as anna:
        (article,) = (one for one in anna.articles.list_all() if one.outlet)
    memo = Memo(make_guid("memo", "there"), "Something else.", "Anna", TIME, TIME)
    project = foreign(
        FIRST,
        title=article.title,
        codings=(WholeCoding("genre/comment", "Anna"),),
        memos=(memo, memo._replace(coder="Cleo"), memo._replace(coder="Cleo", text="And more.")),
    )
    came = store_project(library, project, "x")
    assert came.notices == (
        "Not changed: 1 memo of which the library has another text.",
        "Not changed: 1 value of variables that the library has another value of.",
    )
    assert {one.coder: one.memo for one in library.memos.find("article", article.id)} == {
        "Anna": "Odd,\n\nall of it.",
        "Bob": "Not odd.",
        "Cleo": "Something else.\n\nAnd more.",
    }


def test_a_project_and_its_sets_are_stories(library: Library) -> None:
    project = foreign(OWL)
    memo = Memo(make_guid("memo", "p"), "All.", "Anna", TIME, TIME)
    group = TextSet(make_guid("story", "g"), "Group", (project.texts[0].guid,))
    whole = replace(project, name="", sets=(group,), memos=(memo,))
    assert store_project(library, whole, "file name").stories == ("file name", "Group")
    assert store_project(library, whole, "file name").stories == ("file name", "Group")
    stories = library.stories.list_all()
    assert [one.name for one in stories] == ["file name", "Group"]
    assert [one.memo for one in library.memos.find("story", stories[0].id)] == ["All."]


@pytest.mark.parametrize("text", ["", "  \n", "— …"])
def test_a_text_without_a_word_is_left_out(library: Library, text: str) -> None:
    came = store_project(library, foreign(text, title="Empty"), "x")
    assert library.articles.list_all() == []
    assert [tuple(one) for one in came.left_out] == [("“Empty”", "has nothing to read")]
