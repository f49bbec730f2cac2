"""The figures of a story's sources: those of the overview and of the Markdown export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.export.escaping import web_address
from storage.percentages import percent
from storage.records import Article
from storage.stories import letters
from storage.visible import visible_line
from textreuse import Comparison, Span


class Share(NamedTuple):
    """So many words out of all words of an article."""

    words: int
    of: int

    def __str__(self) -> str:
        return percent(self.words, self.of)

    @property
    def strength(self) -> int:
        """In which quarter the share lies, 1 to 4, upper ends included; 0 for nothing."""
        return 1 + (4 * self.words - 1) // self.of if self.words and self.of else 0


class Source(NamedTuple):
    """What is said of one article; every text is one line, fit to be shown."""

    letter: str
    name: str
    """The outlet, else the title."""
    title: str
    outlet: str
    author: str
    published: str
    address: str | None
    """Where it can be read, if that is on the web."""
    words: int
    shared: Share
    only_here: Share
    repeats: Share


def sources(articles: Sequence[Article], comparison: Comparison) -> list[Source]:
    """Return what is said of the articles, in the order of the story."""
    found = []
    for index, letter in enumerate(letters(len(articles))):
        article = articles[index]
        found.append(
            Source(
                letter=letter,
                name=visible_line(article.name),
                title=visible_line(article.title),
                outlet=visible_line(article.source),
                author=visible_line(article.author or ""),
                published=_date(article.published),
                address=web_address(article.url),
                words=article.words,
                shared=_share(article, comparison, index, comparison.shared(index)),
                only_here=_share(article, comparison, index, comparison.only_here(index)),
                repeats=_share(article, comparison, index, comparison.repeats(index)),
            )
        )
    return found


def matrix(articles: Sequence[Article], comparison: Comparison) -> list[list[Share | None]]:
    """Return how much of the row's article stands in the column's; None where both are one."""
    return [
        [
            None
            if column == row
            else _share(article, comparison, row, comparison.shared(row, column))
            for column in range(len(articles))
        ]
        for row, article in enumerate(articles)
    ]


def _share(article: Article, comparison: Comparison, index: int, spans: Iterable[Span]) -> Share:
    return Share(comparison.word_count(index, spans), article.words)


def _date(published: str | None) -> str:
    """Return a date, with its time where that is known, as it stands in a table."""
    date = visible_line(published or "")
    if len(date) <= len("2026-03-05"):
        return date
    return f"{date[:10]} {date[11:16]} UTC"
