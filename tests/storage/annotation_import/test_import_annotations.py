from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest

from storage.annotation_import.import_annotations import import_annotations
from storage.export.interchange.identifiers import make_article_urn
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    brought,
    position_selector,
    quote_selector,
    web_annotation,
    words_at,
)
from tests.storage.desk import PARADE, add


def test_an_annotation_without_an_id_comes_once(library: Library, article: Article) -> None:
    for _ in range(2):
        result = brought(library, web_annotation(id=None))

    assert (result.added, len(result.there)) == ((), 1)
    assert words_at(library, article) == ["barn owl"]


def test_one_that_was_deleted_comes_back_and_goes_by_undo(
    library: Library, article: Article
) -> None:
    (first,) = brought(library, web_annotation("owl", motivation="questioning")).added
    before = library.annotations.get(first)
    library.annotations.set_note(first, "Mine")
    library.annotations.delete(first)

    assert brought(library, web_annotation("owl", motivation="questioning")).added == (first,)
    assert library.annotations.get(first) == before
    assert library.undo_log.undo() == "annotations imported"
    assert library.annotations.find_on([article.id]) == []


def test_one_that_was_changed_here_stays_as_it_is_here(library: Library, article: Article) -> None:
    (first,) = brought(library, web_annotation()).added
    library.annotations.set_note(first, "Mine")

    result = brought(library, web_annotation())

    assert (result.added, result.there, result.differing) == ((), (first,), 1)
    assert [one.note for one in library.annotations.find_on([article.id])] == ["Mine"]


def test_all_of_an_import_is_one_step(library: Library, article: Article) -> None:
    brought(library, [web_annotation("owl"), web_annotation("choir"), web_annotation("mill")])

    assert len(library.annotations.find_on([article.id])) == 3
    library.undo_log.undo()
    assert library.annotations.find_on([article.id]) == []
    library.undo_log.redo()
    assert words_at(library, article) == ["owl", "choir", "mill"]


def test_one_without_times_does_not_differ_from_itself(library: Library, article: Article) -> None:
    for _ in range(2):
        result = brought(library, web_annotation(created=None))

    assert (len(result.there), result.differing) == (1, 0)
    assert words_at(library, article) == ["barn owl"]


def test_more_come_than_sqlite_takes_parameters(library: Library, article: Article) -> None:
    source = {"id": PAGE, "canonical": make_article_urn(article.id)}
    target = {"source": source, "selector": position_selector(2, 10)}
    many = [web_annotation(id=f"urn:x:{number}", target=target) for number in range(1_100)]
    library._db.conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)

    assert len(brought(library, many).added) == len(many)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_there_may_be_one_a_line(library: Library, article: Article, codec: str) -> None:
    lines = "\n".join(json.dumps(web_annotation(words)) for words in ("owl", "choir"))

    result = import_annotations(library, f"{lines}\n\n".encode(codec), "notes.jsonl")

    assert (len(result.added), result.left_out) == (2, [])
    assert words_at(library, article) == ["owl", "choir"]


class TestLeftOut:
    def test_an_article_that_is_not_here_is_named(self, library: Library, article: Article) -> None:
        source = {"id": "https://herald.example/x", "dcterms:title": "Mill to reopen"}
        where = "“Mill to reopen” (https://herald.example/x)"
        lost = web_annotation("herring", target={"source": source, "selector": []})

        result = brought(library, [lost, web_annotation("owl")])

        assert result.left_out == [
            (
                "annotation 1 (https://notes.example/herring)",
                f"is on {where}, which is not in the library",
            )
        ]
        assert words_at(library, article) == ["owl"]

    @pytest.mark.usefixtures("article")
    def test_it_comes_once_its_article_is_here(self, library: Library) -> None:
        selector = quote_selector("marched")
        lost = web_annotation(target={"source": "https://herald.example/x", "selector": selector})
        both = [lost, web_annotation("owl")]
        brought(library, both)
        added = add(library, PARADE, url="https://herald.example/x")

        result = brought(library, both)

        assert (len(result.added), len(result.there), result.left_out) == (1, 1, [])
        assert words_at(library, added) == ["marched"]

    @pytest.mark.usefixtures("article")
    def test_one_place_that_is_not_here_keeps_all_of_it_out(self, library: Library) -> None:
        here = {"source": PAGE, "selector": quote_selector("owl")}

        result = brought(library, web_annotation(target=[here, "https://herald.example/x"]))

        assert (result.added, len(result.left_out)) == ((), 1)

    @pytest.mark.usefixtures("article")
    @pytest.mark.parametrize(
        "selector",
        [
            {"type": "FragmentSelector", "value": "xywh=1,2,3,4"},
            position_selector(2, 10),
            quote_selector(""),
        ],
        ids=["fragment", "position", "empty quote"],
    )
    def test_what_is_told_without_a_quote(self, library: Library, selector: Any) -> None:
        result = brought(library, web_annotation(target={"source": PAGE, "selector": selector}))

        ((_, why),) = result.left_out
        assert why == f"has a {selector['type']} but no quote"

    def test_an_article_in_the_bin_is_not_here(self, library: Library, article: Article) -> None:
        library.articles.delete(article.id)

        assert len(brought(library, web_annotation()).left_out) == 1
