from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.tables.listed_articles import ListedArticle
from tui.library.article_list import SORTABLE, ArticleList


def listed(title: str, outlet: str = "", date: str | None = None, **more: object) -> ListedArticle:
    known = {"words": 10, "previous": None} | more
    return ListedArticle(title, title, outlet, None, date, None, **known)  # type: ignore[arg-type]


ARTICLES = [
    listed("Tide barrier stayed open", "Harbour Herald", "2026-03-05", words=500),
    listed("Bäckerei under water", "Town Crier", "2026-03-07", tags=("claim/disputed",)),
    listed("A quiet chess tournament", "Harbour Herald", None, stories=("Chess",)),
]


def titles(typed: str, column: str = "added", *, turned: bool = False) -> list[str]:
    return [
        one.title.split()[0] for one in ArticleList(ARTICLES).find(typed, column, turned=turned)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Tide", "Bäckerei", "A"]),
        ("herald", ["Tide", "A"]),
        ("herald chess", ["A"]),
        ("backerei", ["Bäckerei"]),
        ("bariers", ["Tide"]),
        ("xyzzy", []),
        ("outlet:crier", ["Bäckerei"]),
        ("tag:claim", ["Bäckerei"]),
        ("story:chess", ["A"]),
        ("after:2026-03-06", ["Bäckerei"]),
        ("before:2026-03-06", ["Tide"]),
        ("herald -chess", ["Tide"]),
        ("-outlet:herald", ["Bäckerei"]),
        ("-tag:claim -tide", ["A"]),
        ("-before:2026-03-06", ["Bäckerei", "A"]),
    ],
)
def test_what_is_typed_finds(typed: str, expected: list[str]) -> None:
    assert titles(typed) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("title", ["A", "Bäckerei", "Tide"]),
        ("outlet", ["A", "Tide", "Bäckerei"]),
        ("date", ["Bäckerei", "Tide", "A"]),
        ("words", ["Tide", "Bäckerei", "A"]),
    ],
)
def test_columns_sort(column: str, expected: list[str]) -> None:
    assert titles("", column) == expected


@given(st.text(max_size=30), st.sampled_from(SORTABLE), st.booleans())
def test_every_text_is_a_filter_that_invents_nothing(typed: str, column: str, turned: bool) -> None:
    found = ArticleList(ARTICLES).find(typed, column, turned=turned)
    assert len({one.id for one in found}) == len(found)
    assert set(found) <= set(ARTICLES)
