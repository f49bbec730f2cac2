from __future__ import annotations

import csv
import hashlib
import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from storage.coder import Coder
from storage.counts.counting import CountRequest, count
from storage.export.dataset.format import DATASET
from storage.export.export import ExportOptions, render, write
from storage.export.export_format import ExportJob
from storage.export.interchange.qda_project import make_project
from storage.export.selection import select_all, select_story
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, PARADE, add, annotate, lost_target, story, target

OPTIONS = ExportOptions(DATASET, "1.2.3")


@pytest.fixture
def coded(library: Library) -> Library:
    """Code as Anna: two articles of a story and one beside it, one with a tag called NA."""
    library.close()
    annas = open_library(library.path, Coder("Anna"))
    made = story(annas, OWL, MILL, name="Village | news")
    owl, mill = annas.articles.get_all(made.articles)
    beside = add(annas, PARADE, '"Marching", a report', author="=SUM(A1)")
    annas.annotations.create([target(owl, "barn owl"), target(mill, "mill")], "Two\nlines", ["NA"])
    annas.annotations.create([lost_target(beside, "elephants")])
    annotate(annas, beside, "brass band", "", "claim/loud", "music")
    annas.tags.set_on_article(owl.id, ["genre/news"])
    annas.memos.write("article", owl.id, "Sure of itself")
    annas.memos.write("story", made.id, "Two villages")
    annas.coded_articles.mark([owl.id], is_coded=True)
    return annas


def unpack(content: str | bytes) -> dict[str, str]:
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def read(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"], newline="")))


def test_each_table_has_what_was_coded(coded: Library) -> None:
    files = unpack(render(coded, select_all(coded), OPTIONS))

    with coded:
        owl, mill, beside = reversed(coded.articles.list_all())
    assert [row["title"] for row in read(files, "articles")][-1] == beside.title
    assert read(files, "articles")[2]["author"] == "'=SUM(A1)"
    assert [row["note"] for row in read(files, "annotations")] == ["Two\nlines", "", ""]
    assert [(row["article_id"], row["state"], row["quote"]) for row in read(files, "places")] == [
        (owl.id, "exact", "barn owl"),
        (mill.id, "exact", "mill"),
        (beside.id, "orphan", "elephants"),
        (beside.id, "exact", "brass band"),
    ]
    assert [row["tag"] for row in read(files, "annotation_tags")] == ["NA", "claim/loud", "music"]
    assert read(files, "article_tags") == [
        {"article_id": owl.id, "tag": "genre/news", "coder": "Anna"}
    ]
    assert read(files, "coded_articles") == [{"article_id": owl.id, "coder": "Anna"}]
    assert [(row["about"], row["memo"]) for row in read(files, "memos")] == [
        ("article", "Sure of itself"),
        ("story", "Two villages"),
    ]
    assert [row["position"] for row in read(files, "story_articles")] == ["1", "2"]
    assert {"NA", "claim/loud", "genre/news"} <= {row["path"] for row in read(files, "codebook")}


def test_an_article_that_was_annotated_alone_is_no_story(library: Library) -> None:
    owl = add(library, OWL)
    for name in (owl.title, f"{owl.title} (2)", "Owls"):
        library.stories.create(name, [owl.id])
    annotate(library, owl, "owl", "", "bird")

    tables = unpack(render(library, select_all(library), OPTIONS))

    assert [row["name"] for row in read(tables, "stories")] == ["Owls"]
    assert len(read(tables, "story_articles")) == 1
    assert count(library, CountRequest("story")).columns == ("Owls",)
    job = ExportJob(library, select_all(library), OPTIONS)
    assert [one.name for one in make_project(job).sets] == ["Owls"]


def test_each_column_of_each_table_is_told_and_counted(coded: Library) -> None:
    with coded:
        files = unpack(render(coded, select_all(coded), OPTIONS))

    told = [(row["file"], row["column"]) for row in read(files, "data_dictionary")]
    tables = [name for name in files if name.endswith(".csv") and "dictionary" not in name]
    assert told == [
        (name, column) for name in tables for column in next(csv.reader(io.StringIO(files[name])))
    ]
    for name in tables:
        rows = len(read(files, name.removesuffix(".csv")))
        assert f"| `{name}` |" in files["README.md"]
        assert f"| {rows} |" in files["README.md"]


def test_columns_told_to_be_numbers_have_nothing_else(coded: Library) -> None:
    with coded:
        files = unpack(render(coded, select_all(coded), OPTIONS))

    columns = read(files, "data_dictionary")
    numbers = [(row["file"], row["column"]) for row in columns if row["type"] == "number"]
    assert len(numbers) > 5
    for name, column in numbers:
        cells = [row[column] for row in read(files, name.removesuffix(".csv"))]
        assert all(not cell or cell.isdecimal() for cell in cells), (name, column)


def test_the_study_file_tells_what_it_was_made_of(coded: Library) -> None:
    with coded:
        made = coded.stories.list_all()[0]
        files = unpack(render(coded, select_story(coded, coded.stories.get(made.id)), OPTIONS))

    study = tomllib.loads(files["copydesk.study.toml"])

    assert study["program"]["version"] == "1.2.3"
    assert study["export"]["of"] == "story"
    assert study["export"]["coders"] == ["Anna"]
    assert study["settings"]["boilerplate"] is True
    assert [one["sha256"] for one in study["articles"]] == [
        hashlib.sha256(text.encode()).hexdigest() for text in (OWL, MILL)
    ]
    for one in study["files"]:
        assert one["sha256"] == hashlib.sha256(files[one["name"]].encode()).hexdigest()


def test_the_same_library_gives_the_same_bytes_and_is_written_over_unasked(
    coded: Library, tmp_path: Path
) -> None:
    with coded:
        made: Story = coded.stories.get(coded.stories.list_all()[0].id)
        path = write(coded, select_story(coded, made), OPTIONS, f"{tmp_path}/").path
        first = path.read_bytes()
        assert path.name == "village-news.zip"
        write(coded, select_story(coded, made), OPTIONS, f"{tmp_path}/")
        assert path.read_bytes() == first
        coded.memos.write("story", made.id, "Three villages")
        write(coded, select_story(coded, made), OPTIONS, f"{tmp_path}/")
        assert path.read_bytes() != first
