"""What the overview says of a story: who shares how much with whom, and what was chosen there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.parallel_regions import ParallelRegion
from storage.share_figures import Share, count_matrix, count_shares
from storage.wording.finding_names import name_overlap
from storage.wording.plural import inflect
from storage.wording.publication_dates import format_day, order_letters
from storage.wording.terminal_text import reveal_line
from textreuse import Group, Overlap, Span, rank_dates


class ChosenPair(NamedTuple):
    """A cell of the matrix: what of article `row` stands in article `column`.

    Both are the same article on the diagonal, where its repeats are counted.
    """

    row: int
    column: int


class ChosenGroup(NamedTuple):
    """A passage of the list."""

    group: Group


class ChosenParallel(NamedTuple):
    """A parallel: the two stretches, the one that is to have the cursor first."""

    here: Span
    beside: Span


Choice = ChosenPair | ChosenGroup | ChosenParallel
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


class RankedPair(NamedTuple):
    """Two articles that share something: of `row` the greater part stands in the other."""

    row: int
    column: int
    share: Share
    """Of `row`, what stands in `column`."""
    other_share: Share
    """Of `column`, what stands in `row`."""
    passages: int


class OverviewFigures:
    """The figures of a story. Articles are named by their index."""

    def __init__(self, compared: ComparedStory, overlaps: Sequence[Overlap] = ()) -> None:
        """Take what is known of the articles; `overlaps` where somebody has looked for them."""
        self._overlaps = {one.articles: one for one in overlaps}
        dates = [article.published for article in compared.articles]
        earliest = [rank == 1 for rank in rank_dates(dates)]
        self.articles = [
            _figures_of(index, compared, is_earliest=is_earliest)
            for index, is_earliest in enumerate(earliest)
        ]
        self.matrix = count_matrix(compared.kept)
        """How much of the article of the row stands in that of the column; on the diagonal, how
        much of it stands twice in itself."""
        self.pairs = _rank_pairs(self.matrix, compared.kept.groups)
        """Those that share something, the greatest share first."""
        self._in_order = order_letters(compared.letters, dates)

    @property
    def dates(self) -> str:
        """The order of publication as far as it is known, and what it is worth; may be empty."""
        if not self._in_order:
            return ""
        unknown = ", ".join(article.letter for article in self.articles if not article.date)
        undated = f". No date: {unknown}" if unknown else ""
        return f"Publication order (not proof of copying): {self._in_order}{undated}"

    def describe_pair(self, pair: RankedPair) -> tuple[str, str, str, str, str]:
        """Return what a row of the pairs says: both shares, passages, what of, the names of both.

        What they have in common comes of something: of quotations, of one of them.
        """
        one, other = self.articles[pair.row], self.articles[pair.column]
        return (
            f"{one.letter} shares {pair.share} with {other.letter}",
            f"{other.letter} {pair.other_share} with {one.letter}",
            str(pair.passages),
            self._name_overlap(pair),
            f"{one.name} │ {other.name}",
        )

    def _name_overlap(self, pair: RankedPair) -> str:
        found = self._overlaps.get((min(pair[:2]), max(pair[:2])))
        if found is None:
            return ""
        if found.later is None:
            return name_overlap(found.kind)
        letters = [self.articles[article].letter for article in found.articles]
        later = self.articles[found.later].letter
        return f"{later} from {next(letter for letter in letters if letter != later)}"

    def describe_parallel(self, region: ParallelRegion) -> tuple[str, str, str, str]:
        """Return what a row of the parallels says: places, words, how much of them, and names.

        All of it tells first of the side that is named first.
        """
        sides = region.one, region.other
        return (
            region.describe(),
            " │ ".join(str(side.covered.of) for side in sides),
            " │ ".join(str(side.covered) for side in sides),
            " │ ".join(self.articles[side.span.article].name for side in sides),
        )

    def describe_cell(self, row: int, column: int) -> str:
        """Return what a cell of the matrix says, in words and with the names of both articles."""
        share, one, other = self.matrix[row][column], self.articles[row], self.articles[column]
        where = f"also in {other.letter}" if row != column else "repeated within it"
        of = f"{share.of} {inflect(share.of, 'word')}"
        names = dict.fromkeys(f"{article.letter} {article.name}" for article in (one, other))
        said = f"{share.words} of {of} {where} ({share})" if share.words else f"no words {where}"
        return f"{one.letter}: {said} │ {' │ '.join(names)}"


def _rank_pairs(matrix: Sequence[Sequence[Share]], groups: Sequence[Group]) -> list[RankedPair]:
    passages = Counter(pair for group in groups for pair in combinations(group.articles, 2))
    pairs = []
    for first, second in passages:
        ways = sorted(((first, second), (second, first)), key=lambda way: -_rate(matrix, *way))
        (row, column), _ = ways
        shares = matrix[row][column], matrix[column][row]
        if not any(share.words for share in shares):
            continue  # Each corresponds to a third article, and not to the other.
        pairs.append(RankedPair(row, column, *shares, passages[first, second]))
    return sorted(pairs, key=lambda pair: (-_rate(matrix, pair.row, pair.column), pair[:2]))


def _rate(matrix: Sequence[Sequence[Share]], row: int, column: int) -> float:
    share = matrix[row][column]
    return share.words / share.of if share.of else 0.0


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
