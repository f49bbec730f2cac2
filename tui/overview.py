"""What the overview says of a story: who shares how much with whom, and what was chosen there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.report.figures import Share
from storage.records import Article
from storage.visible import visible_line
from textreuse import Comparison, Group, Span
from tui.publication import in_order, ranks

_DAY = len("2026-03-05")


class ChosenPair(NamedTuple):
    """A cell of the matrix: what of article `row` stands in article `column`.

    Both are the same article on the diagonal, where its repeats are counted.
    """

    row: int
    column: int


class ChosenGroup(NamedTuple):
    """A passage of the list."""

    group: Group


Choice = ChosenPair | ChosenGroup
"""What the overview was left for."""


class Source(NamedTuple):
    """One article of the story; its shares are those of its pane's header."""

    letter: str
    name: str
    """The outlet, else the title; like the title, fit for one line of a terminal."""
    title: str
    date: str
    """The day; empty where unknown."""
    is_earliest: bool
    """Whether no dated article has an earlier date: an order, not a proof of anything."""
    words: int
    shared: Share
    only_here: Share
    repeats: Share


class Overview:
    """The figures of a story. Articles are named by their index."""

    def __init__(self, compared: ComparedStory) -> None:
        articles, letters, comparison = compared.articles, compared.letters, compared.kept
        dates = [article.published for article in articles]
        earliest = [rank == 1 for rank in ranks(dates)]
        self.sources = [
            _source(index, article, letters[index], comparison, is_earliest=earliest[index])
            for index, article in enumerate(articles)
        ]
        self.matrix = [
            [_share(article, comparison, row, column) for column in range(len(articles))]
            for row, article in enumerate(articles)
        ]
        """How much of the article of the row stands in that of the column; on the diagonal, how
        much of it stands twice in itself."""
        self._in_order = in_order(letters, dates)

    @property
    def dates(self) -> str:
        """The order of publication as far as it is known, and what it is worth; may be empty."""
        if not self._in_order:
            return ""
        unknown = ", ".join(source.letter for source in self.sources if not source.date)
        undated = f"; no date: {unknown}" if unknown else ""
        return f"▸ earliest date; an order, not a proof: {self._in_order}{undated}"

    def in_words(self, row: int, column: int) -> str:
        """Return what a cell of the matrix says, in words and with the names of both sources."""
        share, one, other = self.matrix[row][column], self.sources[row], self.sources[column]
        where = f"also in {other.letter}" if row != column else "repeated in it"
        of = f"{share.of} word{'s' if share.of != 1 else ''}"
        names = dict.fromkeys(f"{source.letter} {source.name}" for source in (one, other))
        return f"{one.letter}: {share.words} of {of} {where} ({share}) │ {' │ '.join(names)}"


def _source(
    index: int, article: Article, letter: str, comparison: Comparison, *, is_earliest: bool
) -> Source:
    def share(spans: Iterable[Span]) -> Share:
        return Share(comparison.word_count(index, spans), article.words)

    return Source(
        letter=letter,
        name=visible_line(article.name),
        title=visible_line(article.title),
        date=visible_line(article.published or "")[:_DAY],
        is_earliest=is_earliest,
        words=article.words,
        shared=share(comparison.shared(index)),
        only_here=share(comparison.only_here(index)),
        repeats=share(comparison.repeats(index)),
    )


def _share(article: Article, comparison: Comparison, row: int, column: int) -> Share:
    spans = comparison.repeats(row) if row == column else comparison.shared(row, column)
    return Share(comparison.word_count(row, spans), article.words)
