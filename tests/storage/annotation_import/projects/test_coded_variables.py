"""Variables of several coders, out as variables of texts and in again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from storage.coder import Coder
from storage.export.export import ExportOptions, render
from storage.export.interchange.formats import QDPX
from storage.export.selection import select_all
from storage.library import Library
from storage.open_library import open_library
from storage.qda.project import Project, Value
from storage.qda.qde_writer import make_tag_variable_guid, write_qde
from storage.qda.variables import name_tags
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.decisions import SETTLED, Coding
from tests.storage.annotation_import.projects.test_import_project import load
from tests.storage.desk import MILL, OWL, add
from tests.storage.qda.projects import pack, read


def render_project(library: Library) -> bytes:
    data = render(library, select_all(library), ExportOptions(QDPX, "1.0"))
    assert isinstance(data, bytes)
    return data


def export(library: Library) -> Project:
    return read(render_project(library))


def give(library: Library, article: str, **tags: str) -> None:
    for coder, tag in tags.items():
        with open_library(library.path, Coder(coder)) as its:
            its.tags.set_on_article(article, [tag])


def write_like_qualcoder(project: Project) -> bytes:
    """Return a project without codes of whole texts, and with guids of its own."""
    bare = (text._replace(codings=()) for text in project.texts)
    written = replace(project, origin="QualCoder 4.0", texts=tuple(bare))
    qde = write_qde(written).decode()
    for code in project.codes:
        own = f"{len(code.name):08}-0000-4000-8000-000000000000"
        qde = qde.replace(make_tag_variable_guid(code.name), own)
    texts = {f"sources/{one.guid}.txt": one.text for one in project.texts}
    return pack(qde, texts)


def code_genres(library: Library) -> tuple[str, str]:
    """Let Anna and Ben differ on an article and agree on another; return the ids of both."""
    library.codebook.store(
        [CodebookEntry("genre", "What it is.", is_variable=True), CodebookEntry("genre/news")]
    )
    first, second = add(library, OWL, "Owls").id, add(library, MILL, "Mills").id
    give(library, first, Anna="genre/news", Ben="genre/comment")
    give(library, second, Anna="genre/news", Ben="genre/news")
    return first, second


def test_a_variable_stands_by_itself_as_all_say_and_once_for_each_coder(library: Library) -> None:
    first, _ = code_genres(library)
    values = {text.name: text.values for text in export(library).texts}
    assert values["Owls"] == (Value("genre (Anna)", "news"), Value("genre (Ben)", "comment"))
    assert values["Mills"] == (
        Value("genre", "news"),
        Value("genre (Anna)", "news"),
        Value("genre (Ben)", "news"),
    )

    library.decisions.take_agreed([Coding(first, ("genre/news",))], [])
    values = {text.name: text.values for text in export(library).texts}
    assert values["Owls"][0] == Value("genre", "news")
    assert Value(f"genre ({SETTLED})", "news") in values["Owls"]


def test_a_variable_of_one_coder_has_one_value(library: Library) -> None:
    article = add(library, OWL).id
    library.codebook.store([CodebookEntry("genre", is_variable=True)])
    give(library, article, Anna="genre/news")
    assert export(library).texts[0].values == (Value("genre", "news"),)


def test_a_text_that_has_several_values_has_one_variable(library: Library) -> None:
    article = add(library, OWL).id
    with open_library(library.path, Coder("Anna")) as its:
        its.tags.set_on_article(article, ["genre/news", "genre/comment"])
    library.codebook.store([CodebookEntry("genre", is_variable=True)])
    assert export(library).texts[0].values == (Value("genre", "comment, news"),)
    give(library, article, Ben="genre/news")
    assert export(library).texts[0].values == (
        Value("genre (Anna)", "comment, news"),
        Value("genre (Ben)", "news"),
    )


def test_who_gave_which_value_is_known_again_after_a_program_without_codes_of_texts(
    library: Library, tmp_path: Path
) -> None:
    first, second = code_genres(library)
    came = load(tmp_path / "other.db", write_like_qualcoder(export(library)))
    assert came.notices == ()
    with open_library(tmp_path / "other.db") as other:
        given = {(one.article, one.tag, one.coder) for one in other.all_coders.find_tags([first])}
        assert given == {(first, "genre/news", "Anna"), (first, "genre/comment", "Ben")}
        assert {one.coder for one in other.all_coders.find_tags([second])} == {"Anna", "Ben"}
        (genre, *_) = other.codebook.list_entries()
        assert (genre.name, genre.is_variable) == ("genre", True)
    assert load(library.path, write_like_qualcoder(export(library))).tags == 0


def test_a_variable_that_is_called_like_a_field_is_no_field_and_no_other_tag(
    library: Library, tmp_path: Path
) -> None:
    article = add(library, OWL).id
    library.codebook.store([CodebookEntry("author", is_variable=True)])
    give(library, article, Anna="author/woman", Ben="author/man")
    project = export(library)
    assert project.texts[0].values == (
        Value("author (tag) (Anna)", "woman"),
        Value("author (tag) (Ben)", "man"),
    )
    for name in ("ours.db", "theirs.db"):
        data = write_like_qualcoder(project) if name == "theirs.db" else render_project(library)
        load(tmp_path / name, data)
        with open_library(tmp_path / name) as other:
            assert [one.name for one in other.codebook.list_entries()] == [
                *("author", "author/man", "author/woman")
            ]
            assert {one.coder for one in other.all_coders.find_tags([article])} == {"Anna", "Ben"}


def test_coders_with_brackets_who_agree_on_nothing_are_known_again(
    library: Library, tmp_path: Path
) -> None:
    article = add(library, OWL).id
    library.codebook.store([CodebookEntry("genre", is_variable=True)])
    give(library, article, **{"Anna (Berlin)": "genre/news", "Ben (at home (late))": "genre/essay"})
    load(tmp_path / "other.db", write_like_qualcoder(export(library)))
    with open_library(tmp_path / "other.db") as other:
        assert {(one.tag, one.coder) for one in other.all_coders.find_tags([article])} == {
            ("genre/news", "Anna (Berlin)"),
            ("genre/essay", "Ben (at home (late))"),
        }
        genre, *below = other.codebook.list_entries()
        assert (genre.name, genre.is_variable) == ("genre", True)
        assert [one.name for one in below] == ["genre/essay", "genre/news"]


def test_a_variable_with_brackets_that_is_alone_is_of_no_coder() -> None:
    assert name_tags(["age (years)"]) == {"age (years)"}
    assert name_tags(["age (years)", "genre (Anna)", "genre (Ben)"]) >= {"age (years)", "genre"}
    assert "age" not in name_tags(["age (years)", "genre (Anna)", "genre (Ben)"])
