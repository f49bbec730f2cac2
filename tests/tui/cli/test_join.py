from __future__ import annotations

import pytest

from storage.models import NewArticle
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL
from tests.tui.cli.calling import Copydesk, failed, is_wrong_call, library_of

ADDRESSES = ("https://gazette.example/owl", "https://gazette.example/owl-stays")


@pytest.fixture
def two(copydesk: Copydesk) -> list[str]:
    """Add an article at two addresses; returns the ids, the newer one first."""
    with open_library(library_of(copydesk)) as library:
        return [
            library.articles.add(NewArticle(text, title, url=url, modified=day))[0].id
            for text, title, url, day in (
                (f"{OWL} {MILL}", "Owl stays", ADDRESSES[1], "2026-03-03"),
                (OWL, "Owl moves in", ADDRESSES[0], "2026-03-02"),
            )
        ]


@pytest.mark.parametrize("names", [ADDRESSES, ("moves in", "stays")])
def test_two_articles_become_versions_of_one(
    copydesk: Copydesk, two: list[str], names: tuple[str, str]
) -> None:
    answer = copydesk("join", *names)

    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[0].startswith("2 versions, oldest first")
    assert [line.split()[0] for line in answer.lines[2:]] == two[::-1]
    assert copydesk("diff", two[0], "--json").json["articles"][0]["library_id"] == two[1]


def test_it_is_not_done_twice(copydesk: Copydesk, two: list[str]) -> None:
    copydesk("join", *two)

    assert failed(copydesk("join", *two), "They are versions of one article already.")


def test_wrong_calls(copydesk: Copydesk, two: list[str]) -> None:
    assert is_wrong_call(copydesk("join", two[0]))
    assert copydesk("join", two[0], "nothing").status == 1
