from __future__ import annotations

from pathlib import Path

import pytest

from storage.articles import Draft
from storage.errors import LibraryError
from storage.importing import add, story_of
from storage.library import Library
from tests.storage.desk import MILL, OWL, PARADE, draft


def test_each_draft_becomes_an_article_or_finds_its_own(library: Library) -> None:
    add(library, [draft(OWL)])

    added = add(library, [draft(MILL), draft(OWL), draft(MILL)])

    assert [(article.text, new) for article, new in added] == [
        (MILL, True),
        (OWL, False),
        (MILL, False),
    ]


def test_a_path_is_kept_in_full(library: Library, tmp_path: Path) -> None:
    ((article, _),) = add(library, [draft(OWL, path="articles/owl.txt")])

    assert article.path == str(tmp_path / "articles" / "owl.txt")


def test_a_file_name_of_any_bytes_does_no_harm(library: Library) -> None:
    ((article, _),) = add(library, [draft(OWL, path="caf\udce9.txt")])

    assert article.text == OWL


def test_they_are_stored_together_or_not_at_all(library: Library) -> None:
    without_title = Draft(MILL, None)  # type: ignore[arg-type]

    with pytest.raises(LibraryError, match="NOT NULL"):
        add(library, [draft(OWL), without_title])

    assert library.articles.listed() == []


class TestStoryOf:
    def test_the_same_articles_are_the_same_story(self, library: Library) -> None:
        articles = [one for one, _ in add(library, [draft(OWL), draft(MILL)])]

        story = story_of(library, articles)

        assert story.articles == tuple(article.id for article in articles)
        assert story_of(library, articles[::-1]) == story
        assert story_of(library, articles[:1]) != story

    def test_it_is_called_after_the_folder_of_its_files(self, library: Library) -> None:
        drafts = [draft(OWL, path="storm/owl.txt"), draft(MILL, path="storm/mill.txt")]

        assert story_of(library, [one for one, _ in add(library, drafts)]).name == "storm"

    def test_or_else_after_its_first_article(self, library: Library) -> None:
        owl = draft(OWL, "Owl moves in", path="storm/owl.txt")
        elsewhere = draft(MILL, "Mill", path="calm/mill.txt")
        without = draft(PARADE, "Parade")

        for drafts in ([owl], [owl, elsewhere], [owl, without]):
            story = story_of(library, [one for one, _ in add(library, drafts)])
            assert story.name.startswith("Owl moves in")

    def test_a_text_that_is_named_twice_is_in_it_once(self, library: Library) -> None:
        articles = [one for one, _ in add(library, [draft(OWL), draft(MILL), draft(OWL)])]

        assert len(story_of(library, articles).articles) == 2
