"""How much of each article is shared: the figures of screens, exports and command line alike.

They count what a comparison has: of a story, what the chosen sensitivity shows and nobody ignores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storage.wording.percent import format_percent
from textreuse import Comparison, Quotation, SharedQuotations, Span


class Share(NamedTuple):
    """So many words out of all words of an article."""

    words: int
    of: int

    def __str__(self) -> str:
        # An article that was too long to be compared has no words here, and no share.
        return format_percent(self.words, self.of) if self.of else "–"

    @property
    def figure(self) -> str:
        """Return it for a table: a dot where there is nothing."""
        return "·" if self.of and not self.words else str(self)

    @property
    def strength(self) -> int:
        """In which quarter the share lies, 1 to 4, upper ends included; 0 for nothing."""
        return 1 + (4 * self.words - 1) // self.of if self.words and self.of else 0


class Shares(NamedTuple):
    """What of one article stands where."""

    words: int
    """All of them."""
    shared: Share
    """Those that stand in another article too."""
    only_here: Share
    """Those of the sentences no part of which does."""
    repeats: Share
    """Those that stand twice in this one."""


def count_shares(comparison: Comparison, article: int) -> Shares:
    """Count the words of `article`, named by its index in `comparison`."""
    return Shares(
        comparison.word_count(article),
        _count_share(comparison, article, comparison.shared(article)),
        _count_share(comparison, article, comparison.only_here(article)),
        _count_share(comparison, article, comparison.repeats(article)),
    )


class SharedParts(NamedTuple):
    """The shared words of one article, by who speaks."""

    in_quotations: Share
    """Those that stand inside quotation marks."""
    in_own_words: Share
    """The others: the outlet's own."""


def count_shared_parts(
    comparison: Comparison, quotations: Sequence[Sequence[Quotation]], article: int
) -> SharedParts:
    """Part the shared words of `article`; `quotations` are the direct ones of each article."""
    shared = count_shares(comparison, article).shared
    quoted = SharedQuotations(comparison, quotations).count(article)
    return SharedParts(Share(quoted, shared.of), Share(shared.words - quoted, shared.of))


def count_matrix(comparison: Comparison) -> list[list[Share]]:
    """Return how much of the row's article stands in the column's.

    On the diagonal, how much of it stands twice in itself.
    """
    articles = range(len(comparison.texts))
    return [
        [
            _count_share(
                comparison,
                row,
                comparison.repeats(row) if row == column else comparison.shared(row, column),
            )
            for column in articles
        ]
        for row in articles
    ]


def _count_share(comparison: Comparison, article: int, spans: Sequence[Span]) -> Share:
    return Share(comparison.word_count(article, spans), comparison.word_count(article))
