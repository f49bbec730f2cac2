from __future__ import annotations

from pathlib import Path

from storage.article_import.input_format import Document
from storage.coder import Coder
from storage.export.export import ExportOptions, render, write
from storage.export.interchange.formats import QDPX
from storage.export.selection import select_article, select_story
from storage.library import Library
from storage.models import Anchor, Target
from storage.open_library import open_library
from storage.qda.project import Project, Value
from storage.qda.qdpx import read_qdpx
from tests.storage.desk import OWL, add
from tests.storage.qda.study import CODEBOOK, FIRST, SECOND, fill

OPTIONS = ExportOptions(QDPX, "1.0")


def export(path: Path, coder: Coder | None = None) -> Project:
    with open_library(path, coder or Coder()) as library:
        story = library.stories.find("Owls")
        data = render(library, select_story(library, story), OPTIONS)
    assert isinstance(data, bytes)
    return read_qdpx(Document(data))


def test_a_story_is_a_project_with_all_that_its_coders_say(library: Library) -> None:
    fill(library.path)
    project = export(library.path)

    assert (project.name, project.origin) == ("Owls", "Copydesk 1.0")
    assert [one for one in project.codes if one.name != "later"] == list(CODEBOOK)
    assert project.coders == ["Anna", "Bob"]
    second, first = project.texts
    assert (first.text, second.text) == (FIRST, SECOND)
    assert [
        (first.text[one.start : one.end], one.codes, one.note, one.coder) for one in first.places
    ] == [
        ("barn owl", ("claim/disputed", "figure/disputed"), "Which\r\none?", "Anna"),
        ("barn owl", ("claim",), "", "Bob"),
        ("Cafe\u0301 中文", (), "", "Anna"),
    ]
    assert {(one.code, one.coder) for one in first.codings} >= {
        ("genre/report", "Anna"),
        ("genre/comment", "Bob"),
    }
    assert [(one.text, one.coder) for one in first.memos] == [
        ("Odd,\n\nall of it.", "Anna"),
        ("Not odd.", "Bob"),
    ]
    assert first.values == (
        Value("Outlet", "Gazette <x>"),
        Value("Author", "A. Writer"),
        Value("Published", "2026-03-05T10:30:00Z"),
        Value("URL", "https://gazette.example/owl?a=1&b=2"),
        Value("genre (Anna)", "report"),
        Value("genre (Bob)", "comment"),
    )
    assert [(one.name, [memo.text for memo in one.memos]) for one in project.sets] == [
        ("Owls", ["A good one."])
    ]
    assert [len(places) for places in project.copies] == [2]


def test_who_codes_blind_exports_nothing_of_others(library: Library) -> None:
    fill(library.path)
    assert export(library.path, Coder("Bob", is_blind=True)).coders == ["Bob"]


def test_what_has_lost_its_words_is_told_and_left_out(library: Library, tmp_path: Path) -> None:
    article = add(library, OWL, "Owls")
    gone = Anchor(3, 20, "never said there", "before ", " after")
    library.annotations.create([Target(article.id, gone)], "Gone.", ["lost"])
    written = write(library, select_article(library, article), OPTIONS, f"{tmp_path}/")
    assert written.notices[0] == "Left out: 1 place of notes whose words are gone."
    assert "no place for passages" in written.notices[1]
    project = read_qdpx(Document(written.path.read_bytes()))
    assert project.texts[0].places == ()
    # What is ours is replaced without being asked.
    assert write(library, select_article(library, article), OPTIONS, f"{tmp_path}/").path
