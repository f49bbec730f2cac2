"""What the overview says of a story: who shares how much with whom, and what was chosen there."""

from __future__ import annotations

from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.share_figures import Share, count_matrix, count_shares
from storage.wording.plural import inflect
from storage.wording.publication_dates import format_day, order_letters, rank_dates
from storage.wording.terminal_text import reveal_line
from textreuse import Group


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


class ArticleFigures(NamedTuple):
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


class OverviewFigures:
    """The figures of a story. Articles are named by their index."""

    def __init__(self, compared: ComparedStory) -> None:
        dates = [article.published for article in compared.articles]
        earliest = [rank == 1 for rank in rank_dates(dates)]
        self.articles = [
            _figures_of(index, compared, is_earliest=is_earliest)
            for index, is_earliest in enumerate(earliest)
        ]
        self.matrix = count_matrix(compared.kept)
        """How much of the article of the row stands in that of the column; on the diagonal, how
        much of it stands twice in itself."""
        self._in_order = order_letters(compared.letters, dates)

    @property
    def dates(self) -> str:
        """The order of publication as far as it is known, and what it is worth; may be empty."""
        if not self._in_order:
            return ""
        unknown = ", ".join(article.letter for article in self.articles if not article.date)
        undated = f"; no date: {unknown}" if unknown else ""
        return f"▸ earliest date; an order, not a proof: {self._in_order}{undated}"

    def describe_cell(self, row: int, column: int) -> str:
        """Return what a cell of the matrix says, in words and with the names of both articles."""
        share, one, other = self.matrix[row][column], self.articles[row], self.articles[column]
        where = f"also in {other.letter}" if row != column else "repeated in it"
        of = f"{share.of} {inflect(share.of, 'word')}"
        names = dict.fromkeys(f"{article.letter} {article.name}" for article in (one, other))
        return f"{one.letter}: {share.words} of {of} {where} ({share}) │ {' │ '.join(names)}"


def _figures_of(index: int, compared: ComparedStory, *, is_earliest: bool) -> ArticleFigures:
    article = compared.articles[index]
    return ArticleFigures(
        compared.letters[index],
        reveal_line(article.name),
        reveal_line(article.title),
        reveal_line(format_day(article.published)),
        is_earliest,
        *count_shares(compared.kept, index),
    )
