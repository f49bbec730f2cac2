"""The columns of the library's list of articles: what each shows, and how it is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from storage.tables.listed_articles import ListedArticle
from storage.wording.publication_dates import format_day


class ArticleColumn(NamedTuple):
    """One column; all there is to know of it."""

    name: str
    cell: Callable[[ListedArticle], str]
    rank: Callable[[ListedArticle], Any]
    """What it is sorted by."""
    width: int
    """Cells; 0 takes all that the others leave. That of numbers may be less than its name takes."""
    is_number: bool = False
    most_first: bool = False
    """Whether most or latest is asked for first."""
    leaves: int = 0
    """Where there is little room, the columns with a number here leave, the highest first."""


COLUMNS = (
    ArticleColumn("title", lambda one: one.title, lambda one: one.title.casefold(), 0),
    ArticleColumn(
        "outlet",
        lambda one: one.outlet,
        lambda one: (one.outlet.casefold(), one.title.casefold()),
        18,
    ),
    ArticleColumn(
        "date",
        lambda one: format_day(one.published),
        lambda one: one.published or "",
        10,
        most_first=True,
    ),
    ArticleColumn(
        "words",
        lambda one: f"{one.words}",
        lambda one: one.words,
        6,
        is_number=True,
        most_first=True,
        leaves=2,
    ),
    ArticleColumn(
        "notes",
        lambda one: f"{one.annotations}",
        lambda one: one.annotations,
        5,
        is_number=True,
        most_first=True,
        leaves=1,
    ),
    ArticleColumn(
        "tags",
        lambda one: ", ".join(one.tags),
        lambda one: ", ".join(one.tags).casefold(),
        14,
        leaves=3,
    ),
)
"""The columns in their order, behind that of the marks."""
