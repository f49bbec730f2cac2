"""The texts of a cluster are fetched from where they were, read, and brought into the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.errors import LibraryError
from storage.ids import make_text_id
from storage.library import Library
from storage.scan.index.rows import ClusterSpan, SourceKind
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_texts import MOST_TEXTS, choose_read, find_carriers
from storage.scan.reading.desk import Desk
from storage.scan.reading.fetch_texts import fetch_texts
from storage.scan.reading.found_articles import FoundText, bring_in, make_article
from tests.storage.desk import BRIDGE, MILL, OWL, add
from tests.storage.scan.reading.made import (
    make_cluster,
    make_document,
    make_source,
    write_corpus,
    write_index,
)

TEXTS = [f"{OWL} Ünïcode — {MILL}", f"{OWL} {BRIDGE}", BRIDGE]


@pytest.mark.parametrize(("name", "kind"), [("c.jsonl", "jsonl"), ("c.jsonl.gz", "jsonl.gz")])
def test_texts_are_read_where_their_lines_begin(
    tmp_path: Path, name: str, kind: SourceKind
) -> None:
    documents = write_corpus(tmp_path / name, TEXTS)
    found = fetch_texts([make_source(tmp_path / name, kind)], [documents[2], documents[0]])
    assert found.texts == {0: TEXTS[0], 2: TEXTS[2]}
    assert not found.problems


def test_texts_of_a_table_are_read_by_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("id,text\n" + "".join(f'd,"{one}"\n' for one in TEXTS), "utf-8")
    documents = [make_document(number, text, place=number) for number, text in enumerate(TEXTS)]
    found = fetch_texts([make_source(path, "csv")], [documents[2], documents[1]])
    assert found.texts == {1: TEXTS[1], 2: TEXTS[2]}
    # Also where what reads Parquet is missing, which a scan made elsewhere does not know.
    found = fetch_texts([make_source(path, "parquet")], documents)
    assert not found.texts
    assert "has changed" not in found.problems[0]
    assert "Parquet" in found.problems[0]


def test_texts_of_a_library_are_read_there(library: Library) -> None:
    article = add(library, OWL)
    document = make_document(0, OWL)._replace(id=article.id)
    found = fetch_texts([make_source(library.path, "library")], [document])
    assert found.texts == {0: OWL}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Path.unlink, "is gone"),
        (lambda path: path.write_bytes(b"x" + path.read_bytes()), "has changed since the scan"),
        (lambda path: path.write_bytes(path.read_bytes()[:99]), "has changed since the scan"),
        (lambda path: (path.unlink(), path.mkdir()), "cannot be read"),
    ],
)
def test_a_corpus_that_is_not_what_it_was_is_told_in_a_sentence(
    tmp_path: Path, change: object, why: str
) -> None:
    path = tmp_path / "c.jsonl.gz"
    documents = write_corpus(path, TEXTS)
    change(path)  # type: ignore[operator]
    found = fetch_texts([make_source(path, "jsonl.gz")], documents)
    (problem,) = found.problems
    assert why in problem
    assert "3 texts there cannot be shown" in problem
    assert not found.texts


def test_the_earliest_come_first_and_each_outlet_before_any_second_text(tmp_path: Path) -> None:
    documents = [
        make_document(
            number, "", series=f"Paper {min(number, 30) - 5 if number > 5 else 0}"
        )._replace(date=f"2026-01-{31 - number:02}" if number else None)
        for number in range(30)
    ]
    spans = [ClusterSpan(1, one.number, at, at + 9) for one in documents for at in (40, 7)]
    path = write_index(tmp_path / "scan.db", [make_cluster(1)], documents, spans)
    with ScanIndex(path) as index:
        carriers = find_carriers(index, 1)
    assert [one.document.number for one in carriers] == [*range(29, 0, -1), 0]
    assert {one.begin for one in carriers} == {7}
    read = choose_read(carriers)
    assert len(read) == MOST_TEXTS
    assert [one.document.number for one in read] == list(range(29, 9, -1))
    assert choose_read(carriers[20:]) == carriers[20:]


def test_what_the_columns_say_becomes_the_article() -> None:
    document = make_document(0, OWL, series="The\x1b[31m Herald")._replace(
        title=" Owl\nmoves ",
        date="2026-03-07T11:00:00+01:00",
        url="https://herald.example/owl",
        other='{"byline": "Ann Lee", "section": "news"}',
    )
    article = make_article(FoundText(document, OWL, 3))
    assert article[1:6] == (
        *("Owl moves", "The [31m Herald", "Ann Lee", "2026-03-07T10:00:00Z"),
        "https://herald.example/owl",
    )
    spoken = make_article(FoundText(document._replace(date="7 March 2026"), OWL, 0))
    assert spoken.published == "2026-03-07"
    bare = make_article(
        FoundText(document._replace(title="", url="file:///etc", other="["), OWL, 0)
    )
    assert OWL.startswith(bare.title.rstrip("…"))
    assert (bare.author, bare.url) == (None, None)


def test_a_cluster_comes_in_as_a_story_and_leaves_by_one_undo(library: Library) -> None:
    known = add(library, TEXTS[0], "Known", outlet="The Known")
    found = [
        FoundText(make_document(number, text, series="New"), text, 0)
        for number, text in enumerate([TEXTS[0], TEXTS[1], TEXTS[1]])
    ]
    story, *rest = bring_in(library, "Owls", found)
    assert rest == [1, 1, False]
    assert bring_in(library, "Once more", found) == (story, 0, 1, True)
    assert len(library.stories.list_all()) == 1
    assert story.articles == (known.id, make_text_id(TEXTS[1]))
    assert library.articles.get(known.id).outlet == "The Known"
    assert library.undo_log.undo() == "story created"
    assert [one.id for one in library.articles.list_all()] == [known.id]
    assert not library.stories.list_all()
    assert library.undo_log.redo() == "story created"
    assert library.stories.get(story.id).articles == story.articles


def test_texts_are_read_in_a_library_that_takes_nothing() -> None:
    found = [
        FoundText(make_document(number, text, series=f"Paper {number}"), text, number)
        for number, text in enumerate([OWL, MILL, OWL])
    ]
    desk = Desk("Owls", found, "Nothing is written here.")
    articles = desk.library.articles.get_all(desk.story.articles)
    assert [one.text for one in articles] == [OWL, MILL]
    assert [one.outlet for one in articles] == ["Paper 0 and Paper 2", "Paper 1"]
    assert [desk.begins[one.id] for one in articles] == [0, 1]
    with pytest.raises(LibraryError, match="Nothing is written here"):
        desk.library.stories.make("Mine", desk.story.articles)
    folder = desk.library.path.parent
    desk.close()
    assert not folder.exists()
