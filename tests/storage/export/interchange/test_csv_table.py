from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.coder import Coder
from storage.export import selection
from storage.export.interchange.csv_table import COLUMNS, render_csv
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, annotate, lost_target, story, target
from tests.storage.export.interchange.test_jsonld import Shelf


def table(library: Library, article: Article) -> list[dict[str, str]]:
    written = render_csv(selection.select_article(library, article))
    return list(csv.DictReader(io.StringIO(written, newline="")))


@pytest.fixture
def article(library: Library) -> Article:
    return add(library, f"{OWL}\n\n{MILL}", "Owl moves in", outlet="Gazette")


def test_there_is_a_row_for_each_tag_of_each_place(library: Library, article: Article) -> None:
    other = add(library, f"{MILL}\n\n{OWL}", outlet="Herald")
    library.annotations.create([target(article, OWL), target(other, OWL)], "Same", ["a", "b"])

    rows = table(library, article)

    assert [(row["place"], row["tag"], row["outlet"]) for row in rows] == [
        ("1", "a", "Gazette"),
        ("1", "b", "Gazette"),
        ("2", "a", "Herald"),
        ("2", "b", "Herald"),
    ]
    assert {row["quote"] for row in rows} == {OWL}
    assert tuple(rows[0]) == COLUMNS


def test_without_tags_there_is_one_row(library: Library, article: Article) -> None:
    annotate(library, article, "barn owl")

    (row,) = table(library, article)

    assert (row["tag"], row["note"], row["quote"]) == ("", "", "barn owl")
    assert (row["state"], row["start"], row["end"]) == ("exact", "2", "10")


def test_a_tag_of_the_whole_article_has_a_row_without_an_annotation(
    library: Library, article: Article
) -> None:
    annotate(library, article, "barn owl")
    library.tags.set_on_article(article.id, ["local", "=birds"])

    _, *rows = table(library, article)

    assert {(row["tag"], row["state"], row["outlet"]) for row in rows} == {
        ("local", "article", "Gazette"),
        ("'=birds", "article", "Gazette"),
    }
    assert {
        row["annotation_id"] + row["place"] + row["quote"] + row["created"] for row in rows
    } == {""}


def test_an_orphan_has_its_words_and_no_place(library: Library, article: Article) -> None:
    library.annotations.create([lost_target(article, "heron")])

    (row,) = table(library, article)

    assert (row["state"], row["quote"], row["start"], row["end"]) == ("orphan", "heron", "", "")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_begins_a_formula(library: Library, article: Article, sign: str) -> None:
    annotate(library, article, "barn owl", f'{sign}HYPERLINK("https://x.example")', f"{sign}tag")
    library.articles.edit(article.id, {"title": f"{sign}1+1"})

    for row in table(library, article):
        for cell in row.values():
            assert not cell.startswith(sign)
        assert row["note"] == f'\'{sign}HYPERLINK("https://x.example")'


def test_line_breaks_and_quotes_stay_in_their_cell(library: Library, article: Article) -> None:
    note = 'One, "two";\n\nthree\ttabs'
    annotate(library, article, "barn owl", note)
    annotate(library, article, "choir", "Next")

    assert [row["note"] for row in table(library, article)] == [note, "Next"]


@given(note=st.text(st.characters(exclude_categories=["Cs", "Cc"])), tag=st.text(max_size=20))
def test_any_note_is_one_cell(shelf: Shelf, note: str, tag: str) -> None:
    with shelf() as library:
        article = add(library, OWL)
        made = library.annotations.create([target(article, "barn owl")], note, [tag])

        rows = table(library, article)

        assert len(rows) == max(1, len(made.tags))
        assert all(row["annotation_id"] == made.id for row in rows)
        assert all(len(row) == len(COLUMNS) for row in rows)


def test_control_characters_are_signs(library: Library, article: Article) -> None:
    annotate(library, article, "barn owl", "One\x1b[2J\0\rtwo")

    assert table(library, article)[0]["note"] == "One␛[2J␀␍two"


def test_what_coders_say_of_articles_and_stories_has_rows_of_its_own(library: Library) -> None:
    made = story(library, OWL, MILL, name="Village")
    owl = library.articles.get(made.articles[0])
    library.close()
    with open_library(library.path, Coder("Anna")) as annas:
        annotate(annas, owl, "barn owl", "", "bird")
        annas.tags.set_on_article(owl.id, ["genre/news"])
        annas.memos.write("article", owl.id, "=Sure of itself")
        annas.memos.write("story", made.id, "Two villages")
        annas.coded_articles.mark([owl.id], is_coded=True)
        written = render_csv(selection.select_story(annas, made))

    rows = list(csv.DictReader(io.StringIO(written, newline="")))

    assert [(row["state"], row["tag"], row["note"], row["article_title"]) for row in rows] == [
        ("exact", "bird", "", owl.title),
        ("article", "genre/news", "", owl.title),
        ("memo", "", "'=Sure of itself", owl.title),
        ("coded", "", "", owl.title),
        ("story memo", "", "Two villages", "Village"),
    ]
    assert {row["coder"] for row in rows} == {"Anna"}
