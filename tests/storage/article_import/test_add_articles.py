from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from storage.article_import.add_articles import add_articles, import_articles
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import Found, ParsedArticle
from storage.article_import.sandbox import Parser
from storage.errors import LibraryError
from storage.library import Library
from storage.models import NewArticle
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE, draft

pytestmark = pytest.mark.usefixtures("shared_process")


def test_each_draft_becomes_an_article_or_finds_its_own(library: Library) -> None:
    add_articles(library, [draft(OWL)])

    added = add_articles(library, [draft(MILL), draft(OWL), draft(MILL)])

    assert [(article.text, new) for article, new in added] == [
        (MILL, True),
        (OWL, False),
        (MILL, False),
    ]


def test_a_path_is_kept_in_full(library: Library, tmp_path: Path) -> None:
    ((article, _),) = add_articles(library, [draft(OWL, path="articles/owl.txt")])

    assert article.path == str(tmp_path / "articles" / "owl.txt")


def test_a_file_name_of_any_bytes_does_no_harm(library: Library) -> None:
    ((article, _),) = add_articles(library, [draft(OWL, path="caf\udce9.txt")])

    assert article.text == OWL


def test_they_are_stored_together_or_not_at_all(library: Library) -> None:
    without_title = NewArticle(MILL, None)  # type: ignore[arg-type]

    with pytest.raises(LibraryError, match="NOT NULL"):
        add_articles(library, [draft(OWL), without_title])

    assert library.articles.list_all() == []


class TestBringIn:
    @pytest.fixture
    def names(self, tmp_path: Path) -> list[str]:
        texts = {"a.txt": OWL, "b.html": f"<p>{MILL}", "c.txt": OWL, "d.docx": "", "e.txt": PARADE}
        for name, text in texts.items():
            (tmp_path / name).write_text(text)
        return list(texts)

    def test_it_tells_of_each_what_came_of_it(self, library: Library, names: list[str]) -> None:
        outcomes = list(import_articles(library, names))

        assert [outcome.name for outcome in outcomes] == names
        assert [outcome.is_new for outcome in outcomes] == [True, True, False, False, True]
        assert [bool(outcome.problem) for outcome in outcomes] == [*[False] * 3, True, False]
        assert [(one.done, one.total) for one in outcomes] == [(n, 5) for n in range(1, 6)]
        assert len(library.articles.list_all()) == 3

    def test_again_it_adds_nothing(self, library: Library, names: list[str]) -> None:
        list(import_articles(library, names))
        before = library.articles.list_all()

        assert not any(outcome.is_new for outcome in import_articles(library, names))
        assert library.articles.list_all() == before

    def test_what_was_told_is_in_when_it_is_ended(self, library: Library, names: list[str]) -> None:
        coming = import_articles(library, names)
        told = next(coming).article
        coming.close()

        assert told is not None
        assert [one.id for one in library.articles.list_all()] == [told.id]

    def test_long_ones_are_stored_one_by_one(
        self, library: Library, names: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("storage.article_import.add_articles._AT_LEAST_EVERY", 1000)
        monkeypatch.setattr("storage.article_import.add_articles._CHARACTERS_TOGETHER", 10)

        coming = import_articles(library, [names[0], names[4]])
        next(coming)

        assert [library.articles.get(one.id).text for one in library.articles.list_all()] == [OWL]
        coming.close()

    def test_a_check_that_fails_ends_it_before_the_next_is_read_or_stored(
        self, library: Library, names: list[str]
    ) -> None:
        def check(done: int, _total: int) -> None:
            if done == 4:
                raise CancelledError

        with pytest.raises(CancelledError):
            list(import_articles(library, names, check=check))
        assert len(library.articles.list_all()) == 2

    def test_of_a_feed_what_is_chosen_is_added(self, library: Library, tmp_path: Path) -> None:
        whole = "<content:encoded>{}</content:encoded>"
        items = [made.item(text[:4], "x", more=whole.format(text)) for text in (OWL, MILL, PARADE)]
        (tmp_path / "feed.xml").write_bytes(made.rss(*items))

        first, second = import_articles(
            library, ["feed.xml"], choose=lambda listing: listing.entries[1:2]
        )

        assert first.listing is not None
        assert (first.article, first.done, first.total) == (None, 1, 2)
        assert second.article is not None
        assert (second.article.text, second.article.outlet) == (MILL, "The Belfry Gazette")

    def test_articles_of_one_file_are_no_versions_of_each_other(
        self, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = made.write(tmp_path / "export.html", "<p>owl")
        texts = [f"{OWL} {MILL} {PARADE} Told by number {number}." for number in range(3)]

        def find(_parser: Parser, _format: InputFormat, _document: Document) -> Iterator[Found]:
            return iter([ParsedArticle(text) for text in texts])

        monkeypatch.setattr(Parser, "parse", find)
        outcomes = list(import_articles(library, [path]))

        assert [(one.done, one.is_new) for one in outcomes] == [(0, True), (0, True), (1, True)]
        assert [one.article.previous for one in outcomes if one.article] == [None, None, None]

    def test_the_outlet_of_all(self, library: Library, names: list[str]) -> None:
        list(import_articles(library, names, "Herald"))

        assert {article.outlet for article in library.articles.list_all()} == {"Herald"}
