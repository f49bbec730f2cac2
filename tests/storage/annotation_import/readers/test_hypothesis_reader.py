"""What Hypothesis gives: its API, and its sidebar."""

from __future__ import annotations

from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import (
    brought,
    row,
    rows,
    sidebar_export,
    words_at,
)


def test_what_the_sidebar_exports_comes_in_with_its_replies(
    library: Library, article: Article
) -> None:
    reply = row("reply", references=["first"], text="I doubt it.", user="acct:bo@hypothes.is")

    result = brought(library, sidebar_export(row("first"), reply, row("second", "choir")))

    assert result.left_out == []
    assert words_at(library, article) == ["barn owl", "choir"]
    first, second = library.annotations.find_on([article.id])
    assert "I doubt it." in first.note
    assert second.note.startswith("Is it?")


def test_the_sidebar_and_the_api_give_the_same_annotations(
    library: Library, article: Article
) -> None:
    (first,) = brought(library, rows(row())).added

    result = brought(library, sidebar_export(row()))

    assert (result.added, result.there, result.differing) == ((), (first,), 0)
    assert words_at(library, article) == ["barn owl"]
